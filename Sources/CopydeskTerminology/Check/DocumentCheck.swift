// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// Checks the concepts of one glossary, each by itself.
struct DocumentCheck {
  private let document: GlossaryDocument
  private let settings: GlossaryLint
  private(set) var problems: [GlossaryProblem] = []

  init(document: GlossaryDocument, settings: GlossaryLint) {
    self.document = document
    self.settings = settings
  }

  mutating func run() {
    let declared = document.glossary.languages
    var undeclared: Set<LanguageTag> = []
    for (number, concept) in document.glossary.concepts.enumerated() {
      let place = document.conceptPlaces[number]
      let places = document.termPlaces[number]
      check(concept, at: place)
      for (term, place) in zip(concept.terms, places) {
        if !declared.isEmpty, !declared.contains(term.language), undeclared.insert(term.language).inserted {
          report(
            .undeclaredLanguage, "the glossary has terms in \(term.language.tag) but does not list the language",
            at: place)
        }
        check(term, of: concept, at: place)
      }
      for language in concept.languages {
        let indices = concept.terms.indices.filter { concept.terms[$0].language == language }
        checkDuplicates(indices, of: concept, places: places)
        checkPreferred(indices, of: concept, language: language, places: places)
      }
    }
  }

  private mutating func report(_ check: GlossaryCheck, _ message: String, at place: GlossaryPlace) {
    problems.append(GlossaryProblem(check: check, path: document.path, place: place, message: message))
  }

  // MARK: Concepts

  private mutating func check(_ concept: Concept, at place: GlossaryPlace) {
    if concept.terms.isEmpty { report(.emptyConcept, "the concept “\(concept.id)” has no term", at: place) }
    if concept.sources.isEmpty, concept.terms.contains(where: { $0.source == nil }) {
      report(.missingSource, "the concept “\(concept.id)” names no source for its terms", at: place)
    }
    if concept.definition == nil {
      report(.missingDefinition, "the concept “\(concept.id)” has no definition", at: place)
    }
    if concept.terms.allSatisfy({ $0.created == nil }), !concept.terms.isEmpty {
      report(.missingDate, "the concept “\(concept.id)” has no date of entry", at: place)
    }
    if let today = settings.today, let reviewBy = concept.reviewBy, reviewBy < today {
      let owner = concept.owner.map { " by \($0)" } ?? ""
      report(.overdueReview, "the concept “\(concept.id)” was to be reviewed\(owner) by \(reviewBy)", at: place)
    }
    let missing = document.glossary.languages.filter { language in
      !concept.terms.contains { $0.status.isAllowed && $0.language.language == language.language }
    }
    if !missing.isEmpty, !concept.terms.isEmpty {
      report(
        .missingLanguage,
        "the concept “\(concept.id)” has no term in \(missing.map(\.tag).joined(separator: ", "))", at: place)
    }
    let allowed = concept.terms.filter(\.status.isAllowed)
    if concept.kind == .term, let first = allowed.first, concept.languages.count > 1,
      allowed.allSatisfy({ $0.text == first.text && !$0.isNotTranslated })
    {
      report(.untranslated, "“\(first.text)” is the same in all languages", at: place)
    }
  }

  // MARK: Terms

  private mutating func check(_ term: Term, of concept: Concept, at place: GlossaryPlace) {
    for text in [term.text] + term.forms + term.exceptions { checkCharacters(of: text, at: place) }
    if term.matching == .regex {
      checkPattern(of: term, at: place)
    } else {
      for text in [term.text] + term.forms { checkBreadth(of: text, term: term, at: place) }
    }
    checkExceptions(of: term, concept: concept, at: place)
    checkCapital(of: term, at: place)
    if let pattern = term.firstMention { checkFirstMention(pattern, at: place) }
    for example in term.examples where MarkedCopy(example.text) == nil {
      report(.brokenExample, "the marks of the example “\(example.text)” do not pair up", at: place)
    }
    if term.partOfSpeech == nil, concept.kind == .term {
      report(.missingPartOfSpeech, "“\(term.text)” has no part of speech", at: place)
    }
  }

  private mutating func checkCharacters(of text: String, at place: GlossaryPlace) {
    if !TermText.areIdentical(TermText.normalized(text), TermText.cleaned(text)) {
      report(
        .whiteSpace,
        "“\(text)” has white space at an end, twice in a row or of an unusual kind, or an invisible character",
        at: place)
    }
    if !TermText.areIdentical(text, TermText.normalized(text)) {
      report(.notNormalized, "“\(text)” is not in normalization form C", at: place)
    }
    if let first = text.utf8.first, "=+-@|%".utf8.contains(first) {
      report(.formula, "“\(text)” begins with a sign that spreadsheets take for a formula", at: place)
    }
    let bytes = Array(text.utf8)
    for token in Tokenizer(language: nil).tokens(in: bytes) where token.traits.contains(.mixedScript) {
      let word = String(decoding: bytes[token.range.offsets], as: UTF8.self)
      report(.mixedScript, "“\(word)” mixes letters of several scripts", at: place)
    }
  }

  private mutating func checkBreadth(of text: String, term: Term, at place: GlossaryPlace) {
    let letters = text.unicodeScalars.filter { UnicodeProperties.category(of: $0.value).isLetter }
    // One letter is a name in capitals (X, the network) or a whole word where characters are words.
    let isWord = letters.contains { UnicodeProperties.category(of: $0.value).code == 5 }
    let isCapital = letters.contains { UnicodeProperties.category(of: $0.value).isUppercase }
    let isFunctionWord = settings.functionWords[term.language.language]?.contains(TokenKey.key(of: text)) == true
    if letters.isEmpty {
      report(.tooBroad, "“\(text)” has no letter", at: place)
    } else if letters.count == 1, !isWord, !isCapital {
      report(.tooBroad, "“\(text)” is a single letter", at: place)
    } else if isFunctionWord, !(term.casePolicy == .exact && isCapital) {
      report(.tooBroad, "“\(text)” is a function word of the language", at: place)
    }
  }

  private mutating func checkPattern(of term: Term, at place: GlossaryPlace) {
    switch PatternProbe.weakness(of: term.text) {
    case .isBroken(let reason):
      report(.brokenPattern, "the pattern “\(term.text)” cannot be used: \(reason)", at: place)
    case .matchesNothing: report(.tooBroad, "the pattern “\(term.text)” matches where there is nothing", at: place)
    case .matchesAnyWord: report(.tooBroad, "the pattern “\(term.text)” matches any word", at: place)
    case .isSlow(let probe):
      report(.slowPattern, "the pattern “\(term.text)” takes too long on texts such as “\(probe)”", at: place)
    case nil: break
    }
  }

  private mutating func checkExceptions(of term: Term, concept: Concept, at place: GlossaryPlace) {
    // The exceptions of a place also hold for its names in other languages, which are leftovers here.
    let names = concept.kind == .place ? concept.terms.flatMap { [$0.text] + $0.forms } : [term.text] + term.forms
    guard !term.exceptions.isEmpty, term.matching != .regex else { return }
    let forms = names.map { TermWords.keys(of: $0, language: term.language) }
    for exception in term.exceptions {
      let longer = TermWords.keys(of: exception, language: term.language)
      if !forms.contains(where: { $0.count < longer.count && TermWords.contains(longer, $0) }) {
        report(
          .idleException, "the exception “\(exception)” is not longer than “\(term.text)” or does not contain it",
          at: place)
      }
    }
  }

  private mutating func checkCapital(of term: Term, at place: GlossaryPlace) {
    // German writes all nouns with a capital.
    guard term.partOfSpeech == .noun, term.casePolicy == .permissive, term.language.language != "de",
      let first = term.text.unicodeScalars.first, UnicodeProperties.category(of: first.value).isUppercase,
      term.text.unicodeScalars.dropFirst().contains(where: { UnicodeProperties.category(of: $0.value).isLowercase })
    else { return }
    report(
      .capitalizedNoun, "“\(term.text)” is a common noun with a capital, so it is not found in lowercase", at: place)
  }

  private mutating func checkFirstMention(_ pattern: String, at place: GlossaryPlace) {
    let placeholders = FirstMention.placeholders(in: pattern)
    if let unknown = placeholders.first(where: { FirstMention.Placeholder(rawValue: $0) == nil }) {
      report(.firstMentionPattern, "the pattern “\(pattern)” has the unknown placeholder “{\(unknown)}”", at: place)
    } else if placeholders.isEmpty {
      report(.firstMentionPattern, "the pattern “\(pattern)” has no placeholder", at: place)
    }
  }

  // MARK: Terms of one language

  private mutating func checkDuplicates(_ indices: [Int], of concept: Concept, places: [GlossaryPlace]) {
    var seen: [String: Int] = [:]
    for index in indices {
      for text in [concept.terms[index].text] + concept.terms[index].forms {
        guard let first = seen[text] else {
          seen[text] = index
          continue
        }
        let (left, right) = (concept.terms[first], concept.terms[index])
        if first != index, !left.validity.isEmpty || !right.validity.isEmpty { continue }
        report(
          .duplicateTerm, "“\(text)” stands twice in the concept “\(concept.id)”, first on line \(places[first].line)",
          at: places[index])
      }
    }
  }

  private mutating func checkPreferred(
    _ indices: [Int], of concept: Concept, language: LanguageTag, places: [GlossaryPlace]
  ) {
    let terms = concept.terms
    let preferred = indices.filter { terms[$0].status == .preferred && !terms[$0].type.isShortening }
    for (first, second) in zip(preferred, preferred.dropFirst())
    where Validity.canMeet(terms[first].validity, terms[second].validity) {
      report(
        .severalPreferred,
        "the concept “\(concept.id)” prefers both “\(terms[first].text)” and “\(terms[second].text)” in \(language.tag)",
        at: places[second])
    }
    let allowed = indices.filter { terms[$0].status.isAllowed }
    for index in indices where terms[index].status.isRejected {
      if allowed.isEmpty, terms[index].message == nil {
        report(
          .noPreferred,
          "“\(terms[index].text)” is \(terms[index].status.rawValue) and the concept “\(concept.id)” "
            + "has nothing to use instead in \(language.tag)",
          at: places[index])
      }
      checkSelfMatching(index, allowed: allowed, of: concept, places: places)
    }
    if let last = preferred.last, !terms[last].validity.isEmpty, terms[last].validity.allSatisfy({ $0.to != nil }),
      concept.validity.allSatisfy({ $0.to == nil })
    {
      let isReplaced = preferred.contains { index in
        terms[index].validity.isEmpty || terms[index].validity.contains { $0.to == nil }
      }
      if !isReplaced {
        report(
          .expiredPreferred, "the preferred term “\(terms[last].text)” runs out and nothing follows it",
          at: places[last])
      }
    }
  }

  /// Reports a rejected term that its own replacement matches, so that a fix would change nothing.
  private mutating func checkSelfMatching(_ index: Int, allowed: [Int], of concept: Concept, places: [GlossaryPlace]) {
    let rejected = concept.terms[index]
    for other in allowed {
      let term = concept.terms[other]
      let isSame =
        TermText.areIdentical(term.text, rejected.text)
        || rejected.casePolicy == .fold
          && CaseMapping.folded(term.text) == CaseMapping.folded(rejected.text)
      if isSame, Validity.canMeet(rejected.validity, term.validity) {
        report(
          .selfMatching,
          "“\(rejected.text)” is \(rejected.status.rawValue) and its own replacement “\(term.text)” matches it",
          at: places[index])
      }
    }
  }
}
