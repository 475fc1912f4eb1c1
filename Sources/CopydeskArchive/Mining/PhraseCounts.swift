// SPDX-License-Identifier: Apache-2.0

internal import CopydeskAnalysis
internal import CopydeskText

/// How often a phrase stands in an archive, and how.
struct PhraseCount: Sendable {
  /// The keys of its words.
  let words: [UInt64]
  /// All its occurrences.
  var count = 0
  /// Those in which it is written as a name.
  var names = 0
  /// Those that are a whole run of capitalized words.
  var wholeNames = 0
  /// Those that begin with a capital that only the start of a sentence explains.
  var doubtful = 0
  /// Those in which every letter is a capital.
  var initials = 0
  /// Those behind an article or a preposition.
  var opened = 0
  /// Those before a little word, a mark or the end of a sentence.
  var closed = 0
  /// Those behind a person's title.
  var titled = 0
  /// The segments that have it.
  var segments = 0
  /// The articles that have it.
  var articles = 0

  init(words: [UInt64]) {
    self.words = words
  }

  /// Adds the numbers of another part of the archive.
  mutating func add(_ other: PhraseCount) {
    count += other.count
    names += other.names
    wholeNames += other.wholeNames
    initials += other.initials
    doubtful += other.doubtful
    opened += other.opened
    closed += other.closed
    titled += other.titled
    segments += other.segments
    articles += other.articles
  }
}

/// The phrases of one article, counted.
public struct ArticlePhrases: Sendable {
  /// The phrases under their keys, in the order of their first occurrence.
  fileprivate(set) var phrases: [(key: UInt64, count: PhraseCount)] = []
  /// The words of the article.
  fileprivate(set) var wordCount = 0
  /// The segments that have words.
  fileprivate(set) var segmentCount = 0
  /// The hash of all its words.
  fileprivate(set) var fingerprint: UInt64 = 0

  /// Counts the phrases of an article.
  ///
  /// - Parameters:
  ///   - analysis: The article.
  ///   - includesMixed: Whether phrases with names and other words in them are counted.
  init(_ analysis: ArticleAnalysis, includesMixed: Bool) {
    var indices: [UInt64: Int] = [:]
    var lastSegments: [Int] = []
    var phrases: [(key: UInt64, count: PhraseCount)] = []
    PhraseReader(analysis).forEachPhrase(includingMixed: includesMixed) { segment, phrase in
      let index: Int
      if let known = indices[phrase.key] {
        index = known
      } else {
        index = phrases.count
        indices[phrase.key] = index
        let words = analysis.tokens[phrase.tokens].filter { $0.kind == .word }.map(\.key)
        var count = PhraseCount(words: words)
        count.articles = 1
        phrases.append((phrase.key, count))
        lastSegments.append(-1)
      }
      phrases[index].count.count += 1
      if phrase.shape == .name { phrases[index].count.names += 1 }
      if phrase.shape == .name, phrase.isWholeName { phrases[index].count.wholeNames += 1 }
      if analysis.tokens[phrase.tokens].allSatisfy({ $0.traits.contains(.allCapitals) }) {
        phrases[index].count.initials += 1
      }
      if phrase.isDoubtful { phrases[index].count.doubtful += 1 }
      if phrase.isOpened { phrases[index].count.opened += 1 }
      if phrase.isClosed { phrases[index].count.closed += 1 }
      if phrase.isTitled { phrases[index].count.titled += 1 }
      if lastSegments[index] != segment {
        lastSegments[index] = segment
        phrases[index].count.segments += 1
      }
    }
    self.phrases = phrases
    wordCount = analysis.tokens.count { $0.kind == .word }
    segmentCount = analysis.segmentTokens.count { !$0.isEmpty }
    fingerprint = PhraseKey.key(of: analysis.tokens.lazy.filter { $0.kind == .word }.map(\.key))
  }
}

/// The phrases of an archive, counted in bounded memory.
///
/// At most ``capacity`` phrases are kept, about 150 bytes each. When more come, those with the lowest count are dropped
/// until half of the capacity is left, as in lossy counting: the count of any phrase is too low by at most
/// ``PhraseCounts/lostCount``, and a phrase that occurs more often than that is never missed. Besides, each article costs eight
/// bytes by which a second copy of it is known.
struct PhraseCounts: Sendable {
  /// The most phrases that are kept.
  static let defaultCapacity = 1 << 19

  /// The phrases under their keys.
  private(set) var phrases: [UInt64: PhraseCount] = [:]
  /// The words of the articles.
  private(set) var wordCount = 0
  /// The segments of the articles.
  private(set) var segmentCount = 0
  /// The articles.
  private(set) var articleCount = 0
  /// By how much the count of a phrase may be too low.
  private(set) var lostCount = 0
  private let capacity: Int
  /// What was counted already: agencies send an article to many desks, and archives keep it twice.
  private var fingerprints: Set<UInt64> = []

  /// Creates counts of no article.
  init(capacity: Int = PhraseCounts.defaultCapacity) {
    self.capacity = capacity
  }

  /// Adds an article, unless one of the same words was added before.
  mutating func add(_ article: ArticlePhrases) {
    guard fingerprints.insert(article.fingerprint).inserted else { return }
    articleCount += 1
    wordCount += article.wordCount
    segmentCount += article.segmentCount
    for (key, count) in article.phrases {
      if phrases[key]?.add(count) == nil { phrases[key] = count }
    }
    if phrases.count > capacity { prune() }
  }

  private mutating func prune() {
    var floor = 0
    while phrases.count > capacity / 2 {
      floor += 1
      phrases = phrases.filter { $0.value.count > floor }
    }
    lostCount += floor
  }
}
