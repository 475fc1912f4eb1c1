// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

extension TimeReader {
  // MARK: Entries

  /// Where an entry's words end if they stand at a token: the token behind them, and the offset behind the last
  /// with its period.
  func end(of entry: TimeLexicon.Entry, at index: Int) -> (token: Int, offset: UInt32)? {
    var position = index
    for (number, word) in entry.words.enumerated() {
      if number > 0 {
        while mark(position) == 0x2E && isAttached(position)
          || TimeReader.isDash(mark(position)) && isAttached(position) && isAttached(position + 1)
        {
          position += 1
        }
      }
      guard isWord(position), tokens[position].key == word else { return nil }
      if number > 0, tokens[position].traits.contains(.lineBreakBefore) { return nil }
      position += 1
    }
    if entry.hasPeriod || tokens[position - 1].range.count <= 2 && entry.role == .hours,
      mark(position) == 0x2E, isAttached(position), entry.role != .hours || continues(behind: position)
    {
      position += 1
    }
    return (position, tokens[position - 1].end)
  }

  /// Whether the sentence goes on behind a period.
  private func continues(behind index: Int) -> Bool {
    segment.contains(index + 1) && !tokens[index + 1].traits.contains(.lineBreakBefore)
      && !tokens[index + 1].traits.contains(.capitalized)
  }

  func starts(with bytes: [UInt8], at offset: Int) -> Bool {
    guard offset + bytes.count <= text.count else { return false }
    for index in 0..<bytes.count where text[offset + index] != bytes[index] { return false }
    return true
  }

  /// The first entry of some roles behind a token that passes a test, with where it ends.
  private func entry(
    at index: Int, where accepts: (TimeLexicon.Entry) -> Bool
  ) -> (entry: TimeLexicon.Entry, token: Int, start: UInt32, offset: UInt32)? {
    guard isWord(index) || mark(index) == 0x301C else { return nil }
    let token = tokens[index]
    if TimeReader.isSpaceless(token) {
      guard let found = spacelessEntry(at: Int(token.start), where: accepts) else { return nil }
      return (found.entry, index, token.start, found.end)
    }
    for entryIndex in lexicon.entries(startingWith: token.key) {
      let entry = lexicon.entries[entryIndex]
      guard accepts(entry), let end = end(of: entry, at: index) else { continue }
      return (entry, end.token, token.start, end.offset)
    }
    return nil
  }

  /// An entry of a script without spaces at an offset; `時` is none before `間`, which makes it a length of time.
  private func spacelessEntry(
    at offset: Int, where accepts: (TimeLexicon.Entry) -> Bool
  ) -> (entry: TimeLexicon.Entry, end: UInt32)? {
    for entryIndex in lexicon.spaceless {
      let entry = lexicon.entries[entryIndex]
      guard accepts(entry), starts(with: entry.bytes, at: offset) else { continue }
      let end = offset + entry.bytes.count
      if end < text.count, text[end] >= 0x80 {
        switch UTF8Decoder.codePoint(in: text.span, at: end).codePoint {
        case 0x9593, 0x95F4, 0xAC04, 0x949F, 0x9418: return nil
        default: break
        }
      }
      return (entry, UInt32(end))
    }
    return nil
  }

  /// The first token that starts at or behind an offset.
  private func token(behind offset: UInt32, from index: Int) -> Int {
    var index = index
    while segment.contains(index), tokens[index].start < offset { index += 1 }
    return index
  }

  // MARK: Behind the digits

  /// `h30`, `h 30`, `Uhr 30`, `時30分`, `o'clock`.
  func readHourWord(_ draft: inout Draft) {
    let next = draft.end
    guard segment.contains(next) else { return }
    if isAttached(next), isWord(next), let minute = gluedMinutes(tokens[next]), draft.clock.notation == .hour {
      draft.clock.minute = minute
      draft.clock.notation = .hourSign
      draft.end = next + 1
      draft.clockEnd = tokens[next].end
      draft.mentionEnd = draft.clockEnd
      draft.hourWord = TextRange(start: tokens[next].start, end: tokens[next].start + 1)
      return
    }
    if isWord(next), isHourSign(next), draft.clock.notation != .words {
      draft.hourWord = tokens[next].range
      draft.hourWordMayCount = draft.clock.minute == nil
      draft.end = next + 1
      draft.mentionEnd = tokens[next].end
      if draft.clock.notation == .hour {
        draft.clock.notation = .hourSign
        draft.clockEnd = draft.mentionEnd
        readMinutes(&draft)
      }
      return
    }
    let isFourDigits = draft.clock.notation == .digits
    if draft.clock.notation == .hour, TimeReader.isDash(mark(next)), isAttached(next), isAttached(next + 1),
      isWord(next + 1), DateWords.shared.ordinalSuffixes.contains(tokens[next + 1].key), isHourWord(next + 2)
    {
      // о 8-й годині
      draft.end = next + 2
      readHourWord(&draft)
      return
    }
    guard
      let found = entry(
        at: next,
        where: {
          $0.role == .hour
            || ($0.role == .hours || $0.role == .fourDigitHours && isFourDigits)
              && !$0.languages.isDisjoint(with: self.own)
        })
    else { return }
    draft.hourWord = TextRange(start: found.start, end: found.offset)
    draft.hourWordMayCount = found.entry.role == .hours
    draft.hourWordLanguages = found.entry.languages
    draft.languages.formUnion(found.entry.languages)
    draft.end = TimeReader.isSpaceless(tokens[next]) ? token(behind: found.offset, from: next) : found.token
    draft.mentionEnd = found.offset
    if draft.clock.notation == .hour {
      draft.clock.notation = .hourWord
      draft.clockEnd = found.offset
      readMinutes(&draft)
    }
  }

  /// Whether a word counts minutes.
  func isMinuteWord(_ index: Int) -> Bool {
    entry(at: index) { $0.role == .minute && !$0.languages.isDisjoint(with: self.own) } != nil
  }

  /// Whether one word is a word or sign of the hour.
  func isHourWord(_ index: Int) -> Bool {
    if isHourSign(index) { return true }
    return entry(at: index) { ($0.role == .hour || $0.role == .hours) && !$0.languages.isDisjoint(with: self.own) }
      .map { $0.token == index + 1 } ?? false
  }

  /// A lone `h` or `H` behind the digits; with a space in French, Italian and Portuguese copy only.
  private func isHourSign(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.range.count == 1, text[Int(token.start)] | 0x20 == 0x68 else { return false }
    return isAttached(index) || !own.isDisjoint(with: TimeReader.spacedHourSign)
  }

  private static let spacedHourSign: LanguageSet = [
    LanguageSet("fr"), LanguageSet("pt"), LanguageSet("es"), LanguageSet("it"), LanguageSet("cs"),
  ]

  /// The minutes of `h30`, also of Dutch `u30`.
  private func gluedMinutes(_ token: Token) -> Int? {
    guard token.range.count == 3 || token.range.count == 6 else { return nil }
    let start = Int(token.start)
    let letter = text[start] | 0x20
    guard letter == 0x68 || letter == 0x75 && own.contains(LanguageSet("nl")) else { return nil }
    let (tens, ones) = (text[start + 1], text[start + 2])
    guard (0x30...0x39).contains(tens), (0x30...0x39).contains(ones) else { return nil }
    if token.range.count == 6 {
      // `18h30min`
      guard text[start + 3] | 0x20 == 0x6D, text[start + 4] | 0x20 == 0x69, text[start + 5] | 0x20 == 0x6E else {
        return nil
      }
    }
    return Int(tens - 0x30) * 10 + Int(ones - 0x30)
  }

  /// Minutes behind the word of the hour.
  private func readMinutes(_ draft: inout Draft) {
    let index = draft.end
    guard segment.contains(index), tokens[index].kind == .number, !tokens[index].traits.contains(.lineBreakBefore),
      let minutes = ClockDigits(tokens[index], in: text), minutes.notation == .hour, minutes.hour < 60
    else { return }
    let sign = entry(at: index + 1) {
      $0.role == .minute && !$0.languages.isDisjoint(with: draft.languages.union(self.own))
    }
    guard let sign else {
      // Two digits and nothing that they count: `18 Uhr 30`.
      guard tokens[index].range.count == 2, draft.languages.isDisjoint(with: TimeReader.spacelessSet),
        !isWord(index + 1) || !tokens[index + 1].traits.contains(.capitalized), mark(index + 1) != 0x25
      else { return }
      draft.clock.minute = minutes.hour
      draft.end = index + 1
      draft.clockEnd = tokens[index].end
      draft.mentionEnd = draft.clockEnd
      draft.hourWordMayCount = false
      return
    }
    draft.clock.minute = minutes.hour
    draft.end = TimeReader.isSpaceless(tokens[index + 1]) ? token(behind: sign.offset, from: index + 1) : sign.token
    draft.clockEnd = sign.offset
    draft.mentionEnd = sign.offset
  }

  private static let spacelessSet: LanguageSet = [LanguageSet("zh"), LanguageSet("ja"), LanguageSet("ko")]

  /// `y media`, `半`, `et quart`.
  func readFraction(_ draft: inout Draft) {
    guard draft.clock.minute == nil, draft.clock.notation != .colon else { return }
    let accepts: (TimeLexicon.Entry) -> Bool = {
      ($0.role == .half || $0.role == .quarter || $0.role == .lessQuarter) && !$0.languages.isDisjoint(with: self.own)
    }
    var found = entry(at: draft.end, where: accepts)
    if found == nil, draft.hourWord?.end == draft.clockEnd,
      let near = spacelessEntry(at: Int(draft.clockEnd), where: accepts)
    {
      found = (near.entry, draft.end, draft.clockEnd, near.end)
    }
    guard let found else { return }
    switch found.entry.role {
    case .half: draft.clock.minute = 30
    case .quarter: draft.clock.minute = 15
    default:
      draft.clock.minute = 45
      draft.clock.hour = draft.clock.hour == 1 ? 12 : draft.clock.hour - 1
    }
    draft.addsWords = true
    draft.languages.formUnion(found.entry.languages)
    draft.end = max(draft.end, found.token)
    draft.end = token(behind: found.offset, from: draft.end)
    draft.clockEnd = found.offset
    draft.mentionEnd = found.offset
  }

  /// `p.m.`, `de la tarde`, `مساءً`.
  func readDayPart(_ draft: inout Draft) {
    let isSpaced = !isAttached(draft.end)
    guard
      let found = entry(
        at: draft.end,
        where: { entry in
          guard entry.role.dayPart != nil else { return false }
          if !entry.languages.isDisjoint(with: self.target) { return true }
          guard entry.role == .am || entry.role == .pm else { return !entry.languages.isDisjoint(with: self.own) }
          // “um 6 am Montag”: a sign of another language needs its periods or capitals, or touches the digits.
          return entry.role == .pm || !isSpaced || entry.hasPeriod
            || self.tokens[draft.end].traits.contains(.allCapitals)
        })
    else { return }
    guard let dayPart = found.entry.role.dayPart else { return }
    draft.dayPart = dayPart
    draft.dayPartLanguages = found.entry.languages
    draft.dayPartRange = TextRange(start: found.start, end: found.offset)
    draft.languages.formUnion(found.entry.languages)
    draft.end = found.token
    draft.mentionEnd = found.offset
  }

  /// `GMT`, `ET`, `hora local`, also in brackets.
  func readZone(_ draft: inout Draft) {
    let isBracketed = mark(draft.end) == 0x28
    let index = isBracketed ? draft.end + 1 : draft.end
    guard isWord(index) else { return }
    for entryIndex in lexicon.entries(startingWith: tokens[index].key) {
      let entry = lexicon.entries[entryIndex]
      guard entry.role == .zone || entry.role == .localTime && !entry.languages.isDisjoint(with: own) else { continue }
      // `et` and `pt` are words of several languages.
      if entry.role == .zone, !tokens[index].traits.contains(.allCapitals) { continue }
      guard let end = end(of: entry, at: index) else { continue }
      if isBracketed, mark(end.token) != 0x29 { continue }
      draft.zone = TimeMention.Zone(
        range: TextRange(start: tokens[index].start, end: end.offset), offsets: entry.offsets)
      draft.end = isBracketed ? end.token + 1 : end.token
      draft.mentionEnd = tokens[draft.end - 1].end
      if !isBracketed { draft.mentionEnd = end.offset }
      return
    }
  }

  /// `下午6点`, `오후 6시`, `शाम 6 बजे`.
  func readDayPartBefore(_ draft: inout Draft) {
    guard draft.dayPart == .none, draft.start > segment.lowerBound else { return }
    let before = draft.start - 1
    let found: (entry: TimeLexicon.Entry, start: UInt32)?
    if TimeReader.isSpaceless(tokens[before]) {
      found = spacelessEntry(endingAt: tokens[before].end) { $0.role.dayPartFirst != nil }
    } else {
      found = entry(endingAt: before) { $0.role.dayPartFirst != nil && !$0.languages.isDisjoint(with: self.own) }
    }
    guard let found, let dayPart = found.entry.role.dayPartFirst else { return }
    draft.dayPart = dayPart
    draft.dayPartLanguages = found.entry.languages
    draft.dayPartRange = TextRange(start: found.start, end: tokens[before].end)
    draft.dayPartStart = found.start
    draft.languages.formUnion(found.entry.languages)
  }

  private func spacelessEntry(
    endingAt offset: UInt32, where accepts: (TimeLexicon.Entry) -> Bool
  ) -> (entry: TimeLexicon.Entry, start: UInt32)? {
    for entryIndex in lexicon.spaceless {
      let entry = lexicon.entries[entryIndex]
      let start = Int(offset) - entry.bytes.count
      guard accepts(entry), start >= 0, starts(with: entry.bytes, at: start) else { continue }
      return (entry, UInt32(start))
    }
    return nil
  }

  /// The entry that ends with a token, with the offset of its first word.
  func entry(
    endingAt index: Int, where accepts: (TimeLexicon.Entry) -> Bool
  ) -> (entry: TimeLexicon.Entry, start: UInt32)? {
    guard let found = entryToken(endingAt: index, where: accepts) else { return nil }
    return (found.entry, tokens[found.token].start)
  }

  /// The entry that ends with a token, with its first token.
  func entryToken(
    endingAt index: Int, where accepts: (TimeLexicon.Entry) -> Bool
  ) -> (entry: TimeLexicon.Entry, token: Int)? {
    guard isWord(index) else { return nil }
    search: for entryIndex in lexicon.entries(endingWith: tokens[index].key) {
      let entry = lexicon.entries[entryIndex]
      guard accepts(entry) else { continue }
      let first = index - entry.words.count + 1
      guard first >= segment.lowerBound else { continue }
      for (number, word) in entry.words.enumerated() {
        guard isWord(first + number), tokens[first + number].key == word else { continue search }
      }
      return (entry, first)
    }
    return nil
  }
}
