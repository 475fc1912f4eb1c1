// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// Dates of Chinese, Japanese and Korean copy: a number and the sign of what it counts, three times.
extension DateReader {
  /// What a sign behind a number counts.
  private enum Field {
    case year
    case month
    case day

    init?(_ codePoint: UInt32) {
      switch codePoint {
      case 0x5E74, 0xB144: self = .year
      case 0x6708, 0xC6D4: self = .month
      case 0x65E5, 0x53F7, 0x865F, 0xC77C: self = .day
      default: return nil
      }
    }
  }

  /// A number with its sign.
  private struct Unit {
    let field: Field
    let value: Int
    let length: Int
    let token: Int
    let isKorean: Bool
    /// The token behind the sign, and where the sign ends.
    let next: Int
    let end: UInt32
  }

  private func unit(at index: Int) -> Unit? {
    guard let number = plainDigits(index), isSpaceless(index + 1) else { return nil }
    let sign = tokens[index + 1]
    // Programs set a space between scripts: `12 月 24 日`.
    let gap = sign.start - tokens[index].end
    guard gap == 0 || gap == 1 && sign.script == .han && !sign.traits.contains(.lineBreakBefore) else { return nil }
    let (codePoint, length) = UTF8Decoder.codePoint(in: text.span, at: Int(sign.start))
    guard let field = Field(codePoint) else { return nil }
    let end = sign.start + UInt32(length)
    return Unit(
      field: field, value: number.value, length: number.length, token: index,
      isKorean: sign.script == .hangul, next: sign.end == end ? index + 2 : index + 1, end: end)
  }

  /// The unit that follows another, if it is of the next smaller field.
  private func unit(behind unit: Unit, _ field: Field) -> Unit? {
    guard unit.next > unit.token + 1, let next = self.unit(at: unit.next), next.field == field else { return nil }
    let gap = tokens[unit.next].start - unit.end
    return gap == 0 || gap == 1 ? next : nil
  }

  func spacelessDate(at index: Int) -> DateMention? {
    guard let first = unit(at: index) else { return nil }
    var year: DateMention.Part?
    var calendar = DateCalendar.gregorian
    var month: Unit?
    var day: Unit?
    var last = first
    var start = tokens[index].start
    switch first.field {
    case .year:
      let era = spacelessEra(endingAt: start)
      if let era, let value = self.year(first.value, of: era) {
        start -= UInt32(era.text.count)
        calendar = era.calendar
        year = DateMention.Part(value: value, token: index, range: TextRange(start: start, end: tokens[index].end))
      } else {
        guard first.length == 4, (1000...2199).contains(first.value) else { return nil }
        year = part(first.value, index)
      }
      month = unit(behind: first, .month)
      guard let month else {
        // A year alone is a quantity, unless its era has to be reckoned.
        return calendar == .gregorian ? nil : mention(year: year, nil, nil, nil, first, start: start, calendar)
      }
      last = month
      day = unit(behind: month, .day)
    case .month:
      month = first
      day = unit(behind: first, .day)
      if day == nil, let range = daysOfSpan(at: first.next) {
        return mention(year: nil, first, range.last, range.first, range.last, start: start, calendar)
      }
      guard day != nil else { return nil }
    case .day:
      guard isDayOfMonth(first) else { return nil }
      day = first
    }
    guard let month, (1...12).contains(month.value) else {
      return first.field == .day && first.value <= 31
        ? mention(year: nil, nil, first, nil, first, start: start, calendar) : nil
    }
    if day == nil, let range = daysOfSpan(at: month.next), month.next > month.token + 1 {
      return mention(year: year, month, range.last, range.first, range.last, start: start, calendar)
    }
    guard var day, (1...39).contains(day.value) else {
      return mention(year: year, month, nil, nil, last, start: start, calendar)
    }
    var firstDay: DateMention.Part?
    if let other = dayOfSpan(behind: day), other.value > day.value {
      firstDay = part(day.value, day.token)
      day = other
    }
    return mention(year: year, month, day, firstDay, day, start: start, calendar)
  }

  private func mention(
    year: DateMention.Part?, _ month: Unit?, _ day: Unit?, _ firstDay: DateMention.Part?, _ last: Unit, start: UInt32,
    _ calendar: DateCalendar
  ) -> DateMention {
    let languages: LanguageSet = last.isKorean ? LanguageSet("ko") : [LanguageSet("zh"), LanguageSet("ja")]
    var firstToken = year?.token ?? month?.token ?? firstDay?.token ?? last.token
    while firstToken > segment.lowerBound, tokens[firstToken].start > start { firstToken -= 1 }
    let range = TextRange(start: start, end: last.end)
    var date = DateMention(
      range: range, tokens: firstToken..<last.token + 2, dayRange: range, weekday: nil, firstDay: firstDay,
      day: day.map { part($0.value, $0.token) }, month: month.map { part($0.value, $0.token) }, year: year,
      order: day == nil ? .withoutDay : year == nil ? .monthDay : .yearMonthDay, style: [], monthLanguages: languages,
      monthForm: .inDate, weekdayLanguages: [], dayMonthJoint: .space, yearJoint: .space, numericReadings: [])
    date.calendar = calendar
    if day != nil, month != nil { addSpacelessWeekday(to: &date, languages: languages) }
    return date
  }

  private func spacelessEra(endingAt offset: UInt32) -> DateWords.Era? {
    words.spacelessEras.first { era in
      let start = Int(offset) - era.text.count
      return start >= 0 && hasBytes(era.text, at: start)
    }
  }

  private func hasBytes(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard offset + bytes.count <= text.count else { return false }
    for index in 0..<bytes.count where text[offset + index] != bytes[index] { return false }
    return true
  }

  // MARK: Spans

  /// The second day of `17日至19日`.
  private func dayOfSpan(behind day: Unit) -> Unit? {
    var offset = Int(day.end)
    guard let joint = DateReader.joints.first(where: { hasBytes($0, at: offset) }) else { return nil }
    offset += joint.count
    var index = day.token + 1
    while segment.contains(index), Int(tokens[index].start) < offset { index += 1 }
    guard segment.contains(index), Int(tokens[index].start) - offset <= 1, let other = unit(at: index),
      other.field == .day
    else { return nil }
    return other
  }

  /// The days of `17-19日`, of which only the second has the sign.
  private func daysOfSpan(at index: Int) -> (first: DateMention.Part, last: Unit)? {
    guard let first = digits(index, 1...2), DateReader.isDash(mark(index + 1)) || mark(index + 1) == 0x3001,
      isAttached(index + 1), let last = unit(at: index + 2), last.field == .day, last.value > first, last.value <= 31
    else { return nil }
    return (part(first, index), last)
  }

  private static let joints: [[UInt8]] = ["至", "到", "から", "－", "—", "–", "-", "~", "～", "〜", "부터 ", "에서 "].map {
    Array($0.utf8)
  }

  /// Whether `17日` is a day and no number of days.
  private func isDayOfMonth(_ unit: Unit) -> Bool {
    let offset = Int(unit.end)
    guard offset < text.count, text[offset] >= 0x80 || text[offset] == 0x28 else { return false }
    return DateReader.behindDays.contains { hasBytes($0, at: offset) }
  }

  private static let behindDays: [[UInt8]] = [
    "に", "の", "は", "夜", "朝", "午", "未明", "まで", "付", "、", "（", "，", "在", "晚", "上午", "下午", "凌晨", "报道", "說", "说", "表示",
    "宣布",
    "(",
  ].map { Array($0.utf8) }

  // MARK: Weekdays

  /// `星期一`, `（月）`, `월요일` behind the day.
  func addSpacelessWeekday(to date: inout DateMention, languages: LanguageSet) {
    var offset = Int(date.range.end)
    let isKorean = languages == LanguageSet("ko")
    // `2025. 3. 17. 월요일`
    if date.style.contains(.numeric), offset < text.count, text[offset] == 0x2E { offset += 1 }
    if offset < text.count, text[offset] == 0x20 { offset += 1 }
    let open = DateReader.opening.first { hasBytes($0, at: offset) }
    offset += open?.count ?? 0
    let start = offset
    var value: Int?
    if let prefix = DateReader.weekPrefixes.first(where: { hasBytes($0, at: offset) }) {
      offset += prefix.count
      value = DateReader.chineseDays.firstIndex { hasBytes($0, at: offset) }.map { $0 % 7 }
      offset += 3
    } else {
      let names = isKorean ? DateReader.koreanDays : DateReader.japaneseDays
      value = names.firstIndex { hasBytes($0, at: offset) }
      offset += 3
      if let suffix = DateReader.weekdaySuffixes.first(where: { hasBytes($0, at: offset) }) {
        offset += suffix.count
      } else if open == nil {
        return
      }
    }
    guard let value else { return }
    let end = offset
    if open != nil {
      guard let close = DateReader.closing.first(where: { hasBytes($0, at: offset) }) else { return }
      offset += close.count
      date.style.insert(.weekdayBehind)
    }
    var last = date.tokens.upperBound
    while segment.contains(last), Int(tokens[last].start) < offset { last += 1 }
    date.weekday = DateMention.Part(
      value: value, token: last - 1, range: TextRange(start: UInt32(start), end: UInt32(end)))
    date.weekdayLanguages = languages
    date.tokens = date.tokens.lowerBound..<last
    date.range = TextRange(start: date.range.start, end: UInt32(offset))
  }

  private static func names(_ text: String) -> [[UInt8]] { text.split(separator: " ").map { Array($0.utf8) } }

  private static let opening = names("（ (")
  private static let closing = names("） )")
  private static let weekPrefixes = names("星期 周 週 礼拜 禮拜")
  private static let chineseDays = names("日 一 二 三 四 五 六 天")
  private static let japaneseDays = names("日 月 火 水 木 金 土")
  private static let koreanDays = names("일 월 화 수 목 금 토")
  private static let weekdaySuffixes = names("曜日 曜 요일")
}
