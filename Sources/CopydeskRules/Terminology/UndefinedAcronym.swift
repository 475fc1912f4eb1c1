// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports initials that an article uses before it says what they stand for.
struct UndefinedAcronym: Rule {
  static let metadata = RuleMetadata(
    id: "terminology/undefined-acronym",
    summary: "Reports initials that the article uses without the full name before, where the glossary asks for it.",
    rationale: """
      A reader who does not know the initials stops at them. Translations lose the full name when the sentence that \
      had it is cut or moved. Only terms with “first-mention” in the glossary are asked for.
      """,
    severity: .warning,
    type: .terminology,
    examples: [
      Example(
        "The ⟦ACNUR⟧ office closed. ACNUR was silent.", glossary: agency,
        fixed: "The UN Refugee Agency (ACNUR) office closed. ACNUR was silent."),
      Example(
        "⟦UNHCR⟧ said so. The UN Refugee Agency has its seat in Geneva.", glossary: agency,
        fixed: "UN Refugee Agency (UNHCR) said so. The UN Refugee Agency has its seat in Geneva."),
      Example("The UN Refugee Agency (UNHCR) said so. UNHCR is in Geneva.", glossary: agency),
      Example("UNHCR (the UN Refugee Agency) said so.", glossary: agency),
      Example("“UNHCR lies,” he said.", glossary: agency),
      Example("The EU said so.", glossary: agency),
    ])

  private static let agency = """
    glossary: agencies
    concepts:
      - id: unhcr
        kind: organization
        terms:
          en:
            - UN Refugee Agency
            - {text: UNHCR, type: acronym, status: admitted, first-mention: "{full} ({acronym})"}
            - {text: ACNUR, type: acronym, status: admitted}
      - id: eu
        terms:
          en: [European Union, {text: EU, type: acronym}]
    """

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    var introduced: Set<Int> = []
    for match in analysis.termMatches where !match.isHashtag {
      let term = analysis.term(of: match)
      let concept = analysis.concept(of: match)
      guard !introduced.contains(concept), isRunningText(match, analysis) else { continue }
      if term.type != .acronym && term.type != .abbreviation {
        introduced.insert(concept)
      } else if analysis.isOwnWording(match.tokens), !isIntroduced(match, analysis) {
        introduced.insert(concept)
        check(match, of: concept, analysis, &report)
      }
    }
  }

  private func check(
    _ match: TermMatch, of concept: Int, _ analysis: ArticleAnalysis, _ report: inout FindingReport
  ) {
    let matcher = analysis.context.termMatcher
    let terms = matcher.concepts[concept].entries.map { matcher.entries[$0].term }
    guard let pattern = ([analysis.term(of: match)] + terms).compactMap(\.firstMention).first,
      let full = matcher.preferredEntry(ofConcept: concept, date: analysis.articleDate).map({ matcher.entries[$0].term }
      ),
      !full.type.isShortening
    else { return }
    let text = analysis.string(in: match.range)
    let mention = UndefinedAcronym.mention(pattern, full: full.text, acronym: text)
    let later = analysis.termMatches.first { other in
      other.range.start > match.range.start && analysis.concept(of: other) == concept
        && !analysis.term(of: other).type.isShortening
    }
    report(
      .undefined(text, mention: mention), at: match.range,
      notes: later.map { [Note("the full name comes here", at: $0.range)] } ?? [],
      fixes: [.replacing(match.range, with: mention, .needsReview)])
  }

  /// Whether a match is in text that a reader reads from top to bottom; headlines may be short.
  private func isRunningText(_ match: TermMatch, _ analysis: ArticleAnalysis) -> Bool {
    let role = analysis.article.segments[analysis.segmentIndex(at: match.range.start)].role
    return role.isProse && !role.isHeading && role != .embed
  }

  /// Whether the full name stands right behind the initials, as in `ICE (Immigration and Customs Enforcement)`.
  private func isIntroduced(_ match: TermMatch, _ analysis: ArticleAnalysis) -> Bool {
    TermContext.isExplained(match, in: analysis)
  }

  /// The first mention as a pattern wants it.
  private static func mention(_ pattern: String, full: String, acronym: String) -> String {
    var text = ""
    var rest = Substring(pattern)
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      rest = rest[open...]
      if rest.hasPrefix("{full}") {
        text += full
        rest = rest.dropFirst("{full}".count)
      } else if rest.hasPrefix("{acronym}") {
        text += acronym
        rest = rest.dropFirst("{acronym}".count)
      } else {
        text += "{"
        rest = rest.dropFirst()
      }
    }
    return text + rest
  }
}

extension FindingMessage {
  fileprivate static func undefined(_ text: String, mention: String) -> FindingMessage {
    "“\(text)” stands here without its full name before; the glossary wants “\(mention)” at the first mention"
  }
}
