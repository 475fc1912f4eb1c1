// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// What stands in a passage of the copy for a term of the source, where no term of the glossary does.
enum TermRendering {
  /// A term of the glossary after all: inside a longer term or word, in another form, or where an exception holds.
  case named
  /// A term of the glossary with other capitals than it must have, and the term.
  case miscased(Range<Int>, as: String)
  /// A term of the glossary with a slip in its spelling.
  case misspelled(Range<Int>)
  /// The term of the source itself.
  case untranslated(Range<Int>)
  /// Other words among which is one of the term's own.
  case reworded(Range<Int>)
  /// Nothing that can be recognized.
  case absent

  /// The tokens of the copy that stand for the term.
  var tokens: Range<Int>? {
    switch self {
    case .named, .absent: nil
    case .miscased(let tokens, _), .misspelled(let tokens), .untranslated(let tokens), .reworded(let tokens): tokens
    }
  }
}

/// A text that a term may have: its own or one of its forms.
struct TermForm {
  /// The text.
  let text: String
  /// Its words.
  let words: [TermWord]
  /// Whether the copy must have these capitals and no others.
  let isExact: Bool

  /// The texts of a term, its own first.
  static func forms(of term: Term, in language: LanguageTag) -> [TermForm] {
    ([term.text] + term.forms).map { text in
      TermForm(text: text, words: TermWord.words(of: text, in: language), isExact: term.casePolicy == .exact)
    }
  }
}

/// Looks in a passage of the copy for what stands there for a term.
struct TermRenderingFinder {
  let analysis: ArticleAnalysis
  /// The passage.
  let passage: Range<Int>
  /// Whether the term is a name.
  let isName: Bool
  /// What the glossary lets the copy write, the best first.
  let allowed: [TermForm]
  /// What the term may be in the source.
  let source: [TermForm]

  /// What stands for the term.
  func rendering() -> TermRendering {
    var slip: TermRendering?
    for form in allowed {
      for start in passage {
        guard let (tokens, likeness) = run(of: form, at: start) else { continue }
        switch likeness {
        case .same, .derived: return .named
        case .miscased: slip = .miscased(tokens, as: form.text)
        case .misspelled: if slip == nil { slip = .misspelled(tokens) }
        }
      }
    }
    if let slip { return slip }
    for form in source {
      for start in passage {
        if let run = run(of: form, at: start), run.likeness == .same { return .untranslated(run.tokens) }
      }
    }
    let telling = Set((allowed + source).flatMap(\.words).filter(\.isTelling).map(\.key))
    if let index = passage.first(where: { telling.contains(analysis.tokens[$0].key) }) {
      return .reworded(name(around: index, telling: telling))
    }
    return .absent
  }

  /// The tokens from an index on that are the words of a form, hyphens or spaces between them.
  private func run(of form: TermForm, at start: Int) -> (tokens: Range<Int>, likeness: TermWord.Likeness)? {
    var index = start
    var worst = TermWord.Likeness.same
    for (position, word) in form.words.enumerated() {
      if position > 0, index < passage.upperBound, isHyphen(index) { index += 1 }
      guard index < passage.upperBound,
        let likeness = word.likeness(
          to: analysis.tokens[index], in: analysis.article.text,
          allowsMoreCapitals: !form.isExact || mayHaveMoreCapitals(index))
      else { return nil }
      if likeness == .derived, form.isExact || isName && isInsideTerm(index) { return nil }
      worst = max(worst, likeness)
      index += 1
    }
    return form.words.isEmpty ? nil : (start..<index, worst)
  }

  /// Whether a term of the glossary covers a token; one that is a name is not made of another name.
  private func isInsideTerm(_ index: Int) -> Bool {
    analysis.termMatches.contains { $0.tokens.contains(index) }
  }

  /// Whether a capital at a token says nothing: at the start of a sentence, in a heading, among capitals.
  private func mayHaveMoreCapitals(_ index: Int) -> Bool {
    let token = analysis.tokens[index]
    return token.traits.contains(.allCapitals) || analysis.beginsSentence(index)
      || analysis.article.segments[analysis.segmentIndex(at: token.start)].role.isHeading
  }

  private func isHyphen(_ index: Int) -> Bool {
    guard analysis.tokens[index].kind == .punctuation else { return false }
    switch analysis.codePoint(of: analysis.tokens[index]) {
    case 0x2D, 0x2010, 0x2011, 0x2013: return true
    default: return false
    }
  }

  /// The name that a token is part of: the capitalized words around it with the particles between them.
  ///
  /// Where all nouns have capitals only the term's own words count.
  private func name(around index: Int, telling: Set<UInt64>) -> Range<Int> {
    func belongs(_ index: Int) -> Bool {
      !analysis.languageData.capitalizesNouns || telling.contains(analysis.tokens[index].key)
    }
    guard analysis.tokens[index].traits.contains(.capitalized) else { return index..<index + 1 }
    var start = index
    var end = index + 1
    while let previous = nameWord(before: start), belongs(previous) { start = previous }
    while let next = nameWord(behind: end), belongs(next) { end = next + 1 }
    return start..<end
  }

  private func nameWord(before start: Int) -> Int? {
    var index = start - 1
    while index >= passage.lowerBound, isJoint(index) { index -= 1 }
    guard index >= passage.lowerBound, isNameWord(index),
      !analysis.beginsSentence(index) || !analysis.languageData.functionWords.contains(analysis.tokens[index].key)
    else { return nil }
    return index
  }

  private func nameWord(behind end: Int) -> Int? {
    var index = end
    while index < passage.upperBound, isJoint(index) { index += 1 }
    return index < passage.upperBound && isNameWord(index) ? index : nil
  }

  private func isJoint(_ index: Int) -> Bool {
    let token = analysis.tokens[index]
    return isHyphen(index)
      || token.kind == .word && !token.traits.contains(.capitalized)
        && analysis.languageData.nameParticles.contains(token.key)
  }

  private func isNameWord(_ index: Int) -> Bool {
    let token = analysis.tokens[index]
    return token.kind == .word && token.traits.contains(.capitalized) && !token.traits.contains(.clitic)
      && !analysis.languageData.articles.contains(token.key)
  }
}
