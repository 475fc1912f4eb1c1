// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a name that is one letter away from the spelling the article uses otherwise.
struct MisspelledName: Rule {
  static let metadata = RuleMetadata(
    id: "names/misspelled-name",
    summary: "Reports a name that is one letter away from the one the article or the glossary establishes.",
    rationale: """
      A misspelled name is the error readers write letters about. No dictionary knows most names, so \
      the article's own majority and the desk's glossary decide.
      """,
    severity: .warning,
    type: .misspelling,
    examples: [
      Example(
        """
        The yard was run by Chekunkov for years. Chekunkov left in May, and nobody but Chekunkov \
        knew the debts. A letter to ⟦Chekunov⟧ came back.
        """,
        fixed: """
          The yard was run by Chekunkov for years. Chekunkov left in May, and nobody but Chekunkov \
          knew the debts. A letter to Chekunkov came back.
          """),
      Example(
        "The Clintons met. A speech by Clinton was loud, and Clinton smiled, and Clinton left with the Clintons."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    for variant in analysis.nameVariants where variant.difference == .oneLetter {
      NameVariantReport.report(variant, in: analysis, to: &report) { spelling, preferred, count in
        .misspelled(spelling, preferred: preferred, count: count)
      }
    }
  }
}

extension FindingMessage {
  fileprivate static func misspelled(_ spelling: String, preferred: String, count: Int) -> FindingMessage {
    "“\(spelling)” looks like a misspelling of “\(preferred)”, which the article has \(NameVariantReport.times(count))"
  }
}
