// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a date that is written another way than most dates of the article.
struct InconsistentDateFormat: Rule {
  static let metadata = RuleMetadata(
    id: "dates/inconsistent-date-format",
    summary: "Reports a date that is written another way than most dates of the article.",
    rationale: """
      “March 17” here and “18th April” there show that two hands, or a hand and a machine, wrote one story. Each form \
      alone is right, so only the article can tell which to keep.
      """,
    severity: .warning,
    type: .inconsistency,
    examples: [
      Example(
        "She left on March 17, 2025, and came back on ⟦18 April 2025⟧, after a stop on May 2.", language: "en",
        fixed: "She left on March 17, 2025, and came back on April 18, 2025, after a stop on May 2."),
      Example(
        "She left on March 17 and came back on ⟦April 18th⟧, after a stop on May 2.",
        fixed: "She left on March 17 and came back on April 18, after a stop on May 2."),
      Example("She left on 17 March and came back on 18 April.", language: "en-GB"),
      Example("She left on March 17 and came back on the 18th. “On 18 April,” he said.", language: "en"),
      Example(
        "Salió el 17 de marzo de 2025, volvió el 2 de mayo de 2025 y murió el ⟦3 de junio del 2025⟧.", language: "es",
        fixed: "Salió el 17 de marzo de 2025, volvió el 2 de mayo de 2025 y murió el 3 de junio de 2025."),
      Example("Salió el 17 de marzo de 2025 y volvió el 2 de mayo.", language: "es"),
      Example(
        "Adopté le 3 novembre 2025, le plan date du ⟦14.03.2024⟧.", language: "fr",
        fixed: "Adopté le 3 novembre 2025, le plan date du 14 mars 2024."),
      Example("Le plan date du 14/03/2024.", language: "fr"),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    guard analysis.dates.count > 1 else { return }
    checkDigits(analysis, &report)
    let conventions = analysis.conventions.dates
    let dates = analysis.dates.filter { isComparable($0, analysis) }
    guard dates.count > 1 else { return }
    var reported: Set<TextRange> = []
    if conventions.orders.count > 1 {
      reportMinority(dates, by: { $0.order == .dayMonth ? 0 : 1 }, analysis, &reported, &report) { date, order in
        guard let day = date.day, let month = date.month, date.firstDay == nil, !date.style.contains(.shortMonth) else {
          return nil
        }
        return conventions.format(
          day: String(day.value), month: month.value, year: date.year?.value,
          order: order == 0 ? .dayMonth : .monthDay)
      }
    }
    reportMinority(dates, by: { $0.style.contains(.englishOrdinal) ? 1 : 0 }, analysis, &reported, &report) {
      date, ordinal in
      guard ordinal == 0, let day = date.day, date.dayMonthJoint == .space else { return nil }
      let (start, end) = (date.dayRange.start, date.dayRange.end)
      let suffix = analysis.tokens[day.token + 1]
      return analysis.string(in: TextRange(start: start, end: day.range.end))
        + analysis.string(in: TextRange(start: suffix.end, end: end))
    }
    // “de 2025” beside “del 2025”, “March 17 2025” beside “March 17, 2025”.
    for order in [DateMention.Order.dayMonth, .monthDay] {
      let peers = dates.filter { $0.year != nil && $0.order == order }
      let joints = peers.map(\.yearJoint)
      reportMinority(peers, by: { joints.firstIndex(of: $0.yearJoint) ?? 0 }, analysis, &reported, &report) {
        date, model in
        guard let year = date.year, let modelYear = peers[model].year else { return nil }
        let between = TextRange(start: InconsistentDateFormat.endBeforeYear(peers[model]), end: modelYear.range.start)
        return analysis.string(
          in: TextRange(start: date.dayRange.start, end: InconsistentDateFormat.endBeforeYear(date)))
          + analysis.string(in: between) + analysis.string(in: year.range)
      }
    }
  }

  /// Reports dates of digits in an article that writes its dates in words.
  private func checkDigits(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    var model: DateMention?
    var inWords = 0
    var inDigits: [DateMention] = []
    for date in analysis.dates where date.day != nil && date.month != nil {
      if date.style.contains(.numeric) {
        if !date.numericReadings.isEmpty { inDigits.append(date) }
      } else if !date.monthLanguages.isDisjoint(with: analysis.conventions.dates.language) {
        inWords += 1
        if model == nil { model = date }
      }
    }
    guard let model, inWords >= inDigits.count else { return }
    for date in inDigits where isRunningCopy(date, analysis) {
      // Stamps and credits keep their digits: what stands behind a word is part of a sentence.
      let before = date.tokens.lowerBound - 1
      guard analysis.segmentTokens[analysis.segmentIndex(at: date.range.start)].contains(before),
        analysis.tokens[before].kind == .word, !analysis.tokens[before].traits.contains(.capitalized),
        let day = date.day, let month = date.month, let year = date.year
      else { continue }
      let replacement = analysis.conventions.dates.format(
        day: String(day.value), month: month.value, year: year.value, order: model.order)
      // `03/04/2025` may be either day.
      let isCertain = date.numericReadings.rawValue.nonzeroBitCount == 1
      let text = analysis.string(in: date.dayRange)
      report(
        .inconsistent(text, model: analysis.string(in: model.dayRange)), at: date.dayRange,
        notes: [Note("written in words here", at: model.dayRange)],
        fixes: replacement.map { [.replacing(date.dayRange, with: $0, isCertain ? .safe : .needsReview)] } ?? [])
    }
  }

  /// Whether a date stands in the desk's own running copy.
  private func isRunningCopy(_ date: DateMention, _ analysis: ArticleAnalysis) -> Bool {
    guard analysis.isNewsCopy(date.range), !analysis.quotations.contain(date.range) else { return false }
    switch analysis.article.segments[analysis.segmentIndex(at: date.range.start)].role {
    case .paragraph, .listItem, .standfirst: return true
    default: return false
    }
  }

  /// Where day and month end, whichever comes last.
  private static func endBeforeYear(_ date: DateMention) -> UInt32 {
    max(date.month?.range.end ?? 0, date.day?.range.end ?? 0)
  }

  /// Reports the dates of the smaller class; on a tie those that differ from the first.
  private func reportMinority(
    _ dates: [DateMention], by feature: (DateMention) -> Int, _ analysis: ArticleAnalysis,
    _ reported: inout Set<TextRange>, _ report: inout FindingReport, rewrite: (DateMention, Int) -> String?
  ) {
    var counts: [Int: Int] = [:]
    for date in dates { counts[feature(date), default: 0] += 1 }
    guard counts.count == 2, let first = dates.first else { return }
    var winner = feature(first)
    for date in dates where counts[feature(date), default: 0] > counts[winner, default: 0] { winner = feature(date) }
    guard let model = dates.first(where: { feature($0) == winner }) else { return }
    for date in dates where feature(date) != winner && reported.insert(date.dayRange).inserted {
      let text = analysis.string(in: date.dayRange)
      let fixes = rewrite(date, winner).flatMap { $0 == text ? nil : [Fix.replacing(date.dayRange, with: $0)] }
      report(
        .inconsistent(text, model: analysis.string(in: model.dayRange)), at: date.dayRange,
        notes: [Note("written the other way here", at: model.dayRange)], fixes: fixes ?? [])
    }
  }

  /// Whether a date is the desk's own choice: in running copy, whole enough to compare, no name of a day.
  private func isComparable(_ date: DateMention, _ analysis: ArticleAnalysis) -> Bool {
    guard let day = date.day, let month = date.month, !date.style.contains(.numeric), date.calendar == .gregorian,
      !date.monthLanguages.isDisjoint(with: analysis.conventions.dates.language), isRunningCopy(date, analysis)
    else { return false }
    // The Fourth of July and September 11 are names.
    if date.style.contains(.ordinal), date.dayMonthJoint.connector != 0 { return false }
    if month.value == 7 && day.value == 4 || month.value == 9 && day.value == 11 { return false }
    let tokens = analysis.segmentTokens[analysis.segmentIndex(at: date.range.start)]
    let next = date.tokens.upperBound
    guard tokens.contains(next) else { return true }
    // A dateline: “PARIS, 17 March (EFE) —”.
    if date.tokens.lowerBound - tokens.lowerBound < 8 {
      switch analysis.codePoint(of: analysis.tokens[next]) {
      case 0x28, 0x2F, 0x2013, 0x2014, 0x2D: return false
      default: break
      }
    }
    return analysis.tokens[next].kind != .word || !analysis.tokens[next].traits.contains(.capitalized)
  }
}

extension FindingMessage {
  fileprivate static func inconsistent(_ text: String, model: String) -> FindingMessage {
    "“\(text)” is not written like “\(model)”; keep one form in an article"
  }
}
