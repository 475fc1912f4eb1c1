// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a pointer to other articles that was copied with the article.
struct ReadMore: Rule {
  static let metadata = RuleMetadata(
    id: "boilerplate/read-more",
    summary: "Reports a pointer to other articles that was copied with the article.",
    rationale: """
      “Read also” leads to an article on the site that the story was taken from, in its language. Behind it often \
      stands a headline that reads like a paragraph of the story but tells another one.
      """,
    severity: .error,
    type: .other,
    examples: [
      Example("The port stays closed.\n\n⟦Read also: Storm cuts off three islands⟧\n\nFerries wait."),
      Example("The port stays closed.\n\n⟦Related articles⟧\n\nFerries wait."),
      Example("El puerto sigue cerrado.\n\n⟦Lea también: La tormenta aísla tres islas⟧", language: "es"),
      Example("Le port reste fermé.\n\n⟦» Lire aussi :⟧\n\nLes ferries attendent.", language: "fr"),
      Example("The port stays closed.\n\n⟦Читайте также:⟧"),
      Example("Read also what Kafka wrote of the office: it was the same story."),
      Example("The mayor said: read more, complain less."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    report.boilerplate(.readMore, in: analysis, fix: .needsReview) { .pointer(analysis.string(in: $0.phrase)) }
  }
}

extension FindingMessage {
  fileprivate static func pointer(_ phrase: String) -> FindingMessage {
    "“\(phrase)” points to another article of the website it was copied from; remove the line"
  }
}
