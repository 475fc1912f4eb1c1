// SPDX-License-Identifier: Apache-2.0

public import CopydeskAnalysis
internal import CopydeskArticles
public import CopydeskTerminology
public import CopydeskText

/// How often a term is used.
public struct TermUseCount: Hashable, Sendable {
  /// Uses in the desk's own words.
  public var own = 0
  /// Uses in quotations, pasted posts, and other places that rules about terms leave alone, and uses of a rejected
  /// term on a day on which it was right.
  public var excused = 0

  /// Creates a count of nothing.
  public init() {}

  /// All uses.
  public var total: Int { own + excused }
}

/// The uses of glossary terms in one article.
public struct ArticleTermUses: Sendable {
  /// The path of the article.
  public let path: String
  /// The language of its copy.
  public let language: LanguageTag
  /// The number of its words.
  public let wordCount: Int
  /// The uses by the term's index in the matcher; terms without a use are left out.
  public let counts: [Int: TermUseCount]
  /// Uses of rejected terms that nothing excuses.
  public let violationCount: Int

  /// Counts the uses of a matcher's terms.
  ///
  /// - Parameters:
  ///   - analysis: The article.
  ///   - matcher: Finds the terms; it need not be the one that the article was analyzed with.
  public init(_ analysis: ArticleAnalysis, matcher: TermMatcher) {
    path = analysis.article.input.path
    language = analysis.language
    wordCount = analysis.tokens.count { $0.kind == .word }
    var counts: [Int: TermUseCount] = [:]
    var violationCount = 0
    for match in analysis.matches(of: matcher) {
      let term = matcher.entries[match.entry].term
      let wasRight = term.status.isRejected && analysis.articleDate.isInside(term.validity)
      if analysis.isOwnWording(match.tokens), !wasRight {
        counts[match.entry, default: TermUseCount()].own += 1
        if term.status.isRejected { violationCount += 1 }
      } else {
        counts[match.entry, default: TermUseCount()].excused += 1
      }
    }
    self.counts = counts
    self.violationCount = violationCount
  }
}

extension ArticleAnalysis {
  /// What a matcher finds in the article; it need not be the one that the article was analyzed with.
  func matches(of matcher: TermMatcher) -> [TermMatch] {
    matcher.matches(
      in: article.text, tokens: tokens, segments: zip(segmentTokens, article.segments).map { ($0, $1.role) },
      date: articleDate)
  }
}
