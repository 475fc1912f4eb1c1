// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

extension TimeReader {
  /// What stands before a time.
  private struct Lead {
    var isStrong = false
    var isWeak = false
    /// Whether it makes a lone number an hour.
    var namesHour = false

    var isAny: Bool { isStrong || isWeak || namesHour }
  }

  /// The mention that a draft is, or `nil` if too little says that it is a time.
  mutating func mention(_ draft: Draft) -> TimeMention? {
    let lead = lead(of: draft)
    guard let hasEvidence = evidence(for: draft, lead), endsCleanly(draft) else { return nil }
    var time = time(of: draft.clock, draft, TextRange(start: tokens[draft.start].start, end: draft.clockEnd))
    if draft.dayPart == .morning, draft.clock.hour == 12, draft.languages.contains(LanguageSet("es")) {
      // “las 12 de la mañana” is noon to many.
      time.isAmbiguous = true
    }
    let start = draft.dayPartStart ?? tokens[draft.start].start
    var mention = TimeMention(
      range: TextRange(start: start, end: draft.mentionEnd),
      tokens: firstToken(at: start, from: draft.start)..<draft.end,
      firstTime: nil, time: time, notation: draft.clock.notation, dayPart: draft.dayPart,
      dayPartRange: draft.dayPartRange, hourWordRange: draft.hourWord,
      hourWordLanguages: draft.hourWordLanguages, dayPartLanguages: draft.dayPartLanguages,
      languages: draft.languages, zone: draft.zone,
      hasEvidence: hasEvidence)
    addFirstTime(to: &mention, draft)
    return mention
  }

  private func firstToken(at offset: UInt32, from index: Int) -> Int {
    var index = index
    while index > segment.lowerBound, tokens[index].start > offset { index -= 1 }
    return index
  }

  private func time(of clock: ClockDigits, _ draft: Draft, _ range: TextRange) -> TimeMention.Time {
    let isOpen =
      draft.dayPart == .none && (1...12).contains(clock.hour) && !clock.hasLeadingZero && clock.notation != .name
      && clock.notation != .hourSign && !lexicon.twelveHourLanguages.isDisjoint(with: target)
      && (draft.languages.isEmpty || !lexicon.twelveHourLanguages.isDisjoint(with: draft.languages))
    return TimeMention.Time(
      hour: clock.hour, minute: clock.minute ?? 0, second: clock.second, range: range,
      minutes: clock.minutes(draft.dayPart), isAmbiguous: isOpen)
  }

  // MARK: Before

  private func lead(of draft: Draft) -> Lead {
    var lead = Lead()
    var index = draft.start - 1
    if let start = draft.dayPartStart { index = firstToken(at: start, from: draft.start) - 1 }
    guard index >= segment.lowerBound else { return lead }
    if TimeReader.isDash(mark(index)), isAttached(draft.start), index > segment.lowerBound, isAttached(index),
      tokens[index - 1].script == .hebrew, tokens[index - 1].range.count <= 6
    {
      lead.isStrong = true
      return lead
    }
    // `godz. 18`
    if mark(index) == 0x2E, isAttached(index) { index -= 1 }
    guard
      let found = entryToken(
        endingAt: index,
        where: { $0.role == .hourLead && !$0.languages.isDisjoint(with: self.target) })
    else {
      guard index == draft.start - 1 || draft.dayPartStart != nil else { return lead }
      lead.isStrong =
        entryToken(endingAt: index) { $0.role == .lead && !$0.languages.isDisjoint(with: self.target) } != nil
      lead.isWeak =
        entryToken(endingAt: index) { $0.role == .weakLead && !$0.languages.isDisjoint(with: self.target) } != nil
      return lead
    }
    // “in 2 ore 3 persone”: the hours before are counted.
    let before = found.token - 1
    lead.namesHour = before < segment.lowerBound || tokens[before].kind != .number
    return lead
  }

  // MARK: Evidence

  /// Whether a draft is a time, and if so whether words say it: `nil` if it is none.
  private func evidence(for draft: Draft, _ lead: Lead) -> Bool? {
    let clock = draft.clock
    let hasSign = draft.dayPart.isClockSign
    let hasHourWord = draft.hourWord != nil && !draft.hourWordMayCount
    if !clock.exists {
      // What no clock shows is a slip only where the words leave no other reading.
      guard clock.hour < 40, hasSign || hasHourWord || lead.namesHour || lead.isStrong && clock.notation == .colon,
        clock.notation != .hourSign
      else { return nil }
      if !hasSign, !hasHourWord, clock.hour > 29 || (clock.minute ?? 0) > 59 { return nil }
    }
    // “13:10 minutes into the game”
    if draft.hourWord == nil, draft.dayPart == .none, clock.notation == .colon || clock.notation == .period,
      isMinuteWord(draft.end)
    {
      return nil
    }
    switch clock.notation {
    case .name:
      return true
    case .colon:
      let isCertain =
        draft.dayPart != .none || draft.hourWord != nil || draft.zone != nil || lead.isStrong || lead.namesHour
      if clock.second != nil, !hasSign, !hasHourWord, draft.zone == nil, !lead.namesHour, draft.dayPart == .none {
        // Three numbers are more often the time somebody took.
        return nil
      }
      if isCertain || lead.isWeak { return true }
      return isLoneClock(draft) ? false : nil
    case .period:
      if hasSign || hasHourWord || draft.zone != nil || lead.namesHour { return true }
      if draft.dayPart != .none || draft.hourWord != nil { return lead.isAny ? true : nil }
      return lead.isStrong && !readsPeriodAsDecimal && !countsSomething(draft) ? true : nil
    case .digits:
      if let zone = draft.zone, !zone.offsets.isEmpty { return true }
      return draft.hourWord != nil && lead.isStrong ? true : nil
    case .hourSign:
      if lead.isStrong || lead.namesHour || draft.dayPart != .none || draft.zone != nil {
        return clock.minute != nil || !countsTime(draft) ? true : nil
      }
      if clock.minute != nil { return clock.hour >= 6 }
      return lead.isWeak && clock.hour >= 6 && clock.hour != 12 && clock.hour != 24 && !countsTime(draft) ? true : nil
    case .hourWord:
      if hasHourWord || draft.dayPart != .none || draft.zone != nil || lead.namesHour { return true }
      if clock.minute != nil { return lead.isAny || draft.languages.contains(LanguageSet("zh")) ? true : nil }
      if countsTime(draft) { return nil }
      return lead.isStrong ? true : nil
    case .hour:
      return loneHourEvidence(draft, lead)
    case .words:
      if hasSign || hasHourWord || lead.namesHour { return true }
      if draft.hourWord != nil || draft.addsWords { return lead.isStrong ? true : nil }
      return draft.dayPart != .none && lead.isAny ? true : nil
    }
  }

  private func loneHourEvidence(_ draft: Draft, _ lead: Lead) -> Bool? {
    if draft.dayPart.isClockSign, draft.dayPartStart == nil {
      // Arabic م is also the meter and the year of our era.
      guard let sign = draft.dayPartRange, sign.count > 2 || text[Int(sign.start)] < 0x80 else {
        return lead.isAny ? true : nil
      }
      return true
    }
    if draft.dayPart != .none {
      if lead.isAny || draft.clock.hour == 12 && draft.dayPartStart == nil { return true }
      let next = mark(draft.end)
      return draft.dayPartStart != nil && isAttached(draft.end) && (next == 0x27 || next == 0x2019) ? true : nil
    }
    if draft.zone != nil || draft.addsWords { return lead.isStrong || lead.namesHour ? true : nil }
    return lead.namesHour && !countsSomething(draft) ? true : nil
  }

  /// Whether digits with a colon and nothing else may be a time: no verse of a book.
  private func isLoneClock(_ draft: Draft) -> Bool {
    let before = draft.start - 1
    guard before >= segment.lowerBound, isWord(before), tokens[before].traits.contains(.capitalized),
      before > segment.lowerBound, tokens[before - 1].kind == .word
    else { return true }
    return DateLexicon.isWeekday(tokens[before].key)
  }

  /// Whether a percent or currency sign says that the digits are an amount.
  private func countsSomething(_ draft: Draft) -> Bool {
    let next = mark(draft.end)
    return next == 0x25 || next == 0xB0 || NumberReader.isCurrencySign(next)
  }

  /// Whether what follows makes it a length of time: `18 heures de vol`.
  private func countsTime(_ draft: Draft) -> Bool {
    isWord(draft.end) && TimeReader.durationSigns.contains(tokens[draft.end].key)
  }

  private static let durationSigns: Set<UInt64> = Set(
    [
      "de", "d'", "di", "da", "por", "plus", "más", "mais", "après", "après", "później", "lang", "long", "later",
      "después", "depois", "tard", "dopo", "назад", "спустя", "тому", "подряд", "позже", "na",
    ].map { TokenKey.key(of: $0) })

  /// Whether nothing touches the end that would make it something else.
  private func endsCleanly(_ draft: Draft) -> Bool {
    let next = draft.end
    guard isAttached(next) else { return true }
    switch tokens[next].kind {
    case .word:
      return TimeReader.isSpaceless(tokens[next]) || tokens[next].traits.contains(.clitic)
        || tokens[next].start < draft.mentionEnd
    case .number, .link, .email, .handle, .hashtag:
      return false
    case .punctuation, .symbol:
      let sign = mark(next)
      switch sign {
      case 0x25, 0x2B, 0x2A, 0xB0, 0x3D, 0x5F: return false
      case 0x2F, 0x3A:
        return !(segment.contains(next + 1) && isAttached(next + 1) && tokens[next + 1].kind == .number)
          || sign == 0x2F && draft.clock.notation == .colon
      case 0x2D: return !(isWord(next + 1) && isAttached(next + 1)) || draft.dayPart != .none || draft.hourWord != nil
      default: return !NumberReader.isCurrencySign(sign)
      }
    }
  }

  // MARK: Spans

  /// Takes in the first time of a span or list, which has no signs of its own: `9 to 11 a.m.`.
  private mutating func addFirstTime(to mention: inout TimeMention, _ draft: Draft) {
    guard draft.dayPart != .none || draft.hourWord != nil || draft.zone != nil, draft.clock.notation != .name,
      draft.clock.notation != .words
    else { return }
    let before = draft.start - 1
    guard before > segment.lowerBound, draft.dayPartStart == nil else { return }
    let isDash = TimeReader.isDash(mark(before))
    var partner = before - 1
    if !isDash {
      guard
        let joint = entryToken(
          endingAt: before, where: { $0.role == .range && !$0.languages.isDisjoint(with: self.own) })
      else { return }
      partner = joint.token - 1
    }
    // `9 h à 11 h`: the sign of the hour may stand twice.
    let last = partner
    if partner > segment.lowerBound, isWord(partner), tokens[partner - 1].kind == .number, isHourWord(partner) {
      partner -= 1
    }
    guard partner >= segment.lowerBound, partner >= floor, tokens[partner].kind == .number,
      let clock = ClockDigits(tokens[partner], in: text), clock.exists, clock.notation != .digits,
      clock.second == nil, draft.dayPart == .none || clock.hour <= 12, mayPrecede(partner)
    else { return }
    if let known = times.last, known.tokens.contains(partner) {
      guard known.firstTime == nil, known.dayPart == .none, known.zone == nil, known.hourWordRange == nil,
        known.tokens == partner..<partner + 1
      else { return }
      times.removeLast()
    } else if last == partner, clock.notation == .hour || clock.notation == .period, !isDash {
      let hasLead =
        entryToken(
          endingAt: partner - 1,
          where: { ($0.role == .lead || $0.role == .weakLead) && !$0.languages.isDisjoint(with: self.target) }) != nil
      guard hasLead || draft.dayPart.isClockSign || draft.hourWord != nil && !draft.hourWordMayCount else { return }
    }
    var first = time(
      of: clock, draft, TextRange(start: tokens[partner].start, end: tokens[last].end))
    if draft.dayPart == .pm, let earlier = first.minutes, let later = mention.time.minutes, earlier > later {
      // “11 to 1 p.m.” starts in the morning.
      first.minutes = (earlier + 720) % 1440
    }
    mention.firstTime = first
    mention.range = TextRange(start: first.range.start, end: mention.range.end)
    mention.tokens = partner..<mention.tokens.upperBound
  }
}
