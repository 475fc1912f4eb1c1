// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskLanguageData
public import CopydeskText

/// A text that names no language.
public struct LanguageTagError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The text.
  public let text: String
  /// The tag that was probably meant.
  public let suggestion: String?

  /// What is wrong and what may be meant.
  public var description: String {
    let expected = suggestion.map { "; did you mean “\($0)”?" } ?? "; expected a BCP 47 tag such as “en-US”"
    return "unknown language “\(text)”\(expected)"
  }
}

extension LanguageTag {
  /// Reads a tag whose language and region CLDR knows.
  ///
  /// - Throws: ``LanguageTagError`` if the text is no tag or names something that does not exist.
  public static func known(_ text: String) throws(LanguageTagError) -> LanguageTag {
    guard let tag = LanguageTag(text), isKnown(tag) else {
      throw LanguageTagError(text: text, suggestion: suggestion(for: text))
    }
    return tag
  }

  private static func isKnown(_ tag: LanguageTag) -> Bool {
    // For a code that it does not know ICU gives the code itself as the name.
    guard let name = try? LocaleData.languageName(tag.language, in: "en"), name != tag.language else { return false }
    guard let region = tag.region else { return true }
    guard let name = try? LocaleData.regionName(region, in: "en") else { return false }
    return name != region
  }

  /// The tag of the language whose English name or tag is nearest.
  private static func suggestion(for text: String) -> String? {
    let codes = EmbeddedFile.all.map { $0.name }.filter { $0.hasPrefix("languages/") }
      .map { String($0.dropFirst("languages/".count).prefix { $0 != "." }) }
    let names = codes.map { (try? LocaleData.languageName($0, in: "en"))?.lowercased() ?? $0 }
    if let name = NearestName.nearest(to: text.lowercased(), in: names), let index = names.firstIndex(of: name) {
      return codes[index]
    }
    let language = text.prefix { $0 != "-" && $0 != "_" }.lowercased()
    guard codes.contains(language), language != text else { return nil }
    return language
  }
}
