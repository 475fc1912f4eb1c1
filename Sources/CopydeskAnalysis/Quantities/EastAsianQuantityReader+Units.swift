// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

extension EastAsianQuantityReader {
  /// What a number turned out to be.
  struct Mention {
    /// The quantity, or `nil` if the letters say no exact number.
    var quantity: Quantity?
    /// The offset behind it.
    var end: Int
  }

  /// What stands behind a number, in all its meanings.
  private struct Follower {
    var senses: [EastAsianSense] = []
    var end: Int

    /// The unit, if there is no other reading.
    var unit: QuantityUnit? { units.count == 1 ? units.first : nil }

    var units: Set<QuantityUnit> {
      Set(senses.compactMap { if case .unit(let unit) = $0 { unit } else { nil } })
    }

    var field: EastAsianSense.Field? {
      for case .field(let field) in senses { return field }
      return nil
    }

    func has(_ sense: EastAsianSense) -> Bool { senses.contains(sense) }
  }

  /// The quantity that a number makes with what stands around it, or `nil` if the letters are part of a word.
  func mention(of numeral: EastAsianNumeral) -> Mention? {
    if let fraction = fraction(with: numeral) { return fraction }
    var behind = numeral.behind
    var isApproximate = numeral.isApproximate
    if let end = end(of: .aboutBehind, at: behind) {
      behind = end
      isApproximate = true
    }
    var follower = follower(at: behindSpace(behind))
    guard isNumber(numeral, follower, isApproximate), var value = value(of: numeral, follower) else { return nil }
    guard !numeral.isVague else { return Mention(quantity: nil, end: follower?.end ?? numeral.end) }
    var end = follower?.end ?? behind
    if let half = half(behind: follower) {
      guard let sum = value.adding(ExactDecimal(significand: 5, exponent: -1)) else { return nil }
      value = sum
      end = half.end
      if let unit = half.unit { follower = Follower(senses: [.unit(unit)], end: end) }
    } else if let known = follower, known.has(.counter), let unit = self.follower(at: known.end), unit.unit != nil {
      // `3个小时`
      follower = unit
      end = unit.end
    }
    if let about = self.end(of: .aboutBehind, at: behindSpace(end)) {
      end = about
      isApproximate = true
    }
    return Mention(quantity: quantity(numeral, value, follower, isApproximate, end: end), end: end)
  }

  // MARK: Numbers and words

  /// Whether the letters are a number here and not part of a word.
  private func isNumber(_ numeral: EastAsianNumeral, _ follower: Follower?, _ isApproximate: Bool) -> Bool {
    if numeral.hasDigits { return true }
    let isRank = prefix.rank?.end == numeral.start || follower?.has(.rank) == true
    let isCounted = follower != nil || isRank
    // “One” alone is an article or a pronoun more often than a number.
    let isOne = numeral.sum.value == ExactDecimal(significand: 1) && !isRank
    if numeral.isNative { return isCounted && !isOne }
    if numeral.isVague { return true }
    if numeral.sum.positionalLetters >= 2 {
      if follower?.field == .year { return numeral.sum.positionalLetters != 3 }
      return follower != nil && lexicon.language == "ja"
    }
    if lexicon.language == "ko", codePoint(at: numeral.start).codePoint >= 0xAC00 { return isCounted && !isOne }
    if numeral.sum.isBare {
      guard lexicon.language == "zh" else { return isCounted }
      return follower?.unit != nil || isCounted && (numeral.hasFactor && numeral.places > 0 || isAbout(numeral.start))
    }
    if isOne { return false }
    if isCounted { return true }
    let letters = numeral.digitLetters + numeral.places
    // `十一` is a holiday, `八百` a part of Japanese words.
    if lexicon.language == "ja" { return numeral.hasFactor && numeral.digitLetters > 0 }
    return numeral.hasFactor || letters >= 3 || letters == 2 && codePoint(at: numeral.start).codePoint != 0x5341
  }

  private func value(of numeral: EastAsianNumeral, _ follower: Follower?) -> ExactDecimal? {
    if lexicon.language == "zh", numeral.isInLetters, let value = numeral.sum.valueWithDroppedPlace { return value }
    return numeral.sum.value
  }

  private func isAbout(_ start: Int) -> Bool {
    guard let about = prefix.about else { return false }
    return about == start || about == prefix.currency?.start && prefix.currency?.end == start
      || about == prefix.minus && prefix.minus == start
  }

  // MARK: Neighbors

  /// The longest word behind a number that says what is counted.
  private func follower(at offset: Int) -> Follower? {
    var follower: Follower?
    lexicon.forEach(in: text.span, at: offset, before: limit) { sense, end in
      if let known = follower, end < known.end { return true }
      switch sense {
      case .unit, .counter, .rank, .tenth, .field, .century, .decade, .exception, .scoreJoiner:
        if follower == nil { follower = Follower(end: end) }
        follower?.senses.append(sense)
      default: break
      }
      return false
    }
    guard let found = follower, !found.has(.exception) else { return nil }
    // Korean `대` counts machines and parts the sides of a result.
    if found.has(.scoreJoiner), found.senses.count == 1 || digits(at: behindSpace(found.end)) != nil { return nil }
    return found
  }

  private func end(of sense: EastAsianSense, at offset: Int) -> Int? {
    var found: Int?
    lexicon.forEach(in: text.span, at: offset, before: limit) { candidate, end in
      if candidate == sense { found = end }
      return found != nil
    }
    return found
  }

  /// A half behind a unit of time (`3年半`), or between a counter and a unit (`两个半小时`).
  private func half(behind follower: Follower?) -> (unit: QuantityUnit?, end: Int)? {
    guard let follower else { return nil }
    let offset = lexicon.language == "ko" ? behindSpace(follower.end) : follower.end
    guard offset < limit else { return nil }
    let (codePoint, length) = codePoint(at: offset)
    guard codePoint == 0x534A || codePoint == 0xBC18 else { return nil }
    if follower.has(.counter), let unit = self.follower(at: offset + length), unit.unit != nil {
      return (unit.unit, unit.end)
    }
    guard follower.field != .hour, case .measure(let measure)? = follower.unit, measure.dimension == .duration else {
      return nil
    }
    // `半` begins a word in `3年半島`.
    if offset + length < limit, codePoint == 0x534A, let next = self.follower(at: offset + length), next.has(.exception)
    {
      return nil
    }
    return (nil, offset + length)
  }

  /// `三分之一`, `百分之二十五`, `3分の1`.
  private func fraction(with parts: EastAsianNumeral) -> Mention? {
    guard let behind = end(of: .partOf, at: parts.behind), let denominator = parts.sum.value?.wholeValue,
      denominator > 1, let count = numeral(at: behindSpace(behind))
    else { return nil }
    guard !count.isVague, let value = count.sum.value else { return Mention(quantity: nil, end: count.end) }
    var chain = NumeralChain(countsByTwenties: false)
    var unit: QuantityUnit?
    var kind = Quantity.Kind.number
    switch denominator {
    case 100: unit = .percent
    case 1000: unit = .perMille
    default: kind = .fraction
    }
    guard chain.add(cardinal: value, isJoined: false),
      kind == .number || chain.divide(fraction: 1, of: denominator), let share = chain.value
    else { return nil }
    var end = count.end
    var isApproximate = isAbout(parts.start) || count.isApproximate
    if let about = self.end(of: .aboutBehind, at: count.behind) {
      isApproximate = true
      end = about
    }
    let range = parts.start..<count.end
    let quantity = Quantity(
      range: TextRange(range.lowerBound, end), tokens: tokens(of: range.lowerBound..<end),
      numeralRange: TextRange(range.lowerBound, range.upperBound), numeralTokens: tokens(of: range), value: share,
      denominator: chain.denominator, otherValue: nil, unit: unit, kind: kind,
      notation: count.hasDigits ? .digits : .words, isApproximate: isApproximate)
    return Mention(quantity: quantity, end: end)
  }

  // MARK: Quantities

  private func quantity(
    _ numeral: EastAsianNumeral, _ value: ExactDecimal, _ follower: Follower?, _ isApproximate: Bool, end: Int
  ) -> Quantity {
    var value = value
    var other: ExactDecimal?
    var start = numeral.start
    var unit = follower?.unit
    var kind = Quantity.Kind.number
    var notation: Quantity.Notation = numeral.hasDigits ? .digits : .words
    if numeral.hasFactor || numeral.hasDigits && numeral.places > 0 { notation.insert(.scale) }
    let isPlain = !numeral.hasFactor && numeral.places == 0
    let whole = value.wholeValue
    if let rank = prefix.rank, rank.end == start {
      (kind, unit, start) = (.ordinal, nil, rank.start)
    } else if follower?.has(.rank) == true {
      (kind, unit) = (.ordinal, nil)
    } else if follower?.has(.century) == true {
      kind = .century
    } else if follower?.has(.decade) == true, isPlain, let whole, whole % 10 == 0, whole > 0 {
      kind = .decade
      if let century = quantity(endingAt: start), century.kind == .century, let number = century.value.wholeValue,
        whole < 100
      {
        other = ExactDecimal(significand: (number - 1) * 100 + whole)
      }
    } else if follower?.has(.tenth) == true {
      unit = .percent
      value = value.multiplied(by: 10) ?? value
    } else if let field = follower?.field, let whole {
      (kind, unit) = self.kind(of: field, whole, numeral, unit: unit)
      if field == .year, kind == .number, isPlain { other = EastAsianQuantityReader.fullYear(whole) }
    } else if follower == nil, isPlain, numeral.firstDigits == 4, numeral.end - numeral.start == 4,
      let whole, (1000...2199).contains(whole)
    {
      kind = .year
    } else if follower == nil, isPlain, numeral.hasDigits, isPartOfName(numeral) {
      kind = .code
    }
    if let era = prefix.era, era.end == start, let whole, (1...99).contains(whole) {
      (kind, unit, start, other) = (.year, nil, era.start, value)
      value = ExactDecimal(significand: era.offset + whole)
    } else if isPlain, let whole, (1...99).contains(whole), let year = yearInBrackets(behind: numeral.end),
      year % 100 == whole
    {
      (kind, unit, other) = (.year, nil, value)
      value = ExactDecimal(significand: year)
    }
    if numeral.hasFactor, let follower, follower.unit == nil, let money = follower.units.first(where: isMoney) {
      // A word for a weight and for money; millions are money.
      unit = money
    }
    if let currency = prefix.currency, currency.end == start, kind == .number || kind == .year {
      if unit == nil || isMoney(unit) {
        unit = isMoney(unit) && currency.currency.isShared ? unit : .currency(currency.currency)
        (kind, start) = (.number, currency.start)
        notation.insert(.unitBefore)
      }
    }
    if isNegative(before: start) {
      value = ExactDecimal(significand: -value.significand, exponent: value.exponent)
    } else if prefix.minus == start {
      other = ExactDecimal(significand: -value.significand, exponent: value.exponent)
    }
    if unit != nil, kind == .year { kind = .number }
    if let speed = prefix.speed, speed <= start, start - speed <= 12, case .measure(let measure)? = unit {
      unit = .measure(EastAsianQuantityReader.speeds[measure] ?? measure)
    }
    return Quantity(
      range: TextRange(start, end), tokens: tokens(of: start..<end),
      numeralRange: TextRange(numeral.start, numeral.end), numeralTokens: tokens(of: numeral.start..<numeral.end),
      value: value, denominator: 1, otherValue: other, unit: unit, kind: kind, notation: notation,
      isApproximate: isApproximate || isAbout(start) || isAbout(numeral.start))
  }

  /// The year that two digits stand for.
  static func fullYear(_ value: Int64) -> ExactDecimal? {
    guard (1...99).contains(value) else { return nil }
    return ExactDecimal(significand: value < 50 ? 2000 + value : 1900 + value)
  }

  /// The year that an era's year in brackets tells: `23（大正12）年`.
  private func yearInBrackets(behind offset: Int) -> Int64? {
    guard offset < limit else { return nil }
    let (bracket, length) = codePoint(at: offset)
    guard bracket == 0x28 || bracket == 0xFF08 else { return nil }
    var year: Int64?
    lexicon.forEach(in: text.span, at: offset + length, before: limit) { sense, end in
      if case .era(let start) = sense, let count = digits(at: end)?.value.wholeValue { year = start + count }
      return year != nil
    }
    return year
  }

  /// What a distance behind a word for speed is: `時速12キロ`, `风速20米`.
  private static let speeds: [MeasureUnit: MeasureUnit] = [
    .kilometer: .kilometerPerHour, .mile: .milePerHour, .meter: .meterPerSecond, .nauticalMile: .knot,
  ]

  /// What a number before `年`, `月`, `日`, `時` or `分` is.
  private func kind(
    of field: EastAsianSense.Field, _ value: Int64, _ numeral: EastAsianNumeral, unit: QuantityUnit?
  ) -> (Quantity.Kind, QuantityUnit?) {
    let isPlain = !numeral.hasFactor && !numeral.isNative
    switch field {
    case .year:
      let isYear = isPlain && numeral.places == 0 && (1000...2199).contains(value)
      return isYear ? (.year, nil) : (.number, .measure(.year))
    case .month: return isPlain && (1...12).contains(value) ? (.date, nil) : (.number, unit)
    case .day:
      guard isPlain, (1...31).contains(value) else { return (.number, unit) }
      // A day without its month is what other languages write as a rank: “the 25th”.
      let isInMonth = quantity(endingAt: numeral.start)?.kind == .date || follows(.date, behindSpace: numeral.start)
      return (isInMonth ? .date : .ordinal, nil)
    case .hour: return !numeral.hasFactor && (0...30).contains(value) ? (.time, nil) : (.number, unit)
    case .minute, .second:
      let isTime = quantity(endingAt: numeral.start)?.kind == .time || follows(.time, behindSpace: numeral.start)
      return isTime ? (.time, nil) : (.number, unit)
    }
  }

  /// Whether the last number is of that kind and one space lies between it and an offset: `3시 30분`.
  private func follows(_ kind: Quantity.Kind, behindSpace offset: Int) -> Bool {
    offset > 0 && text[offset - 1] == 0x20 && quantity(endingAt: offset - 1)?.kind == kind
  }

  private func isMoney(_ unit: QuantityUnit?) -> Bool {
    if case .currency? = unit { true } else { false }
  }

  /// Whether a letter touches a number and makes it a name: `5G`, `3D`, `코로나19`.
  private func isPartOfName(_ numeral: EastAsianNumeral) -> Bool {
    if numeral.end < limit {
      let letter = text[numeral.end] | 0x20
      if letter >= 0x61, letter <= 0x7A { return true }
    }
    guard lexicon.language == "ko", prefix.about != numeral.start else { return false }
    let index = tokenIndex(at: numeral.start)
    return index > segment.lowerBound && tokens[index - 1].end == numeral.start && tokens[index - 1].script == .hangul
  }

  /// Whether a minus sign stands before a number, and no other number before the sign.
  private func isNegative(before start: Int) -> Bool {
    let index = tokenIndex(at: start)
    guard index > segment.lowerBound, tokens[index - 1].end == start else { return false }
    switch codePoint(at: Int(tokens[index - 1].start)).codePoint {
    case 0x2212, 0xFF0D, 0x2D, 0x25B2, 0x25B3: break
    default: return false
    }
    guard index - 1 > segment.lowerBound, tokens[index - 2].end == tokens[index - 1].start else { return true }
    let before = tokens[index - 2]
    return before.kind != .number && before.script != .latin && before.kind != .punctuation
      && quantity(endingAt: Int(before.end)) == nil
  }
}
