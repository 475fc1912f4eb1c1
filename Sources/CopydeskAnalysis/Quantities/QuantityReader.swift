// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// Finds the quantities of an article: numbers in digits and in words, with their factors and units.
///
/// One pass: digits and number words start a numeral, factors and parts continue it, a unit closes it.
struct QuantityReader {
  let text: [UInt8]
  let tokens: [Token]
  let lexicon: QuantityLexicon
  let numbers: [NumberMention]
  let dates: [DateMention]
  let times: [TimeMention]
  let digits: DigitReadings
  var segment: Range<Int> = 0..<0
  var numberIndex = 0
  var dateIndex = 0
  var timeIndex = 0
  var quantities: [Quantity] = []

  static func quantities(
    in text: [UInt8], tokens: [Token], segments: [Range<Int>], lexicon: QuantityLexicon, numbers: [NumberMention],
    dates: [DateMention], times: [TimeMention], conventions: NumberConventions
  ) -> [Quantity] {
    if let letters = EastAsianLexicon.lexicon(for: lexicon.language) {
      return EastAsianQuantityReader.quantities(
        in: text, tokens: tokens, segments: segments, lexicon: letters, numbers: numbers, dates: dates, times: times,
        conventions: conventions)
    }
    var reader = QuantityReader(
      text: text, tokens: tokens, lexicon: lexicon, numbers: numbers, dates: dates, times: times,
      conventions: conventions)
    for segment in segments { reader.read(segment) }
    return reader.quantities
  }

  private init(
    text: [UInt8], tokens: [Token], lexicon: QuantityLexicon, numbers: [NumberMention], dates: [DateMention],
    times: [TimeMention], conventions: NumberConventions
  ) {
    self.text = text
    self.tokens = tokens
    self.lexicon = lexicon
    self.numbers = numbers
    self.dates = dates
    self.times = times
    digits = DigitReadings(text: text, conventions: conventions)
  }

  // MARK: Reading

  mutating func read(_ range: Range<Int>) {
    segment = range
    var index = range.lowerBound
    while index < range.upperBound {
      if let end = readDate(at: index) ?? readTime(at: index) {
        index = end
        continue
      }
      let token = tokens[index]
      switch token.kind {
      case .number:
        index = readDigits(at: index)
      case .word:
        if lexicon.mayStartNumber(token.key), let end = readWords(at: index) ?? readDual(at: index) {
          index = end
        } else if token.traits.contains(.capitalized), let end = readRoman(at: index) {
          index = end
        } else if token.traits.contains(.hasDigit) {
          readCode(at: index)
          index += 1
        } else {
          index += 1
        }
      case .symbol where lexicon.mayStartNumber(token.key):
        index = readWords(at: index) ?? index + 1
      default:
        index += 1
      }
    }
  }

  /// The numbers of a date that starts at a token; returns the index of the token behind it.
  mutating func readDate(at index: Int) -> Int? {
    while dateIndex < dates.count, dates[dateIndex].tokens.lowerBound < index { dateIndex += 1 }
    guard dateIndex < dates.count, dates[dateIndex].tokens.lowerBound == index else { return nil }
    let date = dates[dateIndex]
    let parts = [date.firstDay, date.day, date.style.contains(.numeric) ? date.month : nil, date.year]
    // A day without its month is a rank in one language and a date in the other: “the 25th”, `25日`.
    let kind = date.month == nil && date.year == nil ? Quantity.Kind.ordinal : .date
    for part in parts.compactMap({ $0 }).sorted(by: { $0.token < $1.token }) {
      quantities.append(
        Quantity(
          range: part.range, tokens: part.token..<part.token + 1, numeralRange: part.range,
          numeralTokens: part.token..<part.token + 1, value: ExactDecimal(significand: Int64(part.value)),
          denominator: 1, otherValue: nil, unit: nil, kind: kind, notation: .digits, isApproximate: false))
    }
    return date.tokens.upperBound
  }

  /// The numbers of a time that starts at a token; returns the index of the token behind it.
  mutating func readTime(at index: Int) -> Int? {
    while timeIndex < times.count, times[timeIndex].tokens.lowerBound < index { timeIndex += 1 }
    guard timeIndex < times.count, times[timeIndex].tokens.lowerBound == index, times[timeIndex].hasEvidence else {
      return nil
    }
    let mention = times[timeIndex]
    for time in mention.times {
      for value in time.minute == 0 ? [time.hour] : [time.hour, time.minute] {
        quantities.append(
          Quantity(
            range: time.range, tokens: mention.tokens, numeralRange: time.range, numeralTokens: mention.tokens,
            value: ExactDecimal(significand: Int64(value)), denominator: 1, otherValue: nil, unit: nil, kind: .time,
            notation: .digits, isApproximate: false))
      }
    }
    return mention.tokens.upperBound
  }

  mutating func mention(at index: Int) -> NumberMention? {
    while numberIndex < numbers.count, numbers[numberIndex].tokens.lowerBound < index { numberIndex += 1 }
    guard numberIndex < numbers.count, numbers[numberIndex].tokens.lowerBound == index else { return nil }
    return numbers[numberIndex]
  }

  /// The digits of a word such as `G20` or `A320neo`.
  mutating func readCode(at index: Int) {
    for piece in digits.pieces(in: tokens[index].range) {
      quantities.append(
        Quantity(
          range: tokens[index].range, tokens: index..<index + 1, numeralRange: piece.range,
          numeralTokens: index..<index + 1, value: piece.value, denominator: 1, otherValue: nil, unit: nil, kind: .code,
          notation: .digits, isApproximate: false))
    }
  }

  mutating func readDigits(at index: Int) -> Int {
    guard let mention = mention(at: index) else { return index + 1 }
    switch mention.kind {
    case .phone: return readPhone(mention)
    case .code, .version: emit(piecesOf: mention, kind: .code)
    case .time: emit(piecesOf: mention, kind: .time)
    case .score: emit(piecesOf: mention, kind: .score)
    case .date: emit(piecesOf: mention, kind: .date)
    case .plain where mention.shape == .other: emit(piecesOf: mention, kind: .code)
    case .plain, .percent, .currency, .ordinal, .year:
      var numeral = Numeral(chain: NumeralChain(countsByTwenties: false), start: index, end: mention.tokens.upperBound)
      guard let reading = digits.reading(of: mention), numeral.chain.add(digits: reading.value) else {
        return mention.tokens.upperBound
      }
      numeral.notation = .digits
      numeral.otherValue = reading.other
      numeral.kind = mention.kind == .year ? .year : .number
      if mention.kind == .ordinal {
        numeral.kind = .ordinal
        numeral.end += 1
      }
      return finish(numeral)
    }
    return mention.tokens.upperBound
  }

  mutating func emit(piecesOf mention: NumberMention, kind: Quantity.Kind) {
    for piece in digits.pieces(of: mention) {
      quantities.append(
        Quantity(
          range: piece.range, tokens: mention.tokens, numeralRange: piece.range, numeralTokens: mention.tokens,
          value: piece.value, denominator: 1, otherValue: nil, unit: nil, kind: kind, notation: .digits,
          isApproximate: false))
    }
  }

  /// Joins the parts of a telephone number; returns the index of the token behind it.
  mutating func readPhone(_ first: NumberMention) -> Int {
    var value = ""
    var last = first
    let start = first.tokens.lowerBound
    var index = start
    while segment.contains(index), index - last.tokens.upperBound <= 2 {
      // Behind a country code every number belongs to it, also one that could be grouped thousands.
      if let next = mention(at: index), next.kind == .phone || next.kind == .plain && mark(start - 1) == 0x2B {
        value += digits.pieces(of: next).map(\.value.description).joined()
        last = next
        index = next.tokens.upperBound
      } else if tokens[index].kind == .punctuation {
        index += 1
      } else {
        break
      }
    }
    let range = TextRange(start: first.range.start, end: last.range.end)
    let tokens = start..<last.tokens.upperBound
    if let number = Int64(value) {
      quantities.append(
        Quantity(
          range: range, tokens: tokens, numeralRange: range, numeralTokens: tokens,
          value: ExactDecimal(significand: number), denominator: 1, otherValue: nil, unit: nil, kind: .phone,
          notation: .digits, isApproximate: false))
    }
    return tokens.upperBound
  }

  mutating func readWords(at index: Int) -> Int? {
    var numeral = Numeral(
      chain: NumeralChain(countsByTwenties: lexicon.language == "fr"), start: index, end: index)
    numeral.notation = .words
    extend(&numeral)
    guard numeral.end > index else { return nil }
    // “One” alone is an article or a pronoun more often than a number.
    let isOne = numeral.chain.value == ExactDecimal(significand: 1) && numeral.chain.denominator == 1
    if isOne, numeral.kind == .number, numeral.chain.lastScale == nil { return nil }
    return finish(numeral, isExtended: true)
  }

  /// A word for two of a unit; returns the index of the token behind it.
  mutating func readDual(at index: Int) -> Int? {
    var found: (unit: QuantityUnit, end: Int)?
    forEachSense(at: index) { sense, end in if case .dual(let unit) = sense { found = (unit, end) } }
    guard let found else { return nil }
    let range = TextRange(start: tokens[index].start, end: tokens[found.end - 1].end)
    var value = ExactDecimal(significand: 2)
    var end = found.end
    // `יומיים וחצי`
    forEachSense(at: end) { sense, behind in
      if case .fraction(1, of: 2) = sense, hasConjunction(at: end) {
        value = ExactDecimal(significand: 25, exponent: -1)
        end = behind
      }
    }
    quantities.append(
      Quantity(
        range: TextRange(start: range.start, end: tokens[end - 1].end), tokens: index..<end, numeralRange: range,
        numeralTokens: index..<found.end, value: value, denominator: 1, otherValue: nil, unit: found.unit,
        kind: .number, notation: .words, isApproximate: isApproximate(before: index)))
    return end
  }

  /// Whether the word at an index starts with the “and” that its language writes together with words.
  func hasConjunction(at index: Int) -> Bool {
    guard segment.contains(index), let prefixes = AttachedPrefixes.prefixes(of: lexicon.language) else { return false }
    let word = text[tokens[index].range.offsets]
    return prefixes.and.contains { word.starts(with: $0.utf8) }
  }

  // MARK: Roman numerals

  /// A Roman numeral beside a word that calls for one.
  mutating func readRoman(at index: Int) -> Int? {
    guard RomanNumeral.mayStart(with: text[Int(tokens[index].start)]),
      let value = RomanNumeral.value(of: text[tokens[index].range.offsets])
    else { return nil }
    let before = precedes(index, .century)
    let isCentury = before != nil || hasSense(at: index + 1) { $0 == .century }
    guard isCentury || precedes(index, .roman) != nil || hasSense(at: index + 1, { $0 == .roman }) else { return nil }
    let start = before ?? index
    let end = isCentury && before == nil ? index + 2 : index + 1
    quantities.append(
      Quantity(
        range: TextRange(start: tokens[start].start, end: tokens[end - 1].end), tokens: start..<end,
        numeralRange: tokens[index].range, numeralTokens: index..<index + 1,
        value: ExactDecimal(significand: Int64(value)), denominator: 1, otherValue: nil, unit: nil,
        kind: isCentury ? .century : .ordinal, notation: .roman, isApproximate: false))
    return end
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

  func isHyphen(_ index: Int) -> Bool {
    let mark = mark(index)
    return mark == 0x2D || mark == 0x2010 || mark == 0x2011 || mark == 0x5BE
  }

  func isDash(_ index: Int) -> Bool {
    let mark = mark(index)
    return mark == 0x2D || mark >= 0x2010 && mark <= 0x2015 || mark == 0x2212 || mark == 0xFF5E || mark == 0x301C
  }

  func isJoiner(_ index: Int) -> Bool { hasSense(at: index) { $0 == .joiner } }

  /// The index behind an entry's words, if they stand at an index.
  func match(_ entry: QuantityLexicon.Entry, at index: Int) -> Int? {
    var at = index + 1
    for key in entry.rest {
      // Hyphens and the periods of abbreviations do not count.
      while isAttached(at), isHyphen(at) || mark(at) == 0x2E, segment.contains(at + 1) { at += 1 }
      guard segment.contains(at), tokens[at].key == key else { return nil }
      // “A$100” is Australian, “a $100 bill” is not.
      if tokens[at].kind == .symbol, !isAttached(at) { return nil }
      at += 1
    }
    return at
  }

  func forEachSense(at index: Int, _ body: (QuantitySense, Int) -> Void) {
    guard segment.contains(index), var entry = lexicon.first(of: tokens[index].key) else { return }
    while true {
      let candidate = lexicon.entries[entry]
      if let end = match(candidate, at: index) { body(candidate.sense, end) }
      guard let next = lexicon.next(after: entry) else { return }
      entry = next
    }
  }

  func hasSense(at index: Int, _ test: (QuantitySense) -> Bool) -> Bool {
    var found = false
    forEachSense(at: index) { sense, _ in if test(sense) { found = true } }
    return found
  }
}
