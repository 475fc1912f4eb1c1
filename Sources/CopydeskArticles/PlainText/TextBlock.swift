// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// A paragraph, heading or list item of plain text: one line, or several that were wrapped.
struct TextBlock {
  /// The block's lines, as indices into the reader's lines.
  var lines: Range<Int>
  /// Empty lines before it.
  var blankLinesBefore: Int
  /// What can be seen of it.
  var facts: BlockFacts
  /// The list marker or quotation sign at its start, which is no part of the text.
  var marker: BlockMarker?
  /// The part it plays, once known.
  var role: SegmentRole?
}

/// A sign at the start of a block that says what it is.
struct BlockMarker: Hashable {
  enum Kind: Hashable {
    /// `•` and its kin, which stand for nothing else.
    case bullet
    /// `-`, `*` or `–`, which need a second item to be believed.
    case dash(UInt32)
    /// `1.` or `1)`.
    case number(Int)
    /// `a)`.
    case letter(UInt8)
    /// `>`.
    case quotation
  }

  let kind: Kind
  /// The length of the marker with the white space behind it.
  let length: Int

  /// The marker at the start of a line, or `nil` if it starts with text.
  init?(_ line: TextRange, in bytes: [UInt8]) {
    let span = bytes.span
    let start = Int(line.start)
    let end = Int(line.end)
    guard start < end else { return nil }
    let (codePoint, firstLength) = UTF8Decoder.codePoint(in: span, at: start)
    var index = start + firstLength
    switch codePoint {
    case 0x2022, 0x2023, 0x25E6, 0x25AA, 0x25AB, 0x25CF, 0x25CB, 0x25A0, 0x25BA, 0x27A4, 0x2043: kind = .bullet
    case 0x2D, 0x2A, 0x2013, 0x2B: kind = .dash(codePoint)
    case 0x3E: kind = .quotation
    case 0x30...0x39:
      var value = Int(codePoint - 0x30)
      while index < end, index - start < 3, (0x30...0x39).contains(span[index]) {
        value = value * 10 + Int(span[index] - 0x30)
        index += 1
      }
      guard index < end, span[index] == 0x2E || span[index] == 0x29 else { return nil }
      index += 1
      kind = .number(value)
    case 0x61...0x7A:
      guard index < end, span[index] == 0x29 else { return nil }
      index += 1
      kind = .letter(UInt8(codePoint))
    default: return nil
    }
    // White space must follow, except behind a quotation sign, and then text.
    let textStart = Int(TextLines.trimmed(index, end, in: bytes).start)
    guard textStart < end, textStart > index || kind == .quotation else { return nil }
    length = textStart - start
  }

  /// Whether another marker continues this one's list.
  func continues(_ previous: BlockMarker?) -> Bool {
    guard let previous else { return false }
    switch (previous.kind, kind) {
    case (.dash(let first), .dash(let second)): return first == second
    case (.number(let first), .number(let second)): return second == first + 1
    case (.letter(let first), .letter(let second)): return second == first + 1
    default: return previous.kind == kind
    }
  }
}
