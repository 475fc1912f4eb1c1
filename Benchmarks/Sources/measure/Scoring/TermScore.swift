// SPDX-License-Identifier: Apache-2.0

import Foundation

/// How well the terms are told apart that a translation uses and that it does not.
struct TermScore {
  /// What became of the terms of some translations.
  struct Count {
    /// Terms that are missing, and those of them that were reported.
    var missing = 0
    var found = 0
    /// Terms that are there, and those of them that were reported all the same.
    var present = 0
    var alarms = 0

    var falseAlarmRate: Double { present == 0 ? 0 : Double(alarms) / Double(present) }
    var precision: Double { found + alarms == 0 ? 1 : Double(found) / Double(found + alarms) }
    var recall: Double { missing == 0 ? 1 : Double(found) / Double(missing) }
    var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }

    mutating func add(_ other: Count) {
      missing += other.missing
      found += other.found
      present += other.present
      alarms += other.alarms
    }
  }

  /// A term that was judged wrongly, for people to read.
  struct Mistake {
    var pair: String
    var system: String
    var term: TermRecord.Term
    /// Whether it was reported though it is there; else it is missing and was not.
    var isAlarm: Bool
    var source: String
    var text: String
  }

  static let rule = "terminology/missing-term"

  /// By pair; every term of a reference counts as present.
  private(set) var references: [String: Count] = [:]
  private(set) var outputs: [String: Count] = [:]
  private(set) var mistakes: [Mistake] = []

  /// Judges the flags that `answer` gives on every translation.
  init(_ records: [TermRecord], answer: ([StreamRequest]) throws -> [[SpanFlag]]) throws {
    let translations = records.flatMap { record in record.translations.map { (record, $0) } }
    let flags = try answer(translations.map { $0.0.request(for: $0.1) })
    for ((record, translation), flags) in zip(translations, flags) {
      add(record, translation, flags: flags.filter { $0.rule == Self.rule })
    }
  }

  private mutating func add(_ record: TermRecord, _ translation: TermRecord.Translation, flags: [SpanFlag]) {
    var count = Count()
    for term in record.terms {
      let places = Self.places(of: term.source, in: record.source)
      let isFlagged = flags.contains { flag in
        flag.sourcePlaces.contains { place in places.contains { $0.hits(place.span) } }
      }
      let isPresent =
        translation.system == nil || TermPresence.holds(translation.text, term.target, language: record.language)
      if isPresent {
        count.present += 1
        count.alarms += isFlagged ? 1 : 0
      } else {
        count.missing += 1
        count.found += isFlagged ? 1 : 0
      }
      if isPresent == isFlagged {
        mistakes.append(
          Mistake(
            pair: record.pair, system: translation.system ?? "reference", term: term, isAlarm: isFlagged,
            source: record.source, text: translation.text))
      }
    }
    if translation.system == nil {
      references[record.pair, default: Count()].add(count)
    } else {
      outputs[record.pair, default: Count()].add(count)
    }
  }

  /// Where a text has a term, capitals aside or else in another form, in UTF-16 code units.
  static func places(of term: String, in text: String) -> [Range<Int>] {
    let (wanted, units) = (Array(term.lowercased().utf16), Array(text.lowercased().utf16))
    guard !wanted.isEmpty, wanted.count <= units.count else { return [] }
    let places = (0...units.count - wanted.count)
      .filter { units[$0..<$0 + wanted.count].elementsEqual(wanted) }
      .map { $0..<$0 + wanted.count }
    return places.isEmpty ? TermPresence.places(of: term.lowercased(), in: text.lowercased(), ending: 2) : places
  }
}

/// Whether a translation uses a term, as the evaluation of the data sees it: its letters stand in the text, capitals
/// aside, or its lemmas do.
///
/// Lemmas are told by the letters: two words are forms of one if they differ in their last letters only.
enum TermPresence {
  static func holds(_ text: String, _ term: String, language: String) -> Bool {
    let (text, term) = (text.lowercased(), term.lowercased())
    if text.contains(term) { return true }
    // Russian endings have up to three letters, those of the Romance and Germanic languages mostly two.
    return !places(of: term, in: text, ending: language == "ru" ? 3 : 2).isEmpty
  }

  /// Where the words of a term stand in other forms, in UTF-16 code units.
  static func places(of term: String, in text: String, ending: Int) -> [Range<Int>] {
    let (words, wanted) = (words(of: text), words(of: term))
    guard !wanted.isEmpty, wanted.count <= words.count else { return [] }
    return (0...words.count - wanted.count).compactMap { start in
      let run = words[start..<start + wanted.count]
      guard let first = run.first, let last = run.last,
        zip(run, wanted).allSatisfy({ isForm($0.text, of: $1.text, ending: ending) })
      else { return nil }
      return first.range.lowerBound..<last.range.upperBound
    }
  }

  private static func isForm(_ word: String, of other: String, ending: Int) -> Bool {
    let shared = word.commonPrefix(with: other).count
    return word == other || shared >= 3 && max(word.count, other.count) - shared <= ending
  }

  /// The words without their accents, since umlaut is a matter of form, and where they stand.
  private static func words(of text: String) -> [(text: String, range: Range<Int>)] {
    text.split { !$0.isLetter && !$0.isNumber }.map { word in
      let start = text.utf16.distance(from: text.startIndex, to: word.startIndex)
      return (word.folding(options: .diacriticInsensitive, locale: nil), start..<start + word.utf16.count)
    }
  }
}
