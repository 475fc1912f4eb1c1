// SPDX-License-Identifier: Apache-2.0

public import CopydeskAnalysis
internal import CopydeskArticles
public import CopydeskTerminology
internal import CopydeskText

/// A rule about a term that nobody has enabled yet.
public struct TermTrial: Sendable {
  /// What a hit shows when it would be left alone.
  public enum Excuse: Hashable, Sendable {
    /// It stands in a quotation.
    case quotation
    /// It stands in a pasted post, code, residue, or a part in another language.
    case foreignWording
    /// It is a part of a longer text: the term to prefer, or an allowed term of the desk's glossaries.
    case insideTerm(String)
  }

  /// How the copy of a hit stands to the term.
  public enum Manner: String, Hashable, Sendable, CaseIterable {
    /// Letter by letter.
    case exact
    /// With other capitals.
    case capitals
    /// With other white space, hyphens or apostrophes.
    case spelling
    /// As a hashtag.
    case hashtag
    /// In a declared form of its words.
    case form
    /// With another ending of the language.
    case inflection
    /// As a part of a compound.
    case compound
    /// At the beginning of a longer word.
    case prefix
    /// By what a regular expression describes.
    case regex
  }

  /// A place that the rule would hit.
  public struct Hit: Hashable, Sendable {
    /// The copy.
    public let sample: CopySample
    /// How it stands to the term.
    public let manner: Manner
    /// Why it would be left alone, or `nil` if it would be reported.
    public let excuse: Excuse?
  }

  /// The hits of one article.
  public struct ArticleHits: Sendable {
    /// The words of the article.
    public let wordCount: Int
    /// The hits in text order.
    public let hits: [Hit]
  }

  /// The term that would no longer be used.
  public let text: String
  /// The text to use in its place, or `nil` if nothing was said.
  public let preferred: String?

  private let rejecting: MatcherStore
  private let preferring: MatcherStore

  /// Creates a trial.
  ///
  /// - Parameters:
  ///   - text: The term that would no longer be used.
  ///   - preferred: The text to use in its place.
  ///   - matching: Which texts count as a use.
  ///   - casePolicy: Which capitals count as a use.
  public init(
    _ text: String, preferred: String? = nil, matching: TermMatching = .stem, casePolicy: TermCase = .permissive
  ) {
    self.text = text
    self.preferred = preferred
    rejecting = MatcherStore { language in
      let term = Term(text, language: language, status: .deprecated, matching: matching, casePolicy: casePolicy)
      return [Glossary(id: "trial", concepts: [Concept(id: "trial", terms: [term])])]
    }
    preferring = MatcherStore { language in
      let terms = preferred.map { [Term($0, language: language)] } ?? []
      return [Glossary(id: "trial", concepts: [Concept(id: "trial", terms: terms)])]
    }
  }

  /// What the rule would hit in an article.
  public func hits(in analysis: ArticleAnalysis) -> ArticleHits {
    let wordCount = analysis.tokens.count { $0.kind == .word }
    let matches = analysis.matches(of: rejecting.matcher(for: analysis.language))
    guard !matches.isEmpty else { return ArticleHits(wordCount: wordCount, hits: []) }
    let longer =
      analysis.matches(of: preferring.matcher(for: analysis.language)).map { $0.range }
      + analysis.termMatches.filter { analysis.term(of: $0).status.isAllowed }.map { $0.range }
    var sampler = CopySampler(analysis)
    let hits = matches.map { match in
      Hit(
        sample: sampler.sample(of: match.tokens), manner: manner(of: match, in: analysis),
        excuse: excuse(for: match, longer: longer, in: analysis))
    }
    return ArticleHits(wordCount: wordCount, hits: hits)
  }

  private func excuse(for match: TermMatch, longer: [TextRange], in analysis: ArticleAnalysis) -> Excuse? {
    if let term = longer.first(where: { $0.contains(match.range) && $0 != match.range }) {
      return .insideTerm(analysis.string(in: term))
    }
    if analysis.isQuoted(match.range) { return .quotation }
    return analysis.isOwnWording(match.tokens) ? nil : .foreignWording
  }

  private func manner(of match: TermMatch, in analysis: ArticleAnalysis) -> Manner {
    switch match.means {
    case .hashtag: return .hashtag
    case .inflection: return .inflection
    case .compound: return .compound
    case .prefix: return .prefix
    case .regex: return .regex
    case .exact, .form: break
    }
    let text = analysis.string(in: match.range)
    if text == self.text { return .exact }
    let (found, wanted) = (TermTrial.folded(text), TermTrial.folded(self.text))
    if found.letters != wanted.letters { return .form }
    return found.marks == wanted.marks ? .capitals : .spelling
  }

  /// The letters of a text after case folding, and what stands between them.
  private static func folded(_ text: String) -> (letters: [UInt32], marks: [UInt32]) {
    var letters: [UInt32] = []
    var marks: [UInt32] = []
    var decoder = UTF8Decoder(Array(text.utf8))
    while let (codePoint, _) = decoder.next() {
      let info = CharacterTable.shared.info(of: codePoint)
      if info.isLetter || info.kind == .digit { letters.append(info.folded) } else { marks.append(codePoint) }
    }
    return (letters, marks)
  }
}

/// What an archive says of a rule that nobody has enabled yet.
public struct TrialStatistics: Sendable {
  /// The articles that were read.
  public private(set) var articleCount = 0
  /// Their words.
  public private(set) var wordCount = 0
  /// Articles with a hit that would be reported.
  public private(set) var reportedArticleCount = 0
  /// Hits that would be reported.
  public private(set) var reportedCount = 0
  /// Hits that would be left alone.
  public private(set) var excusedCount = 0
  /// All hits by how the copy stands to the term.
  public private(set) var mannerCounts: [TermTrial.Manner: Int] = [:]
  /// The first hits that would be reported.
  public private(set) var reported: [TermTrial.Hit] = []
  /// The first hits that would be left alone.
  public private(set) var excused: [TermTrial.Hit] = []
  private let sampleLimit: Int

  /// Creates statistics of no article.
  ///
  /// - Parameter sampleLimit: The most hits of either kind that are kept.
  public init(sampleLimit: Int) {
    self.sampleLimit = sampleLimit
  }

  /// Adds what a trial found in an article.
  public mutating func add(_ article: TermTrial.ArticleHits) {
    articleCount += 1
    wordCount += article.wordCount
    var isReported = false
    for hit in article.hits {
      mannerCounts[hit.manner, default: 0] += 1
      if hit.excuse == nil {
        reportedCount += 1
        isReported = true
        if reported.count < sampleLimit { reported.append(hit) }
      } else {
        excusedCount += 1
        if excused.count < sampleLimit { excused.append(hit) }
      }
    }
    if isReported { reportedArticleCount += 1 }
  }
}
