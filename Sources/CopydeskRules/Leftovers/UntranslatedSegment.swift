// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a segment that stands in the copy as it stands in the source.
struct UntranslatedSegment: Rule {
  static let metadata = RuleMetadata(
    id: "leftovers/untranslated-segment",
    summary: "Reports a heading, caption or paragraph whose words are those of the source.",
    rationale: """
      A heading that nobody translated is easily taken for a name: “What We Know So Far” over a paragraph in \
      Spanish. Beside the source there is no doubt.
      """,
    severity: .error,
    type: .untranslated,
    examples: [
      Example(
        """
        Los bomberos informaron de un incendio en el mercado de Tacuba en la madrugada del martes.

        ⟦What We Know So Far⟧

        Los médicos atendieron a catorce personas, entre ellas dos niños, por quemaduras leves.
        """, language: "es", sourceLanguage: "en",
        source: """
          Firefighters reported a blaze at the Tacuba market early on Tuesday morning.

          What We Know So Far

          Doctors treated fourteen people, among them two children, for slight burns.
          """),
      Example(
        """
        The list names three firms from the port, all of them insured since 2019.

        Naviera del Norte, Astilleros Beltrán y Marítima Horizonte.

        Nobody answered the calls of this newspaper on Wednesday.
        """, sourceLanguage: "es",
        source: """
          La lista nombra tres empresas del puerto, todas ellas aseguradas desde 2019.

          Naviera del Norte, Astilleros Beltrán y Marítima Horizonte.

          Nadie contestó las llamadas de este diario el miércoles.
          """),
      Example("What We Know So Far", language: "es"),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    guard let source = analysis.source else { return }
    for untranslated in analysis.untranslatedSegments() {
      let range = analysis.article.segments[untranslated.target].range
      guard analysis.isNewsCopy(range), !analysis.isQuoted(range), !isReportedAsForeign(untranslated.target, analysis)
      else { continue }
      let original = source.article.segments[untranslated.source].range
      report(
        .untranslated(UnmatchedPassage.quote(analysis.string(in: range))), at: range,
        notes: [Note("the source has the same words", at: original, side: .source)])
    }
  }

  /// Whether the rule about the source language reports the segment or a part of it.
  private func isReportedAsForeign(_ segment: Int, _ analysis: ArticleAnalysis) -> Bool {
    analysis.foreignRuns(inSegment: segment).contains { $0.setting == .copy }
  }
}

extension FindingMessage {
  fileprivate static func untranslated(_ quote: String) -> FindingMessage {
    "“\(quote)” is not translated; the source has the same words"
  }
}
