// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskText
import Foundation
import Testing

@testable import CopydeskAnalysis

/// Keeps the table of number signs, date patterns and names equal to what ICU says.
///
/// `COPYDESK_RECORD=1 swift test --filter CLDRTableTests` writes it anew.
@Suite struct CLDRTableTests {
  static let languages = LanguageSet.codes
  /// Those whose months have names in dates, and whose weekdays are one word.
  static let namedLanguages = languages.filter { !["zh", "ja", "ko", "he"].contains($0) }

  @Test(.enabled(if: ICUVersion.icu == CLDRTable.icuVersion || CLDRTableTests.records))
  func `the table is what ICU says`() throws {
    let expected = try CLDRTableTests.source()
    let file = URL(filePath: #filePath).appending(
      path: "../../../../Sources/CopydeskAnalysis/Language/CLDRTable.swift"
    ).standardized
    if CLDRTableTests.records { try expected.write(to: file, atomically: true, encoding: .utf8) }
    #expect(try String(contentsOf: file, encoding: .utf8) == expected)
  }

  @Test(arguments: namedLanguages)
  func `month and weekday names are those of any ICU`(_ language: String) throws {
    let kinds: [LocaleData.DateNames] = [.monthsInDate, .monthsAlone, .weekdaysAlone]
    let names = try LocaleData.names(kinds, locale: language)
    let lexicon = DateLexicon.lexicon(for: language)
    for (kind, list) in zip(kinds, names) {
      for (index, name) in list.enumerated() {
        // Portuguese weekdays are two words; the first names the day.
        let word = name.split(separator: "-").first.map(String.init) ?? name
        let value = kind == .weekdaysAlone ? index : index + 1
        let senses = lexicon.senses(of: TokenKey.key(of: word))
        #expect(senses.contains { $0.value == value && $0.isMonth == (kind != .weekdaysAlone) }, "\(name)")
      }
    }
  }

  static var records: Bool { ProcessInfo.processInfo.environment["COPYDESK_RECORD"] == "1" }

  private static func listedRegions(of language: String) -> [String] {
    CLDRTable.conventions.split(separator: "\n").compactMap { line in
      let tag = line.prefix { $0 != "|" }
      return tag.hasPrefix("\(language)-") && tag != "es-419" ? String(tag.dropFirst(3)) : nil
    }
  }

  private static func escaped(_ text: String) -> String {
    text.unicodeScalars.map { scalar in
      switch scalar.value {
      case 0xA0, 0x202F, 0x2009, 0x2000...0x200F: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
      case 0x5C: "\\\\"
      default: String(scalar)
      }
    }.joined()
  }

  private static func conventions(_ locale: String) throws -> String {
    let fields = [
      try LocaleData.symbol(.decimal, locale: locale), try LocaleData.symbol(.grouping, locale: locale),
      try LocaleData.datePattern(skeleton: "yMMMMd", locale: locale),
      try LocaleData.datePattern(skeleton: "yMd", locale: locale),
    ]
    return fields.joined(separator: "|")
  }

  private static func source() throws -> String {
    var lines: [String] = []
    for language in languages {
      let base = try conventions(language)
      lines.append("\(language)|\(base)")
      // Asking for every region of the world takes a quarter of a minute, so only recording does; regions that
      // CLDR has nothing on say what the language says.
      for region in records ? LocaleData.regionCodes.sorted() : listedRegions(of: language) {
        let locale = "\(language)-\(region)"
        let own = try conventions(locale)
        if own != base { lines.append("\(locale)|\(own)") }
      }
      // Latin America as a whole is a locale of CLDR but no country.
      if language == "es" { lines.append("es-419|\(try conventions("es-419"))") }
    }
    var names: [String] = []
    let kinds: [(String, LocaleData.DateNames)] = [
      ("months-in-date", .monthsInDate), ("months-alone", .monthsAlone),
      ("short-months-in-date", .shortMonthsInDate), ("short-months-alone", .shortMonthsAlone),
      ("weekdays", .weekdaysAlone), ("short-weekdays", .shortWeekdaysAlone),
    ]
    for language in languages {
      let lists = try LocaleData.names(kinds.map { $0.1 }, locale: language)
      for (kind, list) in zip(kinds, lists) { names.append("\(language)|\(kind.0)|\(list.joined(separator: "|"))") }
    }
    return """
      // SPDX-License-Identifier: Apache-2.0
      //
      // Generated from CLDR through ICU by `COPYDESK_RECORD=1 swift test --filter CLDRTableTests`. Do not edit.
      // CLDR data is under the Unicode License, https://www.unicode.org/license.txt

      /// CLDR facts that every run needs, written down so that no run waits for ICU to load them.
      ///
      /// Opening ICU's number and date formats takes about 1 ms for one locale and 3 ms for eleven.
      enum CLDRTable {
        /// The ICU the table was made with.
        static let icuVersion = "\(ICUVersion.icu)"

        /// Locale, decimal sign, grouping sign, patterns for a date in words and a date in digits.
        static let conventions = \"""
      \(lines.map { "    " + escaped($0) }.joined(separator: "\n"))
          \"""

        /// Language, kind, names from January or from Sunday on.
        static let dateNames = \"""
      \(names.map { "    " + escaped($0) }.joined(separator: "\n"))
          \"""
      }

      """
  }
}
