// SPDX-License-Identifier: Apache-2.0

/// A half-open range of UTF-8 byte offsets into a text.
///
/// Texts are limited to 4 GB, so two 32-bit offsets suffice and millions of ranges stay small.
public struct TextRange: Hashable, Comparable, Sendable {
  /// The offset of the first byte.
  public let start: UInt32
  /// The offset behind the last byte; never below `start`.
  public let end: UInt32

  /// Creates a range.
  ///
  /// - Precondition: `start` is not above `end`, and both fit 32 bits.
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a text range ends before it starts")
    self.start = UInt32(start)
    self.end = UInt32(end)
  }

  /// Creates a range from 32-bit offsets.
  ///
  /// - Precondition: `start` is not above `end`.
  public init(start: UInt32, end: UInt32) {
    precondition(start <= end, "a text range ends before it starts")
    self.start = start
    self.end = end
  }

  /// The number of bytes.
  public var count: Int { Int(end) - Int(start) }

  /// Whether the range has no byte.
  public var isEmpty: Bool { start == end }

  /// The offsets as a range for indexing an array of bytes.
  public var offsets: Range<Int> { Int(start)..<Int(end) }

  /// Whether the offset lies in the range.
  public func contains(_ offset: UInt32) -> Bool { start <= offset && offset < end }

  /// Whether the other range lies wholly in this one.
  public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }

  /// Whether the ranges share a byte, or one is empty and lies in or at the edge of the other.
  public func overlaps(_ other: TextRange) -> Bool {
    if isEmpty || other.isEmpty { return start <= other.end && other.start <= end }
    return start < other.end && other.start < end
  }

  /// The smallest range that holds both.
  public func union(_ other: TextRange) -> TextRange {
    TextRange(start: min(start, other.start), end: max(end, other.end))
  }

  /// Ranges order by start, then by end.
  public static func < (left: TextRange, right: TextRange) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
