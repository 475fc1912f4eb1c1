// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskTerminology
import CopydeskText

/// A glossary while a reader collects its concepts.
struct GlossaryDraft {
  /// A concept with the places of its parts.
  struct Entry {
    var concept: Concept
    let place: GlossaryPlace
    var termPlaces: [GlossaryPlace] = []
    /// Whether the file gave no id, so that one is made of the terms.
    var needsID: Bool

    mutating func add(_ term: Term, at place: GlossaryPlace) {
      concept.terms.append(term)
      termPlaces.append(place)
    }
  }

  /// What was collected, in the order of the file.
  var entries: [Entry] = []
  /// What was left behind.
  var losses = LossReport()
  private var indices: [String: Int] = [:]

  /// The index of the concept with an id, which is made if there is none.
  mutating func entry(id: String, at place: GlossaryPlace) -> Int {
    if let index = indices[id] { return index }
    indices[id] = entries.count
    entries.append(Entry(concept: Concept(id: id), place: place, needsID: false))
    return entries.count - 1
  }

  /// The index of a new concept that gets its id from its terms.
  mutating func newEntry(at place: GlossaryPlace) -> Int {
    entries.append(Entry(concept: Concept(id: ""), place: place, needsID: true))
    return entries.count - 1
  }

  /// Notes a loss.
  mutating func lose(_ field: String, _ outcome: String, of subject: String, at place: GlossaryPlace?) {
    losses.note(.init(field: field, outcome: outcome, subject: subject, place: place))
  }

  /// The glossary of what was collected, which declares the languages given before those of its terms.
  consuming func imported(path: String, id: String?, languages: [LanguageTag] = []) -> ImportedGlossary {
    for entry in entries where entry.concept.terms.isEmpty {
      lose("concept", "has no term and is left out", of: entry.concept.id, at: entry.place)
    }
    entries.removeAll { $0.concept.terms.isEmpty }
    var taken = Set(entries.lazy.filter { !$0.needsID }.map { $0.concept.id })
    var ids = ConceptIDs()
    for index in entries.indices {
      GlossaryDraft.groupByLanguage(&entries[index])
      guard entries[index].needsID else { continue }
      entries[index].concept.id = ids.unused(for: entries[index].concept, taken: &taken)
    }
    var declared: [LanguageTag] = []
    var known: Set<LanguageTag> = []
    for language in languages + entries.flatMap({ $0.concept.terms.map(\.language) })
    where known.insert(language).inserted {
      declared.append(language)
    }
    let glossary = Glossary(
      id: id ?? GlossaryDraft.name(of: path), languages: declared, concepts: entries.map(\.concept))
    let document = GlossaryDocument(
      path: path, glossary: glossary, conceptPlaces: entries.map(\.place), termPlaces: entries.map(\.termPlaces))
    return ImportedGlossary(document: document, losses: losses)
  }

  /// Puts terms of one language together, in the order in which the languages occur.
  private static func groupByLanguage(_ entry: inout Entry) {
    let languages = entry.concept.languages
    let ranks = Dictionary(languages.enumerated().map { ($1, $0) }) { first, _ in first }
    let order = entry.concept.terms.indices.sorted { left, right in
      let leftRank = ranks[entry.concept.terms[left].language] ?? 0
      let rightRank = ranks[entry.concept.terms[right].language] ?? 0
      return (leftRank, left) < (rightRank, right)
    }
    entry.concept.terms = order.map { entry.concept.terms[$0] }
    entry.termPlaces = order.map { entry.termPlaces[$0] }
  }

  /// The name of a file without folder and extension, in lowercase with hyphens.
  static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    let stem = file.split(separator: ".", omittingEmptySubsequences: true).first.map(String.init) ?? file
    var ids = ConceptIDs()
    let name = ids.slug(of: stem)
    return name.isEmpty ? "glossary" : name
  }
}

/// Makes ids of terms: lowercase ASCII letters and digits, joined by hyphens.
struct ConceptIDs: ~Copyable {
  /// Opened for the first text that is not ASCII.
  private var transliterator: Transliterator?
  /// The last number that was given to each id that is taken.
  private var numbers: [String: Int] = [:]

  /// An id for the concept that no other has, which is then taken.
  mutating func unused(for concept: Concept, taken: inout Set<String>) -> String {
    let name = concept.terms.first { $0.status.isAllowed && $0.matching != .regex } ?? concept.terms.first
    let slug = name.map { self.slug(of: $0.text) } ?? ""
    let base = slug.isEmpty ? "concept" : slug
    if taken.insert(base).inserted { return base }
    var number = numbers[base, default: 1] + 1
    while !taken.insert("\(base)-\(number)").inserted { number += 1 }
    numbers[base] = number
    return "\(base)-\(number)"
  }

  /// The text as an id; empty if nothing of it can stand in one.
  mutating func slug(of text: String) -> String {
    var latin = text
    if text.utf8.contains(where: { $0 >= 0x80 }) {
      if transliterator == nil { transliterator = try? Transliterator("Any-Latin; Latin-ASCII") }
      latin = (try? transliterator?.transliterate(text)) ?? text
    }
    var slug: [UInt8] = []
    for byte in latin.utf8 {
      switch byte {
      case 0x30...0x39, 0x61...0x7A: slug.append(byte)
      case 0x41...0x5A: slug.append(byte + 0x20)
      case UInt8(ascii: "'"): continue
      default: if let last = slug.last, last != UInt8(ascii: "-") { slug.append(UInt8(ascii: "-")) }
      }
      if slug.count >= 60 { break }
    }
    while slug.last == UInt8(ascii: "-") { slug.removeLast() }
    return String(decoding: slug, as: UTF8.self)
  }
}
