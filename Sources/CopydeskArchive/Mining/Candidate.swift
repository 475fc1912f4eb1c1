// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// A phrase that may be a term.
struct Candidate: Sendable {
  /// The hash of its words.
  let key: UInt64
  /// How often it stands in the archive.
  let phrase: PhraseCount
  /// Its occurrences that are no part of a longer candidate.
  var ownCount: Int
  /// Whether it is written as a name.
  let isName: Bool
  /// How much speaks for it.
  var score = 0.0
}

/// Chooses the phrases of an archive that may be terms.
///
/// Longer phrases come first, and each takes its occurrences from the phrases inside it, as in C-value: “York” has none
/// left behind “New York”. What is left counts the more the rarer the words are in the language at large, the longer the
/// phrase and the more articles have it.
struct CandidateRanking {
  private let counts: PhraseCounts
  private let language: LanguageFacts
  private let minimumCount: Int

  /// The most common word that a common phrase may begin or end with.
  private static let plainFrequency = 5.75
  /// The most common word that may be a term by itself.
  private static let singleWordFrequency = 4.6
  /// How many times more often than in the language at large such a word must occur.
  private static let singleWordSurplus = 100.0
  /// The log-likelihood ratio from which chance is ruled out (p < 0.0001).
  private static let significance = 15.13

  /// Prepares a ranking.
  init(_ counts: PhraseCounts, language: LanguageFacts, minimumCount: Int) {
    self.counts = counts
    self.language = language
    self.minimumCount = minimumCount
  }

  /// The candidates, the best first.
  func candidates() -> [Candidate] {
    var taken: [UInt64: Int] = [:]
    var candidates: [Candidate] = []
    for (key, phrase) in longestFirst(counts.phrases.filter { $0.value.count >= minimumCount }) {
      var ownCount = phrase.count - (taken[key] ?? 0)
      guard let isName = isName(phrase) else { continue }
      // A part of longer names, however rare each of them is, is none itself: “José” of José Luis and José María.
      if isName { ownCount = min(ownCount, phrase.wholeNames) }
      guard ownCount >= minimumCount, isName ? isOwnName(phrase) : isTermLike(phrase) else { continue }
      candidates.append(Candidate(key: key, phrase: phrase, ownCount: ownCount, isName: isName))
      take(ownCount, fromPartsOf: phrase, &taken)
    }
    candidates += firstMentions(of: candidates)
    for index in candidates.indices { candidates[index].score = score(of: candidates[index]) }
    return candidates.sorted { left, right in
      if left.score != right.score { return left.score > right.score }
      if left.phrase.count != right.phrase.count { return left.phrase.count > right.phrase.count }
      return left.key < right.key
    }
  }

  private func longestFirst(_ phrases: [UInt64: PhraseCount]) -> [(key: UInt64, value: PhraseCount)] {
    phrases.sorted { left, right in
      (right.value.words.count, right.value.count, left.key) < (left.value.words.count, left.value.count, right.key)
    }
  }

  private func take(_ count: Int, fromPartsOf phrase: PhraseCount, _ taken: inout [UInt64: Int]) {
    for start in phrase.words.indices {
      for end in start + 1...phrase.words.count where end - start < phrase.words.count {
        taken[PhraseKey.key(of: phrase.words[start..<end]), default: 0] += count
      }
    }
  }

  /// The full names of people who are named so once in an article and by their surname afterwards.
  private func firstMentions(of candidates: [Candidate]) -> [Candidate] {
    var shorts: [UInt64: Candidate] = [:]
    for candidate in candidates where candidate.isName && candidate.phrase.words.count <= 2 {
      if let first = candidate.phrase.words.first { shorts[first] = candidate }
    }
    var best: [UInt64: (key: UInt64, phrase: PhraseCount)] = [:]
    for (key, phrase) in longestFirst(counts.phrases.filter { $0.value.count < minimumCount }) {
      guard (2...4).contains(phrase.words.count), phrase.wholeNames > 0, phrase.names == phrase.count,
        !hasLooseStart(phrase),
        !phrase.words.contains(where: { language.functionWords.contains($0) || $0 == TokenKey.possessive })
      else { continue }
      for start in phrase.words.indices.dropFirst() {
        guard let short = shorts[phrase.words[start]], phrase.words[start...].elementsEqual(short.phrase.words),
          short.phrase.titled > 0 || isSurname(short.phrase)
        else { continue }
        let known = best[short.key]
        if known == nil || (known?.phrase.count ?? 0, key) < (phrase.count, known?.key ?? 0) {
          best[short.key] = (key, phrase)
        }
      }
    }
    let known = Set(candidates.map(\.key))
    var added: Set<UInt64> = []
    return best.sorted { $0.key < $1.key }.compactMap { _, full in
      guard !known.contains(full.key), added.insert(full.key).inserted else { return nil }
      return Candidate(key: full.key, phrase: full.phrase, ownCount: full.phrase.count, isName: true)
    }
  }

  /// Whether a name may be a person's surname: it is no initials and no plain word.
  private func isSurname(_ phrase: PhraseCount) -> Bool {
    phrase.initials == 0 && phrase.words.allSatisfy { language.frequency(of: $0) < CandidateRanking.surnameFrequency }
  }

  /// The most common word that may be a surname without a title to say so, if it is met in lowercase too.
  static let surnameFrequency = 4.3

  /// Whether a phrase is written as a name, or `nil` if it is written now so, now so, and thus neither.
  private func isName(_ phrase: PhraseCount) -> Bool? {
    if phrase.names * 4 >= phrase.count * 3 { return true }
    return phrase.names * 4 <= phrase.count ? false : nil
  }

  /// The most common word that is a name by itself, unless it is a country's.
  static let plainNameFrequency = 5.0

  /// Whether a name stands for itself.
  private func isOwnName(_ phrase: PhraseCount) -> Bool {
    guard phrase.words.count == 1, let word = phrase.words.first else {
      // Several words in capitals are a line that shouts.
      return phrase.initials * 2 < phrase.count && !hasLooseStart(phrase) && !joinsNames(phrase)
    }
    if language.isRegion(phrase.words) || phrase.titled > 0 { return true }
    // A given name mostly stands before a surname, and a plain word may have a capital too, as “Government” has.
    return phrase.wholeNames * 2 >= phrase.names
      && language.frequency(of: word) < CandidateRanking.plainNameFrequency
  }

  /// Whether a name always begins a sentence, and its first word is met in lowercase elsewhere: “Luckily Anna”.
  private func hasLooseStart(_ phrase: PhraseCount) -> Bool {
    guard phrase.doubtful == phrase.count, let first = phrase.words.first,
      let word = counts.phrases[PhraseKey.key(of: [first])]
    else { return false }
    return word.names < word.count
  }

  /// Whether a name is one that possesses another, and both stand alone more often: “Trump's White House”.
  private func joinsNames(_ phrase: PhraseCount) -> Bool {
    guard let index = phrase.words.firstIndex(of: TokenKey.possessive) else { return false }
    return [phrase.words[..<index], phrase.words[(index + 1)...]].allSatisfy { part in
      (counts.phrases[PhraseKey.key(of: part)]?.count ?? 0) > phrase.count
    }
  }

  // MARK: Common phrases

  private func content(of phrase: PhraseCount) -> [UInt64] {
    phrase.words.filter { !language.functionWords.contains($0) }
  }

  private func isTermLike(_ phrase: PhraseCount) -> Bool {
    let content = content(of: phrase)
    let frequencies = content.map { language.frequency(of: $0) }
    guard let rarest = frequencies.min(), let first = frequencies.first, let last = frequencies.last else {
      return false
    }
    if content.count == 1 {
      guard rarest < CandidateRanking.singleWordFrequency, phrase.words.count == 1 else { return false }
      let expected = Double(counts.wordCount) * exponential(rarest - 9)
      return Double(phrase.count) > expected * CandidateRanking.singleWordSurplus
        && likelihoodRatio(Double(phrase.count), expected) > CandidateRanking.significance
        && isNounPhrase(phrase) && phrase.count > minimumCount
    }
    guard max(first, last) < CandidateRanking.plainFrequency, rarest < 5 else { return false }
    // What one article repeats is its own wording until it repeats it often.
    guard phrase.articles > 1 || phrase.count > minimumCount && content.count < 4 else { return false }
    return isNounPhrase(phrase) && isCoherent(phrase, content)
  }

  /// Whether enough occurrences stand where noun phrases begin and end.
  private func isNounPhrase(_ phrase: PhraseCount) -> Bool {
    phrase.opened * 10 >= phrase.count * 3 && phrase.closed * 5 >= phrase.count * 2
  }

  /// Whether the words keep company more often than chance and other phrases explain.
  private func isCoherent(_ phrase: PhraseCount, _ content: [UInt64]) -> Bool {
    let singles = content.map { max(counts.phrases[PhraseKey.key(of: [$0])]?.count ?? 0, phrase.count) }
    guard let rarest = singles.min() else { return false }
    let expected = singles.reduce(Double(counts.wordCount)) { $0 * Double($1) / Double(max(counts.wordCount, 1)) }
    return phrase.count * 8 >= rarest
      && likelihoodRatio(Double(phrase.count), expected) > CandidateRanking.significance
  }

  private func likelihoodRatio(_ count: Double, _ expected: Double) -> Double {
    guard count > expected, expected > 0 else { return 0 }
    return 2 * (count * logarithm(count / expected) - (count - expected))
  }

  // MARK: Score

  private func score(of candidate: Candidate) -> Double {
    let content = content(of: candidate.phrase)
    let rarity =
      content.map { min(max((7 - language.frequency(of: $0)) / 4, 0.1), 1.25) }.reduce(0, +)
      / Double(max(content.count, 1))
    let length = logarithm(Double(content.count) + 1) / logarithm(2)
    let spread = 1 + logarithm(Double(candidate.phrase.articles))
    return Double(candidate.ownCount) * rarity * rarity * length * spread * weight(of: candidate, content.count)
  }

  /// What a proposal is worth to an editor.
  ///
  /// Names are worth more than phrases, and these more than single words. A bare name of one article may be anybody's.
  private func weight(of candidate: Candidate, _ wordCount: Int) -> Double {
    guard candidate.isName else { return wordCount > 1 ? 1.25 : 0.2 }
    let isBare =
      candidate.phrase.words.count == 1 && candidate.phrase.articles == 1 && candidate.phrase.titled == 0
      && candidate.phrase.initials == 0 && !language.isRegion(candidate.phrase.words)
    return isBare ? 0.4 : 1.5
  }
}
