// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// Dates of digits alone.
extension DateReader {
  private typealias Field = (value: Int, length: Int)

  /// Day, month and year in digits: `17/03/2025`, `2025-03-17`, `2025. 3. 17.`.
  func numericDate(at index: Int) -> DateMention? {
    let token = tokens[index]
    var fields: [Field] = []
    var fieldTokens: [Int] = []
    var end = index + 1
    let separator: UInt32
    if isAttached(index), index > segment.lowerBound {
      let before = mark(index - 1)
      guard
        before == 0 && (!isWord(index - 1) || isSpaceless(index - 1) || hasGluedPrefix(index))
          || DateReader.mayPrecedeDay(before)
      else {
        return nil
      }
    }
    if token.range.count >= 6, let dotted = dottedFields(token) {
      fields = dotted
      separator = 0x2E
    } else {
      var at = behindDirectionMark(end)
      separator = mark(at)
      guard separator == 0x2F || separator == 0x2D || separator == 0x2E, let first = plainDigits(index) else {
        return nil
      }
      fields = [first]
      fieldTokens = [index]
      while fields.count < 3 {
        guard mark(at) == separator, isAttached(at), let next = plainDigits(at + 1),
          separator == 0x2E || isAttached(at + 1)
        else { return nil }
        fields.append(next)
        fieldTokens.append(at + 1)
        end = at + 2
        at = behindDirectionMark(end)
      }
    }
    if isAttached(end), isWord(end) && !isSpaceless(end) || isNumber(end) || mark(end) == separator && separator != 0x2E
    {
      return nil
    }
    return numericDate(fields, fieldTokens, tokens: index..<end, separator: separator)
  }

  /// The token behind a mark that only sets the direction of writing, as Arabic dates have them.
  private func behindDirectionMark(_ index: Int) -> Int {
    let sign = mark(index)
    return sign == 0x200F || sign == 0x200E || sign == 0x61C ? index + 1 : index
  }

  func isSpaceless(_ index: Int) -> Bool { isWord(index) && TimeReader.isSpaceless(tokens[index]) }

  /// Three numbers with periods in one token: `17.3.2025`.
  private func dottedFields(_ token: Token) -> [Field]? {
    guard token.range.count <= 10 || token.traits.contains(.nonASCII) && token.range.count <= 28 else { return nil }
    var fields: [Field] = []
    var field: Field = (0, 0)
    var decoder = UTF8Decoder(Array(text[token.range.offsets]))
    while let (codePoint, _) = decoder.next() {
      if codePoint == 0x2E {
        fields.append(field)
        field = (0, 0)
      } else {
        let digit =
          codePoint < 0x80
          ? codePoint >= 0x30 && codePoint <= 0x39 ? Int(codePoint) - 0x30 : nil
          : UnicodeProperties.digitValue(of: codePoint)
        guard let digit, field.length < 4 else { return nil }
        field = (field.value * 10 + digit, field.length + 1)
      }
    }
    fields.append(field)
    return fields.count == 3 ? fields : nil
  }

  private func numericDate(
    _ fields: [Field], _ fieldTokens: [Int], tokens range: Range<Int>, separator: UInt32
  ) -> DateMention? {
    var readings: DateMention.NumericReadings = []
    var day = 0
    var month = 1
    var year = 2
    let isYearFirst =
      fields[0].length == 4 && fields[1].length <= 2 && fields[2].length <= 2
      && (fields[1].length == 2 && fields[2].length == 2 || isKnownToTarget(DateReader.spacelessLanguages))
    if isYearFirst {
      if CalendarDate(year: fields[0].value, month: fields[1].value, day: fields[2].value) != nil {
        readings.insert(.yearFirst)
      }
      (day, month, year) = (2, 1, 0)
    } else {
      guard fields[0].length <= 2, fields[1].length <= 2, fields[2].length == 4, (1000...2199).contains(fields[2].value)
      else { return nil }
      if CalendarDate(year: fields[2].value, month: fields[1].value, day: fields[0].value) != nil {
        readings.insert(.dayFirst)
      }
      // Periods are never month first.
      if separator != 0x2E, CalendarDate(year: fields[2].value, month: fields[0].value, day: fields[1].value) != nil {
        readings.insert(.monthFirst)
      }
      let isMonthFirst = readings == .monthFirst || readings.contains(.monthFirst) && !isDayFirst
      if isMonthFirst { (day, month) = (1, 0) }
    }
    if readings.isEmpty {
      // Three numbers without a reading are something else, unless the form leaves no other: `11.13.2014`, `31/04/2014`.
      let isCertain = fieldTokens.isEmpty && (1900...2100).contains(fields[year].value)
      let isClose = (1...12).contains(fields[month].value) && (1...39).contains(fields[day].value)
      guard isCertain || isClose else { return nil }
    }
    func field(_ index: Int) -> DateMention.Part {
      part(fields[index].value, fieldTokens.isEmpty ? range.lowerBound : fieldTokens[index])
    }
    let whole = TextRange(start: tokens[range.lowerBound].start, end: tokens[range.upperBound - 1].end)
    return DateMention(
      range: whole, tokens: range, dayRange: whole, weekday: nil, firstDay: nil, day: field(day), month: field(month),
      year: field(year), order: year == 0 ? .yearMonthDay : day == 0 ? .dayMonth : .monthDay, style: .numeric,
      monthLanguages: [], monthForm: .inDate, weekdayLanguages: [],
      dayMonthJoint: DateMention.Joint(period: separator == 0x2E), yearJoint: .space, numericReadings: readings)
  }

  static let spacelessLanguages: LanguageSet = [LanguageSet("zh"), LanguageSet("ja"), LanguageSet("ko")]

  // MARK: Without a year

  /// `3.10.` behind a word that asks for a day, or any two numbers behind a weekday: `Monday, 10/31`, `So, 23.08.`.
  func dayAndMonth(at index: Int, from lowest: Int) -> DateMention? {
    var fields: [Field] = []
    var end = index + 1
    let separator = mark(end) == 0x2F && isAttached(end) ? UInt32(0x2F) : 0x2E
    if separator == 0x2F {
      guard isAttached(end + 1), let first = plainDigits(index), let second = plainDigits(end + 1) else { return nil }
      fields = [first, second]
      end += 2
      if isAttached(end), isWord(end) || isNumber(end) || mark(end) == 0x2F || mark(end) == 0x25 { return nil }
      // “On Sunday, 24/7 coverage”: only what a mark follows, or nothing, is a day.
      if segment.contains(end), isWord(end) || isNumber(end) { return nil }
    } else {
      guard tokens[index].range.count <= 5, mark(end) == 0x2E, isAttached(end),
        let clock = ClockDigits(tokens[index], in: text), clock.notation == .period, let month = clock.minute
      else { return singleDigitMonth(at: index, from: lowest) }
      fields = [(clock.hour, 2), (month, 2)]
      end += 1
    }
    guard fields.allSatisfy({ $0.length <= 2 }), !isAttached(index) || mark(index - 1) == 0x28 else { return nil }
    return dayAndMonth(fields, at: index, end: end, separator: separator, from: lowest)
  }

  /// `3.1.`: the token of a number with one digit behind the period is no time.
  private func singleDigitMonth(at index: Int, from lowest: Int) -> DateMention? {
    let token = tokens[index]
    guard token.range.count >= 3, token.range.count <= 4, mark(index + 1) == 0x2E, isAttached(index + 1) else {
      return nil
    }
    let bytes = Array(text[token.range.offsets])
    let parts = bytes.split(separator: 0x2E, omittingEmptySubsequences: false)
    guard parts.count == 2, parts[1].count == 1, (1...2).contains(parts[0].count),
      let day = Int(String(decoding: parts[0], as: UTF8.self)),
      let month = Int(String(decoding: parts[1], as: UTF8.self))
    else { return nil }
    return dayAndMonth(
      [(day, parts[0].count), (month, 1)], at: index, end: index + 2, separator: 0x2E, from: lowest)
  }

  private func dayAndMonth(
    _ fields: [Field], at index: Int, end: Int, separator: UInt32, from lowest: Int
  ) -> DateMention? {
    // A leap year has every day.
    let isDayFirstDate = CalendarDate(year: 2024, month: fields[1].value, day: fields[0].value) != nil
    let isMonthFirstDate =
      separator == 0x2F && CalendarDate(year: 2024, month: fields[0].value, day: fields[1].value) != nil
    guard isDayFirstDate || isMonthFirstDate else { return nil }
    let isMonthFirst = isMonthFirstDate && (!isDayFirstDate || !isDayFirst)
    let whole = TextRange(start: tokens[index].start, end: tokens[end - 1].end)
    let second = separator == 0x2F ? index + 2 : index
    let (day, month) = isMonthFirst ? (fields[1].value, fields[0].value) : (fields[0].value, fields[1].value)
    var readings: DateMention.NumericReadings = isDayFirstDate ? .dayFirst : []
    if isMonthFirstDate { readings.insert(.monthFirst) }
    var date = DateMention(
      range: whole, tokens: index..<end, dayRange: whole, weekday: nil, firstDay: nil,
      day: part(day, isMonthFirst ? second : index), month: part(month, isMonthFirst ? index : second), year: nil,
      order: isMonthFirst ? .monthDay : .dayMonth, style: .numeric, monthLanguages: [], monthForm: .inDate,
      weekdayLanguages: [], dayMonthJoint: DateMention.Joint(period: separator == 0x2E), yearJoint: .space,
      numericReadings: readings)
    addWeekday(to: &date, from: lowest)
    if date.weekday != nil, date.tokens.lowerBound < index { return date }
    guard separator == 0x2E, index > lowest, isWord(index - 1), let language = preferred[0].firstCode,
      words.dayLeads[language]?.contains(tokens[index - 1].key) ?? false
    else { return nil }
    date.weekday = nil
    return date
  }
}
