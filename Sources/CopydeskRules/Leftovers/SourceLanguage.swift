// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskLinting

/// Reports words, phrases and sentences in another language than the article's.
struct SourceLanguage: Rule {
  static let metadata = RuleMetadata(
    id: "leftovers/source-language",
    summary: "Reports phrases and sentences that the translation left in another language.",
    rationale: """
      What the translator or the machine skipped reaches the reader as a foreign language in the middle of a \
      sentence. Names, quoted titles and speech, and words that the article's language has borrowed are left alone.
      """,
    severity: .warning,
    type: .untranslated,
    examples: [
      Example(
        "The mayor thanked ⟦los vecinos que ayudaron con la limpieza⟧ after the storm.", sourceLanguage: "es"),
      Example(
        "The harbor reopened on Monday. ⟦Los barcos volvieron a salir al mar por la tarde⟧. Nobody was hurt.",
        sourceLanguage: "es"),
      Example(
        "El puerto reabrió el lunes, pero los pescadores ⟦were not allowed to leave⟧ hasta la tarde.",
        language: "es", sourceLanguage: "en"),
      Example(
        "Der Hafen wurde am Montag wieder geöffnet, doch ⟦the fishermen were not allowed to leave⟧ vor dem Abend.",
        language: "de", sourceLanguage: "en"),
      Example(
        "Порт вновь открылся в понедельник, но рыбакам ⟦were not allowed to leave⟧ до вечера.",
        language: "ru", sourceLanguage: "en"),
      Example(
        "Le port a rouvert lundi, mais ⟦los pescadores no pudieron salir⟧ avant le soir.", language: "fr"),
      Example("The council of Santa Cruz de la Sierra met on Monday.", sourceLanguage: "es"),
      Example("The de facto leader said the coup d'état had failed.", sourceLanguage: "fr"),
      Example("The novel “Los vecinos que nunca dormían” won the prize.", sourceLanguage: "es"),
      Example(
        "Die Bank meldete sich bei der Autorité des marchés financiers in Paris.", language: "de",
        sourceLanguage: "fr"),
      Example("The ministry (Ministerio de Obras Públicas y Transporte) gave no reason.", sourceLanguage: "es"),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    for run in analysis.foreignRuns where run.setting == .copy {
      let range = analysis.range(of: run.tokens)
      report(
        .foreign(
          quoted(range, in: analysis), language: name(of: run.language), own: name(of: analysis.language.language)),
        at: range, severity: run.extent == .sentence ? .error : nil)
    }
  }

  /// The copy of a range, or the beginning of it if it is long.
  private func quoted(_ range: TextRange, in analysis: ArticleAnalysis) -> String {
    let text = analysis.string(in: range)
    guard text.count > 60 else { return text }
    let words = text.prefix(50).split(separator: " ", omittingEmptySubsequences: false)
    return words.dropLast().joined(separator: " ") + " …"
  }

  private func name(of language: String) -> String {
    (try? LocaleData.languageName(language, in: "en")) ?? language
  }
}

extension FindingMessage {
  fileprivate static func foreign(_ text: String, language: String, own: String) -> FindingMessage {
    "“\(text)” is \(language), write it in \(own)"
  }
}
