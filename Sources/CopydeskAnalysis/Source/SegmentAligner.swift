// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText
internal import Glibc

extension SegmentAlignment {
  /// Finds which segments belong together, from what both sides have in common.
  ///
  /// That are lengths, numbers, names and words that sound alike, links, marks and roles. Paragraphs may have been
  /// left out, added, split and merged, even so that both sides have as many; their order must be the same.
  public init(aligning source: AlignmentSide, with target: AlignmentSide) {
    guard source.count > 0, target.count > 0 else {
      let whole = Unit(source: 0..<source.count, target: 0..<target.count)
      self.init(units: source.count + target.count == 0 ? [] : [whole])
      return
    }
    var aligner = SegmentAligner(source: source, target: target)
    self.init(units: aligner.units())
  }
}

/// Finds the most probable alignment by dynamic programming, and how probable each of its units is.
///
/// What a unit counts is the logarithm of how much more probable its two sides are as translations of each other than
/// by chance. The method is that of Gale and Church (1993) with anchors added to lengths.
struct SegmentAligner {
  /// A number of segments of the source that stands beside a number of segments of the copy.
  private struct Bead {
    let source: Int
    let target: Int
    /// What it counts before anything is known of the segments.
    let prior: Double
  }

  private static let beads = [
    Bead(source: 1, target: 1, prior: 0), Bead(source: 1, target: 0, prior: -4.3),
    Bead(source: 0, target: 1, prior: -4.3), Bead(source: 1, target: 2, prior: -4.3),
    Bead(source: 2, target: 1, prior: -4.3), Bead(source: 2, target: 2, prior: -6.5),
    Bead(source: 1, target: 3, prior: -5), Bead(source: 3, target: 1, prior: -5),
  ]

  private static let largestBead = 3

  private let source: AlignmentSide
  private let target: AlignmentSide
  private let anchors: AlignmentAnchors
  private let band: AlignmentBand
  private let logSourceLengths: [Double]
  private let logTargetLengths: [Double]
  /// The logarithm of how much longer the copy is than the source.
  private var logRatio: Double

  init(source: AlignmentSide, target: AlignmentSide) {
    self.source = source
    self.target = target
    anchors = AlignmentAnchors(source: source, target: target)
    band = AlignmentBand(anchors)
    logSourceLengths = source.lengths.map { log(Double($0)) }
    logTargetLengths = target.lengths.map { log(Double($0)) }
    logRatio = log(Double(target.lengths.reduce(0, +)) / Double(source.lengths.reduce(0, +)))
  }

  /// The units of the most probable alignment.
  mutating func units() -> [SegmentAlignment.Unit] {
    var (path, sums) = bestPath()
    // Paragraphs that are missing pull the ratio of whole articles off; that of the pairs found is right.
    for _ in 0..<SegmentAligner.maximumRounds {
      let ratio = ratio(of: path)
      if abs(ratio - logRatio) < SegmentAligner.equalRatio { break }
      logRatio = ratio
      (path, sums) = bestPath()
    }
    return units(of: path, sums: sums)
  }

  private static let maximumRounds = 2
  private static let equalRatio = 0.05
  /// The fewest pairs whose ratio is trusted.
  private static let minimumPairs = 3

  /// The median of how much longer the copy is in the pairs of a path.
  private func ratio(of path: [Step]) -> Double {
    let ratios = path.compactMap { step -> Double? in
      guard step.bead == 0 else { return nil }
      return logTargetLengths[step.target] - logSourceLengths[step.source]
    }.sorted()
    return ratios.count < SegmentAligner.minimumPairs ? logRatio : ratios[ratios.count / 2]
  }

  /// A bead and the segments it starts with.
  private struct Step {
    let bead: Int
    let source: Int
    let target: Int
  }

  /// The best path, and for each cell the logarithm of the sum of all paths that lead to it.
  private func bestPath() -> (path: [Step], sums: [Double]) {
    var best = [Double](repeating: -.infinity, count: band.cellCount)
    var sums = [Double](repeating: -.infinity, count: band.cellCount)
    var last = [UInt8](repeating: 0, count: band.cellCount)
    best[0] = 0
    sums[0] = 0
    var overlaps = AnchorOverlaps(anchors, band)
    for row in 0...source.count {
      if row > 0 { overlaps.addRow(row - 1) }
      for column in band.lowest[row]...band.highest[row] {
        guard let cell = band.cell(row, column) else { continue }
        for (index, bead) in SegmentAligner.beads.enumerated() {
          guard column >= bead.target, let start = band.cell(row - bead.source, column - bead.target),
            best[start] > -.infinity
          else { continue }
          let score = score(of: bead, row - bead.source, column - bead.target, overlaps)
          if best[start] + score > best[cell] {
            best[cell] = best[start] + score
            last[cell] = UInt8(index)
          }
          sums[cell] = SegmentAligner.logSum(sums[cell], sums[start] + score)
        }
      }
    }
    var path: [Step] = []
    var (row, column) = (source.count, target.count)
    while row > 0 || column > 0, let cell = band.cell(row, column) {
      let index = Int(last[cell])
      row -= SegmentAligner.beads[index].source
      column -= SegmentAligner.beads[index].target
      path.append(Step(bead: index, source: row, target: column))
    }
    return (path.reversed(), sums)
  }

  /// The units of a path with their confidence: the share of all paths, weighted by how probable they are, that go
  /// through them.
  private func units(of path: [Step], sums: [Double]) -> [SegmentAlignment.Unit] {
    // The sums of the paths from a cell to the end, for the rows that beads can reach.
    var rows: [[Double]] = []
    var units: [SegmentAlignment.Unit] = []
    guard let end = sums.last else { return [] }
    var remaining = path[...]
    var overlaps = AnchorOverlaps(anchors, band)
    for row in (0...source.count).reversed() {
      if row < source.count { overlaps.addRow(row) }
      let low = band.lowest[row]
      var ends = [Double](repeating: -.infinity, count: band.highest[row] - low + 1)
      if row == source.count { ends[target.count - low] = 0 }
      for column in (low...band.highest[row]).reversed() {
        for bead in SegmentAligner.beads {
          guard row + bead.source <= source.count,
            band.cell(row + bead.source, column + bead.target) != nil
          else { continue }
          let next = row + bead.source
          let rest =
            (bead.source == 0 ? ends : rows[rows.count - bead.source])[column + bead.target - band.lowest[next]]
          if rest == -.infinity { continue }
          let sum = rest + score(of: bead, row, column, overlaps)
          ends[column - low] = SegmentAligner.logSum(ends[column - low], sum)
        }
      }
      while let step = remaining.last, step.source == row, let cell = band.cell(row, step.target) {
        let bead = SegmentAligner.beads[step.bead]
        let next = row + bead.source
        let rest =
          (bead.source == 0 ? ends : rows[rows.count - bead.source])[step.target + bead.target - band.lowest[next]]
        let share = sums[cell] + score(of: bead, row, step.target, overlaps) + rest - end
        units.append(
          SegmentAlignment.Unit(
            source: row..<next, target: step.target..<step.target + bead.target, confidence: min(1, exp(share))))
        remaining.removeLast()
      }
      rows.append(ends)
      if rows.count > SegmentAligner.largestBead { rows.removeFirst() }
    }
    return units.reversed()
  }

  private static func logSum(_ left: Double, _ right: Double) -> Double {
    let (low, high) = left < right ? (left, right) : (right, left)
    // Below this the smaller one changes nothing that matters.
    return high - low > 30 || low == -.infinity ? high : high + log1p(exp(low - high))
  }

  // MARK: What a bead counts

  private func score(of bead: Bead, _ row: Int, _ column: Int, _ overlaps: AnchorOverlaps) -> Double {
    guard bead.source > 0, bead.target > 0 else { return bead.prior }
    let sources = row..<row + bead.source
    let targets = column..<column + bead.target
    return bead.prior + lengthScore(sources, targets) + overlaps.score(sources, targets) + shapeScore(sources, targets)
  }

  /// The spread of the lengths of translations: this, divided by the root of the length of the shorter side.
  ///
  /// Measured on professional translations between ten languages, it is the same for all pairs.
  private static let spread = 1.35
  /// The spread of the lengths of paragraphs that have nothing to do with each other.
  private static let chanceSpread = 0.85
  /// The share of translations whose length follows no rule.
  private static let freeShare = 0.04

  private func lengthScore(_ sources: Range<Int>, _ targets: Range<Int>) -> Double {
    let left = SegmentAligner.length(sources, source.lengths, logSourceLengths)
    let right = SegmentAligner.length(targets, target.lengths, logTargetLengths)
    let difference = right.log - left.log - logRatio
    let spread = min(0.6, SegmentAligner.spread / Double(min(left.length, right.length)).squareRoot() + 0.01)
    let near = difference / spread
    let chance = difference / SegmentAligner.chanceSpread
    let odds = exp((chance * chance - near * near) / 2) * SegmentAligner.chanceSpread / spread
    return log((1 - SegmentAligner.freeShare) * odds + SegmentAligner.freeShare) - max(0, abs(difference) - 0.7)
  }

  private static func length(_ range: Range<Int>, _ lengths: [Int], _ logs: [Double]) -> (length: Int, log: Double) {
    if range.count == 1 { return (lengths[range.lowerBound], logs[range.lowerBound]) }
    let length = range.reduce(0) { $0 + lengths[$1] }
    return (length, log(Double(length)))
  }

  private static let equalMark = 0.5
  private static let otherMark = 0.5
  private static let equalRole = 0.8
  private static let otherRole = 0.8

  private func shapeScore(_ sources: Range<Int>, _ targets: Range<Int>) -> Double {
    var left: SegmentShape = []
    for index in sources { left.formUnion(source.shapes[index]) }
    var right: SegmentShape = []
    for index in targets { right.formUnion(target.shapes[index]) }
    var score =
      Double(left.intersection(right).rawValue.nonzeroBitCount) * SegmentAligner.equalMark
      - Double(left.symmetricDifference(right).rawValue.nonzeroBitCount) * SegmentAligner.otherMark
    if sources.count == 1, targets.count == 1 {
      let role = source.roles[sources.lowerBound]
      if role != target.roles[targets.lowerBound] {
        score -= SegmentAligner.otherRole
      } else if role != .paragraph {
        score += SegmentAligner.equalRole
      }
    }
    return score
  }
}

/// Which anchors the segments of a few neighboring rows share with the segments of the copy.
private struct AnchorOverlaps {
  /// What a segment of the source shares with the segments of the copy from `first` on.
  private struct Row {
    var segment = -1
    var first = 0
    /// The anchors of the segment of the source that a segment of the copy has as well, by their place in its list.
    var sourceMasks: [UInt64] = []
    /// The same by their place in the list of the segment of the copy.
    var targetMasks: [UInt64] = []
    var weights: [Double] = []
  }

  /// What an anchor costs that only one side has, as a part of what it counts if both have it.
  private static let unshared = 0.15
  /// The most that all anchors together count.
  private static let limit = 12.0

  private let anchors: AlignmentAnchors
  private let band: AlignmentBand
  private var rows = [Row](repeating: Row(), count: 4)

  init(_ anchors: AlignmentAnchors, _ band: AlignmentBand) {
    self.anchors = anchors
    self.band = band
  }

  /// Prepares a segment of the source; the last three may be asked for.
  mutating func addRow(_ segment: Int) {
    let first = band.lowest[max(0, segment - 3)]
    let end = max(first, band.highest[min(band.highest.count - 1, segment + 4)])
    var row = Row(
      segment: segment, first: first, sourceMasks: Array(repeating: 0, count: end - first),
      targetMasks: Array(repeating: 0, count: end - first), weights: Array(repeating: 0, count: end - first))
    for (position, anchor) in anchors.source.segments[segment].enumerated() {
      let postings = anchors.postings[Int(anchor)]
      var index = AnchorOverlaps.firstIndex(in: postings, from: first)
      while index < postings.count, Int(postings[index].segment) < end {
        let cell = Int(postings[index].segment) - first
        row.sourceMasks[cell] |= 1 << UInt64(position)
        row.targetMasks[cell] |= 1 << UInt64(postings[index].position)
        row.weights[cell] += anchors.weights[Int(anchor)]
        index += 1
      }
    }
    rows[segment % rows.count] = row
  }

  private static func firstIndex(in postings: [AlignmentAnchors.Posting], from segment: Int) -> Int {
    var (low, high) = (0, postings.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(postings[middle].segment) < segment { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// What it counts that some segments share anchors and do not share others.
  func score(_ sources: Range<Int>, _ targets: Range<Int>) -> Double {
    var shared = 0.0
    var total = 0.0
    if sources.count == 1, targets.count == 1 {
      let row = rows[sources.lowerBound % rows.count]
      shared = row.weights[targets.lowerBound - row.first]
    } else if targets.count == 1 {
      var mask: UInt64 = 0
      for segment in sources {
        let row = rows[segment % rows.count]
        mask |= row.targetMasks[targets.lowerBound - row.first]
      }
      shared = weight(of: mask, anchors.target.segments[targets.lowerBound])
    } else {
      for segment in sources {
        let row = rows[segment % rows.count]
        var mask: UInt64 = 0
        for target in targets { mask |= row.sourceMasks[target - row.first] }
        shared += weight(of: mask, anchors.source.segments[segment])
      }
    }
    for segment in sources { total += anchors.source.totals[segment] }
    for segment in targets { total += anchors.target.totals[segment] }
    return min(AnchorOverlaps.limit, shared) - AnchorOverlaps.unshared * max(0, total - 2 * shared)
  }

  private func weight(of mask: UInt64, _ list: [Int32]) -> Double {
    var mask = mask
    var weight = 0.0
    while mask != 0 {
      weight += anchors.weights[Int(list[mask.trailingZeroBitCount])]
      mask &= mask - 1
    }
    return weight
  }
}
