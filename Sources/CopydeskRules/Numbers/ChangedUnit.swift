// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports an amount in another unit than the source's.
struct ChangedUnit: Rule {
  static let metadata = RuleMetadata(
    id: "numbers/changed-unit",
    summary: "Reports an amount that has the source's number and another unit, or lost its percent sign.",
    rationale: """
      Five kilometers are not five miles, and four percent are not four. A converted amount has another number, so an \
      equal number with another unit is a slip.
      """,
    severity: .error,
    type: .mistranslation,
    examples: [
      Example("The road is ⟦50 miles⟧ long.", sourceLanguage: "es", source: "La carretera mide 50 kilómetros."),
      Example("Unemployment fell to ⟦4⟧ in May.", sourceLanguage: "es", source: "El paro bajó al 4 % en mayo."),
      Example("The road is 31 miles long.", sourceLanguage: "es", source: "La carretera mide 50 kilómetros."),
      Example("It fell from 5 to 4 percent.", sourceLanguage: "es", source: "Bajó del 5 % al 4 %."),
      Example("The road is 50 miles long."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    guard let quantities = QuantityReport(analysis) else { return }
    for difference in quantities.differences([.unit]) {
      report(
        .changed(quantities.copyText(difference), quantities.sourceText(difference)),
        at: quantities.place(of: difference), notes: quantities.notes(difference))
    }
  }
}

extension FindingMessage {
  fileprivate static func changed(_ text: String, _ original: String) -> FindingMessage {
    "“\(text)” has another unit than “\(original)” of the source"
  }
}
