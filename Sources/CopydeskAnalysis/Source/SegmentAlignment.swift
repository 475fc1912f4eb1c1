// SPDX-License-Identifier: Apache-2.0

/// Which segments of the source say what which segments of the copy say.
public struct SegmentAlignment: Hashable, Sendable {
  /// Segments that say the same in both languages.
  public struct Unit: Hashable, Sendable {
    /// From here up a unit counts as certain.
    static let certainConfidence = 0.9

    /// The segments of the source, as indices; may be empty.
    public let source: Range<Int>
    /// The segments of the copy, as indices; may be empty.
    public let target: Range<Int>
    /// How probable it is that exactly these segments belong together, from 0 to 1; 1 if somebody said so.
    public let confidence: Double

    /// Creates a unit.
    public init(source: Range<Int>, target: Range<Int>, confidence: Double = 1) {
      self.source = source
      self.target = target
      self.confidence = confidence
    }

    /// Whether the unit may be taken for granted; else what one side lacks may stand in the units beside it.
    public var isCertain: Bool { confidence >= Unit.certainConfidence }
  }

  /// The units in the order of the copy; each segment is in one of them.
  public let units: [Unit]
  /// Creates an alignment of units in order.
  init(units: [Unit]) {
    self.units = units
  }

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

  /// The unit at an index if it is certain, else joined with the units beside it.
  ///
  /// What a rule misses in the copy beside a passage of the source is missing only if it is not in here either.
  public func surroundings(ofUnit index: Int) -> Unit {
    let unit = units[index]
    if unit.isCertain { return unit }
    let first = units[max(0, index - 1)]
    let last = units[min(units.count - 1, index + 1)]
    return Unit(
      source: first.source.lowerBound..<last.source.upperBound,
      target: first.target.lowerBound..<last.target.upperBound, confidence: unit.confidence)
  }
}
