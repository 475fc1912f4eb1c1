// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a term that the glossary says not to use.
struct DeprecatedTerm: Rule {
  static let metadata = RuleMetadata(
    id: "terminology/deprecated-term",
    summary: "Reports a term that the glossary marks as deprecated, superseded or forbidden.",
    rationale: """
      A reader who meets “Tren de Aragua” in the headline and “The Aragua Train” in the next line cannot tell \
      that they are one gang. The desk has decided on one name; the copy must follow.
      """,
    severity: .error,
    type: .terminology,
    examples: [
      Example(
        "Then the ⟦Aragua Train⟧ grew.", glossary: gang, fixed: "Then the Tren de Aragua grew."),
      Example(
        "Tren de Aragua grew. The ⟦Aragua Train⟧, a gang, is feared.", glossary: gang,
        fixed: "Tren de Aragua grew. Tren de Aragua, a gang, is feared."),
      Example(
        "The Tren de Aragua grew. The ⟦Aragua Train⟧ is feared.", glossary: gang,
        fixed: "The Tren de Aragua grew. The Tren de Aragua is feared."),
      Example("THE POWER OF ⟦ARAGUA TRAIN⟧", glossary: gang, fixed: "THE POWER OF TREN DE ARAGUA"),
      Example("Then Tren de Aragua grew.", glossary: gang),
      Example("He said: “The Aragua Train is everywhere,” and left.", glossary: gang),
      Example("See https://example.com/Aragua-Train for the Aragua Trainers.", glossary: gang),
      Example(
        "A ⟦mega-jail⟧ and two ⟦mega jails⟧. ⟦Mega-jails⟧ are feared.", glossary: prison,
        fixed: "A mega-prison and two mega-prisons. Mega-prisons are feared."),
      Example(
        "X (formerly Twitter) was down; ⟦Twitter⟧ said nothing.", glossary: network,
        fixed: "X (formerly Twitter) was down; X said nothing."),
      Example("Twitter was bought in October.", date: "2022-10-28", glossary: network),
      Example(
        "El ⟦Tren Aragua⟧ creció.", language: "es-MX",
        glossary: """
          glossary: a
          concepts:
            - id: gang
              terms:
                es: [Tren de Aragua, {text: Tren Aragua, status: deprecated}]
          """, fixed: "El Tren de Aragua creció."),
    ])

  private static let gang = """
    glossary: gangs
    concepts:
      - id: tren-de-aragua
        terms:
          en: [Tren de Aragua, {text: Aragua Train, status: deprecated}]
    """

  private static let prison = """
    glossary: prisons
    concepts:
      - id: cecot
        terms:
          en:
            - {text: mega-prison, forms: [mega-prisons]}
            - {text: mega-jail, status: forbidden, forms: [mega-jails]}
    """

  private static let network = """
    glossary: networks
    concepts:
      - id: x
        terms:
          en:
            - X
            - {text: Twitter, status: superseded, validity: {to: 2023-07-23}}
    """

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let matcher = analysis.context.termMatcher
    for match in analysis.termMatches {
      let term = analysis.term(of: match)
      // In its time a term was right, whatever became of it.
      guard term.status.isRejected, term.type != .misspelling, !analysis.articleDate.isInside(term.validity),
        analysis.isOwnWording(match.tokens)
      else { continue }
      let concept = analysis.concept(of: match)
      let preferred = matcher.preferredEntry(ofConcept: concept, replacing: term, date: analysis.articleDate)
      if term.status == .superseded, TermContext.isExplained(match, in: analysis) { continue }
      let text = analysis.string(in: match.range)
      let message =
        TermContext.message(of: term, at: text)
        ?? .rejected(text, status: term.status, preferred: preferred.map { matcher.entries[$0].term.text })
      let fixes =
        match.isHashtag ? [] : preferred.map { TermReplacement.fixes(for: match, with: $0, in: analysis) } ?? []
      report(
        message, at: match.range, severity: term.severity.map(TermContext.severity),
        notes: TermContext.firstUse(of: preferred, in: analysis), fixes: fixes)
    }
  }
}

extension FindingMessage {
  fileprivate static func rejected(_ text: String, status: TermStatus, preferred: String?) -> FindingMessage {
    guard let preferred else { return "the glossary has “\(text)” as \(status.rawValue)" }
    return "“\(text)” is \(status.rawValue); the glossary prefers “\(preferred)”"
  }
}
