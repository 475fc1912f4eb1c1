// SPDX-License-Identifier: Apache-2.0

/// Reads code points from UTF-8 bytes, one after the other.
///
/// Bytes that are no valid UTF-8 read as U+FFFD of length one, so a loop always ends.
public struct UTF8Decoder: Sendable {
  private let bytes: [UInt8]
  /// The offset of the next code point.
  public private(set) var offset: Int

  /// Creates a decoder that starts at an offset.
  public init(_ bytes: [UInt8], at offset: Int = 0) {
    self.bytes = bytes
    self.offset = offset
  }

  /// The next code point with its offset, or `nil` at the end.
  public mutating func next() -> (codePoint: UInt32, offset: Int)? {
    guard offset < bytes.count else { return nil }
    let start = offset
    let (codePoint, length) = UTF8Decoder.codePoint(in: bytes.span, at: start)
    offset = start + length
    return (codePoint, start)
  }

  /// The code point at an offset and its length in bytes.
  ///
  /// - Precondition: The offset lies in the bytes.
  @inline(__always)
  public static func codePoint(in bytes: Span<UInt8>, at offset: Int) -> (codePoint: UInt32, length: Int) {
    let first = UInt32(bytes[offset])
    if first < 0x80 { return (first, 1) }
    let remaining = bytes.count - offset
    if first >= 0xC2, first < 0xE0, remaining >= 2 {
      return ((first & 0x1F) << 6 | UInt32(bytes[offset + 1]) & 0x3F, 2)
    }
    if first >= 0xE0, first < 0xF0, remaining >= 3 {
      return (
        (first & 0x0F) << 12 | (UInt32(bytes[offset + 1]) & 0x3F) << 6 | UInt32(bytes[offset + 2]) & 0x3F, 3
      )
    }
    if first >= 0xF0, first < 0xF5, remaining >= 4 {
      let high = (first & 0x07) << 18 | (UInt32(bytes[offset + 1]) & 0x3F) << 12
      return (high | (UInt32(bytes[offset + 2]) & 0x3F) << 6 | UInt32(bytes[offset + 3]) & 0x3F, 4)
    }
    return (0xFFFD, 1)
  }

  /// Appends the UTF-8 form of a code point.
  public static func append(_ codePoint: UInt32, to bytes: inout [UInt8]) {
    switch codePoint {
    case 0..<0x80:
      bytes.append(UInt8(codePoint))
    case 0x80..<0x800:
      bytes.append(UInt8(0xC0 | codePoint >> 6))
      bytes.append(UInt8(0x80 | codePoint & 0x3F))
    case 0x800..<0x10000:
      bytes.append(UInt8(0xE0 | codePoint >> 12))
      bytes.append(UInt8(0x80 | codePoint >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | codePoint & 0x3F))
    default:
      bytes.append(UInt8(0xF0 | codePoint >> 18 & 0x07))
      bytes.append(UInt8(0x80 | codePoint >> 12 & 0x3F))
      bytes.append(UInt8(0x80 | codePoint >> 6 & 0x3F))
      bytes.append(UInt8(0x80 | codePoint & 0x3F))
    }
  }
}
