// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a number that is a thousand or a million times the source's.
struct ChangedScale: Rule {
  static let metadata = RuleMetadata(
    id: "numbers/changed-scale",
    summary: "Reports a number with thousands, millions or billions where the source has others.",
    rationale: """
      A Spanish “billón” is a trillion, a German “Milliarde” a billion. The words look alike and are a thousand times \
      apart.
      """,
    severity: .error,
    type: .mistranslation,
    examples: [
      Example(
        "The plan costs ⟦one billion euros⟧.", sourceLanguage: "es", source: "El plan cuesta un billón de euros."),
      Example("The plan costs ⟦3.5 million euros⟧.", sourceLanguage: "de", source: "Der Plan kostet 3,5 Mrd. Euro."),
      Example(
        "The plan costs ⟦one million euros⟧.", sourceLanguage: "es", source: "El plan cuesta mil millones de euros."),
      Example(
        "The plan costs $2.5 billion.", sourceLanguage: "es", source: "El plan cuesta 2.500 millones de dólares."),
      Example("The plan costs a trillion euros.", sourceLanguage: "es", source: "El plan cuesta un billón de euros."),
      Example("The plan costs one billion euros."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    guard let quantities = QuantityReport(analysis) else { return }
    for difference in quantities.differences([.scale]) {
      report(
        .scaled(quantities.copyText(difference), quantities.sourceText(difference), difference),
        at: quantities.place(of: difference), notes: quantities.notes(difference))
    }
  }
}

extension FindingMessage {
  fileprivate static func scaled(
    _ text: String, _ original: String, _ difference: QuantityDifference
  ) -> FindingMessage {
    guard let from = difference.source?.doubleValue, let to = difference.target?.doubleValue, from > 0, to > 0 else {
      return "“\(text)” is “\(original)” in the source"
    }
    let factor = ExactDecimal(significand: Int64((max(from / to, to / from)).rounded()))
    return "“\(text)” is \(factor) times \(to > from ? "more" : "less") than “\(original)” of the source"
  }
}
