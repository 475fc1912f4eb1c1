// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a “today” or “yesterday” that is not the day named beside it.
struct StaleRelativeDate: Rule {
  static let metadata = RuleMetadata(
    id: "dates/stale-relative-date",
    summary: "Reports a “today” or “yesterday” that is not the day named beside it.",
    rationale: """
      A translation appears days behind its source, and its “today, March 18” stands in a story of March 20. Readers \
      cannot tell which of the two days is meant.
      """,
    severity: .warning,
    type: .inconsistency,
    examples: [
      Example("⟦Today, March 18⟧, the court rules.", date: "2025-03-20"),
      Example("Today, March 20, and yesterday (19 March), the court sat.", date: "2025-03-20"),
      Example("Today, March 19, the court rules.", date: "2025-03-20"),
      Example("The court sat ⟦yesterday (March 15)⟧ and will rule tomorrow, March 21.", date: "2025-03-20"),
      Example("“Today, March 18, we won,” she said. The court rules today. March 18 is a Tuesday.", date: "2025-03-20"),
      Example("Today, March 18, the court rules."),
      Example("⟦Hoy, 18 de marzo⟧, decide el tribunal.", language: "es", date: "2025-03-24"),
      Example("⟦Сегодня, 18 марта⟧, суд примет решение.", language: "ru", date: "2025-03-24"),
      Example("Das Gericht entscheidet ⟦heute, am 18. März⟧.", language: "de", date: "2025-03-24"),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    guard let published = analysis.context.date ?? analysis.article.metadata.date else { return }
    for mention in analysis.relativeDays {
      let date = analysis.dates[mention.date]
      guard let month = date.month, let day = date.day, date.firstDay == nil,
        !date.style.contains(.numeric) || date.year != nil,
        date.numericReadings.rawValue.nonzeroBitCount < 2, analysis.isNewsCopy(mention.range),
        !analysis.isQuoted(mention.range)
      else { continue }
      let expected = published.dayNumber + mention.offset
      let years = date.year.map { [$0.value] } ?? [published.year - 1, published.year, published.year + 1]
      let distances = years.compactMap { CalendarDate(year: $0, month: month.value, day: day.value) }.map {
        $0.dayNumber - expected
      }
      // Zones, and copy that appears behind midnight, may move the day by one.
      guard let nearest = distances.min(by: { abs($0) < abs($1) }), abs(nearest) > 1 else { continue }
      report(
        .stale(
          analysis.string(in: mention.word), date: analysis.string(in: date.dayRange),
          published: published.description), at: mention.range)
    }
  }
}

extension FindingMessage {
  fileprivate static func stale(_ word: String, date: String, published: String) -> FindingMessage {
    "“\(word)” is not “\(date)” in an article of \(published); keep one of the two"
  }
}
