// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a weekday that does not fit its date.
struct WrongWeekday: Rule {
  static let metadata = RuleMetadata(
    id: "dates/wrong-weekday",
    summary: "Reports a weekday that does not fit its date.",
    rationale: """
      March 18, 2025, was a Tuesday. One of the two is wrong, and a reader who plans by it comes on the wrong day. \
      A calendar tells which pairs are possible.
      """,
    severity: .error,
    type: .inconsistency,
    examples: [
      Example("The court sat on ⟦Monday, March 18, 2025⟧.", fixed: "The court sat on Tuesday, March 18, 2025."),
      Example("The court sat on Monday, March 17, 2025, and on Tue., March 18, 2025."),
      Example("The court sat on ⟦Monday, March 18⟧.", date: "2025-03-20", fixed: "The court sat on Tuesday, March 18."),
      Example("The court sat on Monday, March 18."),
      Example(
        "Das Gericht tagte am ⟦Dienstag, den 19. Juni 1953⟧, und am Freitag (19. Juni 1953).", language: "de",
        fixed: "Das Gericht tagte am Freitag, den 19. Juni 1953, und am Freitag (19. Juni 1953)."),
      Example(
        "El juicio fue el ⟦martes 17 de marzo de 2025⟧, no el lunes, 17 de marzo del 2025.", language: "es",
        fixed: "El juicio fue el lunes 17 de marzo de 2025, no el lunes, 17 de marzo del 2025."),
      Example(
        "Le procès a eu lieu le ⟦mardi 17 mars 2025⟧.", language: "fr",
        fixed: "Le procès a eu lieu le lundi 17 mars 2025."),
      Example("Суд состоялся в ⟦среду, 17 марта 2025⟧ года.", language: "ru"),
      Example("Суд состоялся в понедельник, 17 марта 2025 года.", language: "ru"),
      Example("Суд відбувся у ⟦п’ятницю, 17 березня 2025⟧ року.", language: "uk"),
      Example("O tribunal reuniu-se na ⟦terça-feira, 17 de março de 2025⟧.", language: "pt-BR"),
      Example("O tribunal reuniu-se na segunda-feira, 17 de março de 2025.", language: "pt-BR"),
      Example("Il processo è iniziato ⟦martedì 17 marzo 2025⟧.", language: "it"),
      Example("Soud zasedal v ⟦úterý 17. března 2025⟧.", language: "cs"),
      Example("The fair runs Saturday and Sunday, March 15 and 16, 2025, as it did on Friday, June 15, 1582."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    for date in analysis.dates {
      guard let weekday = date.weekday, let month = date.month, let day = date.weekdayDay,
        !date.weekdayLanguages.isDisjoint(with: analysis.conventions.dates.language),
        let year = year(of: date, month: month.value, day: day.value, weekday: weekday.value, analysis),
        let calendarDate = CalendarDate(year: year, month: month.value, day: day.value),
        calendarDate.weekday != weekday.value, !fitsOtherReading(date, year, weekday.value, analysis),
        !hasEra(date, analysis),
        analysis.isNewsCopy(date.range)
      else { continue }
      let names = analysis.conventions.dates
      let right = names.weekdays[calendarDate.weekday]
      report(
        .wrong(analysis.string(in: weekday.range), right: right, isYearGiven: date.year != nil, year: year),
        at: TextRange(start: date.range.start, end: max(date.dayRange.end, weekday.range.end)),
        fixes: fixes(date, calendarDate, weekday: weekday, day: day, analysis))
    }
  }

  // MARK: The year

  /// The year a date stands for, or `nil` if the weekday cannot be judged.
  private func year(
    of date: DateMention, month: Int, day: Int, weekday: Int, _ analysis: ArticleAnalysis
  ) -> Int? {
    if let year = date.year?.value ?? date.sharedYear {
      return year >= WrongWeekday.firstYear(analysis.language.language) ? year : nil
    }
    guard let published = analysis.context.date ?? analysis.article.metadata.date else { return nil }
    // Without a year the nearest such day is meant. Far from publication it may be that of the year before or
    // behind, so a weekday that fits one of them is let pass.
    var nearest: (distance: Int, date: CalendarDate)?
    var fits = false
    for year in published.year - 1...published.year + 1 {
      guard let candidate = CalendarDate(year: year, month: month, day: day) else { continue }
      let distance = abs(candidate.dayNumber - published.dayNumber)
      if candidate.weekday == weekday, distance <= 366 { fits = true }
      if let known = nearest, known.distance <= distance { continue }
      nearest = (distance, candidate)
    }
    guard let nearest, !fits || nearest.distance <= 60 else { return nil }
    return nearest.date.year
  }

  /// The first full year of the Gregorian calendar where the language is spoken: earlier dates are of the Julian one.
  private static func firstYear(_ language: String) -> Int {
    switch language {
    case "ru", "uk", "be", "bg", "sr", "mk", "ro", "el": 1925
    case "en", "sv", "fi": 1753
    default: 1701
    }
  }

  /// Whether a date of digits that reads two ways fits the weekday the other way.
  private func fitsOtherReading(
    _ date: DateMention, _ year: Int, _ weekday: Int, _ analysis: ArticleAnalysis
  ) -> Bool {
    // `Monday, 10/09` may be of two months and of any year.
    if date.year == nil, date.numericReadings.isSuperset(of: [.dayFirst, .monthFirst]) { return true }
    guard date.numericReadings.isSuperset(of: [.dayFirst, .monthFirst]),
      analysis.conventions.dates.acceptsBothNumericOrders, let day = date.day, let month = date.month,
      let other = CalendarDate(year: year, month: day.value, day: month.value)
    else { return false }
    return other.weekday == weekday
  }

  /// Whether a number or an era behind the date makes it a day of another time, as in “October 23, 4004 BC”.
  private func hasEra(_ date: DateMention, _ analysis: ArticleAnalysis) -> Bool {
    let segment = analysis.segmentTokens[analysis.segmentIndex(at: date.range.start)]
    let next = date.tokens.upperBound
    guard segment.contains(next) else { return false }
    if date.year == nil { return analysis.tokens[next].kind == .number }
    return analysis.languageData.eras.contains { $0.first == analysis.tokens[next].key }
  }

  // MARK: Suggestions

  /// The right weekday, the nearest day with the weekday, the nearest year in which both fit.
  private func fixes(
    _ date: DateMention, _ calendarDate: CalendarDate, weekday: DateMention.Part, day: DateMention.Part,
    _ analysis: ArticleAnalysis
  ) -> [Fix] {
    var fixes: [Fix] = []
    if let name = weekdayName(calendarDate.weekday, like: weekday, date, analysis) {
      fixes.append(.replacing(name.range, with: name.text, .needsReview))
    }
    // Three days either way reach every weekday.
    let distance = (weekday.value - calendarDate.weekday + 10) % 7 - 3
    var moved = calendarDate.day + distance
    let last = CalendarDate.dayCount(year: calendarDate.year, month: calendarDate.month)
    if moved < 1 { moved += 7 }
    if moved > last { moved -= 7 }
    if date.firstDay == nil, let edit = dayEdit(moved, date, day, analysis) {
      fixes.append(.replacing(edit.range, with: edit.text, .needsReview))
    }
    if let year = date.year, date.calendar == .gregorian {
      let reference = (analysis.context.date ?? analysis.article.metadata.date)?.year ?? year.value
      var best: Int?
      for offset in 1...11 {
        for candidate in [year.value - offset, year.value + offset] where best == nil {
          guard let other = CalendarDate(year: candidate, month: calendarDate.month, day: calendarDate.day),
            other.weekday == weekday.value, candidate <= reference + 11
          else { continue }
          best = candidate
        }
      }
      if let best, let range = digits(of: year, in: date, analysis) {
        fixes.append(.replacing(range, with: String(best), .needsReview))
      }
    }
    return fixes
  }

  /// Another day in the form in which the copy has its own.
  private func dayEdit(
    _ value: Int, _ date: DateMention, _ day: DateMention.Part, _ analysis: ArticleAnalysis
  ) -> (text: String, range: TextRange)? {
    guard date.calendar == .gregorian else { return nil }
    if date.style.contains(.ordinal) {
      // `18th` has another suffix than `17th`; those of other languages follow the grammar.
      let suffix = day.token + 1
      guard date.style.contains(.englishOrdinal), analysis.tokens.indices.contains(suffix),
        analysis.tokens[suffix].start == day.range.end
      else { return nil }
      return (
        "\(value)\(WrongWeekday.ordinalSuffix(value))",
        TextRange(start: day.range.start, end: analysis.tokens[suffix].end)
      )
    }
    guard let range = digits(of: day, in: date, analysis) else { return nil }
    let written = analysis.string(in: range)
    guard written.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return nil }
    return (value < 10 && written.utf8.count == 2 ? "0\(value)" : String(value), range)
  }

  private static func ordinalSuffix(_ value: Int) -> String {
    if (11...13).contains(value) { return "th" }
    return switch value % 10 {
    case 1: "st"
    case 2: "nd"
    case 3: "rd"
    default: "th"
    }
  }

  /// The digits of a field; those of `17.3.2025` share a token.
  private func digits(
    of field: DateMention.Part, in date: DateMention, _ analysis: ArticleAnalysis
  ) -> TextRange? {
    guard date.style.contains(.numeric), let day = date.day, let month = date.month, day.token == month.token else {
      return field.range
    }
    let token = analysis.tokens[field.token].range
    let parts = analysis.string(in: token).split(separator: ".", omittingEmptySubsequences: false)
    let position = field == date.year ? 2 : 0
    guard date.order == .dayMonth, parts.count > position else { return nil }
    var start = token.start
    for part in parts[..<position] { start += UInt32(part.utf8.count + 1) }
    return TextRange(start: start, end: start + UInt32(parts[position].utf8.count))
  }

  /// Another weekday's name in the form in which the copy has its own; `nil` where the form is not known.
  private func weekdayName(
    _ value: Int, like weekday: DateMention.Part, _ date: DateMention, _ analysis: ArticleAnalysis
  ) -> (text: String, range: TextRange)? {
    guard !date.style.contains(.shortWeekday) else { return nil }
    let names = analysis.conventions.dates.weekdays
    let written = analysis.string(in: weekday.range)
    let current = names[weekday.value]
    // `segunda-feira` is two words of which the token is the first.
    let currentParts = current.split(separator: "-")
    var range = weekday.range
    if currentParts.count == 2, weekday.token + 2 < analysis.tokens.count,
      analysis.string(of: analysis.tokens[weekday.token + 2]).lowercased() == currentParts[1]
    {
      range = TextRange(start: range.start, end: analysis.tokens[weekday.token + 2].end)
    } else if written.lowercased() != current.lowercased() {
      return nil
    }
    let replacement = names[value]
    guard let first = written.first, first.isUppercase, let initial = replacement.first else {
      return (replacement, range)
    }
    return (initial.uppercased() + replacement.dropFirst(), range)
  }
}

extension FindingMessage {
  fileprivate static func wrong(_ text: String, right: String, isYearGiven: Bool, year: Int) -> FindingMessage {
    isYearGiven
      ? "“\(text)” does not fit the date, which is a “\(right)”"
      : "“\(text)” does not fit the date, which is a “\(right)” in \(String(year))"
  }
}
