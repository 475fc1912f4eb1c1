// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// Finds what stands in quotation marks or brackets.
enum EnclosedTokens {
  /// The tokens inside of each closed quotation and pair of brackets that begins in a run of tokens of one
  /// segment, without the marks.
  static func ranges(in run: Range<Int>, tokens: [Token], text: [UInt8], quotations: Quotations) -> [Range<Int>] {
    guard let first = run.first, let last = run.last else { return [] }
    let place = TextRange(start: tokens[first].start, end: tokens[last].end)
    var ranges: [Range<Int>] = []
    for quotation in quotations.all where quotation.closing != nil && quotation.range.overlaps(place) {
      let content = quotation.content
      let inside = run.filter { content.contains(tokens[$0].range) }
      if let lower = inside.first, let upper = inside.last { ranges.append(lower..<upper + 1) }
    }
    var open: [(bracket: UInt32, index: Int)] = []
    for index in run where tokens[index].kind == .punctuation {
      let mark = UTF8Decoder.codePoint(in: text.span, at: Int(tokens[index].start)).codePoint
      if closing(of: mark) != nil {
        open.append((mark, index))
      } else if let match = open.lastIndex(where: { closing(of: $0.bracket) == mark }) {
        if open[match].index + 1 < index { ranges.append(open[match].index + 1..<index) }
        open.removeSubrange(match...)
      }
    }
    return ranges
  }

  private static func closing(of bracket: UInt32) -> UInt32? {
    switch bracket {
    case 0x28: 0x29  // ( )
    case 0x5B: 0x5D  // [ ]
    case 0xFF08: 0xFF09  // full width
    case 0x3010: 0x3011  // lenticular
    default: nil
    }
  }
}
