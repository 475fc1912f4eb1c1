// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a small count, or the first number of a sentence, in digits where the house writes words.
struct NotSpelledOut: Rule {
  static let metadata = RuleMetadata(
    id: "numbers/not-spelled-out",
    summary: "Reports a small count, or the first number of a sentence, in digits where the house writes words.",
    rationale: """
      Most papers write “five people” and “12 people”; a sentence that starts with digits looks like a list. Where the \
      line is drawn is the house’s choice, so the rule is off until a desk turns it on.
      """,
    severity: .suggestion,
    type: .style,
    isOnByDefault: false,
    examples: [
      Example("Police arrested ⟦5⟧ men.", fixed: "Police arrested five men."),
      Example("⟦15⟧ men were arrested.", fixed: "Fifteen men were arrested."),
      Example(
        "Police arrested 12 men aged 5, 5% of 5 million, 5 km off Route 5, 2-1 up, 8 of 12 men, between 5 and 15 men."),
      Example("2024 was a good year. A 5-year-old girl, the 5th girl, 5 girls: 3.5 apples, page 5 and Chapter 3 end."),
      Example("Die Polizei nahm ⟦5⟧ Männer fest.", language: "de", fixed: "Die Polizei nahm fünf Männer fest."),
      Example("13 Männer und um 6 Uhr in Kanal 5 gesendet, mit 5 Prozent.", language: "de"),
      Example("Detuvieron a ⟦5⟧ hombres.", language: "es", fixed: "Detuvieron a cinco hombres."),
      Example("Detuvieron a 10 hombres y 5 kilos, en la página 5.", language: "es"),
      Example("Задержали ⟦5⟧ мужчин.", language: "ru"),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let small = SmallNumbers(analysis)
    guard small.limit > 0 else { return }
    let wantsWordsFirst = NotSpelledOut.wantsWordsFirst
    for quantity in analysis.quantities where quantity.notation == .digits {
      guard let value = small.count(quantity) else { continue }
      let window = TokenWindow(analysis, at: quantity.range.start)
      let startsSentence =
        wantsWordsFirst.contains(analysis.language.language) && window.isSentenceStart(quantity.tokens.lowerBound)
      guard startsSentence || value < small.limit else { continue }
      let words = small.words(for: value).map { startsSentence ? NotSpelledOut.capitalized($0) : $0 }
      let text = analysis.string(in: quantity.range)
      report(
        startsSentence ? .first(text, words: words) : .digits(text, words: words), at: quantity.range,
        fixes: words.map { [.replacing(quantity.range, with: $0, startsSentence ? .needsReview : .safe)] } ?? [])
    }
  }

  /// Languages whose handbooks let no sentence start with digits; German papers do not mind.
  private static let wantsWordsFirst: Set<String> = ["en", "es", "fr", "it", "pt", "nl"]

  private static func capitalized(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}

extension FindingMessage {
  fileprivate static func digits(_ text: String, words: String?) -> FindingMessage {
    if let words {
      "“\(text)” stands in digits where the house writes words; write “\(words)”"
    } else {
      "“\(text)” stands in digits where the house writes words; spell it out"
    }
  }
  fileprivate static func first(_ text: String, words: String?) -> FindingMessage {
    if let words {
      "a sentence starts with the digits “\(text)”; write “\(words)” or turn the sentence"
    } else {
      "a sentence starts with the digits “\(text)”; spell them out or turn the sentence"
    }
  }
}
