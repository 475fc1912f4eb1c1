// SPDX-License-Identifier: Apache-2.0

import CICU

/// A calendar with months of its own.
public enum CalendarSystem: String, Sendable {
  /// The Islamic calendar of Umm al-Qura.
  case hijri = "islamic-umalqura"
  /// The solar calendar of Iran.
  case persian = "persian"

  /// The days since January 1, 1970, of a day in the calendar.
  ///
  /// - Throws: ``ICUError`` if the calendar has no such day.
  public func daysSince1970(year: Int, month: Int, day: Int) throws(ICUError) -> Int {
    var status: Int32 = 0
    let days = unsafe cicu_days_since_1970(
      "en_US@calendar=\(rawValue)", Int32(clamping: year), Int32(clamping: month), Int32(clamping: day), &status)
    try ICUError.check(status)
    return Int(days)
  }
}
