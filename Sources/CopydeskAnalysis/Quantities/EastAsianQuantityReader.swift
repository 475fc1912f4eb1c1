// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// Finds the quantities of Chinese, Japanese and Korean copy letter by letter.
///
/// Their numbers stand among the letters of words without a space, and dictionaries part `1億2000万円` in the wrong
/// places. The result is the same as ``QuantityReader``'s: values with units, in text order.
struct EastAsianQuantityReader {
  let text: [UInt8]
  let tokens: [Token]
  let lexicon: EastAsianLexicon
  private let numbers: [NumberMention]
  private let dates: [DateMention]
  private let times: [TimeMention]
  private let readings: DigitReadings
  private(set) var segment: Range<Int> = 0..<0
  /// The offset behind the segment's last token.
  private(set) var limit = 0
  private var numberIndex = 0
  private var dateIndex = 0
  private var timeIndex = 0
  private var firstOfSegment = 0
  /// What was read right before the offset.
  private(set) var prefix = Prefix()
  private var quantities: [Quantity] = []

  /// Words before a number that change it, each with the offset behind it.
  struct Prefix {
    var about: Int?
    var speed: Int?
    var minus: Int?
    var rank: (start: Int, end: Int)?
    var currency: (currency: Currency, start: Int, end: Int)?
    var era: (offset: Int64, start: Int, end: Int)?
  }

  static func quantities(
    in text: [UInt8], tokens: [Token], segments: [Range<Int>], lexicon: EastAsianLexicon, numbers: [NumberMention],
    dates: [DateMention], times: [TimeMention], conventions: NumberConventions
  ) -> [Quantity] {
    var reader = EastAsianQuantityReader(
      text: text, tokens: tokens, lexicon: lexicon, numbers: numbers, dates: dates, times: times,
      readings: DigitReadings(text: text, conventions: conventions))
    for segment in segments where !segment.isEmpty { reader.read(segment) }
    return reader.quantities
  }

  private init(
    text: [UInt8], tokens: [Token], lexicon: EastAsianLexicon, numbers: [NumberMention], dates: [DateMention],
    times: [TimeMention], readings: DigitReadings
  ) {
    self.text = text
    self.tokens = tokens
    self.lexicon = lexicon
    self.numbers = numbers
    self.dates = dates
    self.times = times
    self.readings = readings
  }

  // MARK: Reading

  private mutating func read(_ range: Range<Int>) {
    segment = range
    limit = Int(tokens[range.upperBound - 1].end)
    firstOfSegment = quantities.count
    prefix = Prefix()
    var index = range.lowerBound
    var offset = Int(tokens[index].start)
    while offset < limit {
      while tokens[index].end <= offset { index += 1 }
      let token = tokens[index]
      offset = max(offset, Int(token.start))
      if offset == token.start {
        if let end = readDate(at: index) ?? readTime(at: index) ?? readDesignation(at: index) {
          offset = end
          continue
        }
        switch token.kind {
        case .link, .email, .handle, .hashtag:
          offset = Int(token.end)
          continue
        default: break
        }
      }
      if let end = readQuantity(at: offset) ?? readPrefix(at: offset) {
        offset = end
      } else if token.kind == .word, token.script == .latin {
        offset = Int(token.end)
      } else {
        offset += codePoint(at: offset).length
      }
    }
  }

  /// The numbers of a date that starts at a token; returns the offset behind it.
  private mutating func readDate(at index: Int) -> Int? {
    while dateIndex < dates.count, dates[dateIndex].range.start < tokens[index].start { dateIndex += 1 }
    guard dateIndex < dates.count, dates[dateIndex].range.start == tokens[index].start else { return nil }
    let date = dates[dateIndex]
    for part in [date.firstDay, date.day, date.month, date.year].compactMap({ $0 }).sorted(by: { $0.token < $1.token })
    where tokens[part.token].kind == .number {
      // A day without its month is what other languages write as a rank: “the 25th”.
      let kind = date.month == nil && date.year == nil ? Quantity.Kind.ordinal : .date
      var found = quantity(
        Int(part.range.start)..<Int(part.range.end), ExactDecimal(significand: Int64(part.value)), kind)
      // The year of an era may stand as it is in the other language: “Taisho 12”.
      if let written = digits(at: Int(tokens[part.token].start))?.value, written != found.value {
        found.otherValue = written
      }
      quantities.append(found)
    }
    return Int(date.range.end)
  }

  /// The numbers of a time that starts at a token; returns the offset behind it.
  private mutating func readTime(at index: Int) -> Int? {
    while timeIndex < times.count, times[timeIndex].range.start < tokens[index].start { timeIndex += 1 }
    guard timeIndex < times.count, times[timeIndex].range.start == tokens[index].start, times[timeIndex].hasEvidence
    else { return nil }
    for time in times[timeIndex].times {
      for value in time.minute == 0 ? [time.hour] : [time.hour, time.minute] {
        quantities.append(
          quantity(Int(time.range.start)..<Int(time.range.end), ExactDecimal(significand: Int64(value)), .time))
      }
    }
    return Int(times[timeIndex].range.end)
  }

  /// Digits that are no amount, by what stands around them; returns the offset behind them.
  private mutating func readDesignation(at index: Int) -> Int? {
    guard tokens[index].kind == .number else { return nil }
    while numberIndex < numbers.count, numbers[numberIndex].tokens.lowerBound < index { numberIndex += 1 }
    guard numberIndex < numbers.count, numbers[numberIndex].tokens.lowerBound == index else { return nil }
    let mention = numbers[numberIndex]
    let kind: Quantity.Kind
    switch mention.kind {
    case .phone: kind = .phone
    case .code: kind = .code
    case .version: kind = .code
    case .time: kind = .time
    case .score: kind = .score
    case .date: kind = .date
    case .plain, .percent, .currency, .ordinal, .year: return nil
    }
    for piece in readings.pieces(of: mention) {
      quantities.append(quantity(Int(piece.range.start)..<Int(piece.range.end), piece.value, kind))
    }
    return Int(mention.range.end)
  }

  /// A word that changes the number behind it, or one that only looks like a number; returns the offset behind it.
  private mutating func readPrefix(at offset: Int) -> Int? {
    var end: Int?
    var prefix = self.prefix
    lexicon.forEach(in: text.span, at: offset, before: limit) { sense, behind in
      switch sense {
      case .about: prefix.about = behindSpace(behind)
      case .speed: prefix.speed = behind
      case .minus: prefix.minus = behindSpace(behind)
      case .rankPrefix: prefix.rank = (offset, behindSpace(behind))
      case .unit(.currency(let currency)): prefix.currency = (currency, offset, behindSpace(behind))
      case .era(let year): prefix.era = (year, offset, behindSpace(behind))
      case .exception: break
      default: return false
      }
      end = behind
      return true
    }
    self.prefix = prefix
    return end
  }

  /// A number and what it counts; returns the offset behind them, or behind letters that are no number after all.
  private mutating func readQuantity(at offset: Int) -> Int? {
    guard let numeral = numeral(at: offset) else { return nil }
    let found = mention(of: numeral)
    let end = found?.end ?? numeral.end
    if let exception = exception(at: offset), exception >= end { return exception }
    guard let found else { return readPrefix(at: offset) ?? (numeral.isNative ? nil : numeral.end) }
    if let quantity = found.quantity { append(quantity, factor: numeral.sum.lastFactor, start: offset) }
    return found.end
  }

  private func exception(at offset: Int) -> Int? {
    var end: Int?
    lexicon.forEach(in: text.span, at: offset, before: limit) { sense, behind in
      if sense == .exception { end = behind }
      return end != nil
    }
    return end
  }

  // MARK: Ranges and results

  /// Notes a quantity; a joint to the one before makes both a range or a result.
  private mutating func append(_ quantity: Quantity, factor: Int64?, start: Int) {
    var quantity = quantity
    if quantities.count > firstOfSegment, let last = quantities.last, isCounted(last.kind), isCounted(quantity.kind),
      let joint = joint(from: Int(last.range.end), to: Int(quantity.range.start))
    {
      let index = quantities.count - 1
      let isSmall = last.unit == nil && quantity.unit == nil && last.value < ExactDecimal(significand: 1000)
      if isSmall, joint == .colon {
        quantities[index].kind = .time
        quantity.kind = .time
      } else if isSmall, joint == .score || joint == .hyphen && quantity.value <= last.value {
        quantities[index].kind = .score
        quantity.kind = .score
      } else if joint != .score, joint != .colon {
        quantities[index].notation.insert(.rangeStart)
        quantity.notation.insert(.rangeEnd)
        if last.unit == nil, last.kind != .year { quantities[index].unit = quantity.unit }
        if last.isApproximate { quantity.isApproximate = true }
        if let factor, !last.notation.contains(.scale) {
          quantities[index].otherValue = last.value.multiplied(by: factor)
        }
        if last.kind == .year, quantity.kind == .number, quantity.unit != .measure(.year) {
          quantities[index].kind = .number
          quantities[index].unit = quantity.unit
        }
        if quantity.unit == .measure(.year), quantity.otherValue != nil, let years = last.value.wholeValue,
          let other = quantity.value.wholeValue, other < 100
        {
          if last.kind == .year {
            // `1825～69年`
            quantity.otherValue = ExactDecimal(significand: years / 100 * 100 + other)
          } else {
            // `04～05年`: both years lack their century.
            quantities[index].otherValue = EastAsianQuantityReader.fullYear(years)
          }
        }
      }
    }
    quantities.append(quantity)
  }

  private func isCounted(_ kind: Quantity.Kind) -> Bool {
    kind == .number || kind == .year || kind == .ordinal
  }

  private enum Joint {
    case hyphen, range, score, colon
  }

  /// What joins two numbers, if nothing else stands between them.
  private func joint(from start: Int, to end: Int) -> Joint? {
    guard start < end, end - start <= 12 else { return nil }
    let offset = behindSpace(start)
    guard offset < end else { return nil }
    let (codePoint, length) = codePoint(at: offset)
    switch codePoint {
    case 0x2D, 0x2010...0x2015, 0x2212, 0xFF0D: return behindSpace(offset + length) == end ? .hyphen : nil
    case 0x7E, 0x301C, 0xFF5E, 0x223C: return behindSpace(offset + length) == end ? .range : nil
    default: break
    }
    if codePoint == 0xFF1A, offset == start, offset + length == end { return .colon }
    var joint: Joint?
    lexicon.forEach(in: text.span, at: offset, before: end) { sense, behind in
      guard behindSpace(behind) == end else { return false }
      if sense == .rangeJoiner { joint = .range }
      if sense == .scoreJoiner { joint = .score }
      return joint != nil
    }
    return joint
  }

  // MARK: Places

  /// A quantity of a range of bytes that is no more than its number.
  private func quantity(_ range: Range<Int>, _ value: ExactDecimal, _ kind: Quantity.Kind) -> Quantity {
    let place = TextRange(range.lowerBound, range.upperBound)
    let tokens = tokens(of: range)
    return Quantity(
      range: place, tokens: tokens, numeralRange: place, numeralTokens: tokens, value: value, denominator: 1,
      otherValue: nil, unit: nil, kind: kind, notation: .digits, isApproximate: false)
  }

  /// The tokens that a range of bytes touches.
  func tokens(of range: Range<Int>) -> Range<Int> {
    let first = tokenIndex(at: range.lowerBound)
    var end = first + 1
    while end < segment.upperBound, tokens[end].start < range.upperBound { end += 1 }
    return first..<end
  }

  /// The token of the segment that an offset lies in, or the next one.
  func tokenIndex(at offset: Int) -> Int {
    var (low, high) = (segment.lowerBound, segment.upperBound)
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].end <= offset { low = middle + 1 } else { high = middle }
    }
    return min(low, segment.upperBound - 1)
  }

  /// The offset behind a space, if one stands there and the segment goes on.
  func behindSpace(_ offset: Int) -> Int {
    guard offset < limit else { return offset }
    let (codePoint, length) = codePoint(at: offset)
    let isSpace = codePoint == 0x20 || codePoint == 0xA0 || codePoint == 0x202F || codePoint == 0x2009
    return isSpace && offset + length < limit ? offset + length : offset
  }

  func codePoint(at offset: Int) -> (codePoint: UInt32, length: Int) {
    UTF8Decoder.codePoint(in: text.span, at: offset)
  }

  /// The last number before an offset, if it ends there.
  func quantity(endingAt offset: Int) -> Quantity? {
    guard quantities.count > firstOfSegment, let last = quantities.last, last.range.end == offset else { return nil }
    return last
  }
}
