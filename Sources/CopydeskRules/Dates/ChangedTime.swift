// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a time of day that is not the source's.
struct ChangedTime: Rule {
  static let metadata = RuleMetadata(
    id: "dates/changed-time",
    summary: "Reports a time of day that is not the source's.",
    rationale: """
      “20:00” is 8 p.m., and “8 a.m.” is twelve hours early. Times with different zones are not compared.
      """,
    severity: .error,
    type: .mistranslation,
    examples: [
      Example("The polls close at ⟦8 a.m.⟧", sourceLanguage: "es", source: "Las urnas cierran a las 20:00."),
      Example("The polls close at ⟦6:15 p.m.⟧", sourceLanguage: "fr", source: "Les bureaux ferment à 18h30."),
      Example("The polls close at 8 p.m.", sourceLanguage: "es", source: "Las urnas cierran a las 20:00."),
      Example("The polls close at 2 p.m. ET.", sourceLanguage: "es", source: "Las urnas cierran a las 20:00."),
      Example("The polls close at 8 a.m."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    guard let source = analysis.source else { return }
    for difference in analysis.sourceDifferences.times where analysis.isNewsCopy(difference.target) {
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
