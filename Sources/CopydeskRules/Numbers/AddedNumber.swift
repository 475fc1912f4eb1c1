// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a figure that the source does not have.
struct AddedNumber: Rule {
  static let metadata = RuleMetadata(
    id: "numbers/added-number",
    summary: "Reports a figure that the source does not have.",
    rationale: """
      A figure that nobody reported is worse than a missing one. Conversions in brackets, rounded figures and dates \
      worked out from “last year” are not reported.
      """,
    severity: .warning,
    type: .addition,
    examples: [
      Example("⟦120⟧ dead in Caracas", sourceLanguage: "es", source: "Muertos en Caracas"),
      Example(
        "The village, home to ⟦$4 million⟧ villas, was empty.", sourceLanguage: "es",
        source: "El pueblo, con sus villas, estaba vacío."),
      Example("They walked 10 kilometers (6 miles).", sourceLanguage: "es", source: "Caminaron 10 kilómetros."),
      Example("Two people died; one was 45.", sourceLanguage: "es", source: "Murieron dos personas; una tenía 45."),
      Example("120 dead in Caracas"),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    guard let quantities = QuantityReport(analysis) else { return }
    for difference in quantities.differences([.added]) {
      report(.added(quantities.copyText(difference)), at: quantities.place(of: difference))
    }
  }
}

extension FindingMessage {
  fileprivate static func added(_ text: String) -> FindingMessage {
    "“\(text)” is not in the source"
  }
}
