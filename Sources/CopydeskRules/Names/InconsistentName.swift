// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a name that the article spells in two ways.
struct InconsistentName: Rule {
  static let metadata = RuleMetadata(
    id: "names/inconsistent-name",
    summary: "Reports a name that the article spells in two ways.",
    rationale: """
      Two spellings of one name look like two people, and a search finds only half of the story. \
      They come from two translators, two romanizations, or an accent lost on the way.
      """,
    severity: .warning,
    type: .inconsistency,
    examples: [
      Example(
        "Minister Laura Henríquez left early. Later Laura ⟦Henriquez⟧ denied it. “No,” said Henríquez.",
        fixed: "Minister Laura Henríquez left early. Later Laura Henríquez denied it. “No,” said Henríquez."),
      Example(
        "Le président Volodymyr Zelensky est parti. Plus tard, Volodymyr ⟦Zelenskyy⟧ a répondu. Mais Zelensky a tort.",
        language: "fr-FR"),
      Example("Minister Laura Henríquez left early. Later Laura Henríquez denied it."),
      Example("The poet Andrés Bell met the minister Andrea Bello. Bello and Bell did not speak."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    for variant in analysis.nameVariants where variant.difference != .oneLetter {
      NameVariantReport.report(variant, in: analysis, to: &report) { spelling, preferred, count in
        .inconsistent(spelling, preferred: preferred, count: count)
      }
    }
  }
}

extension FindingMessage {
  fileprivate static func inconsistent(_ spelling: String, preferred: String, count: Int) -> FindingMessage {
    "“\(spelling)” is spelled “\(preferred)” elsewhere in the article (\(NameVariantReport.times(count)))"
  }
}
