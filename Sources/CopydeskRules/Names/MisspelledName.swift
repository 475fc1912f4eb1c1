// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a name that is one letter away from the one the article or the glossary establishes.
struct MisspelledName: Rule {
  static let metadata = RuleMetadata(
    id: "names/misspelled-name",
    summary: "Reports a name that is one letter away from the one the article or the glossary establishes.",
    rationale: """
      A misspelled name is the error readers write letters about. No dictionary knows most names, so \
      the article's own majority and the desk's glossary decide.
      """,
    severity: .warning,
    type: .misspelling,
    examples: [
      Example(
        """
        The yard was run by Chekunkov for years. Chekunkov left in May, and nobody but Chekunkov \
        knew the debts. A letter to ⟦Chekunov⟧ came back.
        """,
        fixed: """
          The yard was run by Chekunkov for years. Chekunkov left in May, and nobody but Chekunkov \
          knew the debts. A letter to Chekunkov came back.
          """),
      Example(
        "A speech by ⟦Bukeley⟧ was cheered.", glossary: president, fixed: "A speech by Bukele was cheered."),
      Example("⟦Nayib Bukeley⟧ spoke.", glossary: president, fixed: "Nayib Bukele spoke."),
      Example("Nayib ⟦Bukkele⟧ spoke.", glossary: president, fixed: "Nayib Bukele spoke."),
      Example("Nayib Bukele spoke, and Bukele left.", glossary: president),
      Example(
        "The Clintons met. A speech by Clinton was loud, and Clinton smiled, and Clinton left with the Clintons."),
    ])

  private static let president = """
    glossary: people
    concepts:
      - id: nayib-bukele
        kind: person
        terms:
          en:
            - Nayib Bukele
            - {text: Bukele, status: admitted, type: short}
            - {text: Bukeley, status: deprecated, type: misspelling}
            - {text: Nayib Bukeley, status: deprecated, type: misspelling}
    """

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let misspellings = analysis.termMatches.filter { match in
      let term = analysis.term(of: match)
      return !match.isHashtag && term.type == .misspelling && term.status.isRejected
    }
    for variant in analysis.nameVariants where variant.difference == .oneLetter {
      NameVariantReport.report(variant, in: analysis, to: &report) { spelling, preferred, count in
        .misspelled(spelling, preferred: preferred, count: count)
      }
    }
    for name in analysis.misspelledGlossaryNames
    where !analysis.isProtected(name.range) && !misspellings.contains(where: { $0.range.overlaps(name.range) }) {
      report(
        .misspelled(analysis.string(in: name.range), name: name.name), at: name.range,
        fixes: [.replacing(name.range, with: name.surname, .needsReview)])
    }
    let matcher = analysis.context.termMatcher
    for match in misspellings where !analysis.isProtected(match.range) {
      let preferred = matcher.preferredEntry(
        ofConcept: analysis.concept(of: match), replacing: analysis.term(of: match), date: analysis.articleDate)
      report(
        .misspelled(analysis.string(in: match.range), name: preferred.map { matcher.entries[$0].term.text }),
        at: match.range, fixes: preferred.map { TermReplacement.fixes(for: match, with: $0, in: analysis) } ?? [])
    }
  }
}

extension FindingMessage {
  fileprivate static func misspelled(_ spelling: String, preferred: String, count: Int) -> FindingMessage {
    "“\(spelling)” looks like a misspelling of “\(preferred)”, which the article has \(NameVariantReport.times(count))"
  }

  fileprivate static func misspelled(_ spelling: String, name: String?) -> FindingMessage {
    guard let name else { return "the glossary has “\(spelling)” as a misspelling" }
    return "“\(spelling)” is a misspelling; the glossary has “\(name)”"
  }
}
