// SPDX-License-Identifier: Apache-2.0

public import CopydeskTerminology
public import CopydeskText

/// What an archive says of the terms of glossaries.
///
/// Memory grows with the terms of the glossaries and by some hundred bytes for each article that uses one.
public struct UsageStatistics: Sendable {
  /// What is known of a term.
  public struct TermUsage: Hashable, Sendable {
    /// The id of the glossary.
    public let glossary: String
    /// The id of the concept.
    public let concept: String
    /// The term.
    public let term: Term
    /// Its uses.
    public var count = TermUseCount()
    /// The articles that use it.
    public var articleCount = 0
  }

  /// What is known of an article that uses a term.
  public struct ArticleUsage: Hashable, Sendable {
    /// The path.
    public let path: String
    /// The language of the copy.
    public let language: LanguageTag
    /// The words.
    public let wordCount: Int
    /// The uses of all terms.
    public let useCount: Int
    /// The uses of rejected terms that nothing excuses.
    public let violationCount: Int

    /// The violations in a thousand words.
    public var violationsPerThousandWords: Double {
      wordCount == 0 ? 0 : Double(violationCount) * 1000 / Double(wordCount)
    }
  }

  /// Something that the numbers suggest to the terminologist.
  public struct Hint: Hashable, Sendable {
    /// What the numbers say.
    public enum Kind: String, Sendable {
      /// A term that is not to be used is used more often than the preferred one.
      case rejectedLeads = "rejected-leads"
      /// An admitted term is used more often than the preferred one.
      case admittedLeads = "admitted-leads"
    }

    /// What the numbers say.
    public let kind: Kind
    /// The term that leads.
    public let leading: TermUsage
    /// The preferred term.
    public let preferred: TermUsage
  }

  /// The terms in the order of the glossaries; those of languages that no article has are left out.
  public var terms: [TermUsage] { allTerms.filter { isCovered($0.term.language) } }
  /// The articles that use a term, in the order in which they were read.
  public private(set) var articles: [ArticleUsage] = []
  /// The articles that were read.
  public private(set) var articleCount = 0
  /// Their words.
  public private(set) var wordCount = 0
  /// The articles in each language.
  public private(set) var articleCounts: [LanguageTag: Int] = [:]

  private struct TermKey: Hashable {
    let glossary: String
    let concept: String
    let language: LanguageTag
    let text: String
  }

  private var allTerms: [TermUsage] = []
  private var indices: [TermKey: Int] = [:]
  /// The places in `allTerms` of the entries of the matcher for each language.
  private var entryIndices: [LanguageTag: [Int]] = [:]

  /// Creates statistics of no article; terms that are only proposed take no part.
  public init(glossaries: [Glossary]) {
    for glossary in glossaries.map(\.approved) {
      for concept in glossary.concepts {
        for term in concept.terms where term.status != .proposed {
          let key = TermKey(glossary: glossary.id, concept: concept.id, language: term.language, text: term.text)
          guard indices[key] == nil else { continue }
          indices[key] = allTerms.count
          allTerms.append(TermUsage(glossary: glossary.id, concept: concept.id, term: term))
        }
      }
    }
  }

  /// Adds an article; its terms were found by a matcher of the same glossaries.
  public mutating func add(_ uses: ArticleTermUses, matcher: TermMatcher) {
    articleCount += 1
    wordCount += uses.wordCount
    articleCounts[uses.language, default: 0] += 1
    let entryIndices = indices(of: matcher, language: uses.language)
    var useCount = 0
    for (entry, count) in uses.counts {
      useCount += count.total
      let index = entryIndices[entry]
      guard index >= 0 else { continue }
      allTerms[index].count.own += count.own
      allTerms[index].count.excused += count.excused
      allTerms[index].articleCount += 1
    }
    if useCount > 0 {
      articles.append(
        ArticleUsage(
          path: uses.path, language: uses.language, wordCount: uses.wordCount, useCount: useCount,
          violationCount: uses.violationCount))
    }
  }

  private mutating func indices(of matcher: TermMatcher, language: LanguageTag) -> [Int] {
    if let known = entryIndices[language] { return known }
    let found = matcher.entries.map { entry in
      let concept = matcher.concepts[entry.concept]
      return indices[
        TermKey(
          glossary: concept.glossary, concept: concept.id, language: entry.term.language, text: entry.term.text)] ?? -1
    }
    entryIndices[language] = found
    return found
  }

  private func isCovered(_ language: LanguageTag) -> Bool {
    articleCounts.keys.contains { $0 == language || $0.tag.hasPrefix(language.tag + "-") }
  }

  /// The allowed terms that no article uses.
  public var deadTerms: [TermUsage] { terms.filter { $0.count.total == 0 && $0.term.status.isAllowed } }

  /// The rejected terms that no article uses.
  public var untriggeredTerms: [TermUsage] { terms.filter { $0.count.total == 0 && $0.term.status.isRejected } }

  /// The uses of rejected terms that nothing excuses.
  public var violationCount: Int { articles.reduce(0) { $0 + $1.violationCount } }

  /// The terms that a desk uses more often than the one it prefers, the widest lead first.
  ///
  /// Shortenings are left out: a text that introduces a name in full goes on with the short form.
  public var hints: [Hint] {
    struct Group: Hashable {
      let glossary: String
      let concept: String
      let language: LanguageTag
    }
    let groups = Dictionary(grouping: terms) {
      Group(glossary: $0.glossary, concept: $0.concept, language: $0.term.language)
    }
    var hints: [Hint] = []
    for group in groups.values {
      guard let preferred = group.first(where: { $0.term.status == .preferred }) else { continue }
      for other in group where other.count.own > preferred.count.own {
        if other.term.status.isRejected {
          hints.append(Hint(kind: .rejectedLeads, leading: other, preferred: preferred))
        } else if other.term.status == .admitted, !other.term.type.isShortening {
          hints.append(Hint(kind: .admittedLeads, leading: other, preferred: preferred))
        }
      }
    }
    return hints.sorted { left, right in
      let (first, second) = (
        left.leading.count.own - left.preferred.count.own, right.leading.count.own - right.preferred.count.own
      )
      if first != second { return first > second }
      return (left.leading.glossary, left.leading.concept, left.leading.term.language.tag, left.leading.term.text)
        < (right.leading.glossary, right.leading.concept, right.leading.term.language.tag, right.leading.term.text)
    }
  }
}
