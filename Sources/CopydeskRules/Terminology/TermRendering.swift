// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// What stands in a passage of the copy for a term of the source, where no term of the glossary does.
enum TermRendering {
  /// A term of the glossary after all, inside a longer term or where an exception holds.
  case named
  /// A term of the glossary with other capitals or a slip in its spelling.
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
    case .misspelled(let tokens), .untranslated(let tokens), .reworded(let tokens): tokens
    }
  }
}

/// Looks in a passage of the copy for what stands there for a term.
struct TermRenderingFinder {
  let analysis: ArticleAnalysis
  /// The passage.
  let passage: Range<Int>
  /// What the glossary lets the copy write, forms included; the best first.
  let allowed: [[TermWord]]
  /// The term in the source, forms included.
  let source: [[TermWord]]

  /// What stands for the term.
  func rendering() -> TermRendering {
    var misspelled: Range<Int>?
    for words in allowed {
      for start in passage {
        guard let (tokens, isSame) = run(of: words, at: start) else { continue }
        if isSame { return .named }
        if misspelled == nil { misspelled = tokens }
      }
    }
    if let misspelled { return .misspelled(misspelled) }
    for words in source {
      for start in passage {
        if let (tokens, isSame) = run(of: words, at: start), isSame { return .untranslated(tokens) }
      }
    }
    let telling = Set((allowed + source).flatMap { $0 }.filter(\.isTelling).map(\.key))
    if let index = passage.first(where: { telling.contains(analysis.tokens[$0].key) }) {
      return .reworded(name(around: index))
    }
    return .absent
  }

  /// The tokens from an index on that are some words, hyphens or spaces between them.
  private func run(of words: [TermWord], at start: Int) -> (tokens: Range<Int>, isSame: Bool)? {
    var index = start
    var isSame = true
    for (position, word) in words.enumerated() {
      if position > 0, index < passage.upperBound, isHyphen(index) { index += 1 }
      guard index < passage.upperBound,
        let likeness = word.likeness(to: analysis.tokens[index], in: analysis.article.text)
      else { return nil }
      if likeness != .same { isSame = false }
      index += 1
    }
    return words.isEmpty ? nil : (start..<index, isSame)
  }

  private func isHyphen(_ index: Int) -> Bool {
    guard analysis.tokens[index].kind == .punctuation else { return false }
    switch analysis.codePoint(of: analysis.tokens[index]) {
    case 0x2D, 0x2010, 0x2011, 0x2013: return true
    default: return false
    }
  }

  /// The name that a token is part of: the capitalized words around it with the particles between them.
  private func name(around index: Int) -> Range<Int> {
    guard analysis.tokens[index].traits.contains(.capitalized) else { return index..<index + 1 }
    var start = index
    var end = index + 1
    while let previous = nameWord(before: start) { start = previous }
    while let next = nameWord(behind: end) { end = next + 1 }
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
