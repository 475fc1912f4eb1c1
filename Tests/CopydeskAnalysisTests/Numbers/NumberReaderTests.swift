// SPDX-License-Identifier: Apache-2.0

import CopydeskAnalysis
import CopydeskArticles
import CopydeskICU
import CopydeskText
import Testing

@Suite struct NumberReaderTests {
  /// Copy with what its numbers are: `text kind value`, with `?` for a value that the locale leaves open.
  struct Case: CustomTestStringConvertible, Sendable {
    let copy: String
    var language = "en"
    let numbers: [String]
    var testDescription: String { "\(language): \(copy)" }
  }

  private static func analysis(_ copy: String, _ language: String) throws -> ArticleAnalysis {
    let article = try ArticleReader.read(InputText(path: "story.txt", text: copy), as: .text)
    return ArticleAnalysis(article, context: AnalysisContext(language: try #require(LanguageTag(language))))
  }

  @Test(arguments: [
    Case(
      copy: "It has 1,234.5 tons and 12,345,678 bags, or 3.5% less.",
      numbers: ["1,234.5 plain 1234.5", "12,345,678 plain 12345678", "3.5 percent 3.5"]),
    Case(
      copy: "About 29.300 people paid $15 in 2019.",
      numbers: ["29.300 plain ?", "15 currency 15", "2019 year 2019"]),
    Case(
      copy: "Es kostet 1.234,5 Euro oder 15 000 Franken, minus −3 Grad.", language: "de",
      numbers: ["1.234,5 plain 1234.5", "15 000 plain 15000", "3 plain -3"]),
    Case(
      copy: "Es kostet 15.000 € am 3. Mai 2025.", language: "de",
      numbers: ["15.000 currency 15000", "3 date 3", "2025 date 2025"]),
    Case(
      copy: "Il y a 10\u{202F}000 € et 1 234 567,8 km.", language: "fr",
      numbers: ["10\u{202F}000 currency 10000", "1 234 567,8 plain 1234567.8"]),
    Case(
      copy: "COVID-19 and F-16 at 12:30, 24/7, agent 007.",
      numbers: ["19 code 19", "16 code 16", "12:30 time ?", "24 code 24", "7 code 7", "007 code 7"]),
    Case(
      copy: "Call 0800 123 456 or 555 12 34 567.",
      numbers: [
        "0800 phone 800", "123 phone 123", "456 phone 456", "555 phone 555", "12 phone 12", "34 phone 34",
        "567 phone 567",
      ]),
    Case(
      copy: "The 17th, 1er and 2º; version 10.15.7; ISBN 978-3-16.",
      numbers: [
        "17 ordinal 17", "1 ordinal 1", "2 ordinal 2", "10.15.7 version ?", "978 code 978", "3 code 3", "16 code 16",
      ]),
    Case(
      copy: "Son 16.000 personas y 5,5 millones.", language: "es-MX",
      numbers: ["16.000 plain ?", "5,5 plain 5.5"]),
    Case(copy: "It was 1,23,45,678 rupees.", language: "en-IN", numbers: ["1,23,45,678 plain 12345678"]),
  ])
  func `numbers have a kind and a value`(_ item: Case) throws {
    let analysis = try NumberReaderTests.analysis(item.copy, item.language)
    let numbers = analysis.numbers.map { number in
      "\(analysis.string(in: number.range)) \(number.kind) \(number.value.map { "\($0)" } ?? "?")"
    }
    #expect(numbers == item.numbers)
  }

  @Test(
    arguments: [
      "en", "en-GB", "en-IN", "es", "es-MX", "es-AR", "fr", "fr-CA", "fr-CH", "de", "de-AT", "de-CH", "pt-BR", "pt-PT",
      "it", "nl", "ru", "uk", "pl", "cs", "sv", "tr", "ar", "he", "hi", "zh", "ja", "ko",
    ])
  func `what ICU formats reads back`(_ locale: String) throws {
    let values: [(Double, String)] = [
      (7, "7"), (0.5, "0.5"), (12.75, "12.75"), (999, "999"), (1_234_567, "1234567"), (98_765.4, "98765.4"),
      (12_000_000, "12000000"), (1234.56, "1234.56"),
    ]
    let lines = try values.map { try LocaleData.format($0.0, locale: locale) }
    let analysis = try NumberReaderTests.analysis(lines.map { "(\($0))" }.joined(separator: "\n\n"), locale)
    #expect(analysis.numbers.map { $0.value.map(\.description) } == values.map { $0.1 })
    #expect(analysis.numbers.map { analysis.string(in: $0.range) } == lines)
  }

  @Test func `decimals are kept in lowest terms`() {
    #expect(ExactDecimal(significand: 250, exponent: -2) == ExactDecimal(significand: 25, exponent: -1))
    #expect(ExactDecimal(significand: -5, exponent: -3).description == "-0.005")
    #expect(ExactDecimal(significand: 12, exponent: 3).description == "12000")
  }

  @Test func `digits of two scripts in one number are noticed`() throws {
    let analysis = try NumberReaderTests.analysis("It cost 1٢3 dollars and 123.", "en")
    #expect(analysis.numbers.map(\.hasMixedDigits) == [true, false])
  }
}
