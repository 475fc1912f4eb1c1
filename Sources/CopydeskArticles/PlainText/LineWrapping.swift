// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// Tells whether lines are paragraphs, or pieces of paragraphs that an editor wrapped at a width.
struct LineWrapping {
  /// The width in code points at which lines were wrapped.
  private let width: Int
  private let widths: [Int]
  private let firstWordWidths: [Int]

  /// The widest that people and mail programs wrap at.
  private static let maximumWidth = 120

  /// Looks for a wrapping width; `nil` if each line is a paragraph of its own.
  ///
  /// In wrapped text the first word of a line would not have fit the line before. Where nearly every pair of
  /// lines without an empty one between them has that property, the text is wrapped.
  init?(_ lines: [TextLine], in bytes: [UInt8]) {
    guard lines.count > 2 else { return nil }
    let span = bytes.span
    var widths: [Int] = []
    var firstWordWidths: [Int] = []
    widths.reserveCapacity(lines.count)
    firstWordWidths.reserveCapacity(lines.count)
    for line in lines {
      // A line longer than any wrapping width in bytes of Latin text, and three times so of others.
      guard line.range.count <= LineWrapping.maximumWidth * 4 else {
        widths.append(Int.max)
        firstWordWidths.append(Int.max)
        continue
      }
      var width = 0
      var firstWord = 0
      for index in line.range.offsets where span[index] & 0xC0 != 0x80 {
        if span[index] == 0x20, firstWord == 0 { firstWord = width }
        width += 1
      }
      // Between ideographs a line may be broken anywhere.
      if span[Int(line.range.start)] >= 0xE3 { firstWord = 1 }
      widths.append(width)
      firstWordWidths.append(firstWord == 0 ? width : firstWord)
    }
    var pairs: [Int] = []
    var widest = 0
    for index in lines.indices.dropFirst() where lines[index].blankLinesBefore == 0 {
      pairs.append(index)
      // A single long word, such as an address, does not make the width.
      for line in [index - 1, index] where firstWordWidths[line] < widths[line] { widest = max(widest, widths[line]) }
    }
    // Most lines of wrapped text have a neighbor; a lone pair is a coincidence.
    guard pairs.count >= 3, pairs.count * 3 >= lines.count, (30...LineWrapping.maximumWidth).contains(widest) else {
      return nil
    }
    let wrapped = pairs.filter { widths[$0 - 1] != Int.max && widths[$0 - 1] + 1 + firstWordWidths[$0] > widest }
    guard wrapped.count * 10 >= pairs.count * 8 else { return nil }
    width = widest
    self.widths = widths
    self.firstWordWidths = firstWordWidths
  }

  /// Whether a line continues the one before it.
  func continues(_ line: Int, _ lines: [TextLine]) -> Bool {
    guard line > 0, lines[line].blankLinesBefore == 0, widths[line - 1] != Int.max else { return false }
    return widths[line - 1] + 1 + firstWordWidths[line] > width
  }
}
