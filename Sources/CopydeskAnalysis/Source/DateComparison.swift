// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// Compares the dates and weekdays of copy and source, unit by unit of their alignment.
///
/// A date that only one side has is no difference: translators write “last Monday” for a date, and the other way round.
/// Two dates left over in one unit that share a day, a month or a year are one date that changed.
struct DateComparison {
  /// One side of the comparison.
  struct Side {
    let dates: [DateMention]
    let weekdays: [WeekdayMention]
    let segments: [Range<Int>]
  }

  private let source: Side
  private let target: Side
  private let alignment: SegmentAlignment
  /// Whether the copy's dates of digits may be read either way round.
  private let readsBothOrders: Bool

  init(source: Side, target: Side, alignment: SegmentAlignment, readsBothOrders: Bool) {
    self.source = source
    self.target = target
    self.alignment = alignment
    self.readsBothOrders = readsBothOrders
  }

  /// The differences in the order of the copy.
  func differences() -> [DateDifference] {
    var differences: [DateDifference] = []
    for (index, unit) in alignment.units.enumerated() where !unit.source.isEmpty && !unit.target.isEmpty {
      let found = dates(source, unit.source).isEmpty ? [] : changedDates(unit, at: index)
      differences += found
      // A date that changed takes its weekday along.
      if found.isEmpty { differences += changedWeekdays(unit, at: index) }
    }
    return differences.sorted { $0.target.start < $1.target.start }
  }

  // MARK: Dates

  private func changedDates(_ unit: SegmentAlignment.Unit, at index: Int) -> [DateDifference] {
    let (sources, targets) = (dates(source, unit.source), dates(target, unit.target))
    // A clause moves to the sentence beside it; what stands there too is no difference.
    let near = neighbors(index)
    let nearSources = dates(source, near.source)
    let nearTargets = dates(target, near.target)
    let openSources = sources.filter { s in
      !Counterparts.candidates(for: s, of: sources, in: targets, near: nearTargets).contains {
        agree(source.dates[s], target.dates[$0])
      }
    }
    var openTargets = Set(
      targets.filter { t in
        !Counterparts.candidates(for: t, of: targets, in: sources, near: nearSources).contains {
          agree(source.dates[$0], target.dates[t])
        }
      })
    var differences: [DateDifference] = []
    for s in openSources {
      let ranked = Counterparts.candidates(for: s, of: sources, in: targets).filter(openTargets.contains).compactMap {
        t in difference(source.dates[s], target.dates[t]).map { (t, $0) }
      }
      guard let best = ranked.max(by: { $0.1.likelihood < $1.1.likelihood }) else { continue }
      differences.append(
        DateDifference(
          kind: best.1.kind, source: source.dates[s].dayRange, target: target.dates[best.0].dayRange))
      openTargets.remove(best.0)
    }
    return differences
  }

  private func agree(_ source: DateMention, _ target: DateMention) -> Bool {
    if fits(source, target) { return true }
    guard readsBothOrders, target.numericReadings.isSuperset(of: [.dayFirst, .monthFirst]) else { return false }
    return source.day?.value == target.month?.value && source.month?.value == target.day?.value
  }

  /// Whether no part of one date contradicts the other.
  private func fits(_ source: DateMention, _ target: DateMention) -> Bool {
    func same(_ a: DateMention.Part?, _ b: DateMention.Part?) -> Bool {
      guard let a, let b else { return true }
      return a.value == b.value
    }
    let years = (source.year?.value ?? source.sharedYear, target.year?.value ?? target.sharedYear)
    guard same(source.month, target.month), years.0 == nil || years.1 == nil || years.0 == years.1 else { return false }
    // A range may have become one of its days.
    if source.firstDay != nil, target.firstDay != nil {
      return same(source.firstDay, target.firstDay) && same(source.day, target.day)
    }
    return same(source.day, target.day) || same(source.firstDay ?? source.day, target.firstDay ?? target.day)
  }

  private func difference(
    _ source: DateMention, _ target: DateMention
  ) -> (kind: DateDifference.Kind, likelihood: Int)? {
    // A month alone says too little to be held against another.
    guard let month = source.month?.value, let otherMonth = target.month?.value,
      source.day != nil || source.year != nil, target.day != nil || target.year != nil
    else { return nil }
    let (day, otherDay) = (source.day?.value, target.day?.value)
    if day == otherMonth, month == otherDay { return (.swapped, 4) }
    var shared = 0
    if month == otherMonth { shared += 1 }
    if day != nil, day == otherDay { shared += 1 }
    if let year = source.year?.value, year == target.year?.value { shared += 1 }
    guard shared > 0 else { return nil }
    return (.date, shared)
  }

  // MARK: Weekdays

  private func changedWeekdays(_ unit: SegmentAlignment.Unit, at index: Int) -> [DateDifference] {
    let near = neighbors(index)
    let known = Set(weekdays(source, near.source).map(\.weekday))
    let named = Set(weekdays(target, near.target).map(\.weekday))
    let lost = weekdays(source, unit.source).filter { !named.contains($0.weekday) }
    let gained = weekdays(target, unit.target).filter { !known.contains($0.weekday) }
    guard lost.count == 1, gained.count == 1 else { return [] }
    return [DateDifference(kind: .weekday, source: lost[0].range, target: gained[0].range)]
  }

  // MARK: Units

  /// The segments of a unit and of those beside it.
  private func neighbors(_ index: Int) -> SegmentAlignment.Unit {
    let first = alignment.units[max(index - 1, 0)]
    let last = alignment.units[min(index + 1, alignment.units.count - 1)]
    return SegmentAlignment.Unit(
      source: first.source.lowerBound..<max(first.source.lowerBound, last.source.upperBound),
      target: first.target.lowerBound..<max(first.target.lowerBound, last.target.upperBound))
  }

  /// The dates of some segments, as indices.
  private func dates(_ side: Side, _ segments: Range<Int>) -> Range<Int> {
    side.dates.indices(of: SourceAnalysis.tokens(of: segments, in: side.segments)) { $0.tokens.lowerBound }
  }

  private func weekdays(_ side: Side, _ segments: Range<Int>) -> ArraySlice<WeekdayMention> {
    let tokens = SourceAnalysis.tokens(of: segments, in: side.segments)
    return side.weekdays[side.weekdays.indices(of: tokens) { $0.token }]
  }
}
