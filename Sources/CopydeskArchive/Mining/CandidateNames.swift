// SPDX-License-Identifier: Apache-2.0

internal import CopydeskAnalysis
internal import CopydeskICU
internal import CopydeskTerminology
internal import CopydeskText

/// A candidate with the candidates that shorten it.
struct ConceptDraft {
  /// The candidate.
  let candidate: Candidate
  /// Its commonest spelling.
  var text: String
  /// What it seems to be.
  var kind = ConceptKind.term
  /// Candidates that are a shorter name of it, such as a surname.
  var shorts: [(candidate: Candidate, text: String)] = []
  /// The candidate that is its initials.
  var acronymCandidate: Candidate?
  /// Its initials.
  var acronym: String?

  /// How much speaks for the candidate and its shorter names.
  var score: Double { candidate.score + shorts.reduce(0) { $0 + $1.candidate.score / 2 } }

  /// The concept in one language.
  func concept(language: LanguageTag, sightings: CandidateSightings) -> MinedConcept {
    MinedConcept(kind: kind, score: score, terms: terms(language: language, sightings: sightings))
  }

  /// The terms in the candidate's language.
  func terms(language: LanguageTag, sightings: CandidateSightings) -> [MinedConcept.Term] {
    func term(_ candidate: Candidate, _ text: String, _ type: TermType) -> MinedConcept.Term {
      MinedConcept.Term(
        language: language, text: text, type: type, isName: candidate.isName, count: candidate.ownCount,
        articleCount: candidate.phrase.articles, samples: sightings.samples(of: candidate.key))
    }
    var terms = [term(candidate, text, .full)]
    if let acronym {
      terms.append(
        acronymCandidate.map { term($0, acronym, .acronym) }
          ?? MinedConcept.Term(
            language: language, text: acronym, type: .acronym, isName: true, count: 1, articleCount: nil, samples: []))
    }
    for short in shorts { terms.append(term(short.candidate, short.text, .short)) }
    return terms
  }
}

/// Puts candidates together that name one thing.
struct CandidateNames {
  private let candidates: [Candidate]
  private let sightings: CandidateSightings

  private let counts: PhraseCounts
  private let language: LanguageTag
  private let facts: LanguageFacts

  init(
    _ candidates: [Candidate], counts: PhraseCounts, sightings: CandidateSightings, language: LanguageTag,
    facts: LanguageFacts
  ) {
    self.candidates = candidates
    self.language = language
    self.facts = facts
    self.counts = counts
    self.sightings = sightings
  }

  /// The drafts, the best first.
  func drafts() -> [ConceptDraft] {
    var drafts: [ConceptDraft] = []
    var indices: [UInt64: Int] = [:]
    let known: [(candidate: Candidate, text: String)] = candidates.compactMap { candidate in
      sightings.spelling(of: candidate.key).map { (candidate, $0) }
    }
    let byText = Dictionary(known.map { ($0.text, $0.candidate) }, uniquingKeysWith: { first, _ in first })
    var merged: Set<UInt64> = []
    for (candidate, _) in known where candidate.isName {
      guard let acronym = sightings.acronym(of: candidate.key), let short = byText[acronym] else { continue }
      merged.insert(short.key)
    }
    var owners: [UInt64: UInt64] = [:]
    for (candidate, _) in known where candidate.isName && !merged.contains(candidate.key) {
      if let owner = owner(ofShort: candidate, among: known.map(\.candidate)) {
        owners[candidate.key] = owner.key
      }
    }
    let people = Set(owners.values)
    let givenNames = Set(known.filter { people.contains($0.candidate.key) }.compactMap(\.candidate.phrase.words.first))
    for (candidate, text) in known where !merged.contains(candidate.key) && owners[candidate.key] == nil {
      // A given name is no name to look for by itself.
      if candidate.phrase.words.count == 1, givenNames.contains(candidate.phrase.words[0]) { continue }
      if candidate.isName, candidate.phrase.words.count == 1, !facts.isRegion(candidate.phrase.words),
        facts.isOriginWord(text)
      {
        continue
      }
      var draft = ConceptDraft(candidate: candidate, text: text)
      draft.acronym = sightings.acronym(of: candidate.key)
      draft.acronymCandidate = draft.acronym.flatMap { byText[$0] }
      if draft.acronym != nil { draft.kind = .organization }
      if candidate.isName, candidate.phrase.titled > 0, candidate.phrase.words.count > 1 { draft.kind = .person }
      if candidate.isName, facts.isRegion(candidate.phrase.words) { draft.kind = .place }
      indices[candidate.key] = drafts.count
      drafts.append(draft)
    }
    for (candidate, text) in known {
      guard let owner = owners[candidate.key], let index = indices[owner] else { continue }
      drafts[index].shorts.append((candidate, text))
      drafts[index].kind = .person
    }
    return drafts.sorted { left, right in
      if left.score != right.score { return left.score > right.score }
      return left.candidate.key < right.candidate.key
    }
  }

  /// The person's full name that a surname shortens.
  ///
  /// Of several, the most frequent one; a name with little words in it, or behind no given name, is no person's.
  private func owner(ofShort short: Candidate, among candidates: [Candidate]) -> Candidate? {
    let words = short.phrase.words
    return candidates.filter { full in
      full.isName && full.phrase.words.count > words.count && full.phrase.words.count <= words.count + 2
        && full.phrase.words.dropFirst(full.phrase.words.count - words.count).elementsEqual(words)
        && !full.phrase.words.contains(where: { facts.functionWords.contains($0) })
        && isPerson(full, short: short)
    }.max { left, right in
      (left.ownCount, right.key) < (right.ownCount, left.key)
    }
  }

  /// Whether a longer name is that of a person.
  ///
  /// A title stands before it or before the surname; or the surname stands alone as often, as it does from the second
  /// paragraph of a story on, and no word of the name is a plain one.
  private func isPerson(_ full: Candidate, short: Candidate) -> Bool {
    if short.phrase.initials > 0 || facts.isRegion(short.phrase.words) { return false }
    if full.phrase.titled > 0 || short.phrase.titled > 0 { return true }
    if isInstitution(full) { return false }
    return short.ownCount >= full.ownCount && full.phrase.words.allSatisfy { isNameWord($0) }
  }

  /// Whether a name has a possessive, or a word that names of institutions are built from.
  private func isInstitution(_ name: Candidate) -> Bool {
    guard let text = sightings.spelling(of: name.key) else { return true }
    let bytes = Array(text.utf8)
    return Tokenizer(language: language.language).tokens(in: bytes).contains { token in
      token.traits.contains(.clitic)
        || NameLexicon.shared.meanings(of: token, in: bytes).contains {
          !$0.languages.isDisjoint(with: NameLexicon.shared.languages(language))
        }
    }
  }

  /// Whether a word is never met in lowercase, or is rare in the language.
  private func isNameWord(_ word: UInt64) -> Bool {
    guard let phrase = counts.phrases[PhraseKey.key(of: [word])] else { return true }
    let frequency = facts.frequency(of: word)
    // A rare word may be met in lowercase where it means something else: “casillas” are fields to tick.
    if phrase.names < phrase.count {
      return phrase.names * 4 >= phrase.count * 3 && frequency < CandidateRanking.surnameFrequency
    }
    return frequency < CandidateRanking.plainNameFrequency
  }
}
