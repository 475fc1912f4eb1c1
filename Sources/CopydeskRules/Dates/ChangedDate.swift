// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a date that is not the source's.
struct ChangedDate: Rule {
  static let metadata = RuleMetadata(
    id: "dates/changed-date",
    summary: "Reports a date that is not the source's.",
    rationale: """
      The trial that began on March 17 cannot begin on May 17. A date that only one side has is not reported: “last \
      Monday” may stand for it.
      """,
    severity: .error,
    type: .mistranslation,
    examples: [
      Example(
        "The trial began on ⟦May 17⟧.", sourceLanguage: "es", source: "El juicio empezó el 17 de marzo."),
      Example(
        "She died on ⟦November 17⟧, aged 85.", sourceLanguage: "de", source: "Sie starb am 11. November mit 85 Jahren."),
      Example("The trial began on March 17.", sourceLanguage: "es", source: "El juicio empezó el 17 de marzo de 2025."),
      Example("The trial began on Monday.", sourceLanguage: "es", source: "El juicio empezó el 17 de marzo."),
      Example("The trial began on May 17."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    guard let source = analysis.source else { return }
    for difference in analysis.sourceDifferences.dates
    where difference.kind == .date && analysis.isNewsCopy(difference.target) {
      let original = source.string(in: difference.source)
      report(
        .changed(analysis.string(in: difference.target), original), at: difference.target,
        notes: [Note("the source has “\(original)”", at: difference.source, side: .source)])
    }
  }
}

extension FindingMessage {
  fileprivate static func changed(_ text: String, _ original: String) -> FindingMessage {
    "“\(text)” is “\(original)” in the source"
  }
}
