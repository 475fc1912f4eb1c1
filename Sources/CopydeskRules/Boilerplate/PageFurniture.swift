// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports lines of a web page, such as advertising labels, that were copied with the article.
struct PageFurniture: Rule {
  static let metadata = RuleMetadata(
    id: "boilerplate/page-furniture",
    summary: "Reports lines of a web page, such as advertising labels, that were copied with the article.",
    rationale: """
      “Advertisement”, “Subscribe to our newsletter” or “Comments (12)” are what a page shows around a story. Copied \
      with it they interrupt the text, and often in a language the reader does not know.
      """,
    severity: .error,
    type: .other,
    examples: [
      Example(
        "The bridge opened in 1931.\n\n⟦Advertisement⟧\n\nIt closed last week.",
        fixed: "The bridge opened in 1931.\n\n\n\nIt closed last week."),
      Example("The bridge closed last week.\n\n⟦Comments (12)⟧"),
      Example("El puente cerró ayer.\n\n⟦Suscríbete a nuestro boletín⟧", language: "es"),
      Example("Die Brücke ist gesperrt.\n\n⟦— ANZEIGE —⟧\n\nSie stammt von 1931.", language: "de"),
      Example("The bridge closed last week.\n\n⟦Подписаться на рассылку⟧"),
      Example("Il ponte è chiuso.\n\n⟦Tempo di lettura: 3 minuti⟧", language: "it"),
      Example("The advertisement showed the bridge.\n\nComments from neighbors were few."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    report.boilerplate(.pageFurniture, in: analysis, fix: .safe) { .furniture(analysis.string(in: $0.range)) }
  }
}

extension FindingMessage {
  fileprivate static func furniture(_ line: String) -> FindingMessage {
    "“\(line)” belongs to the web page, not to the story; remove it"
  }
}
