// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// The calendar that a date is written in.
public enum DateCalendar: String, CaseIterable, Sendable {
  /// The calendar of most news.
  case gregorian
  /// Thai years, 543 ahead.
  case buddhist
  /// The Islamic calendar of Umm al-Qura.
  case hijri
  /// The solar calendar of Iran.
  case persian
  /// Years of an emperor's reign: 令和7年.
  case japanese
  /// Years of the Republic of China: 民國114年.
  case republic

  /// The day in the Gregorian calendar, or `nil` if the calendar has no such day.
  ///
  /// Only calendars with months of their own are reckoned; the others differ by the year alone.
  func gregorianDate(year: Int, month: Int, day: Int) -> CalendarDate? {
    let system: CalendarSystem
    switch self {
    case .hijri: system = .hijri
    case .persian: system = .persian
    default: return CalendarDate(year: year, month: month, day: day)
    }
    guard let dayNumber = try? system.daysSince1970(year: year, month: month, day: day) else { return nil }
    return CalendarDate(daysSince1970: dayNumber)
  }

  /// The Gregorian year in which a year of the calendar starts, or `nil` for a year that no news has.
  func gregorianYear(_ year: Int) -> Int? {
    switch self {
    case .hijri: (1300...1500).contains(year) ? gregorianDate(year: year, month: 1, day: 1)?.year : nil
    case .persian: (1270...1500).contains(year) ? gregorianDate(year: year, month: 1, day: 1)?.year : nil
    default: (1800...2199).contains(year) ? year : nil
    }
  }
}
