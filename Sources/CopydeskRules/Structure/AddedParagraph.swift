// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a paragraph of the copy that the source does not have.
struct AddedParagraph: Rule {
  static let metadata = RuleMetadata(
    id: "structure/added-paragraph",
    summary: "Reports a paragraph of the copy that the source does not have.",
    rationale: """
      What stands in a translation is taken for what the original says. A paragraph that the desk added belongs under \
      its own name, and one that was left from another article belongs out.
      """,
    severity: .suggestion,
    type: .addition,
    examples: [
      Example(
        """
        A fire destroyed 120 stalls of the Tacuba market early Tuesday, firefighters reported.

        Doctors treated fourteen people, among them two children, for slight burns.

        ⟦Critics of the city council have long complained that nobody pays for sprinklers, alarms or even exit signs.⟧

        Who will pay for rebuilding? The insurer Horizonte did not answer this newspaper's questions.

        The market, opened in 1954, had passed its last inspection in March.
        """, sourceLanguage: "es",
        source: """
          Un incendio destruyó la madrugada del martes 120 puestos del mercado de Tacuba, informaron los bomberos.

          Los médicos atendieron a catorce personas, entre ellas dos niños, por quemaduras leves.

          ¿Quién pagará la reconstrucción? La aseguradora Horizonte no respondió a las preguntas de este diario.

          El mercado, abierto en 1954, había pasado la última revisión en marzo.
          """),
      Example(
        """
        A fire destroyed 120 stalls of the Tacuba market early Tuesday.

        Firefighters reported it.

        The market, opened in 1954, had passed its last inspection in March.
        """, sourceLanguage: "es",
        source: """
          Un incendio destruyó la madrugada del martes 120 puestos del mercado de Tacuba. Lo informaron los bomberos.

          El mercado, abierto en 1954, había pasado la última revisión en marzo.
          """),
      Example("Doctors treated fourteen people."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    guard let finder = UnmatchedPassageFinder(analysis, of: .target), let source = analysis.source else { return }
    for passage in finder.passages() {
      let segments = analysis.article.segments[passage.segments]
      guard let first = segments.first, let last = segments.last, analysis.isNewsCopy(first.range) else { continue }
      let place = source.article.segments[max(0, passage.next - 1)].range
      let note = passage.next > 0 ? "nothing like it follows here" : "nothing like it stands before this"
      report(
        .added(passage.segments.count), at: TextRange(start: first.range.start, end: last.range.end),
        notes: [Note(note, at: place, side: .source)])
    }
  }
}

extension FindingMessage {
  fileprivate static func added(_ count: Int) -> FindingMessage {
    count == 1
      ? "the source has no paragraph that says this" : "the source has no paragraphs that say these \(count)"
  }
}
