// SPDX-License-Identifier: Apache-2.0

public import CopydeskText
internal import Synchronization

/// How a locale writes numbers and dates.
public struct LocaleConventions: Sendable {
  /// Numbers in digits.
  public let numbers: NumberConventions
  /// Dates in words and digits.
  public let dates: DateConventions

  /// The conventions of a locale, from CLDR.
  ///
  /// Made once per process and locale, in about 50 µs.
  public static func conventions(for tag: LanguageTag) -> LocaleConventions {
    cache.withLock { cache in
      if let known = cache[tag.tag] { return known }
      let record = CLDRRecord(tag)
      let made = LocaleConventions(
        numbers: NumberConventions(record, tag: tag), dates: DateConventions(record, tag: tag))
      cache[tag.tag] = made
      return made
    }
  }

  private static let cache = Mutex<[String: LocaleConventions]>([:])
}
