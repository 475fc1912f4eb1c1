// SPDX-License-Identifier: Apache-2.0

public import CopydeskText
internal import Synchronization

/// How a locale writes numbers and dates.
public struct LocaleConventions: Sendable {
  /// Numbers in digits.
  public let numbers: NumberConventions
  /// Dates in words and digits.
  public let dates: DateConventions

  /// The conventions of a locale, from CLDR and from the house style.
  ///
  /// Made once per process, locale and style, in about 50 µs. A style speaks for its own region, and for copy
  /// whose tag names none; `news-es` does not tell a Mexican desk where to put its decimal point.
  public static func conventions(for tag: LanguageTag, houseStyle: HouseStyle? = nil) -> LocaleConventions {
    let style = houseStyle.flatMap { style in style.language.matches(tag) ? style : nil }
    let key = Key(tag: tag.tag, style: style)
    return cache.withLock { cache in
      if let known = cache[key] { return known }
      let record = CLDRRecord(tag)
      let made = LocaleConventions(
        numbers: NumberConventions(record, tag: tag, houseStyle: style),
        dates: DateConventions(record, tag: tag, houseStyle: style))
      cache[key] = made
      return made
    }
  }

  private struct Key: Hashable {
    let tag: String
    let style: HouseStyle?
  }

  private static let cache = Mutex<[Key: LocaleConventions]>([:])
}
