// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// A weakness of a glossary that is not a mistake of form.
public struct GlossaryProblem: Hashable, Sendable, CustomStringConvertible {
  /// What is checked.
  public enum Check: String, CaseIterable, Sendable {
    /// A term stands twice in one concept and language.
    case duplicateTerm = "duplicate-term"
    /// A text is allowed in one concept and rejected in another.
    case contradiction = "contradiction"
    /// A concept has several preferred terms in one language.
    case severalPreferred = "several-preferred"
    /// A rejected term has no allowed term beside it.
    case noPreferred = "no-preferred"
    /// A rejected term is a part of the preferred one and could match inside it.
    case selfMatching = "self-matching"
    /// White space at an end, twice in a row, or of an unusual kind; invisible characters.
    case whiteSpace = "white-space"
    /// A text is not in Unicode normalization form C.
    case notNormalized = "not-normalized"
    /// A word mixes letters of several scripts.
    case mixedScript = "mixed-script"
    /// A term is a single letter, an article, or has no letter.
    case tooBroad = "too-broad"
    /// A concept does not say where its terms come from.
    case missingSource = "missing-source"
    /// A glossary uses a language it does not declare.
    case undeclaredLanguage = "undeclared-language"
    /// A concept has no term.
    case emptyConcept = "empty-concept"
    /// The preferred term is no longer valid on any later day.
    case expiredPreferred = "expired-preferred"
    /// An exception does not contain its term, so it can never apply.
    case idleException = "idle-exception"

    /// Whether the problem makes rules give wrong or contradictory advice.
    public var isError: Bool {
      switch self {
      case .missingSource, .undeclaredLanguage, .tooBroad, .expiredPreferred, .idleException: false
      default: true
      }
    }
  }

  /// What was checked.
  public let check: Check
  /// The path of the glossary.
  public let path: String
  /// The place in the glossary.
  public let place: GlossaryPlace
  /// One clause that says what is wrong.
  public let message: String

  /// The problem in one line, as `terms.yml:3:5: error: … [duplicate-term]`.
  public var description: String {
    "\(path):\(place.line):\(place.column): \(check.isError ? "error" : "warning"): \(message) [\(check.rawValue)]"
  }
}

/// Finds what is wrong with glossaries beyond their form.
public enum GlossaryLint {
  /// Checks some glossaries that are used together.
  ///
  /// - Parameters:
  ///   - documents: The glossaries. Contradictions are looked for across all of them.
  ///   - functionWords: Articles, prepositions and the like as ``TokenKey`` values, by language subtag.
  /// - Returns: The problems in the order of files and places.
  public static func check(
    _ documents: [GlossaryDocument], functionWords: [String: Set<UInt64>] = [:]
  ) -> [GlossaryProblem] {
    var problems: [GlossaryProblem] = []
    var uses: [Use.Key: [Use]] = [:]
    for (index, document) in documents.enumerated() {
      var check = DocumentCheck(document: document, index: index, functionWords: functionWords)
      check.run()
      problems.append(contentsOf: check.problems)
      uses.merge(check.uses) { $0 + $1 }
    }
    problems.append(contentsOf: contradictions(uses, in: documents))
    let ranks = Dictionary(documents.enumerated().map { ($1.path, $0) }) { first, _ in first }
    return problems.sorted { left, right in
      let (leftRank, rightRank) = (ranks[left.path] ?? 0, ranks[right.path] ?? 0)
      return (leftRank, left.place, left.check.rawValue, left.message)
        < (rightRank, right.place, right.check.rawValue, right.message)
    }
  }

  private static func contradictions(_ uses: [Use.Key: [Use]], in documents: [GlossaryDocument]) -> [GlossaryProblem] {
    uses.values.flatMap { uses -> [GlossaryProblem] in
      guard let allowed = uses.first(where: { $0.status.isAllowed }) else { return [] }
      return uses.filter { use in
        use.status.isRejected && (use.document, use.concept) != (allowed.document, allowed.concept)
          && Use.canMeet(use, allowed)
      }.map { use in
        let other = documents[allowed.document]
        return GlossaryProblem(
          check: .contradiction, path: documents[use.document].path, place: use.place,
          message: "“\(use.text)” is \(use.status.rawValue) here and \(allowed.status.rawValue) in the concept "
            + "“\(other.glossary.concepts[allowed.concept].id)” (\(other.path):\(allowed.place.line))")
      }
    }
  }
}

/// One place where a glossary gives a text a status.
private struct Use {
  /// What makes two texts the same for matching.
  struct Key: Hashable {
    let language: LanguageTag
    let folded: String
  }

  let document: Int
  let concept: Int
  let status: TermStatus
  let text: String
  let isCaseBound: Bool
  let validity: [Validity]
  let place: GlossaryPlace

  /// Whether one text can use both on one day.
  static func canMeet(_ left: Use, _ right: Use) -> Bool {
    if left.text != right.text, left.isCaseBound || right.isCaseBound { return false }
    return Validity.canMeet(left.validity, right.validity)
  }
}

/// Checks one glossary.
private struct DocumentCheck {
  private let document: GlossaryDocument
  private let index: Int
  private let functionWords: [String: Set<UInt64>]
  private(set) var problems: [GlossaryProblem] = []
  private(set) var uses: [Use.Key: [Use]] = [:]

  init(document: GlossaryDocument, index: Int, functionWords: [String: Set<UInt64>]) {
    self.document = document
    self.index = index
    self.functionWords = functionWords
  }

  mutating func run() {
    let declared = document.glossary.languages
    var undeclared: Set<LanguageTag> = []
    for (number, concept) in document.glossary.concepts.enumerated() {
      let place = document.conceptPlaces[number]
      let places = document.termPlaces[number]
      if concept.terms.isEmpty { report(.emptyConcept, "the concept “\(concept.id)” has no term", at: place) }
      if concept.sources.isEmpty, concept.terms.contains(where: { $0.source == nil }) {
        report(.missingSource, "the concept “\(concept.id)” names no source for its terms", at: place)
      }
      for (term, place) in zip(concept.terms, places) {
        if !declared.isEmpty, !declared.contains(term.language), undeclared.insert(term.language).inserted {
          report(
            .undeclaredLanguage, "the glossary has terms in \(term.language.tag) but does not list the language",
            at: place)
        }
        check(term, of: concept, at: place)
        let key = Use.Key(language: term.language, folded: CaseMapping.folded(term.text))
        uses[key, default: []].append(
          Use(
            document: index, concept: number, status: term.status, text: term.text,
            isCaseBound: term.casePolicy == .exact, validity: term.validity, place: place))
      }
      checkConcept(concept, places: places)
    }
  }

  private mutating func report(_ check: GlossaryProblem.Check, _ message: String, at place: GlossaryPlace) {
    problems.append(GlossaryProblem(check: check, path: document.path, place: place, message: message))
  }

  // MARK: Texts

  private mutating func check(_ term: Term, of concept: Concept, at place: GlossaryPlace) {
    for text in [term.text] + term.forms + term.exceptions {
      checkCharacters(of: text, at: place)
    }
    for text in [term.text] + term.forms {
      checkBreadth(of: text, language: term.language, at: place)
    }
    // The exceptions of a place also hold for its names in other languages, which are leftovers here.
    let names = concept.kind == .place ? concept.terms.flatMap { [$0.text] + $0.forms } : [term.text] + term.forms
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

  private mutating func checkCharacters(of text: String, at place: GlossaryPlace) {
    var previous: UInt32 = 0x20
    var isOdd = false
    for scalar in text.unicodeScalars {
      let category = UnicodeProperties.category(of: scalar.value)
      let isSpace = category.isSeparator || scalar.value < 0x20
      if isSpace, previous == 0x20 || scalar.value != 0x20 { isOdd = true }
      if category.isFormat || UnicodeProperties.isDefaultIgnorable(scalar.value) { isOdd = true }
      previous = isSpace ? 0x20 : scalar.value
    }
    if isOdd || previous == 0x20 {
      report(
        .whiteSpace,
        "“\(text)” has white space at an end, twice in a row or of an unusual kind, or an invisible character",
        at: place)
    }
    if (try? Normalization.isNormalized(Array(text.utf8))) == false {
      report(.notNormalized, "“\(text)” is not in normalization form C", at: place)
    }
    let bytes = Array(text.utf8)
    for token in Tokenizer(language: nil).tokens(in: bytes) where token.traits.contains(.mixedScript) {
      let word = String(decoding: bytes[token.range.offsets], as: UTF8.self)
      report(.mixedScript, "“\(word)” mixes letters of several scripts", at: place)
    }
  }

  private mutating func checkBreadth(of text: String, language: LanguageTag, at place: GlossaryPlace) {
    let letters = text.unicodeScalars.filter { UnicodeProperties.category(of: $0.value).isLetter }
    // One letter is a name in capitals (X, the network) or a whole word where characters are words.
    let isWord = letters.contains { UnicodeProperties.category(of: $0.value).code == 5 }
    let isCapital = letters.contains { UnicodeProperties.category(of: $0.value).isUppercase }
    if letters.isEmpty {
      report(.tooBroad, "“\(text)” has no letter", at: place)
    } else if letters.count == 1, !isWord, !isCapital {
      report(.tooBroad, "“\(text)” is a single letter", at: place)
    } else if functionWords[language.language]?.contains(TokenKey.key(of: text)) == true {
      report(.tooBroad, "“\(text)” is a function word of the language", at: place)
    }
  }

  // MARK: Concepts

  private mutating func checkConcept(_ concept: Concept, places: [GlossaryPlace]) {
    var languages: [LanguageTag] = []
    for term in concept.terms where !languages.contains(term.language) { languages.append(term.language) }
    for language in languages {
      let indices = concept.terms.indices.filter { concept.terms[$0].language == language }
      checkDuplicates(indices, of: concept, places: places)
      checkPreferred(indices, of: concept, language: language, places: places)
    }
  }

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
      if allowed.isEmpty {
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
        term.text == rejected.text
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
