// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a date whose day and month changed places.
struct SwappedDayMonth: Rule {
  static let metadata = RuleMetadata(
    id: "dates/swapped-day-month",
    summary: "Reports a date whose day and month changed places.",
    rationale: """
      “03/04/2025” is April 3 in Madrid and March 4 in New York. Both are days of the calendar, so nobody stumbles over \
      it.
      """,
    severity: .error,
    type: .mistranslation,
    examples: [
      Example("It opens on ⟦March 4, 2025⟧.", sourceLanguage: "es", source: "Abre el 03/04/2025."),
      Example("Es öffnet am ⟦6. Mai⟧.", language: "de", sourceLanguage: "en-US", source: "It opens on June 5."),
      Example("It opens on April 3, 2025.", sourceLanguage: "es", source: "Abre el 03/04/2025."),
      Example("It opens on March 4, 2025."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    guard let source = analysis.source else { return }
    for difference in analysis.sourceDifferences.dates
    where difference.kind == .swapped && analysis.isNewsCopy(difference.target) {
      let original = source.string(in: difference.source)
      report(
        .swapped(analysis.string(in: difference.target), original), at: difference.target,
        notes: [Note("the source has “\(original)”", at: difference.source, side: .source)])
    }
  }
}

extension FindingMessage {
  fileprivate static func swapped(_ text: String, _ original: String) -> FindingMessage {
    "“\(text)” has day and month of “\(original)” the other way round"
  }
}
