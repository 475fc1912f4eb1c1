// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a date that is written the way of another language or house.
struct ForeignDateFormat: Rule {
  static let metadata = RuleMetadata(
    id: "dates/foreign-date-format",
    summary: "Reports a date that is written the way of another language or house.",
    rationale: """
      “Le 6 Novembre” and “23 de January” tell every reader that a machine translated the story. A date of digits in \
      the wrong order tells the wrong day.
      """,
    severity: .error,
    type: .localeViolation,
    examples: [
      Example("He was held on ⟦23 de January⟧.", language: "en", fixed: "He was held on 23 January."),
      Example("The auction on ⟦july 4, 2019⟧ was full.", fixed: "The auction on July 4, 2019 was full."),
      Example("Born on ⟦12 de diciembre de 1962⟧, he died in ⟦enero⟧.", language: "en", sourceLanguage: "es"),
      Example(
        "They met on 17 March and March 18, 2025, then on the 19th of March. He may 4 times march 12 miles.",
        language: "en"),
      Example("They met on ⟦17 March 2025⟧.", language: "en-US", fixed: "They met on March 17, 2025."),
      Example(
        "They met on ⟦17/03/2025⟧, then on 03/17/2025.", language: "en-US",
        fixed: "They met on 03/17/2025, then on 03/17/2025."),
      Example(
        "Der Antrag vom ⟦Juli 20.⟧ wurde am ⟦19 Juni 1953⟧ abgelehnt.", language: "de",
        fixed: "Der Antrag vom 20. Juli wurde am 19. Juni 1953 abgelehnt."),
      Example("Im ⟦July⟧ kam er am ⟦26. December⟧ an.", language: "de", sourceLanguage: "en"),
      Example("Im Juli 20 Menschen, am 19. Juni 1953 und im Mai 2020.", language: "de"),
      Example(
        "Llegó el ⟦20 de Julio⟧ o el ⟦10. septiembre⟧, no el ⟦noviembre 6⟧.", language: "es",
        fixed: "Llegó el 20 de julio o el 10 de septiembre, no el 6 de noviembre."),
      Example(
        "Llegó el 20 de julio de 2025 por la Avenida 9 de Julio; en noviembre 6 personas y en mayo del 2020.",
        language: "es"),
      Example(
        "Né le ⟦décembre 12, 1962⟧ ou le ⟦6 Novembre⟧.", language: "fr",
        fixed: "Né le 12 décembre 1962 ou le 6 novembre."),
      Example("Né le 1er décembre 1962, le 14 Juillet, en mars 2020.", language: "fr"),
      Example(
        "Вторжение ⟦мая 30, 2005⟧ года и ⟦6. января⟧.", language: "ru", fixed: "Вторжение 30 мая 2005 года и 6 января."),
      Example("Де Клерк умер ⟦11 November⟧.", language: "ru", sourceLanguage: "en", fixed: "Де Клерк умер 11 ноября."),
      Example("Это было 24 февраля 2022 года, 8 Марта и в конце февраля 24 человека.", language: "ru"),
      Example("Члени комітету ⟦6 Січня⟧ і 10 лютого.", language: "uk", fixed: "Члени комітету 6 січня і 10 лютого."),
      Example(
        "Zemřel ⟦11 listopadu⟧, volby ⟦6. Listopadu⟧.", language: "cs",
        fixed: "Zemřel 11. listopadu, volby 6. listopadu."),
      Example("Chegou em ⟦20 de Julho⟧ de avião, no 25 de Abril.", language: "pt-PT"),
      Example(
        "È arrivato il ⟦20 Luglio⟧, il 25 Aprile.", language: "it", fixed: "È arrivato il 20 luglio, il 25 Aprile."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    guard !analysis.dates.isEmpty else { return }
    let judge = DateFormatJudge(analysis)
    for date in analysis.dates {
      guard let verdict = judge.verdict(on: date), analysis.isNewsCopy(verdict.range) else { continue }
      let text = analysis.string(in: verdict.range)
      guard let replacement = verdict.replacement, replacement != text else {
        if verdict.replacement == nil { report(.foreign(text), at: verdict.range) }
        continue
      }
      report(
        .foreign(text, replacement: replacement), at: verdict.range,
        fixes: [.replacing(verdict.range, with: replacement, verdict.isCertain ? .safe : .needsReview)])
    }
  }
}

extension FindingMessage {
  fileprivate static func foreign(_ text: String) -> FindingMessage {
    "“\(text)” is written the way of another language; rewrite the date"
  }
  fileprivate static func foreign(_ text: String, replacement: String) -> FindingMessage {
    "“\(text)” is not how this language and house write a date; write “\(replacement)”"
  }
}
