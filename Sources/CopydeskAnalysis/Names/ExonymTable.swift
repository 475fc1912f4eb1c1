// SPDX-License-Identifier: Apache-2.0

internal import CopydeskLanguageData
public import CopydeskTerminology
public import CopydeskText

/// A place that stands in the copy under its name in another language.
public struct ExonymMention: Hashable, Sendable {
  /// The place in the text.
  public let range: TextRange
  /// The language whose name for the place this is.
  public let foreignLanguage: LanguageTag
  /// The name in the language of the copy.
  public let name: String
}

/// The names of places in other languages, where the language of the copy has its own.
///
/// Countries come from CLDR's region names, everything else from the places of the glossaries. A name
/// that the language of the copy also uses, for this place or another, is left out.
public struct ExonymTable: Sendable {
  private let lookup: GlossaryLookup
  private let tokenizer: Tokenizer
  private let target: LanguageTag?
  /// The language under which CLDR's names in the language of the copy stand.
  private let regionLanguage: LanguageTag?
  private let sourceOfLanguage: [String: LanguageTag]
  private let isCommonWord: @Sendable (UInt64) -> Bool

  /// The languages that names are looked for in when the source language is not known.
  public static let commonSources = ["en", "es", "fr", "de", "it", "pt"].compactMap { LanguageTag($0) }
  /// The frequency (``WordTable/Level``) from which a country's foreign name may be another word: about
  /// one in a million.
  static let commonWordLevel: WordTable.Level = 96

  /// An empty table.
  public static let empty = ExonymTable()

  private init() {
    lookup = GlossaryLookup(GlossarySet(), kind: .place, language: nil)
    tokenizer = Tokenizer(language: nil)
    target = nil
    regionLanguage = nil
    sourceOfLanguage = [:]
    isCommonWord = { _ in false }
  }

  /// Creates the table for copy in a language.
  ///
  /// - Parameters:
  ///   - target: The language of the copy.
  ///   - sources: The languages that names may be left over from.
  ///   - glossaries: Glossaries whose places are used.
  ///   - isCommonWord: Whether the language of the copy uses the word (by its ``TokenKey``) too often for
  ///     it to be a foreign place name, as `Jordan` in German.
  public init(
    target: LanguageTag, sources: [LanguageTag], glossaries: GlossarySet,
    isCommonWord: @escaping @Sendable (UInt64) -> Bool
  ) {
    let sources = sources.filter { $0.language != target.language }
    let regions = RegionNames.names(in: [target] + sources)
    var set = glossaries
    set.append(regions.names)
    lookup = GlossaryLookup(set, kind: .place, language: target)
    tokenizer = Tokenizer(language: target.language)
    self.target = target
    regionLanguage = regions.languages.first
    sourceOfLanguage = Dictionary(sources.map { ($0.language, $0) }) { first, _ in first }
    self.isCommonWord = isCommonWord
  }

  /// A place's name in the language of the copy, and longer names that have a foreign name in them.
  private struct OwnName {
    let name: String
    let exceptions: [[UInt64]]
  }

  private func words(_ name: String) -> [UInt64] {
    tokenizer.tokens(in: Array(name.utf8)).filter(\.isWordLike).map(\.key)
  }

  private func ownName(of concept: GlossaryLookup.ConceptPlace, _ target: LanguageTag) -> OwnName? {
    let isRegion = lookup.glossary(of: concept) == RegionNames.id
    let terms = lookup.terms(of: concept) { language in
      isRegion ? language == regionLanguage : language.language == target.language
    }
    let name = terms.first { $0.status == .preferred && $0.validity.isEmpty && $0.language.matches(target) }
    guard let name = name ?? terms.first(where: { $0.status == .preferred && $0.validity.isEmpty }) else { return nil }
    return OwnName(name: name.text, exceptions: terms.flatMap { $0.exceptions.map(words) })
  }

  /// The foreign place names of a text, without those that are part of a longer name.
  ///
  /// `Londres` alone is a leftover; `Universidad de Londres`, `Londres 38` and `Juventus Torino` are names
  /// of something else.
  func mentions(
    in tokens: [Token], text: [UInt8], mayBeName: (Int) -> Bool, isParticle: (UInt64, LanguageTag) -> Bool
  ) -> [ExonymMention] {
    guard let target, !sourceOfLanguage.isEmpty else { return [] }
    var mentions: [ExonymMention] = []
    let starts = tokens.indices.lazy.filter { index in
      tokens[index].kind == .word && tokens[index].traits.contains(.capitalized)
    }
    lookup.forEachPlace(from: starts, tokens: tokens, text: text) { hits in
      for (range, hits) in ExonymTable.byLength(hits) {
        // A name of the language itself, whatever the glossary thinks of it, is the glossary's own business.
        if hits.contains(where: { $0.language.language == target.language }) { continue }
        if tokens[range].dropFirst().contains(where: { $0.traits.contains(.lineBreakBefore) }) { continue }
        for hit in hits where hit.status == .preferred && hit.isTerm {
          guard let source = sourceOfLanguage[hit.language.language] else { continue }
          if range.count == 1, lookup.glossary(of: hit.concept) == RegionNames.id,
            isCommonWord(tokens[range.lowerBound].key)
          {
            continue
          }
          guard let own = ownName(of: hit.concept, target), own.name != lookup.text(of: hit),
            standsAlone(range, in: tokens, of: source, mayBeName: mayBeName, isParticle: isParticle),
            !isExcepted(range, own.exceptions, in: tokens)
          else { continue }
          mentions.append(
            ExonymMention(
              range: TextRange(start: tokens[range.lowerBound].start, end: tokens[range.upperBound - 1].end),
              foreignLanguage: source, name: own.name))
          return range.count
        }
      }
      return 1
    }
    return mentions
  }

  /// Hits by their tokens, in the order in which they are.
  private static func byLength(_ hits: [GlossaryLookup.Hit]) -> [(Range<Int>, ArraySlice<GlossaryLookup.Hit>)] {
    var groups: [(Range<Int>, ArraySlice<GlossaryLookup.Hit>)] = []
    var start = hits.startIndex
    while start < hits.endIndex {
      let end = hits[start...].firstIndex { $0.tokens != hits[start].tokens } ?? hits.endIndex
      groups.append((hits[start].tokens, hits[start..<end]))
      start = end
    }
    return groups
  }

  /// The index behind the last token, or `nil` if the words do not stand here.
  private func match(_ words: [UInt64], in tokens: [Token], at start: Int) -> Int? {
    guard start + words.count <= tokens.count else { return nil }
    for (offset, word) in words.enumerated() {
      let token = tokens[start + offset]
      guard token.key == word, offset == 0 || !token.traits.contains(.lineBreakBefore) else { return nil }
    }
    return start + words.count
  }

  /// Whether the foreign name is part of one of the longer names that the glossary allows.
  private func isExcepted(_ range: Range<Int>, _ exceptions: [[UInt64]], in tokens: [Token]) -> Bool {
    exceptions.contains { exception in
      guard exception.count >= range.count else { return false }
      let starts = max(0, range.upperBound - exception.count)...range.lowerBound
      return starts.contains { match(exception, in: tokens, at: $0) != nil }
    }
  }

  private func standsAlone(
    _ range: Range<Int>, in tokens: [Token], of language: LanguageTag, mayBeName: (Int) -> Bool,
    isParticle: (UInt64, LanguageTag) -> Bool
  ) -> Bool {
    func isNameWord(_ index: Int) -> Bool {
      let token = tokens[index]
      return token.kind == .word && token.traits.contains(.capitalized) && mayBeName(index)
    }
    if range.upperBound < tokens.count, !tokens[range.upperBound].traits.contains(.lineBreakBefore) {
      let next = tokens[range.upperBound]
      if next.kind == .number || next.kind == .word && next.traits.contains(.capitalized) { return false }
      if next.kind == .punctuation, !next.traits.contains(.spaceBefore), next.key == TokenKey.hyphen { return false }
    }
    guard range.lowerBound > 0, !tokens[range.lowerBound].traits.contains(.lineBreakBefore) else { return true }
    let previous = range.lowerBound - 1
    if isNameWord(previous) { return false }
    if tokens[previous].key == TokenKey.hyphen, !tokens[range.lowerBound].traits.contains(.spaceBefore) {
      return false
    }
    return !(previous > 0 && isParticle(tokens[previous].key, language) && isNameWord(previous - 1))
  }
}
