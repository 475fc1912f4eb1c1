// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports an amount in another currency than the source's.
struct ChangedCurrency: Rule {
  static let metadata = RuleMetadata(
    id: "numbers/changed-currency",
    summary: "Reports an amount that has the source's number and another currency.",
    rationale: """
      Five million euros are not five million dollars. A converted amount has another number, so an equal number with \
      another currency is a slip.
      """,
    severity: .error,
    type: .mistranslation,
    examples: [
      Example("The fine is ⟦$5 million⟧.", sourceLanguage: "es", source: "La multa es de 5 millones de euros."),
      Example("The fine is 5 million euros.", sourceLanguage: "es", source: "La multa es de 5 millones de euros."),
      Example("The fine is $5 million.", sourceLanguage: "es", source: "La multa es de 5 millones de dólares."),
      Example("The fine is $5 million."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    guard let quantities = QuantityReport(analysis) else { return }
    for difference in quantities.differences([.currency]) {
      report(
        .changed(quantities.copyText(difference), quantities.sourceText(difference)),
        at: quantities.place(of: difference), notes: quantities.notes(difference))
    }
  }
}

extension FindingMessage {
  fileprivate static func changed(_ text: String, _ original: String) -> FindingMessage {
    "“\(text)” is in another currency than “\(original)” of the source"
  }
}
