// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// What the rules about terms ask of the surroundings of a match.
enum TermContext {
  /// How many tokens apart two names of one thing may stand and still explain each other.
  static let glossDistance = 6

  /// Whether the sentence sets an allowed term of the same concept beside the match, as in
  /// `X (formerly Twitter)`.
  static func isExplained(_ match: TermMatch, in analysis: ArticleAnalysis) -> Bool {
    let concept = analysis.concept(of: match)
    return analysis.termMatches.contains { other in
      other.entry != match.entry && analysis.concept(of: other) == concept
        && !other.isOutsideValidity && analysis.term(of: other).status.isAllowed
        && isNear(match.tokens, other.tokens, in: analysis)
    }
  }

  /// Whether two places lie in one sentence with little between them.
  static func isNear(_ left: Range<Int>, _ right: Range<Int>, in analysis: ArticleAnalysis) -> Bool {
    let gap =
      left.lowerBound < right.lowerBound
      ? right.lowerBound - left.upperBound : left.lowerBound - right.upperBound
    guard gap <= glossDistance else { return false }
    return analysis.sentenceIndex(at: left.lowerBound) == analysis.sentenceIndex(at: right.lowerBound)
  }

  /// A note on the first place that uses an entry, if any does.
  static func firstUse(of entry: Int?, in analysis: ArticleAnalysis) -> [Note] {
    guard let entry, let first = analysis.termMatches.first(where: { $0.entry == entry }) else { return [] }
    return [Note("first used here", at: first.range)]
  }

  /// What the glossary itself says of a term in place of the usual message, or `nil`.
  static func message(of term: Term, at text: String) -> FindingMessage? {
    guard var message = term.message else { return nil }
    if message.hasSuffix(".") { message.removeLast() }
    return FindingMessage(stringLiteral: message.contains(term.text) ? message : "“\(text)”: \(message)")
  }

  /// The severity that a glossary asks for, in the linter's terms.
  static func severity(_ severity: TermSeverity) -> Severity {
    switch severity {
    case .suggestion: .suggestion
    case .warning: .warning
    case .error: .error
    }
  }
}
