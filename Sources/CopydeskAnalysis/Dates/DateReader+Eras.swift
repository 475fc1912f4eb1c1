// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// Years of other eras, and dates of other calendars.
extension DateReader {
  /// A year with its era before or behind it: `Reiwa 7`, `1446 AH`, `พ.ศ. 2568`.
  func eraYear(at index: Int) -> (part: DateMention.Part, calendar: DateCalendar, end: Int)? {
    if isWord(index), let eras = words.eras[tokens[index].key] {
      for era in eras {
        guard let number = end(of: era, at: index), let year = plainDigits(number),
          let value = self.year(year.value, of: era)
        else { continue }
        let range = TextRange(start: tokens[index].start, end: tokens[number].end)
        return (DateMention.Part(value: value, token: number, range: range), era.calendar, number + 1)
      }
      return nil
    }
    guard isNumber(index), isWord(index + 1), let eras = words.erasBehind[tokens[index + 1].key],
      let year = digits(index, 4...4)
    else { return nil }
    for era in eras {
      guard var end = end(of: era, at: index + 1), let value = self.year(year, of: era) else { continue }
      if era.text.last == 0x2E, mark(end) == 0x2E, isAttached(end) { end += 1 }
      let range = TextRange(start: tokens[index].start, end: tokens[end - 1].end)
      return (DateMention.Part(value: value, token: index, range: range), era.calendar, end)
    }
    return nil
  }

  /// The token behind the words of an era.
  private func end(of era: DateWords.Era, at index: Int) -> Int? {
    var position = index
    for word in era.words {
      while position > index, mark(position) == 0x2E, isAttached(position) { position += 1 }
      guard isWord(position), tokens[position].key == word else { return nil }
      position += 1
    }
    // The period of `B.E. 2568`.
    if era.text.last == 0x2E, mark(position) == 0x2E, isAttached(position), isNumber(position + 1) { position += 1 }
    return position
  }

  func year(_ year: Int, of era: DateWords.Era) -> Int? {
    switch era.calendar {
    case .hijri, .persian: era.calendar.gregorianYear(year)
    case .japanese, .republic: (1...120).contains(year) ? year + era.offset : nil
    default: era.calendar.gregorianYear(year + era.offset)
    }
  }

  /// A year of another era alone.
  func eraYear(at index: Int, from lowest: Int) -> DateMention? {
    var start = index
    if index > lowest, isWord(index - 1), words.eras[tokens[index - 1].key] != nil {
      start = index - 1
    } else if index - 1 > lowest, mark(index - 1) == 0x2E, isWord(index - 2),
      words.eras[tokens[index - 2].key] != nil
    {
      start = index - 2
    }
    guard let year = eraYear(at: start) else { return nil }
    var date = DateMention(
      range: year.part.range, tokens: start..<year.end, dayRange: year.part.range, weekday: nil, firstDay: nil,
      day: nil,
      month: nil, year: year.part, order: .withoutDay, style: [], monthLanguages: [], monthForm: .inDate,
      weekdayLanguages: [], dayMonthJoint: .space, yearJoint: .space, numericReadings: [])
    date.calendar = year.calendar
    return date
  }

  /// A day of the Islamic or Persian calendar, with its year: `17 Ramadan 1446`.
  func otherCalendarDate(around index: Int, _ month: Sense, from lowest: Int) -> DateMention? {
    let left = dayBefore(index, from: lowest)
    let right = left == nil ? dayBehind(index + month.width) : nil
    guard let side = left ?? right else { return nil }
    var yearIndex = right?.tokens.upperBound ?? index + month.width
    if DateReader.isComma(mark(yearIndex)) { yearIndex += 1 }
    if isWord(yearIndex), words.yearConnectors.contains(tokens[yearIndex].key) { yearIndex += 1 }
    guard let year = digits(yearIndex, 4...4),
      let date = month.calendar.gregorianDate(year: year, month: month.value, day: side.day.value)
    else { return nil }
    var end = yearIndex + 1
    if let era = eraYear(at: yearIndex) { end = era.end }
    let start = left?.tokens.lowerBound ?? index
    let whole = TextRange(start: tokens[start].start, end: tokens[end - 1].end)
    var mention = DateMention(
      range: whole, tokens: start..<end, dayRange: whole, weekday: nil, firstDay: nil,
      day: DateMention.Part(value: date.day, token: side.day.token, range: side.day.range),
      month: DateMention.Part(
        value: date.month, token: index, range: TextRange(start: tokens[index].start, end: month.end)),
      year: part(date.year, yearIndex), order: left == nil ? .monthDay : .dayMonth, style: [],
      monthLanguages: month.languages, monthForm: month.form, weekdayLanguages: [], dayMonthJoint: .space,
      yearJoint: .space, numericReadings: [])
    mention.calendar = month.calendar
    return mention
  }

  // MARK: A day alone

  /// `the 17th`, where a mark or the end follows: what else stands there is counted.
  func ordinalDay(at index: Int) -> DateMention? {
    guard isKnownToTarget(LanguageSet("en")), isWord(index + 1), isAttached(index + 1),
      words.englishSuffixes.contains(tokens[index + 1].key), let value = digits(index, 1...2), (1...31).contains(value),
      isWord(index - 1), tokens[index - 1].key == DateReader.theWord, isWord(index - 2),
      DateReader.dayPrepositions.contains(tokens[index - 2].key)
    else { return nil }
    let next = index + 2
    if segment.contains(next) {
      let sign = mark(next)
      guard sign == 0x2E || sign == 0x2C || sign == 0x3B || sign == 0x29 || sign == 0x3A else { return nil }
    }
    let whole = TextRange(start: tokens[index].start, end: tokens[index + 1].end)
    return DateMention(
      range: whole, tokens: index..<next, dayRange: whole, weekday: nil, firstDay: nil, day: part(value, index),
      month: nil, year: nil, order: .withoutDay, style: [.ordinal, .englishOrdinal], monthLanguages: [],
      monthForm: .inDate, weekdayLanguages: [], dayMonthJoint: .space, yearJoint: .space, numericReadings: [])
  }

  private static let theWord = TokenKey.key(of: "the")
  private static let dayPrepositions: Set<UInt64> = Set(["on", "by", "until"].map { TokenKey.key(of: $0) })
}
