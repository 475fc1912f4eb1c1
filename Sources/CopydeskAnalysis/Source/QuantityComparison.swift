// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// Compares the quantities of copy and source, unit by unit of their alignment.
///
/// What agrees is set aside, first inside each unit, then with the units beside it, since translators move clauses.
/// Of what is left, quantities that look like one another are held against each other.
struct QuantityComparison {
  /// One side of the comparison.
  struct Side {
    let quantities: [Quantity]
    let text: [UInt8]
    let tokens: [Token]
    let segments: [Range<Int>]
    let lexicon: QuantityLexicon
  }

  private let sides: (source: Side, target: Side)
  private let source: [Quantity]
  private let target: [Quantity]
  private let units: [Unit]
  /// Whether the copy's language puts the winner's goals first.
  private let namesWinnerFirst: Bool
  private var sourceIsOpen: [Bool]
  private var targetIsOpen: [Bool]

  private struct Unit {
    let unit: SegmentAlignment.Unit
    let source: Range<Int>
    let target: Range<Int>
  }

  /// The differences in the order of the copy.
  static func differences(source: Side, target: Side, alignment: SegmentAlignment) -> [QuantityDifference] {
    var comparison = QuantityComparison(source: source, target: target, alignment: alignment)
    for unit in comparison.units { comparison.setAsideAgreeing(unit.source, unit.target) }
    for distance in 1...QuantityComparison.window { comparison.setAsideMoved(by: distance) }
    return comparison.units.flatMap { comparison.differences(in: $0) }
  }

  /// How many units away a quantity may have moved.
  private static let window = 2

  private init(source: Side, target: Side, alignment: SegmentAlignment) {
    sides = (source, target)
    namesWinnerFirst = ["en", "es"].contains(target.lexicon.language)
    self.source = source.quantities
    self.target = target.quantities
    sourceIsOpen = source.quantities.map { _ in true }
    targetIsOpen = target.quantities.map { _ in true }
    units = alignment.units.map { unit in
      Unit(
        unit: unit, source: QuantityComparison.quantities(source.quantities, in: unit.source, of: source.segments),
        target: QuantityComparison.quantities(target.quantities, in: unit.target, of: target.segments))
    }
  }

  /// The quantities of some segments; both lists are in text order.
  private static func quantities(
    _ quantities: [Quantity], in segments: Range<Int>, of tokens: [Range<Int>]
  ) -> Range<Int> {
    quantities.indices(of: SourceAnalysis.tokens(of: segments, in: tokens)) { $0.tokens.lowerBound }
  }

  // MARK: Agreement

  /// Closes the pairs that agree: first equal writing, then equal value, then what a conversion or rounding explains.
  private mutating func setAsideAgreeing(_ sources: Range<Int>, _ targets: Range<Int>) {
    for isExact in [true, false] {
      for s in sources where sourceIsOpen[s] {
        for t in Counterparts.candidates(for: s, of: sources, in: targets) where targetIsOpen[t] {
          let agrees =
            isExact
            ? source[s].value == target[t].value && source[s].unit == target[t].unit
              && source[s].denominator == target[t].denominator
            : QuantityPairing.agree(source[s], target[t])
          if agrees {
            sourceIsOpen[s] = false
            targetIsOpen[t] = false
            break
          }
        }
      }
    }
  }

  private mutating func setAsideMoved(by distance: Int) {
    for index in units.indices {
      for other in [index - distance, index + distance] where units.indices.contains(other) {
        let targets = units[other].target
        let near = other < index ? targets.suffix(Counterparts.reach) : targets.prefix(Counterparts.reach)
        for s in units[index].source where sourceIsOpen[s] {
          guard let t = near.first(where: { targetIsOpen[$0] && agreesExactly(s, $0) }) else { continue }
          sourceIsOpen[s] = false
          targetIsOpen[t] = false
        }
      }
    }
  }

  private func agreesExactly(_ s: Int, _ t: Int) -> Bool {
    source[s].hasValue(of: target[t]) && QuantityPairing.unitsAgree(source[s].unit, target[t].unit)
  }

  // MARK: Differences

  /// The quantities of a unit that nothing on the other side agrees with.
  private struct Remainder {
    var sources: Set<Int>
    var targets: Set<Int>
    /// Those that the other side has, but not as often: “5 and 5” is “5 each”, and a copy repeats a figure.
    let repeated: (sources: Set<Int>, targets: Set<Int>)

    /// Whether at most one quantity of each side stands nowhere on the other.
    var isOnlyPair: Bool {
      sources.count - repeated.sources.count <= 1 && targets.count - repeated.targets.count <= 1
    }
  }

  private func remainder(of unit: Unit) -> Remainder {
    var sources = unit.source.filter { sourceIsOpen[$0] && !QuantityComparison.isAside(source[$0]) }
    if !sources.isEmpty {
      let beginnings = NumberCompound.values(in: sides.target, unit.unit.target)
      sources.removeAll { beginnings.contains(source[$0].value) }
    }
    var targets = unit.target.filter { targetIsOpen[$0] && !QuantityComparison.isAside(target[$0]) }
    if !targets.isEmpty {
      let beginnings = NumberCompound.values(in: sides.source, unit.unit.source)
      targets.removeAll { beginnings.contains(target[$0].value) }
    }
    let repeatedSources = sources.filter { s in
      Counterparts.candidates(for: s, of: unit.source, in: unit.target).contains {
        QuantityPairing.agree(source[s], target[$0])
      }
    }
    let repeatedTargets = targets.filter { t in
      Counterparts.candidates(for: t, of: unit.target, in: unit.source).contains {
        QuantityPairing.agree(source[$0], target[t])
      }
    }
    return Remainder(
      sources: Set(sources), targets: Set(targets), repeated: (Set(repeatedSources), Set(repeatedTargets)))
  }

  private func differences(in unit: Unit) -> [QuantityDifference] {
    guard !unit.source.isEmpty || !unit.target.isEmpty else { return [] }
    var rest = remainder(of: unit)
    var differences = swappedResults(in: unit)
    let isOnlyPair = rest.isOnlyPair
    for candidate in candidates(rest, of: unit)
    where rest.sources.contains(candidate.source) && rest.targets.contains(candidate.target) {
      let (from, to) = (source[candidate.source], target[candidate.target])
      guard isOnlyPair || isConvincing(candidate.likelihood, from, to) else { continue }
      rest.sources.remove(candidate.source)
      rest.targets.remove(candidate.target)
      differences.append(QuantityDifference(kind: candidate.kind, source: from, target: to, unit: unit.unit))
    }
    guard !unit.unit.target.isEmpty, !unit.unit.source.isEmpty else { return differences }
    for s in rest.sources.sorted()
    where !rest.repeated.sources.contains(s) && QuantityComparison.isStrong(source[s], from: 13) {
      differences.append(QuantityDifference(kind: .missing, source: source[s], target: nil, unit: unit.unit))
    }
    for t in rest.targets.sorted()
    where !rest.repeated.targets.contains(t) && QuantityComparison.isStrong(target[t], from: 10) {
      differences.append(QuantityDifference(kind: .added, source: nil, target: target[t], unit: unit.unit))
    }
    return differences.sorted { ($0.target?.range.start ?? 0) < ($1.target?.range.start ?? 0) }
  }

  /// Two quantities that may be each other's counterpart.
  private struct Candidate {
    let kind: QuantityDifference.Kind
    let likelihood: Int
    /// How far the two stand apart in the order of their units.
    let distance: Int
    let source: Int
    let target: Int
  }

  /// The pairs of a unit's remainder that look like one another, the likeliest first.
  private func candidates(_ rest: Remainder, of unit: Unit) -> [Candidate] {
    var candidates: [Candidate] = []
    for s in rest.sources {
      for t in Counterparts.candidates(for: s, of: unit.source, in: unit.target) where rest.targets.contains(t) {
        guard let difference = QuantityPairing.difference(source[s], target[t]) else { continue }
        let distance = abs((s - unit.source.lowerBound) - (t - unit.target.lowerBound))
        let isRepeated = (rest.repeated.sources.contains(s), rest.repeated.targets.contains(t))
        if isRepeated.0 || isRepeated.1 {
          // Two fours for a three and a four are a slip if they count the same, or stand at the same place.
          let isInPlace = distance == 0 && unit.source.count == unit.target.count
          let countsTheSame =
            source[s].unit != nil && source[s].unit == target[t].unit && difference.likelihood >= 6
          guard isRepeated != (true, true), isInPlace || countsTheSame else { continue }
        }
        candidates.append(
          Candidate(
            kind: difference.kind, likelihood: difference.likelihood, distance: distance, source: s, target: t))
      }
    }
    return candidates.sorted {
      ($1.likelihood, $0.distance, $0.source, $0.target) < ($0.likelihood, $1.distance, $1.source, $1.target)
    }
  }

  /// Whether two open quantities among several are each other's counterpart.
  private func isConvincing(_ likelihood: Int, _ source: Quantity, _ target: Quantity) -> Bool {
    likelihood >= 5 || likelihood >= 3 && source.notation.contains(.digits) && target.notation.contains(.digits)
  }

  /// Numbers that other comparisons read, or that mean little alone.
  private static func isAside(_ quantity: Quantity) -> Bool {
    switch quantity.kind {
    case .date, .time: true
    case .ordinal: !quantity.notation.contains(.digits)
    case .fraction: true
    default: quantity.notation.contains(.collective) && quantity.notation.contains(.article)
    }
  }

  /// Whether a quantity is one that no translator leaves out or puts in; bare counts only from a least number on.
  private static func isStrong(_ quantity: Quantity, from least: Int64) -> Bool {
    let notation = quantity.notation
    guard notation.contains(.digits), quantity.kind == .number,
      notation.isDisjoint(with: [.rangeStart, .rangeEnd, .collective])
    else { return false }
    switch quantity.unit {
    // A conversion into the reader's money or measure.
    case .currency, .measure:
      if quantity.isBracketed { return false }
    default: break
    }
    if case .measure(let unit) = quantity.unit, unit.hasWord(for: quantity.value) { return false }
    // “All” and “half” need no figure.
    if quantity.unit == .percent, [50, 100].contains(quantity.value.wholeValue) { return false }
    switch quantity.unit {
    case .percent, .currency, .percentagePoint: return quantity.value.magnitude > ExactDecimal(significand: 1)
    default: return quantity.value.magnitude >= ExactDecimal(significand: least) || quantity.value.exponent < 0
    }
  }

  /// Results whose sides changed places: `2-1` in the source, `1-2` in the copy.
  ///
  /// Only where the copy's first side is the lower and the source's the higher: languages that name the winner's
  /// goals first make `1:2` of a defeat `2-1`, never the other way round.
  private func swappedResults(in unit: Unit) -> [QuantityDifference] {
    guard namesWinnerFirst else { return [] }
    var known: [[ExactDecimal]: Int] = [:]
    for s in results(unit.source, of: source).reversed() { known[[source[s].value, source[s + 1].value]] = s }
    guard !known.isEmpty else { return [] }
    return results(unit.target, of: target).compactMap { t in
      let (first, second) = (target[t].value, target[t + 1].value)
      guard first < second, known[[first, second]] == nil, let s = known[[second, first]] else { return nil }
      return QuantityDifference(
        kind: .order, source: QuantityComparison.joined(source[s], source[s + 1]),
        target: QuantityComparison.joined(target[t], target[t + 1]), unit: unit.unit)
    }
  }

  /// The first sides of the pairs of numbers that a dash or a colon joins.
  private func results(_ range: Range<Int>, of quantities: [Quantity]) -> [Int] {
    range.dropLast().filter { index in
      let (first, second) = (quantities[index], quantities[index + 1])
      guard first.unit == nil, second.unit == nil, second.range.start == first.range.end + 1 else { return false }
      return first.kind == .score && second.kind == .score
        || first.notation.contains(.rangeStart) && second.notation.contains(.rangeEnd)
    }
  }

  private static func joined(_ first: Quantity, _ second: Quantity) -> Quantity {
    var joined = first
    joined.range = TextRange(start: first.range.start, end: second.range.end)
    joined.tokens = first.tokens.lowerBound..<second.tokens.upperBound
    return joined
  }
}
