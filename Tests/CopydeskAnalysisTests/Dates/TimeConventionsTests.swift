// SPDX-License-Identifier: Apache-2.0

import CopydeskAnalysis
import CopydeskText
import Testing

@Suite struct TimeConventionsTests {
  /// How a locale writes half past six in the evening, and six.
  struct Case: CustomTestStringConvertible, Sendable {
    let locale: String
    let half: String
    let full: String
    var testDescription: String { locale }
  }

  @Test(arguments: [
    Case(locale: "en-US", half: "6:30 p.m.", full: "6 p.m."),
    Case(locale: "en-GB", half: "6.30pm", full: "6pm"),
    Case(locale: "fr-FR", half: "18h30", full: "18h"),
    Case(locale: "de-DE", half: "18.30 Uhr", full: "18 Uhr"),
    Case(locale: "it-IT", half: "18.30", full: "18"),
    Case(locale: "ru-RU", half: "18:30", full: "18:00"),
    Case(locale: "pl", half: "18:30", full: "18:00"),
    Case(locale: "nl", half: "18.30 uur", full: "18 uur"),
  ])
  func `a time is written in the form of the house or the language`(_ item: Case) throws {
    let tag = try #require(LanguageTag(item.locale))
    let conventions = LocaleConventions.conventions(for: tag, houseStyle: HouseStyle.shipped(for: tag)).times
    #expect(conventions.string(minutes: 1110) == item.half)
    #expect(conventions.string(minutes: 1080) == item.full)
  }

  private static let unknown = "ja"

  @Test func `a language without a known form writes no time`() throws {
    let tag = try #require(LanguageTag(Self.unknown))
    #expect(LocaleConventions.conventions(for: tag).times.string(minutes: 0) == nil)
  }
}
