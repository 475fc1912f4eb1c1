// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a quotation mark without its partner.
struct UnpairedQuotes: Rule {
  static let metadata = RuleMetadata(
    id: "typography/unpaired-quotes",
    summary: "Reports a quotation mark that opens a quotation nothing closes, or closes one nothing opened.",
    rationale: """
      Where the closing mark is missing, the reader takes the paper's words for those of the person quoted. \
      In a story about charges and denials that is a matter for lawyers.
      """,
    severity: .suggestion,
    type: .typographical,
    examples: [
      Example("⟦“⟧We are ready, said the minister. “Nobody will wait.”"),
      Example("⟦“⟧We are ready, said the minister.\n\nThe opposition called it “a joke.”"),
      Example("We are ready⟦\"⟧, said the minister."),
      Example("He called the plan \"a gift,\" and the critics ⟦\"⟧a bribe."),
      Example("El ministro habló de ⟦«⟧una oportunidad histórica.", language: "es-ES"),
      Example("Der Minister sprach von einer ⟦„⟧historischen Chance.", language: "de-DE"),
      Example("Le ministre a parlé d’une « chance » et d’un ⟦«⟧ moment historique.", language: "fr-FR"),
      Example("Министр говорил об исторической возможности⟦»⟧, сообщает пресс-служба.", language: "ru-RU"),
      Example("⟦\"⟧Ми готові, – заявила вона.\n\n\"Ніхто не чекатиме\", – додала міністерка.", language: "uk-UA"),
      Example("“We are ready.\n\n“Nobody will wait.\n\n“Not this time,” said the minister."),
      Example("«Estamos listos.\n\n»Nadie esperará», dijo el ministro.", language: "es-ES"),
      Example("The workers’ hall is 40' long, the door 6'2\" high and the ’90s are over."),
      Example("„Wir sind ‚bereit‘“, sagte er. »Alle?« »Alle.«", language: "de-DE"),
      Example("L’ami d’Anna, dit « l’Ancien », n’a rien vu.", language: "fr-FR"),
      Example("Газета «Вечерний «Курьер» закрылась.", language: "ru-RU"),
      Example("Minister powiedział: „Jesteśmy gotowi”.", language: "pl-PL"),
      Example("部长说：“我们‘准备好了’。”", language: "zh-CN"),
      Example("大臣は「準備はできた」と述べた。", language: "ja-JP"),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    // Where the habits of a language are not known, the opening mark of one is the closing mark of another.
    guard LanguageData.languages.contains(analysis.language.language) else { return }
    for mark in analysis.quotations.unpaired {
      let text = analysis.string(in: mark.range)
      switch mark.missing {
      case .closing: report(.neverClosed(text), at: mark.range, severity: .warning)
      // The quotation may have begun in a part of the story that is not here.
      case .opening: report(.neverOpened(text), at: mark.range)
      }
    }
  }
}

extension FindingMessage {
  fileprivate static func neverClosed(_ mark: String) -> FindingMessage {
    "the quotation that \(mark) opens is not closed; add the closing mark"
  }

  fileprivate static func neverOpened(_ mark: String) -> FindingMessage {
    "the quotation that \(mark) closes was not opened; add the opening mark"
  }
}
