// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a year or day of a calendar that the readers do not live by.
struct ForeignCalendar: Rule {
  static let metadata = RuleMetadata(
    id: "dates/foreign-calendar",
    summary: "Reports a year or day of a calendar that the readers do not live by.",
    rationale: """
      “Reiwa 7” and “1446 AH” are years to the source's readers and riddles to others. The Gregorian year has to stand \
      in its place or beside it.
      """,
    severity: .warning,
    type: .localeViolation,
    examples: [
      Example("The bridge opened in ⟦Reiwa 7⟧.", fixed: "The bridge opened in 2025."),
      Example("The law dates from ⟦B.E. 2568⟧.", fixed: "The law dates from 2025."),
      Example("He died on ⟦17 Ramadan 1446 AH⟧.", fixed: "He died on March 17, 2025."),
      Example("The book is from ⟦1403 AH⟧, the bridge from Reiwa 7 (2025), the law from 2025 (B.E. 2568)."),
      Example("He fasted during Ramadan 2025, 17 days in all."),
      Example("橋は令和7年3月17日に開通した。", language: "ja"),
      Example("大桥于⟦令和7年⟧通车。", language: "zh", fixed: "大桥于2025年通车。"),
      Example("توفي في 17 رمضان 1446 هـ.", language: "ar"),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    for date in analysis.dates where date.calendar != .gregorian {
      guard let year = date.year, !isHome(of: date.calendar, analysis.language), analysis.isNewsCopy(date.range),
        !isExplained(date, year.value, analysis)
      else { continue }
      let text = analysis.string(in: date.dayRange)
      guard let replacement = replacement(for: date, year.value, analysis) else {
        report(.foreign(text, year: year.value), at: date.dayRange)
        continue
      }
      report(
        .foreign(text, replacement: replacement), at: date.dayRange,
        fixes: [.replacing(date.dayRange, with: replacement, .needsReview)])
    }
  }

  /// Whether readers of a language know the calendar.
  private func isHome(of calendar: DateCalendar, _ language: LanguageTag) -> Bool {
    switch calendar {
    case .gregorian: true
    case .buddhist: ["th", "lo", "km"].contains(language.language)
    case .hijri: ["ar", "fa", "ur", "ps", "ku", "id", "ms"].contains(language.language)
    case .persian: ["fa", "ps", "ku", "tg"].contains(language.language)
    case .japanese: language.language == "ja"
    case .republic: language.language == "zh" && (language.region == "TW" || language.tag.contains("Hant"))
    }
  }

  /// Whether a Gregorian year stands in brackets behind the date, or the date does behind one.
  private func isExplained(_ date: DateMention, _ year: Int, _ analysis: ArticleAnalysis) -> Bool {
    let tokens = analysis.tokens
    let segment = analysis.segmentTokens[analysis.segmentIndex(at: date.range.start)]
    for index in [
      date.tokens.lowerBound - 2, date.tokens.lowerBound - 1, date.tokens.upperBound, date.tokens.upperBound + 1,
    ]
    where segment.contains(index) && tokens[index].kind == .number {
      guard let written = Int(analysis.string(of: tokens[index])) else { continue }
      if (year...year + 1).contains(written) { return true }
    }
    let end = date.tokens.upperBound
    return analysis.dates(startingIn: end - 2..<end + 3).contains { other in
      other.calendar == .gregorian && other.year.map { (year...year + 1).contains($0.value) } ?? false
    }
  }

  private func replacement(for date: DateMention, _ year: Int, _ analysis: ArticleAnalysis) -> String? {
    let usesSign = analysis.string(in: date.dayRange).hasSuffix("年")
    if let day = date.day, let month = date.month, date.firstDay == nil {
      return analysis.conventions.dates.format(
        day: String(day.value), month: month.value, year: year, order: date.order)
    }
    // A year of the Islamic and the Persian calendar lies in two of ours.
    guard date.day == nil, date.month == nil, date.calendar != .hijri, date.calendar != .persian else { return nil }
    return usesSign ? "\(year)年" : String(year)
  }
}

extension FindingMessage {
  fileprivate static func foreign(_ text: String, year: Int) -> FindingMessage {
    "“\(text)” is of another calendar; give the Gregorian year, \(String(year)) or \(String(year + 1))"
  }
  fileprivate static func foreign(_ text: String, replacement: String) -> FindingMessage {
    "“\(text)” is of another calendar; write “\(replacement)”"
  }
}
