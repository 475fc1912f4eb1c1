// SPDX-License-Identifier: Apache-2.0

import CICU

/// Writes numbers as a locale does, by one of ICU's number skeletons.
///
/// A skeleton names everything about the format that is no choice of the locale: `compact-long` gives
/// “2 million”, `unit/kilometer unit-width-full-name` “2 kilometers”, `percent` “2%”.
@safe
public struct NumberFormat: ~Copyable {
  private let handle: OpaquePointer

  /// Opens a format.
  ///
  /// - Throws: ``ICUError`` if the skeleton cannot be read or ICU's data are missing.
  public init(skeleton: String, locale: String) throws(ICUError) {
    var status: Int32 = 0
    guard let handle = unsafe cicu_number_format_open(skeleton, LocaleData.identifier(locale), &status) else {
      throw ICUError(status: max(status, 1))
    }
    unsafe self.handle = unsafe handle
  }

  deinit { unsafe cicu_number_format_close(handle) }

  /// A number in this format.
  ///
  /// The number is in ASCII digits with an optional sign and point, such as `-1234.50`; it may have more digits than a
  /// `Double` holds, and none is lost.
  ///
  /// - Throws: ``ICUError`` if `decimal` is no such number.
  public func string(for decimal: String) throws(ICUError) -> String {
    unsafe try LocaleData.string { output, capacity, status in
      unsafe cicu_number_format_decimal(handle, decimal, output, capacity, &status)
    }
  }
}

/// Spells numbers in words, as “twenty-one” or “einundzwanzigste”.
///
/// A language has a rule set for every way it spells: cardinals, ordinals and years, by gender and case where the words
/// change. Soft hyphens show where ICU would break a long word.
@safe
public struct NumberSpeller: ~Copyable {
  private let handle: OpaquePointer
  /// The names of the rule sets, such as `%spellout-cardinal-feminine`.
  public let ruleSets: [String]

  /// Opens a locale's rules.
  ///
  /// - Throws: ``ICUError`` if ICU's data cannot be read.
  public init(locale: String) throws(ICUError) {
    var status: Int32 = 0
    guard let handle = unsafe cicu_speller_open(LocaleData.identifier(locale), &status) else {
      throw ICUError(status: max(status, 1))
    }
    do {
      let names = unsafe try LocaleData.string { output, capacity, status in
        unsafe cicu_speller_rule_sets(handle, output, capacity, &status)
      }
      ruleSets = names.split(separator: ";").map(String.init)
    } catch {
      unsafe cicu_speller_close(handle)
      throw error
    }
    unsafe self.handle = unsafe handle
  }

  deinit { unsafe cicu_speller_close(handle) }

  /// Numbers in words, by one rule set.
  ///
  /// A set that has no words for a number writes digits.
  ///
  /// - Throws: ``ICUError`` if the locale has no such rule set.
  public mutating func strings(for values: some Sequence<Int64>, ruleSet: String) throws(ICUError) -> [String] {
    var status: Int32 = 0
    unsafe cicu_speller_use(handle, ruleSet, &status)
    try ICUError.check(status)
    var strings: [String] = []
    for value in values {
      unsafe strings.append(
        try LocaleData.string { output, capacity, status in
          unsafe cicu_speller_spell(handle, value, output, capacity, &status)
        })
    }
    return strings
  }
}

extension LocaleData {
  /// How the name of a currency or unit is written.
  public enum NameWidth: Int32, Sendable {
    /// In whole words: `kilometers`.
    case long = 0
    /// Abbreviated: `km`.
    case short = 1
    /// As short as can be, and often the same for different units: `′` for a foot and a minute.
    case narrow = 2
  }

  /// The plural categories of CLDR; a language uses some of them.
  public enum PluralCategory: String, CaseIterable, Sendable {
    /// Arabic has a form for none.
    case zero
    /// One, and what goes with it.
    case one
    /// A dual.
    case two
    /// A few, as Russian 2 to 4.
    case few
    /// Many, as Russian 5 to 20.
    case many
    /// All others; every language has it.
    case other
  }

  /// The sign of a currency (ISO 4217 code), such as `US$` in Spanish; the code itself if the locale has no sign.
  ///
  /// - Throws: ``ICUError`` if `currency` is no code of three letters.
  public static func currencySymbol(_ currency: String, locale: String) throws(ICUError) -> String {
    unsafe try string { output, capacity, status in
      unsafe cicu_currency_name(identifier(locale), currency, 0, output, capacity, &status)
    }
  }

  /// The name of a currency as it stands in a list.
  ///
  /// - Throws: ``ICUError`` if `currency` is no code of three letters.
  public static func currencyName(_ currency: String, locale: String) throws(ICUError) -> String {
    unsafe try string { output, capacity, status in
      unsafe cicu_currency_name(identifier(locale), currency, 1, output, capacity, &status)
    }
  }

  /// The name of a currency as it stands behind a number of the category: `US dollars`.
  ///
  /// - Throws: ``ICUError`` if `currency` is no code of three letters.
  public static func currencyName(
    _ currency: String, category: PluralCategory, locale: String
  ) throws(ICUError) -> String {
    unsafe try string { output, capacity, status in
      unsafe cicu_currency_plural_name(identifier(locale), currency, category.rawValue, output, capacity, &status)
    }
  }

  /// The patterns of a unit in all numbers and cases, such as `{0} kilometers`, with `{0}` in the number's place.
  ///
  /// CLDR sorts units by what they measure: `kilometer` stands below the type `length`. There are no patterns for a unit
  /// on which the locale itself has nothing; the locales it falls back to are not asked.
  ///
  /// - Throws: ``ICUError`` if ICU's data cannot be read.
  public static func unitPatterns(
    type: String, unit: String, width: NameWidth, locale: String
  ) throws(ICUError) -> [String] {
    unsafe try string { output, capacity, status in
      unsafe cicu_unit_patterns(identifier(locale), type, unit, width.rawValue, output, capacity, &status)
    }.split(separator: "\n").map(String.init)
  }
}
