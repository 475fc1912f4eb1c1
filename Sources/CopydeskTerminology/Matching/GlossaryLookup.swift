// SPDX-License-Identifier: Apache-2.0

public import CopydeskText
internal import Synchronization

/// Looks up terms of all languages, which a matcher for one language does not see.
public struct GlossaryLookup: Sendable {
  /// A term found in a text.
  public struct Hit: Sendable {
    /// The tokens it covers.
    public let tokens: Range<Int>
    /// Its language.
    public let language: LanguageTag
    /// What the glossary thinks of it.
    public let status: TermStatus
    /// Whether the text has the term itself and not one of its forms.
    public let isTerm: Bool
    /// Its concept.
    public let concept: ConceptPlace
    fileprivate let term: Int
    fileprivate let rank: Int
  }

  /// A concept of one of the glossaries.
  public struct ConceptPlace: Hashable, Sendable {
    fileprivate let part: Int
    fileprivate let concept: Int
  }

  private let set: GlossarySet
  private let kind: ConceptKind
  private let words: GlossaryWords
  /// For each block the ranks of its glossaries, or `nil` for those that are not in the set.
  private let ranks: [[Int?]]
  private let people = KnownPeople()

  /// Creates a lookup of the concepts of a kind, for tokens of a language's ``Tokenizer``.
  public init(_ set: GlossarySet, kind: ConceptKind, language: LanguageTag?) {
    self.set = set
    self.kind = kind
    words = GlossaryWords(language: language?.language)
    var ranks = set.parts.map { [Int?](repeating: nil, count: $0.glossaries.count) }
    for (rank, member) in set.members.enumerated() { ranks[member.part][member.glossary] = rank }
    self.ranks = ranks
  }

  /// Whether there is nothing to be found.
  public var isEmpty: Bool { self.set.members.isEmpty }

  /// The terms whose words stand in a text from some tokens on: the longest first, then in the order of the
  /// glossaries.
  ///
  /// - Parameters:
  ///   - starts: The indices of the tokens to look at.
  ///   - tokens: The tokens of the text.
  ///   - text: The text.
  ///   - body: Receives the hits of each token that has some, and says how many tokens to pass over.
  public func forEachPlace(
    from starts: some Sequence<Int>, tokens: [Token], text: [UInt8], _ body: ([Hit]) -> Int
  ) {
    var cursor = GlossaryCursor(parts: set.parts)
    var stops: [GlossaryCursor.Stop] = []
    var comparison = TermComparison()
    var passed = 0
    for start in starts where start >= passed {
      cursor.findStops(from: start, limit: tokens.count, tokens: tokens, text: text, into: &stops)
      if stops.isEmpty { continue }
      var hits: [Hit] = []
      for stop in stops {
        let part = set.parts[stop.part]
        var next = stop.pattern
        var isLast = false
        while !isLast {
          let pattern = part.pattern(next)
          next += 1
          isLast = pattern.isLast
          let record = part.record(ofTerm: pattern.term)
          guard part.kind(ofConcept: record.concept) == kind,
            let rank = ranks[stop.part][part.glossary(ofConcept: record.concept)]
          else { continue }
          comparison.read(pattern, of: part, record: record, words: words)
          guard comparison.hasSameWords(start..<stop.end, tokens: tokens, text: text) else { continue }
          hits.append(
            Hit(
              tokens: start..<stop.end, language: part.languages[record.language], status: record.status,
              isTerm: pattern.form == 0, concept: ConceptPlace(part: stop.part, concept: record.concept),
              term: pattern.term, rank: rank))
        }
      }
      if hits.isEmpty { continue }
      hits.sort { ($1.tokens.count, $0.rank, $0.term) < ($0.tokens.count, $1.rank, $1.term) }
      passed = start + max(1, body(hits))
    }
  }

  /// The text of a term that was found.
  public func text(of hit: Hit) -> String { set.parts[hit.concept.part].term(hit.term).text }

  /// The terms of a concept in some languages.
  public func terms(of concept: ConceptPlace, where includes: (LanguageTag) -> Bool) -> [Term] {
    let part = set.parts[concept.part]
    return part.terms(ofConcept: concept.concept)
      .filter { includes(part.languages[part.language(ofTerm: $0)]) }.map { part.term($0) }
  }

  /// The id of a concept's glossary.
  public func glossary(of concept: ConceptPlace) -> String {
    let part = set.parts[concept.part]
    return part.glossaries[part.glossary(ofConcept: concept.concept)].id
  }

  /// The allowed names of two capitalized words that begin with a given name.
  ///
  /// - Parameters:
  ///   - key: The key of the given name's token.
  ///   - language: The language the names must be in, whatever the region.
  /// - Returns: The names, in the order of the glossaries.
  public func names(ofGivenName key: UInt64, language: LanguageTag) -> [String] {
    people.names(ofGivenName: key, language: language) {
      var names: [(rank: Int, term: Int, form: Int, name: String)] = []
      for (index, part) in set.parts.enumerated() {
        for pattern in part.patterns(ofGivenName: key) {
          let record = part.record(ofTerm: pattern.term)
          guard part.languages[record.language].language == language.language,
            let rank = ranks[index][part.glossary(ofConcept: record.concept)]
          else { continue }
          var text: [UInt8] = []
          part.readText(of: pattern, record: record, into: &text)
          names.append((rank, pattern.term, pattern.form, String(decoding: text, as: UTF8.self)))
        }
      }
      return names.sorted { ($0.rank, $0.term, $0.form) < ($1.rank, $1.term, $1.form) }.map(\.name)
    }
  }
}

/// The names that were looked up already: common given names have dozens, and come again in every article.
private final class KnownPeople: Sendable {
  private struct Key: Hashable {
    let key: UInt64
    let language: String
  }

  private let known = Mutex<[Key: [String]]>([:])

  func names(ofGivenName key: UInt64, language: LanguageTag, _ find: () -> [String]) -> [String] {
    let key = Key(key: key, language: language.language)
    if let names = known.withLock({ $0[key] }) { return names }
    let names = find()
    // Only hits are worth their memory: texts have more words than glossaries people.
    if !names.isEmpty { known.withLock { $0[key] = names } }
    return names
  }
}
