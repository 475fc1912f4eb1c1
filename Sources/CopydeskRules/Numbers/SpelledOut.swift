// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a count in words that the house writes in digits.
struct SpelledOut: Rule {
  static let metadata = RuleMetadata(
    id: "numbers/spelled-out",
    summary: "Reports a count in words that the house writes in digits.",
    rationale: """
      Most papers write small numbers in words and the rest in digits; where the line is drawn is the house’s choice. \
      The rule is off until a desk turns it on.
      """,
    severity: .suggestion,
    type: .style,
    isOnByDefault: false,
    examples: [
      Example("Police arrested ⟦twenty-one⟧ men.", fixed: "Police arrested 21 men."),
      Example("She bought ⟦fifteen⟧ books and ⟦eleven⟧ pens.", fixed: "She bought 15 books and 11 pens."),
      Example(
        "Twenty-one men left. “We saw twenty-one of them.” About a hundred men, two million men, nine men and 21 men."),
      Example("A twenty-something, the Twelve apostles, fifteen or 16 men, one hundred times, thirty-odd years."),
      Example("Die Polizei nahm ⟦fünfzehn⟧ Männer fest.", language: "de", fixed: "Die Polizei nahm 15 Männer fest."),
      Example("Die Polizei nahm zwölf Männer und elf Frauen fest.", language: "de"),
      Example("Detuvieron a ⟦quince⟧ hombres.", language: "es", fixed: "Detuvieron a 15 hombres."),
      Example("Detuvieron a nueve hombres.", language: "es"),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let small = SmallNumbers(analysis)
    guard small.limit > 0 else { return }
    for quantity in analysis.quantities where quantity.notation == .words {
      guard let value = small.count(quantity), value >= small.limit, value < 1000, value % 100 != 0,
        !analysis.quotations.contain(quantity.range)
      else { continue }
      let window = TokenWindow(analysis, at: quantity.range.start)
      let first = quantity.tokens.lowerBound
      guard !window.isSentenceStart(first), !window.tokens[first].traits.contains(.capitalized) else { continue }
      report(
        .words(analysis.string(in: quantity.range), digits: String(value)), at: quantity.range,
        fixes: [.replacing(quantity.range, with: String(value))])
    }
  }
}

extension FindingMessage {
  fileprivate static func words(_ text: String, digits: String) -> FindingMessage {
    "“\(text)” stands in words where the house writes digits; write “\(digits)”"
  }
}
