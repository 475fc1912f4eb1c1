// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a measurement whose conversion in parentheses gives another amount.
struct WrongConversion: Rule {
  static let metadata = RuleMetadata(
    id: "numbers/wrong-conversion",
    summary: "Reports a measurement whose conversion in parentheses gives another amount.",
    rationale: """
      “100 km (70 miles)” is one distance in two lengths. Readers trust the figure in their own unit, and it is the one \
      that was worked out in haste.
      """,
    severity: .warning,
    type: .numbers,
    examples: [
      Example("The trail is 100 km (⟦70 miles⟧) long."),
      Example("It rose to 30 °C (⟦80 °F⟧) on the 500-hectare (⟦2,000-acre⟧) farm."),
      Example("He is 5 feet 7 inches (⟦150 cm⟧) tall and weighs 150 pounds (⟦78 kilograms⟧)."),
      Example(
        "The trail is 100 km (62 miles) long, 1,000 miles (1,600 kilometers) away, at 30 °C (86 °F), 5 feet 7 inches "
          + "(170 cm) wide; it warmed by 1.5 °C (2.7 °F) over 5 miles (8 km) at 100 km/h (62 mph)."),
      Example("About 30,000 feet (9,000 meters) up, 10–15 km (6–9 miles) off, 10 tons (9 tonnes), 10 km (300 m deep)."),
      Example("It cost $5 million (⟦$5 billion⟧), not $5 million ($4 million in 2020) or €5 million ($5.4 million)."),
      Example(
        "Der Weg ist 100 Kilometer (⟦70 Meilen⟧) lang, 10 Meilen (16 km) weiter 30 cm (12 Zoll).", language: "de"),
      Example("El camino mide 100 km (⟦70 millas⟧), 10 millas (16 km) más allá.", language: "es"),
      Example("Le chemin fait 100 km (⟦70 miles⟧), puis 10 miles (16 km).", language: "fr"),
      Example("Путь длиной 100 км (⟦70 миль⟧), дальше 10 миль (16 км).", language: "ru"),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let quantities = analysis.quantities
    for index in quantities.indices.dropFirst() {
      guard let conversion = Conversion(of: quantities, behind: index, analysis), !conversion.holds,
        analysis.isNumberCopy(conversion.range)
      else { continue }
      report(
        .different(
          analysis.string(in: conversion.firstRange), analysis.string(in: conversion.range), conversion.expectation),
        at: conversion.range, notes: [Note("the amount it converts", at: conversion.firstRange)])
    }
  }
}

extension FindingMessage {
  fileprivate static func different(_ first: String, _ second: String, _ right: String) -> FindingMessage {
    "“\(second)” is not “\(first)”, which is about \(right); check both figures"
  }
}

/// An amount and the one in parentheses behind it.
private struct Conversion {
  let firstRange: TextRange
  let range: TextRange
  /// The right amount with its unit, for people.
  let expectation: String
  /// Whether both can be the same.
  let holds: Bool

  /// The conversion whose second part is the quantity at an index.
  init?(of quantities: [Quantity], behind index: Int, _ analysis: ArticleAnalysis) {
    let window = TokenWindow(analysis, at: quantities[index].range.start)
    // The parentheses hold the second part and nothing else, maybe in two units: “(5 feet 7 inches)”.
    var last = index
    if index + 1 < quantities.count, Conversion.continues(quantities[index], quantities[index + 1], window) {
      last += 1
    }
    let second = quantities[index]
    let end = quantities[last].tokens.upperBound
    guard window.mark(end) == 0x29 || window.mark(end) == 0x2C || window.mark(end) == 0x3B,
      Conversion.isPlain(second), Conversion.isPlain(quantities[index - 1]),
      let opening = Conversion.opening(before: second.tokens.lowerBound, window)
    else { return nil }
    var behind = opening
    // “100 km long (62 miles)”: a word may stand between.
    var first = index - 1
    if quantities[first].tokens.upperBound == opening - 1, window.isCounted(opening - 1) { behind -= 1 }
    guard quantities[first].tokens.upperBound == behind,
      let unit = Conversion.unit(of: quantities[first], beside: second),
      let other = Conversion.unit(of: second, beside: quantities[first])
    else {
      return nil
    }
    var isSum = last > index
    if first > 0, Conversion.continues(quantities[first - 1], quantities[first], window) {
      first -= 1
      isSum = true
    }
    // “12st 4lb (78kg)”: what touches it and could not be read may be a part of the amount.
    guard first == 0 || quantities[first - 1].tokens.upperBound < quantities[first].tokens.lowerBound else {
      return nil
    }
    firstRange = TextRange(start: quantities[first].range.start, end: quantities[index - 1].range.end)
    range = TextRange(start: second.range.start, end: quantities[last].range.end)
    switch (unit, other) {
    case (.measure(let unit), .measure(let other)):
      guard Conversion.isConverted(unit, other), !Conversion.isListed(quantities[first], window),
        let from = Conversion.sum(quantities[first...index - 1], in: unit),
        let to = Conversion.sum(quantities[index...last], in: other), from > 0 || unit.dimension == .temperature,
        to > 0 || other.dimension == .temperature,
        let right = unit.convert(from, to: other)
      else { return nil }
      let isApproximate = quantities[first].isApproximate || second.isApproximate
      let precision = Precision(first: quantities[index - 1].value, second: quantities[last].value, isSum: isSum)
      holds = Conversion.agree(from, unit, to, other, precision, isApproximate: isApproximate)
      expectation =
        last > index
        ? analysis.string(in: quantities[index].range) : Conversion.text(right, second, analysis)
    case (.currency(let currency), .currency(let other)):
      // The same digits with another factor: million for billion.
      guard currency == other, quantities[first].value != second.value, last == index, first == index - 1,
        Conversion.digits(quantities[first]) == Conversion.digits(second)
      else { return nil }
      holds = false
      expectation = analysis.string(in: quantities[first].range)
    default: return nil
    }
  }

  private struct Precision {
    let first: ExactDecimal
    let second: ExactDecimal
    let isSum: Bool
  }

  private static func isPlain(_ quantity: Quantity) -> Bool {
    quantity.kind == .number && quantity.denominator == 1 && !quantity.notation.contains(.rangeStart)
      && !quantity.notation.contains(.rangeEnd) && quantity.otherValue == nil
  }

  /// The index of the parenthesis or slash before a second part, over a word such as “about”.
  private static func opening(before start: Int, _ window: TokenWindow) -> Int? {
    for index in [start - 1, start - 2, start - 3] {
      switch window.mark(index) {
      case 0x28: return index
      case 0: if window.word(index) == nil { return nil }
      default: return nil
      }
    }
    return nil
  }

  /// Whether two quantities are one measurement in two units: `5 feet 7 inches`, `11 stone 4 pounds`.
  private static func continues(_ first: Quantity, _ second: Quantity, _ window: TokenWindow) -> Bool {
    guard case .measure(let large) = first.unit, case .measure(let small) = second.unit, large != small,
      first.tokens.upperBound <= second.tokens.lowerBound, second.tokens.lowerBound - first.tokens.upperBound <= 1,
      large.dimension == small.dimension, window.mark(first.tokens.upperBound) != 0x28,
      isImperial(large) == isImperial(small), let ratio = large.convert(1, to: small)
    else { return false }
    return ratio > 1 && second.value.doubleValue < ratio
  }

  /// The unit of a quantity; pounds beside a weight are pounds of weight.
  private static func unit(of quantity: Quantity, beside other: Quantity) -> QuantityUnit? {
    if let unit = quantity.unit { return unit }
    guard quantity.tokens.upperBound > quantity.numeralTokens.upperBound, case .measure(let measure) = other.unit,
      measure.dimension == .mass, !isImperial(measure)
    else { return nil }
    return .measure(.pound)
  }

  private static func sum(_ quantities: ArraySlice<Quantity>, in unit: MeasureUnit) -> Double? {
    var sum = 0.0
    for quantity in quantities {
      // Only pounds are left open (see ``unit(of:beside:)``).
      guard case .measure(let part) = quantity.unit ?? .measure(.pound),
        let amount = part.convert(quantity.doubleValue, to: unit)
      else {
        return nil
      }
      sum += amount
    }
    return sum
  }

  private static func digits(_ quantity: Quantity) -> Int64 {
    var digits = quantity.value.significand
    while digits != 0, digits % 10 == 0 { digits /= 10 }
    return digits
  }

  /// Whether the first of several sides or places is what stands before: `100 by 50 km (62 by 31 miles)`.
  private static func isListed(_ quantity: Quantity, _ window: TokenWindow) -> Bool {
    let before = quantity.tokens.lowerBound - 1
    return window.isNumber(before - 1) && !window.isTight(before)
      || window.mark(before) == 0xD7 || window.isNumber(before)
  }

  private static func isConverted(_ unit: MeasureUnit, _ other: MeasureUnit) -> Bool {
    switch unit.dimension {
    case .length, .area, .mass, .volume, .speed:
      unit.dimension == other.dimension && isImperial(unit) != isImperial(other)
    case .temperature: other.dimension == .temperature && unit != other
    default: false
    }
  }

  private static func isImperial(_ unit: MeasureUnit) -> Bool {
    switch unit {
    case .mile, .yard, .foot, .inch, .nauticalMile, .squareMile, .squareFoot, .acre, .ton, .pound, .ounce, .stone,
      .gallon, .barrel, .fahrenheit, .milePerHour, .knot:
      true
    default: false
    }
  }

  // MARK: Tolerance

  /// Whether two amounts can be the same, as exactly as they are written.
  private static func agree(
    _ from: Double, _ unit: MeasureUnit, _ to: Double, _ other: MeasureUnit, _ precision: Precision,
    isApproximate: Bool
  ) -> Bool {
    var sizes = [1.0]
    // A ton may be long or metric, a gallon imperial.
    if unit == .ton || other == .ton { sizes += [1.0160469088 / 0.90718474, 1 / 0.90718474] }
    if unit == .gallon || other == .gallon { sizes.append(4.54609 / 3.785411784) }
    for size in sizes {
      guard let right = unit.convert(unit == .ton || unit == .gallon ? from * size : from, to: other) else {
        return true
      }
      let expected = other == .ton || other == .gallon ? right / size : right
      if isNear(expected, to, slope(unit, other), precision, other, isApproximate: isApproximate) { return true }
    }
    guard unit.dimension == .temperature else { return false }
    // A difference of temperatures, “1.5 °C (2.7 °F)”, has no zero to shift.
    return isNear(from * slope(unit, other), to, slope(unit, other), precision, other, isApproximate: isApproximate)
  }

  /// How much of the second unit one step of the first is.
  private static func slope(_ unit: MeasureUnit, _ other: MeasureUnit) -> Double {
    guard let one = unit.convert(1, to: other), let zero = unit.convert(0, to: other) else { return 1 }
    return one - zero
  }

  private static func isNear(
    _ expected: Double, _ amount: Double, _ slope: Double, _ precision: Precision, _ unit: MeasureUnit,
    isApproximate: Bool
  ) -> Bool {
    let difference = (expected - amount).magnitude
    if unit.dimension == .temperature {
      let step = 1 + half(precision.first, isExact: true) * slope + half(precision.second, isExact: true)
      // Both in tens: “the 80s (upper 20s)”.
      return difference <= step
        || isTens(precision.second) && difference <= 5.01
        || isTens(precision.first) && isApproximate && difference <= 5 * slope
    }
    var allowed = 0.03 * expected.magnitude
    allowed += half(precision.first, isExact: false) * slope
    let last = half(precision.second, isExact: true)
    allowed += amount.magnitude >= 10 ? min(halfOfTens(precision.second), 0.08 * expected.magnitude) : last
    if precision.isSum { allowed += 0.01 * expected.magnitude }
    if isApproximate { allowed += 0.07 * expected.magnitude }
    return difference <= allowed
  }

  private static func isTens(_ value: ExactDecimal) -> Bool { value.lastDigitExponent >= 1 }

  /// Half of the last digit that is written, at least of the ones: 0.5 for `40`, 0.05 for `1.5`.
  private static func half(_ value: ExactDecimal, isExact: Bool) -> Double {
    let power = min(value.lastDigitExponent, 0)
    // A round first number was the exact one: “100 km”.
    if !isExact, value.lastDigitExponent > 0 { return 0 }
    return 0.5 * power10(power)
  }

  /// Half of the last digit that is not zero: 5 for `40`, 50 for `1,200`.
  private static func halfOfTens(_ value: ExactDecimal) -> Double { 0.5 * power10(value.lastDigitExponent) }

  private static func power10(_ power: Int) -> Double {
    var result = 1.0
    for _ in 0..<power.magnitude { result *= 10 }
    return power < 0 ? 1 / result : result
  }

  /// An amount with three digits at most, and the unit as the copy writes it.
  private static func text(_ amount: Double, _ quantity: Quantity, _ analysis: ArticleAnalysis) -> String {
    let unit = analysis.string(
      in: TextRange(start: quantity.numeralRange.end, end: quantity.range.end))
    var step = 1.0
    while amount.magnitude / step >= 1000 { step *= 10 }
    let isSmall = amount.magnitude < 10
    let scaled = isSmall ? (amount * 10).rounded() : (amount / step).rounded() * step
    let whole = Int64(scaled.magnitude.rounded())
    let sign = amount < 0 ? "-" : ""
    let numbers = analysis.conventions.numbers
    let digits =
      isSmall
      ? String(whole / 10) + (whole % 10 == 0 ? "" : numbers.decimal.text + String(whole % 10))
      : grouped(whole, by: numbers.grouping.text)
    return sign + digits + unit
  }

  private static func grouped(_ value: Int64, by sign: String) -> String {
    guard value >= 10_000 else { return String(value) }
    let rest = value % 1000
    return String(value / 1000) + sign + (rest < 10 ? "00" : rest < 100 ? "0" : "") + String(rest)
  }
}
