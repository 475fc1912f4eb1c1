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
    let lost = missing(known, from: named, counted: hours(target, unit.target))
    let gained = missing(named, from: known, counted: hours(source, unit.source))
    guard lost.count == 1, gained.count == 1, !lost[0].readings.isEmpty, !gained[0].readings.isEmpty else { return nil }
    return TimeDifference(source: place(of: lost[0], in: from), target: place(of: gained[0], in: to))
  }

  /// A time with its signs, unless it shares them with another.
  private func place(of time: TimeMention.Time, in mentions: [TimeMention]) -> TextRange {
    mentions.first { $0.firstTime == nil && $0.time == time }?.range ?? time.range
  }

  /// The times that the other side has neither as times nor as numbers.
  private func missing(
    _ times: [TimeMention.Time], from other: [TimeMention.Time], counted: Set<Int64>
  ) -> [TimeMention.Time] {
    let readings = Set(other.flatMap(\.readings))
    return times.filter { time in
      !time.readings.contains(where: readings.contains) && !counted.contains(Int64(time.hour % 12))
    }
  }

  /// The hours of the 12-hour clock that a side may mean by numbers that were not read as times.
  private func hours(_ side: Side, _ segments: Range<Int>) -> Set<Int64> {
    let tokens = SourceAnalysis.tokens(of: segments, in: side.segments)
    let quantities = side.quantities[side.quantities.indices(of: tokens) { $0.tokens.lowerBound }]
    return Set(
      quantities.compactMap { quantity in
        guard quantity.kind != .time, let hour = quantity.value.wholeValue, hour <= 24 else { return nil }
        return hour % 12
      })
  }

  private func times(_ side: Side, _ segments: Range<Int>) -> [TimeMention] {
    let tokens = SourceAnalysis.tokens(of: segments, in: side.segments)
    return side.times[side.times.indices(of: tokens) { $0.tokens.lowerBound }].filter(\.hasEvidence)
  }
}
