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
    for number in analysis.numbers where number.groups.count == 2 {
      guard let range = impossibleTime(number, analysis), analysis.isNewsCopy(range) else { continue }
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
    return CalendarDate(year: date.year?.value ?? 2000, month: month, day: day) != nil
  }

  // MARK: Times

  /// A time of day that no clock shows, with the `p.m.` or `Uhr` that makes it one.
  private func impossibleTime(_ number: NumberMention, _ analysis: ArticleAnalysis) -> TextRange? {
    let sign = number.groups.sign(after: 0)
    guard sign == .colon || sign == .period, number.groups.length(at: 0) <= 2, number.groups.length(at: 1) == 2 else {
      return nil
    }
    let digits = analysis.article.text[number.range.offsets].filter { $0 >= 0x30 && $0 <= 0x39 }.map { Int($0) - 0x30 }
    guard digits.count >= 3 else { return nil }
    let hour = digits.dropLast(2).reduce(0) { $0 * 10 + $1 }
    let minute = digits[digits.count - 2] * 10 + digits[digits.count - 1]
    let segment = analysis.segmentTokens[analysis.segmentIndex(at: number.range.start)]
    let next = number.tokens.upperBound
    let word = segment.contains(next) && analysis.tokens[next].kind == .word ? analysis.tokens[next] : nil
    if let word, ImpossibleDate.halfDayWords.contains(word.key) {
      guard hour > 12 || minute > 59 else { return nil }
      // `p.m.` is one word and its period.
      var end = word.end
      if word.traits.contains(.innerPeriod), segment.contains(next + 1),
        analysis.codePoint(of: analysis.tokens[next + 1]) == 0x2E, analysis.tokens[next + 1].start == end
      {
        end += 1
      }
      // “14:30 pm” in a 24-hour country is still one of both too many.
      return TextRange(start: number.range.start, end: end)
    }
    let isClock = word.map { ImpossibleDate.clockWords.contains($0.key) } ?? false
    if isClock, let word {
      return hour > 24 || minute > 59 || hour == 24 && minute > 0 ? number.range.union(word.range) : nil
    }
    // Without a word only a preposition of time tells a time from a score or a duration.
    guard sign == .colon, number.tokens.lowerBound > segment.lowerBound else { return nil }
    let before = analysis.tokens[number.tokens.lowerBound - 1]
    guard before.kind == .word, ImpossibleDate.clockPrepositions.contains(before.key), hour >= 24, hour < 30 else {
      return nil
    }
    return hour > 24 || minute > 59 || minute > 0 ? number.range : nil
  }

  private static func keys(_ words: [String]) -> Set<UInt64> { Set(words.map { TokenKey.key(of: $0) }) }

  private static let halfDayWords = keys(["p.m", "a.m", "pm", "am"])
  private static let clockWords = keys([
    "uhr", "hrs", "horas", "hodin", "часов", "годин", "godz", "uur", "heures", "utc", "gmt", "мск",
  ])
  private static let clockPrepositions = keys([
    "at", "um", "gegen", "las", "às", "alle", "ve", "в", "о", "à", "by", "until", "от", "до", "or",
  ])
}

extension FindingMessage {
  fileprivate static func noSuchDay(_ text: String) -> FindingMessage {
    "“\(text)” is no day of the calendar; check it against the source"
  }
  fileprivate static func noSuchTime(_ text: String) -> FindingMessage {
    "“\(text)” is no time of day; check it against the source"
  }
}
