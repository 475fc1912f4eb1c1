// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a term of the glossary that stands in the copy with wrong capitals.
struct WrongTermCase: Rule {
  static let metadata = RuleMetadata(
    id: "terminology/term-case",
    summary: "Reports a term of the source that the copy gives with other capitals than the glossary has.",
    rationale: """
      A name in small letters looks like a common word, and a common word in capitals like a name. The source tells \
      which of them the copy means.
      """,
    severity: .warning,
    type: .terminology,
    examples: [
      Example(
        "The ⟦hamas⟧ group denied it.", sourceLanguage: "es", source: "El grupo Hamás lo negó.", glossary: groups,
        fixed: "The Hamas group denied it."),
      Example(
        "They left the ⟦Mega-Prison⟧. Mega-prisons are feared.", sourceLanguage: "es",
        source: "Salieron de la megacárcel.", glossary: groups,
        fixed: "They left the mega-prison. Mega-prisons are feared."),
      Example(
        "Mega-prison burns\n\nHamas denied it.", sourceLanguage: "es",
        source: "Arde la megacárcel\n\nHamás lo negó.", glossary: groups),
      Example("The hamas group denied it.", glossary: groups),
    ])

  private static let groups = """
    glossary: groups
    concepts:
      - id: hamas
        kind: organization
        terms:
          en: [Hamas]
          es: [Hamás]
      - id: prison
        terms:
          en: [{text: mega-prison, case: exact}]
          es: [megacárcel]
    """

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    guard let finder = UnnamedTermFinder(analysis, .translated), let source = analysis.source else { return }
    for term in finder.terms() where analysis.isNewsCopy(term.range) {
      guard case .miscased(_, let text) = term.rendering else { continue }
      report(
        .miscased(analysis.string(in: term.range), as: text), at: term.range,
        notes: [Note("the source has “\(source.string(in: term.match.range))”", at: term.match.range, side: .source)],
        fixes: [.replacing(term.range, with: text)])
    }
  }
}

extension FindingMessage {
  fileprivate static func miscased(_ text: String, as term: String) -> FindingMessage {
    "“\(text)” has other capitals than the glossary's “\(term)”"
  }
}
