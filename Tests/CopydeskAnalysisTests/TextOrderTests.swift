// SPDX-License-Identifier: Apache-2.0

import CopydeskArticles
import CopydeskText
import Testing

@testable import CopydeskAnalysis

@Suite struct TextOrderTests {
  private static func analysis(_ copy: String) throws -> ArticleAnalysis {
    let article = try ArticleReader.read(InputText(path: "story.txt", text: copy), as: .text)
    return ArticleAnalysis(article, context: AnalysisContext(language: try #require(LanguageTag("en"))))
  }

  @Test func `elements are found by the tokens at which they stand`() {
    let places = [1, 4, 4, 9, 12]
    #expect(places.indices(of: 2..<9) { $0 } == 1..<3)
    #expect(places.indices(of: 4..<13) { $0 } == 1..<5)
    #expect(places.indices(of: 13..<20) { $0 } == 5..<5)
    #expect(places.indices(of: 0..<0) { $0 } == 0..<0)
  }

  @Test func `each token is looked up as by reading all lists`() throws {
    let analysis = try TextOrderTests.analysis(
      """
      They met on March 5, 2024. He left on Monday, May 6.

      La casa de mi padre es muy grande y no tiene ventanas. It was sold on June 7.
      """)
    #expect(analysis.dates.count == 3)
    #expect(analysis.foreignRuns.count == 1)
    let tokens = analysis.tokens.indices
    let starts = tokens.filter { token in analysis.sentences.contains { $0.tokens.lowerBound == token } }
    #expect(tokens.filter { analysis.startsSentence(at: $0) } == starts)
    #expect(tokens.allSatisfy { analysis.sentence(at: $0)?.tokens.contains($0) ?? false })
    let dated = tokens.filter { token in analysis.dates.contains { $0.tokens.contains(token) } }
    #expect(tokens.filter { analysis.isInDate($0) } == dated)
    let foreign = tokens.filter { token in analysis.foreignRuns.contains { $0.tokens.contains(token) } }
    #expect(tokens.filter { analysis.isForeign(analysis.tokens[$0].range) } == foreign)
    #expect(analysis.foreignRuns(inSegment: 0).isEmpty)
    #expect(analysis.foreignRuns(inSegment: 1).count == 1)
    #expect(analysis.dates(startingIn: tokens).count == 3)
  }
}
