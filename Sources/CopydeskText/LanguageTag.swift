// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU

/// A language, possibly with script and region, as a BCP 47 tag.
public struct LanguageTag: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The canonical tag, such as `pt-BR`.
  public let tag: String
  /// The language subtag in lower case, such as `pt`.
  public let language: String
  /// The region subtag in upper case, or `nil` if the tag names none.
  public let region: String?

  /// Reads a tag; `_` is accepted for `-`.
  ///
  /// - Returns: `nil` if the text is no well-formed tag or names no language.
  public init?(_ text: String) {
    let hyphenated = String(decoding: text.utf8.map { $0 == UInt8(ascii: "_") ? UInt8(ascii: "-") : $0 }, as: UTF8.self)
    guard let canonical = try? LocaleData.canonicalTag(hyphenated) else { return nil }
    let subtags = canonical.split(separator: "-").map(String.init)
    guard let language = subtags.first, language != "und", (2...3).contains(language.utf8.count) else { return nil }
    tag = canonical
    self.language = language
    region = subtags.dropFirst().first { subtag in
      subtag.utf8.count == 2 && subtag.utf8.allSatisfy { (0x41...0x5A).contains($0) }
        || subtag.utf8.count == 3 && subtag.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
  }

  /// The canonical tag.
  public var description: String { tag }

  /// Whether text in this language counts as text in the other: the same language, and the same
  /// region where both name one.
  public func matches(_ other: LanguageTag) -> Bool {
    language == other.language && (region == nil || other.region == nil || region == other.region)
  }

  /// Tags order by their text.
  public static func < (left: LanguageTag, right: LanguageTag) -> Bool { left.tag < right.tag }
}

extension LanguageTag {
  /// The language's name in English, as messages use it; the tag itself if CLDR has no name.
  public var englishName: String {
    (try? LocaleData.languageName(language, in: "en")) ?? tag
  }
}
