// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// Finds the dates of an article.
///
/// One pass: a month's name looks left and right for a day and a year; digits are tried as a date of digits;
/// then a weekday is looked for on both sides.
struct DateReader {
  let text: [UInt8]
  let tokens: [Token]
  let lexicon: DateLexicon
  /// The languages whose reading of a word is preferred, the best first.
  let preferred: [LanguageSet]
  let isDayFirst: Bool
  let words = DateWords.shared
  /// Whether a suffix may follow a name behind an apostrophe: `Mart'ta`.
  let hasSuffixes: Bool
  var segment: Range<Int> = 0..<0
  var dates: [DateMention] = []

  static func dates(
    in text: [UInt8], tokens: [Token], segments: [Range<Int>], lexicon: DateLexicon, target: LanguageSet,
    source: LanguageSet?, isDayFirst: Bool
  ) -> [DateMention] {
    var reader = DateReader(
      text: text, tokens: tokens, lexicon: lexicon, preferred: [target] + (source.map { [$0] } ?? []),
      isDayFirst: isDayFirst)
    for segment in segments { reader.read(segment) }
    return reader.dates
  }

  private init(
    text: [UInt8], tokens: [Token], lexicon: DateLexicon, preferred: [LanguageSet], isDayFirst: Bool
  ) {
    self.text = text
    self.tokens = tokens
    self.lexicon = lexicon
    self.preferred = preferred
    self.isDayFirst = isDayFirst
    hasSuffixes = preferred.contains { $0 == LanguageSet("tr") }
  }

  // MARK: Tokens

  func mark(_ index: Int) -> UInt32 {
    guard segment.contains(index) else { return 0 }
    let kind = tokens[index].kind
    guard kind == .punctuation || kind == .symbol else { return 0 }
    return UTF8Decoder.codePoint(in: text.span, at: Int(tokens[index].start)).codePoint
  }

  func isAttached(_ index: Int) -> Bool {
    segment.contains(index) && !tokens[index].traits.contains(.spaceBefore)
  }

  func isWord(_ index: Int) -> Bool { segment.contains(index) && tokens[index].kind == .word }

  func isNumber(_ index: Int) -> Bool { segment.contains(index) && tokens[index].kind == .number }

  static func isDash(_ codePoint: UInt32) -> Bool {
    codePoint == 0x2D || codePoint >= 0x2010 && codePoint <= 0x2014 || codePoint == 0x7E || codePoint == 0x301C
      || codePoint == 0xFF5E
  }

  /// The value of a number token of plain digits of any script in the given length, or `nil`.
  func digits(_ index: Int, _ lengths: ClosedRange<Int>) -> Int? {
    guard let number = plainDigits(index), lengths.contains(number.length) else { return nil }
    return number.value
  }

  /// The value of a number token of at most four plain digits and how many there are.
  func plainDigits(_ index: Int) -> (value: Int, length: Int)? {
    guard isNumber(index) else { return nil }
    let token = tokens[index]
    guard token.range.count <= 4 || token.traits.contains(.nonASCII) && token.range.count <= 16 else { return nil }
    let bytes = text.span
    var value = 0
    var count = 0
    var offset = Int(token.start)
    while offset < Int(token.end) {
      let (codePoint, length) = UTF8Decoder.codePoint(in: bytes, at: offset)
      offset += length
      if codePoint >= 0x30, codePoint <= 0x39 {
        value = value * 10 + Int(codePoint) - 0x30
      } else {
        guard codePoint >= 0x80, let digit = UnicodeProperties.digitValue(of: codePoint) else { return nil }
        value = value * 10 + digit
      }
      count += 1
    }
    return count <= 4 ? (value, count) : nil
  }

  func part(_ value: Int, _ index: Int) -> DateMention.Part {
    DateMention.Part(value: value, token: index, range: tokens[index].range)
  }

  // MARK: Reading

  mutating func read(_ range: Range<Int>) {
    segment = range
    // Held here, the loop reads them without asking who else does.
    let tokens = self.tokens
    let lexicon = self.lexicon
    var index = range.lowerBound
    var consumed = range.lowerBound
    while index < range.upperBound {
      let token = tokens[index]
      if token.kind == .word {
        let key = hasSuffixes && token.traits.contains(.hasApostrophe) ? stem(index).key : token.key
        if lexicon.firstSense(of: key) != nil, var date = date(around: index, from: consumed) {
          addWeekday(to: &date, from: consumed)
          consumed = date.tokens.upperBound
          index = max(index, consumed - 1)
          append(date)
        }
      } else if token.kind == .number, let date = dateOfDigits(at: index, from: consumed) {
        consumed = date.tokens.upperBound
        index = max(index, consumed - 1)
        append(date)
      }
      index += 1
    }
  }

  /// A date that starts with digits, with its weekday.
  private func dateOfDigits(at index: Int, from lowest: Int) -> DateMention? {
    if let date = spacelessDate(at: index) { return date }
    if var date = numericDate(at: index) {
      addWeekday(to: &date, from: lowest)
      if date.weekday == nil, isKnownToTarget(DateReader.spacelessLanguages) {
        addSpacelessWeekday(to: &date, languages: preferred[0])
      }
      return date
    }
    return dayAndMonth(at: index, from: lowest) ?? eraYear(at: index, from: lowest) ?? ordinalDay(at: index)
  }

  private mutating func append(_ date: DateMention) {
    if let year = date.year, let last = dates.last, last.year == nil, last.day != nil, last.month != nil,
      date.day != nil, last.tokens.lowerBound >= segment.lowerBound
    {
      // `28 February–3 March 2025`
      let between = date.tokens.lowerBound - last.tokens.upperBound
      let joint = last.tokens.upperBound
      if between == 1, DateReader.isDash(mark(joint)) || isWord(joint) && words.rangeWords.contains(tokens[joint].key) {
        dates[dates.count - 1].sharedYear = year.value
      }
    }
    dates.append(date)
  }

  /// The key and the end of a word without the suffix behind its apostrophe.
  func stem(_ index: Int) -> (key: UInt64, end: UInt32) {
    let token = tokens[index]
    var key = TokenKey()
    var offset = Int(token.start)
    while offset < Int(token.end) {
      let (codePoint, length) = UTF8Decoder.codePoint(in: text.span, at: offset)
      let info = CharacterTable.shared.info(of: codePoint)
      if info.kind == .apostrophe { break }
      key.add(codePoint: info.folded)
      offset += length
    }
    return (key.value, UInt32(offset))
  }

  /// What a word means in a date.
  struct Sense {
    var value: Int
    var languages: LanguageSet
    var form: DateWordSense.Form
    var calendar = DateCalendar.gregorian
    /// How many words the name has.
    var width = 1
    /// Where the name ends.
    var end: UInt32
  }

  /// The meaning of a word and perhaps the next as a month (or weekday).
  func sense(at index: Int, isMonth: Bool) -> Sense? {
    let token = tokens[index]
    let isStem = hasSuffixes && token.traits.contains(.hasApostrophe)
    let (key, end) = isStem ? stem(index) : (token.key, token.end)
    if isWord(index + 1), let pair = lexicon.sense(of: key, tokens[index + 1].key), pair.isMonth == isMonth {
      return Sense(
        value: pair.value, languages: pair.languages, form: pair.form, calendar: pair.calendar, width: 2,
        end: tokens[index + 1].end)
    }
    return sense(key, isMonth: isMonth, end: end)
  }

  /// The sense of a word as a month (or weekday) that fits best: the target's, the source's, then any.
  private func sense(_ key: UInt64, isMonth: Bool, end: UInt32) -> Sense? {
    let senses = lexicon.senses(of: key).filter { $0.isMonth == isMonth && $0.form != .firstOfTwo }
    guard let any = senses.first else { return nil }
    let best =
      preferred.lazy.compactMap { language in senses.first { !$0.languages.isDisjoint(with: language) } }.first ?? any
    var languages: LanguageSet = []
    for sense in senses where sense.value == best.value { languages.formUnion(sense.languages) }
    return Sense(value: best.value, languages: languages, form: best.form, calendar: best.calendar, end: end)
  }

  func isKnownToTarget(_ languages: LanguageSet) -> Bool { !languages.isDisjoint(with: preferred[0]) }

  struct DaySide {
    var day: DateMention.Part
    var firstDay: DateMention.Part?
    var joint: DateMention.Joint
    var style: DateMention.Style
    /// The first and last token of the day with its suffix.
    var tokens: Range<Int>
    /// Where the digits and suffix of the day end.
    var end: UInt32
  }

  private func date(around index: Int, from lowest: Int) -> DateMention? {
    guard let month = sense(at: index, isMonth: true) else { return foreignWeekday(at: index, from: lowest) }
    if month.calendar != .gregorian { return otherCalendarDate(around: index, month, from: lowest) }
    // An abbreviation of another language is more often a word of this one.
    if month.form == .short, !isKnownToTarget(month.languages),
      preferred.count < 2 || month.languages.isDisjoint(with: preferred[1])
    {
      return nil
    }
    let behindMonth = index + month.width
    var behind = behindMonth
    // A period, Hebrew geresh or Devanagari sign ends an abbreviation.
    if month.form == .short, [0x2E, 0x5F3, 0x970].contains(mark(behind)), isAttached(behind) { behind += 1 }
    behind = otherName(of: month.value, at: behind) ?? behind
    var left = dayBefore(index, from: lowest)
    var right = left == nil ? dayBehind(behind) : nil
    if left != nil, let other = dayBehind(behind), !other.joint.period,
      yearBehind(other.tokens.upperBound)?.joint.comma == true
    {
      // “at 9 March 17, 2025”: the first number is no day.
      right = other
      left = nil
    }
    if let day = left ?? right, day.day.value > 31 {
      // A number beyond every month is a day only where the rest leaves no doubt.
      let end = right == nil ? behind : day.tokens.upperBound
      if yearBehind(end) == nil, day.joint == .space || right != nil {
        left = nil
        right = nil
      }
    }
    let yearStart = right?.tokens.upperBound ?? behind
    let year = yearBehind(yearStart)
    let day = left ?? right
    if day == nil, year == nil {
      // A month alone says something only where it is a leftover of another language.
      guard !isKnownToTarget(month.languages), month.form != .short else { return nil }
    }
    // “may 4”, “mar 3”, “set 11”: a short or ambiguous word needs a day, not just a year.
    if day == nil, month.form == .short, mark(behindMonth) != 0x2E { return nil }
    var end = behindMonth
    var rangeEnd = month.end
    if behind > behindMonth, day != nil || year != nil {
      end = behind
      rangeEnd = tokens[behind - 1].end
    }
    if let right {
      end = right.tokens.upperBound
      rangeEnd = right.end
    }
    if let year {
      end = year.end
      rangeEnd = tokens[year.end - 1].end
    }
    let start = left?.tokens.lowerBound ?? index
    let dayRange = TextRange(start: tokens[start].start, end: rangeEnd)
    var style = (left ?? right)?.style ?? []
    if month.form == .short { style.insert(.shortMonth) }
    let monthRange = TextRange(start: tokens[index].start, end: month.end)
    var date = DateMention(
      range: dayRange, tokens: start..<end, dayRange: dayRange, weekday: nil, firstDay: day?.firstDay, day: day?.day,
      month: DateMention.Part(value: month.value, token: index, range: monthRange), year: year?.part,
      order: left != nil ? .dayMonth : right != nil ? .monthDay : .withoutDay, style: style,
      monthLanguages: month.languages, monthForm: month.form, weekdayLanguages: [],
      dayMonthJoint: day?.joint ?? .space, yearJoint: year?.joint ?? .space, numericReadings: [])
    if let year { date.calendar = year.calendar }
    return date
  }

  /// The token behind a second name of the month: مارس/آذار, شباط (فبراير).
  private func otherName(of month: Int, at index: Int) -> Int? {
    let sign = mark(index)
    guard sign == 0x2F || sign == 0x28, isWord(index + 1), let other = sense(at: index + 1, isMonth: true),
      other.value == month, other.form != .short
    else { return nil }
    let end = index + 1 + other.width
    if sign == 0x2F { return end }
    return mark(end) == 0x29 ? end + 1 : nil
  }

  /// A full weekday name that only another language has.
  func foreignWeekday(at index: Int, from lowest: Int) -> DateMention? {
    guard index >= lowest, let weekday = sense(at: index, isMonth: false), weekday.form == .inDate,
      !isKnownToTarget(weekday.languages)
    else { return nil }
    // The date that follows takes the weekday along.
    let range = TextRange(start: tokens[index].start, end: weekday.end)
    var behind = index + 1
    while behind <= index + 3, segment.contains(behind) {
      if isNumber(behind) || isWord(behind) && sense(at: behind, isMonth: true) != nil { return nil }
      behind += 1
    }
    return DateMention(
      range: range, tokens: index..<index + weekday.width, dayRange: range, weekday: part(weekday.value, index),
      firstDay: nil,
      day: nil, month: nil, year: nil, order: .withoutDay, style: [], monthLanguages: [], monthForm: .inDate,
      weekdayLanguages: weekday.languages, dayMonthJoint: .space, yearJoint: .space, numericReadings: [])
  }
}
