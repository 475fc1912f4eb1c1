// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// Finds the dates of an article.
///
/// One pass: a month's name looks left and right for a day and a year; digits are tried as a date of digits;
/// then a weekday is looked for on both sides.
struct DateReader {
  private let text: [UInt8]
  private let tokens: [Token]
  private let lexicon: DateLexicon
  /// The languages whose reading of a word is preferred, the best first.
  private let preferred: [LanguageSet]
  private let isDayFirst: Bool
  private var segment: Range<Int> = 0..<0
  private var dates: [DateMention] = []

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
  }

  // MARK: Word tables

  private static func keys(_ words: String) -> Set<UInt64> {
    Set(words.split { $0 == " " || $0 == "\n" }.map { TokenKey.key(of: $0) })
  }

  /// Words between day and month in any supported language.
  private static let dayConnectors = keys("de of del di d' van")
  /// Words before a year in any supported language.
  private static let yearConnectors = keys("de of del do dell' van")
  /// Words between a weekday and a day.
  private static let weekdayConnectors = keys("the den der dem am el le il o dia día on dne dnia de l' lo")
  /// Words between the two days of a range, or two days of a list.
  static let rangeWords = keys(
    """
    to and or through thru until till y al a o e et au ou bis und oder ed tot en of до по и или й та і або až i nebo do lub
    """)
  /// The suffixes of ordinals behind digits.
  static let ordinalSuffixes = keys(
    """
    st nd rd th er ère re ème eme e nde º ª ro ero o го е й ого ое му м ем ом я ej te ten de ste
    """)
  private static let englishSuffixes = keys("st nd rd th")

  // MARK: Tokens

  private func mark(_ index: Int) -> UInt32 {
    guard segment.contains(index) else { return 0 }
    let kind = tokens[index].kind
    guard kind == .punctuation || kind == .symbol else { return 0 }
    return UTF8Decoder.codePoint(in: text.span, at: Int(tokens[index].start)).codePoint
  }

  private func isAttached(_ index: Int) -> Bool {
    segment.contains(index) && !tokens[index].traits.contains(.spaceBefore)
  }

  private func isWord(_ index: Int) -> Bool { segment.contains(index) && tokens[index].kind == .word }

  private func isNumber(_ index: Int) -> Bool { segment.contains(index) && tokens[index].kind == .number }

  private static func isDash(_ codePoint: UInt32) -> Bool {
    codePoint == 0x2D || codePoint >= 0x2010 && codePoint <= 0x2014
  }

  /// The value of a number token of plain digits in the given length, or `nil`.
  private func digits(_ index: Int, _ lengths: ClosedRange<Int>) -> Int? {
    guard isNumber(index) else { return nil }
    let token = tokens[index]
    guard lengths.contains(token.range.count) else { return nil }
    let bytes = text.span
    var value = 0
    for offset in token.range.offsets {
      guard bytes[offset] >= 0x30, bytes[offset] <= 0x39 else { return nil }
      value = value * 10 + Int(bytes[offset] - 0x30)
    }
    return value
  }

  private func part(_ value: Int, _ index: Int) -> DateMention.Part {
    DateMention.Part(value: value, token: index, range: tokens[index].range)
  }

  // MARK: Reading

  private mutating func read(_ range: Range<Int>) {
    segment = range
    // Held here, the loop reads them without asking who else does.
    let tokens = self.tokens
    let lexicon = self.lexicon
    var index = range.lowerBound
    var consumed = range.lowerBound
    while index < range.upperBound {
      let token = tokens[index]
      if token.kind == .word {
        if let first = lexicon.firstSense(of: token.key) {
          if var date = date(around: index, firstSense: first, from: consumed) {
            addWeekday(to: &date, from: consumed)
            consumed = date.tokens.upperBound
            index = max(index, consumed - 1)
            dates.append(date)
          }
        }
      } else if token.kind == .number, var date = numericDate(at: index) {
        addWeekday(to: &date, from: consumed)
        consumed = date.tokens.upperBound
        index = consumed - 1
        dates.append(date)
      }
      index += 1
    }
  }

  /// The sense of a word as a month (or weekday) that fits best: the target's, the source's, then any.
  private func sense(_ key: UInt64, isMonth: Bool) -> (value: Int, languages: LanguageSet, form: DateWordSense.Form)? {
    let senses = lexicon.senses(of: key).filter { $0.isMonth == isMonth }
    guard let any = senses.first else { return nil }
    let best =
      preferred.lazy.compactMap { language in senses.first { !$0.languages.isDisjoint(with: language) } }.first ?? any
    var languages: LanguageSet = []
    for sense in senses where sense.value == best.value { languages.formUnion(sense.languages) }
    return (best.value, languages, best.form)
  }

  private func isKnownToTarget(_ languages: LanguageSet) -> Bool { !languages.isDisjoint(with: preferred[0]) }

  private struct DaySide {
    var day: DateMention.Part
    var firstDay: DateMention.Part?
    var joint: DateMention.Joint
    var style: DateMention.Style
    /// The first and last token of the day with its suffix.
    var tokens: Range<Int>
    /// Where the digits and suffix of the day end.
    var end: UInt32
  }

  private func date(around index: Int, firstSense: Int, from lowest: Int) -> DateMention? {
    guard let month = sense(tokens[index].key, isMonth: true) else { return foreignWeekday(at: index, from: lowest) }
    // An abbreviation of another language is more often a word of this one.
    if month.form == .short, !isKnownToTarget(month.languages),
      preferred.count < 2 || month.languages.isDisjoint(with: preferred[1])
    {
      return nil
    }
    var behind = index + 1
    if month.form == .short, mark(behind) == 0x2E, isAttached(behind) { behind += 1 }
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
    if day == nil, month.form == .short, mark(index + 1) != 0x2E { return nil }
    var end = index + 1
    var rangeEnd = tokens[index].end
    if month.form == .short, behind > index + 1, day != nil || year != nil {
      end = behind
      rangeEnd = tokens[behind - 1].end
    }
    if let right {
      end = right.tokens.upperBound
      rangeEnd = right.end
    }
    if let year {
      end = year.part.token + 1
      rangeEnd = year.part.range.end
    }
    let start = left?.tokens.lowerBound ?? index
    let dayRange = TextRange(start: tokens[start].start, end: rangeEnd)
    var style = (left ?? right)?.style ?? []
    if month.form == .short { style.insert(.shortMonth) }
    return DateMention(
      range: dayRange, tokens: start..<end, dayRange: dayRange, weekday: nil, firstDay: day?.firstDay, day: day?.day,
      month: part(month.value, index), year: year?.part,
      order: left != nil ? .dayMonth : right != nil ? .monthDay : .withoutDay, style: style,
      monthLanguages: month.languages, monthForm: month.form, weekdayLanguages: [],
      dayMonthJoint: day?.joint ?? .space, yearJoint: year?.joint ?? .space, numericReadings: [])
  }

  /// A full weekday name that only another language has.
  private func foreignWeekday(at index: Int, from lowest: Int) -> DateMention? {
    guard index >= lowest, let weekday = sense(tokens[index].key, isMonth: false), weekday.form == .inDate,
      !isKnownToTarget(weekday.languages)
    else { return nil }
    // The date that follows takes the weekday along.
    let range = tokens[index].range
    var behind = index + 1
    while behind <= index + 3, segment.contains(behind) {
      if isNumber(behind) || isWord(behind) && sense(tokens[behind].key, isMonth: true) != nil { return nil }
      behind += 1
    }
    return DateMention(
      range: range, tokens: index..<index + 1, dayRange: range, weekday: part(weekday.value, index), firstDay: nil,
      day: nil, month: nil, year: nil, order: .withoutDay, style: [], monthLanguages: [], monthForm: .inDate,
      weekdayLanguages: weekday.languages, dayMonthJoint: .space, yearJoint: .space, numericReadings: [])
  }

  // MARK: Days

  private func isDay(_ index: Int) -> Int? {
    guard let value = digits(index, 1...2), value >= 1 else { return nil }
    return value
  }

  /// The day before a month's name: `17`, `17.`, `17th of`, `1er`, `17 de`, `17–19`.
  private func dayBefore(_ month: Int, from lowest: Int) -> DaySide? {
    var joint = DateMention.Joint()
    var style: DateMention.Style = []
    var index = month - 1
    guard index >= lowest, !tokens[month].traits.contains(.lineBreakBefore) else { return nil }
    if isWord(index), DateReader.dayConnectors.contains(tokens[index].key) {
      joint.connector = tokens[index].key
      index -= 1
    }
    let suffixEnd = index
    if mark(index) == 0x2E, isAttached(index), isNumber(index - 1) {
      joint.period = true
      index -= 1
    } else if isWord(index), isAttached(index), DateReader.ordinalSuffixes.contains(tokens[index].key) {
      style.insert(.ordinal)
      if DateReader.englishSuffixes.contains(tokens[index].key) { style.insert(.englishOrdinal) }
      index -= 1
      if isAttached(index), mark(index) == 0x2E || DateReader.isDash(mark(index)), isNumber(index - 1) { index -= 1 }
    } else if mark(index) == 0xB0, isAttached(index) {
      style.insert(.ordinal)
      index -= 1
    }
    guard index >= lowest, let value = isDay(index) else { return nil }
    let day = part(value, index)
    var first: DateMention.Part?
    var start = index
    if isAttached(index), index > lowest {
      let before = mark(index - 1)
      if DateReader.isDash(before) || before == 0x2F {
        guard let range = rangeStart(index - 2, below: value, from: lowest) else { return nil }
        first = range.part
        start = range.start
      } else if before != 0, !DateReader.mayPrecedeDay(before) {
        return nil
      } else if isWord(index - 1), !tokens[index - 1].traits.contains(.hasApostrophe) {
        return nil
      }
    } else if index - 1 > lowest {
      let joins =
        DateReader.isDash(mark(index - 1)) || isWord(index - 1) && DateReader.rangeWords.contains(tokens[index - 1].key)
      if joins, let range = rangeStart(index - 2, below: value, from: lowest) {
        first = range.part
        start = range.start
      }
    }
    return DaySide(
      day: day, firstDay: first, joint: joint, style: style, tokens: start..<suffixEnd + 1, end: tokens[suffixEnd].end)
  }

  /// Opening brackets and quotation marks, and a slash of a list, may touch a day.
  private static func mayPrecedeDay(_ codePoint: UInt32) -> Bool {
    switch codePoint {
    case 0x28, 0x5B, 0x22, 0x27, 0x2018, 0x201A, 0x201C, 0x201E, 0xAB, 0x2019, 0x2039: true
    default: false
    }
  }

  /// The first day of a range that ends before `below`.
  private func rangeStart(_ index: Int, below: Int, from lowest: Int) -> (part: DateMention.Part, start: Int)? {
    var index = index
    if index >= lowest, mark(index) == 0x2E, isAttached(index) { index -= 1 }
    if isWord(index), isAttached(index), DateReader.ordinalSuffixes.contains(tokens[index].key) { index -= 1 }
    guard index >= lowest, let value = isDay(index), value < below else { return nil }
    if isAttached(index), index > lowest, mark(index - 1) != 0, !DateReader.mayPrecedeDay(mark(index - 1)) {
      return nil
    }
    return (part(value, index), index)
  }

  /// The day behind a month's name: `17`, `17th`, `17.`, `17–19`.
  private func dayBehind(_ index: Int) -> DaySide? {
    var index = index
    guard segment.contains(index), !isAttached(index) else { return nil }
    var joint = DateMention.Joint()
    if isWord(index), DateReader.dayConnectors.contains(tokens[index].key), isDay(index + 1) != nil {
      joint.connector = tokens[index].key
      index += 1
    }
    guard let value = isDay(index) else { return nil }
    var style: DateMention.Style = []
    var end = index + 1
    var day = part(value, index)
    var first: DateMention.Part?
    if isAttached(end) {
      if isWord(end) {
        guard DateReader.ordinalSuffixes.contains(tokens[end].key) else { return nil }
        style.insert(.ordinal)
        if DateReader.englishSuffixes.contains(tokens[end].key) { style.insert(.englishOrdinal) }
        end += 1
      } else if DateReader.isDash(mark(end)) {
        guard isNumber(end + 1), isAttached(end + 1) else {
          // “March 17-year-old” is no date, “March 17—the day” is.
          if mark(end) == 0x2D, isAttached(end + 1) { return nil }
          return DaySide(
            day: day, firstDay: nil, joint: joint, style: style, tokens: index..<end, end: tokens[end - 1].end)
        }
        guard let last = isDay(end + 1), last > value else { return nil }
        first = day
        day = part(last, end + 1)
        end += 2
        if isAttached(end), isWord(end) {
          guard DateReader.ordinalSuffixes.contains(tokens[end].key) else { return nil }
          end += 1
        }
      } else if isBehindNumber(mark(end)) || mark(end) == 0x3A && isNumber(end + 1) {
        // “Februar 2: 1” is a result.
        return nil
      }
    } else if segment.contains(end), mark(end) == 0x25 || NumberReader.isCurrencySign(mark(end)) {
      return nil
    }
    // Whether a period behind the day belongs to it or ends the sentence is for the rules to say.
    if first == nil, mark(end) == 0x2E, isAttached(end) { joint.period = true }
    return DaySide(
      day: day, firstDay: first, joint: joint, style: style, tokens: index..<end, end: tokens[end - 1].end)
  }

  /// Marks that make a number something else than a day.
  private func isBehindNumber(_ codePoint: UInt32) -> Bool {
    switch codePoint {
    case 0x25, 0xB0, 0x2F, 0x2B, 0x2A: true
    default: NumberReader.isCurrencySign(codePoint)
    }
  }

  // MARK: Years

  private func yearBehind(_ index: Int) -> (part: DateMention.Part, joint: DateMention.Joint)? {
    var index = index
    var joint = DateMention.Joint()
    if mark(index) == 0x2C, isAttached(index) {
      joint.comma = true
      index += 1
    }
    if isWord(index), DateReader.yearConnectors.contains(tokens[index].key) {
      joint.connector = tokens[index].key
      index += 1
    }
    guard !isAttached(index) || joint.comma, let value = digits(index, 4...4), (1000...2199).contains(value) else {
      return nil
    }
    if isAttached(index + 1) {
      if isWord(index + 1) || isBehindNumber(mark(index + 1)) { return nil }
    } else if NumberReader.isCurrencySign(mark(index + 1)) || mark(index + 1) == 0x25 {
      return nil
    }
    return (part(value, index), joint)
  }

  // MARK: Digits only

  private func numericDate(at index: Int) -> DateMention? {
    let token = tokens[index]
    var fields: [(value: Int, length: Int)] = []
    var end = index + 1
    let separator: UInt32
    if isAttached(index), index > segment.lowerBound {
      let before = mark(index - 1)
      guard before == 0 && !isWord(index - 1) || DateReader.mayPrecedeDay(before) else { return nil }
    }
    if token.range.count >= 6, token.range.count <= 10, let dotted = dottedFields(token) {
      fields = dotted
      separator = 0x2E
    } else {
      separator = mark(end)
      guard separator == 0x2F || separator == 0x2D || separator == 0x2E, isAttached(end), token.range.count <= 4,
        isNumber(end + 1), separator == 0x2E || isAttached(end + 1), mark(end + 2) == separator, isAttached(end + 2),
        isNumber(end + 3), separator == 0x2E || isAttached(end + 3)
      else { return nil }
      for position in [index, end + 1, end + 3] {
        guard let value = digits(position, 1...4) else { return nil }
        fields.append((value, tokens[position].range.count))
      }
      end += 4
    }
    if isAttached(end), isWord(end) || isNumber(end) || mark(end) == separator && separator != 0x2E { return nil }
    return numericDate(fields, tokens: index..<end, separator: separator)
  }

  /// Three numbers with periods in one token: `17.3.2025`.
  private func dottedFields(_ token: Token) -> [(value: Int, length: Int)]? {
    var fields: [(value: Int, length: Int)] = []
    var value = 0
    var length = 0
    let bytes = text.span
    for offset in token.range.offsets {
      let byte = bytes[offset]
      if byte == 0x2E {
        fields.append((value, length))
        value = 0
        length = 0
      } else {
        guard byte >= 0x30, byte <= 0x39 else { return nil }
        value = value * 10 + Int(byte - 0x30)
        length += 1
      }
    }
    fields.append((value, length))
    return fields.count == 3 ? fields : nil
  }

  private func numericDate(
    _ fields: [(value: Int, length: Int)], tokens range: Range<Int>, separator: UInt32
  ) -> DateMention? {
    var readings: DateMention.NumericReadings = []
    var day = 0
    var month = 1
    var year = 2
    if fields[0].length == 4, fields[1].length == 2, fields[2].length == 2 {
      readings.insert(.yearFirst)
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
    let isOneToken = range.count == 1
    if readings.isEmpty {
      // Three numbers without a reading are something else, unless the form leaves no other: `11.13.2014`, `31/04/2014`.
      let isCertain = isOneToken && (1900...2100).contains(fields[year].value)
      let isClose = (1...12).contains(fields[month].value) && (1...39).contains(fields[day].value)
      guard isCertain || isClose else { return nil }
    }
    func field(_ index: Int) -> DateMention.Part {
      let token = isOneToken ? range.lowerBound : range.lowerBound + index * 2
      return part(fields[index].value, token)
    }
    let whole = TextRange(start: tokens[range.lowerBound].start, end: tokens[range.upperBound - 1].end)
    return DateMention(
      range: whole, tokens: range, dayRange: whole, weekday: nil, firstDay: nil, day: field(day), month: field(month),
      year: field(year), order: year == 0 ? .yearMonthDay : day == 0 ? .dayMonth : .monthDay, style: .numeric,
      monthLanguages: [], monthForm: .inDate, weekdayLanguages: [],
      dayMonthJoint: DateMention.Joint(period: separator == 0x2E), yearJoint: .space, numericReadings: readings)
  }

  // MARK: Weekdays

  /// Joins the weekday before the date (or in brackets behind it) to the date.
  private func addWeekday(to date: inout DateMention, from lowest: Int) {
    guard date.day != nil else { return }
    var index = date.tokens.lowerBound - 1
    var steps = 0
    while index >= lowest, steps < 3 {
      let sign = mark(index)
      let isStep =
        sign == 0x2C || sign == 0x28
        || isWord(index) && DateReader.weekdayConnectors.contains(tokens[index].key)
      guard isStep else { break }
      index -= 1
      steps += 1
    }
    var isShortened = false
    if index >= lowest, mark(index) == 0x2E, isAttached(index), isWord(index - 1) {
      isShortened = true
      index -= 1
    }
    if index >= lowest, isWord(index), !tokens[index + 1].traits.contains(.lineBreakBefore) {
      // `segunda-feira`: the second part of a Portuguese weekday.
      var name = index
      if index - 2 >= lowest, isAttached(index), DateReader.isDash(mark(index - 1)), isAttached(index - 1),
        tokens[index].key == DateReader.feira
      {
        name = index - 2
      }
      if let weekday = sense(tokens[name].key, isMonth: false), isUsable(weekday, at: name, isShortened: isShortened),
        !endsWeekdayRange(name, from: lowest)
      {
        date.weekday = part(weekday.value, name)
        date.weekdayLanguages = weekday.languages
        if weekday.form == .short { date.style.insert(.shortWeekday) }
        date.tokens = name..<date.tokens.upperBound
        date.range = TextRange(start: tokens[name].start, end: date.range.end)
        return
      }
    }
    // “2025-03-17 (Monday)”
    let behind = date.tokens.upperBound
    guard mark(behind) == 0x28, isWord(behind + 1), mark(behind + 2) == 0x29,
      let weekday = sense(tokens[behind + 1].key, isMonth: false), weekday.form != .short,
      isKnownToTarget(weekday.languages)
    else { return }
    date.weekday = part(weekday.value, behind + 1)
    date.weekdayLanguages = weekday.languages
    date.style.insert(.weekdayBehind)
    date.tokens = date.tokens.lowerBound..<behind + 3
    date.range = TextRange(start: date.range.start, end: tokens[behind + 2].end)
  }

  private static let feira = TokenKey.key(of: "feira")

  /// A short name counts only in the target's language, and without a period only if it cannot be another word.
  private func isUsable(
    _ weekday: (value: Int, languages: LanguageSet, form: DateWordSense.Form), at index: Int, isShortened: Bool
  ) -> Bool {
    if weekday.form == .short {
      return isKnownToTarget(weekday.languages)
        && (isShortened || tokens[index].range.count >= 3
          || mark(index + 1) == 0x2C && tokens[index].traits.contains(.capitalized))
    }
    return !isShortened && (isKnownToTarget(weekday.languages) || weekday.form == .inDate)
  }

  /// Whether the weekday closes a pair such as `Saturday and Sunday`: then it may belong to the second day.
  private func endsWeekdayRange(_ index: Int, from lowest: Int) -> Bool {
    guard index - 2 >= segment.lowerBound else { return false }
    let joins =
      DateReader.isDash(mark(index - 1)) || mark(index - 1) == 0x2F || mark(index - 1) == 0x2C
      || isWord(index - 1) && DateReader.rangeWords.contains(tokens[index - 1].key)
    guard joins else { return false }
    var other = index - 2
    if mark(other) == 0x2E { other -= 1 }
    if isWord(other), tokens[other].key == DateReader.feira { other -= 2 }
    return isWord(other) && sense(tokens[other].key, isMonth: false) != nil
  }
}
