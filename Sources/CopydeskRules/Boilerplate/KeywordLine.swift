// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a list of keywords that stands in the story.
struct KeywordLine: Rule {
  static let metadata = RuleMetadata(
    id: "boilerplate/keyword-line",
    summary: "Reports a list of keywords that stands in the story.",
    rationale: """
      Keywords are for the content management system. A line such as “Trump, Bukele, El Salvador, mega-prison” under \
      the headline is read as a standfirst without a verb.
      """,
    severity: .warning,
    type: .other,
    examples: [
      Example(
        "Ferries Wait for the Storm to Pass\n\nThe port stays closed.\n\n⟦Tags: storm, ferries, Galicia, port authority⟧\n",
        fixed: "Ferries Wait for the Storm to Pass\n\nThe port stays closed.\n\n\n"),
      Example("El puerto sigue cerrado.\n\n⟦Palabras clave: temporal, ferris, Galicia⟧", language: "es"),
      Example("Der Hafen bleibt geschlossen.\n\n⟦Schlagwörter: Sturm, Fähren, Galicien⟧", language: "de"),
      Example("Three topics: the storm, the ferries and what the minister knew."),
      Example("Topics: the minister said he would not speak about any of them."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    report.boilerplate(.keywordLine, in: analysis, fix: .needsReview) { _ in .keywords }
    let labeled = Set(analysis.boilerplate.map(\.segment))
    for (index, segment) in analysis.article.segments.enumerated()
    where segment.role == .keywordLine && !labeled.contains(index) {
      report(.keywords, at: segment.range, fixes: [.removing(segment.range, .needsReview)])
    }
  }
}

extension FindingMessage {
  fileprivate static let keywords: FindingMessage = "keywords for the website stand in the story; move them to its tags"
}
