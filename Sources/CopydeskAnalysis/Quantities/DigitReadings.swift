// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// What the digits of a number can mean.
struct DigitReadings {
  private let text: [UInt8]
  private let conventions: NumberConventions

  init(text: [UInt8], conventions: NumberConventions) {
    self.text = text
    self.conventions = conventions
  }

  /// The value of a number under the locale's conventions, and the one it has under the opposite ones.
  func reading(of mention: NumberMention) -> (value: ExactDecimal, other: ExactDecimal?)? {
    if let value = mention.value { return (value, nil) }
    let groups = mention.groups
    guard !groups.overflows, let digits = significand(mention.range) else { return nil }
    let sign: Int64 = mention.isNegative ? -1 : 1
    let whole = ExactDecimal(significand: sign * digits)
    let decimal = ExactDecimal(significand: sign * digits, exponent: -groups.length(at: groups.count - 1))
    guard case .threeDigits(let separator) = mention.shape else { return (whole, nil) }
    let isDecimal = conventions.decimalSigns.contains(separator) && !conventions.groupingSigns.contains(separator)
    return isDecimal ? (decimal, whole) : (whole, decimal)
  }

  /// The value of a token that is plain digits.
  func plainValue(of token: Token) -> ExactDecimal? {
    let bytes = text.span
    for offset in token.range.offsets where bytes[offset] < 0x30 || bytes[offset] > 0x39 { return nil }
    return significand(token.range).map { ExactDecimal(significand: $0) }
  }

  /// The runs of digits of a number, each with its place.
  func pieces(of mention: NumberMention) -> [(value: ExactDecimal, range: TextRange)] { pieces(in: mention.range) }

  /// The runs of digits in a range, each with its place.
  func pieces(in range: TextRange) -> [(value: ExactDecimal, range: TextRange)] {
    var pieces: [(value: ExactDecimal, range: TextRange)] = []
    var value: Int64 = 0
    var count = 0
    var start: UInt32?
    let bytes = text.span
    var offset = Int(range.start)
    func close(_ end: Int) {
      if let first = start, count <= 18 {
        pieces.append((ExactDecimal(significand: value), TextRange(start: first, end: UInt32(end))))
      }
      start = nil
      value = 0
      count = 0
    }
    while offset < Int(range.end) {
      let (codePoint, length) = UTF8Decoder.codePoint(in: bytes, at: offset)
      if let digit = DigitReadings.digit(codePoint) {
        if start == nil { start = UInt32(offset) }
        if count < 18 { value = value * 10 + digit }
        count += 1
      } else {
        close(offset)
      }
      offset += length
    }
    close(Int(range.end))
    return pieces
  }

  private func significand(_ range: TextRange) -> Int64? {
    var value: Int64 = 0
    var count = 0
    let bytes = text.span
    var offset = Int(range.start)
    while offset < Int(range.end) {
      let (codePoint, length) = UTF8Decoder.codePoint(in: bytes, at: offset)
      offset += length
      guard let digit = DigitReadings.digit(codePoint) else { continue }
      count += 1
      guard count <= 18 else { return nil }
      value = value * 10 + digit
    }
    return value
  }

  private static func digit(_ codePoint: UInt32) -> Int64? {
    if codePoint < 0x80 { return codePoint >= 0x30 && codePoint <= 0x39 ? Int64(codePoint - 0x30) : nil }
    return UnicodeProperties.digitValue(of: codePoint).map { Int64($0) }
  }
}
