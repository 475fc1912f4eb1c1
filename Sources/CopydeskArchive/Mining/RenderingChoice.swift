// SPDX-License-Identifier: Apache-2.0

internal import CopydeskAnalysis
internal import CopydeskText

/// A phrase that may be what a candidate is in the other language.
struct Rendering: Sendable {
  /// The hash of its words.
  let key: UInt64
  /// A spelling.
  let text: String
  /// Whether it is written as a name.
  let isName: Bool
  /// The number of its words.
  let wordCount: Int
  /// How much speaks for it, from 0 to 1.
  let score: Double
  /// How much it resembles the candidate, from 0 to 1.
  let resemblance: Double
  /// The pairs of segments that have both.
  let meetings: Int

  /// Whether it is one word of capitals.
  var isInitials: Bool { wordCount == 1 && text.utf8.count > 1 && text == text.uppercased() }
}

/// Chooses the phrases that translate a candidate.
///
/// What speaks for a phrase: that it stands where the candidate stands and only there (Dice), at about the same place of
/// its segment, that it has about as many words, is written as a name if the candidate is, begins and ends where noun
/// phrases do, and that its words resemble those of the candidate: by their letters, or as known parts of names.
struct RenderingChoice {
  private let targets: PhraseCounts
  private let sourceLanguage: LanguageTag
  private let sourceFacts: LanguageFacts
  private let targetLanguage: LanguageTag
  private let targetFacts: LanguageFacts

  /// The most renderings of a candidate.
  private static let maximumCount = 8
  /// The phrases that are compared with a candidate letter by letter.
  private static let maximumComparisons = 300

  init(
    targets: PhraseCounts, sourceLanguage: LanguageTag, sourceFacts: LanguageFacts, targetLanguage: LanguageTag,
    targetFacts: LanguageFacts
  ) {
    self.targets = targets
    self.sourceLanguage = sourceLanguage
    self.sourceFacts = sourceFacts
    self.targetLanguage = targetLanguage
    self.targetFacts = targetFacts
  }

  /// The renderings of a candidate, the best first.
  ///
  /// - Parameters:
  ///   - text: The candidate's spelling.
  ///   - isName: Whether the candidate is written as a name.
  ///   - segments: The pairs of segments that have the candidate.
  ///   - counts: The phrases it met.
  /// - Returns: At most a handful.
  func renderings(
    of text: String, isName: Bool, segments: Int, counts: [UInt64: RenderingCounts.Count]
  ) -> [Rendering] {
    let spelled = SpelledTerm(text, language: sourceLanguage, facts: sourceFacts)
    let candidates = counts.map { key, count -> (key: UInt64, count: RenderingCounts.Count, association: Double) in
      let total = max(targets.phrases[key]?.segments ?? 0, count.meetings)
      return (key, count, 2 * Double(count.meetings) / Double(segments + total))
    }.sorted { left, right in
      if left.association != right.association { return left.association > right.association }
      return left.key < right.key
    }
    // A phrase that meets a candidate once in many times can still be its own spelling, so a part of the
    // comparisons goes to phrases of the same shape.
    let renderings = candidates.prefix(RenderingChoice.maximumComparisons).map { key, count, association in
      rendering(key, count, association, of: spelled, isName: isName)
    }
    return Array(
      renderings.sorted { left, right in
        if left.score != right.score { return left.score > right.score }
        return left.key < right.key
      }.prefix(RenderingChoice.maximumCount))
  }

  private func rendering(
    _ key: UInt64, _ count: RenderingCounts.Count, _ association: Double, of spelled: SpelledTerm, isName: Bool
  ) -> Rendering {
    let other = SpelledTerm(count.text, language: targetLanguage, facts: targetFacts)
    let resemblance = WordResemblance.of(spelled, other)
    let closeness = count.closeness / Double(count.meetings)
    let lengths = (Double(spelled.words.count), Double(max(other.words.count, 1)))
    let length = 0.35 + 0.65 * min(lengths.0, lengths.1) / max(lengths.0, lengths.1)
    let capitals: Double =
      switch (isName, count.shape) {
      case (true, .name), (false, .common): 1
      case (true, .mixed): 0.7
      case (false, .mixed): 0.6
      case (true, .common), (false, .name): 0.45
      }
    let score =
      association * closeness * closeness * (0.3 + 0.7 * resemblance) * length * capitals * completeness(key, count)
    return Rendering(
      key: key, text: count.text, isName: count.shape == .name, wordCount: count.wordCount, score: score,
      resemblance: resemblance,
      meetings: count.meetings)
  }

  /// From 0.5 for a phrase that is always a part of a longer one to 1 for one that never is.
  private func completeness(_ key: UInt64, _ count: RenderingCounts.Count) -> Double {
    guard let phrase = targets.phrases[key] else { return 0.75 }
    switch count.shape {
    case .name: return 0.5 + 0.5 * Double(phrase.wholeNames) / Double(phrase.count)
    case .common, .mixed:
      return 0.4 + 0.35 * Double(phrase.opened) / Double(phrase.count) + 0.25 * Double(phrase.closed)
        / Double(phrase.count)
    }
  }
}
