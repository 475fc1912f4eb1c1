// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a date of digits that readers of the language read two ways.
struct AmbiguousDate: Rule {
  static let metadata = RuleMetadata(
    id: "dates/ambiguous-date",
    summary: "Reports a date of digits that readers of the language read two ways.",
    rationale: """
      “03/04/2025” is March 4 in Chicago and 3 April in London. Copy for readers of both has to name the month.
      """,
    severity: .suggestion,
    type: .localeViolation,
    examples: [
      Example("The ban starts on ⟦03/04/2025⟧.", language: "en", fixed: "The ban starts on March 4, 2025."),
      Example("The ban starts on 17/03/2025, on 03/03/2025 or on 2025-03-04.", language: "en"),
      Example("The ban starts on 03/04/2025.", language: "en-US"),
      Example("La veda empieza el 03/04/2025.", language: "es"),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let conventions = analysis.conventions.dates
    guard conventions.acceptsBothNumericOrders else { return }
    for date in analysis.dates where date.numericReadings.isSuperset(of: [.dayFirst, .monthFirst]) {
      guard let day = date.day, let month = date.month, let year = date.year, day.value != month.value,
        date.weekday == nil, analysis.isNewsCopy(date.range)
      else { continue }
      // The reader took the numbers in the order of the locale.
      let isDayFirst = date.order == .dayMonth
      let (first, second) = (isDayFirst ? day.value : month.value, isDayFirst ? month.value : day.value)
      let monthFirst = conventions.format(day: String(second), month: first, year: year.value, order: .monthDay)
      let dayFirst = conventions.format(day: String(first), month: second, year: year.value, order: .dayMonth)
      guard let monthFirst, let dayFirst else { continue }
      report(
        .ambiguous(analysis.string(in: date.dayRange), monthFirst, dayFirst), at: date.dayRange,
        fixes: [monthFirst, dayFirst].map { .replacing(date.dayRange, with: $0, .needsReview) })
    }
  }
}

extension FindingMessage {
  fileprivate static func ambiguous(_ text: String, _ first: String, _ second: String) -> FindingMessage {
    "“\(text)” may be “\(first)” or “\(second)”; name the month"
  }
}
