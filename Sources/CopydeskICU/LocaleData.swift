// SPDX-License-Identifier: Apache-2.0

import CICU

/// What CLDR knows about a locale, through ICU.
///
/// Locales are BCP 47 tags such as `es-MX`. Every function falls back the way CLDR does, from
/// `es-MX` to `es-419`, `es` and the root, so there is always an answer.
public enum LocaleData {
  /// A sign used in numbers.
  public enum NumberSymbol: Int32, Sendable {
    /// The decimal separator.
    case decimal = 0
    /// The grouping separator.
    case grouping = 1
    /// The percent sign.
    case percent = 2
    /// The minus sign.
    case minus = 3
  }

  /// A set of month or weekday names.
  public enum DateNames: Int32, Sendable {
    /// Months as written in a date (genitive where the language has one).
    case monthsInDate = 0
    /// Months as written alone.
    case monthsAlone = 1
    /// Abbreviated months in a date.
    case shortMonthsInDate = 2
    /// Abbreviated months alone.
    case shortMonthsAlone = 3
    /// Weekdays as written in a date.
    case weekdaysInDate = 4
    /// Weekdays as written alone.
    case weekdaysAlone = 5
    /// Abbreviated weekdays in a date.
    case shortWeekdaysInDate = 6
    /// Abbreviated weekdays alone.
    case shortWeekdaysAlone = 7

    fileprivate var count: Int32 { rawValue < 4 ? 12 : 7 }
  }

  /// The sign, such as `,` for the decimal separator of Spanish.
  ///
  /// - Throws: ``ICUError`` if ICU's data cannot be read.
  public static func symbol(_ symbol: NumberSymbol, locale: String) throws(ICUError) -> String {
    unsafe try string { output, capacity, status in
      unsafe cicu_number_symbol(identifier(locale), symbol.rawValue, output, capacity, &status)
    }
  }

  /// A number in the locale's decimal format.
  ///
  /// - Throws: ``ICUError`` if ICU's data cannot be read.
  public static func format(_ value: Double, locale: String) throws(ICUError) -> String {
    unsafe try string { output, capacity, status in
      unsafe cicu_format_number(identifier(locale), value, output, capacity, &status)
    }
  }

  /// The names from January or from Sunday on.
  ///
  /// - Throws: ``ICUError`` if ICU's data cannot be read.
  public static func names(_ kinds: [DateNames], locale: String) throws(ICUError) -> [[String]] {
    var status: Int32 = 0
    guard let handle = unsafe cicu_date_names_open(identifier(locale), &status) else {
      throw ICUError(status: max(status, 1))
    }
    defer { unsafe cicu_date_names_close(handle) }
    var result: [[String]] = []
    for kind in kinds {
      var names: [String] = []
      for index in 0..<kind.count {
        unsafe names.append(
          try string { output, capacity, status in
            unsafe cicu_date_name(handle, kind.rawValue, index, output, capacity, &status)
          })
      }
      result.append(names)
    }
    return result
  }

  /// The locale's best pattern for a skeleton: `yMMMMd` gives `MMMM d, y` in English.
  ///
  /// - Throws: ``ICUError`` if ICU's data cannot be read.
  public static func datePattern(skeleton: String, locale: String) throws(ICUError) -> String {
    unsafe try string { output, capacity, status in
      unsafe cicu_date_pattern(identifier(locale), skeleton, output, capacity, &status)
    }
  }

  /// The four quotation marks: outer opening and closing, inner opening and closing.
  ///
  /// - Throws: ``ICUError`` if ICU's data cannot be read.
  public static func quotationMarks(locale: String) throws(ICUError) -> [String] {
    var marks: [String] = []
    for delimiter in Int32(0)..<4 {
      unsafe marks.append(
        try string { output, capacity, status in
          unsafe cicu_quotation_delimiter(identifier(locale), delimiter, output, capacity, &status)
        })
    }
    return marks
  }

  /// The name of a region (ISO 3166 code) in a language.
  ///
  /// - Throws: ``ICUError`` if ICU's data cannot be read.
  public static func regionName(_ region: String, in locale: String) throws(ICUError) -> String {
    unsafe try string { output, capacity, status in
      unsafe cicu_region_name(region, identifier(locale), output, capacity, &status)
    }
  }

  /// The name of a language in a language.
  ///
  /// - Throws: ``ICUError`` if ICU's data cannot be read.
  public static func languageName(_ language: String, in locale: String) throws(ICUError) -> String {
    unsafe try string { output, capacity, status in
      unsafe cicu_language_name(language, identifier(locale), output, capacity, &status)
    }
  }

  /// The ISO 3166 two-letter codes of all regions.
  public static let regionCodes: [String] = {
    let codes = unsafe cicu_region_codes()
    var result: [String] = []
    var index = 0
    while let code = unsafe codes[index] {
      unsafe result.append(String(cString: code))
      index += 1
    }
    return result
  }()

  /// The canonical form of a BCP 47 tag: `pt_br` gives `pt-BR`.
  ///
  /// - Throws: ``ICUError`` if the tag is no well-formed tag.
  public static func canonicalTag(_ tag: String) throws(ICUError) -> String {
    unsafe try string { output, capacity, status in
      unsafe withCharacters(output) { unsafe cicu_canonical_language_tag(tag, $0, capacity, &status) }
    }
  }

  /// The tag with its likeliest script and region (CLDR likely subtags): `uk` gives `uk-Cyrl-UA`.
  ///
  /// - Throws: ``ICUError`` if the tag is no well-formed tag.
  public static func likelyTag(_ tag: String) throws(ICUError) -> String {
    unsafe try string { output, capacity, status in
      unsafe withCharacters(output) { unsafe cicu_likely_language_tag(tag, $0, capacity, &status) }
    }
  }

  /// ICU's own spelling of a locale; it reads a hyphen only in some places.
  static func identifier(_ tag: String) -> String {
    String(decoding: tag.utf8.map { $0 == UInt8(ascii: "-") ? UInt8(ascii: "_") : $0 }, as: UTF8.self)
  }

  static func string(
    _ body: (UnsafeMutablePointer<UInt8>?, Int32, inout Int32) -> Int32
  ) throws(ICUError) -> String {
    unsafe String(decoding: try withUTF8Output(body), as: UTF8.self)
  }
}

private func withCharacters<Result>(
  _ bytes: UnsafeMutablePointer<UInt8>?, _ body: (UnsafeMutablePointer<CChar>?) -> Result
) -> Result {
  unsafe body(UnsafeMutableRawPointer(bytes)?.assumingMemoryBound(to: CChar.self))
}

/// The characters a locale's language is written with (CLDR exemplar sets).
@safe
public struct ExemplarSet: ~Copyable {
  /// Which characters.
  public enum Kind: Int32, Sendable {
    /// Those every text needs.
    case standard = 0
    /// Those of foreign names and loanwords.
    case auxiliary = 1
    /// Punctuation marks.
    case punctuation = 3
  }

  private let handle: OpaquePointer

  /// Opens a set.
  ///
  /// - Throws: ``ICUError`` if ICU has none for the locale.
  public init(_ kind: Kind, locale: String) throws(ICUError) {
    var status: Int32 = 0
    guard let handle = unsafe cicu_exemplars_open(locale, kind.rawValue, &status) else {
      throw ICUError(status: max(status, 1))
    }
    unsafe self.handle = unsafe handle
  }

  deinit { unsafe cicu_set_close(handle) }

  /// Whether the set has the code point.
  public func contains(_ codePoint: UInt32) -> Bool { unsafe cicu_set_contains(handle, codePoint) }
}
