// SPDX-License-Identifier: Apache-2.0

internal import CopydeskArticles
internal import CopydeskText

extension ArticleAnalysis {
  /// What stands in quotation marks in a segment, as token ranges without the outer marks, in text order.
  ///
  /// A block quotation is quoted as a whole. A quotation that stays open runs to the end of its paragraph
  /// if the next one begins with a quotation mark, as speeches over several paragraphs do; else the open
  /// mark is taken for a slip and quotes nothing.
  public func quotations(inSegment index: Int) -> [Range<Int>] {
    let range = segmentTokens[index]
    if article.segments[index].role == .quotation { return range.isEmpty ? [] : [range] }
    var quotations: [Range<Int>] = []
    var open: (mark: UInt32, index: Int)?
    for position in range where tokens[position].kind == .punctuation {
      let mark = codePoint(of: tokens[position])
      if let current = open {
        guard QuotationMark.closes(mark, current.mark) else { continue }
        // A straight mark with white space before it opens; only one behind a word closes.
        if mark == current.mark, QuotationMark.isStraight(mark), opens(at: position, in: range) { continue }
        if current.index + 1 < position { quotations.append(current.index + 1..<position) }
        open = nil
      } else if QuotationMark.canOpen(mark), opens(at: position, in: range) {
        open = (mark, position)
      }
    }
    if let open, open.index + 1 < range.upperBound, nextSegmentOpensQuotation(after: index) {
      quotations.append(open.index + 1..<range.upperBound)
    }
    return quotations
  }

  /// Whether some tokens of a segment lie within a quotation.
  public func isQuoted(_ tokens: Range<Int>, inSegment index: Int) -> Bool {
    quotations(inSegment: index).contains { $0.lowerBound <= tokens.lowerBound && tokens.upperBound <= $0.upperBound }
  }

  /// Whether the mark stands where quotations begin: behind white space or another mark, before a word.
  private func opens(at index: Int, in range: Range<Int>) -> Bool {
    guard index + 1 < range.upperBound, tokens[index + 1].traits.isDisjoint(with: .spaceBefore) else {
      // French puts a space behind the opening mark.
      return index + 1 < range.upperBound && codePoint(of: tokens[index]) == 0xAB
    }
    return index == range.lowerBound || tokens[index].traits.contains(.spaceBefore)
      || tokens[index - 1].kind == .punctuation
  }

  private func nextSegmentOpensQuotation(after index: Int) -> Bool {
    guard index + 1 < segmentTokens.count, let first = segmentTokens[index + 1].first,
      article.segments[index + 1].role.isProse
    else { return false }
    return tokens[first].kind == .punctuation && QuotationMark.canOpen(codePoint(of: tokens[first]))
  }
}

/// Which quotation marks open and which close what they opened.
private enum QuotationMark {
  static func isStraight(_ mark: UInt32) -> Bool { mark == 0x22 || mark == 0x27 }

  static func canOpen(_ mark: UInt32) -> Bool {
    switch mark {
    case 0x22, 0x27, 0xAB, 0xBB, 0x2018, 0x201A, 0x201C, 0x201D, 0x201E, 0x2039, 0x203A, 0x300C, 0x300E: true
    default: false
    }
  }

  static func closes(_ mark: UInt32, _ opening: UInt32) -> Bool {
    switch opening {
    case 0x22: mark == 0x22 || mark == 0x201D
    case 0x27: mark == 0x27 || mark == 0x2019
    case 0xAB: mark == 0xBB
    case 0xBB: mark == 0xAB || mark == 0xBB
    case 0x2018: mark == 0x2019
    case 0x201A: mark == 0x2018 || mark == 0x2019
    case 0x201C: mark == 0x201D || mark == 0x22
    case 0x201D: mark == 0x201D
    case 0x201E: mark == 0x201C || mark == 0x201D || mark == 0x22
    case 0x2039: mark == 0x203A
    case 0x203A: mark == 0x2039 || mark == 0x203A
    case 0x300C: mark == 0x300D
    case 0x300E: mark == 0x300F
    default: false
    }
  }
}
