// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a range of numbers that runs backward, doubles its “from” with a dash, or has another house's dash.
struct RangeStyle: Rule {
  static let metadata = RuleMetadata(
    id: "numbers/range-style",
    summary: "Reports a range that runs backward, mixes words with a dash, or has another house’s dash.",
    rationale: """
      “Between 5-10 people” says half in words and half in signs, and a reader of “15–10 kilometers” wonders which \
      figure is wrong.
      """,
    severity: .warning,
    type: .style,
    examples: [
      Example(
        "Police counted between ⟦5-10⟧ people and between ⟦2010–2015⟧ it grew.",
        fixed: "Police counted between 5 and 10 people and between 2010 and 2015 it grew."),
      Example("He served from ⟦2010-2015⟧ in Rome.", fixed: "He served from 2010 to 2015 in Rome."),
      Example("It fell within ⟦15–10 km⟧ of the town.", fixed: "It fell within 10–15 km of the town."),
      Example(
        "They won 2-1 from 3-4 down, voted 15-10 on the 1914–18 war, split the bill 60-40 percent, and drew between "
          + "10-year and 30-year bonds."),
      Example("The gap between 5-10 and 20-30, a 10-5 vote, 9-1-1, 747-800, ages 18-24, pages 15–10 of 5–10."),
      Example(
        "Zwischen ⟦5–10⟧ Menschen kamen, ein Kind von 5–10 Jahren.", language: "de",
        fixed: "Zwischen 5 und 10 Menschen kamen, ein Kind von 5–10 Jahren."),
      Example(
        "Murieron entre ⟦5-10⟧ personas, niños de 5-10 años.", language: "es",
        fixed: "Murieron entre 5 y 10 personas, niños de 5-10 años."),
      Example("Entre ⟦5-10⟧ personnes sont mortes.", language: "fr", fixed: "Entre 5 et 10 personnes sont mortes."),
      Example("Выпало ⟦15–10 см⟧ снега.", language: "ru", fixed: "Выпало 10–15 см снега."),
      Example("Выпало 10–15 см снега, на 5–10 градусов теплее.", language: "ru"),
      Example("Mezi ⟦5–10⟧ lidmi.", language: "cs", fixed: "Mezi 5 a 10 lidmi."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let joints = RangeStyle.joints[analysis.language.language] ?? []
    let dashes = analysis.conventions.numberStyle.rangeDashes
    let numbers = analysis.numbers
    for (first, second) in zip(numbers, numbers.dropFirst()) {
      // The dash stands between the two, perhaps behind a percent sign.
      let dash = second.tokens.lowerBound - 1
      guard dash >= first.tokens.upperBound, dash <= first.tokens.upperBound + 1 else { continue }
      let window = TokenWindow(analysis, at: first.range.start)
      guard window.isDash(dash), dash == first.tokens.upperBound || window.mark(first.tokens.upperBound) == 0x25,
        window.segment.contains(second.tokens.lowerBound), isPart(first), isPart(second),
        !window.isDash(second.tokens.upperBound) || !window.isNumber(second.tokens.upperBound + 1)
      else { continue }
      let hasSign = dash > first.tokens.upperBound && window.mark(second.tokens.upperBound) == 0x25
      let end = window.tokens[second.tokens.upperBound - (hasSign ? 0 : 1)].end
      let range = TextRange(start: first.range.start, end: end)
      if let joint = joints.first(where: { $0.opening == window.key(first.tokens.lowerBound - 1) }),
        isDoubled(joint, first, second, window), analysis.isNumberCopy(range)
      {
        let written = words(first, second, joint.between, end: end, analysis)
        report(
          .doubled(window.text(first.tokens.lowerBound - 1), analysis.string(in: range), written: written), at: range,
          fixes: written.map { [.replacing(range, with: $0)] } ?? [])
      } else if !dashes.isEmpty, first.kind != .score, !dashes.contains(window.text(dash)), isQuantity(first, second),
        analysis.isNumberCopy(range)
      {
        let dashRange = window.tokens[dash].range
        report(
          .dash(analysis.string(in: range), dashes[0]), at: range,
          fixes: [.replacing(dashRange, with: dashes[0])])
      }
    }
    checkOrder(analysis, &report)
  }

  /// Whether a number can be an end of a range.
  private func isPart(_ number: NumberMention) -> Bool {
    switch number.kind {
    case .plain, .percent, .currency, .year, .date, .score: number.shape != .other
    default: false
    }
  }

  private func isQuantity(_ first: NumberMention, _ second: NumberMention) -> Bool {
    guard let from = first.value, let to = second.value?.magnitude else { return false }
    return from < to
  }

  private func isDoubled(_ joint: Joint, _ first: NumberMention, _ second: NumberMention, _ window: TokenWindow) -> Bool
  {
    let next = second.tokens.upperBound
    // “between 5-10 and 20-30”, “between 10-15-year-olds”, “between 2-1 and”
    if window.key(next) == joint.between || window.isJoined(at: next) { return false }
    if window.segment.contains(where: {
      $0 > next && $0 < next + 5 && window.key($0) == joint.between && window.isNumber($0 + 1)
    }) {
      return false
    }
    guard let from = first.value, let to = second.value?.magnitude else { return false }
    let areYears = first.kind == .year && (second.kind == .year || to < ExactDecimal(significand: 100))
    if areYears { return second.kind != .year || from < to }
    // “from 5-10 people” can be the people who gave something; only years are certain.
    return !joint.onlyYears && from < to && first.kind != .year && second.kind != .year
  }

  /// Both ends with the word between them, or `nil` if the second end is short: `1914-18`.
  private func words(
    _ first: NumberMention, _ second: NumberMention, _ between: UInt64, end: UInt32, _ analysis: ArticleAnalysis
  ) -> String? {
    guard let word = RangeStyle.words[between], let from = first.value, let to = second.value?.magnitude, from < to
    else {
      return nil
    }
    let window = TokenWindow(analysis, at: first.range.start)
    let firstEnd = window.tokens[second.tokens.lowerBound - 2].end
    return analysis.string(in: TextRange(start: first.range.start, end: firstEnd)) + " \(word) "
      + analysis.string(in: TextRange(start: second.range.start, end: end))
  }

  // MARK: Order

  /// Reports ranges of measurements and percentages whose first end is the greater.
  private func checkOrder(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let quantities = analysis.quantities
    for (first, second) in zip(quantities, quantities.dropFirst()) {
      guard first.notation.contains(.rangeStart), second.notation.contains(.rangeEnd), first.kind == .number,
        second.kind == .number, first.otherValue == nil, second.otherValue == nil, let unit = second.unit,
        first.unit == unit, !first.notation.contains(.scale), !second.notation.contains(.scale),
        !first.notation.contains(.unitBefore), second.numeralTokens.lowerBound == first.numeralTokens.upperBound + 1
      else { continue }
      let (from, to) = (first.value, second.value.magnitude)
      guard from > to, from > .zero, to > .zero, isMeasured(unit), !isSplit(from, to, unit) else { continue }
      let window = TokenWindow(analysis, at: first.range.start)
      let dash = first.numeralTokens.upperBound
      // “minus 10–5 °C” and a second end cut short, “115–20 km”, are no slips; neither are votes and scores.
      guard window.isDash(dash), window.isTight(dash), window.isTight(dash + 1),
        window.mark(first.tokens.lowerBound - 1) == 0 || !window.isDash(first.tokens.lowerBound - 1),
        !RangeStyle.minus.contains(window.key(first.tokens.lowerBound - 1)),
        !isShortened(first, second, analysis), !window.isJoined(at: second.tokens.upperBound)
      else { continue }
      let range = TextRange(start: first.range.start, end: second.range.end)
      guard analysis.isNumberCopy(range) else { continue }
      let low = analysis.string(in: second.numeralRange)
      let high = analysis.string(in: first.numeralRange)
      let edits = [
        Edit(range: first.numeralRange, replacement: low), Edit(range: second.numeralRange, replacement: high),
      ]
      report(.backward(analysis.string(in: range), low, high), at: range, fixes: [Fix(.needsReview, edits: edits)])
    }
  }

  private func isMeasured(_ unit: QuantityUnit) -> Bool {
    switch unit {
    case .percent, .perMille: true
    case .measure(let measure): measure.dimension != .duration
    case .percentagePoint, .currency: false
    }
  }

  /// Whether two percentages are shares of one whole: `60-40 percent`, `52–38 %`.
  private func isSplit(_ first: ExactDecimal, _ second: ExactDecimal, _ unit: QuantityUnit) -> Bool {
    unit == .percent && first.doubleValue + second.doubleValue >= 55
  }

  /// Whether the second end leaves out what it shares with the first: `115–20`.
  private func isShortened(_ first: Quantity, _ second: Quantity, _ analysis: ArticleAnalysis) -> Bool {
    first.numeralRange.count > second.numeralRange.count
      && analysis.article.text[Int(first.numeralRange.end) - second.numeralRange.count]
        < analysis.article.text[Int(second.numeralRange.start)]
  }

  // MARK: Words

  private struct Joint {
    let opening: UInt64
    let between: UInt64
    /// Whether the opening word has so many other uses that only years show what it means.
    let onlyYears: Bool
  }

  private static let minus = Set(
    "minus menos moins минус мінус meno".split(separator: " ").map { TokenKey.key(of: $0) })

  /// “Between” and “from” with the words that go on with them.
  private static let pairs: [(language: String, opening: String, between: String, onlyYears: Bool)] = [
    ("en", "between", "and", false), ("en", "from", "to", true), ("de", "zwischen", "und", false),
    ("de", "von", "bis", true), ("es", "entre", "y", false), ("es", "desde", "hasta", true),
    ("fr", "entre", "et", false), ("pt", "entre", "e", false), ("it", "tra", "e", false), ("it", "fra", "e", false),
    ("nl", "tussen", "en", false), ("ru", "между", "и", false), ("uk", "між", "і", false), ("cs", "mezi", "a", false),
    ("pl", "między", "a", false), ("ca", "entre", "i", false),
  ]

  private static let joints: [String: [Joint]] = Dictionary(
    grouping: pairs, by: \.language
  ).mapValues { list in
    list.map {
      Joint(opening: TokenKey.key(of: $0.opening), between: TokenKey.key(of: $0.between), onlyYears: $0.onlyYears)
    }
  }

  private static let words: [UInt64: String] = Dictionary(
    pairs.map { (TokenKey.key(of: $0.between), $0.between) }, uniquingKeysWith: { first, _ in first })
}

extension FindingMessage {
  fileprivate static func doubled(_ opening: String, _ text: String, written: String?) -> FindingMessage {
    if let written {
      "“\(opening) \(text)” mixes words with a dash; write “\(opening) \(written)”"
    } else {
      "“\(opening) \(text)” mixes words with a dash; write both ends in full"
    }
  }
  fileprivate static func backward(_ text: String, _ low: String, _ high: String) -> FindingMessage {
    "“\(text)” runs backward; check the figures, or write \(low) before \(high)"
  }
  fileprivate static func dash(_ text: String, _ dash: String) -> FindingMessage {
    "“\(text)” has another dash than the house’s “\(dash)”"
  }
}
