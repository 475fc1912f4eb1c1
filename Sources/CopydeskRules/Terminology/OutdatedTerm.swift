// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a term that is not right on the article's date.
struct OutdatedTerm: Rule {
  static let metadata = RuleMetadata(
    id: "terminology/outdated-term",
    summary: "Reports a term that the glossary holds right only before or after the article's date.",
    rationale: """
      Offices and names change: “former president” turns wrong on an inauguration day. \
      Translation programs write what was right when they were trained.
      """,
    severity: .warning,
    type: .terminology,
    examples: [
      Example(
        "The ⟦former president Donald Trump⟧ ordered the flights.", date: "2025-03-17", glossary: president,
        fixed: "President Donald Trump ordered the flights."),
      Example("The former president Donald Trump ordered the book.", date: "2023-03-17", glossary: president),
      Example("The former president Donald Trump ordered the book.", glossary: president),
      Example(
        """
        The ⟦former president Donald Trump⟧ ordered the flights.
        Three planes have landed. pic.twitter.com/Qm4vT9zLpA — Canal Siete (@CanalSieteSV) March 17, 2025
        """, glossary: president),
      Example("⟦President Donald Trump⟧ played golf.", date: "2023-03-17", glossary: president),
      Example(
        "She wrote on ⟦Twitter⟧ that it was over.", date: "2025-03-27", glossary: network,
        fixed: "She wrote on X that it was over."),
      Example("She wrote on X (formerly Twitter) that it was over.", date: "2025-03-27", glossary: network),
    ])

  private static let president = """
    glossary: people
    concepts:
      - id: trump
        kind: person
        terms:
          en:
            - {text: former president Donald Trump, case: fold, validity: {from: 2021-01-20, to: 2025-01-19}}
            - {text: President Donald Trump, validity: {from: 2025-01-20}}
    """

  private static let network = """
    glossary: networks
    concepts:
      - id: x
        terms:
          en:
            - {text: X, validity: {from: 2023-07-24}}
            - {text: Twitter, validity: {to: 2023-07-23}}
    """

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let date = analysis.articleDate
    let matcher = analysis.context.termMatcher
    for match in analysis.termMatches where match.isOutsideValidity && !match.isHashtag {
      let term = analysis.term(of: match)
      guard term.status.isAllowed, term.type != .misspelling, analysis.isOwnWording(match.tokens),
        !TermContext.isExplained(match, in: analysis)
      else { continue }
      let entry = matcher.preferredEntry(ofConcept: analysis.concept(of: match), replacing: term, date: date)
      let text = analysis.string(in: match.range)
      let message =
        TermContext.message(of: term, at: text)
        ?? .outdated(text, spans: term.validity, date: date, current: entry.map { matcher.entries[$0].term.text })
      report(
        message, at: match.range, severity: term.severity.map(TermContext.severity),
        notes: TermContext.firstUse(of: entry, in: analysis),
        fixes: entry.map { entry in
          TermReplacement.fixes(for: match, with: entry, in: analysis).map { Fix(.needsReview, edits: $0.edits) }
        } ?? [])
    }
  }
}

extension FindingMessage {
  fileprivate static func outdated(
    _ text: String, spans: [Validity], date: ArticleDate, current: String?
  ) -> FindingMessage {
    let day: CalendarDate
    let dated: String
    switch date {
    case .known(let known): (day, dated) = (known, "the article is dated \(known)")
    case .notBefore(let bound): (day, dated) = (bound, "the article is dated \(bound) or later")
    case .unknown: return "“\(text)” is outdated"
    }
    let ended = spans.compactMap(\.to).filter { $0 < day }.max()
    let begins = spans.compactMap(\.from).filter { $0 > day }.min()
    let limit =
      if let ended { "was right until \(ended)" } else if let begins { "is right from \(begins)" } else {
        "is outdated"
      }
    guard let current else { return "“\(text)” \(limit); \(dated)" }
    return "“\(text)” \(limit); \(dated), which calls for “\(current)”"
  }
}
