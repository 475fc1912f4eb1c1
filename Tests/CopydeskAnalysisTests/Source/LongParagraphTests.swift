// SPDX-License-Identifier: Apache-2.0

import CopydeskArticles
import CopydeskText
import Testing

@testable import CopydeskAnalysis

/// Tables that reach us as one paragraph, and articles with thousands of paragraphs.
@Suite struct LongParagraphTests {
  private static func differences(_ copy: [String], _ source: [String]) throws -> SourceDifferences {
    let english = try #require(LanguageTag("en"))
    let spanish = try #require(LanguageTag("es"))
    func article(_ paragraphs: [String]) throws -> Article {
      try ArticleReader.read(InputText(path: "story", text: paragraphs.joined(separator: "\n\n")), as: .text)
    }
    let analysis = ArticleAnalysis(
      try article(copy), context: AnalysisContext(language: english, sourceLanguage: spanish),
      source: SourceCopy(
        try article(source), alignment: SegmentAlignment(sourceCount: source.count, targetCount: copy.count)))
    return analysis.sourceDifferences
  }

  /// A list in which each number is said in another way; none may be compared with all others, which would take hours.
  private static func list(_ count: Int, _ item: (Int) -> String) -> [String] {
    [(0..<count).map(item).joined(separator: ", ") + "."]
  }

  @Test(.timeLimit(.minutes(5))) func `a table of amounts is compared place by place`() throws {
    let count = 1500
    let found = try LongParagraphTests.differences(
      LongParagraphTests.list(count) { "$\($0 == 1000 ? 777_777 : $0 * 37 + 1000)" },
      LongParagraphTests.list(count) { "\($0 * 37 + 1000) dólares" })
    #expect(found.quantities.map(\.kind) == [.number])
    #expect(found.quantities.first?.source?.value == ExactDecimal(significand: 38_000))
    #expect(found.quantities.first?.target?.value == ExactDecimal(significand: 777_777))
  }

  @Test(.timeLimit(.minutes(5))) func `a table in which everything differs is compared too`() throws {
    let found = try LongParagraphTests.differences(
      LongParagraphTests.list(1000) { "$\($0 * 37 + 1000)" },
      LongParagraphTests.list(1000) { "\($0 * 41 + 900_001) dólares" })
    #expect(found.quantities.count >= 1000)
  }

  @Test(.timeLimit(.minutes(5))) func `numbers in words are looked for in longer words once`() throws {
    let found = try LongParagraphTests.differences(
      LongParagraphTests.list(1500) { _ in "thirty-three houses" },
      LongParagraphTests.list(1500) { _ in "veintidós casas" })
    #expect(found.dates.isEmpty)
  }

  @Test(.timeLimit(.minutes(5))) func `each of many paragraphs is compared with its own`() throws {
    let days = 0..<3000
    let found = try LongParagraphTests.differences(
      days.map { "It closed on March \($0 % 28 + 1), \(1950 + $0 % 70), at \($0 % 11 + 1):15 p.m." },
      days.map {
        "Cerró el \($0 == 99 ? 20 : $0 % 28 + 1) de marzo de \(1950 + $0 % 70) a las \($0 % 11 + 13):15 horas."
      })
    #expect(found.dates.map(\.kind) == [.date])
    #expect(found.times.isEmpty)
  }

  @Test(.timeLimit(.minutes(5))) func `dates of one long paragraph are compared near their place`() throws {
    let found = try LongParagraphTests.differences(
      LongParagraphTests.list(1500) { "March \($0 % 28 + 1), \(1950 + $0 % 70)" },
      LongParagraphTests.list(1500) { "\($0 % 28 + 1) de marzo de \(1950 + $0 % 70)" })
    #expect(found.dates.isEmpty)
  }

  @Test func `only what is near is looked at where much is`() {
    #expect(Counterparts.candidates(for: 3, of: 0..<10, in: 0..<12) == 0..<12)
    #expect(Counterparts.candidates(for: 500, of: 0..<1000, in: 1000..<3000) == 1900..<2100)
    #expect(Counterparts.candidates(for: 0, of: 0..<1000, in: 1000..<3000) == 1000..<1100)
    // A paragraph between two long ones: all of it and what is beside it.
    #expect(Counterparts.candidates(for: 1, of: 0..<2, in: 5000..<5004, near: 0..<9000) == 4902..<5102)
  }
}
