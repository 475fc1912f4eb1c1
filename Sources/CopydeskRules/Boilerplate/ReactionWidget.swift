// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports the question of a reaction widget that was copied with the article.
struct ReactionWidget: Rule {
  static let metadata = RuleMetadata(
    id: "boilerplate/reaction-widget",
    summary: "Reports the question of a reaction widget that was copied with the article.",
    rationale: """
      “What's Your Reaction?” under a story about a massacre is the line that readers photograph. It belongs to the \
      page that the story was copied from, and a translation program keeps or even translates it.
      """,
    severity: .error,
    type: .other,
    examples: [
      Example(
        "The inmates will be moved on Friday.\n\n⟦What's Your Reaction?⟧\n",
        fixed: "The inmates will be moved on Friday.\n\n\n"),
      Example("Los reclusos llegaron el viernes.\n\n⟦¿Cuál es tu reacción?⟧", language: "es"),
      Example("Die Stadt will Einspruch einlegen.\n\n⟦Hat Ihnen der Artikel gefallen?⟧", language: "de"),
      Example("Merci à tous, a dit le maire.\n\n⟦Qu’avez-vous pensé de cet article ?⟧", language: "fr"),
      Example("“What is your reaction to the verdict?” the reporter asked. He gave none."),
      Example("What was their reaction\n\nThe neighbors said nothing."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    report.boilerplate(.reactionWidget, in: analysis, fix: .safe) { .widget(analysis.string(in: $0.range)) }
  }
}

extension FindingMessage {
  fileprivate static func widget(_ line: String) -> FindingMessage {
    "“\(line)” is a reaction widget of the website, not part of the story; remove it"
  }
}
