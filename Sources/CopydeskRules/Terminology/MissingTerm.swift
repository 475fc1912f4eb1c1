// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a term of the source that the copy does not give by a term of the glossary.
struct MissingTerm: Rule {
  static let metadata = RuleMetadata(
    id: "terminology/missing-term",
    summary: "Reports a term of the source for which the copy has none of the glossary's terms.",
    rationale: """
      The desk has decided what “megacárcel” is called. A translation that calls it “giant jail” in one article and \
      “super prison” in the next makes three places of one.
      """,
    severity: .warning,
    type: .terminology,
    examples: [
      Example(
        "⟦They were taken to the giant jail at night.⟧", sourceLanguage: "es",
        source: "Los llevaron de noche a la megacárcel.", glossary: prison),
      Example(
        "They were taken to the ⟦megacárcel⟧ at night.", sourceLanguage: "es",
        source: "Los llevaron de noche a la megacárcel.", glossary: prison,
        fixed: "They were taken to the mega-prison at night."),
      Example(
        "The ⟦Aragua Train⟧ grew fast.", sourceLanguage: "es", source: "El Tren de Aragua creció rápido.",
        glossary: prison),
      Example(
        "⟦Nicolas Maduro⟧ spoke.", sourceLanguage: "es", source: "Nicolás Maduro habló.", glossary: prison,
        fixed: "Nicolás Maduro spoke."),
      Example(
        "Mega-prisons are feared.\nThey are large.", sourceLanguage: "es",
        source: "Las megacárceles son temidas.\nLas megacárceles son grandes.", glossary: prison),
      Example(
        "The Tren de Aragua. It came back.", sourceLanguage: "es",
        source: "El Tren de Aragua. El Tren de Aragua volvió.", glossary: prison),
      Example(
        "Nicolás Maduro came.\nIt rained.\nMaduro spoke.", sourceLanguage: "es",
        source: "Vino Nicolás Maduro.\nLlovió.\nHabló Nicolás Maduro.", glossary: prison),
      Example("The giant jail is full.", glossary: prison),
    ])

  private static let prison = """
    glossary: prisons
    concepts:
      - id: cecot
        terms:
          en: [{text: mega-prison, forms: [mega-prisons]}]
          es: [{text: megacárcel, forms: [megacárceles]}]
      - id: tren-de-aragua
        kind: organization
        terms:
          en: [Tren de Aragua]
          es: [Tren de Aragua]
      - id: maduro
        kind: person
        terms:
          en: [Nicolás Maduro]
          es: [Nicolás Maduro]
    """

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    guard let finder = UnnamedTermFinder(analysis, .translated), let source = analysis.source else { return }
    for term in finder.terms() where analysis.isNewsCopy(term.range) {
      if term.rendering.tokens != nil, isReportedAsName(term.range, analysis) { continue }
      let original = source.string(in: term.match.range)
      let text = analysis.string(in: term.range)
      let notes = [Note("the source has “\(original)”", at: term.match.range, side: .source)]
      switch term.rendering {
      // Capitals are reported as such.
      case .named, .miscased: break
      case .absent:
        report(.missing(original, wanted: term.wanted), at: term.range, notes: notes)
      case .reworded:
        report(.reworded(text, original, wanted: term.wanted), at: term.range, notes: notes)
      case .untranslated where original == text && term.wanted != text:
        report(
          .untranslated(text, wanted: term.wanted), at: term.range, notes: notes,
          fixes: [.replacing(term.range, with: term.wanted, .needsReview)])
      case .untranslated, .misspelled:
        report(
          .reworded(text, original, wanted: term.wanted), at: term.range, notes: notes,
          fixes: [.replacing(term.range, with: term.wanted, .needsReview)])
      }
    }
  }

  /// Whether rules about names report the place: a place under its foreign name, a surname with a slip.
  private func isReportedAsName(_ range: TextRange, _ analysis: ArticleAnalysis) -> Bool {
    analysis.exonyms.contains { $0.range.overlaps(range) }
      || analysis.misspelledGlossaryNames.contains { $0.range.overlaps(range) }
  }
}

extension FindingMessage {
  fileprivate static func missing(_ original: String, wanted: String) -> FindingMessage {
    "“\(original)” of the source calls for “\(wanted)”, which is missing here"
  }

  fileprivate static func reworded(_ text: String, _ original: String, wanted: String) -> FindingMessage {
    "“\(text)” seems to stand for “\(original)” of the source, for which the glossary wants “\(wanted)”"
  }

  fileprivate static func untranslated(_ text: String, wanted: String) -> FindingMessage {
    "“\(text)” is left as in the source; the glossary wants “\(wanted)”"
  }
}
