// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// A date as the copy writes it, whole or in part.
///
/// Nothing here says that the day exists or that the weekday fits: `June 31` is a mention too, and rules judge it.
public struct DateMention: Hashable, Sendable {
  /// One field of a date.
  public struct Part: Hashable, Sendable {
    /// The number: a day, a month 1...12, a year, or a weekday from 0 for Sunday.
    public let value: Int
    /// The token that says it.
    public let token: Int
    /// Its place; only the digits of a day, without its ordinal suffix.
    public let range: TextRange
  }

  /// The order of the fields.
  public enum Order: UInt8, Sendable {
    /// Day before month: `17 March`.
    case dayMonth
    /// Month before day: `March 17`.
    case monthDay
    /// Year first: `2025-03-17`.
    case yearMonthDay
    /// No day.
    case withoutDay
  }

  /// The marks and words between two fields, or behind the day.
  public struct Joint: Hashable, Sendable {
    /// A period.
    public var period = false
    /// A comma.
    public var comma = false
    /// The key of a word such as `de`, or 0.
    public var connector: UInt64 = 0

    /// Nothing but white space.
    public init() {}

    /// Creates a joint.
    public init(period: Bool = false, comma: Bool = false, connector: String? = nil) {
      self.period = period
      self.comma = comma
      self.connector = connector.map { TokenKey.key(of: $0) } ?? 0
    }

    /// Nothing but white space.
    public static let space = Joint()
  }

  /// Facts about how the date is written.
  public struct Style: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Creates a set from its bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// The month is a number.
    public static let numeric = Style(rawValue: 1 << 0)
    /// The month is shortened.
    public static let shortMonth = Style(rawValue: 1 << 1)
    /// The day has an ordinal suffix: `17th`, `1er`, `17-го`.
    public static let ordinal = Style(rawValue: 1 << 2)
    /// The ordinal suffix is the English one.
    public static let englishOrdinal = Style(rawValue: 1 << 3)
    /// The weekday stands behind the date.
    public static let weekdayBehind = Style(rawValue: 1 << 4)
    /// The weekday is shortened.
    public static let shortWeekday = Style(rawValue: 1 << 5)
    /// The first day of a range has the weekday: `Saturday, March 15–16`.
    public static let dayRange = Style(rawValue: 1 << 6)
  }

  /// The ways a date in digits can be read as a day that exists.
  public struct NumericReadings: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt8

    /// Creates a set from its bits.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Day, month, year.
    public static let dayFirst = NumericReadings(rawValue: 1 << 0)
    /// Month, day, year.
    public static let monthFirst = NumericReadings(rawValue: 1 << 1)
    /// Year, month, day.
    public static let yearFirst = NumericReadings(rawValue: 1 << 2)
  }

  /// The whole mention with its weekday.
  public internal(set) var range: TextRange
  /// The tokens of the whole mention.
  public internal(set) var tokens: Range<Int>
  /// From the first to the last of day, month and year, with the day's suffix and without the weekday.
  public internal(set) var dayRange: TextRange
  /// The weekday.
  public internal(set) var weekday: Part?
  /// The first day of a range such as `March 17–19`; ``day`` is the last.
  public internal(set) var firstDay: Part?
  /// The day of the month.
  public internal(set) var day: Part?
  /// The month.
  public internal(set) var month: Part?
  /// The year.
  public internal(set) var year: Part?
  /// The order of the fields.
  public internal(set) var order: Order
  /// How it is written.
  public internal(set) var style: Style
  /// The languages in which the month's name means that month.
  public internal(set) var monthLanguages: LanguageSet
  /// The grammatical form of the month's name.
  public internal(set) var monthForm: DateWordSense.Form
  /// The languages in which the weekday's name means that weekday.
  public internal(set) var weekdayLanguages: LanguageSet
  /// What stands between day and month, in either order.
  public internal(set) var dayMonthJoint: Joint
  /// What stands before the year.
  public internal(set) var yearJoint: Joint
  /// The readings of a date in digits that are days of the calendar; empty for others.
  public internal(set) var numericReadings: NumericReadings

  /// The calendar that the copy writes; the fields' values are those of the Gregorian calendar all the same.
  public internal(set) var calendar = DateCalendar.gregorian
  /// The year that a span writes with its other end alone: that of February 28 in `28 February–3 March 2025`.
  public internal(set) var sharedYear: Int?

  /// The day, if all of it is written and it exists.
  public var calendarDate: CalendarDate? {
    guard let year = year?.value ?? sharedYear, let month, let day else { return nil }
    return CalendarDate(year: year, month: month.value, day: day.value)
  }

  /// The day that ``weekday`` stands with: the first of a range, else the day.
  public var weekdayDay: Part? { firstDay ?? day }
}
