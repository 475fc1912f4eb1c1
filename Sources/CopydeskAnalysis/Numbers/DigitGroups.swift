// SPDX-License-Identifier: Apache-2.0

/// A character that stands between two digits of one number.
public enum NumberSign: UInt8, CaseIterable, Sendable {
  /// `.`
  case period = 1
  /// `,`
  case comma
  /// `'`
  case apostrophe
  /// `’`
  case curlyApostrophe
  /// A plain space.
  case space
  /// U+00A0.
  case noBreakSpace
  /// U+202F.
  case narrowNoBreakSpace
  /// U+2009.
  case thinSpace
  /// `:`
  case colon
  /// `٫`
  case arabicDecimal
  /// `٬`
  case arabicGrouping

  /// The sign for a code point.
  public init?(codePoint: UInt32) {
    switch codePoint {
    case 0x2E: self = .period
    case 0x2C: self = .comma
    case 0x27: self = .apostrophe
    case 0x2019: self = .curlyApostrophe
    case 0x20: self = .space
    case 0xA0: self = .noBreakSpace
    case 0x202F: self = .narrowNoBreakSpace
    case 0x2009: self = .thinSpace
    case 0x3A: self = .colon
    case 0x66B: self = .arabicDecimal
    case 0x66C: self = .arabicGrouping
    default: return nil
    }
  }

  /// The sign as text.
  public var text: String {
    switch self {
    case .period: "."
    case .comma: ","
    case .apostrophe: "'"
    case .curlyApostrophe: "’"
    case .space: " "
    case .noBreakSpace: "\u{A0}"
    case .narrowNoBreakSpace: "\u{202F}"
    case .thinSpace: "\u{2009}"
    case .colon: ":"
    case .arabicDecimal: "\u{66B}"
    case .arabicGrouping: "\u{66C}"
    }
  }

  /// Whether the sign is white space of some width.
  public var isSpace: Bool {
    rawValue >= NumberSign.space.rawValue && rawValue <= NumberSign.thinSpace.rawValue
  }
}

/// Which signs may play a part in numbers.
public struct NumberSignSet: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt16

  /// Creates a set from its bits.
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// Creates a set of one sign.
  public init(_ sign: NumberSign) {
    rawValue = 1 << UInt16(sign.rawValue)
  }

  /// Spaces of every width.
  public static let spaces: NumberSignSet = [
    NumberSignSet(.space), NumberSignSet(.noBreakSpace), NumberSignSet(.narrowNoBreakSpace), NumberSignSet(.thinSpace),
  ]

  /// Both apostrophes.
  public static let apostrophes: NumberSignSet = [NumberSignSet(.apostrophe), NumberSignSet(.curlyApostrophe)]

  /// Whether the set has the sign.
  public func contains(_ sign: NumberSign) -> Bool { contains(NumberSignSet(sign)) }
}

/// The runs of digits of a number and the signs between them: `1,234.5` is 1, 3 and 1 digits with `,` and `.`.
///
/// Packed into two words, so that numbers stay flat values. Numbers of more than sixteen groups or with
/// runs of more than fourteen digits keep their count and say that they overflowed.
public struct DigitGroups: Hashable, Sendable {
  /// The number of runs of digits.
  public private(set) var count = 0
  /// Whether a run or the list of runs was too long to be noted.
  public private(set) var overflows = false
  private var lengths: UInt64 = 0
  private var signs: UInt64 = 0

  /// Starts with a run of digits.
  public init(first length: Int) {
    append(length)
  }

  /// Adds a sign and the run of digits behind it.
  public mutating func append(_ sign: NumberSign, _ length: Int) {
    if count <= 16 { signs |= UInt64(sign.rawValue) << UInt64((count - 1) * 4) }
    append(length)
  }

  private mutating func append(_ length: Int) {
    if count < 16, length < 15 {
      lengths |= UInt64(length) << UInt64(count * 4)
    } else {
      overflows = true
    }
    count += 1
  }

  /// The number of digits of a run.
  ///
  /// - Precondition: The index is below ``count`` and the groups do not overflow.
  public func length(at index: Int) -> Int { Int(lengths >> UInt64(index * 4) & 0xF) }

  /// The sign behind a run.
  ///
  /// - Precondition: The index is below ``count`` minus one and the groups do not overflow.
  public func sign(after index: Int) -> NumberSign {
    NumberSign(rawValue: UInt8(signs >> UInt64(index * 4) & 0xF)) ?? .period
  }
}
