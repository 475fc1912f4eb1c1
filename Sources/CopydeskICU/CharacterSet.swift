// SPDX-License-Identifier: Apache-2.0

import CICU

/// Detection and decoding of texts that are not UTF-8.
public enum CharacterSet {
  /// A guess at the character set of some bytes.
  public struct Guess: Hashable, Sendable {
    /// The IANA name, such as `windows-1252`.
    public let name: String
    /// ICU's confidence, 0...100.
    public let confidence: Int
  }

  /// The likeliest character set, or `nil` if ICU has no guess.
  ///
  /// ICU prefers ISO 8859-1 over UTF-8 for short texts, so test for valid UTF-8 first.
  public static func detect(_ bytes: [UInt8]) -> Guess? {
    // ICU looks at the first 8,000 bytes or so; the conversion to Int32 must not trap on more.
    let sample = bytes.prefix(1 << 20)
    var status: Int32 = 0
    var confidence: Int32 = -1
    let name = unsafe withUnsafeTemporaryAllocation(of: CChar.self, capacity: 64) { output -> String in
      guard let outputBase = output.baseAddress else { return "" }
      unsafe sample.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return }
        confidence = unsafe cicu_detect_charset(base, Int32(buffer.count), outputBase, 64, &status)
      }
      return confidence < 0 ? "" : unsafe String(cString: outputBase)
    }
    return name.isEmpty ? nil : Guess(name: name, confidence: Int(confidence))
  }

  /// The bytes as UTF-8.
  ///
  /// - Throws: ``ICUError`` if the character set is unknown or a byte cannot be decoded.
  public static func decode(_ bytes: [UInt8], from name: String) throws(ICUError) -> [UInt8] {
    guard let length = Int32(exactly: bytes.count) else { throw ICUError(status: 1) }
    if bytes.isEmpty { return [] }
    return unsafe try withUTF8Output(capacity: bytes.count * 2 + 16) { output, capacity, status in
      unsafe bytes.withUnsafeBufferPointer { buffer in
        guard let base = buffer.baseAddress else { return 0 }
        return unsafe cicu_decode(name, base, length, output, capacity, &status)
      }
    }
  }
}
