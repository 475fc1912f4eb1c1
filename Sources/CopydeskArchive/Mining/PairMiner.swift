// SPDX-License-Identifier: Apache-2.0

internal import CopydeskAnalysis
internal import CopydeskTerminology
internal import CopydeskText

/// Proposes the terms of articles with their translations.
///
/// The archive is read three times: to count phrases on both sides, to see what stands where the candidates of the source
/// stand, and to count which of the likely renderings each place has. Between the passes ``rank()`` and
/// ``choose(_:)`` decide.
public struct PairMiner: Sendable {
  /// What the first pass takes from an article.
  public struct FirstLook: Sendable {
    let source: ArticlePhrases
    let target: ArticlePhrases
    let sourceContext: AnalysisContext
    let targetContext: AnalysisContext
    let sourceData: LanguageData
    let targetData: LanguageData
  }

  /// What the second pass takes from an article.
  public struct SecondLook: Sendable {
    let sightings: ArticleSightings
    let meetings: ArticleCooccurrences
  }

  /// What the third pass takes from an article.
  public struct ThirdLook: Sendable {
    /// The renderings of the places of candidates, with a sentence for each.
    let renderings: [(candidate: UInt64, rendering: UInt64, text: String, sample: CopySample)]
  }

  /// The candidates of the source.
  public struct Ranking: Sendable {
    let candidates: [Candidate]
    let keys: CandidateKeys
  }

  /// The candidates with their likely renderings.
  public struct Choice: Sendable {
    let ranking: Ranking
    let renderings: [UInt64: [Rendering]]
  }

  struct Sides: Sendable {
    let sourceContext: AnalysisContext
    let targetContext: AnalysisContext
    let sourceFacts: LanguageFacts
    let targetFacts: LanguageFacts
  }

  /// The places of a candidate that have a rendering.
  struct Attribution: Sendable {
    var count = 0
    var articles = 0
    var spellings: [String: Int] = [:]
    var samples: [CopySample] = []
  }

  private let minimumCount: Int
  let limit: Int
  private(set) var sides: Sides?
  private(set) var foreignArticleCount = 0
  private(set) var sources = PhraseCounts()
  private(set) var targets = PhraseCounts()
  private(set) var sightings = CandidateSightings()
  private(set) var meetings = RenderingCounts()
  private(set) var attributions: [UInt64: [UInt64: Attribution]] = [:]

  /// Creates a miner.
  ///
  /// - Parameters:
  ///   - minimumCount: The fewest occurrences of a candidate in the source.
  ///   - limit: The most proposals.
  public init(minimumCount: Int, limit: Int) {
    self.minimumCount = minimumCount
    self.limit = limit
  }

  // MARK: First pass

  /// What the first pass needs of an article.
  public static func firstLook(at copy: AlignedCopy) -> FirstLook {
    FirstLook(
      source: ArticlePhrases(copy.source, includesMixed: false),
      target: ArticlePhrases(copy.target, includesMixed: true), sourceContext: copy.source.context,
      targetContext: copy.target.context, sourceData: copy.source.languageData, targetData: copy.target.languageData)
  }

  /// Adds what the first pass took from an article.
  ///
  /// The first article decides on the pair of languages; articles of others are only counted.
  public mutating func add(_ look: FirstLook) {
    if let sides {
      guard sides.sourceContext.language.language == look.sourceContext.language.language,
        sides.targetContext.language.language == look.targetContext.language.language
      else {
        foreignArticleCount += 1
        return
      }
    } else {
      sides = Sides(
        sourceContext: look.sourceContext, targetContext: look.targetContext, sourceFacts: .facts(for: look.sourceData),
        targetFacts: .facts(for: look.targetData))
    }
    sources.add(look.source)
    targets.add(look.target)
  }

  /// Chooses the candidates of the source.
  public func rank() -> Ranking {
    guard let sides else { return Ranking(candidates: [], keys: CandidateKeys([])) }
    let candidates = Array(
      CandidateRanking(sources, language: sides.sourceFacts, minimumCount: minimumCount).candidates()
        .prefix(limit * TermMiner.oversampling))
    return Ranking(candidates: candidates, keys: CandidateKeys(candidates))
  }

  // MARK: Second pass

  /// What the second pass needs of an article.
  public static func secondLook(at copy: AlignedCopy, ranking: Ranking) -> SecondLook {
    SecondLook(
      sightings: ArticleSightings(of: ranking.keys, in: copy.source, line: copy.line),
      meetings: ArticleCooccurrences(of: ranking.keys, in: copy))
  }

  /// Adds what the second pass took from an article.
  public mutating func add(_ look: SecondLook) {
    sightings.add(look.sightings)
    meetings.add(look.meetings)
  }

  /// Chooses the likely renderings of the candidates.
  public func choose(_ ranking: Ranking) -> Choice {
    guard let sides else { return Choice(ranking: ranking, renderings: [:]) }
    let choice = RenderingChoice(
      targets: targets, sourceLanguage: sides.sourceContext.language, sourceFacts: sides.sourceFacts,
      targetLanguage: sides.targetContext.language, targetFacts: sides.targetFacts)
    var renderings: [UInt64: [Rendering]] = [:]
    for candidate in ranking.candidates {
      guard let text = sightings.spelling(of: candidate.key), let counts = meetings.counts[candidate.key] else {
        continue
      }
      renderings[candidate.key] = choice.renderings(
        of: text, isName: candidate.isName, segments: meetings.segments[candidate.key] ?? 0, counts: counts)
    }
    return Choice(ranking: ranking, renderings: renderings)
  }

  // MARK: Third pass

  /// What the third pass needs of an article.
  public static func thirdLook(at copy: AlignedCopy, choice: Choice) -> ThirdLook {
    let sources = Dictionary(
      grouping: CandidatePlaces.places(of: choice.ranking.keys, in: copy.source), by: \.segment)
    let wanted = Set(sources.values.joined().flatMap { choice.renderings[$0.phrase.key] ?? [] }.map(\.key))
    var targets: [Int: [UInt64: Range<Int>]] = [:]
    PhraseReader(copy.target).forEachPhrase(includingMixed: true) { segment, phrase in
      if wanted.contains(phrase.key), targets[segment]?[phrase.key] == nil {
        targets[segment, default: [:]][phrase.key] = phrase.tokens
      }
    }
    var sampler = CopySampler(copy.target, fixedLine: copy.line)
    var found: [(candidate: UInt64, rendering: UInt64, text: String, sample: CopySample)] = []
    for pair in copy.pairs {
      var seen: Set<UInt64> = []
      for (_, place) in pair.source.flatMap({ sources[$0] ?? [] }) where seen.insert(place.key).inserted {
        let present = (choice.renderings[place.key] ?? []).compactMap { rendering in
          pair.target.lazy.compactMap { targets[$0]?[rendering.key] }.first.map { (rendering: rendering, tokens: $0) }
        }
        guard var best = present.first else { continue }
        // What stands around a rendering belongs to it if it stands in the candidate too, as an article of a name does.
        let words = PairMiner.words(copy.source.string(in: copy.source.range(of: place.tokens)))
        for other in present.dropFirst() where other.tokens.contains(best.tokens) && other.tokens != best.tokens {
          if PairMiner.words(other.rendering.text).isSubset(of: words) { best = other }
        }
        let text = copy.target.string(in: CandidatePlaces.range(of: best.tokens, in: copy.target))
        found.append((place.key, best.rendering.key, text, sampler.sample(of: best.tokens)))
      }
    }
    return ThirdLook(renderings: found)
  }

  /// The words of a text in plain Latin letters and lowercase.
  private static func words(_ text: String) -> Set<Substring> {
    Set(LatinSpelling.plain(text).lowercased().split(separator: " "))
  }

  /// Adds what the third pass took from an article.
  public mutating func add(_ look: ThirdLook) {
    struct Place: Hashable {
      let candidate: UInt64
      let rendering: UInt64
    }
    var seen: Set<Place> = []
    for (candidate, rendering, text, sample) in look.renderings {
      var attribution = attributions[candidate]?[rendering] ?? Attribution()
      attribution.count += 1
      attribution.spellings[text, default: 0] += 1
      if seen.insert(Place(candidate: candidate, rendering: rendering)).inserted {
        attribution.articles += 1
        if attribution.samples.count < CandidateSightings.maximumSampleCount { attribution.samples.append(sample) }
      }
      attributions[candidate, default: [:]][rendering] = attribution
    }
  }
}
