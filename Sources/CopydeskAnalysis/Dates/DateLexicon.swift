// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText
internal import Synchronization

/// What a word can mean in a date.
public struct DateWordSense: Hashable, Sendable {
  /// The grammatical form of a name.
  public enum Form: UInt8, Sendable {
    /// As written behind a day: `марта`, `March`.
    case inDate
    /// As written alone, where that differs: `март`.
    case alone
    /// Shortened: `Mar.`.
    case short
    /// Another case of the word: `марте`, `пятницу`.
    case inflected
    /// Two letters, which count only before a comma: `Mo, 7 October`.
    case twoLetters
    /// The first of two words, which ``DateLexicon`` pairs: `كانون`.
    case firstOfTwo
  }

  /// The languages in which the word means this.
  public fileprivate(set) var languages: LanguageSet
  /// The month 1...12, or the weekday from 0 for Sunday.
  public let value: Int
  /// Whether it is a month; otherwise it is a weekday.
  public let isMonth: Bool
  /// The grammatical form.
  public let form: Form
  /// The calendar of a month.
  public let calendar: DateCalendar

  init(languages: LanguageSet, value: Int, isMonth: Bool, form: Form, calendar: DateCalendar = .gregorian) {
    self.languages = languages
    self.value = value
    self.isMonth = isMonth
    self.form = form
    self.calendar = calendar
  }
}

/// Month and weekday names of all supported languages in one table.
///
/// A word of an article costs one probe; nearly all end at an empty slot.
public struct DateLexicon: Sendable {
  /// Open addressing over token keys: the index of the first sense plus one, 0 for an empty slot.
  private var slots: [UInt16]
  private var keys: [UInt64]
  private var senses: [DateWordSense] = []
  /// For each sense the next one of the same word plus one, or 0.
  private var next: [UInt16] = []
  /// Names of two words: the second word and the meaning, by the first.
  private var pairs: [UInt64: [(second: UInt64, sense: DateWordSense)]] = [:]
  private static let mask = 8191

  /// The lexicon for a target language: the supported languages, and the target if it is none of them.
  public static func lexicon(for language: String) -> DateLexicon {
    if LanguageSet.codes.contains(language) { return common }
    return others.withLock { cache in
      if let known = cache[language] { return known }
      var lexicon = common
      lexicon.addNames(ofICULocale: language)
      cache[language] = lexicon
      return lexicon
    }
  }

  private static let common = DateLexicon()
  private static let others = Mutex<[String: DateLexicon]>([:])

  private init() {
    slots = Array(repeating: 0, count: DateLexicon.mask + 1)
    keys = Array(repeating: 0, count: DateLexicon.mask + 1)
    senses.reserveCapacity(2400)
    next.reserveCapacity(2400)
    add(table: Array(CLDRTable.dateNames.utf8))
    add(table: DateWords.table)
  }

  /// Whether a word may stand for a month or weekday.
  @inline(__always)
  func firstSense(of key: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: key) & DateLexicon.mask
    while slots[slot] != 0 {
      if keys[slot] == key { return Int(slots[slot]) - 1 }
      slot = (slot + 1) & DateLexicon.mask
    }
    return nil
  }

  /// Whether a word names a weekday in some language.
  static func isWeekday(_ key: UInt64) -> Bool { common.senses(of: key).contains { !$0.isMonth } }

  /// Everything a word can mean.
  public func senses(of key: UInt64) -> [DateWordSense] {
    guard let first = firstSense(of: key) else { return [] }
    var result: [DateWordSense] = []
    var index = first
    while true {
      result.append(senses[index])
      guard next[index] != 0 else { return result }
      index = Int(next[index]) - 1
    }
  }

  /// What a name of two words means.
  func sense(of first: UInt64, _ second: UInt64) -> DateWordSense? {
    pairs[first]?.first { $0.second == second }?.sense
  }

  /// Adds a name of two words.
  mutating func insert(_ first: UInt64, _ second: UInt64, _ sense: DateWordSense) {
    pairs[first, default: []].append((second, sense))
    insert(
      first,
      DateWordSense(
        languages: sense.languages, value: 0, isMonth: sense.isMonth, form: .firstOfTwo, calendar: sense.calendar))
  }

  mutating func insert(_ key: UInt64, _ sense: DateWordSense) {
    var slot = Int(truncatingIfNeeded: key) & DateLexicon.mask
    while slots[slot] != 0, keys[slot] != key { slot = (slot + 1) & DateLexicon.mask }
    guard slots[slot] != 0 else {
      keys[slot] = key
      slots[slot] = UInt16(senses.count + 1)
      senses.append(sense)
      next.append(0)
      return
    }
    var index = Int(slots[slot]) - 1
    while true {
      let known = senses[index]
      if known.isMonth == sense.isMonth, known.value == sense.value, known.calendar == sense.calendar {
        // The fuller form wins: `May` is no abbreviation, `april` needs no second entry.
        if known.form == sense.form
          || !known.languages.isDisjoint(with: sense.languages) && known.form.rawValue < sense.form.rawValue
        {
          senses[index].languages.formUnion(sense.languages)
          return
        }
      }
      guard next[index] != 0 else { break }
      index = Int(next[index]) - 1
    }
    next[index] = UInt16(senses.count + 1)
    senses.append(sense)
    next.append(0)
  }
}
