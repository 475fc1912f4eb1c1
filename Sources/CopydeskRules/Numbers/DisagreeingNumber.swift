// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a number that contradicts itself: words beside other digits, or a part greater than its whole.
struct DisagreeingNumber: Rule {
  static let metadata = RuleMetadata(
    id: "numbers/disagreeing-number",
    summary: "Reports a number that contradicts itself: words beside other digits, or a part greater than its whole.",
    rationale: """
      “Three (4) officers” and “12 of the 10 seats” cannot be true. One of the two figures is a slip, and only the \
      source tells which.
      """,
    severity: .warning,
    type: .numbers,
    examples: [
      Example("Police arrested ⟦three (4)⟧ men within ⟦thirty (3)⟧ days."),
      Example("Police arrested three (3) men, twenty-one (21) women and two (2) boys."),
      Example("The party won ⟦12 of the 10⟧ seats; ⟦five out of three⟧ voters stayed home."),
      Example("It won 10 of the 12 seats, 3 of the 2024 class, page 12 of the 10-volume work, and one of the 5 wins."),
      Example("Three (2019, 2020 and 2021) of the years, two (both 12) girls, four (12%) of them, the two (1), (2)."),
      Example("Hubo ⟦dos (3)⟧ detenidos y ⟦5 de cada 3⟧ niños.", language: "es"),
      Example("Hubo tres (3) detenidos y 5 de cada 10 niños; el 12 de 10.", language: "es"),
      Example("Es gab ⟦drei (4)⟧ Festnahmen, ⟦5 von 3⟧ Kindern sind arm.", language: "de"),
      Example("Es gab drei (3) Festnahmen, 3 von 5 Kindern sind arm.", language: "de"),
      Example("Il y a eu ⟦trois (4)⟧ arrestations, ⟦5 personnes sur 3⟧ femmes.", language: "fr"),
      Example("Задержаны ⟦три (4)⟧ человека, ⟦5 из 3⟧ детей.", language: "ru"),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let quantities = analysis.quantities
    for (first, second) in zip(quantities, quantities.dropFirst()) {
      guard first.kind == .number, second.kind == .number, first.denominator == 1, second.denominator == 1,
        first.range.end < second.range.start
      else { continue }
      if isRepeated(first, second, analysis) {
        let end = analysis.tokens[second.tokens.upperBound].end
        let range = TextRange(start: first.range.start, end: end)
        guard !first.hasValue(of: second), analysis.isNumberCopy(range) else { continue }
        report(
          .different(analysis.string(in: first.range), analysis.string(in: second.range)), at: range, severity: .error)
      } else if isPartOf(first, second, analysis) {
        let range = TextRange(start: first.range.start, end: second.range.end)
        guard analysis.isNumberCopy(range) else { continue }
        report(.exceeding(analysis.string(in: range)), at: range)
      }
    }
  }

  /// Whether digits in parentheses repeat a number in words: `three (3)`.
  private func isRepeated(_ first: Quantity, _ second: Quantity, _ analysis: ArticleAnalysis) -> Bool {
    guard first.notation.contains(.words), !first.notation.contains(.digits), second.notation == .digits,
      first.unit == nil, second.unit == nil, first.kind == second.kind,
      second.tokens.lowerBound == first.tokens.upperBound + 1, second.tokens.count == 1
    else { return false }
    let window = TokenWindow(analysis, at: first.range.start)
    let next = second.tokens.upperBound
    // A lone “(1)” may count a list or point to a note; “(15)” behind a small number may be an age.
    return window.mark(first.tokens.upperBound) == 0x28 && window.mark(next) == 0x29
      && window.word(next + 1) != nil && !window.isTight(next + 1) && first.value > ExactDecimal(significand: 1)
      && !window.isDesignated(first.tokens.lowerBound)
  }

  /// Whether the first number is said to be a part of the smaller second: `12 of the 10`.
  private func isPartOf(_ first: Quantity, _ second: Quantity, _ analysis: ArticleAnalysis) -> Bool {
    guard first.value > second.value, first.unit == nil, second.unit == nil, first.otherValue == nil,
      second.otherValue == nil, second.value > ExactDecimal(significand: 1), first.value.wholeValue != nil,
      second.value.wholeValue != nil
    else { return false }
    let window = TokenWindow(analysis, at: first.range.start)
    guard let pattern = DisagreeingNumber.patterns[analysis.language.language] else { return false }
    // “5 personnes sur 3”: one noun may stand between.
    var start = first.tokens.upperBound
    var isMatch = pattern.plain.contains { window.matches($0, from: start, to: second.tokens.lowerBound) }
    if !isMatch, window.isCounted(start) {
      start += 1
      isMatch = pattern.behindNoun.contains { window.matches($0, from: start, to: second.tokens.lowerBound) }
    }
    let before = first.tokens.lowerBound
    let next = second.tokens.upperBound
    guard isMatch, !window.isDesignated(before), !window.isJoined(at: next), window.mark(next) != 0x2F,
      !window.isTight(before) || window.mark(before - 1) == 0x28,
      !(window.mark(before - 1) == 0x2C && window.isNumber(before - 2))
    else { return false }
    return window.isCounted(next)
  }

  private struct Pattern {
    let plain: [[UInt64]]
    let behindNoun: [[UInt64]]

    init(_ plain: String, behindNoun: String = "") {
      func parse(_ text: String) -> [[UInt64]] {
        text.split(separator: "/").map { $0.split(separator: " ").map { TokenKey.key(of: $0) } }
      }
      self.plain = parse(plain)
      self.behindNoun = parse(behindNoun)
    }
  }

  /// What stands between a part and its whole.
  private static let patterns: [String: Pattern] = [
    "en": Pattern("of the/out of/out of the/out of every/of every/in every", behindNoun: "out of/of the/out of every"),
    "de": Pattern("von/von den/der", behindNoun: "von/von den"),
    "es": Pattern("de los/de las/de cada", behindNoun: "de cada/de los/de las"),
    "fr": Pattern("sur/sur les/des", behindNoun: "sur/sur les/des"),
    "pt": Pattern("dos/das/de cada/em cada", behindNoun: "em cada/dos/das"),
    "it": Pattern("su/dei/delle/degli", behindNoun: "su/dei/delle/degli"),
    "nl": Pattern("van de/op de", behindNoun: "van de/op de"),
    "ru": Pattern("из", behindNoun: "из"),
  ]
}

extension TokenWindow {
  /// Whether exactly these words stand from one index up to another.
  func matches(_ words: [UInt64], from start: Int, to end: Int) -> Bool {
    guard end - start == words.count else { return false }
    for (offset, word) in words.enumerated() where key(start + offset) != word { return false }
    return true
  }
}

extension FindingMessage {
  fileprivate static func different(_ words: String, _ digits: String) -> FindingMessage {
    "“\(words)” and “\(digits)” are different numbers; check which is right"
  }
  fileprivate static func exceeding(_ text: String) -> FindingMessage {
    "“\(text)” makes the part greater than the whole; check both figures"
  }
}
