// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a day or time that does not exist.
struct ImpossibleDate: Rule {
  static let metadata = RuleMetadata(
    id: "dates/impossible-date",
    summary: "Reports a day or time that does not exist.",
    rationale: """
      There is no June 31 and no 25:00. A digit was mistyped or a day and month were swapped on the way from the \
      source.
      """,
    severity: .error,
    type: .numbers,
    examples: [
      Example("The ban ends on ⟦June 31⟧, not on ⟦February 30, 2025⟧."),
      Example("The ban ends on ⟦February 29, 2025⟧, after February 29, 2024."),
      Example("The train leaves at ⟦25:00⟧ or ⟦14:30 p.m.⟧, not at 23:59, 24:00 or 2:30 p.m."),
      Example("The match ended 31:29 after 90:00 minutes; he ran it in 2:05:30 and she in 58:31."),
      Example("El plazo acaba el ⟦31 de abril⟧ o el ⟦30/02/2025⟧.", language: "es"),
      Example(
        "Die Frist endet am ⟦31. September 2025⟧ um ⟦25.00 Uhr⟧, nicht am 30. September um 24.00 Uhr.", language: "de"),
      Example("Срок истекает ⟦31 июня⟧ или ⟦11.13.2014⟧, отчёт 21.3.2015.", language: "ru"),
      Example("Le délai expire le ⟦31 novembre⟧ ; le 30 novembre, il reste un jour.", language: "fr"),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    for date in analysis.dates {
      guard let month = date.month, let day = date.day, !exists(date, month: month.value, day: day.value),
        analysis.isNewsCopy(date.range)
      else { continue }
      report(.noSuchDay(analysis.string(in: date.dayRange)), at: date.dayRange)
    }
    for time in analysis.times where isImpossible(time, analysis) && analysis.isNewsCopy(time.range) {
      let range = TextRange(start: time.times[0].range.start, end: signEnd(of: time))
      report(.noSuchTime(analysis.string(in: range)), at: range)
    }
  }

  /// Whether there is such a day; without a year February has 29.
  private func exists(_ date: DateMention, month: Int, day: Int) -> Bool {
    if date.style.contains(.numeric) {
      // A year that comes first says nothing yet of the day.
      return date.order == .yearMonthDay ? date.calendarDate != nil : !date.numericReadings.isEmpty
    }
    // 2000 was a leap year.
    return CalendarDate(year: date.year?.value ?? date.sharedYear ?? 2000, month: month, day: day) != nil
  }

  // MARK: Times

  /// Whether no clock shows the time, or a half of the day is named that it does not lie in.
  private func isImpossible(_ time: TimeMention, _ analysis: ArticleAnalysis) -> Bool {
    // Japanese programs end at 25:00.
    if analysis.language.language == "ja" || time.languages.contains(LanguageSet("ja")) { return false }
    return time.times.contains { point in
      guard point.minutes != nil else { return true }
      switch time.dayPart {
      case .am, .pm: return point.hour > 12
      case .morning: return (13...23).contains(point.hour) && time.dayPartLanguages.contains(LanguageSet("en"))
      default: return false
      }
    }
  }

  /// Where the word or sign behind the digits ends.
  private func signEnd(of time: TimeMention) -> UInt32 {
    max(time.time.range.end, time.hourWordRange?.end ?? 0, time.dayPartRange?.end ?? 0)
  }
}

extension FindingMessage {
  fileprivate static func noSuchDay(_ text: String) -> FindingMessage {
    "“\(text)” is no day of the calendar; check it against the source"
  }
  fileprivate static func noSuchTime(_ text: String) -> FindingMessage {
    "“\(text)” is no time of day; check it against the source"
  }
}
