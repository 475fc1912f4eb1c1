// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// Finds the numbers of an article that are written in digits.
struct NumberReader {
  private let text: [UInt8]
  private let tokens: [Token]
  private let conventions: NumberConventions
  private var numbers: [NumberMention] = []

  static func numbers(
    in text: [UInt8], tokens: [Token], segments: [Range<Int>], conventions: NumberConventions, dates: [DateMention]
  ) -> [NumberMention] {
    var reader = NumberReader(text: text, tokens: tokens, conventions: conventions)
    for segment in segments {
      var index = segment.lowerBound
      while index < segment.upperBound {
        if tokens[index].kind == .number {
          index = reader.read(at: index, in: segment)
        } else {
          index += 1
        }
      }
    }
    reader.markParts(of: dates)
    return reader.numbers
  }

  /// Days and years are parts of dates, not quantities.
  private mutating func markParts(of dates: [DateMention]) {
    var index = 0
    for date in dates {
      while index < numbers.count, numbers[index].range.start < date.range.start { index += 1 }
      while index < numbers.count, numbers[index].range.start < date.range.end {
        numbers[index].kind = .date
        index += 1
      }
    }
  }

  private init(text: [UInt8], tokens: [Token], conventions: NumberConventions) {
    self.text = text
    self.tokens = tokens
    self.conventions = conventions
  }

  // MARK: Digits

  private struct Digits {
    var groups: DigitGroups
    var significand: Int64 = 0
    var count = 0
    var startsWithZero = false
    var isMixed = false
    var system: UInt32?
  }

  /// Reads a number token's digits; a second token continues the first behind a space.
  private func readDigits(of token: Token, into digits: inout Digits?) {
    let bytes = text.span
    var offset = Int(token.start)
    let end = Int(token.end)
    var run = 0
    var pending: NumberSign? = digits == nil ? nil : .space
    var result = digits ?? Digits(groups: DigitGroups(first: 0))
    var isFirst = digits == nil
    func close() {
      if isFirst {
        result.groups = DigitGroups(first: run)
        isFirst = false
      } else if let sign = pending {
        result.groups.append(sign, run)
      }
      run = 0
    }
    while offset < end {
      let (codePoint, length) = UTF8Decoder.codePoint(in: bytes, at: offset)
      offset += length
      if let sign = NumberSign(codePoint: codePoint) {
        close()
        pending = sign
        continue
      }
      let digit: UInt32 = codePoint < 0x80 ? codePoint - 0x30 : UInt32(UnicodeProperties.digitValue(of: codePoint) ?? 0)
      let system = codePoint &- digit
      if result.count == 0 { result.startsWithZero = digit == 0 }
      if let known = result.system, known != system { result.isMixed = true }
      result.system = system
      if result.count < 18 { result.significand = result.significand * 10 + Int64(digit) }
      result.count += 1
      run += 1
    }
    close()
    digits = result
  }

  /// Reads the number that starts at a token; returns the index of the token behind it.
  private mutating func read(at index: Int, in segment: Range<Int>) -> Int {
    var digits: Digits?
    readDigits(of: tokens[index], into: &digits)
    guard var read = digits else { return index + 1 }
    var end = index + 1
    var isPhone = false
    if end < segment.upperBound, followsPlainSpace(end) {
      let chain = chainEnd(from: index, in: segment)
      if let groupEnd = groupedEnd(from: index, to: chain, first: read) {
        while end < groupEnd {
          readDigits(of: tokens[end], into: &digits)
          end += 1
        }
        read = digits ?? read
      } else {
        isPhone = chain - index >= 3 || read.startsWithZero && read.count >= 3
        if isPhone {
          for token in index..<chain { emit(token..<token + 1, in: segment, kind: .phone) }
          return chain
        }
      }
    }
    emit(index..<end, read, in: segment, kind: nil)
    return end
  }

  private mutating func emit(_ range: Range<Int>, in segment: Range<Int>, kind: NumberMention.Kind) {
    var digits: Digits?
    readDigits(of: tokens[range.lowerBound], into: &digits)
    if let digits { emit(range, digits, in: segment, kind: kind) }
  }

  private mutating func emit(_ range: Range<Int>, _ digits: Digits, in segment: Range<Int>, kind: NumberMention.Kind?) {
    let shape = NumberShape(digits.groups, startsWithZero: digits.startsWithZero)
    numbers.append(
      NumberMention(
        range: TextRange(start: tokens[range.lowerBound].start, end: tokens[range.upperBound - 1].end),
        tokens: range, groups: digits.groups, shape: shape,
        kind: kind ?? self.kind(of: range, digits, shape, in: segment),
        isNegative: isNegative(range.lowerBound, in: segment), hasMixedDigits: digits.isMixed,
        value: value(of: digits, shape: shape, isNegative: isNegative(range.lowerBound, in: segment))))
  }

  private func value(of digits: Digits, shape: NumberShape, isNegative: Bool) -> ExactDecimal? {
    guard digits.count <= 18, !digits.groups.overflows else { return nil }
    let significand = isNegative ? -digits.significand : digits.significand
    switch conventions.decimalPosition(in: digits.groups, shape: shape) {
    case .none: return ExactDecimal(significand: significand)
    case .last:
      return ExactDecimal(significand: significand, exponent: -digits.groups.length(at: digits.groups.count - 1))
    case .unknown: return nil
    }
  }

  // MARK: Plain spaces

  /// Whether one plain space and nothing else stands between a number token and the token before it.
  private func followsPlainSpace(_ index: Int) -> Bool {
    let (before, token) = (tokens[index - 1], tokens[index])
    return token.kind == .number && before.kind == .number && token.start == before.end + 1
      && text[Int(before.end)] == 0x20
  }

  /// The end of a run of number tokens with plain spaces between them.
  private func chainEnd(from index: Int, in segment: Range<Int>) -> Int {
    var end = index + 1
    while end < segment.upperBound, followsPlainSpace(end) { end += 1 }
    return end
  }

  /// The end of the tokens that form one number, if the run does: one to three digits, then threes.
  private func groupedEnd(from index: Int, to end: Int, first: Digits) -> Int? {
    guard first.groups.count == 1, first.count <= 3, !first.startsWithZero, end - index <= 5 else { return nil }
    // A language that groups by other signs writes a space only where nothing else can be meant.
    var isRound = false
    for token in index + 1..<end {
      var digits: Digits?
      readDigits(of: tokens[token], into: &digits)
      guard let group = digits, !group.groups.overflows, group.groups.length(at: 0) == 3,
        group.groups.count == 1 || token == end - 1 && group.groups.count == 2
      else { return nil }
      isRound = group.significand == 0
    }
    if end < tokens.count, !tokens[end].traits.contains(.spaceBefore), tokens[end].kind == .punctuation,
      text[Int(tokens[end].start)] == 0x2D
    {
      return nil
    }
    return conventions.groupingSigns.contains(.space) || isRound ? end : nil
  }

  // MARK: Kinds

  private func mark(_ index: Int) -> UInt32 {
    let kind = tokens[index].kind
    guard kind == .punctuation || kind == .symbol else { return 0 }
    return UTF8Decoder.codePoint(in: text.span, at: Int(tokens[index].start)).codePoint
  }

  private func isAttached(_ index: Int) -> Bool { !tokens[index].traits.contains(.spaceBefore) }

  private static func isHyphen(_ codePoint: UInt32) -> Bool { codePoint == 0x2D || codePoint == 0x2011 }

  private static func isDash(_ codePoint: UInt32) -> Bool {
    isHyphen(codePoint) || codePoint == 0x2013 || codePoint == 0x2014 || codePoint == 0x2212
  }

  static func isCurrencySign(_ codePoint: UInt32) -> Bool {
    codePoint == 0x24 || codePoint >= 0xA2 && codePoint <= 0xA5 || codePoint >= 0x20A0 && codePoint <= 0x20CF
  }

  private func isNegative(_ index: Int, in segment: Range<Int>) -> Bool {
    guard index > segment.lowerBound, isAttached(index) else { return false }
    let sign = mark(index - 1)
    guard sign == 0x2212 || sign == 0x2D || sign == 0x2013 else { return false }
    guard index - 1 > segment.lowerBound, isAttached(index - 1) else {
      // Hebrew `ל -18%`: the hyphen belongs to a prefix of one letter, set apart by mistake.
      guard index - 1 > segment.lowerBound else { return true }
      return !(tokens[index - 2].script == .hebrew && tokens[index - 2].range.count == 2)
    }
    let before = mark(index - 2)
    return before != 0 && !NumberReader.isDash(before) && !NumberReader.mayEndAmount(before)
  }

  /// Signs that end an amount, so that a dash behind them is a range: `3%–4%`.
  private static func mayEndAmount(_ codePoint: UInt32) -> Bool {
    switch codePoint {
    case 0x25, 0x2030, 0x66A, 0xFF05, 0xB0, 0xBA, 0xAA, 0x29, 0x5D, 0x201D, 0xBB, 0x20AC: true
    default: false
    }
  }

  private func kind(
    of range: Range<Int>, _ digits: Digits, _ shape: NumberShape, in segment: Range<Int>
  ) -> NumberMention.Kind {
    let groups = digits.groups
    let first = range.lowerBound
    let next = range.upperBound
    let hasNext = next < segment.upperBound
    if groups.count > 1, !groups.overflows, groups.sign(after: 0) == .colon {
      return groups.length(at: 1) == 2 && groups.length(at: 0) <= 2 ? .time : .score
    }
    if first > segment.lowerBound, isAttached(first) {
      let before = mark(first - 1)
      if mayEndDesignation(first - 1), !tokens[first - 1].traits.contains(.hasApostrophe) { return .code }
      if before == 0x2B { return .phone }
      if before == 0x23 || before == 0x2116 || before == 0xA7 || before == 0x3D || before == 0x5F { return .code }
      if first - 1 > segment.lowerBound, isAttached(first - 1) {
        let other = tokens[first - 2]
        if before == 0x2F, other.kind == .number || other.kind == .word { return .code }
        if NumberReader.isHyphen(before), mayEndDesignation(first - 2) { return .code }
        if before == 0x2E, other.kind == .word, other.traits.contains(.hasDigit) { return .version }
        if NumberReader.isHyphen(before), other.kind == .number, chainsByHyphen(first, in: segment) { return .code }
      }
    }
    if hasNext, mark(next) == 0x25 || mark(next) == 0x2030 || mark(next) == 0x66A { return .percent }
    if hasNext, NumberReader.isCurrencySign(mark(next)) { return .currency }
    if first > segment.lowerBound {
      if NumberReader.isCurrencySign(mark(first - 1)) { return .currency }
      if mark(first - 1) == 0xA7 { return .code }
    }
    if hasNext, isAttached(next) {
      if mark(next) == 0x2F, next + 1 < segment.upperBound, tokens[next + 1].kind == .number, isAttached(next + 1) {
        return .code
      }
      if NumberReader.isHyphen(mark(next)), chainsByHyphen(first, in: segment) { return .code }
      if tokens[next].kind == .word, groups.count == 1, isOrdinalSuffix(tokens[next]) { return .ordinal }
      if mark(next) == 0xB0, groups.count == 1, !hasLetterAttached(behind: next, in: segment) { return .plain }
    }
    if case .other = shape { return groups.count >= 3 ? .version : .plain }
    if groups.count == 1 {
      if digits.startsWithZero, digits.count > 2 { return .code }
      if digits.count == 4, (1000...2199).contains(digits.significand) { return .year }
    }
    return .plain
  }

  /// Whether a word together with digits behind it can be a name such as `COVID-19`; words of scripts without spaces
  /// and prefixes of Arabic and Hebrew (`و25`, `ב-25`) stand before digits as others do behind a space.
  private func mayEndDesignation(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.kind == .word else { return false }
    switch token.script {
    case .han, .hiragana, .katakana, .hangul, .thai, .lao, .khmer, .myanmar: return false
    case .arabic, .hebrew: return token.range.count > 6
    default: return true
    }
  }

  private func hasLetterAttached(behind index: Int, in segment: Range<Int>) -> Bool {
    index + 1 < segment.upperBound && isAttached(index + 1) && tokens[index + 1].kind == .word
  }

  /// Whether the number is one of three or more that hyphens join, as in an ISBN, a date or a phone number.
  private func chainsByHyphen(_ index: Int, in segment: Range<Int>) -> Bool {
    var count = 1
    var left = index
    while count < 3, left - 2 >= segment.lowerBound, isAttached(left), isAttached(left - 1),
      NumberReader.isHyphen(mark(left - 1)), tokens[left - 2].kind == .number
    {
      count += 1
      left -= 2
    }
    var right = index
    while count < 3, right + 2 < segment.upperBound, isAttached(right + 1), isAttached(right + 2),
      NumberReader.isHyphen(mark(right + 1)), tokens[right + 2].kind == .number
    {
      count += 1
      right += 2
    }
    return count == 3
  }

  private func isOrdinalSuffix(_ token: Token) -> Bool { DateWords.shared.ordinalSuffixes.contains(token.key) }
}
