// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// A line of plain text without the white space around it.
struct TextLine: Hashable {
  /// The line's text in the input.
  var range: TextRange
  /// Empty lines before it; one or more end a paragraph.
  var blankLinesBefore: Int
}

/// Splits text into lines at LF, CR, CR LF, form feed, and the line separators of Unicode.
enum TextLines {
  /// The lines that are not empty.
  static func lines(in bytes: [UInt8], from start: Int = 0) -> [TextLine] {
    let span = bytes.span
    var lines: [TextLine] = []
    var blankLines = 0
    var lineStart = start
    var index = start
    while index <= span.count {
      let breakLength = index == span.count ? 1 : lineBreakLength(in: span, at: index)
      guard breakLength > 0 else {
        index += 1
        continue
      }
      let range = trimmed(lineStart, index, in: bytes)
      if range.isEmpty {
        blankLines += 1
      } else {
        lines.append(TextLine(range: range, blankLinesBefore: blankLines))
        blankLines = 0
      }
      index += breakLength
      lineStart = index
    }
    return lines
  }

  /// The bytes of the line break at an offset, or 0 if none stands there.
  @inline(__always)
  private static func lineBreakLength(in span: Span<UInt8>, at index: Int) -> Int {
    switch span[index] {
    case 0x0A, 0x0C: 1
    case 0x0D: index + 1 < span.count && span[index + 1] == 0x0A ? 2 : 1
    // U+0085, U+2028, U+2029.
    case 0xC2: index + 1 < span.count && span[index + 1] == 0x85 ? 2 : 0
    case 0xE2:
      index + 2 < span.count && span[index + 1] == 0x80 && (span[index + 2] == 0xA8 || span[index + 2] == 0xA9) ? 3 : 0
    default: 0
    }
  }

  /// A range without the white space at its ends.
  static func trimmed(_ start: Int, _ end: Int, in bytes: [UInt8]) -> TextRange {
    let span = bytes.span
    var (start, end) = (start, end)
    while start < end {
      let (codePoint, length) = UTF8Decoder.codePoint(in: span, at: start)
      guard isSpace(codePoint) else { break }
      start += length
    }
    while end > start {
      var last = end - 1
      while last > start, span[last] & 0xC0 == 0x80 { last -= 1 }
      guard isSpace(UTF8Decoder.codePoint(in: span, at: last).codePoint) else { break }
      end = last
    }
    return TextRange(start, end)
  }

  static func isSpace(_ codePoint: UInt32) -> Bool {
    switch codePoint {
    case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }
}
