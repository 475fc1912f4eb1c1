// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a paragraph of the source that the copy does not have.
struct MissingParagraph: Rule {
  static let metadata = RuleMetadata(
    id: "structure/missing-paragraph",
    summary: "Reports a paragraph of the source that the copy does not have.",
    rationale: """
      A paragraph that was lost between two windows is not missed by anybody who reads the copy alone. It may be the \
      one in which the accused denies the charge.
      """,
    severity: .warning,
    type: .omission,
    examples: [
      Example(
        """
        A fire destroyed 120 stalls of the Tacuba market early Tuesday, firefighters reported.

        ⟦Doctors treated fourteen people, among them two children, for slight burns.⟧

        The market, opened in 1954, had passed its last inspection in March.
        """, sourceLanguage: "es",
        source: """
          Un incendio destruyó la madrugada del martes 120 puestos del mercado de Tacuba, informaron los bomberos.

          Los médicos atendieron a catorce personas, entre ellas dos niños, por quemaduras leves.

          El administrador Ignacio Beltrán negó que la instalación eléctrica estuviera vencida desde 2019.

          El mercado, abierto en 1954, había pasado la última revisión en marzo.
          """),
      Example(
        """
        Ein Feuer hat in der Nacht zu Dienstag 120 Stände des Marktes von Tacuba zerstört, teilte die Feuerwehr mit.

        ⟦Die Ärzte behandelten vierzehn Menschen, darunter zwei Kinder, wegen leichter Verbrennungen.⟧

        Der Markt, 1954 eröffnet, hatte die letzte Prüfung im März bestanden.
        """, language: "de", sourceLanguage: "es",
        source: """
          Un incendio destruyó la madrugada del martes 120 puestos del mercado de Tacuba, informaron los bomberos.

          Los médicos atendieron a catorce personas, entre ellas dos niños, por quemaduras leves.

          ¿Quién pagará la reconstrucción? La aseguradora Horizonte no respondió a las preguntas de este diario.

          El mercado, abierto en 1954, había pasado la última revisión en marzo.
          """),
      Example(
        """
        A fire destroyed 120 stalls of the Tacuba market early Tuesday, firefighters reported. Doctors treated \
        fourteen people, among them two children, for slight burns.

        The market, opened in 1954, had passed its last inspection in March.
        """, sourceLanguage: "es",
        source: """
          Un incendio destruyó la madrugada del martes 120 puestos del mercado de Tacuba, informaron los bomberos.

          Los médicos atendieron a catorce personas, entre ellas dos niños, por quemaduras leves.

          El mercado, abierto en 1954, había pasado la última revisión en marzo.
          """),
      Example("Doctors treated fourteen people."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    guard let finder = UnmatchedPassageFinder(analysis, of: .source), let source = analysis.source else { return }
    var previous: (next: Int, count: Int) = (-1, 0)
    for passage in finder.passages() {
      previous = (passage.next, passage.next == previous.next ? previous.count + 1 : 0)
      let segments = source.article.segments
      let quote = UnmatchedPassage.quote(source.string(in: segments[passage.segments.lowerBound].range))
      let notes = passage.segments.map { Note("left out of the copy", at: segments[$0].range, side: .source) }
      let count = passage.segments.count
      let blanks = analysis.article.blankSegments(before: passage.next)
      if !blanks.isEmpty {
        let blank = blanks[min(previous.count, blanks.count - 1)]
        report(.untranslated(quote), at: blank, severity: .error, notes: notes)
      } else if passage.next > 0 {
        report(.missing(quote, count, "behind"), at: analysis.article.segments[passage.next - 1].range, notes: notes)
      } else {
        report(.missing(quote, count, "before"), at: analysis.article.segments[0].range, notes: notes)
      }
    }
  }
}

extension FindingMessage {
  fileprivate static func missing(_ quote: String, _ count: Int, _ side: String) -> FindingMessage {
    count == 1
      ? "\(side) this paragraph, the copy lacks the one that starts “\(quote)” in the source"
      : "\(side) this paragraph, the copy lacks \(count) paragraphs of the source, from “\(quote)” on"
  }

  fileprivate static func untranslated(_ quote: String) -> FindingMessage {
    "the copy has nothing for “\(quote)” of the source"
  }
}
