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

  /// Why bytes cannot be decoded.
  public enum DecodingError: Error, Hashable, Sendable {
    /// ICU knows no character set of that name.
    case unknownCharacterSet
    /// The byte at the offset starts no character of the set.
    case undecodableByte(offset: Int)
  }

  /// The offset of the first byte that is no valid UTF-8, or `nil` if all bytes are.
  ///
  /// Overlong forms, surrogates and code points above U+10FFFF are refused.
  public static func firstInvalidUTF8Offset(in bytes: [UInt8]) -> Int? {
    let valid = unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return 0 }
      return unsafe cicu_utf8_valid_prefix(base, buffer.count)
    }
    return valid == bytes.count ? nil : valid
  }

  /// The bytes as UTF-8; a byte order mark stays.
  public static func decode(_ bytes: [UInt8], from name: String) throws(DecodingError) -> [UInt8] {
    if bytes.isEmpty { return [] }
    var status: Int32 = 0
    var count = 0
    var errorOffset = 0
    let decoded: [UInt8]? = unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress,
        let output = unsafe cicu_decode(name, base, buffer.count, &count, &errorOffset, &status)
      else { return nil }
      defer { unsafe cicu_free(output) }
      return unsafe Array(UnsafeBufferPointer(start: output, count: count))
    }
    guard let decoded else {
      // U_FILE_ACCESS_ERROR: no converter of that name.
      throw status == 4 ? .unknownCharacterSet : .undecodableByte(offset: errorOffset)
    }
    return decoded
  }
}
