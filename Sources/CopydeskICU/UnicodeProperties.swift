// SPDX-License-Identifier: Apache-2.0

import CICU

/// A Unicode script, by ICU's code.
public struct UnicodeScript: Hashable, Sendable {
  /// ICU's `UScriptCode`.
  public let code: UInt8

  /// Creates a script from ICU's code.
  public init(code: UInt8) {
    self.code = code
  }

  /// Characters used with many scripts: digits, punctuation, symbols.
  public static let common = UnicodeScript(code: 0)
  /// Marks that take the script of their base.
  public static let inherited = UnicodeScript(code: 1)
  /// Arabic.
  public static let arabic = UnicodeScript(code: 2)
  /// Cyrillic.
  public static let cyrillic = UnicodeScript(code: 8)
  /// Greek.
  public static let greek = UnicodeScript(code: 14)
  /// Chinese characters.
  public static let han = UnicodeScript(code: 17)
  /// Hangul.
  public static let hangul = UnicodeScript(code: 18)
  /// Hebrew.
  public static let hebrew = UnicodeScript(code: 19)
  /// Hiragana.
  public static let hiragana = UnicodeScript(code: 20)
  /// Katakana.
  public static let katakana = UnicodeScript(code: 22)
  /// Khmer.
  public static let khmer = UnicodeScript(code: 23)
  /// Lao.
  public static let lao = UnicodeScript(code: 24)
  /// Latin.
  public static let latin = UnicodeScript(code: 25)
  /// Myanmar.
  public static let myanmar = UnicodeScript(code: 28)
  /// Thai.
  public static let thai = UnicodeScript(code: 38)

  /// The ISO 15924 code, such as `Latn`.
  public var shortName: String {
    guard let name = unsafe cicu_script_short_name(Int32(code)) else { return "Zyyy" }
    return unsafe String(cString: name)
  }
}

/// A Unicode general category, by ICU's code (UAX 44).
public struct GeneralCategory: Hashable, Sendable {
  /// ICU's `UCharCategory`, 0...29.
  public let code: UInt8

  /// Uppercase, lowercase, titlecase, modifier and other letters.
  public var isLetter: Bool { (1...5).contains(code) }
  /// Nonspacing, enclosing and spacing marks.
  public var isMark: Bool { (6...8).contains(code) }
  /// Decimal digits.
  public var isDecimalDigit: Bool { code == 9 }
  /// Space, line and paragraph separators.
  public var isSeparator: Bool { (12...14).contains(code) }
  /// Unassigned code points and those of private use.
  public var isUnassignedOrPrivate: Bool { code == 0 || code == 17 }
  /// Invisible format characters such as the zero-width joiner.
  public var isFormat: Bool { code == 16 }
  /// Dash, opening, closing, connector, other, initial and final punctuation.
  public var isPunctuation: Bool { (19...23).contains(code) || code == 28 || code == 29 }
  /// Uppercase and titlecase letters.
  public var isUppercase: Bool { code == 1 || code == 3 }
  /// Lowercase letters.
  public var isLowercase: Bool { code == 2 }
}

/// Properties of single code points, straight from ICU's data.
///
/// Each costs a few nanoseconds, so hot loops keep a table for the common blocks and ask here for
/// the rest. Values that are no code points have the properties of unassigned ones.
public enum UnicodeProperties {
  /// The general category.
  public static func category(of codePoint: UInt32) -> GeneralCategory {
    GeneralCategory(code: UInt8(truncatingIfNeeded: cicu_general_category(codePoint)))
  }

  /// The script; scripts beyond ICU's first 256 are given as common.
  public static func script(of codePoint: UInt32) -> UnicodeScript {
    UnicodeScript(code: UInt8(exactly: cicu_script(codePoint)) ?? 0)
  }

  /// The simple case folding (CaseFolding.txt, status C and S).
  public static func folded(_ codePoint: UInt32) -> UInt32 { cicu_fold_case(codePoint) }

  /// The simple lowercase mapping.
  public static func lowercased(_ codePoint: UInt32) -> UInt32 { cicu_lowercase(codePoint) }

  /// The simple uppercase mapping.
  public static func uppercased(_ codePoint: UInt32) -> UInt32 { cicu_uppercase(codePoint) }

  /// The value of a decimal digit of any script, or `nil` for other characters.
  public static func digitValue(of codePoint: UInt32) -> Int? {
    let value = cicu_decimal_digit_value(codePoint)
    return value < 0 ? nil : Int(value)
  }

  /// Whether a terminal shows the character two columns wide (UAX 11, wide or full width).
  public static func isWide(_ codePoint: UInt32) -> Bool {
    let width = cicu_east_asian_width(codePoint)
    return width == 3 || width == 5 || cicu_is_emoji_presentation(codePoint)
  }

  /// Whether the character shows nothing by itself (zero-width space, soft hyphen, joiners, variation selectors).
  public static func isDefaultIgnorable(_ codePoint: UInt32) -> Bool { cicu_is_default_ignorable(codePoint) }

  /// The letter without its diacritics: the first code point of the canonical decomposition.
  public static func baseLetter(of codePoint: UInt32) -> UInt32 { cicu_base_letter(codePoint) }
}
