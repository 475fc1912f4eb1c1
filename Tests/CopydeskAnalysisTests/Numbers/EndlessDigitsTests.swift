// SPDX-License-Identifier: Apache-2.0

import CopydeskArticles
import CopydeskText
import Testing

@testable import CopydeskAnalysis

/// Digits that are too many for any number, where readers of times, dates and amounts meet them.
@Suite struct EndlessDigitsTests {
  private static func analysis(_ copy: String, _ language: String) throws -> ArticleAnalysis {
    let article = try ArticleReader.read(InputText(path: "story.txt", text: copy), as: .text)
    return ArticleAnalysis(article, context: AnalysisContext(language: try #require(LanguageTag(language))))
  }

  @Test(arguments: ["en", "es", "de", "ar", "zh", "ja", "ko"])
  func `digits without end are no time and no date`(_ language: String) throws {
    for copy in [
      "It took 1:9999999999999999999999 and 12:30:99999999999999999999.",
      "It took 9999999999999999999.0:00.७ and 1000000000000000000۳1.",
      "It took 1.2.9999999999999999999۳ and ٣٣٣٣٣٣٣٣٣٣٣.1.2.",
    ] {
      let analysis = try EndlessDigitsTests.analysis(copy, language)
      #expect(analysis.dates.isEmpty)
      #expect(analysis.times.isEmpty)
    }
  }

  @Test(arguments: ["zh", "ja", "ko"])
  func `decimals behind eighteen digits do not run over`(_ language: String) throws {
    let analysis = try EndlessDigitsTests.analysis("9999999999999999999.05 999999999999999999.5", language)
    #expect(analysis.quantities.allSatisfy { $0.value.significand >= 0 })
  }

  @Test func `an amount near the end of what fits is no hour`() throws {
    func quantity(_ value: Int64, _ kind: Quantity.Kind) -> Quantity {
      Quantity(
        range: TextRange(start: 0, end: 1), tokens: 0..<1, numeralRange: TextRange(start: 0, end: 1),
        numeralTokens: 0..<1, value: ExactDecimal(significand: value), denominator: 1, otherValue: nil, unit: nil,
        kind: kind, notation: .digits, isApproximate: false)
    }
    for extreme in [Int64.min, Int64.max] {
      #expect(!QuantityPairing.agree(quantity(12, .time), quantity(extreme, .number)))
      #expect(!QuantityPairing.agree(quantity(extreme, .number), quantity(12, .time)))
      #expect(!QuantityPairing.agree(quantity(extreme, .decade), quantity(90, .number)))
    }
    #expect(QuantityPairing.agree(quantity(6, .time), quantity(18, .number)))
  }
}
