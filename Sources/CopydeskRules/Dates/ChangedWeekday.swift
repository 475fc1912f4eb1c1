// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a weekday that is not the source's.
struct ChangedWeekday: Rule {
  static let metadata = RuleMetadata(
    id: "dates/changed-weekday",
    summary: "Reports a weekday that is not the source's.",
    rationale: """
      A reader who comes on Tuesday to what is on Monday will not trust the paper again.
      """,
    severity: .error,
    type: .mistranslation,
    examples: [
      Example("The court sat on ⟦Tuesday⟧.", sourceLanguage: "es", source: "El tribunal se reunió el lunes."),
      Example("The court sat on Monday.", sourceLanguage: "es", source: "El tribunal se reunió el lunes."),
      Example("The court sat on Tuesday.", sourceLanguage: "es", source: "El tribunal se reunió ayer."),
      Example("The court sat on Tuesday."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    guard let source = analysis.source else { return }
    for difference in analysis.sourceDifferences.dates
    where difference.kind == .weekday && analysis.isNewsCopy(difference.target) {
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
