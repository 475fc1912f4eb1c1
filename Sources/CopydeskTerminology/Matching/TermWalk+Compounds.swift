// SPDX-License-Identifier: Apache-2.0

internal import CopydeskLanguageData
internal import CopydeskText

extension TermWalk {
  /// The fewest letters of a term that is looked for inside of longer words.
  private static let shortestPart = 4
  /// The frequency (``WordTable/Level``) from which a word is a particle rather than a part of compounds, as
  /// in „Unterführung“: about 600 in a million.
  private static let particleLevel: WordTable.Level = 186

  /// The term that begins or ends a compound written as one word.
  ///
  /// The other part must be a word of the language, so that a term is not found in whatever ends like it.
  mutating func compound(at place: Int) -> TermMatch? {
    let token = tokens[place]
    guard let inflection, !inflection.joints.isEmpty, token.range.count >= TermWalk.shortestPart * 2,
      token.traits.isDisjoint(with: [.allCapitals, .hasDigit])
    else { return nil }
    letters.read(token, in: text)
    guard letters.letters.count >= TermWalk.shortestPart * 2 else { return nil }
    cursor.findParts(of: letters, inflection: inflection, into: &stops)
    var best: (length: Int, entry: Int, isOutside: Bool)?
    for stop in stops {
      let part = index.set.parts[stop.part]
      var next = stop.pattern
      var isLast = false
      while !isLast {
        let pattern = part.pattern(next)
        next += 1
        isLast = pattern.isLast
        let entry = Int(index.entriesOfTerms[stop.part][pattern.term])
        let record = part.record(ofTerm: pattern.term)
        guard entry >= 0, pattern.form == 0, record.matching == .stem, record.casePolicy != .exact,
          !record.flags.contains(.hasScopes) || index.term(entry).scopes.contains(role),
          let length = partLength(
            pattern, of: part, record: record, split: abs(stop.end), isHead: stop.end < 0, inflection: inflection),
          length > best?.length ?? 0 || length == best?.length && entry < best?.entry ?? 0,
          !record.flags.contains(.hasExceptions) || !isExcepted(entry, place..<place + 1)
        else { continue }
        best = (length, entry, record.flags.contains(.hasValidity) && date.isOutside(index.term(entry).validity))
      }
    }
    return best.map {
      TermMatch(
        range: token.range, tokens: place..<place + 1, entry: $0.entry, means: .compound,
        isOutsideValidity: $0.isOutside)
    }
  }

  /// The length of the term in letters if it is a part of the compound that is being looked at.
  private mutating func partLength(
    _ pattern: CompiledGlossary.Pattern, of part: CompiledGlossary, record: CompiledGlossary.TermRecord, split: Int,
    isHead: Bool, inflection: Inflection
  ) -> Int? {
    comparison.read(pattern, of: part, record: record, words: index.words)
    guard let (token, term) = comparison.onlyWord(), term.count >= TermWalk.shortestPart,
      token.traits.isDisjoint(with: .allCapitals)
    else { return nil }
    let word = letters.letters
    if isHead {
      let head = Array(word[split...])
      let isForm =
        head == term
        || inflection.sharedLetters(
          of: head, textToken: token, with: term, termToken: token,
          wordClass: Inflection.WordClass(isName: false, partOfSpeech: record.partOfSpeech)) != nil
      guard isForm, isPart(word[..<split], joints: .behind, inflection) else { return nil }
    } else {
      guard word[..<split].elementsEqual(term), isPart(word[split...], joints: .before, inflection) else { return nil }
    }
    return term.count
  }

  private enum JointPlace {
    case before
    case behind
  }

  /// Whether some letters are a word that compounds are made of, apart from what joins it to the other part.
  private func isPart(_ letters: ArraySlice<UInt32>, joints place: JointPlace, _ inflection: Inflection) -> Bool {
    if leniency == .presence { return letters.count >= Inflection.shortestWord }
    guard let words = inflection.words else { return false }
    return inflection.joints.contains { joint in
      let rest: ArraySlice<UInt32>
      switch place {
      case .before:
        guard letters.starts(with: joint) else { return false }
        rest = letters.dropFirst(joint.count)
      case .behind:
        guard letters.suffix(joint.count).elementsEqual(joint) else { return false }
        rest = letters.dropLast(joint.count)
      }
      // “Ent” in „Entführung“ is no word, though tables have it as an abbreviation.
      guard rest.count >= TermWalk.shortestPart, let level = words.level(ofKey: WordLetters.key(of: rest)) else {
        return false
      }
      return level < TermWalk.particleLevel
    }
  }
}
