// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// Finds the times of day of an article.
///
/// One pass over the tokens outside of dates: digits are read as a clock, then what stands behind and before them
/// says whether they are a time; few words are a time by themselves.
struct TimeReader {
  let text: [UInt8]
  let tokens: [Token]
  let lexicon: TimeLexicon
  let target: LanguageSet
  /// The languages of copy and source.
  let own: LanguageSet
  /// Whether `18.30` is a number with a fraction in the copy's language.
  let readsPeriodAsDecimal: Bool
  var segment: Range<Int> = 0..<0
  /// The token behind the last date.
  var floor = 0
  var times: [TimeMention] = []

  static func times(
    in text: [UInt8], tokens: [Token], segments: [Range<Int>], dates: [DateMention], target: LanguageSet,
    source: LanguageSet?, decimalSign: NumberSign
  ) -> [TimeMention] {
    var reader = TimeReader(
      text: text, tokens: tokens, lexicon: .shared, target: target, own: target.union(source ?? []),
      readsPeriodAsDecimal: decimalSign == .period)
    var nextDate = 0
    for segment in segments { reader.read(segment, dates, from: &nextDate) }
    return reader.times
  }

  private mutating func read(_ range: Range<Int>, _ dates: [DateMention], from nextDate: inout Int) {
    segment = range
    // Held here, the loop reads them without asking who else does.
    let tokens = self.tokens
    let lexicon = self.lexicon
    var index = range.lowerBound
    while index < range.upperBound {
      while nextDate < dates.count, dates[nextDate].tokens.upperBound <= index { nextDate += 1 }
      if nextDate < dates.count, dates[nextDate].tokens.lowerBound <= index {
        index = dates[nextDate].tokens.upperBound
        floor = index
        continue
      }
      let token = tokens[index]
      if token.kind == .number {
        if let time = time(at: index) {
          times.append(time)
          index = max(index + 1, time.tokens.upperBound)
          continue
        }
      } else if token.kind == .word, lexicon.mayBeginTime(token.key) || token.script == .han || token.script == .hangul,
        let time = timeInWords(at: index)
      {
        times.append(time)
        index = max(index + 1, time.tokens.upperBound)
        continue
      }
      index += 1
    }
  }

  // MARK: Tokens

  func mark(_ index: Int) -> UInt32 {
    guard segment.contains(index) else { return 0 }
    let kind = tokens[index].kind
    guard kind == .punctuation || kind == .symbol else { return 0 }
    return UTF8Decoder.codePoint(in: text.span, at: Int(tokens[index].start)).codePoint
  }

  func isAttached(_ index: Int) -> Bool { segment.contains(index) && !tokens[index].traits.contains(.spaceBefore) }

  func isWord(_ index: Int) -> Bool { segment.contains(index) && tokens[index].kind == .word }

  static func isDash(_ codePoint: UInt32) -> Bool {
    codePoint == 0x2D || codePoint >= 0x2010 && codePoint <= 0x2014 || codePoint == 0x7E || codePoint == 0x301C
      || codePoint == 0xFF5E
  }

  // MARK: Digits

  /// A clock with everything that stands behind it.
  struct Draft {
    var clock: ClockDigits
    let start: Int
    /// The token behind the clock's last.
    var end: Int
    /// Where the clock's own digits and words end.
    var clockEnd: UInt32
    /// Where the mention ends.
    var mentionEnd: UInt32
    var hourWord: TextRange?
    /// Whether the word of the hour may stand behind a length of time.
    var hourWordMayCount = false
    var dayPart = TimeMention.DayPart.none
    var dayPartRange: TextRange?
    var dayPartStart: UInt32?
    var languages: LanguageSet = []
    var hourWordLanguages: LanguageSet = []
    var dayPartLanguages: LanguageSet = []
    var zone: TimeMention.Zone?
    /// Minutes that words add: `y media`.
    var addsWords = false
  }

  private mutating func time(at index: Int) -> TimeMention? {
    guard let clock = ClockDigits(tokens[index], in: text), clock.hour < 100 else { return nil }
    guard mayPrecede(index) else { return nil }
    var draft = Draft(
      clock: clock, start: index, end: index + 1, clockEnd: tokens[index].end, mentionEnd: tokens[index].end)
    readFullWidthMinutes(&draft)
    readHourWord(&draft)
    readFraction(&draft)
    readDayPart(&draft)
    readZone(&draft)
    readDayPartBefore(&draft)
    return mention(draft)
  }

  /// `18：30` of Chinese and Japanese copy, whose colon joins no number token.
  private func readFullWidthMinutes(_ draft: inout Draft) {
    guard draft.clock.notation == .hour, mark(draft.end) == 0xFF1A, isAttached(draft.end), isAttached(draft.end + 1),
      segment.contains(draft.end + 1), let minutes = ClockDigits(tokens[draft.end + 1], in: text),
      minutes.notation == .hour, tokens[draft.end + 1].range.count == 2
    else { return }
    draft.clock.minute = minutes.hour
    draft.clock.notation = .colon
    draft.end += 2
    draft.clockEnd = tokens[draft.end - 1].end
    draft.mentionEnd = draft.clockEnd
  }

  /// Whether what touches the digits on the left lets them be a time.
  func mayPrecede(_ index: Int) -> Bool {
    guard isAttached(index), index > segment.lowerBound else { return true }
    let before = tokens[index - 1]
    switch before.kind {
    case .word:
      // `l'11` of elided articles, and scripts without spaces.
      if before.traits.contains(.hasApostrophe) { return true }
      return TimeReader.isSpaceless(before)
        || (before.script == .arabic || before.script == .hebrew) && before.range.count <= 4
    case .punctuation, .symbol:
      let sign = mark(index - 1)
      if TimeReader.isDash(sign) {
        guard isAttached(index - 1), index - 2 >= segment.lowerBound else { return true }
        // A span, or the prefix of a Hebrew number: ב-18:30.
        return tokens[index - 2].kind == .number || tokens[index - 2].script == .hebrew
          || times.last?.tokens.upperBound == index - 1
      }
      switch sign {
      case 0x2E, 0x2C, 0x3A, 0x25, 0x2B, 0x23, 0x24, 0x3D, 0x5F, 0xB0, 0x2212: return false
      case 0x2F: return tokens[index - 2 >= segment.lowerBound ? index - 2 : index].kind == .number
      default: return !NumberReader.isCurrencySign(sign)
      }
    default:
      return false
    }
  }

  static func isSpaceless(_ token: Token) -> Bool {
    switch token.script {
    case .han, .hiragana, .katakana, .hangul: true
    default: false
    }
  }

  // MARK: Words

  private mutating func timeInWords(at index: Int) -> TimeMention? {
    if TimeReader.isSpaceless(tokens[index]) { return spacelessName(at: index) }
    let token = tokens[index]
    if isAttached(index), index > segment.lowerBound, TimeReader.isDash(mark(index - 1)) { return nil }
    for entryIndex in lexicon.entries(startingWith: token.key) {
      let entry = lexicon.entries[entryIndex]
      guard !entry.languages.isDisjoint(with: own) else { continue }
      switch entry.role {
      case .noon, .midnight:
        guard let end = self.end(of: entry, at: index), !isPartOfName(index..<end.token) else { continue }
        let clock = ClockDigits(hour: entry.role == .noon ? 12 : 0, notation: .name)
        var draft = Draft(
          clock: clock, start: index, end: end.token, clockEnd: end.offset, mentionEnd: end.offset,
          languages: entry.languages)
        readZone(&draft)
        return mention(draft)
      case .hourName:
        guard let end = self.end(of: entry, at: index) else { continue }
        var draft = Draft(
          clock: ClockDigits(hour: entry.hour, notation: .words), start: index, end: end.token, clockEnd: end.offset,
          mentionEnd: end.offset, languages: entry.languages)
        readHourWord(&draft)
        readFraction(&draft)
        readDayPart(&draft)
        readZone(&draft)
        if let mention = mention(draft) { return mention }
      default:
        continue
      }
    }
    return nil
  }

  /// A name such as `正午` at the start of a token.
  private mutating func spacelessName(at index: Int) -> TimeMention? {
    let start = Int(tokens[index].start)
    for entryIndex in lexicon.spaceless {
      let entry = lexicon.entries[entryIndex]
      guard entry.role == .noon || entry.role == .midnight, !entry.languages.isDisjoint(with: own),
        starts(with: entry.bytes, at: start)
      else { continue }
      // 正午12時: the digits take the word along.
      let end = start + entry.bytes.count
      var last = index
      while segment.contains(last), tokens[last].start < UInt32(end) { last += 1 }
      if segment.contains(last), tokens[last].kind == .number { return nil }
      return mention(
        Draft(
          clock: ClockDigits(hour: entry.role == .noon ? 12 : 0, notation: .name), start: index, end: last,
          clockEnd: UInt32(end), mentionEnd: UInt32(end), languages: entry.languages))
    }
    return nil
  }

  /// Whether a capital makes the words a name: `Midnight Oil`, `le Midi`.
  private func isPartOfName(_ range: Range<Int>) -> Bool {
    if isAttached(range.upperBound), TimeReader.isDash(mark(range.upperBound)) { return true }
    if target == LanguageSet("de") { return false }
    let first = tokens[range.lowerBound]
    guard first.traits.contains(.capitalized) else { return false }
    if isWord(range.upperBound), tokens[range.upperBound].traits.contains(.capitalized) { return true }
    let before = range.lowerBound - 1
    guard before >= segment.lowerBound else { return false }
    return tokens[before].kind != .punctuation
  }
}
