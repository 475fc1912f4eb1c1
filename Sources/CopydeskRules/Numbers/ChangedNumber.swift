// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a number that is not the one of the source.
struct ChangedNumber: Rule {
  static let metadata = RuleMetadata(
    id: "numbers/changed-number",
    summary: "Reports a number that is not the source's, or a figure of the source that the copy leaves out.",
    rationale: """
      “238 deported” became “283” between the source and the page. Numbers are compared by value, so “trece” and “13”, \
      “1.200” and “1,200”, “5 km” and “3 miles” are the same.
      """,
    severity: .error,
    type: .mistranslation,
    examples: [
      Example(
        "The plane took ⟦283⟧ men.", sourceLanguage: "es", source: "El avión llevó a 238 hombres.",
        fixed: "The plane took 238 men."),
      Example(
        "They waited ⟦four weeks⟧.", sourceLanguage: "es", source: "Esperaron tres semanas."),
      Example(
        "⟦80⟧ people were hurt.", sourceLanguage: "fr", source: "Il y a quatre-vingt-dix blessés.",
        fixed: "90 people were hurt."),
      Example(
        "Prices rose ⟦35%⟧.", sourceLanguage: "fr", source: "Les prix ont augmenté de 3,5 %.",
        fixed: "Prices rose 3.5%."),
      Example(
        "He lived in the ⟦20th century⟧.", sourceLanguage: "es", source: "Vivió en el siglo XXI."),
      Example(
        "⟦The town has a school.⟧", sourceLanguage: "es", source: "El pueblo tiene 2.450 habitantes y una escuela."),
      Example(
        "Police arrested 13 people and seized 1,200 kilos at 6:30 p.m. on March 17.", sourceLanguage: "es",
        source: "La policía detuvo a trece personas e incautó 1.200 kilos a las 18:30 del 17 de marzo."),
      Example(
        "About 2.5 billion dollars, half of the votes, the 1990s and the 21st century.", sourceLanguage: "es",
        source: "Unos 2.500 millones de dólares, el 50 % de los votos, los años 90 y el siglo XXI."),
      Example(
        "The camp is 62 miles (100 kilometers) away; it was 86 degrees Fahrenheit.", sourceLanguage: "de",
        source: "Das Lager ist 100 Kilometer entfernt; es hatte 30 Grad Celsius."),
      Example("The plane took 283 men."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    guard let quantities = QuantityReport(analysis) else { return }
    for difference in quantities.differences([.number, .order, .missing]) {
      let (text, original) = (quantities.copyText(difference), quantities.sourceText(difference))
      let message: FindingMessage =
        switch difference.kind {
        case .order: .swapped(text, original)
        case .missing: .missing(original)
        default: .changed(text, original)
        }
      report(
        message, at: quantities.place(of: difference), severity: difference.kind == .missing ? .warning : nil,
        notes: quantities.notes(difference), fixes: difference.kind == .number ? quantities.fixes(difference) : [])
    }
  }
}

extension FindingMessage {
  fileprivate static func changed(_ text: String, _ original: String) -> FindingMessage {
    "“\(text)” is “\(original)” in the source"
  }
  fileprivate static func swapped(_ text: String, _ original: String) -> FindingMessage {
    "“\(text)” has the two sides of “\(original)” the other way round"
  }
  fileprivate static func missing(_ original: String) -> FindingMessage {
    "“\(original)” of the source is missing here"
  }
}
