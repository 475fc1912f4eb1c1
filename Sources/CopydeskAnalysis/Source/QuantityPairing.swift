// SPDX-License-Identifier: Apache-2.0

/// How well a quantity of the copy stands for one of the source.
enum QuantityPairing {
  /// Whether the copy's quantity is the source's: the same value, perhaps in other units or rounded where the copy
  /// says so.
  static func agree(_ source: Quantity, _ target: Quantity) -> Bool {
    if source.hasValue(of: target) { return unitsAgree(source.unit, target.unit) }
    switch (source.kind, target.kind) {
    case (.decade, _), (_, .decade):
      if let a = source.value.wholeValue, let b = target.value.wholeValue, a % 100 == b % 100 { return min(a, b) < 100 }
    case (.time, _), (_, .time):
      // Clocks of twelve and of twenty-four hours.
      if let a = source.value.wholeValue, let b = target.value.wholeValue, (0...24).contains(a), (0...24).contains(b),
        abs(a - b) == 12
      {
        return true
      }
    default: break
    }
    if source.notation.union(target.notation).contains(.collective) {
      // “Une dizaine” is “a dozen” to a German; “два десятка” are two dozen to an American.
      let (a, b) = (source.doubleValue, target.doubleValue)
      if abs(a - b) <= max(a, b) * 0.25 { return true }
    }
    if isShare(source, of: target) || isShare(target, of: source) { return true }
    if let isConverted = converts(source, target) { return isConverted }
    guard source.isApproximate || target.isApproximate, unitsAgree(source.unit, target.unit) else { return false }
    return rounds(source, to: target)
  }

  /// Whether nothing says that the units are different things.
  static func unitsAgree(_ source: QuantityUnit?, _ target: QuantityUnit?) -> Bool {
    switch (source, target) {
    case (nil, nil), (nil, .measure), (.measure, nil), (nil, .currency), (.currency, nil): true
    case (.currency(let a), .currency(let b)): a.mayBe(b)
    case (.percent, .percentagePoint), (.percentagePoint, .percent): true
    case (.percentagePoint, nil), (nil, .percentagePoint): true
    // “5 feet” of one language are “5 pies” of another; a ton is a tonne to most writers, a degree is one of Celsius.
    case (.measure(let a), .measure(let b)): a == b || QuantityPairing.looseUnits.contains([a, b])
    default: source == target
    }
  }

  private static let looseUnits: Set<Set<MeasureUnit>> = [
    [.ton, .tonne], [.degree, .celsius], [.degree, .fahrenheit],
  ]

  /// `half` and `50%`.
  private static func isShare(_ share: Quantity, of percentage: Quantity) -> Bool {
    guard percentage.unit == .percent, share.unit == nil, share.kind == .fraction || share.denominator != 1 else {
      return false
    }
    return abs(share.doubleValue * 100 - percentage.doubleValue) < 1
  }

  /// Whether one amount is the other in another unit of measure; `nil` if no units are converted.
  ///
  /// Where one side leaves its unit out, as in “25 to 50 millimeters, in places 100”, any unit will do.
  private static func converts(_ source: Quantity, _ target: Quantity) -> Bool? {
    switch (source.unit, target.unit) {
    case (.measure(let from), .measure(let to)) where from != to || from == .degree:
      return MeasureUnit.readings(of: from).contains { from in
        MeasureUnit.readings(of: to).contains { to in converts(source, from, target, to) }
      }
    case (.measure(let from), nil) where from.dimension != .duration:
      return MeasureUnit.readings(of: from).contains { from in
        MeasureUnit.allCases.contains { $0 != from && converts(source, from, target, $0) }
      } ? true : nil
    case (nil, .measure(let to)) where to.dimension != .duration:
      return MeasureUnit.readings(of: to).contains { to in
        MeasureUnit.allCases.contains { $0 != to && converts(source, $0, target, to) }
      } ? true : nil
    default: return nil
    }
  }

  private static func converts(
    _ source: Quantity, _ from: MeasureUnit, _ target: Quantity, _ to: MeasureUnit
  ) -> Bool {
    guard let converted = from.convert(source.doubleValue, to: to),
      let shifted = from.convert(source.doubleValue + halfDigit(source), to: to)
    else { return false }
    // Half of the last digit on either side, or what a round figure is off by.
    let isRound = target.value.lastDigitExponent >= 1 || from.dimension == .duration
    let share = from.dimension == .temperature ? 0 : isRound ? 0.075 : 0.035
    let step = from.dimension == .temperature ? (isRound ? 3.5 : 1) : halfDigit(target)
    return abs(converted - target.doubleValue) <= max(step, abs(shifted - converted), abs(converted) * share)
  }

  /// Half of the last digit that is written.
  private static func halfDigit(_ quantity: Quantity) -> Double {
    var half = 0.5
    let exponent = min(quantity.value.lastDigitExponent, 0)
    for _ in 0..<(-exponent) { half /= 10 }
    return half
  }

  /// Whether the second is the first rounded to the digits that it shows.
  private static func rounds(_ exact: Quantity, to round: Quantity) -> Bool {
    guard exact.denominator == 1, round.denominator == 1, round.value.lastDigitExponent > exact.value.lastDigitExponent
    else { return false }
    var unit = 1.0
    for _ in 0..<abs(round.value.lastDigitExponent) { unit *= 10 }
    if round.value.lastDigitExponent < 0 { unit = 1 / unit }
    let distance = abs(exact.doubleValue - round.doubleValue)
    return distance <= unit && distance <= abs(exact.doubleValue) * 0.1
  }

  /// Which difference makes the copy's quantity the likely counterpart of the source's, and how likely it is;
  /// `nil` if they seem to have nothing to do with each other.
  static func difference(
    _ source: Quantity, _ target: Quantity
  ) -> (kind: QuantityDifference.Kind, likelihood: Int)? {
    if source.hasValue(of: target) {
      switch (source.unit, target.unit) {
      case (.currency, .currency): return (.currency, 10)
      case (.measure(let a), .measure(let b)):
        return a.dimension == b.dimension ? (.unit, 9) : nil
      case (.percent, nil), (nil, .percent):
        // “More than ten” may leave its percent to the sentence before.
        return source.notation.contains(.digits) && target.notation.contains(.digits) ? (.unit, 6) : nil
      default: return nil
      }
    }
    guard source.denominator == 1, target.denominator == 1, isComparable(source.kind, target.kind) else { return nil }
    // A wrong conversion, since a right one agrees.
    if case (.measure(let from), .measure(let to)) = (source.unit, target.unit), from != to,
      from.dimension == to.dimension, from.dimension != .duration
    {
      return (.number, 5)
    }
    let isSameUnit = source.unit != nil && source.unit == target.unit
    guard isSameUnit || unitsAgree(source.unit, target.unit) else { return nil }
    if isScaled(source, target) { return (.scale, isSameUnit ? 9 : 8) }
    var likelihood = isSameUnit ? 5 : 1
    if source.kind == target.kind { likelihood += 1 }
    if source.notation.contains(.digits), target.notation.contains(.digits) {
      likelihood += 1
      if areSlips(source.value, target.value) { likelihood += 3 }
    }
    return (.number, likelihood)
  }

  private static func isComparable(_ source: Quantity.Kind, _ target: Quantity.Kind) -> Bool {
    if source == target { return source != .date && source != .time }
    switch (source, target) {
    case (.number, .ordinal), (.ordinal, .number), (.number, .year), (.year, .number), (.number, .score),
      (.score, .number), (.century, .ordinal), (.ordinal, .century), (.decade, .year), (.year, .decade):
      return true
    default: return false
    }
  }

  /// Whether only a factor of a thousand or more lies between the two, and one of them is written with one.
  private static func isScaled(_ source: Quantity, _ target: Quantity) -> Bool {
    guard source.notation.contains(.scale) || target.notation.contains(.scale) else { return false }
    let (low, high) = source.value < target.value ? (source.value, target.value) : (target.value, source.value)
    guard low.significand > 0 else { return false }
    for factor: Int64 in [10, 100, 1000, 10_000, 1_000_000, 1_000_000_000] where low.multiplied(by: factor) == high {
      return true
    }
    return false
  }

  /// Whether one number is the other with a digit changed, lost or gained, two digits swapped, or the point moved.
  static func areSlips(_ source: ExactDecimal, _ target: ExactDecimal) -> Bool {
    let (a, b) = (Array(source.description.utf8), Array(target.description.utf8))
    guard max(a.count, b.count) >= 2 else { return false }
    let digits = { (bytes: [UInt8]) in bytes.filter { $0 != UInt8(ascii: ".") } }
    if digits(a) == digits(b) { return true }
    if a.count == b.count {
      return zip(a, b).count { $0 != $1 } == 1 || a.sorted() == b.sorted()
    }
    guard abs(a.count - b.count) == 1 else { return false }
    let (short, long) = a.count < b.count ? (a, b) : (b, a)
    let prefix = zip(short, long).prefix { $0 == $1 }.count
    return short[prefix...].elementsEqual(long[(prefix + 1)...])
  }
}
