// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// A time of day of the copy that is not the source's.
public struct TimeDifference: Hashable, Sendable {
  /// The place in the source.
  public let source: TextRange
  /// The place in the copy.
  public let target: TextRange
}

/// Compares the times of day of copy and source, unit by unit of their alignment.
///
/// Clocks of twelve and of twenty-four hours are the same clock. Where only one side names a zone, or both name
/// different ones, the times may be converted and are not compared.
struct TimeComparison {
  /// One side of the comparison.
  struct Side {
    let times: [TimeMention]
    let quantities: [Quantity]
    let segments: [Range<Int>]
  }

  let source: Side
  let target: Side
  let alignment: SegmentAlignment

  /// The differences in the order of the copy.
  func differences() -> [TimeDifference] {
    guard !source.times.isEmpty, !target.times.isEmpty else { return [] }
    return alignment.units.compactMap { difference(in: $0) }.sorted { $0.target.start < $1.target.start }
  }

  /// The one time of a unit that each side has and the other has not.
  private func difference(in unit: SegmentAlignment.Unit) -> TimeDifference? {
    let (from, to) = (times(source, unit.source), times(target, unit.target))
    // “Midnight” may be half past it in words.
    guard !from.isEmpty, !to.isEmpty, !(from + to).contains(where: { $0.notation == .name }),
      Set(from.map { $0.zone?.offsets }) == Set(to.map { $0.zone?.offsets })
    else {
      return nil
    }
    let known = from.flatMap(\.times)
    let named = to.flatMap(\.times)
    let lost = known.filter { time in !named.contains { agree(time, $0) } && !isCounted(time, target, unit.target) }
    let gained = named.filter { time in !known.contains { agree(time, $0) } && !isCounted(time, source, unit.source) }
    guard lost.count == 1, gained.count == 1, !lost[0].readings.isEmpty, !gained[0].readings.isEmpty else { return nil }
    return TimeDifference(source: place(of: lost[0], in: from), target: place(of: gained[0], in: to))
  }

  /// A time with its signs, unless it shares them with another.
  private func place(of time: TimeMention.Time, in mentions: [TimeMention]) -> TextRange {
    mentions.first { $0.firstTime == nil && $0.time == time }?.range ?? time.range
  }

  private func agree(_ source: TimeMention.Time, _ target: TimeMention.Time) -> Bool {
    source.readings.contains { target.readings.contains($0) }
  }

  /// Whether the other side has the hour as a number that was not read as a time.
  private func isCounted(_ time: TimeMention.Time, _ side: Side, _ segments: Range<Int>) -> Bool {
    let tokens = SourceAnalysis.tokens(of: segments, in: side.segments)
    return side.quantities.contains { quantity in
      guard tokens.contains(quantity.tokens.lowerBound), quantity.kind != .time, let hour = quantity.value.wholeValue
      else { return false }
      return hour % 12 == Int64(time.hour % 12) && hour <= 24
    }
  }

  private func times(_ side: Side, _ segments: Range<Int>) -> [TimeMention] {
    let tokens = SourceAnalysis.tokens(of: segments, in: side.segments)
    return side.times.filter { $0.hasEvidence && tokens.contains($0.tokens.lowerBound) }
  }
}
