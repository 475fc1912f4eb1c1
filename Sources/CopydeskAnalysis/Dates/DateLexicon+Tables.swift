// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

extension DateLexicon {
  /// Adds lines of `language|kind|name|…`; `/` separates forms of one name.
  mutating func add(table bytes: [UInt8]) {
    var offset = 0
    while offset < bytes.count {
      let start = offset
      while offset < bytes.count, bytes[offset] != 0x0A { offset += 1 }
      if offset > start, bytes[start] != 0x23 { add(line: bytes[start..<offset]) }
      offset += 1
    }
  }

  private mutating func add(line: ArraySlice<UInt8>) {
    let bytes = Array(line)
    guard let bar = bytes.firstIndex(of: 0x7C),
      let second = bytes[(bar + 1)...].firstIndex(of: 0x7C),
      let kind = NameKind(rawValue: String(decoding: bytes[(bar + 1)..<second], as: UTF8.self))
    else { return }
    let language = String(decoding: bytes[..<bar], as: UTF8.self)
    // Chinese, Japanese and Korean months are numbers; their names in CLDR would only be taken apart.
    if ["zh", "ja", "ko"].contains(language) { return }
    var name = Name(
      languages: LanguageSet(language), kind: kind, prefixes: DateWords.shared.prefixes[language] ?? [], index: 0)
    var start = second + 1
    for offset in start...bytes.count {
      let isEnd = offset == bytes.count
      guard isEnd || bytes[offset] == 0x7C || bytes[offset] == 0x2F else { continue }
      if offset > start { add(name, written: bytes[start..<offset]) }
      if !isEnd, bytes[offset] == 0x7C { name.index += 1 }
      start = offset + 1
    }
  }

  /// The kinds of lines that hold names.
  private enum NameKind: String {
    case monthsInDate = "months-in-date"
    case monthsAlone = "months-alone"
    case shortMonths = "short-months"
    case shortMonthsInDate = "short-months-in-date"
    case shortMonthsAlone = "short-months-alone"
    case inflectedMonths = "inflected-months"
    case weekdays
    case shortWeekdays = "short-weekdays"
    case inflectedWeekdays = "inflected-weekdays"
    case twoLetterWeekdays = "two-letter-weekdays"
    case hijriMonths = "hijri-months"
    case persianMonths = "persian-months"

    var isMonth: Bool {
      switch self {
      case .weekdays, .shortWeekdays, .inflectedWeekdays, .twoLetterWeekdays: false
      default: true
      }
    }

    var form: DateWordSense.Form {
      switch self {
      case .monthsInDate, .weekdays, .hijriMonths, .persianMonths: .inDate
      case .monthsAlone: .alone
      case .inflectedMonths, .inflectedWeekdays: .inflected
      case .twoLetterWeekdays: .twoLetters
      case .shortMonths, .shortMonthsInDate, .shortMonthsAlone, .shortWeekdays: .short
      }
    }

    var calendar: DateCalendar {
      switch self {
      case .hijriMonths: .hijri
      case .persianMonths: .persian
      default: .gregorian
      }
    }
  }

  private struct Name {
    let languages: LanguageSet
    let kind: NameKind
    /// Letters that the language writes together with the word: Hebrew `ב`.
    let prefixes: [[UInt32]]
    var index: Int

    func sense(_ form: DateWordSense.Form) -> DateWordSense {
      DateWordSense(
        languages: languages, value: kind.isMonth ? index + 1 : index, isMonth: kind.isMonth, form: form,
        calendar: kind.calendar)
    }
  }

  /// Adds a name of one word, or of two that a space parts; of `segunda-feira` the first part alone, which is also
  /// another word.
  private mutating func add(_ name: Name, written bytes: ArraySlice<UInt8>) {
    let characters = CharacterTable.shared
    var words: [[UInt32]] = [[]]
    var hasHyphen = false
    var decoder = UTF8Decoder(Array(bytes))
    while let (codePoint, _) = decoder.next() {
      let info = characters.info(of: codePoint)
      if info.isLetter || info.kind == .apostrophe {
        if !hasHyphen { words[words.count - 1].append(info.folded) }
      } else if codePoint == 0x20 {
        if !hasHyphen { words.append([]) }
      } else if codePoint == 0x2D {
        hasHyphen = true
      }
    }
    guard let first = words.first, !first.isEmpty else { return }
    for prefix in [[]] + name.prefixes {
      let key = DateLexicon.key(prefix + first)
      if words.count >= 2, !words[1].isEmpty {
        insert(key, DateLexicon.key(words[1]), name.sense(name.kind.form))
      } else {
        insert(key, name.sense(hasHyphen ? .inflected : name.kind.form))
      }
    }
  }

  private static func key(_ word: [UInt32]) -> UInt64 {
    var key = TokenKey()
    for codePoint in word { key.add(codePoint: codePoint) }
    return key.value
  }

  /// Adds the names of a language that no table has.
  mutating func addNames(ofICULocale locale: String) {
    let kinds: [(String, LocaleData.DateNames)] = [
      ("months-in-date", .monthsInDate), ("months-alone", .monthsAlone), ("short-months", .shortMonthsInDate),
      ("weekdays", .weekdaysAlone), ("short-weekdays", .shortWeekdaysAlone),
    ]
    guard let names = try? LocaleData.names(kinds.map { $0.1 }, locale: locale) else { return }
    for (kind, list) in zip(kinds, names) {
      add(table: Array("\(locale)|\(kind.0)|\(list.joined(separator: "|"))".utf8))
    }
  }
}
