// SPDX-License-Identifier: Apache-2.0

import CICU

/// Unicode normalization form C (UAX 15).
public enum Normalization {
  /// Whether text made only of such code points is surely in form C.
  public static func isPlain(_ codePoint: UInt32) -> Bool {
    codePoint < 0x300 || cicu_nfc_is_plain(codePoint)
  }

  /// Whether text can be cut before the code point without changing how either side normalizes.
  public static func hasBoundary(before codePoint: UInt32) -> Bool {
    codePoint < 0x300 || cicu_nfc_has_boundary_before(codePoint)
  }

  /// Whether UTF-8 text is in form C.
  ///
  /// - Throws: ``ICUError`` if the text is no valid UTF-8.
  public static func isNormalized(_ text: [UInt8]) throws(ICUError) -> Bool {
    var status: Int32 = 0
    let result = unsafe text.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return true }
      return unsafe cicu_nfc_is_normalized(base, Int32(buffer.count), &status)
    }
    try ICUError.check(status)
    return result
  }

  /// UTF-8 text in form C.
  ///
  /// - Throws: ``ICUError`` if the text is no valid UTF-8.
  public static func normalized(_ text: ArraySlice<UInt8>) throws(ICUError) -> [UInt8] {
    if text.isEmpty { return [] }
    let input = Array(text)
    return unsafe try withUTF8Output(capacity: input.count * 2 + 16) { output, capacity, status in
      unsafe input.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return 0 }
        return unsafe cicu_nfc_normalize(base, Int32(buffer.count), output, capacity, &status)
      }
    }
  }
}
