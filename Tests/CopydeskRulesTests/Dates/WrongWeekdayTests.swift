// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskLinting
import CopydeskRules
import CopydeskTestSupport
import Testing

/// Days of all months and weekdays in every language, written with ICU's names.
@Suite struct WrongWeekdayTests {
  private static let languages = ["en-US", "en-GB", "es", "fr", "de", "pt-BR", "it", "ru", "uk", "cs", "nl", "pl"]

  /// One paragraph for every fourth day, with the weekday moved on by an offset.
  private func copy(_ locale: String, year: Int, offset: Int) throws -> String {
    let names = try LocaleData.names([.monthsInDate, .weekdaysAlone], locale: locale)
    let pattern = try LocaleData.datePattern(skeleton: "yMMMMEEEEd", locale: locale)
    let days = (1...12).flatMap { month in
      stride(from: 1 + month % 4, through: CalendarDate.dayCount(year: year, month: month), by: 4).compactMap {
        CalendarDate(year: year, month: month, day: $0)
      }
    }
    return days.map { day in
      var text = ""
      var isQuoted = false
      for letter in pattern {
        switch letter {
        case "'": isQuoted.toggle()
        case "E" where !isQuoted: text += text.hasSuffix("\u{1}") ? "" : names[1][(day.weekday + offset) % 7] + "\u{1}"
        case "M" where !isQuoted: text += text.hasSuffix("\u{2}") ? "" : names[0][day.month - 1] + "\u{2}"
        case "d" where !isQuoted: text += "\(day.day)"
        case "y" where !isQuoted: text += "\(day.year)"
        default: text.append(letter)
        }
      }
      // Words around it, so that the paragraph reads as prose and not as a list of keywords.
      return "So it was, \(text.filter { $0 != "\u{1}" && $0 != "\u{2}" }), and so it went."
    }.joined(separator: "\n\n")
  }

  private func findings(_ copy: String, _ locale: String) throws -> [Finding] {
    let rule = try #require(BuiltInRules.all.first { $0.metadata.id == "dates/wrong-weekday" })
    let article = try ArticleReader.read(InputText(path: "days.txt", text: copy), as: .text)
    let context = AnalysisContext(language: try #require(LanguageTag(locale)))
    return Linter(rules: [ActiveRule(rule)]).lint(article, context: context)
  }

  @Test(arguments: languages)
  func `the right weekday of a day is let pass`(_ locale: String) throws {
    #expect(try findings(copy(locale, year: 2024, offset: 0), locale).map(\.text) == [])
  }

  @Test(arguments: languages)
  func `the wrong weekday of a day is found`(_ locale: String) throws {
    let copy = try copy(locale, year: 2025, offset: 3)
    #expect(try findings(copy, locale).count == copy.split(separator: "\n\n").count)
  }

  /// Copy with a wrong weekday and the three ways out.
  struct Case: CustomTestStringConvertible, Sendable {
    let copy: String
    let language: String
    let replacements: [String]
    var testDescription: String { "\(language): \(copy)" }
  }

  @Test(arguments: [
    Case(copy: "He came on Monday, March 18, 2025.", language: "en-US", replacements: ["Tuesday", "17", "2024"]),
    Case(copy: "He came on Monday 18th March 2025.", language: "en-GB", replacements: ["Tuesday", "17th", "2024"]),
    Case(copy: "He left on Saturday, March 1, 2024.", language: "en-US", replacements: ["Friday", "2", "2025"]),
    Case(copy: "He left on Sunday, 3/1/2025.", language: "en-US", replacements: ["Saturday", "2", "2026"]),
    Case(copy: "Er kam am Montag, 18.03.2025.", language: "de", replacements: ["Dienstag", "17", "2024"]),
    Case(copy: "Il est venu le lundi 18 mars 2025.", language: "fr", replacements: ["mardi", "17", "2024"]),
    Case(copy: "于2025年3月18日星期一开庭。", language: "zh", replacements: ["星期二", "17", "2024"]),
  ])
  func `three suggestions name the weekday, the day and the year`(_ item: Case) throws {
    let findings = try findings(item.copy, item.language)
    let fixes = try #require(findings.first).fixes.flatMap(\.edits).map(\.replacement)
    #expect(fixes == item.replacements)
  }
}
