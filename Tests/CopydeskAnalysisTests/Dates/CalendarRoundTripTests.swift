// SPDX-License-Identifier: Apache-2.0

import CopydeskArticles
import CopydeskICU
import CopydeskText
import Testing

@testable import CopydeskAnalysis

/// What ICU writes in a locale is read back to the same day and time, with its whole range.
@Suite struct CalendarRoundTripTests {
  static let locales = [
    "en-US", "en-GB", "es-ES", "es-MX", "es-AR", "fr-FR", "fr-CA", "de-DE", "de-CH", "pt-BR", "pt-PT", "it", "nl",
    "ru", "uk", "pl", "cs", "tr", "ar", "ar-EG", "he", "hi", "zh", "zh-TW", "ja", "ko",
  ]
  /// Locales whose long form has the zone before the time, or seconds with a word of their own.
  private static let withoutLongTimes: Set<String> = ["zh", "zh-TW", "ko", "fr-CA"]

  private func analysis(_ paragraphs: [String], _ locale: String) throws -> ArticleAnalysis {
    let copy = paragraphs.joined(separator: "\n\n")
    let article = try ArticleReader.read(InputText(path: "days.txt", text: copy), as: .text)
    return ArticleAnalysis(article, context: AnalysisContext(language: try #require(LanguageTag(locale))))
  }

  /// The words that ICU puts behind a year, as Russian `г.`.
  private static let yearWords: Set<String> = ["", "г", "р"]

  @Test(arguments: locales, [DateFormat.Style.full, .long, .medium])
  func `a day is read back`(_ locale: String, style: DateFormat.Style) throws {
    let format = try DateFormat(date: style, locale: locale)
    // Every 97th day from 1990 on, so that all months, days and weekdays come up.
    let days = Array(stride(from: 7305, to: 24_106, by: 97))
    let texts = try days.map { try format.string(secondsSince1970: $0 * 86_400) }
    let analysis = try analysis(texts.map { "x \($0)" }, locale)
    #expect(analysis.dates.map { $0.calendarDate?.daysSince1970 } == days)
    let read = analysis.dates.map { analysis.string(in: $0.range) }
    let unread = zip(texts, read).filter { text, read in
      !text.hasPrefix(read) || !Self.yearWords.contains(text.dropFirst(read.count).filter(\.isLetter))
    }
    #expect(unread.map { "\($0.0): \($0.1)" } == [])
  }

  @Test(arguments: locales, [DateFormat.Style.short, .long])
  func `a time is read back`(_ locale: String, style: DateFormat.Style) throws {
    guard style != .long || !Self.withoutLongTimes.contains(locale) else { return }
    let format = try DateFormat(date: .none, time: style, locale: locale)
    let minutes = Array(stride(from: 0, to: 1440, by: 11))
    let texts = try minutes.map { try format.string(secondsSince1970: $0 * 60) }
    let analysis = try analysis(texts.map { "x \($0)" }, locale)
    let unread = zip(minutes, texts).enumerated().filter { index, item in
      guard analysis.times.indices.contains(index) else { return true }
      let mention = analysis.times[index]
      return !mention.time.readings.contains(item.0) || analysis.string(in: mention.range) != item.1
    }
    #expect(unread.map { "\($0.element.1)" } == [])
    #expect(analysis.times.count == texts.count)
  }
}
