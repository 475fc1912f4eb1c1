// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// A time of day as the copy writes it.
///
/// Nothing here says that the clock has such a time: `25:00 Uhr` is a mention too, and rules judge it.
public struct TimeMention: Hashable, Sendable {
  /// A point on the clock.
  public struct Time: Hashable, Sendable {
    /// The hour as written.
    public let hour: Int
    /// The minute, 0 if none is written.
    public let minute: Int
    /// The second, if written.
    public let second: Int?
    /// Its digits or words, with what stands between hour and minute.
    public internal(set) var range: TextRange
    /// Minutes since midnight, 0..<1440, or `nil` if the clock has no such time.
    public internal(set) var minutes: Int?
    /// Whether nothing tells which half of the day is meant; then ``minutes`` is that of the first half.
    public internal(set) var isAmbiguous = false

    /// Every time of day that may be meant, in minutes since midnight.
    public var readings: [Int] {
      guard let minutes else { return [] }
      return isAmbiguous ? [minutes, (minutes + 720) % 1440] : [minutes]
    }
  }

  /// How hour and minute are written.
  public enum Notation: UInt8, Sendable {
    /// `18:30`.
    case colon
    /// `18.30`.
    case period
    /// `18h30`, `18 h`.
    case hourSign
    /// `18 Uhr 30`, `18時30分`.
    case hourWord
    /// A lone hour: `6 p.m.`, `ore 18`.
    case hour
    /// Four digits: `1830 GMT`.
    case digits
    /// A word such as `noon`.
    case name
    /// The hour in words: `six o'clock`.
    case words
  }

  /// What tells the half of the day.
  public enum DayPart: UInt8, Sendable {
    /// Nothing.
    case none
    /// `a.m.`
    case am
    /// `p.m.`
    case pm
    /// `in the morning`.
    case morning
    /// `in the afternoon`, `in the evening`.
    case afternoon
    /// `at night`.
    case night
    /// `mittags`.
    case midday

    /// Whether it is one of the signs of the 12-hour clock, and no word for a part of the day.
    public var isClockSign: Bool { self == .am || self == .pm }
  }

  /// The zone that is named behind a time.
  public struct Zone: Hashable, Sendable {
    /// Its place in the text.
    public let range: TextRange
    /// Its distances from UTC in minutes; none if the words do not say.
    public let offsets: [Int]
  }

  /// The whole mention, from the first time of a span to the zone.
  public internal(set) var range: TextRange
  /// The tokens that the whole mention touches.
  public internal(set) var tokens: Range<Int>
  /// The first time of a span or list that shares its signs with the second: `9` of `9 to 11 a.m.`.
  public internal(set) var firstTime: Time?
  /// The time, the last of a span.
  public internal(set) var time: Time
  /// How it is written.
  public internal(set) var notation: Notation
  /// What tells the half of the day.
  public internal(set) var dayPart: DayPart
  /// The place of ``dayPart`` with its periods.
  public internal(set) var dayPartRange: TextRange?
  /// The word or sign of the hour: `Uhr`, `h`.
  public internal(set) var hourWordRange: TextRange?
  /// The languages of the word of the hour; empty for signs.
  public internal(set) var hourWordLanguages: LanguageSet
  /// The languages of what tells the half of the day.
  public internal(set) var dayPartLanguages: LanguageSet
  /// The languages whose words or signs the mention has; empty if it has digits alone.
  public internal(set) var languages: LanguageSet
  /// The zone, if one is named.
  public internal(set) var zone: Zone?
  /// Whether words or signs beside the digits say that it is a time; `18:16` alone may be a result.
  public internal(set) var hasEvidence: Bool

  /// The times in their order, one or two.
  public var times: [Time] { (firstTime.map { [$0] } ?? []) + [time] }
}
