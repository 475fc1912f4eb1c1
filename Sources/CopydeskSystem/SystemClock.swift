// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The clock of the machine, for what commands do; rules never ask it.
public enum SystemClock {
  /// The current day in UTC, as year, month and day.
  public static var today: (year: Int, month: Int, day: Int) {
    var seconds = time(nil)
    var parts = unsafe tm()
    unsafe _ = gmtime_r(&seconds, &parts)
    return unsafe (Int(parts.tm_year) + 1900, Int(parts.tm_mon) + 1, Int(parts.tm_mday))
  }
}
