// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
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
  private struct Entry: Sendable {
    let words: [UInt64]
    let foreignLanguage: LanguageTag
    let name: String
    /// Longer names that have the foreign name in them.
    let exceptions: [[UInt64]]
  }

  private let entries: [Entry]
  /// The entries by the key of their first word, the longest first.
  private let entriesByFirstWord: [UInt64: [Int]]

  /// The languages that names are looked for in when the source language is not known.
  public static let commonSources = ["en", "es", "fr", "de", "it", "pt"].compactMap { LanguageTag($0) }
  /// The frequency (``WordTable/Level``) from which a country's foreign name may be another word: about
  /// one in a million.
  static let commonWordLevel: WordTable.Level = 96

  /// An empty table.
  public static let empty = ExonymTable(entries: [])

  private init(entries: [Entry]) {
    self.entries = entries
    var index: [UInt64: [Int]] = [:]
    for (position, entry) in entries.enumerated() { index[entry.words[0], default: []].append(position) }
    entriesByFirstWord = index.mapValues { $0.sorted { entries[$0].words.count > entries[$1].words.count } }
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
    target: LanguageTag, sources: [LanguageTag], glossaries: [Glossary], isCommonWord: (UInt64) -> Bool
  ) {
    let sources = sources.filter { $0.language != target.language }
    let tokenizer = Tokenizer(language: target.language)
    func words(_ name: String) -> [UInt64] {
      tokenizer.tokens(in: Array(name.utf8)).filter(\.isWordLike).map(\.key)
    }
    var own: Set<[UInt64]> = []
    var candidates: [Entry] = []
    let sourceOfLanguage = Dictionary(sources.map { ($0.language, $0) }) { first, _ in first }
    for glossary in glossaries {
      // By index: a concept and its terms are large values, and copying thousands of them takes longer
      // than all the rest.
      for place in glossary.concepts.indices where glossary.concepts[place].kind == .place {
        var name: String?
        var exceptions: [[UInt64]] = []
        for term in glossary.concepts[place].terms.indices
        where glossary.concepts[place].terms[term].language.language == target.language {
          let term = glossary.concepts[place].terms[term]
          // Rejected terms too: those are the glossary's own business.
          own.insert(words(term.text))
          for form in term.forms { own.insert(words(form)) }
          for exception in term.exceptions { exceptions.append(words(exception)) }
          if name == nil, term.status == .preferred, term.validity.isEmpty { name = term.text }
        }
        guard let name else { continue }
        for term in glossary.concepts[place].terms.indices
        where glossary.concepts[place].terms[term].status == .preferred {
          guard let source = sourceOfLanguage[glossary.concepts[place].terms[term].language.language] else { continue }
          let foreign = glossary.concepts[place].terms[term].text
          if foreign == name { continue }
          candidates.append(
            Entry(words: words(foreign), foreignLanguage: source, name: name, exceptions: exceptions))
        }
      }
    }
    for region in LocaleData.regionCodes {
      guard let name = try? LocaleData.regionName(region, in: target.tag) else { continue }
      for part in ExonymTable.alternatives(name) { own.insert(words(part)) }
      for source in sources {
        guard let foreign = try? LocaleData.regionName(region, in: source.tag), foreign != name else { continue }
        for part in ExonymTable.alternatives(foreign) {
          let key = words(part)
          if key.count == 1, isCommonWord(key[0]) { continue }
          candidates.append(
            Entry(
              words: key, foreignLanguage: source, name: ExonymTable.alternatives(name)[0], exceptions: []))
        }
      }
    }
    self.init(entries: candidates.filter { !$0.words.isEmpty && !own.contains($0.words) })
  }

  /// CLDR gives some regions two names in one: `Myanmar (Burma)`.
  ///
  /// This runs for every region in several languages at each start, so it looks at bytes.
  private static func alternatives(_ name: String) -> [String] {
    guard name.utf8.contains(UInt8(ascii: "(")) else { return [name] }
    let parts = name.utf8.split(separator: UInt8(ascii: "(")).map { part in
      let inner = part.prefix { $0 != UInt8(ascii: ")") }.drop { $0 == UInt8(ascii: " ") }
      let end = inner.lastIndex { $0 != UInt8(ascii: " ") }.map { inner.index(after: $0) } ?? inner.startIndex
      return String(Substring(inner[..<end]))
    }
    return parts.isEmpty ? [name] : parts
  }

  /// The foreign place names of a text, without those that are part of a longer name.
  ///
  /// `Londres` alone is a leftover; `Universidad de Londres`, `Londres 38` and `Juventus Torino` are names
  /// of something else.
  func mentions(in tokens: [Token], mayBeName: (Int) -> Bool, isParticle: (UInt64, LanguageTag) -> Bool)
    -> [ExonymMention]
  {
    guard !entries.isEmpty else { return [] }
    var mentions: [ExonymMention] = []
    var index = 0
    scanning: while index < tokens.count {
      let token = tokens[index]
      if token.kind == .word, token.traits.contains(.capitalized), let candidates = entriesByFirstWord[token.key] {
        for candidate in candidates {
          let entry = entries[candidate]
          guard let end = match(entry.words, in: tokens, at: index),
            standsAlone(index..<end, in: tokens, of: entry, mayBeName: mayBeName, isParticle: isParticle),
            !isExcepted(index..<end, of: entry, in: tokens)
          else { continue }
          mentions.append(
            ExonymMention(
              range: TextRange(start: token.start, end: tokens[end - 1].end), foreignLanguage: entry.foreignLanguage,
              name: entry.name))
          index = end
          continue scanning
        }
      }
      index += 1
    }
    return mentions
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
  private func isExcepted(_ range: Range<Int>, of entry: Entry, in tokens: [Token]) -> Bool {
    entry.exceptions.contains { exception in
      guard exception.count >= range.count else { return false }
      let starts = max(0, range.upperBound - exception.count)...range.lowerBound
      return starts.contains { match(exception, in: tokens, at: $0) != nil }
    }
  }

  private func standsAlone(
    _ range: Range<Int>, in tokens: [Token], of entry: Entry, mayBeName: (Int) -> Bool,
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
    return !(previous > 0 && isParticle(tokens[previous].key, entry.foreignLanguage) && isNameWord(previous - 1))
  }
}
