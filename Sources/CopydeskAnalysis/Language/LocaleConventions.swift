// SPDX-License-Identifier: Apache-2.0

public import CopydeskText
internal import Synchronization

/// How a locale writes numbers and dates.
public struct LocaleConventions: Sendable {
  /// Numbers in digits.
  public let numbers: NumberConventions
  /// Dates in words and digits.
  public let dates: DateConventions
  /// Times of day.
  public let times: TimeConventions
  /// What the outlet asks of numbers.
  public let numberStyle: NumberStyle

  /// The conventions of a locale, from CLDR and from the house style.
  ///
  /// Made once per process, locale and style, in about 50 µs. A style speaks for its own region, and for copy
  /// whose tag names none; `news-es` does not tell a Mexican desk where to put its decimal point.
  public static func conventions(for tag: LanguageTag, houseStyle: HouseStyle? = nil) -> LocaleConventions {
    let style = houseStyle.flatMap { style in style.language.matches(tag) ? style : nil }
    // Styles are compared by their shared storage: hashing one for every article would cost more than its dates.
    return cache.withLock { cache in
      let known = cache[tag.tag] ?? []
      for entry in known where entry.style == houseStyle { return entry.conventions }
      let record = CLDRRecord(tag)
      let made = LocaleConventions(
        numbers: NumberConventions(record, tag: tag, houseStyle: style),
        dates: DateConventions(record, tag: tag, houseStyle: style),
        times: TimeConventions(tag: tag, houseStyle: style),
        numberStyle: LocaleConventions.numberStyle(for: tag, houseStyle: houseStyle))
      cache[tag.tag] = known + [Entry(style: houseStyle, conventions: made)]
      return made
    }
  }

  /// What a style asks of numbers, in copy of its region or of another one.
  private static func numberStyle(for tag: LanguageTag, houseStyle: HouseStyle?) -> NumberStyle {
    guard let houseStyle, houseStyle.language.language == tag.language else { return .neutral }
    return houseStyle.language.matches(tag) ? houseStyle.numbers : houseStyle.numbers.withoutRegion
  }

  private struct Entry: Sendable {
    let style: HouseStyle?
    let conventions: LocaleConventions
  }

  private static let cache = Mutex<[String: [Entry]]>([:])
}
