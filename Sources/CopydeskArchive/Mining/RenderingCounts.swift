// SPDX-License-Identifier: Apache-2.0

internal import CopydeskAnalysis
internal import CopydeskArticles
internal import CopydeskText

/// The candidates of an article's source with the phrases of the segments that translate theirs.
struct ArticleCooccurrences: Sendable {
  /// A phrase of the translation.
  struct TargetPhrase: Sendable {
    let key: UInt64
    let text: String
    let shape: Phrase.Shape
    let wordCount: Int
  }

  /// A candidate in a pair of segments.
  struct Meeting: Sendable {
    let candidate: UInt64
    /// The phrases of the translation, as indices into ``phrases``, with how near to each other they and the candidate
    /// stand in their segments: 1 for the same place.
    var phrases: [(index: Int, closeness: Double)]
  }

  /// The phrases of the translation, each once.
  private(set) var phrases: [TargetPhrase] = []
  /// The meetings in text order.
  private(set) var meetings: [Meeting] = []

  /// Collects the meetings of an article.
  init(of candidates: CandidateKeys, in copy: AlignedCopy) {
    let sources = Dictionary(
      grouping: CandidatePlaces.places(of: candidates, in: copy.source), by: \.segment)
    var wanted = [Bool](repeating: false, count: copy.target.article.segments.count)
    for pair in copy.pairs where pair.source.contains(where: { sources[$0] != nil }) {
      for segment in pair.target { wanted[segment] = true }
    }
    var targets: [Int: [(phrase: Phrase, index: Int)]] = [:]
    var indices: [UInt64: Int] = [:]
    var phrases: [TargetPhrase] = []
    PhraseReader(copy.target).forEachPhrase(includingMixed: true) { segment, phrase in
      guard wanted[segment] else { return }
      let index: Int
      if let known = indices[phrase.key] {
        index = known
      } else {
        index = phrases.count
        indices[phrase.key] = index
        phrases.append(
          TargetPhrase(
            key: phrase.key, text: copy.target.string(in: copy.target.range(of: phrase.tokens)), shape: phrase.shape,
            wordCount: phrase.wordCount))
      }
      targets[segment, default: []].append((phrase, index))
    }
    for pair in copy.pairs {
      let sourceSpan = AlignedCopy.tokens(of: pair.source, in: copy.source)
      let targetSpan = AlignedCopy.tokens(of: pair.target, in: copy.target)
      let rendered = pair.target.flatMap { targets[$0] ?? [] }
      var seen: Set<UInt64> = []
      for (_, place) in pair.source.flatMap({ sources[$0] ?? [] }) {
        let position = ArticleCooccurrences.position(of: place.tokens, in: sourceSpan)
        guard seen.insert(place.key).inserted else { continue }
        var nearest: [Int: Double] = [:]
        for (phrase, index) in rendered {
          let closeness = 1 - abs(position - ArticleCooccurrences.position(of: phrase.tokens, in: targetSpan))
          nearest[index] = max(nearest[index] ?? 0, closeness)
        }
        meetings.append(
          Meeting(candidate: place.key, phrases: nearest.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }))
      }
    }
    self.phrases = phrases
  }

  /// Where the middle of some tokens stands in a span, from 0 to 1.
  private static func position(of tokens: Range<Int>, in span: Range<Int>) -> Double {
    (Double(tokens.lowerBound + tokens.upperBound) / 2 - Double(span.lowerBound)) / Double(max(span.count, 1))
  }
}

extension AlignedCopy {
  /// The tokens of some segments.
  static func tokens(of segments: Range<Int>, in analysis: ArticleAnalysis) -> Range<Int> {
    guard let first = segments.first, let last = segments.last else { return 0..<0 }
    return analysis.segmentTokens[first].lowerBound..<analysis.segmentTokens[last].upperBound
  }
}

/// With which phrases of the translation the candidates meet.
///
/// Of each candidate at most ``capacity`` phrases are kept; when more come, those that met it least are dropped. With a few
/// hundred candidates that is some 100 MB at the very most, however large the archive is.
struct RenderingCounts: Sendable {
  /// The most phrases of a candidate.
  static let capacity = 2048

  /// How a candidate and a phrase met.
  struct Count: Sendable {
    let text: String
    let shape: Phrase.Shape
    let wordCount: Int
    /// The pairs of segments that have both.
    var meetings = 0
    /// The sum of their closeness.
    var closeness = 0.0
  }

  /// The phrases by candidate.
  private(set) var counts: [UInt64: [UInt64: Count]] = [:]
  /// The pairs of segments that have a candidate.
  private(set) var segments: [UInt64: Int] = [:]

  /// Creates counts of nothing.
  init() {}

  /// Adds an article.
  mutating func add(_ article: ArticleCooccurrences) {
    for meeting in article.meetings {
      segments[meeting.candidate, default: 0] += 1
      var known = counts.removeValue(forKey: meeting.candidate) ?? [:]
      for (index, closeness) in meeting.phrases {
        let phrase = article.phrases[index]
        var count =
          known[phrase.key] ?? Count(text: phrase.text, shape: phrase.shape, wordCount: phrase.wordCount)
        count.meetings += 1
        count.closeness += closeness
        known[phrase.key] = count
      }
      var floor = 0
      while known.count > RenderingCounts.capacity {
        floor += 1
        known = known.filter { $0.value.meetings > floor }
      }
      counts[meeting.candidate] = known
    }
  }
}
