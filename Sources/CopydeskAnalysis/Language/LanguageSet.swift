// SPDX-License-Identifier: Apache-2.0

/// A set of the languages whose names of months, weekdays and times are known.
public struct LanguageSet: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt32

  /// Creates a set from its bits.
  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The language subtags, by bit.
  static let codes = [
    "en", "es", "fr", "de", "pt", "it", "ru", "uk", "cs", "nl", "pl", "tr", "ar", "he", "hi", "zh", "ja", "ko",
  ]
  /// Those of the list whose forms of dates are known well enough to judge them.
  public static let known = LanguageSet(rawValue: 0x7FF)
  /// Those of the list whose copy is most often translated into others.
  public static let common: LanguageSet = [
    LanguageSet("en"), LanguageSet("es"), LanguageSet("fr"), LanguageSet("de"), LanguageSet("pt"), LanguageSet("it"),
    LanguageSet("ru"), LanguageSet("uk"),
  ]
  /// A target language outside of the list.
  static let own = LanguageSet(rawValue: 1 << 31)

  /// The set of one language; that of a language outside of the list for all others.
  public init(_ language: String) {
    self = LanguageSet.codes.firstIndex(of: language).map { LanguageSet(rawValue: 1 << UInt32($0)) } ?? .own
  }

  /// The subtag of the first language of the set, or `nil` for the empty set and languages outside of the list.
  public var firstCode: String? {
    let index = rawValue.trailingZeroBitCount
    return index < LanguageSet.codes.count ? LanguageSet.codes[index] : nil
  }
}
