// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// The digits of a number token as a time: `18`, `18:30`, `18.30`, `18:30:15`, `1830`.
struct ClockDigits {
  var hour: Int
  var minute: Int?
  var second: Int?
  var notation: TimeMention.Notation
  /// Whether the hour is written `08`, as only the 24-hour clock does.
  var hasLeadingZero = false

  /// Reads a token; `nil` if its digits have another form.
  init?(_ token: Token, in text: [UInt8]) {
    guard token.kind == .number, token.range.count <= 24 else { return nil }
    let bytes = text.span
    var values = (0, 0, 0)
    var lengths = (0, 0, 0)
    var group = 0
    var separator: UInt32 = 0
    var offset = Int(token.start)
    while offset < Int(token.end) {
      let (codePoint, length) = UTF8Decoder.codePoint(in: bytes, at: offset)
      offset += length
      let digit: Int
      if codePoint < 0x80 {
        if codePoint == 0x3A || codePoint == 0x2E {
          guard separator == 0 || separator == codePoint, group < 2 else { return nil }
          separator = codePoint
          group += 1
          continue
        }
        guard codePoint >= 0x30, codePoint <= 0x39 else { return nil }
        digit = Int(codePoint) - 0x30
      } else {
        guard let value = UnicodeProperties.digitValue(of: codePoint) else { return nil }
        digit = value
      }
      switch group {
      case 0:
        values.0 = values.0 * 10 + digit
        lengths.0 += 1
      case 1:
        values.1 = values.1 * 10 + digit
        lengths.1 += 1
      default:
        values.2 = values.2 * 10 + digit
        lengths.2 += 1
      }
      guard lengths.0 <= 4, lengths.1 <= 2, lengths.2 <= 2 else { return nil }
    }
    hour = values.0
    hasLeadingZero = lengths.0 == 2 && values.0 < 10
    switch (group, lengths.0, lengths.1, lengths.2) {
    case (0, 1...2, _, _):
      notation = .hour
    case (0, 4, _, _):
      notation = .digits
      hour = values.0 / 100
      minute = values.0 % 100
      hasLeadingZero = true
    case (1, 1...2, 2, _):
      notation = separator == 0x3A ? .colon : .period
      minute = values.1
    case (2, 1...2, 2, 2) where separator == 0x3A:
      notation = .colon
      minute = values.1
      second = values.2
    default:
      return nil
    }
  }

  /// Whether the clock has such a time.
  var exists: Bool {
    guard (minute ?? 0) < 60, (second ?? 0) < 60 else { return false }
    return hour < 24 || hour == 24 && (minute ?? 0) == 0 && (second ?? 0) == 0
  }

  /// Minutes since midnight on a clock of which a part of the day is known, or `nil` if there is no such time.
  func minutes(_ dayPart: TimeMention.DayPart) -> Int? {
    guard exists else { return nil }
    var hour = hour % 24
    switch dayPart {
    case .none: break
    case .am, .morning: if hour == 12 { hour = 0 }
    case .pm, .afternoon: if hour < 12, self.hour != 24 { hour += 12 }
    case .midday: if (1...4).contains(hour) { hour += 12 }
    case .night:
      if hour == 12 { hour = 0 } else if (6...11).contains(hour) { hour += 12 }
    }
    return hour * 60 + (minute ?? 0)
  }
}

extension ClockDigits {
  /// An hour in words.
  init(hour: Int, notation: TimeMention.Notation) {
    self.hour = hour
    self.notation = notation
  }
}
