// SPDX-License-Identifier: Apache-2.0

import CICU

/// Writes days and times of UTC in a locale's form.
///
/// A format owns an ICU handle that only one task may use at a time, so it can be neither copied nor sent.
@safe
public struct DateFormat: ~Copyable {
  /// How much of a date or time CLDR's style has.
  public enum Style: Int32, CaseIterable, Sendable {
    /// With the weekday, or the zone.
    case full = 0
    /// With the month in words.
    case long = 1
    /// Shortened.
    case medium = 2
    /// In digits.
    case short = 3
    /// Nothing.
    case none = -1
  }

  private let handle: OpaquePointer

  /// Opens the format of styles.
  ///
  /// - Throws: ``ICUError`` if ICU's data cannot be read.
  public init(date: Style, time: Style = .none, locale: String) throws(ICUError) {
    var status: Int32 = 0
    guard
      let handle = unsafe cicu_date_format_open(
        LocaleData.identifier(locale), date.rawValue, time.rawValue, nil, &status)
    else { throw ICUError(status: max(status, 1)) }
    unsafe self.handle = unsafe handle
  }

  /// Opens the format of a pattern in CLDR's letters, such as `EEEE, d MMMM y`.
  ///
  /// - Throws: ``ICUError`` if ICU cannot read the pattern.
  public init(pattern: String, locale: String) throws(ICUError) {
    var status: Int32 = 0
    guard let handle = unsafe cicu_date_format_open(LocaleData.identifier(locale), -1, -1, pattern, &status) else {
      throw ICUError(status: max(status, 1))
    }
    unsafe self.handle = unsafe handle
  }

  deinit { unsafe cicu_date_format_close(handle) }

  /// The text for a point in time, in seconds since the start of 1970 in UTC.
  ///
  /// - Throws: ``ICUError`` if ICU cannot write it.
  public func string(secondsSince1970 seconds: Int) throws(ICUError) -> String {
    let bytes = unsafe try withUTF8Output { output, capacity, status in
      unsafe cicu_date_format_seconds(handle, Int64(seconds), output, capacity, &status)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

@available(*, unavailable)
extension DateFormat: Sendable {}
