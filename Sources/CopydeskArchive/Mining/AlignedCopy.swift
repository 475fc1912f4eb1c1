// SPDX-License-Identifier: Apache-2.0

public import CopydeskAnalysis
internal import CopydeskArticles
internal import CopydeskText

/// An article with its source, segment by segment.
public struct AlignedCopy: Sendable {
  /// Segments that say the same.
  public struct Pair: Hashable, Sendable {
    /// The segments of the source.
    public let source: Range<Int>
    /// The segments of the article.
    public let target: Range<Int>
  }

  /// The source.
  public let source: ArticleAnalysis
  /// The article.
  public let target: ArticleAnalysis
  /// The line of the file that both stand in, or `nil` if each is a file.
  public let line: Int?
  /// The segments that say the same, in order.
  public let pairs: [Pair]

  /// Aligns an article with its source.
  ///
  /// As many segments on both sides stand for each other one to one. Otherwise the alignment is the one that fits the
  /// lengths best (Gale and Church), with one or two segments on either side.
  public init(source: ArticleAnalysis, target: ArticleAnalysis, line: Int? = nil) {
    self.source = source
    self.target = target
    self.line = line
    pairs = AlignedCopy.pairs(
      source.article.segments.map { $0.range.count }, target.article.segments.map { $0.range.count })
  }

  /// What a pair of some segments costs before their lengths are looked at.
  private static let steps: [(source: Int, target: Int, cost: Double)] = [
    (1, 1, 0), (1, 2, 2.3), (2, 1, 2.3), (1, 0, 4.5), (0, 1, 4.5),
  ]

  static func pairs(_ source: [Int], _ target: [Int]) -> [Pair] {
    if source.count == target.count {
      return source.indices.map { Pair(source: $0..<$0 + 1, target: $0..<$0 + 1) }
    }
    guard !source.isEmpty, !target.isEmpty else { return [] }
    let ratio = Double(target.reduce(0, +)) / Double(max(source.reduce(0, +), 1))
    let width = target.count + 1
    var costs = [Double](repeating: .infinity, count: (source.count + 1) * width)
    var moves = [Int](repeating: -1, count: costs.count)
    costs[0] = 0
    for row in 0...source.count {
      for column in 0...target.count where costs[row * width + column] < .infinity {
        for (move, step) in steps.enumerated()
        where row + step.source <= source.count && column + step.target <= target.count {
          let left = source[row..<row + step.source].reduce(0, +)
          let right = target[column..<column + step.target].reduce(0, +)
          let cost = costs[row * width + column] + step.cost + lengthCost(Double(left) * ratio, Double(right))
          let place = (row + step.source) * width + column + step.target
          if cost < costs[place] {
            costs[place] = cost
            moves[place] = move
          }
        }
      }
    }
    var pairs: [Pair] = []
    var (row, column) = (source.count, target.count)
    while row > 0 || column > 0 {
      let step = steps[moves[row * width + column]]
      if step.source > 0, step.target > 0 {
        pairs.append(Pair(source: row - step.source..<row, target: column - step.target..<column))
      }
      row -= step.source
      column -= step.target
    }
    return pairs.reversed()
  }

  /// How badly two lengths fit each other: the square of their distance in standard deviations, as lengths of translations vary.
  private static func lengthCost(_ expected: Double, _ length: Double) -> Double {
    let mean = (expected + length) / 2
    guard mean > 0 else { return 0 }
    let distance = (expected - length) / (6.8 * mean).squareRoot()
    return min(distance * distance / 2, 12)
  }
}
