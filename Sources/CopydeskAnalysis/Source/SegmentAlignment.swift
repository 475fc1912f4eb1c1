// SPDX-License-Identifier: Apache-2.0

/// Which segments of the source say what which segments of the copy say.
public struct SegmentAlignment: Hashable, Sendable {
  /// Segments that say the same in both languages.
  public struct Unit: Hashable, Sendable {
    /// The segments of the source, as indices; may be empty.
    public let source: Range<Int>
    /// The segments of the copy, as indices; may be empty.
    public let target: Range<Int>

    /// Creates a unit.
    public init(source: Range<Int>, target: Range<Int>) {
      self.source = source
      self.target = target
    }
  }

  /// The units in the order of the copy; each segment is in one of them.
  public let units: [Unit]

  /// Pairs segments one to one if there are as many of them, else takes both articles as a whole.
  ///
  /// As a whole, only what is nowhere in the copy can be missed: too little is better than a false alarm on every
  /// paragraph behind one that was split.
  public init(sourceCount: Int, targetCount: Int) {
    units =
      sourceCount == targetCount
      ? (0..<targetCount).map { Unit(source: $0..<$0 + 1, target: $0..<$0 + 1) }
      : [Unit(source: 0..<sourceCount, target: 0..<targetCount)]
  }

  /// Pairs segments by numbers that both sides give them.
  ///
  /// - Parameters:
  ///   - sourceNumbers: The number of each segment of the source; never falling.
  ///   - targetNumbers: The number of each segment of the copy; never falling.
  public init(sourceNumbers: [Int], targetNumbers: [Int]) {
    var units: [Unit] = []
    var (source, target) = (0, 0)
    while source < sourceNumbers.count || target < targetNumbers.count {
      let number = min(
        source < sourceNumbers.count ? sourceNumbers[source] : .max,
        target < targetNumbers.count ? targetNumbers[target] : .max)
      let (firstSource, firstTarget) = (source, target)
      while source < sourceNumbers.count, sourceNumbers[source] == number { source += 1 }
      while target < targetNumbers.count, targetNumbers[target] == number { target += 1 }
      units.append(Unit(source: firstSource..<source, target: firstTarget..<target))
    }
    self.units = units
  }
}
