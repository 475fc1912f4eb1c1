// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports digits and separators that no locale reads as a number.
struct MalformedNumber: Rule {
  static let metadata = RuleMetadata(
    id: "numbers/malformed-number",
    summary: "Reports digits and separators that no locale reads as a number.",
    rationale: """
      “1,222.3,4” has lost or gained a digit somewhere between the source and the page. Nobody can tell what it \
      should be without the source.
      """,
    severity: .error,
    type: .numbers,
    examples: [
      Example("The state owes ⟦12,34,5⟧ dollars."),
      Example("The state owes ⟦1,222.3,4⟧ dollars, not ⟦1.222,333.4⟧."),
      Example("The state owes ⟦1,,234⟧ dollars and ⟦3..5⟧ percent."),
      Example("Das Land schuldet ⟦1.22.333⟧ Euro.", language: "de"),
      Example("El estado debe ⟦1٢3⟧ dólares.", language: "es"),
      Example("The state owes 12,345,678 rupees (1,23,45,678 in Delhi) and won 1,2,3 at 51.5074,0.1278."),
      Example("Rooms 12,14,16 and 18 opened in 2018,2019,2020 with version 10.15.7 of 12.03.24 at 192.168.1.1."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let numbers = analysis.numbers
    for (index, number) in numbers.enumerated() {
      if number.hasMixedDigits {
        guard analysis.isNewsCopy(number.range) else { continue }
        report(.mixedDigits(analysis.string(in: number.range)), at: number.range)
        continue
      }
      if index + 1 < numbers.count, let range = doubledSign(number, numbers[index + 1], analysis) {
        if analysis.isNewsCopy(range) { report(.doubledSign(analysis.string(in: range)), at: range) }
        continue
      }
      guard case .other = number.shape, isMalformed(number, analysis), analysis.isNewsCopy(number.range) else {
        continue
      }
      report(.malformed(analysis.string(in: number.range)), at: number.range)
    }
  }

  /// Two numbers with two separators and nothing else between them, such as `1,,234`.
  private func doubledSign(
    _ first: NumberMention, _ second: NumberMention, _ analysis: ArticleAnalysis
  ) -> TextRange? {
    guard second.range.start == first.range.end + 2 else { return nil }
    let text = analysis.article.text
    let signs = (text[Int(first.range.end)], text[Int(first.range.end) + 1])
    let (period, comma) = (UInt8(ascii: "."), UInt8(ascii: ","))
    guard signs.0 == period || signs.0 == comma, signs.1 == period || signs.1 == comma else { return nil }
    if signs.0 == period, signs.1 == period {
      // Two periods between years or between longer numbers write a range.
      guard first.groups.count == 1, second.groups.count == 1, first.kind != .year, second.kind != .year,
        first.groups.length(at: 0) == 1 || second.groups.length(at: 0) == 1
      else {
        return nil
      }
    }
    return first.range.union(second.range)
  }

  private func isMalformed(_ number: NumberMention, _ analysis: ArticleAnalysis) -> Bool {
    switch number.kind {
    case .plain, .percent, .currency, .version: break
    default: return false
    }
    let groups = number.groups
    guard groups.count >= 3, groups.count <= 8, !groups.overflows else { return false }
    var periods = 0
    var commas = 0
    var threes = 0
    var longest = 0
    for index in 0..<groups.count {
      let length = groups.length(at: index)
      longest = max(longest, length)
      if index > 0, length == 3 { threes += 1 }
      guard index < groups.count - 1 else { break }
      switch groups.sign(after: index) {
      case .period: periods += 1
      case .comma: commas += 1
      case .colon, .apostrophe, .curlyApostrophe: return false
      default: break
      }
    }
    // Coordinates, identifiers, lists of years.
    guard longest <= 3 else { return false }
    if periods > 0, commas > 0 { return threes > 0 || periods + commas >= 3 && !isListOfDecimals(groups) }
    if commas > 0 { return !isList(number, analysis) }
    // Only periods: versions, addresses, dates and paragraphs have this form; three digits behind make it a sum.
    guard number.kind != .version || groups.count == 3 else { return false }
    return periods >= 2 && groups.count == 3 && groups.length(at: 2) == 3 && groups.length(at: 0) <= 3
      && groups.length(at: 1) == 2 && analysis.conventions.numbers.groupingSigns.contains(.period)
  }

  /// `3.5,4.5`: decimals with the space lost between them.
  private func isListOfDecimals(_ groups: DigitGroups) -> Bool {
    guard groups.count % 2 == 0 else { return false }
    for index in stride(from: 0, to: groups.count - 2, by: 2)
    where groups.sign(after: index) == groups.sign(after: index + 1) {
      return false
    }
    return true
  }

  /// Numbers of one length or in rising order, with the spaces lost between them.
  private func isList(_ number: NumberMention, _ analysis: ArticleAnalysis) -> Bool {
    var values: [Int] = []
    var value = 0
    for byte in analysis.article.text[number.range.offsets] {
      if byte >= 0x30, byte <= 0x39 {
        value = value * 10 + Int(byte - 0x30)
      } else {
        values.append(value)
        value = 0
      }
    }
    values.append(value)
    let isRising = zip(values, values.dropFirst()).allSatisfy { $0 < $1 }
    return isRising || values.allSatisfy { $0 < 10 }
  }
}

extension FindingMessage {
  fileprivate static func malformed(_ text: String) -> FindingMessage {
    "“\(text)” is no number in any locale; check the figure against the source"
  }
  fileprivate static func doubledSign(_ text: String) -> FindingMessage {
    "“\(text)” has two separators in a row; check the figure against the source"
  }
  fileprivate static func mixedDigits(_ text: String) -> FindingMessage {
    "“\(text)” mixes digits of two scripts; write it in one"
  }
}
