// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a word that stands twice in a row.
struct DoubledWord: Rule {
  static let metadata = RuleMetadata(
    id: "typography/doubled-word",
    summary: "Reports a word that stands twice in a row.",
    rationale: "A doubled word is the trace of an edit that nobody read again; every reader stumbles over it.",
    severity: .error,
    type: .duplication,
    examples: [
      Example("The minister said ⟦the the⟧ prison was full.", fixed: "The minister said the prison was full."),
      Example("The minister said that the prison was full."),
      Example("“New York, New York” was the song that everyone sang."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let tokens = analysis.tokens
    for index in tokens.indices.dropFirst() {
      let (first, second) = (tokens[index - 1], tokens[index])
      guard first.key == second.key, first.kind == .word, second.kind == .word,
        !second.traits.contains(.lineBreakBefore), !second.traits.contains(.clitic),
        !(first.traits.contains(.capitalized) && second.traits.contains(.capitalized)),
        !analysis.languageData.doubledWords.contains(first.key)
      else { continue }
      let range = analysis.range(of: index - 1..<index + 1)
      report(
        .doubled(analysis.string(of: first)), at: range,
        fixes: [.removing(TextRange(start: first.end, end: second.end))])
    }
  }
}

extension FindingMessage {
  fileprivate static func doubled(_ word: String) -> FindingMessage { "“\(word)” stands twice in a row" }
}
