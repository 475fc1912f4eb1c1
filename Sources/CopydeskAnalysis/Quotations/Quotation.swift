// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// Words between quotation marks.
///
/// A quotation that runs over several paragraphs is one, whether each paragraph opens again or not.
public struct Quotation: Hashable, Sendable {
  /// The place in the article's text, marks included.
  ///
  /// A quotation that nothing closes ends with its paragraph.
  public let range: TextRange
  /// The opening mark.
  public let opening: TextRange
  /// The closing mark, or `nil` if the quotation is not closed.
  public let closing: TextRange?
  /// The code point of the opening mark; a doubled `'` counts as `"`, a doubled `,` as `„`.
  public let openingMark: UInt32
  /// The code point of the closing mark, or `nil` if the quotation is not closed.
  public let closingMark: UInt32?
  /// How many quotations it stands in.
  public let depth: Int

  /// Creates a quotation.
  public init(
    range: TextRange, opening: TextRange, closing: TextRange?, openingMark: UInt32, closingMark: UInt32?, depth: Int
  ) {
    self.range = range
    self.opening = opening
    self.closing = closing
    self.openingMark = openingMark
    self.closingMark = closingMark
    self.depth = depth
  }

  /// The words without the marks.
  public var content: TextRange {
    TextRange(start: opening.end, end: max(opening.end, closing?.start ?? range.end))
  }
}

/// A quotation mark without its partner.
public struct UnpairedQuotationMark: Hashable, Sendable {
  /// What is missing.
  public enum Missing: Hashable, Sendable {
    /// The mark opens a quotation that is never closed.
    case closing
    /// The mark closes a quotation that was never opened.
    case opening
  }

  /// The mark.
  public let range: TextRange
  /// What is missing.
  public let missing: Missing

  /// Creates an unpaired mark.
  public init(range: TextRange, missing: Missing) {
    self.range = range
    self.missing = missing
  }
}

/// The quotations of an article.
public struct Quotations: Sendable {
  /// The quotations by their start, outer before inner.
  public let all: [Quotation]
  /// Marks without a partner, in text order.
  public let unpaired: [UnpairedQuotationMark]
  /// The places of the closed quotations, joined where they touch or overlap.
  private let covered: [TextRange]

  init(all: [Quotation], unpaired: [UnpairedQuotationMark]) {
    self.all = all.sorted { ($0.range.start, $0.depth) < ($1.range.start, $1.depth) }
    self.unpaired = unpaired.sorted { $0.range < $1.range }
    var covered: [TextRange] = []
    for quotation in self.all where quotation.closing != nil {
      if let last = covered.last, quotation.range.start <= last.end {
        covered[covered.count - 1] = last.union(quotation.range)
      } else {
        covered.append(quotation.range)
      }
    }
    self.covered = covered
  }

  /// Whether a range lies wholly in a closed quotation; a mark without a partner quotes nothing.
  ///
  /// - Complexity: O(log *n*) in the number of quotations.
  public func contain(_ range: TextRange) -> Bool {
    var low = 0
    var high = covered.count
    while low < high {
      let middle = (low + high) / 2
      if covered[middle].end <= range.start { low = middle + 1 } else { high = middle }
    }
    return low < covered.count && covered[low].contains(range)
  }
}
