// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// Finds the terms of glossaries in tokenized text.
///
/// Matching walks a tree of word keys: one table lookup for each token, more only where a term
/// starts. Case, white space and hyphens do not count in the walk; whether the capitals of a place
/// fit a term is looked at where the walk ends.
public struct TermMatcher: Sendable {
  let index: TermIndex

  /// Creates a matcher that finds nothing.
  public init() {
    index = TermIndex(GlossarySet(), language: nil)
  }

  /// Creates a matcher for the terms of a language.
  ///
  /// Terms of the language itself and of less specific tags take part: `es-MX` copy is matched with
  /// terms in `es` and `es-MX`, `es` copy only with those in `es`. Proposed terms take no part.
  public init(_ set: GlossarySet, language: LanguageTag) {
    index = TermIndex(set, language: language)
  }

  /// Compiles glossaries and creates a matcher for their terms of a language.
  public init(glossaries: [Glossary], language: LanguageTag) {
    self.init(GlossarySet(glossaries), language: language)
  }

  /// The terms that are looked for, by concept.
  public var entries: TermEntries { TermEntries(index: index) }

  /// The concepts that have terms in the language.
  public var concepts: TermConcepts { TermConcepts(index: index) }

  /// Whether the matcher has no term.
  public var isEmpty: Bool { index.entries.isEmpty }

  /// For each concept of this matcher the same one of another matcher over the same glossaries, or `nil` if that
  /// has no terms for it.
  public func counterparts(in other: TermMatcher) -> [Int?] {
    struct Key: Hashable {
      let part: UInt32
      let concept: UInt32
    }
    var indices: [Key: Int] = [:]
    indices.reserveCapacity(other.index.concepts.count)
    for (position, concept) in other.index.concepts.enumerated() {
      indices[Key(part: concept.part, concept: concept.concept)] = position
    }
    return index.concepts.map { indices[Key(part: $0.part, concept: $0.concept)] }
  }

  /// The term to use for a concept on a day: the preferred one, else the first that is admitted.
  ///
  /// - Parameters:
  ///   - concept: The index of the concept.
  ///   - replacing: The term that is to be replaced; one that shortens is replaced by one that shortens if
  ///     there is one, and a misspelling by one that has as many words.
  ///   - date: What is known of the article's date.
  /// - Returns: The index of the entry, or `nil` if the concept has no term to use.
  public func preferredEntry(ofConcept concept: Int, replacing: Term? = nil, date: ArticleDate = .unknown) -> Int? {
    func rank(_ entry: Int) -> (Int, Int, Int, Int) {
      let term = index.term(entry)
      let isSameLength =
        if let replacing, replacing.type == .misspelling {
          term.text.wordCount == replacing.text.wordCount && (term.type == .short || !term.type.isShortening)
        } else {
          term.type.isShortening == (replacing?.type.isShortening ?? false)
        }
      return (
        isSameLength ? 0 : 1, term.status == .preferred ? 0 : 1, term.language == index.language ? 0 : 1, entry
      )
    }
    let usable = index.concepts[concept].entries.map(Int.init).filter { entry in
      let term = index.term(entry)
      return term.status.isAllowed && term.type != .hashtag && term.type != .misspelling && term != replacing
        && !date.isOutside(term.validity)
    }
    return usable.min { rank($0) < rank($1) }
  }

  /// The matches in text order, without overlap: the longest wins.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - tokens: Its tokens, as a ``Tokenizer`` of the matcher's language reads them.
  ///   - segments: The runs of tokens that no term reaches across, with their roles.
  ///   - date: What is known of the day of publication.
  ///   - leniency: How much a text may differ from a term.
  /// - Returns: The matches. A term of unfit validity is given with a flag unless another term fits the place.
  public func matches(
    in text: [UInt8], tokens: [Token], segments: [(tokens: Range<Int>, role: SegmentRole)],
    date: ArticleDate = .unknown, leniency: TermLeniency = .rejection
  ) -> [TermMatch] {
    if isEmpty { return [] }
    var matches: [TermMatch] = []
    guard index.words.style == .spaceless else {
      var walk = TermWalk(index: index, text: text, tokens: tokens, date: date, leniency: leniency)
      for segment in segments where segment.role != .code {
        walk.run(segment.tokens, role: segment.role, into: &matches)
      }
      if !index.expressions.isEmpty { walk.addExpressions(segments, to: &matches) }
      return matches
    }
    let (units, origins) = GlossaryWords.characters(of: tokens, in: text)
    var walk = TermWalk(index: index, text: text, tokens: units, date: date, leniency: leniency)
    var unitSegments: [(tokens: Range<Int>, role: SegmentRole)] = []
    var unit = 0
    for segment in segments {
      while unit < units.count, origins[unit] < segment.tokens.lowerBound { unit += 1 }
      let start = unit
      while unit < units.count, origins[unit] < segment.tokens.upperBound { unit += 1 }
      unitSegments.append((start..<unit, segment.role))
      if segment.role != .code { walk.run(start..<unit, role: segment.role, into: &matches) }
    }
    if !index.expressions.isEmpty { walk.addExpressions(unitSegments, to: &matches) }
    return matches.map { match in
      TermMatch(
        range: match.range, tokens: origins[match.tokens.lowerBound]..<origins[match.tokens.upperBound - 1] + 1,
        entry: match.entry, means: match.means, isOutsideValidity: match.isOutsideValidity)
    }
  }

  /// The matches in a text that is one segment.
  public func matches(in text: [UInt8], tokens: [Token], leniency: TermLeniency = .rejection) -> [TermMatch] {
    matches(in: text, tokens: tokens, segments: [(tokens.indices, .paragraph)], leniency: leniency)
  }
}

extension String {
  /// The number of words between spaces.
  fileprivate var wordCount: Int { utf8.count { $0 == 0x20 } + 1 }
}
