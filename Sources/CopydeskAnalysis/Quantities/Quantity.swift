// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// A number with what it counts, by value: `$2.5 billion`, `dos mil quinientos millones`, `10 %`, `siglo XXI`.
public struct Quantity: Hashable, Sendable {
  /// What a number is for.
  public enum Kind: UInt8, Sendable {
    /// A count, an amount or a measurement.
    case number
    /// A rank: `third`, `3rd`.
    case ordinal
    /// A part of a whole: `half`, `two thirds`.
    case fraction
    /// Four digits that can be a year.
    case year
    /// A century by its number.
    case century
    /// A decade by its first year, with or without the century.
    case decade
    /// One side of a result: `2` of `2-1`.
    case score
    /// A number that is part of a name: `COVID-19`, `F-16`, `§ 218`.
    case code
    /// A part of a telephone number.
    case phone
    /// A number of a date, which ``DateMention`` reads.
    case date
    /// A number of a time of day, or of a duration with colons.
    case time
  }

  /// How a number is written.
  public struct Notation: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt16

    /// Creates a set from its bits.
    public init(rawValue: UInt16) {
      self.rawValue = rawValue
    }

    /// With digits.
    public static let digits = Notation(rawValue: 1 << 0)
    /// With words that are numbers.
    public static let words = Notation(rawValue: 1 << 1)
    /// With a word or abbreviation for thousands, millions or more, or for a dozen.
    public static let scale = Notation(rawValue: 1 << 2)
    /// In Roman numerals.
    public static let roman = Notation(rawValue: 1 << 3)
    /// With an article for one: `a million`.
    public static let article = Notation(rawValue: 1 << 4)
    /// The unit stands before the number: `€5`.
    public static let unitBefore = Notation(rawValue: 1 << 5)
    /// The number begins a range: `10` of `10–15`.
    public static let rangeStart = Notation(rawValue: 1 << 6)
    /// The number ends a range.
    public static let rangeEnd = Notation(rawValue: 1 << 7)
    /// With a word for some ten, twelve or twenty: `dozen`, `dizaine`, `decades`.
    public static let collective = Notation(rawValue: 1 << 8)
  }

  /// The number with its unit and sign.
  public internal(set) var range: TextRange
  /// The tokens of ``range``.
  public internal(set) var tokens: Range<Int>
  /// The number alone, with its scale word.
  public let numeralRange: TextRange
  /// The tokens of ``numeralRange``.
  public let numeralTokens: Range<Int>
  /// The number, or the numerator.
  public internal(set) var value: ExactDecimal
  /// What ``value`` is divided by; 1 but for fractions that no decimal gives.
  public let denominator: Int64
  /// Another value that the same writing can have, such as `1.234` in either locale or `2` of `2 to 3 million`.
  public internal(set) var otherValue: ExactDecimal?
  /// What it counts, if that is written.
  public internal(set) var unit: QuantityUnit?
  /// What it is for.
  public internal(set) var kind: Kind
  /// How it is written.
  public internal(set) var notation: Notation
  /// Whether the copy says “about”, “more than” or the like.
  public internal(set) var isApproximate: Bool
  /// Whether a bracket opens right before it, as before a conversion.
  public internal(set) var isBracketed = false

  /// The value as a binary number.
  public var doubleValue: Double { value.doubleValue / Double(denominator) }

  /// Whether both stand for the same number, in one of their readings.
  public func hasValue(of other: Quantity) -> Bool {
    guard denominator == other.denominator else { return doubleValue == other.doubleValue }
    if value == other.value { return true }
    if let otherValue, otherValue == other.value { return true }
    if let theirs = other.otherValue, theirs == value || theirs == otherValue { return true }
    return false
  }
}

extension Quantity: CustomStringConvertible {
  /// Kind, value and unit, such as `number 2500000000 USD`.
  public var description: String {
    var text = "\(kind) \(value)"
    if denominator != 1 { text += "/\(denominator)" }
    if let otherValue { text += " or \(otherValue)" }
    if let unit { text += " \(unit)" }
    if isApproximate { text += " about" }
    if notation.contains(.rangeStart) { text += " from" }
    if notation.contains(.rangeEnd) { text += " to" }
    return text
  }
}

extension QuantityUnit: CustomStringConvertible {
  /// The percent sign, the code of a currency, the CLDR name of a unit.
  public var description: String {
    switch self {
    case .percent: "%"
    case .percentagePoint: "percentage-point"
    case .perMille: "‰"
    case .currency(let currency): currency.code
    case .measure(let unit): unit.rawValue
    }
  }
}
