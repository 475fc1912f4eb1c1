// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// A pass over a text that looks for terms.
struct TermWalk {
  let index: TermIndex
  let text: [UInt8]
  let tokens: [Token]
  let date: ArticleDate
  let leniency: TermLeniency
  let inflection: Inflection?
  private(set) var role = SegmentRole.paragraph
  var cursor: GlossaryCursor
  /// The nodes with patterns on the ways from one token.
  var stops: [GlossaryCursor.Stop] = []
  var comparison = TermComparison()
  var letters = WordLetters()

  init(index: TermIndex, text: [UInt8], tokens: [Token], date: ArticleDate, leniency: TermLeniency) {
    self.index = index
    self.text = text
    self.tokens = tokens
    self.date = date
    self.leniency = leniency
    inflection = index.inflection
    cursor = GlossaryCursor(parts: index.set.parts, inflection: index.inflection, usesPrefixes: true)
  }

  mutating func run(_ range: Range<Int>, role: SegmentRole, into matches: inout [TermMatch]) {
    self.role = role
    var index = range.lowerBound
    while index < range.upperBound {
      let token = tokens[index]
      switch token.kind {
      case .word, .number:
        cursor.findStops(from: index, limit: range.upperBound, tokens: tokens, text: text, into: &stops)
        if !stops.isEmpty, let match = longest(from: index, limit: range.upperBound) {
          matches.append(match)
          index = match.tokens.upperBound
          continue
        }
        if token.kind == .word, let match = compound(at: index) { matches.append(match) }
      case .hashtag:
        cursor.findHashtags(token, text: text, into: &stops)
        if let best = best(at: index..<index + 1, amongLast: stops.count, isHashtag: true) {
          matches.append(
            TermMatch(
              range: token.range, tokens: index..<index + 1, entry: best.entry, means: .hashtag,
              isOutsideValidity: best.isOutside))
        }
      default: break
      }
      index += 1
    }
  }

  /// The match of the longest place at which a term fits.
  private mutating func longest(from start: Int, limit: Int) -> TermMatch? {
    stops.sort { $0.end < $1.end }
    while let last = stops.last {
      let count = stops.count - (stops.firstIndex { $0.end == last.end } ?? 0)
      if let best = best(at: start..<last.end, amongLast: count, isHashtag: false) {
        var end = last.end
        if best.takesPeriod, end < limit, GlossaryWords.isPeriod(tokens[end], in: text),
          tokens[end].traits.isDisjoint(with: .spaceBefore)
        {
          end += 1
        }
        return TermMatch(
          range: TextRange(start: tokens[start].start, end: tokens[end - 1].end), tokens: start..<end,
          entry: best.entry, means: best.means, isOutsideValidity: best.isOutside)
      }
      stops.removeLast(count)
    }
    return nil
  }

  private struct Fit {
    let entry: Int
    let means: TermMatch.Means
    let isOutside: Bool
    let takesPeriod: Bool
  }

  /// The term that fits a place best: by its letters, how near its glossary is, its validity, its status, then file order.
  private mutating func best(at place: Range<Int>, amongLast count: Int, isHashtag: Bool) -> Fit? {
    var best: Fit?
    var bestRank = (Int.max, Int.max, Int.max, Int.max, 1)
    for stop in stops.suffix(count) {
      let part = index.set.parts[stop.part]
      var next = stop.pattern
      while true {
        let pattern = part.pattern(next)
        next += 1
        if let (fit, likeness, standing) = fit(pattern, of: part, number: stop.part, at: place, isHashtag: isHashtag) {
          let rank = (likeness, stop.part, standing, fit.entry, fit.takesPeriod ? 0 : 1)
          if rank < bestRank {
            best = fit
            bestRank = rank
          }
        }
        if pattern.isLast { break }
      }
    }
    return best
  }

  private mutating func fit(
    _ pattern: CompiledGlossary.Pattern, of part: CompiledGlossary, number: Int, at place: Range<Int>, isHashtag: Bool
  ) -> (Fit, likeness: Int, standing: Int)? {
    let entry = Int(index.entriesOfTerms[number][pattern.term])
    guard entry >= 0 else { return nil }
    let record = part.record(ofTerm: pattern.term)
    if record.flags.contains(.hasScopes), !index.term(entry).scopes.contains(role) { return nil }
    comparison.read(pattern, of: part, record: record, words: index.words)
    var isExact = true
    var means = TermMatch.Means.hashtag
    if isHashtag {
      guard comparison.isHashtag(tokens[place.lowerBound]) else { return nil }
    } else {
      guard let found = self.means(of: pattern, record, kind: part.kind(ofConcept: record.concept), at: place) else {
        return nil
      }
      means = found
      isExact = comparison.hasSameCharacters(place, tokens: tokens, text: text)
      if !isExact, leniency == .rejection {
        switch record.casePolicy {
        case .exact: return nil
        case .permissive: if !comparison.hasCapitals(place, tokens: tokens, text: text) { return nil }
        case .fold: break
        }
      }
      if comparison.isInitials, isAmongCapitals(place.lowerBound) { return nil }
      if record.flags.contains(.hasExceptions), isExcepted(entry, place) { return nil }
    }
    let isOutside = record.flags.contains(.hasValidity) && date.isOutside(index.term(entry).validity)
    return (
      Fit(entry: entry, means: means, isOutside: isOutside, takesPeriod: comparison.takesPeriod),
      TermWalk.rank(of: means) + (isExact ? 0 : 16), (isOutside ? 8 : 0) + TermWalk.rank(of: record.status)
    )
  }

  /// How a place uses the pattern that is being compared, or `nil` if it does not.
  private mutating func means(
    of pattern: CompiledGlossary.Pattern, _ record: CompiledGlossary.TermRecord, kind: ConceptKind, at place: Range<Int>
  ) -> TermMatch.Means? {
    if comparison.hasSameWords(place, tokens: tokens, text: text) { return pattern.form == 0 ? .exact : .form }
    switch record.matching {
    case .exact, .forms, .regex: return nil
    case .prefix:
      return pattern.form == 0 && comparison.isBeginning(of: place, tokens: tokens, text: text) ? .prefix : nil
    case .stem:
      guard let inflection, pattern.form == 0,
        comparison.hasForms(
          place, tokens: tokens, text: text, inflection: inflection, wordClass: wordClass(of: pattern, record, kind),
          leniency: leniency == .presence ? .anyEnding : .paradigm)
      else { return nil }
      return .inflection
    }
  }

  private func wordClass(
    of pattern: CompiledGlossary.Pattern, _ record: CompiledGlossary.TermRecord, _ kind: ConceptKind
  ) -> Inflection.WordClass {
    Inflection.WordClass(isName: kind == .person || kind == .place, partOfSpeech: record.partOfSpeech)
  }

  private static func rank(of means: TermMatch.Means) -> Int {
    switch means {
    case .exact, .form, .hashtag: 0
    case .inflection: 32
    case .prefix: 64
    case .compound, .regex: 96
    }
  }

  private static func rank(of status: TermStatus) -> Int {
    switch status {
    case .preferred: 0
    case .admitted: 1
    case .proposed: 2
    case .superseded: 3
    case .deprecated: 4
    case .forbidden: 5
    }
  }

  /// Whether the place lies in one of the longer texts that are excepted from a term.
  func isExcepted(_ entry: Int, _ place: Range<Int>) -> Bool {
    let words = place.filter { !GlossaryWords.isHyphen(tokens[$0], in: text) }.map { tokens[$0].key }
    return index.exceptions(of: entry).contains { exception in
      guard words.count < exception.count else { return false }
      return (0...exception.count - words.count).contains { offset in
        exception[offset..<offset + words.count].elementsEqual(words)
          && continues(exception[(offset + words.count)...], from: place.upperBound, by: 1)
          && continues(exception[..<offset].reversed(), from: place.lowerBound - 1, by: -1)
      }
    }
  }

  /// Whether the tokens from an index on have some keys, read forward or backward; hyphens do not count.
  private func continues(_ keys: some Sequence<UInt64>, from start: Int, by step: Int) -> Bool {
    var index = start
    for key in keys {
      while tokens.indices.contains(index), GlossaryWords.isHyphen(tokens[index], in: text) { index += step }
      guard tokens.indices.contains(index), tokens[index].key == key else { return false }
      index += step
    }
    return true
  }

  /// Whether the words on both sides are in capitals too, so that initials may be a plain word.
  private func isAmongCapitals(_ index: Int) -> Bool {
    var capitals = 0
    for neighbor in [index - 2, index - 1, index + 1, index + 2] where tokens.indices.contains(neighbor) {
      let traits = tokens[neighbor].traits
      if traits.contains(.allCapitals) { capitals += 1 }
      if abs(neighbor - index) == 1, traits.contains(.hasLowercase) { return false }
    }
    return capitals > 1
  }
}
