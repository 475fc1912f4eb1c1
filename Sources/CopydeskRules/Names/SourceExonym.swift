// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a place under its name in another language.
struct SourceExonym: Rule {
  static let metadata = RuleMetadata(
    id: "names/source-exonym",
    summary: "Reports a place under its name in another language where the language of the copy has its own.",
    rationale: """
      A reader of English looks for Beijing, not for Pekín. Place names that stay behind are the surest \
      sign of a hurried translation.
      """,
    severity: .warning,
    type: .untranslated,
    examples: [
      Example(
        "The minister flew from ⟦Alemania⟧ to Mexico on Friday.", sourceLanguage: "es",
        fixed: "The minister flew from Germany to Mexico on Friday."),
      Example(
        "Der Minister reiste am Freitag aus ⟦Estados Unidos⟧ ab.", language: "de-DE", sourceLanguage: "es",
        fixed: "Der Minister reiste am Freitag aus Vereinigte Staaten ab."),
      Example("The minister flew from Germany to Mexico on Friday.", sourceLanguage: "es"),
      Example("The minister spoke at the Banco de España on Friday.", sourceLanguage: "es"),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    for mention in analysis.exonyms where !analysis.isProtected(mention.range) {
      guard analysis.article.segments[analysis.segmentIndex(at: mention.range.start)].role.isProse else { continue }
      let language = mention.foreignLanguage.englishName
      report(
        .exonym(analysis.string(in: mention.range), name: mention.name, language: language), at: mention.range,
        fixes: [.replacing(mention.range, with: mention.name, .needsReview)])
    }
  }
}

extension FindingMessage {
  fileprivate static func exonym(_ spelling: String, name: String, language: String) -> FindingMessage {
    "“\(spelling)” is the \(language) name of “\(name)”"
  }
}
