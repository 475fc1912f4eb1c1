// SPDX-License-Identifier: Apache-2.0

import CopydeskAnalysis
import CopydeskText
import Testing

@Suite struct HouseStyleTests {
  @Test func `the shipped styles are these`() {
    let names = [
      "news-de", "news-en-gb", "news-en-us", "news-es", "news-es-mx", "news-fr", "news-it", "news-pt", "news-ru",
      "news-uk",
    ]
    #expect(HouseStyle.shippedNames == names)
  }

  @Test(arguments: HouseStyle.shippedNames)
  func `a shipped style is called like its file and serves its language`(_ name: String) throws {
    let style = try #require(HouseStyle.shipped(named: name))
    #expect(style.name == name)
    #expect(HouseStyle.shipped(for: style.language) == style)
    #expect(!style.dateFormats.isEmpty)
    #expect(!style.groupingSeparators.contains(style.decimalSeparator))
  }

  @Test(arguments: [
    ("en", "news-en-us"), ("en-GB", "news-en-gb"), ("en-AU", "news-en-us"), ("es", "news-es"), ("es-MX", "news-es-mx"),
    ("es-CO", "news-es"), ("pt-PT", "news-pt"), ("de-CH", "news-de"),
  ])
  func `copy gets the style of its region or of its language`(_ tag: String, _ name: String) throws {
    #expect(HouseStyle.shipped(for: try #require(LanguageTag(tag)))?.name == name)
  }

  @Test func `copy in a language without a style gets none`() throws {
    #expect(HouseStyle.shipped(for: try #require(LanguageTag("ja"))) == nil)
    #expect(HouseStyle.shipped(named: "news-ja") == nil)
  }

  @Test func `a style of the desk is read like a shipped one`() throws {
    let style = try HouseStyle(yaml: Array(HouseStyleTests.yaml.utf8), path: "desk.yml")
    #expect(style.dateFormats == ["d MMMM y", "d 'de' MMMM"])
    #expect(style.primaryQuotationMarks == [HouseStyle.QuotationMarks(opening: "“", closing: "”")])
    #expect(style.minimumGroupingDigits == 2)
    #expect(style.numericDates == .avoid)
  }

  @Test func `a style says as much of numbers as it likes`() throws {
    let plain = try HouseStyle(yaml: Array(HouseStyleTests.yaml.utf8), path: "desk.yml")
    #expect(plain.numbers == .neutral)
    let yaml = HouseStyleTests.yaml + "numbers: {words-below: 13, percent-spacing: required, space: narrow}\n"
    let numbers = try HouseStyle(yaml: Array(yaml.utf8), path: "desk.yml").numbers
    #expect(numbers.wordsBelow == 13)
    #expect(numbers.percentSpacing == .required)
    #expect(numbers.space.text == "\u{202F}")
    #expect(numbers.currencyPosition == .either)
    #expect(numbers.rangeDashes.isEmpty)
  }

  @Test func `a mistake among the keys of numbers is reported with its place`() {
    let yaml = HouseStyleTests.yaml + "numbers:\n  percent-spacing: no\n"
    let error = #expect(throws: DataFileError.self) {
      try HouseStyle(yaml: Array(yaml.utf8), path: "desk.yml")
    }
    #expect(
      error?.description
        == "desk.yml:15:20: unknown value “no” for “percent-spacing”; expected none, required, either")
  }

  @Test func `copy of another region keeps what the language asks of numbers`() throws {
    let style = try #require(HouseStyle.shipped(named: "news-fr"))
    let belgian = LocaleConventions.conventions(for: try #require(LanguageTag("fr-BE")), houseStyle: style)
    #expect(belgian.numberStyle.percentSpacing == .required)
    #expect(belgian.numberStyle.currencyPosition == .either)
    let german = LocaleConventions.conventions(for: try #require(LanguageTag("de")), houseStyle: style)
    #expect(german.numberStyle == .neutral)
  }

  @Test(arguments: [
    (
      "heading-case: sentence", "heading-case: sentense",
      "desk.yml:12:15: unknown value “sentense” for “heading-case”; did you mean “sentence”; "
        + "expected sentence, title, either"
    ),
    (
      "decimal-separator:", "decimal-seperator:",
      "desk.yml:6:1: unknown key “decimal-seperator”; did you mean “decimal-separator”"
    ),
    (
      "grouping-digits: 2", "grouping-digits: two",
      "desk.yml:8:26: expected a number from 1 to 4 for “minimum-grouping-digits”"
    ),
    ("[[“, ”]]", "[[“]]", "desk.yml:10:13: expected two marks, opening and closing"),
    (
      "language: en-US", "language: American",
      "desk.yml:3:11: “American” is no language tag; expected one such as en-US"
    ),
    ("title: Desk\n", "", "desk.yml:1:1: the key “title” is missing"),
    ("style: desk", "style: [desk", "desk.yml:2:6: did not find expected ',' or ']'"),
  ])
  func `a mistake is reported with its place`(_ right: String, _ wrong: String, _ message: String) {
    let parts = HouseStyleTests.yaml.split(separator: right, omittingEmptySubsequences: false)
    let yaml = parts.joined(separator: wrong)
    let error = #expect(throws: DataFileError.self) {
      try HouseStyle(yaml: Array(yaml.utf8), path: "desk.yml")
    }
    #expect(error?.description == message)
  }

  private static let yaml = """
    style: desk
    title: Desk
    language: en-US
    source: The desk's own sheet.
    date-formats: [d MMMM y, d 'de' MMMM]
    decimal-separator: '.'
    grouping-separators: [',']
    minimum-grouping-digits: 2
    quotation-marks:
      primary: [[“, ”]]
      secondary: [[‘, ’]]
    heading-case: sentence
    numeric-dates: avoid

    """
}
