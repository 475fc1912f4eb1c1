// SPDX-License-Identifier: Apache-2.0

/// A set of the languages whose month and weekday names are known.
public struct LanguageSet: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt16

  /// Creates a set from its bits.
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// The language subtags, by bit.
  static let codes = ["en", "es", "fr", "de", "pt", "it", "ru", "uk", "cs", "nl", "pl"]
  /// Every language of the list.
  public static let known = LanguageSet(rawValue: 0x7FF)
  /// Those of the list whose copy is most often translated into others.
  public static let common: LanguageSet = [
    LanguageSet("en"), LanguageSet("es"), LanguageSet("fr"), LanguageSet("de"), LanguageSet("pt"), LanguageSet("it"),
    LanguageSet("ru"), LanguageSet("uk"),
  ]
  /// A target language outside of the list.
  static let own = LanguageSet(rawValue: 1 << 15)

  /// The set of one language; that of a language outside of the list for all others.
  public init(_ language: String) {
    self = LanguageSet.codes.firstIndex(of: language).map { LanguageSet(rawValue: 1 << UInt16($0)) } ?? .own
  }

  /// The subtag of the first language of the set, or `nil` for the empty set and languages outside of the list.
  public var firstCode: String? {
    let index = rawValue.trailingZeroBitCount
    return index < LanguageSet.codes.count ? LanguageSet.codes[index] : nil
  }
}
