// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText
internal import Synchronization

/// The terms of a set of glossaries that count in copy of a language, numbered.
///
/// Making it takes one pass over small records; terms are decoded when they are asked for, and kept.
final class TermIndex: Sendable {
  struct Entry {
    let part: UInt32
    let term: UInt32
    let concept: UInt32
  }

  struct ConceptEntry {
    let part: UInt32
    let concept: UInt32
    let entries: Range<Int32>
  }

  let set: GlossarySet
  let language: LanguageTag?
  let words: GlossaryWords
  /// The endings of the language, if any term is found by them.
  let inflection: Inflection?
  /// The entries that are regular expressions.
  let expressions: [Int]
  let entries: [Entry]
  let concepts: [ConceptEntry]
  /// For each block the entries of its terms, or -1 for those that do not count.
  let entriesOfTerms: [[Int32]]
  private let decoded = Mutex<[Int: Term]>([:])
  private let exceptionKeys = Mutex<[Int: [[UInt64]]]>([:])

  init(_ set: GlossarySet, language: LanguageTag?) {
    self.set = set
    self.language = language
    words = GlossaryWords(language: language?.language)
    let hasBases = set.parts.contains { $0.traits.contains(.hasBases) }
    inflection = hasBases ? language.flatMap { Inflection.inflection(of: $0.language) } : nil
    var expressions: [Int] = []
    var entries: [Entry] = []
    var concepts: [ConceptEntry] = []
    var entriesOfTerms = set.parts.map { [Int32](repeating: -1, count: language == nil ? 0 : $0.termCount) }
    if let language {
      let covered = set.parts.map { part in part.languages.map { TermIndex.covers($0, language) } }
      for member in set.members {
        let part = set.parts[member.part]
        let covered = covered[member.part]
        for concept in part.glossaries[member.glossary].concepts {
          let start = entries.count
          for term in part.terms(ofConcept: concept) where covered[part.language(ofTerm: term)] {
            entriesOfTerms[member.part][term] = Int32(entries.count)
            if part.traits.contains(.hasExpressions), part.matching(ofTerm: term) == .regex {
              expressions.append(entries.count)
            }
            entries.append(
              Entry(part: UInt32(member.part), term: UInt32(term), concept: UInt32(concepts.count)))
          }
          if entries.count > start {
            concepts.append(
              ConceptEntry(
                part: UInt32(member.part), concept: UInt32(concept), entries: Int32(start)..<Int32(entries.count)))
          }
        }
      }
    }
    self.expressions = expressions
    self.entries = entries
    self.concepts = concepts
    self.entriesOfTerms = entriesOfTerms
  }

  /// Whether terms of a language count in copy of another: the tags are equal up to subtags that only
  /// the copy's has.
  private static func covers(_ term: LanguageTag, _ copy: LanguageTag) -> Bool {
    if term == copy { return true }
    let (short, long) = (Array(term.tag.utf8), Array(copy.tag.utf8))
    return short.count < long.count && long.starts(with: short) && long[short.count] == UInt8(ascii: "-")
  }

  /// The term of an entry.
  func term(_ entry: Int) -> Term {
    let place = entries[entry]
    return decoded.withLock { decoded in
      if let term = decoded[entry] { return term }
      let term = set.parts[Int(place.part)].term(Int(place.term))
      decoded[entry] = term
      return term
    }
  }

  /// The fixed facts of an entry's term.
  func record(_ entry: Int) -> CompiledGlossary.TermRecord {
    set.parts[Int(entries[entry].part)].record(ofTerm: Int(entries[entry].term))
  }

  /// The words of an entry's exceptions, read when the term is first found.
  ///
  /// Glossaries have several exceptions for each term, and an article meets few of the terms: reading
  /// all of them beforehand would take longer than everything else.
  func exceptions(of entry: Int) -> [[UInt64]] {
    exceptionKeys.withLock { known in
      if let keys = known[entry] { return keys }
      let keys = term(entry).exceptions.map { words.keys(of: $0) }
      known[entry] = keys
      return keys
    }
  }
}

/// The terms that a matcher looks for, by concept; each is decoded when it is asked for.
public struct TermEntries: RandomAccessCollection, Sendable {
  let index: TermIndex

  /// The first entry's index, 0.
  public var startIndex: Int { 0 }
  /// The number of entries.
  public var endIndex: Int { index.entries.count }

  /// The entry of that index.
  public subscript(position: Int) -> TermEntry {
    TermEntry(term: index.term(position), concept: Int(index.entries[position].concept))
  }

  /// The index of the concept of an entry, without decoding its term.
  public func concept(of position: Int) -> Int { Int(index.entries[position].concept) }

  /// Whether translations keep the term of an entry as it is, without decoding it.
  public func isNotTranslated(_ position: Int) -> Bool { index.record(position).flags.contains(.isNotTranslated) }
}

/// The concepts that have terms in a matcher's language.
public struct TermConcepts: RandomAccessCollection, Sendable {
  let index: TermIndex

  /// The first concept's index, 0.
  public var startIndex: Int { 0 }
  /// The number of concepts.
  public var endIndex: Int { index.concepts.count }

  /// The concept of that index.
  public subscript(position: Int) -> TermConcept {
    let entry = index.concepts[position]
    let part = index.set.parts[Int(entry.part)]
    return TermConcept(
      id: part.identity(ofConcept: Int(entry.concept)).id, kind: part.kind(ofConcept: Int(entry.concept)),
      glossary: part.glossaries[part.glossary(ofConcept: Int(entry.concept))].id,
      entries: Int(entry.entries.lowerBound)..<Int(entry.entries.upperBound))
  }
}
