// SPDX-License-Identifier: Apache-2.0

import CopydeskAnalysis
import CopydeskArticles
import CopydeskText
import Testing

@Suite struct QuotationsTests {
  /// Copy with the words its quotations hold, outer before inner; an open one ends with `…`.
  struct Case: CustomTestStringConvertible, Sendable {
    let copy: String
    var language = "en"
    let contents: [String]
    var testDescription: String { copy }
  }

  private func analysis(_ copy: String, _ language: String) throws -> ArticleAnalysis {
    let article = try ArticleReader.read(InputText(path: "story.txt", text: copy), as: .text)
    return ArticleAnalysis(article, context: AnalysisContext(language: try #require(LanguageTag(language))))
  }

  @Test(arguments: [
    Case(copy: "He said, “Yes, ‘now’ is fine.”", contents: ["Yes, ‘now’ is fine.", "now"]),
    Case(copy: "He said, \"Yes, 'now' is fine.\"", contents: ["Yes, 'now' is fine.", "now"]),
    Case(copy: "„Er sagte ‚ja‘ dazu“, schrieb sie.", language: "de", contents: ["Er sagte ‚ja‘ dazu", "ja"]),
    Case(copy: "»Er sagte ›ja‹«, schrieb sie.", language: "de", contents: ["Er sagte ›ja‹", "ja"]),
    Case(copy: "Il dit : « C’est “fini”. »", language: "fr", contents: [" C’est “fini”. ", "fini"]),
    Case(copy: "Powiedział: „Tak”.", language: "pl", contents: ["Tak"]),
    Case(copy: "Hon sa: ”Ja”, och gick.", language: "sv", contents: ["Ja"]),
    Case(copy: "「準備は『できた』」と述べた。", language: "ja", contents: ["準備は『できた』", "できた"]),
    Case(copy: "''Pronti'', ha detto.", language: "it", contents: ["Pronti"]),
    Case(copy: "“One.\n\n“Two.\n\n“Three,” he said.", contents: ["One.\n“Two.\n“Three,"]),
    Case(copy: "«Uno.\n\n»Dos», dijo.", language: "es", contents: ["Uno.\n»Dos"]),
    Case(copy: "ЗАО «Газета «Труд» закрылась.", language: "ru", contents: ["Газета «Труд", "Труд"]),
    Case(copy: "The workers’ rights and the ’90s; it’s 6'2\" and 5’ long.", contents: []),
    Case(copy: "The \"15\" stands.", contents: ["15"]),
    Case(copy: "A “quote without end.", contents: ["quote without end.…"]),
    Case(copy: "(“Yes”)—“no”/“maybe”…“and so on…”", contents: ["Yes", "no", "maybe", "and so on…"]),
  ])
  func `marks pair by what stands around them`(_ item: Case) throws {
    let analysis = try analysis(item.copy, item.language)
    let contents = analysis.quotations.all.map { analysis.string(in: $0.content) + ($0.closing == nil ? "…" : "") }
    #expect(contents == item.contents)
  }

  @Test func `a range is quoted if a quotation holds all of it`() throws {
    let analysis = try analysis("Then “The Aragua Train” grew.", "en")
    let quotation = try #require(analysis.quotations.all.first)
    #expect(analysis.isQuoted(quotation.content))
    #expect(!analysis.isQuoted(TextRange(start: 0, end: quotation.content.end)))
    #expect(!analysis.isQuoted(TextRange(start: quotation.range.end, end: quotation.range.end + 3)))
  }
}
