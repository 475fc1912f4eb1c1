// SPDX-License-Identifier: Apache-2.0

internal import CopydeskAnalysis
internal import CopydeskTerminology
internal import CopydeskText

extension PairMiner {
  /// The fewest pairs of segments that must agree on a rendering that resembles nothing of its source.
  private static let unlikeMeetings = 3
  /// The resemblance from which two meetings are enough.
  private static let likeness = 0.5
  /// The resemblance from which a rare rendering is a variant and no accident.
  private static let variantLikeness = 0.6
  /// The resemblance from which a rendering is the same name in another spelling.
  private static let spellingLikeness = 0.8
  /// The score from which a rendering without any resemblance is believed.
  private static let unlikeScore = 0.16

  /// The proposals.
  public func result(_ choice: Choice) -> MiningResult {
    var result = MiningResult()
    result.articleCount = sources.articleCount
    result.foreignArticleCount = foreignArticleCount
    result.wordCount = sources.wordCount
    result.lostCount = max(sources.lostCount, targets.lostCount)
    guard let sides else { return result }
    let known = KnownTerms(sides.sourceContext)
    let drafts = CandidateNames(
      choice.ranking.candidates, counts: sources, sightings: sightings, language: sides.sourceContext.language,
      facts: sides.sourceFacts
    ).drafts()
    let claims = claims(of: drafts, choice)
    for draft in drafts {
      if known.contains(draft.text) {
        result.knownTerms.append(draft.text)
        continue
      }
      var draft = draft
      var renderings = accepted(draft.candidate, choice, claims)
      if renderings.isEmpty, let short = draft.shorts.first {
        // The one mention in full may be no name, as in “Yesterday Holt”; the short form goes without it.
        draft = ConceptDraft(candidate: short.candidate, text: short.text)
        renderings = accepted(draft.candidate, choice, claims)
      }
      guard !renderings.isEmpty else {
        result.unmatchedTerms.append(draft.text)
        continue
      }
      if let first = renderings.first.map({ spelling($0, of: draft.candidate.key) }) {
        draft.text = PairMiner.trimmed(draft.text, to: first)
      }
      var concept = draft.concept(language: sides.sourceContext.language, sightings: sightings)
      for forms in groups(renderings) {
        concept.terms.append(
          term(forms, of: draft.candidate.key, .full, sides.targetContext.language, source: draft.text))
      }
      for short in draft.shorts {
        let forms = groups(accepted(short.candidate, choice, claims)).first ?? []
        if let first = forms.first, !renderings.contains(where: { $0.key == first.key }) {
          concept.terms.append(term(forms, of: short.candidate.key, .short, sides.targetContext.language))
        }
      }
      result.concepts.append(concept)
    }
    result.concepts = Array(result.concepts.prefix(limit))
    return result
  }

  /// The renderings with the forms of each behind it, in languages whose names have forms; elsewhere only common phrases do.
  private func groups(_ renderings: [Rendering]) -> [[Rendering]] {
    var groups: [[Rendering]] = []
    for rendering in renderings {
      let hasForms = !rendering.isName || sides?.targetFacts.inflectsNames == true
      let index = groups.firstIndex { group in
        hasForms && group.contains { WordForms.areForms($0.text, rendering.text) }
      }
      if let index { groups[index].append(rendering) } else { groups.append([rendering]) }
    }
    return groups
  }

  /// The term of a rendering, the first, and its forms.
  private func term(
    _ forms: [Rendering], of candidate: UInt64, _ type: TermType, _ language: LanguageTag, source: String? = nil
  ) -> MinedConcept.Term {
    let texts = forms.map { spelling($0, of: candidate) }
    let met = forms.compactMap { attributions[candidate]?[$0.key] }
    let text = texts.first ?? ""
    return MinedConcept.Term(
      language: language, text: source.map { PairMiner.trimmed(text, to: $0) } ?? text,
      forms: Array(texts.dropFirst()), type: type, isName: forms.first?.isName ?? false,
      count: met.reduce(0) { $0 + $1.count }, articleCount: met.reduce(0) { $0 + $1.articles },
      samples: met.first?.samples ?? [])
  }

  /// The commonest spelling of a rendering of a candidate.
  private func spelling(_ rendering: Rendering, of candidate: UInt64) -> String {
    attributions[candidate]?[rendering.key].flatMap { CandidateSightings.commonest($0.spellings) } ?? rendering.text
  }

  /// The end of a text if it is another, else the text.
  ///
  /// What stands before a name in one language only is not a part of it, as in “German Sebastian Vettel”.
  private static func trimmed(_ text: String, to other: String) -> String {
    let (words, others) = (text.split(separator: " "), other.split(separator: " "))
    guard others.count > 1, words.count > others.count else { return text }
    let end = words.suffix(others.count)
    let isSame = zip(end, others).allSatisfy { LatinSpelling.plain(String($0)) == LatinSpelling.plain(String($1)) }
    return isSame ? end.joined(separator: " ") : text
  }

  /// The candidate that has the best claim to each rendering.
  private func claims(of drafts: [ConceptDraft], _ choice: Choice) -> [UInt64: UInt64] {
    var best: [UInt64: (candidate: UInt64, score: Double)] = [:]
    for candidate in drafts.flatMap({ [$0.candidate] + $0.shorts.map(\.candidate) }) {
      for rendering in choice.renderings[candidate.key] ?? []
      where rendering.score > (best[rendering.key]?.score ?? 0) {
        best[rendering.key] = (candidate.key, rendering.score)
      }
    }
    return best.mapValues(\.candidate)
  }

  /// The renderings of a candidate that are believed, the commonest first; empty if none is.
  private func accepted(_ candidate: Candidate, _ choice: Choice, _ claims: [UInt64: UInt64]) -> [Rendering] {
    let key = candidate.key
    let counts = attributions[key] ?? [:]
    let total = meetings.segments[key] ?? 0
    let likely = (choice.renderings[key] ?? []).filter { rendering in
      guard let count = counts[rendering.key]?.count else { return false }
      if claims[rendering.key] != key, rendering.resemblance < PairMiner.variantLikeness { return false }
      // Two words become one only as initials, as a compound, or in a name if that is the rule.
      let isShrunk = candidate.phrase.words.count > 1 && rendering.wordCount == 1
      if !candidate.isName, isShrunk, !rendering.isInitials, sides?.targetFacts.capitalizesNouns != true {
        return false
      }
      if candidate.isName, isShrunk, !rendering.isInitials {
        return count >= PairMiner.unlikeMeetings && rendering.score >= PairMiner.unlikeScore && rendering.isName
      }
      if rendering.resemblance >= PairMiner.variantLikeness { return true }
      if rendering.resemblance >= PairMiner.likeness { return count >= 2 }
      return count >= PairMiner.unlikeMeetings && rendering.score >= PairMiner.unlikeScore
    }.sorted { left, right in
      let (first, second) = (counts[left.key]?.count ?? 0, counts[right.key]?.count ?? 0)
      if first != second { return first > second }
      return left.score != right.score ? left.score > right.score : left.key < right.key
    }
    // Renderings that explain only a small part of the places are accidents.
    let explained = likely.reduce(0) { $0 + (counts[$1.key]?.count ?? 0) }
    guard let first = likely.first, explained * 5 >= total * 3 else { return [] }
    // One meeting proves nothing but a spelling, unless there is no other and the candidate has several words.
    if explained < 2, total > 1 || candidate.phrase.words.count == 1,
      first.resemblance < PairMiner.spellingLikeness
    {
      return []
    }
    // A capitalized word with many renderings in lowercase is an adjective, which English and German capitalize.
    if candidate.isName, !first.isName, candidate.phrase.words.count == 1,
      (counts[first.key]?.count ?? 0) * 10 < total * 7
    {
      return []
    }
    // One that holds another or is held by it is the same name with more or less around it; the one of as many words
    // as the candidate has is the whole.
    let wordCount = candidate.phrase.words.count
    var distinct: [Rendering] = []
    for rendering in likely {
      guard let index = distinct.firstIndex(where: { PairMiner.overlap($0.text, rendering.text) }) else {
        distinct.append(rendering)
        continue
      }
      let isNearer = abs(rendering.wordCount - wordCount) < abs(distinct[index].wordCount - wordCount)
      if isNearer, (counts[rendering.key]?.count ?? 0) * 3 >= (counts[distinct[index].key]?.count ?? 0) {
        distinct[index] = rendering
      }
    }
    return distinct
  }

  /// Whether one text is a part of the other, capitals aside.
  private static func overlap(_ left: String, _ right: String) -> Bool {
    let (first, second) = (" \(left.lowercased()) ", " \(right.lowercased()) ")
    return first.contains(second) || second.contains(first)
  }
}
