// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a thing that goes by two names of the glossary in one article.
struct InconsistentTerm: Rule {
  static let metadata = RuleMetadata(
    id: "terminology/inconsistent-term",
    summary: "Reports a thing that goes by two of the glossary's terms in one article.",
    rationale: """
      Both terms are right, but a reader who meets both may take them for two things. \
      Within an article the desk keeps to one.
      """,
    severity: .warning,
    type: .inconsistency,
    examples: [
      Example(
        "The Gulf Clan denied it. Police said the ⟦Clan del Golfo⟧ was behind it.", glossary: clan,
        fixed: "The Gulf Clan denied it. Police said the Gulf Clan was behind it."),
      Example(
        "Burma is poor. Burma is large. ⟦Myanmar⟧ is a union.", glossary: country,
        fixed: "Burma is poor. Burma is large. Burma is a union."),
      Example("Burma is poor. ⟦Myanmar⟧ is large.", glossary: country),
      Example("The Gulf Clan, or Clan del Golfo, denied it. The Gulf Clan is armed.", glossary: clan),
      Example("The United Nations met. The UN said so.", glossary: clan),
      Example("The Gulf Clan denied it. “The Clan del Golfo did it,” a man said.", glossary: clan),
      Example("Nicolás Maduro spoke. Then Maduro left.", glossary: clan),
    ])

  private static let clan = """
    glossary: gangs
    concepts:
      - id: clan
        terms:
          en: [Gulf Clan, {text: Clan del Golfo, status: admitted}]
      - id: un
        terms:
          en: [United Nations, {text: UN, type: acronym}]
      - id: maduro
        kind: person
        terms:
          en: [Nicolás Maduro, {text: Maduro, status: admitted}]
    """

  private static let country = """
    glossary: countries
    concepts:
      - id: burma
        terms:
          en: [{text: Burma, status: admitted}, {text: Myanmar, status: admitted}]
    """

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    var uses: [Int: [TermMatch]] = [:]
    for match in analysis.termMatches
    where !match.isHashtag && match.means != .compound && !match.isOutsideValidity {
      let term = analysis.term(of: match)
      guard term.status.isAllowed, !term.type.isShortening, term.type != .misspelling else { continue }
      uses[analysis.concept(of: match), default: []].append(match)
    }
    for concept in uses.keys.sorted() {
      guard let matches = uses[concept], matches.contains(where: { $0.entry != matches[0].entry }) else { continue }
      check(matches, analysis, &report)
    }
  }

  private func check(_ matches: [TermMatch], _ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let own = matches.filter { analysis.isOwnWording($0.tokens) }
    guard let standard = standard(of: own, analysis) else { return }
    let matcher = analysis.context.termMatcher
    let term = matcher.entries[standard.entry].term
    guard let first = own.first(where: { $0.entry == standard.entry }) else { return }
    for match in own where match.entry != standard.entry {
      let other = matcher.entries[match.entry].term
      // A surname beside the full name, "the council" beside "the security council".
      if isPart(other, of: term, analysis) || isPart(term, of: other, analysis) { continue }
      if own.contains(where: { $0.entry != match.entry && TermContext.isNear($0.tokens, match.tokens, in: analysis) }) {
        continue
      }
      report(
        .inconsistent(
          analysis.string(in: match.range), standard: analysis.string(in: first.range), reason: standard.reason),
        at: match.range, notes: [Note("“\(analysis.string(in: first.range))” is used here", at: first.range)],
        fixes: standard.reason == .tie
          ? [] : TermReplacement.fixes(for: match, with: standard.entry, in: analysis))
    }
  }

  /// The term that the others should give way to, or `nil` if only one is used.
  private func standard(
    of matches: [TermMatch], _ analysis: ArticleAnalysis
  ) -> (entry: Int, reason: FindingMessage.StandardReason)? {
    var counts: [Int: Int] = [:]
    for match in matches { counts[match.entry, default: 0] += 1 }
    guard counts.count > 1, let first = matches.first else { return nil }
    let entries = analysis.context.termMatcher.entries
    let preferred = counts.keys.filter { entries[$0].term.status == .preferred }.sorted()
    if preferred.count == 1, let only = preferred.first { return (only, .glossary) }
    let most = counts.values.max() ?? 0
    let leaders = counts.filter { $0.value == most }.keys
    if leaders.count == 1, let leader = leaders.first { return (leader, .majority) }
    return (first.entry, .tie)
  }

  /// Whether a term's words are among another's.
  private func isPart(_ short: Term, of long: Term, _ analysis: ArticleAnalysis) -> Bool {
    func words(_ term: Term) -> [UInt64] {
      Tokenizer(language: analysis.language.language).tokens(in: Array(term.text.utf8)).filter(\.isWordLike).map(\.key)
    }
    let (part, whole) = (words(short), words(long))
    return part.count < whole.count && Set(part).isSubset(of: whole)
  }
}

extension FindingMessage {
  fileprivate enum StandardReason {
    case glossary
    case majority
    case tie
  }

  fileprivate static func inconsistent(_ text: String, standard: String, reason: StandardReason) -> FindingMessage {
    switch reason {
    case .glossary: "“\(text)” stands beside “\(standard)”, which the glossary prefers"
    case .majority: "“\(text)” stands beside “\(standard)”, which the article uses more often"
    case .tie: "“\(text)” and “\(standard)” name one thing; the article should keep to one"
    }
  }
}
