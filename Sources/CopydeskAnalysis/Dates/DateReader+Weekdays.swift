// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

extension DateReader {
  // MARK: Weekdays

  /// Joins the weekday before the date (or in brackets behind it) to the date.
  func addWeekday(to date: inout DateMention, from lowest: Int) {
    guard date.day != nil else { return }
    var index = date.tokens.lowerBound - 1
    if index - 1 >= lowest, hasHebrewPrefix(date.tokens.lowerBound) { index -= 2 }
    var steps = 0
    while index >= lowest, steps < 3 {
      let sign = mark(index)
      let isStep =
        DateReader.isComma(sign) || sign == 0x28
        || isWord(index) && words.weekdayConnectors.contains(tokens[index].key)
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
      let pair =
        name - 1 >= lowest && isWord(name - 1) ? lexicon.sense(of: tokens[name - 1].key, tokens[name].key) : nil
      if let pair, !pair.isMonth, isKnownToTarget(pair.languages) {
        date.weekday = DateMention.Part(
          value: pair.value, token: name - 1, range: TextRange(start: tokens[name - 1].start, end: tokens[name].end))
        date.weekdayLanguages = pair.languages
        date.tokens = name - 1..<date.tokens.upperBound
        date.range = TextRange(start: tokens[name - 1].start, end: date.range.end)
        return
      }
      if let weekday = sense(at: name, isMonth: false), weekday.width == 1,
        isUsable(weekday, at: name, isShortened: isShortened),
        !endsWeekdayRange(name, from: lowest)
      {
        date.weekday = part(weekday.value, name)
        date.weekdayLanguages = weekday.languages
        if weekday.form == .short || weekday.form == .twoLetters { date.style.insert(.shortWeekday) }
        date.tokens = name..<date.tokens.upperBound
        date.range = TextRange(start: tokens[name].start, end: date.range.end)
        return
      }
    }
    // “2025-03-17 (Monday)”
    let behind = date.tokens.upperBound
    if hasSuffixes, isWord(behind), !isAttached(behind), !tokens[behind].traits.contains(.lineBreakBefore),
      let weekday = sense(at: behind, isMonth: false), weekday.form == .inDate, isKnownToTarget(weekday.languages)
    {
      // 17 Mart 2025 Pazartesi
      date.weekday = DateMention.Part(
        value: weekday.value, token: behind, range: TextRange(start: tokens[behind].start, end: weekday.end))
      date.weekdayLanguages = weekday.languages
      date.style.insert(.weekdayBehind)
      date.tokens = date.tokens.lowerBound..<behind + 1
      date.range = TextRange(start: date.range.start, end: weekday.end)
      return
    }
    guard mark(behind) == 0x28, isWord(behind + 1), mark(behind + 2) == 0x29,
      let weekday = sense(at: behind + 1, isMonth: false), weekday.form == .inDate || weekday.form == .inflected,
      isKnownToTarget(weekday.languages)
    else { return }
    date.weekday = part(weekday.value, behind + 1)
    date.weekdayLanguages = weekday.languages
    date.style.insert(.weekdayBehind)
    date.tokens = date.tokens.lowerBound..<behind + 3
    date.range = TextRange(start: date.range.start, end: tokens[behind + 2].end)
  }

  static let feira = TokenKey.key(of: "feira")

  /// A short name counts only in the target's language, and without a period only if it cannot be another word.
  func isUsable(
    _ weekday: Sense, at index: Int, isShortened: Bool
  ) -> Bool {
    if weekday.form == .twoLetters {
      return isKnownToTarget(weekday.languages) && tokens[index].traits.contains(.capitalized)
        && (isShortened || DateReader.isComma(mark(index + 1)))
    }
    if weekday.form == .short {
      return isKnownToTarget(weekday.languages)
        && (isShortened || tokens[index].range.count >= 3
          || mark(index + 1) == 0x2C && tokens[index].traits.contains(.capitalized))
    }
    return !isShortened && (isKnownToTarget(weekday.languages) || weekday.form == .inDate)
  }

  /// Whether the weekday closes a pair such as `Saturday and Sunday`: then it may belong to the second day.
  func endsWeekdayRange(_ index: Int, from lowest: Int) -> Bool {
    guard index - 2 >= segment.lowerBound else { return false }
    let joins =
      DateReader.isDash(mark(index - 1)) || mark(index - 1) == 0x2F || mark(index - 1) == 0x2C
      || isWord(index - 1) && words.rangeWords.contains(tokens[index - 1].key)
    guard joins else { return false }
    var other = index - 2
    if mark(other) == 0x2E { other -= 1 }
    if isWord(other), tokens[other].key == DateReader.feira { other -= 2 }
    return isWord(other) && sense(at: other, isMonth: false).map { $0.form != .twoLetters } ?? false
  }
}
