// SPDX-License-Identifier: Apache-2.0

import CICU

/// A failure that ICU reported.
public struct ICUError: Error, Hashable, Sendable, CustomStringConvertible {
  /// ICU's status code; always above zero.
  public let status: Int32

  /// ICU's name for the status, such as `U_ILLEGAL_ARGUMENT_ERROR`.
  public var description: String { unsafe String(cString: cicu_status_name(status)) }

  /// Throws if the status is a failure; warnings are negative and pass.
  static func check(_ status: Int32) throws(ICUError) {
    if status > 0 { throw ICUError(status: status) }
  }
}

/// The ICU library that this program runs with.
public enum ICUVersion {
  /// The version of ICU itself, such as `72.1`.
  public static let icu: String = unsafe String(cString: cicu_version())
  /// The version of its Unicode data, such as `15.0`.
  public static let unicode: String = unsafe String(cString: cicu_unicode_version())
  /// The version of its locale data (CLDR), such as `42.0`.
  public static let cldr: String = unsafe String(cString: cicu_cldr_version())
}

/// Calls a function that writes UTF-8 into a buffer and returns the room it needs.
///
/// A second call follows when the first guess at the room was too small.
func withUTF8Output(
  capacity guess: Int = 128,
  _ body: (UnsafeMutablePointer<UInt8>?, Int32, inout Int32) -> Int32
) throws(ICUError) -> [UInt8] {
  var status: Int32 = 0
  var needed: Int32 = 0
  var bytes = unsafe [UInt8](unsafeUninitializedCapacity: guess) { buffer, count in
    needed = unsafe body(buffer.baseAddress, Int32(guess), &status)
    count = status > 0 ? 0 : min(Int(needed), guess)
  }
  try ICUError.check(status)
  if Int(needed) > guess {
    bytes = unsafe [UInt8](unsafeUninitializedCapacity: Int(needed)) { buffer, count in
      status = 0
      let written = unsafe body(buffer.baseAddress, needed, &status)
      count = status > 0 ? 0 : min(Int(written), Int(needed))
    }
    try ICUError.check(status)
  }
  return bytes
}
