// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskLinting
import CopydeskRules
import Foundation
import Testing

/// Holds the rule against ICU's calendar: a weekday is reported if and only if it is not the day's.
///
/// Every day of 1990 to 2035 stands in one paragraph or another; which locale and form it has turns with the days,
/// so each of the pairs has some 220 days of all years, months and weekdays.
@Suite struct CalendarOracleTests {
  static let locales = [
    "en-US", "en-GB", "es-ES", "es-MX", "fr-FR", "fr-CA", "de-DE", "de-CH", "pt-BR", "pt-PT", "it", "nl", "ru", "uk",
    "pl", "cs", "tr", "ar", "ar-EG", "he", "hi", "zh", "zh-TW", "ja", "ko",
  ]
  /// The skeletons of the forms that have a weekday: in words, shortened, in digits.
  static let forms = ["yMMMMEEEEd", "yMMMEEEEd", "yMEEEEd"]
  private static let firstDay = 7305
  private static let dayCount = 16_801

  /// The days of a locale in a form, as days since 1970.
  private static func days(_ locale: Int, form: Int) -> StrideTo<Int> {
    stride(
      from: firstDay + form * locales.count + locale, to: firstDay + dayCount, by: locales.count * forms.count)
  }

  private func analyses(
    of copy: String, _ locale: String
  ) throws -> (article: Article, context: AnalysisContext) {
    let article = try ArticleReader.read(InputText(path: "days.txt", text: copy), as: .text)
    return (article, AnalysisContext(language: try #require(LanguageTag(locale))))
  }

  /// A day with its weekday in words that make it prose.
  private func paragraph(_ date: String) -> String { "2 x, \(date), x." }

  /// The days of a locale in a form, each with the weekday of the day `shift` days later.
  private func copy(_ locale: Int, form: Int, shift: Int) throws -> [String] {
    let tag = Self.locales[locale]
    let pattern = try LocaleData.datePattern(skeleton: Self.forms[form], locale: tag)
    let format = try DateFormat(pattern: pattern, locale: tag)
    let names = try LocaleData.names([.weekdaysInDate], locale: tag)[0]
    return try Self.days(locale, form: form).map { day in
      let right = try format.string(secondsSince1970: day * 86_400)
      let date = try #require(CalendarDate(daysSince1970: day))
      let name = names[date.weekday]
      let other = names[(date.weekday + shift) % 7]
      let range = try #require(right.range(of: name), "\(right) has no \(name)")
      return paragraph(right.replacingCharacters(in: range, with: other))
    }
  }

  private func findings(_ copy: [String], _ locale: String) throws -> [Finding] {
    let rule = try #require(BuiltInRules.all.first { $0.metadata.id == "dates/wrong-weekday" })
    let (article, context) = try analyses(of: copy.joined(separator: "\n\n"), locale)
    return Linter(rules: [ActiveRule(rule)]).lint(article, context: context)
  }

  @Test(arguments: locales.indices, forms.indices)
  func `a right weekday is let pass`(_ locale: Int, form: Int) throws {
    #expect(try findings(copy(locale, form: form, shift: 0), Self.locales[locale]).map(\.text) == [])
  }

  @Test(arguments: locales.indices, forms.indices)
  func `a wrong weekday is found once`(_ locale: Int, form: Int) throws {
    let copy = try copy(locale, form: form, shift: 1 + locale % 6)
    #expect(try findings(copy, Self.locales[locale]).count == copy.count)
  }
}
