// SPDX-License-Identifier: Apache-2.0

public import CopydeskAnalysis
internal import CopydeskICU
internal import CopydeskTerminology
internal import CopydeskText

/// Proposes the terms of articles in one language.
///
/// The archive is read twice: first to count phrases, then to see how the best of them look. Between the passes
/// ``rank()`` chooses. What a pass takes from an article is computed by pure functions on any thread; what is added is added
/// in the order of the articles.
public struct TermMiner: Sendable {
  /// What the first pass takes from an article.
  public struct FirstLook: Sendable {
    let phrases: ArticlePhrases
    let context: AnalysisContext
    let languageData: LanguageData
  }

  /// What the second pass takes from an article.
  public struct SecondLook: Sendable {
    let language: LanguageTag
    let sightings: ArticleSightings
  }

  /// The candidates of a language that the second pass looks for.
  public struct Ranking: Sendable {
    let candidates: [LanguageTag: [Candidate]]
    let keys: [LanguageTag: CandidateKeys]
  }

  private struct Side {
    var counts = PhraseCounts()
    var sightings = CandidateSightings()
    let context: AnalysisContext
    let languageData: LanguageData
  }

  private let minimumCount: Int
  private let limit: Int
  private var sides: [LanguageTag: Side] = [:]

  /// Creates a miner.
  ///
  /// - Parameters:
  ///   - minimumCount: The fewest occurrences of a candidate.
  ///   - limit: The most proposals.
  public init(minimumCount: Int, limit: Int) {
    self.minimumCount = minimumCount
    self.limit = limit
  }

  /// How many candidates are looked at for each that is proposed: some are known, some are short forms of others.
  static let oversampling = 3

  /// What the first pass needs of an article.
  public static func firstLook(at analysis: ArticleAnalysis) -> FirstLook {
    FirstLook(
      phrases: ArticlePhrases(analysis, includesMixed: false), context: analysis.context,
      languageData: analysis.languageData)
  }

  /// Adds what the first pass took from an article.
  public mutating func add(_ look: FirstLook) {
    sides[look.context.language, default: Side(context: look.context, languageData: look.languageData)].counts
      .add(look.phrases)
  }

  /// Chooses the candidates of the second pass.
  public func rank() -> Ranking {
    let candidates = sides.mapValues { side in
      Array(
        CandidateRanking(
          side.counts, language: .facts(for: side.languageData), minimumCount: minimumCount
        ).candidates().prefix(limit * TermMiner.oversampling))
    }
    return Ranking(candidates: candidates, keys: candidates.mapValues { CandidateKeys($0) })
  }

  /// What the second pass needs of an article.
  ///
  /// - Parameters:
  ///   - analysis: The article.
  ///   - ranking: The candidates.
  ///   - line: The line of the file that the article is, or `nil` for an article that is a whole file.
  /// - Returns: How the candidates look in it.
  public static func secondLook(at analysis: ArticleAnalysis, ranking: Ranking, line: Int? = nil) -> SecondLook {
    SecondLook(
      language: analysis.language,
      sightings: ArticleSightings(of: ranking.keys[analysis.language] ?? CandidateKeys([]), in: analysis, line: line))
  }

  /// Adds what the second pass took from an article.
  public mutating func add(_ look: SecondLook) {
    sides[look.language]?.sightings.add(look.sightings)
  }

  /// The proposals.
  public func result(_ ranking: Ranking) -> MiningResult {
    var result = MiningResult()
    for language in ranking.candidates.keys.sorted() {
      guard let side = sides[language], let candidates = ranking.candidates[language] else { continue }
      let names = CandidateNames(
        candidates, counts: side.counts, sightings: side.sightings, language: language,
        facts: .facts(for: side.languageData))
      let known = KnownTerms(side.context)
      let drafts = names.drafts()
      for draft in drafts {
        if known.contains(draft.text) {
          result.knownTerms.append(draft.text)
          continue
        }
        result.concepts.append(draft.concept(language: language, sightings: side.sightings))
      }
      result.articleCount += side.counts.articleCount
      result.wordCount += side.counts.wordCount
      result.lostCount = max(result.lostCount, side.counts.lostCount)
    }
    // Equal scores keep the order of the languages.
    result.concepts = Array(
      result.concepts.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }
        .map(\.element).prefix(limit))
    return result
  }
}

/// Tells whether glossaries have a term.
struct KnownTerms {
  private let matcher: TermMatcher
  private let tokenizer: Tokenizer

  /// The terms of an article's glossaries.
  init(_ context: AnalysisContext) {
    matcher = context.termMatcher
    tokenizer = Tokenizer(language: context.language.language)
  }

  /// Whether a term of the glossaries matches all of a text.
  func contains(_ text: String) -> Bool {
    guard !matcher.isEmpty else { return false }
    let bytes = Array(text.utf8)
    return matcher.matches(in: bytes, tokens: tokenizer.tokens(in: bytes)).contains { $0.range.count == bytes.count }
  }
}
