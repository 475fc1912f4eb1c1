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
      if offset > start { add(name, written: start..<offset, in: bytes) }
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
  private mutating func add(_ name: Name, written range: Range<Int>, in bytes: [UInt8]) {
    add(DateLexicon.spelling(of: range, in: bytes, behind: []), name)
    for prefix in name.prefixes { add(DateLexicon.spelling(of: range, in: bytes, behind: prefix), name) }
  }

  private mutating func add(_ spelling: Spelling, _ name: Name) {
    guard let first = spelling.first else { return }
    if let second = spelling.second {
      insert(first, second, name.sense(name.kind.form))
    } else {
      insert(first, name.sense(spelling.hasHyphen ? .inflected : name.kind.form))
    }
  }

  /// The keys of the words of a name, without what stands behind a hyphen.
  private struct Spelling {
    var first: UInt64?
    var second: UInt64?
    var hasHyphen = false
  }

  // Without a list of letters: the table is read in every run.
  private static func spelling(of range: Range<Int>, in bytes: [UInt8], behind prefix: [UInt32]) -> Spelling {
    let characters = CharacterTable.shared
    let text = bytes.span
    var spelling = Spelling()
    var key = TokenKey()
    for codePoint in prefix { key.add(codePoint: codePoint) }
    var hasLetter = false
    var word = 0
    func close() {
      guard hasLetter else { return }
      if word == 0 { spelling.first = key.value } else if word == 1 { spelling.second = key.value }
    }
    var offset = range.lowerBound
    while offset < range.upperBound, !spelling.hasHyphen {
      let (codePoint, length) = UTF8Decoder.codePoint(in: text, at: offset)
      offset += length
      let info = characters.info(of: codePoint)
      if info.isLetter || info.kind == .apostrophe {
        key.add(codePoint: info.folded)
        hasLetter = true
      } else if codePoint == 0x20 {
        close()
        key = TokenKey()
        hasLetter = false
        word += 1
      } else if codePoint == 0x2D {
        spelling.hasHyphen = true
      }
    }
    close()
    return spelling
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
