// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// A term of the source that the copy beside it does not name.
struct UnnamedTerm {
  /// The place of the term in the source.
  let match: TermMatch
  /// The term in the source.
  let term: Term
  /// What the copy should write.
  let wanted: String
  /// Where that is missing, in the copy.
  let range: TextRange
  /// What stands there for it.
  let rendering: TermRendering
}

/// Finds the terms of the source that the copy beside them does not name.
struct UnnamedTermFinder {
  /// Which terms are looked for.
  enum Kind {
    /// Those that have a term in the copy's language.
    case translated
    /// Those that translations keep as they are.
    case protected
  }

  private let analysis: ArticleAnalysis
  private let source: SourceAnalysis
  private let kind: Kind
  private let matcher: TermMatcher
  private let matches: [TermMatch]

  /// Prepares the search; `nil` if the source is not known or has no terms.
  init?(_ analysis: ArticleAnalysis, _ kind: Kind) {
    guard let source = analysis.source, !source.termMatches.isEmpty else { return nil }
    self.analysis = analysis
    self.source = source
    self.kind = kind
    switch kind {
    case .translated:
      matcher = analysis.context.termMatcher
      matches = analysis.termMatches
    case .protected:
      matcher = source.terms.protectedMatcher
      if matcher.isEmpty { return nil }
      let segments = zip(analysis.segmentTokens, analysis.article.segments).map { ($0, $1.role) }
      matches = matcher.matches(in: analysis.article.text, tokens: analysis.tokens, segments: segments)
    }
  }

  /// The terms in the order of the source, each once for a passage.
  func terms() -> [UnnamedTerm] {
    var unnamed: [UnnamedTerm] = []
    var nextSource = 0
    var next = 0
    var known: Set<Int> = []
    var previous: Set<Int> = []
    for unit in source.alignment.units {
      let sourceTokens = source.tokens(of: unit)
      let passage = analysis.tokens(of: unit)
      var used: [TermMatch] = []
      while nextSource < source.termMatches.count,
        source.termMatches[nextSource].tokens.lowerBound < sourceTokens.upperBound
      {
        used.append(source.termMatches[nextSource])
        nextSource += 1
      }
      var named: Set<Int> = []
      while next < matches.count, matches[next].tokens.lowerBound < passage.upperBound {
        named.insert(matcher.entries[matches[next].entry].concept)
        next += 1
      }
      var asked = named
      if !passage.isEmpty {
        for match in used {
          guard let concept = concept(of: match), asked.insert(concept).inserted, isDecided(concept), isCopy(match),
            let term = term(match, concept, in: unit, passage, named, previous: previous, known: known)
          else { continue }
          unnamed.append(term)
        }
      }
      known.formUnion(named)
      if !passage.isEmpty { previous = named }
    }
    return unnamed
  }

  private func concept(of match: TermMatch) -> Int? {
    let protected = source.terms.protectedConcept(of: match)
    switch kind {
    case .translated: return protected == nil ? source.terms.copyConcept(of: match) : nil
    case .protected: return protected
    }
  }

  /// Whether a desk has decided what the copy must call a thing.
  ///
  /// For common words the shipped glossaries say what is usual, which leaves a good translator free to say
  /// otherwise: “law enforcement” may well be “the police”. Names have no such freedom.
  private func isDecided(_ concept: Int) -> Bool {
    matcher.concepts[concept].kind != .term || !isShipped(concept)
  }

  /// Whether a concept is one of those that come with Copydesk.
  private func isShipped(_ concept: Int) -> Bool { ShippedGlossary.names.contains(matcher.concepts[concept].glossary) }

  /// Whether a place of the source is text that is translated.
  private func isCopy(_ match: TermMatch) -> Bool {
    let article = source.article
    guard !match.isOutsideValidity,
      let segment = article.segments.last(where: { $0.range.start <= match.range.start })
    else { return false }
    switch segment.role {
    case .embed, .boilerplate, .code: return false
    default: return !article.protectedRanges.contains { $0.overlaps(match.range) }
    }
  }

  /// The term if it is really not named.
  private func term(
    _ match: TermMatch, _ concept: Int, in unit: SegmentAlignment.Unit, _ passage: Range<Int>, _ named: Set<Int>,
    previous: Set<Int>, known: Set<Int>
  ) -> UnnamedTerm? {
    let date = analysis.articleDate
    guard let wanted = matcher.preferredEntry(ofConcept: concept, date: date) else { return nil }
    if kind == .translated, named.contains(where: { source.terms.mayMean($0, match) }) { return nil }
    let allowed = matcher.concepts[concept].entries.map { matcher.entries[$0].term }.filter { term in
      term.status.isAllowed && term.type != .misspelling && term.type != .hashtag && !date.isOutside(term.validity)
    }
    let own = source.terms.matcher.entries[match.entry].term
    let finder = TermRenderingFinder(
      analysis: analysis, passage: passage, isName: matcher.concepts[concept].kind != .term,
      allowed: allowed.flatMap { TermForm.forms(of: $0, in: analysis.language) },
      source: TermForm.forms(of: own, in: source.language))
    let rendering = finder.rendering()
    switch rendering {
    case .named: return nil
    case .miscased(let tokens, _):
      // As a word of its own many a name is a common word, too.
      if tokens.count == 1, isShipped(concept) { return nil }
    case .misspelled(let tokens), .untranslated(let tokens):
      let kind = matcher.concepts[concept].kind
      if kind == .place || kind != .term && tokens.count == 1, isInsideName(tokens, in: passage) { return nil }
    case .reworded, .absent:
      if isShortened(concept, allowed, in: passage, wasNamed: known.contains(concept)) { return nil }
      if matcher.concepts[concept].kind == .place, hasDerivedWord(of: allowed, in: passage) { return nil }
      if case .absent = rendering, previous.contains(concept) { return nil }
      // A single word in common is no name in other words.
      if isShipped(concept), rendering.tokens?.count ?? 0 < 2 { return nil }
    }
    return UnnamedTerm(
      match: match, term: own, wanted: matcher.entries[wanted].term.text,
      range: rendering.tokens.map { analysis.range(of: $0) } ?? segmentRange(of: unit, beside: match),
      rendering: rendering)
  }

  /// Whether the passage has a part of the name that suffices: a person's surname, and of whatever the article has
  /// named before any telling word.
  private func isShortened(_ concept: Int, _ allowed: [Term], in passage: Range<Int>, wasNamed: Bool) -> Bool {
    let isPerson = matcher.concepts[concept].kind == .person
    return allowed.contains { term in
      let words = TermWord.words(of: term.text, in: analysis.language)
      guard words.count > 1 else { return false }
      if isPerson, let surname = words.last, passage.contains(where: { analysis.tokens[$0].key == surname.key }) {
        return true
      }
      guard wasNamed else { return false }
      let telling = Set(words.filter { $0.isTelling && $0.isCapitalized }.map(\.key))
      return passage.contains { telling.contains(analysis.tokens[$0].key) }
    }
  }

  /// The letters that a place and the words for what is from there have in common, as `Engl|and` and `engl|isch`.
  private static let sharedLetters = 4

  /// Whether the passage has a word that is made of the name of a place: its people, its adjective, a compound.
  ///
  /// The name of another place is none: Australia is not made of Austria.
  private func hasDerivedWord(of allowed: [Term], in passage: Range<Int>) -> Bool {
    let stems = allowed.flatMap { TermWord.words(of: $0.text, in: analysis.language) }.filter(\.isTelling)
      .map { $0.spelling.letters.prefix(UnnamedTermFinder.sharedLetters) }
      .filter { $0.count == UnnamedTermFinder.sharedLetters }
    return passage.contains { index in
      let token = analysis.tokens[index]
      guard token.kind == .word, !matches.contains(where: { $0.tokens.contains(index) }) else { return false }
      let letters = NameSpelling.foldedLetters(of: token, in: analysis.article.text)
      return stems.contains { letters.starts(with: $0) }
    }
  }

  /// Whether a name goes on before or behind some tokens: a firm or a club keeps the words of its name.
  private func isInsideName(_ tokens: Range<Int>, in passage: Range<Int>) -> Bool {
    func isNameWord(_ index: Int) -> Bool {
      let token = analysis.tokens[index]
      return token.kind == .word && token.traits.contains(.capitalized)
    }
    let (before, behind) = (tokens.lowerBound - 1, tokens.upperBound)
    return passage.contains(before) && isNameWord(before) && !analysis.beginsSentence(before)
      || passage.contains(behind) && isNameWord(behind)
  }

  /// The segment of the copy beside a place of the source; where a unit has many, the one as far along.
  private func segmentRange(of unit: SegmentAlignment.Unit, beside match: TermMatch) -> TextRange {
    let segments = source.article.segments
    let index = unit.source.last { segments[$0].range.start <= match.range.start } ?? unit.source.lowerBound
    let place = (index - unit.source.lowerBound) * unit.target.count / max(1, unit.source.count)
    return analysis.article.segments[unit.target.lowerBound + place].range
  }
}
