// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// A number that the copy writes in digits.
public struct NumberMention: Hashable, Sendable {
  /// What the number seems to be, from the tokens around it.
  public enum Kind: UInt8, Sendable {
    /// A count or amount, or unknown.
    case plain
    /// A percentage.
    case percent
    /// An amount of money.
    case currency
    /// A rank, with a suffix such as `th` or `º`.
    case ordinal
    /// Four digits that can be a year.
    case year
    /// Part of a date.
    case date
    /// A time of day or a duration with colons.
    case time
    /// The result of a game.
    case score
    /// Part of a telephone number.
    case phone
    /// Digits with several periods, as in a version or an internet address.
    case version
    /// Part of a designation such as `COVID-19`, `24/7`, `§ 218` or `0800`.
    case code
  }

  /// From the first to the last digit, without sign, unit or percent sign.
  public let range: TextRange
  /// The tokens; more than one if plain spaces group the digits.
  public let tokens: Range<Int>
  /// The runs of digits and what stands between them.
  public let groups: DigitGroups
  /// How the digits are set apart.
  public let shape: NumberShape
  /// What the number seems to be.
  public internal(set) var kind: Kind
  /// Whether a minus sign stands before it.
  public let isNegative: Bool
  /// Whether the digits come from more than one system, such as `1٢`.
  public let hasMixedDigits: Bool
  /// The number under the conventions of the copy's locale, or `nil` if they leave more than one reading or none.
  public let value: ExactDecimal?
}
