// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports the labels of sharing buttons that were copied with the article.
struct ShareBar: Rule {
  static let metadata = RuleMetadata(
    id: "boilerplate/share-bar",
    summary: "Reports the labels of sharing buttons that were copied with the article.",
    rationale: """
      Buttons lose their function when a page is copied as text, and what stays is a line such as “Share on Facebook” \
      between two paragraphs. It tells the reader that nobody looked at the story.
      """,
    severity: .error,
    type: .other,
    examples: [
      Example(
        "The council meets again in May.\n\n⟦Share on Facebook⟧\n",
        fixed: "The council meets again in May.\n\n\n"),
      Example("The council meets again in May.\n\n⟦Facebook Twitter WhatsApp Copy link⟧"),
      Example("El pleno vuelve en mayo.\n\n⟦Compartir en WhatsApp⟧", language: "es"),
      Example("Der Rat tagt im Mai wieder.\n\n⟦Auf X teilen⟧", language: "de"),
      Example("Совет соберется в мае.\n\n⟦Поделиться в Telegram⟧", language: "ru"),
      Example("Facebook and Twitter share a lobbyist in Brussels."),
      Example("Share prices\n\nThe index fell."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    report.boilerplate(.shareBar, in: analysis, fix: .safe) { .buttons(analysis.string(in: $0.range)) }
  }
}

extension FindingMessage {
  fileprivate static func buttons(_ line: String) -> FindingMessage {
    "“\(line)” labels the sharing buttons of a website, not part of the story; remove it"
  }
}
