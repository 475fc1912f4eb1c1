// SPDX-License-Identifier: Apache-2.0

internal import CopydeskLanguageData
internal import CopydeskText

/// The words and signs around times, in all supported languages.
struct TimeLexicon: Sendable {
  /// What an entry does.
  enum Role: String, CaseIterable, Sendable {
    case hour
    case hours
    case fourDigitHours = "four-digit-hours"
    case minute
    case lead
    case weakLead = "weak-lead"
    case hourLead = "hour-lead"
    case am
    case pm
    case morning
    case afternoon
    case night
    case midday
    case amFirst = "am-first"
    case pmFirst = "pm-first"
    case morningFirst = "morning-first"
    case afternoonFirst = "afternoon-first"
    case nightFirst = "night-first"
    case middayFirst = "midday-first"
    case half
    case quarter
    case lessQuarter = "less-quarter"
    case noon
    case midnight
    case hourName = "hour-names"
    case range
    case localTime = "local-time"
    case zone = "zones"

    /// The part of the day that the entry names behind a time.
    var dayPart: TimeMention.DayPart? {
      switch self {
      case .am: .am
      case .pm: .pm
      case .morning: .morning
      case .afternoon: .afternoon
      case .night: .night
      case .midday: .midday
      default: nil
      }
    }

    /// The part of the day that the entry names before a time.
    var dayPartFirst: TimeMention.DayPart? {
      switch self {
      case .amFirst: .am
      case .pmFirst: .pm
      case .morningFirst: .morning
      case .afternoonFirst: .afternoon
      case .nightFirst: .night
      case .middayFirst: .midday
      default: nil
      }
    }

    /// Whether the entry is looked for before a time.
    var standsBefore: Bool {
      self == .lead || self == .weakLead || self == .hourLead || self == .range || dayPartFirst != nil
    }
  }

  struct Entry: Sendable {
    let role: Role
    var languages: LanguageSet
    /// The keys of its words; marks between them do not count.
    let words: [UInt64]
    /// The text of an entry of a script without spaces between words, else empty.
    let bytes: [UInt8]
    /// Whether it is spelled with periods.
    let hasPeriod: Bool
    /// The hour of a name, else 0.
    let hour: Int
    /// The distances of a zone from UTC.
    let offsets: [Int]
  }

  /// The lexicon of all languages, read once per process in about 0.3 ms.
  static let shared: TimeLexicon = {
    guard let file = EmbeddedFile.named("times.txt") else {
      preconditionFailure("the embedded table of times is missing")
    }
    return TimeLexicon(file.bytes)
  }()

  private static let spacelessLanguages: Set<String> = ["zh", "ja", "ko"]
  /// The languages of the 12-hour clock.
  private(set) var twelveHourLanguages: LanguageSet = []
  /// The languages that write `18h30`.
  private(set) var hourSignLanguages: LanguageSet = []
  /// How each language writes a time unless the house style says otherwise.
  private(set) var forms: [String: TimeForm] = [:]
  private(set) var entries: [Entry] = []
  /// Entries by their first word, and those that stand before a time by their last; the longest first.
  private var behind: [UInt64: [Int]] = [:]
  private var before: [UInt64: [Int]] = [:]
  /// Entries of Chinese, Japanese and Korean, which are compared letter by letter; the longest first.
  private(set) var spaceless: [Int] = []
  /// One bit for the first word of each entry that is a time by itself, so that other words cost one load.
  private var filter = [UInt64](repeating: 0, count: 64)

  /// The tokens of the entry that is read.
  private var tokens: [Token] = []

  /// Reads a table; lines that are none of its form are left out, which a test looks for.
  init(_ table: [UInt8]) {
    for line in table.split(separator: 0x0A) where line.first != 0x23 { add(line: line, of: table) }
    for key in behind.keys { behind[key]?.sort { entries[$0].words.count > entries[$1].words.count } }
    for key in before.keys { before[key]?.sort { entries[$0].words.count > entries[$1].words.count } }
    spaceless.sort { (entries[$0].bytes.count, $1) > (entries[$1].bytes.count, $0) }
  }

  // Bytes, not characters: the table is read in every run.
  private mutating func add(line: ArraySlice<UInt8>, of table: [UInt8]) {
    let fields = line.split(separator: 0x7C, omittingEmptySubsequences: false)
    guard fields.count >= 2 else { return }
    let language = String(decoding: fields[0], as: UTF8.self)
    if language == Role.zone.rawValue {
      for field in fields.dropFirst() {
        let parts = field.split(separator: 0x3D)
        guard parts.count == 2 else { continue }
        let offsets = parts[1].split(separator: 0x2F).compactMap { Int(String(decoding: $0, as: UTF8.self)) }
        add(parts[0], of: table, role: .zone, language: "", offsets: offsets)
      }
      return
    }
    let kind = String(decoding: fields[1], as: UTF8.self)
    switch kind {
    case "clock":
      if fields.last?.elementsEqual("12".utf8) ?? false { twelveHourLanguages.formUnion(LanguageSet(language)) }
    case "form":
      forms[language] = TimeForm(rawValue: String(decoding: fields[2], as: UTF8.self))
    case "hour-sign":
      hourSignLanguages.formUnion(LanguageSet(language))
    default:
      guard let role = Role(rawValue: kind) else { return }
      for (index, field) in fields.dropFirst(2).enumerated() {
        guard role == .hourName else {
          add(field, of: table, role: role, language: language)
          continue
        }
        for form in field.split(separator: 0x2F) {
          add(form, of: table, role: role, language: language, hour: index + 1)
        }
      }
    }
  }

  private mutating func add(
    _ text: ArraySlice<UInt8>, of table: [UInt8], role: Role, language: String, hour: Int = 0, offsets: [Int] = []
  ) {
    let index = entries.count
    // One entry for the same words in several languages.
    let isSpaceless = TimeLexicon.spacelessLanguages.contains(language)
    var words: [UInt64] = []
    if !isSpaceless {
      tokens.removeAll(keepingCapacity: true)
      Tokenizer(language: language)
        .append(tokensIn: table, range: TextRange(text.startIndex, text.endIndex), to: &tokens)
      for token in tokens where token.isWordLike { words.append(token.key) }
    }
    if let first = words.first, role != .hourName, role != .zone,
      let known = (role.standsBefore ? before[words[words.count - 1]] : behind[first])?.first(where: {
        entries[$0].role == role && entries[$0].words == words
      })
    {
      entries[known].languages.formUnion(LanguageSet(language))
      return
    }
    entries.append(
      Entry(
        role: role, languages: language.isEmpty ? [] : LanguageSet(language), words: words,
        bytes: isSpaceless ? Array(text) : [], hasPeriod: text.contains(0x2E), hour: hour, offsets: offsets))
    if isSpaceless { spaceless.append(index) }
    guard let first = words.first, let last = words.last else { return }
    if role.standsBefore { before[last, default: []].append(index) } else { behind[first, default: []].append(index) }
    if role == .noon || role == .midnight || role == .hourName { filter[Int(first & 63)] |= 1 << (first >> 6 & 63) }
  }

  /// The entries that start with a word, those of most words first.
  func entries(startingWith key: UInt64) -> [Int] { behind[key] ?? [] }

  /// The entries before a time that end with a word, those of most words first.
  func entries(endingWith key: UInt64) -> [Int] { before[key] ?? [] }

  /// Whether a word may begin a time without digits; few others pass.
  @inline(__always)
  func mayBeginTime(_ key: UInt64) -> Bool { filter[Int(key & 63)] >> (key >> 6 & 63) & 1 == 1 }
}
