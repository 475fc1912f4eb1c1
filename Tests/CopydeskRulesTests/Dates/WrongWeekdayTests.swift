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

  @Test func `three suggestions name the weekday, the day and the year`() throws {
    let findings = try findings("He came on Monday, March 18, 2025.", "en-US")
    let fixes = try #require(findings.first).fixes.flatMap(\.edits).map(\.replacement)
    #expect(fixes == ["Tuesday", "17", "2024"])
  }
}
