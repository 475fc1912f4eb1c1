// SPDX-License-Identifier: Apache-2.0

internal import CopydeskLanguageData
internal import CopydeskText

/// The words between the fields of a date, and the names of eras, in all supported languages.
struct DateWords: Sendable {
  /// An era and how its years are reckoned.
  struct Era: Sendable {
    let languages: LanguageSet
    let calendar: DateCalendar
    /// What to add to a year of the era.
    let offset: Int
    /// The keys of its words, or of one run of letters without spaces.
    let words: [UInt64]
    /// The name's bytes.
    let text: [UInt8]
  }

  /// The embedded table, which also holds names of months and weekdays.
  static let table: [UInt8] = {
    guard let file = EmbeddedFile.named("dates.txt") else {
      preconditionFailure("the embedded table of dates is missing")
    }
    return file.bytes
  }()

  static let shared = DateWords(table)

  private(set) var dayConnectors: Set<UInt64> = []
  private(set) var yearConnectors: Set<UInt64> = []
  private(set) var weekdayConnectors: Set<UInt64> = []
  private(set) var rangeWords: Set<UInt64> = []
  private(set) var ordinalSuffixes: Set<UInt64> = []
  private(set) var englishSuffixes: Set<UInt64> = []
  /// Words before a day of the month in digits alone, by language.
  private(set) var dayLeads: [String: Set<UInt64>] = [:]
  /// Letters that a language writes together with a name.
  private(set) var prefixes: [String: [[UInt32]]] = [:]
  /// How many days behind the article's a word such as `yesterday` is, by language.
  private(set) var relativeDays: [String: [UInt64: Int]] = [:]
  /// Eras before a year, by their first word; those of scripts without spaces in a list.
  private(set) var eras: [UInt64: [Era]] = [:]
  private(set) var spacelessEras: [Era] = []
  /// Eras behind a year, by their first word.
  private(set) var erasBehind: [UInt64: [Era]] = [:]

  private init(_ table: [UInt8]) {
    for line in table.split(separator: 0x0A) where line.first != 0x23 {
      let fields = line.split(separator: 0x7C, omittingEmptySubsequences: false)
      guard fields.count >= 3 else { continue }
      let kind = String(decoding: fields[1], as: UTF8.self)
      // Names of months and weekdays are for the lexicon.
      guard !kind.hasSuffix("months"), !kind.hasSuffix("weekdays"), kind != "months-in-date" else { continue }
      add(
        String(decoding: fields[0], as: UTF8.self), kind,
        fields.dropFirst(2).map { String(decoding: $0, as: UTF8.self) })
    }
  }

  private mutating func add(_ language: String, _ kind: String, _ entries: [String]) {
    func keys() -> Set<UInt64> { Set(entries.map { TokenKey.key(of: $0) }) }
    switch kind {
    case "day-connectors": dayConnectors = keys()
    case "year-connectors": yearConnectors = keys()
    case "weekday-connectors": weekdayConnectors = keys()
    case "range-words": rangeWords = keys()
    case "ordinal-suffixes": ordinalSuffixes = keys()
    case "english-suffixes": englishSuffixes = keys()
    case "day-leads": dayLeads[language] = keys()
    case "yesterday": for key in keys() { relativeDays[language, default: [:]][key] = -1 }
    case "today": for key in keys() { relativeDays[language, default: [:]][key] = 0 }
    case "tomorrow": for key in keys() { relativeDays[language, default: [:]][key] = 1 }
    case "prefixes": prefixes[language] = entries.map { $0.unicodeScalars.map(\.value) }
    case "eras":
      for era in entries.compactMap({ DateWords.era($0, language) }) {
        if language == "ja" || language == "zh" { spacelessEras.append(era) }
        if let first = era.words.first { eras[first, default: []].append(era) }
      }
    case "eras-behind":
      for era in entries.compactMap({ DateWords.era($0, language) }) {
        if let first = era.words.first { erasBehind[first, default: []].append(era) }
      }
    default: break
    }
  }

  /// Reads `Reiwa=japanese+2018`.
  private static func era(_ entry: String, _ language: String) -> Era? {
    let parts = entry.split(separator: "=")
    guard parts.count == 2 else { return nil }
    let letters = parts[1].prefix { $0.isLetter }
    guard let calendar = DateCalendar(rawValue: String(letters)) else { return nil }
    let words = Tokenizer(language: nil).tokens(in: Array(parts[0].utf8)).filter(\.isWordLike).map(\.key)
    return Era(
      languages: LanguageSet(language), calendar: calendar, offset: Int(parts[1].dropFirst(letters.count)) ?? 0,
      words: words, text: Array(parts[0].utf8))
  }
}
