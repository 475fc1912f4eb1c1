// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// A part of a line of copy that fits a width, with the columns of what is meant in it.
struct CopyExcerpt {
  /// The copy as it can be shown.
  let text: String
  /// The columns before what is meant.
  let indent: Int
  /// The columns that what is meant takes; at least 1, so that an empty place shows too.
  let length: Int

  /// Cuts an excerpt out of a line.
  ///
  /// - Parameters:
  ///   - range: What is meant; what of it lies beyond the line's end is cut off.
  ///   - line: The line's range, without its line break.
  ///   - bytes: The bytes both count in.
  ///   - width: The columns the excerpt may take.
  init(of range: TextRange, inLine line: TextRange, of bytes: [UInt8], width: Int) {
    let start = Int(max(line.start, min(range.start, line.end)))
    let end = Int(max(UInt32(start), min(range.end, line.end)))
    var lineStart = Int(line.start)
    let lineEnd = Int(line.end)
    // The byte order mark is no copy.
    if lineStart == 0, start >= 3, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { lineStart = 3 }
    let marked = CopyExcerpt.prefix(of: start..<end, bytes, columns: width - 2)
    let free = max(0, width - marked.columns)
    // Two fifths of the room before it: what follows tells more than what led there.
    let whole = CopyExcerpt.suffix(of: lineStart..<start, bytes, columns: free)
    let before =
      whole.columns <= free * 2 / 5 ? whole : CopyExcerpt.suffix(of: lineStart..<start, bytes, columns: free * 2 / 5)
    let after = CopyExcerpt.prefix(
      of: marked.end..<lineEnd, bytes, columns: free - before.columns - (before.start > lineStart ? 1 : 0))
    let trailColumns = after.end < lineEnd ? 1 : 0
    let wider = CopyExcerpt.suffix(
      of: lineStart..<start, bytes, columns: free - after.columns - trailColumns)
    let lead = wider.start > lineStart ? "…" : ""
    let trail = after.end < lineEnd ? "…" : ""
    text = lead + wider.text + marked.text + after.text + trail
    indent = DisplayWidth.columns(of: Array((lead + wider.text).utf8))
    length = max(1, marked.columns)
  }

  /// As much of the start of a range as fits.
  static func prefix(
    of range: Range<Int>, _ bytes: [UInt8], columns limit: Int
  ) -> (text: String, end: Int, columns: Int) {
    let whole = PrintableText.printable(bytes[range.prefix(limit * 8)])
    let wholeColumns = DisplayWidth.columns(of: Array(whole.utf8))
    if range.count <= limit * 8, wholeColumns <= limit { return (whole, range.upperBound, wholeColumns) }
    // One column is for the sign that something is left out.
    var end = range.lowerBound
    var columns = 0
    while end < range.upperBound {
      let next = CopyExcerpt.clusterEnd(after: end, in: range, bytes)
      let text = PrintableText.printable(bytes[end..<next])
      let wider = columns + DisplayWidth.columns(of: Array(text.utf8))
      if wider > max(0, limit - 1) { break }
      columns = wider
      end = next
    }
    let text = PrintableText.printable(bytes[range.lowerBound..<end])
    return (text, end, DisplayWidth.columns(of: Array(text.utf8)))
  }

  /// As much of the end of a range as fits.
  static func suffix(
    of range: Range<Int>, _ bytes: [UInt8], columns limit: Int
  ) -> (text: String, start: Int, columns: Int) {
    if range.count <= limit * 8 {
      let whole = PrintableText.printable(bytes[range])
      let columns = DisplayWidth.columns(of: Array(whole.utf8))
      if columns <= limit { return (whole, range.lowerBound, columns) }
    }
    var start = range.upperBound
    var columns = 0
    while start > range.lowerBound {
      let previous = CopyExcerpt.clusterStart(before: start, in: range, bytes)
      let text = PrintableText.printable(bytes[previous..<start])
      let wider = columns + DisplayWidth.columns(of: Array(text.utf8))
      if wider > max(0, limit - 1) { break }
      columns = wider
      start = previous
    }
    let text = PrintableText.printable(bytes[start..<range.upperBound])
    return (text, start, DisplayWidth.columns(of: Array(text.utf8)))
  }

  /// The end of the character at an offset with the marks and joined characters that belong to it.
  private static func clusterEnd(after offset: Int, in range: Range<Int>, _ bytes: [UInt8]) -> Int {
    var end = offset
    var isJoined = true
    var isFirst = true
    while end < range.upperBound {
      let (codePoint, length) = UTF8Decoder.codePoint(in: bytes.span, at: end)
      if !isFirst, !isJoined, !continues(codePoint) { break }
      isJoined = codePoint == 0x200D
      isFirst = false
      end += length
    }
    return min(end, range.upperBound)
  }

  /// The start of the character before an offset with the marks and joined characters that belong to it.
  private static func clusterStart(before offset: Int, in range: Range<Int>, _ bytes: [UInt8]) -> Int {
    var start = offset
    while start > range.lowerBound {
      start -= 1
      while start > range.lowerBound, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      let (codePoint, _) = UTF8Decoder.codePoint(in: bytes.span, at: start)
      let followsJoiner =
        start - range.lowerBound >= 3 && bytes[start - 3] == 0xE2 && bytes[start - 2] == 0x80
        && bytes[start - 1] == 0x8D
      if !continues(codePoint), !followsJoiner { break }
    }
    return start
  }

  /// Whether a character belongs to the one before it.
  private static func continues(_ codePoint: UInt32) -> Bool {
    codePoint >= 0x300 && DisplayWidth.columns(of: encoded(codePoint)) == 0
  }

  private static func encoded(_ codePoint: UInt32) -> [UInt8] {
    var bytes: [UInt8] = []
    UTF8Decoder.append(codePoint, to: &bytes)
    return bytes
  }
}
