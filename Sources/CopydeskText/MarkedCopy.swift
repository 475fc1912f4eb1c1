// SPDX-License-Identifier: Apache-2.0

/// Copy in which `⟦` and `⟧` enclose what must be reported.
public struct MarkedCopy: Hashable, Sendable {
  /// The copy without marks.
  public let text: String
  /// What the marks enclose, as UTF-8 offsets into `text`.
  public let ranges: [Range<Int>]

  /// Reads marked copy; `nil` if a mark has no partner or stands inside another pair.
  public init?(_ marked: String) {
    var bytes: [UInt8] = []
    var ranges: [Range<Int>] = []
    var start: Int?
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟦":
        if start != nil { return nil }
        start = bytes.count
      case "⟧":
        guard let open = start else { return nil }
        ranges.append(open..<bytes.count)
        start = nil
      default:
        bytes.append(contentsOf: String(scalar).utf8)
      }
    }
    if start != nil { return nil }
    text = String(decoding: bytes, as: UTF8.self)
    self.ranges = ranges
  }

  /// The text with marks around the ranges, for comparing two lines of copy in a failure.
  public static func mark(_ text: String, _ ranges: [Range<Int>]) -> String {
    var bytes: [UInt8] = []
    let starts = Dictionary(grouping: ranges, by: \.lowerBound)
    let ends = Dictionary(grouping: ranges, by: \.upperBound)
    for (offset, byte) in (Array(text.utf8) + [0]).enumerated() {
      for _ in ends[offset] ?? [] { bytes.append(contentsOf: "⟧".utf8) }
      for _ in starts[offset] ?? [] { bytes.append(contentsOf: "⟦".utf8) }
      bytes.append(byte)
    }
    return String(decoding: bytes.dropLast(), as: UTF8.self)
  }
}
