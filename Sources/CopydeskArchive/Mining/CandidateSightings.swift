// SPDX-License-Identifier: Apache-2.0

internal import CopydeskAnalysis
internal import CopydeskArticles
internal import CopydeskText

/// How candidates look in one article.
struct ArticleSightings: Sendable {
  /// How one candidate looks.
  struct Sighting: Sendable {
    /// The spellings with their counts; those at the start of a sentence apart, since the sentence gives them a capital.
    var spellings: [String: Int] = [:]
    /// The spellings at the start of a sentence.
    var initialSpellings: [String: Int] = [:]
    /// The initials in parentheses behind it, with their counts.
    var acronyms: [String: Int] = [:]
    /// Its first sentence.
    var sample: CopySample
  }

  /// The sightings by candidate.
  private(set) var sightings: [UInt64: Sighting] = [:]

  /// Looks for candidates.
  ///
  /// - Parameters:
  ///   - keys: The candidates.
  ///   - analysis: The article.
  ///   - line: The line of the file that the article is, or `nil` for an article that is a whole file.
  init(of keys: CandidateKeys, in analysis: ArticleAnalysis, line: Int?) {
    var sampler = CopySampler(analysis, fixedLine: line)
    for (_, phrase) in CandidatePlaces.places(of: keys, in: analysis) {
      let text = analysis.string(in: CandidatePlaces.range(of: phrase.tokens, in: analysis))
      let isInitial = analysis.beginsSentence(phrase.tokens.lowerBound)
      let acronym = ArticleSightings.acronym(behind: phrase.tokens, in: analysis)
      var sighting = sightings[phrase.key] ?? Sighting(sample: sampler.sample(of: phrase.tokens))
      if isInitial {
        sighting.initialSpellings[text, default: 0] += 1
      } else {
        sighting.spellings[text, default: 0] += 1
      }
      if let acronym { sighting.acronyms[acronym, default: 0] += 1 }
      sightings[phrase.key] = sighting
    }
  }

  /// The initials in parentheses behind a phrase that begin with one of its letters, as in “World Health Organization (WHO)”.
  private static func acronym(behind tokens: Range<Int>, in analysis: ArticleAnalysis) -> String? {
    let first = tokens.upperBound
    guard first + 2 < analysis.tokens.count, analysis.string(of: analysis.tokens[first]) == "(",
      analysis.string(of: analysis.tokens[first + 2]) == ")"
    else { return nil }
    let token = analysis.tokens[first + 1]
    let words = analysis.tokens[tokens].filter { $0.kind == .word && $0.traits.contains(.capitalized) }
    guard token.kind == .word, token.traits.contains(.allCapitals), words.count > 1,
      let initial = words.first.map({ analysis.codePoint(of: $0) }), analysis.codePoint(of: token) == initial
    else { return nil }
    return analysis.string(of: token)
  }
}

/// The candidates that are looked for in articles.
struct CandidateKeys: Sendable {
  private var isName: [UInt64: Bool] = [:]

  /// The keys of candidates.
  init(_ candidates: [Candidate]) {
    for candidate in candidates { isName[candidate.key] = candidate.isName }
  }

  /// Whether a phrase is a candidate: “Hazard” is none where “hazard” is meant.
  func contains(_ phrase: Phrase) -> Bool {
    isName[phrase.key].map { $0 == (phrase.shape == .name) } ?? false
  }
}

/// Finds candidates in articles.
enum CandidatePlaces {
  /// The place of a phrase, with the final period of an abbreviation that has others, as in “Washington, D.C.” it has.
  static func range(of tokens: Range<Int>, in analysis: ArticleAnalysis) -> TextRange {
    let range = analysis.range(of: tokens)
    let next = tokens.upperBound
    let last = analysis.tokens[next - 1]
    let isShortened =
      last.traits.contains(.innerPeriod)
      || tokens.count > 1 && last.traits.contains(.allCapitals)
        && analysis.languageData.abbreviations.contains(last.key)
    guard isShortened, next < analysis.tokens.count,
      analysis.tokens[next].start == range.end, analysis.article.text[Int(range.end)] == UInt8(ascii: ".")
    else { return range }
    return TextRange(start: range.start, end: analysis.tokens[next].end)
  }

  /// The places of candidates that lie in no longer candidate, in text order, with their segments.
  static func places(
    of keys: CandidateKeys, in analysis: ArticleAnalysis
  ) -> [(segment: Int, phrase: Phrase)] {
    var places: [(segment: Int, phrase: Phrase)] = []
    PhraseReader(analysis).forEachPhrase(includingMixed: false) { segment, phrase in
      if keys.contains(phrase) { places.append((segment, phrase)) }
    }
    // Phrases come by their start, so whatever holds a phrase starts before it or with it.
    var result: [(segment: Int, phrase: Phrase)] = []
    for (segment, phrase) in places.sorted(by: {
      ($0.phrase.tokens.lowerBound, $1.phrase.tokens.upperBound)
        < ($1.phrase.tokens.lowerBound, $0.phrase.tokens.upperBound)
    }) {
      if let last = result.last, last.phrase.tokens.upperBound >= phrase.tokens.upperBound { continue }
      result.append((segment, phrase))
    }
    return result
  }
}

/// How candidates look in an archive.
///
/// Memory grows with the candidates alone: of each a few spellings, initials and samples are kept.
struct CandidateSightings: Sendable {
  /// The most spellings of a candidate that are counted.
  private static let maximumSpellingCount = 16
  /// The most samples of a candidate.
  static let maximumSampleCount = 3

  private var sightings: [UInt64: ArticleSightings.Sighting] = [:]
  private var samples: [UInt64: [CopySample]] = [:]

  /// Creates sightings of nothing.
  init() {}

  /// Adds an article.
  mutating func add(_ article: ArticleSightings) {
    for (key, sighting) in article.sightings {
      if samples[key, default: []].count < CandidateSightings.maximumSampleCount {
        samples[key, default: []].append(sighting.sample)
      }
      guard var known = sightings[key] else {
        sightings[key] = sighting
        continue
      }
      CandidateSightings.add(sighting.spellings, to: &known.spellings)
      CandidateSightings.add(sighting.initialSpellings, to: &known.initialSpellings)
      CandidateSightings.add(sighting.acronyms, to: &known.acronyms)
      sightings[key] = known
    }
  }

  private static func add(_ more: [String: Int], to counts: inout [String: Int]) {
    for (text, count) in more.sorted(by: { $0.key < $1.key }) {
      if counts[text] != nil || counts.count < maximumSpellingCount { counts[text, default: 0] += count }
    }
  }

  /// The commonest spelling of a candidate, or `nil` if it was not seen.
  func spelling(of key: UInt64) -> String? {
    guard let sighting = sightings[key] else { return nil }
    return CandidateSightings.commonest(sighting.spellings) ?? CandidateSightings.commonest(sighting.initialSpellings)
  }

  /// The initials that stand behind a candidate most often.
  func acronym(of key: UInt64) -> String? { sightings[key].flatMap { CandidateSightings.commonest($0.acronyms) } }

  /// The first sentences with a candidate, each from another article.
  func samples(of key: UInt64) -> [CopySample] { samples[key] ?? [] }

  static func commonest(_ counts: [String: Int]) -> String? {
    counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
