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
      Example("Le tribunal ⟦qui qui⟧ a jugé l’affaire.", language: "fr-FR", fixed: "Le tribunal qui a jugé l’affaire."),
      Example("То, как ⟦это это⟧ решение приняли.", language: "ru-RU", fixed: "То, как это решение приняли."),
      Example("The minister said that the prison was full."),
      Example(
        "Nos dijeron «que que no había baños» y una ley ⟦que que⟧ lo niega.", language: "es-ES",
        fixed: "Nos dijeron «que que no había baños» y una ley que lo niega."),
      Example("Он думает о том, что что-то забыл.", language: "ru-RU"),
      Example("“New York, New York” was the song that everyone sang."),
      Example("Das sind die, die die Stadt kennt.", language: "de-DE"),
      Example("He said that that had had no effect."),
      Example("Il l’a vu : « toc toc », puis rien.", language: "fr-FR"),
      Example("Duran Duran played, 3 3 times."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    // Which words a language repeats by grammar must be known.
    guard LanguageData.languages.contains(analysis.language.language) else { return }
    let tokens = analysis.tokens
    for index in tokens.indices.dropFirst() where tokens[index].key == tokens[index - 1].key {
      let (first, second) = (tokens[index - 1], tokens[index])
      guard first.kind == .word, second.kind == .word, second.traits.contains(.spaceBefore),
        second.traits.isDisjoint(with: [.lineBreakBefore, .clitic]),
        // Names repeat: Duran Duran, Wagga Wagga.
        !(first.traits.contains(.capitalized) && second.traits.contains(.capitalized)),
        !analysis.languageData.doubledWords.contains(first.key), !startsCompound(index, tokens)
      else { continue }
      let range = analysis.range(of: index - 1..<index + 1)
      guard !analysis.isProtected(range), !isWholeQuotation(index - 1..<index + 1, analysis) else { continue }
      if analysis.languageData.doubledWordsInSpeech.contains(first.key), analysis.isQuoted(range) { continue }
      report(
        .doubled(analysis.string(of: first)), at: range,
        fixes: [.removing(TextRange(start: first.end, end: second.end))])
    }
  }

  /// Whether the second word goes on behind a hyphen: Russian “что что-то” is no doubled word.
  private func startsCompound(_ index: Int, _ tokens: [Token]) -> Bool {
    guard index + 1 < tokens.count, !tokens[index + 1].traits.contains(.spaceBefore) else { return false }
    return tokens[index + 1].key == TokenKey.hyphen
  }

  /// Whether the words are all of a quotation, as a sound is: “toc toc”.
  private func isWholeQuotation(_ tokens: Range<Int>, _ analysis: ArticleAnalysis) -> Bool {
    guard tokens.lowerBound > 0, tokens.upperBound < analysis.tokens.count else { return false }
    let before = analysis.tokens[tokens.lowerBound - 1]
    let behind = analysis.tokens[tokens.upperBound]
    return before.kind == .punctuation && behind.kind == .punctuation
      && analysis.quotations.all.contains { $0.opening == before.range && $0.closing == behind.range }
  }
}

extension FindingMessage {
  fileprivate static func doubled(_ word: String) -> FindingMessage {
    "“\(word)” stands twice in a row; one is enough"
  }
}
