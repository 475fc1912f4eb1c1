// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

extension DateReader {
  // MARK: Days

  func isDay(_ index: Int) -> Int? {
    guard let value = digits(index, 1...2), value >= 1 else { return nil }
    return value
  }

  /// The day before a month's name: `17`, `17.`, `17th of`, `1er`, `17 de`, `17–19`.
  func dayBefore(_ month: Int, from lowest: Int) -> DaySide? {
    var joint = DateMention.Joint()
    var style: DateMention.Style = []
    var index = month - 1
    guard index >= lowest, !tokens[month].traits.contains(.lineBreakBefore) else { return nil }
    if isWord(index), words.dayConnectors.contains(tokens[index].key) {
      joint.connector = tokens[index].key
      index -= 1
    }
    let suffixEnd = index
    if mark(index) == 0x2E, isAttached(index), isNumber(index - 1) {
      joint.period = true
      index -= 1
    } else if isWord(index), isAttached(index), words.ordinalSuffixes.contains(tokens[index].key) {
      style.insert(.ordinal)
      if words.englishSuffixes.contains(tokens[index].key) { style.insert(.englishOrdinal) }
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
      if hasHebrewPrefix(index) || hasGluedPrefix(index) {
        // ב-17 במרץ, و18 مارس
      } else if DateReader.isDash(before), dates.last?.tokens.upperBound == index - 1 {
        // `28 February–3 March`
      } else if DateReader.isDash(before) || before == 0x2F {
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
        DateReader.isDash(mark(index - 1)) || isWord(index - 1) && words.rangeWords.contains(tokens[index - 1].key)
      if joins, let range = rangeStart(index - 2, below: value, from: lowest) {
        first = range.part
        start = range.start
      }
    }
    return DaySide(
      day: day, firstDay: first, joint: joint, style: style, tokens: start..<suffixEnd + 1, end: tokens[suffixEnd].end)
  }

  /// Whether a Hebrew preposition stands before the digits, with a hyphen.
  func hasHebrewPrefix(_ index: Int) -> Bool {
    DateReader.isDash(mark(index - 1)) && isAttached(index) && isAttached(index - 1) && isWord(index - 2)
      && tokens[index - 2].script == .hebrew && tokens[index - 2].range.count <= 6
  }

  /// Whether a preposition stands before the digits that Arabic and Hebrew write together with them.
  func hasGluedPrefix(_ index: Int) -> Bool {
    guard isAttached(index), isWord(index - 1) else { return false }
    let script = tokens[index - 1].script
    return (script == .arabic || script == .hebrew) && tokens[index - 1].range.count <= 4
  }

  static func isComma(_ codePoint: UInt32) -> Bool {
    codePoint == 0x2C || codePoint == 0x60C || codePoint == 0x3001 || codePoint == 0xFF0C
  }

  /// Opening brackets and quotation marks, and a slash of a list, may touch a day.
  static func mayPrecedeDay(_ codePoint: UInt32) -> Bool {
    switch codePoint {
    case 0xFF08, 0x300C, 0x28, 0x5B, 0x22, 0x27, 0x2018, 0x201A, 0x201C, 0x201E, 0xAB, 0x2019, 0x2039: true
    default: false
    }
  }

  /// The first day of a range that ends before `below`.
  func rangeStart(_ index: Int, below: Int, from lowest: Int) -> (part: DateMention.Part, start: Int)? {
    var index = index
    if index >= lowest, mark(index) == 0x2E, isAttached(index) { index -= 1 }
    if isWord(index), isAttached(index), words.ordinalSuffixes.contains(tokens[index].key) { index -= 1 }
    guard index >= lowest, let value = isDay(index), value < below else { return nil }
    if isAttached(index), index > lowest, mark(index - 1) != 0, !DateReader.mayPrecedeDay(mark(index - 1)) {
      return nil
    }
    return (part(value, index), index)
  }

  /// The day behind a month's name: `17`, `17th`, `17.`, `17–19`.
  func dayBehind(_ index: Int) -> DaySide? {
    var index = index
    guard segment.contains(index), !isAttached(index) else { return nil }
    var joint = DateMention.Joint()
    if isWord(index), words.dayConnectors.contains(tokens[index].key), isDay(index + 1) != nil {
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
        guard words.ordinalSuffixes.contains(tokens[end].key) else { return nil }
        style.insert(.ordinal)
        if words.englishSuffixes.contains(tokens[end].key) { style.insert(.englishOrdinal) }
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
          guard words.ordinalSuffixes.contains(tokens[end].key) else { return nil }
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
  func isBehindNumber(_ codePoint: UInt32) -> Bool {
    switch codePoint {
    case 0x25, 0xB0, 0x2F, 0x2B, 0x2A: true
    default: NumberReader.isCurrencySign(codePoint)
    }
  }

  // MARK: Years

  /// A year with what joins it to the date.
  struct Year {
    let part: DateMention.Part
    let joint: DateMention.Joint
    var calendar = DateCalendar.gregorian
    /// The token behind it.
    let end: Int
  }

  func yearBehind(_ index: Int) -> Year? {
    var index = index
    var joint = DateMention.Joint()
    if DateReader.isComma(mark(index)), isAttached(index) {
      joint.comma = true
      index += 1
    }
    if isWord(index), words.yearConnectors.contains(tokens[index].key) {
      joint.connector = tokens[index].key
      index += 1
    }
    if let year = eraYear(at: index) {
      return Year(part: year.part, joint: joint, calendar: year.calendar, end: year.end)
    }
    guard !isAttached(index) || joint.comma, let value = digits(index, 4...4), (1000...2199).contains(value) else {
      return nil
    }
    if isAttached(index + 1) {
      if isWord(index + 1) || isBehindNumber(mark(index + 1)) { return nil }
    } else if NumberReader.isCurrencySign(mark(index + 1)) || mark(index + 1) == 0x25 {
      return nil
    }
    return Year(part: part(value, index), joint: joint, end: index + 1)
  }
}
