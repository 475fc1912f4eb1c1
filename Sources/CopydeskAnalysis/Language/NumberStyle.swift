// SPDX-License-Identifier: Apache-2.0

/// How an outlet sets numbers, where the locale leaves a choice.
///
/// Every key may be left out of a style file; what is left out is never reported.
public struct NumberStyle: Hashable, Sendable {
  /// Whether something that papers set or leave out is asked for: a space before a unit, the comma of `5,150`.
  public enum Spacing: String, CaseIterable, Sendable {
    /// Never: `45%`, `5150`.
    case none
    /// Always: `45 %`, `5,150`.
    case required
    /// Both, but one of them in an article.
    case either
  }

  /// Where the sign of a currency stands.
  public enum SignPosition: String, CaseIterable, Sendable {
    /// `€5`
    case before
    /// `5 €`
    case after
    /// Both.
    case either
  }

  /// The space to write between a number and what belongs to it.
  public enum Space: String, CaseIterable, Sendable {
    /// U+0020.
    case plain
    /// U+00A0.
    case noBreak = "no-break"
    /// U+202F.
    case narrow

    /// The space as text.
    public var text: String {
      switch self {
      case .plain: " "
      case .noBreak: "\u{A0}"
      case .narrow: "\u{202F}"
      }
    }
  }

  /// Whole numbers below this one are written in words, those from it on in digits; 0 if both will do.
  public let wordsBelow: Int
  /// The space to write.
  public let space: Space
  /// Whether a space stands before a percent sign.
  public let percentSpacing: Spacing
  /// Whether a space stands before the symbol of a unit.
  public let unitSpacing: Spacing
  /// Where the sign of a currency stands.
  public let currencyPosition: SignPosition
  /// Whether a space stands between a number and the sign of a currency.
  public let currencySpacing: Spacing
  /// Whether four digits are set in groups, `5,150`; years and codes never are.
  public let fourDigitGroups: Spacing
  /// The accepted dashes of a range in digits, the preferred first; empty if any will do.
  public let rangeDashes: [String]

  /// Asks for nothing.
  public static let neutral = NumberStyle(
    wordsBelow: 0, space: .plain, percentSpacing: .either, unitSpacing: .either, currencyPosition: .either,
    currencySpacing: .either, fourDigitGroups: .either, rangeDashes: [])

  private init(
    wordsBelow: Int, space: Space, percentSpacing: Spacing, unitSpacing: Spacing, currencyPosition: SignPosition,
    currencySpacing: Spacing, fourDigitGroups: Spacing, rangeDashes: [String]
  ) {
    self.wordsBelow = wordsBelow
    self.space = space
    self.percentSpacing = percentSpacing
    self.unitSpacing = unitSpacing
    self.currencyPosition = currencyPosition
    self.currencySpacing = currencySpacing
    self.fourDigitGroups = fourDigitGroups
    self.rangeDashes = rangeDashes
  }

  /// Reads the keys under `numbers` of a style file.
  init(_ file: DataFileReader) throws(DataFileError) {
    let spacings = Spacing.allCases.map { ($0.rawValue, $0) }
    let neutral = NumberStyle.neutral
    wordsBelow = file.has("words-below") ? try file.number("words-below", in: 0...101) : neutral.wordsBelow
    space = file.has("space") ? try file.choice("space", of: Space.allCases.map { ($0.rawValue, $0) }) : neutral.space
    percentSpacing =
      file.has("percent-spacing") ? try file.choice("percent-spacing", of: spacings) : neutral.percentSpacing
    unitSpacing = file.has("unit-spacing") ? try file.choice("unit-spacing", of: spacings) : neutral.unitSpacing
    currencyPosition =
      file.has("currency-position")
      ? try file.choice("currency-position", of: SignPosition.allCases.map { ($0.rawValue, $0) })
      : neutral.currencyPosition
    currencySpacing =
      file.has("currency-spacing") ? try file.choice("currency-spacing", of: spacings) : neutral.currencySpacing
    fourDigitGroups =
      file.has("four-digit-groups") ? try file.choice("four-digit-groups", of: spacings) : neutral.fourDigitGroups
    rangeDashes = file.has("range-dashes") ? try file.texts("range-dashes") : neutral.rangeDashes
  }

  /// The keys in their order.
  static let keys = [
    "words-below", "space", "percent-spacing", "unit-spacing", "currency-position", "currency-spacing",
    "four-digit-groups", "range-dashes",
  ]

  /// What holds for other regions of the language: money, groups and small numbers are matters of country and outlet.
  var withoutRegion: NumberStyle {
    NumberStyle(
      wordsBelow: 0, space: space, percentSpacing: percentSpacing, unitSpacing: unitSpacing,
      currencyPosition: .either, currencySpacing: .either, fourDigitGroups: .either, rangeDashes: rangeDashes)
  }
}
