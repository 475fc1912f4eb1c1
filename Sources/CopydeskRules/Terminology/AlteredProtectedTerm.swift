// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a term that translations keep as it is, and this one does not.
struct AlteredProtectedTerm: Rule {
  static let metadata = RuleMetadata(
    id: "terminology/altered-protected-term",
    summary: "Reports a term of the source that the glossary says not to translate, and that the copy changes.",
    rationale: """
      Brand names, titles and slogans are found, quoted and sued over by their exact words.
      """,
    severity: .error,
    type: .terminology,
    examples: [
      Example(
        "⟦The Train of Liberty leaves on Monday.⟧", sourceLanguage: "es",
        source: "El Tren de la Libertad sale el lunes.", glossary: train),
      Example(
        "The ⟦Tren de la Liberdad⟧ leaves on Monday.", sourceLanguage: "es",
        source: "El Tren de la Libertad sale el lunes.", glossary: train,
        fixed: "The Tren de la Libertad leaves on Monday."),
      Example(
        "The Tren de la Libertad leaves on Monday.", sourceLanguage: "es",
        source: "El Tren de la Libertad sale el lunes.", glossary: train),
      Example(
        "The Tren de la Libertad has left.\nIt is on its way.", sourceLanguage: "es",
        source: "El Tren de la Libertad salió.\nEl Tren de la Libertad está en camino.", glossary: train),
    ])

  private static let train = """
    glossary: trains
    concepts:
      - id: tren-de-la-libertad
        terms:
          es: [{text: Tren de la Libertad, do-not-translate: true}]
    """

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    guard let finder = UnnamedTermFinder(analysis, .protected), let source = analysis.source else { return }
    for term in finder.terms() where analysis.isNewsCopy(term.range) {
      let original = source.string(in: term.match.range)
      let notes = [Note("the source has “\(original)”", at: term.match.range, side: .source)]
      var fixes: [Fix] = []
      switch term.rendering {
      case .misspelled, .miscased: fixes = [.replacing(term.range, with: term.wanted, .needsReview)]
      case .named, .untranslated, .reworded, .absent: break
      }
      report(
        term.rendering.tokens == nil
          ? .lost(term.wanted) : .altered(analysis.string(in: term.range), wanted: term.wanted),
        at: term.range, notes: notes, fixes: fixes)
    }
  }
}

extension FindingMessage {
  fileprivate static func altered(_ text: String, wanted: String) -> FindingMessage {
    "“\(text)” seems to stand for “\(wanted)”, which the glossary says to keep as it is"
  }

  fileprivate static func lost(_ wanted: String) -> FindingMessage {
    "“\(wanted)” of the source is missing here; the glossary says to keep it as it is"
  }
}
