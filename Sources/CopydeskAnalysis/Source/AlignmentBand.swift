// SPDX-License-Identifier: Apache-2.0

/// Which numbers of segments of the copy may stand beside a number of segments of the source.
///
/// Short articles may be aligned in any way. In long ones, anchors that each side has once mark out a way, and only
/// what is near it counts; so time and memory grow with the length of the articles and not with its square.
struct AlignmentBand {
  /// Up to so many pairs of segments everything is allowed.
  private static let fullSize = 1 << 14
  /// How far from the way the alignment may be where anchors are near.
  private static let padding = 40
  /// The most that it may be farther away where they are not.
  private static let maximumDetour = 216

  /// The fewest segments of the copy beside the first segments of the source, by their number; never falls.
  private(set) var lowest: [Int]
  /// The most of them; never falls.
  private(set) var highest: [Int]
  /// Where the cells of each row start in arrays that have one for each allowed pair of numbers.
  let offsets: [Int]
  /// The number of such cells.
  let cellCount: Int

  init(_ anchors: AlignmentAnchors) {
    let sourceCount = anchors.source.segments.count
    let targetCount = anchors.target.segments.count
    lowest = [Int](repeating: 0, count: sourceCount + 1)
    highest = [Int](repeating: targetCount, count: sourceCount + 1)
    if sourceCount * targetCount > AlignmentBand.fullSize {
      var (row, column) = (0, 0)
      for (nextRow, nextColumn) in AlignmentBand.way(anchors) + [(sourceCount, targetCount)] {
        let (rows, columns) = (nextRow - row, nextColumn - column)
        let reach = AlignmentBand.padding + min(min(rows, columns), AlignmentBand.maximumDetour)
        for index in row...nextRow {
          let center = rows == 0 ? nextColumn : column + (index - row) * columns / rows
          let low = rows == 0 ? column - reach : center - reach
          lowest[index] = max(0, index == row && index > 0 ? min(lowest[index], low) : low)
          let high = min(targetCount, center + reach)
          highest[index] = index == row && index > 0 ? max(highest[index], high) : high
        }
        (row, column) = (nextRow, nextColumn)
      }
      lowest[0] = 0
      highest[sourceCount] = targetCount
      // A way that steps over many segments of the copy at once must stay connected.
      for index in lowest.indices.dropLast().reversed() { lowest[index] = min(lowest[index], lowest[index + 1]) }
      for index in highest.indices.dropFirst() { highest[index] = max(highest[index], highest[index - 1]) }
      for index in lowest.indices.dropFirst() {
        lowest[index] = min(lowest[index], highest[index - 1])
      }
    }
    var offsets: [Int] = []
    offsets.reserveCapacity(lowest.count)
    var count = 0
    for (low, high) in zip(lowest, highest) {
      offsets.append(count)
      count += high - low + 1
    }
    self.offsets = offsets
    cellCount = count
  }

  /// The cell of a pair of numbers, or `nil` if it is not allowed.
  @inline(__always)
  func cell(_ row: Int, _ column: Int) -> Int? {
    guard row >= 0, column >= lowest[row], column <= highest[row] else { return nil }
    return offsets[row] + column - lowest[row]
  }

  /// The longest rising row of pairs of segments that share two anchors which are nowhere else, or a heavy one.
  private static func way(_ anchors: AlignmentAnchors) -> [(Int, Int)] {
    var shared: [[Int: Double]] = Array(repeating: [:], count: anchors.source.segments.count)
    for (anchor, place) in anchors.sourcePlaces.enumerated() {
      guard let place, let posting = anchors.postings[anchor].first else { continue }
      shared[Int(place)][Int(posting.segment), default: 0] += anchors.weights[anchor]
    }
    var pairs: [(row: Int, column: Int)] = []
    for (row, columns) in shared.enumerated() {
      // Of several the heaviest, and of equal ones none.
      let best = columns.max { ($0.value, $0.key) < ($1.value, $1.key) }
      guard let best, best.value >= minimumWayWeight, columns.count(where: { $0.value == best.value }) == 1 else {
        continue
      }
      pairs.append((row, best.key))
    }
    // The ends of the longest rising rows of each length, by patience sorting.
    var ends: [Int] = []
    var previous = [Int](repeating: -1, count: pairs.count)
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].column < pair.column { low = middle + 1 } else { high = middle }
      }
      if low > 0 { previous[index] = ends[low - 1] }
      if low == ends.count { ends.append(index) } else { ends[low] = index }
    }
    var way: [(Int, Int)] = []
    var index = ends.last ?? -1
    while index >= 0 {
      way.append(pairs[index])
      index = previous[index]
    }
    return way.reversed()
  }

  /// What the anchors of a pair on the way must weigh.
  private static let minimumWayWeight = 3.0
}
