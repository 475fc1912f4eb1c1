// SPDX-License-Identifier: Apache-2.0

/// A weakness that is looked for in glossaries.
public enum GlossaryCheck: String, CaseIterable, Sendable {
  /// Terms are replaced by each other in a circle.
  case cycle
  /// A text is allowed in one concept and rejected in another.
  case contradiction
  /// One text is replaced by different terms in different concepts.
  case conflictingAdvice = "conflicting-advice"
  /// Two concepts give the same term for the same rejected term, or the same translation for the same term.
  case duplicateConcept = "duplicate-concept"
  /// A term stands twice in one concept and language.
  case duplicateTerm = "duplicate-term"
  /// Two concepts claim one name of a catalog.
  case duplicateExternalID = "duplicate-external-id"
  /// One text names two concepts that nothing tells apart.
  case homograph
  /// A concept has several preferred terms in one language.
  case severalPreferred = "several-preferred"
  /// A rejected term has no allowed term beside it.
  case noPreferred = "no-preferred"
  /// A rejected term is matched by its own replacement.
  case selfMatching = "self-matching"
  /// White space at an end, twice in a row, or of an unusual kind; invisible characters.
  case whiteSpace = "white-space"
  /// A text is not in Unicode normalization form C.
  case notNormalized = "not-normalized"
  /// A word mixes letters of several scripts.
  case mixedScript = "mixed-script"
  /// A text begins with a character that spreadsheets take for a formula.
  case formula
  /// A common noun begins with a capital, so that the permissive case policy misses it in running text.
  case capitalizedNoun = "capitalized-noun"
  /// A term is a single letter, a function word, has no letter, or is a pattern that matches any word.
  case tooBroad = "too-broad"
  /// A regular expression is none that ICU can read, so it never matches.
  case brokenPattern = "broken-pattern"
  /// A regular expression tries so many ways to match that some texts take it too long.
  case slowPattern = "slow-pattern"
  /// A relation names a concept that the glossary does not have.
  case unknownConcept = "unknown-concept"
  /// Concepts are broader than, or replaced by, each other in a circle.
  case circularRelation = "circular-relation"
  /// The pattern for the first mention has no placeholder or an unknown one.
  case firstMentionPattern = "first-mention-pattern"
  /// The marks of an example do not pair up.
  case brokenExample = "broken-example"
  /// An exception does not contain its term, so it can never apply.
  case idleException = "idle-exception"
  /// The preferred term is no longer valid on any later day.
  case expiredPreferred = "expired-preferred"
  /// The day by which somebody wanted to look at the concept again has passed.
  case overdueReview = "overdue-review"
  /// A glossary uses a language it does not declare.
  case undeclaredLanguage = "undeclared-language"
  /// A concept has no term.
  case emptyConcept = "empty-concept"
  /// A concept does not say where its terms come from.
  case missingSource = "missing-source"
  /// A concept has no definition.
  case missingDefinition = "missing-definition"
  /// A concept has no allowed term in a language of the glossary.
  case missingLanguage = "missing-language"
  /// A term does not say its part of speech.
  case missingPartOfSpeech = "missing-part-of-speech"
  /// No term of a concept says when it was entered.
  case missingDate = "missing-date"
  /// A term is the same in all languages without being marked as one that is not translated.
  case untranslated

  /// How much a check matters.
  public enum Level: String, Comparable, Sendable {
    /// Worth knowing for a complete glossary.
    case suggestion
    /// Probably a mistake.
    case warning
    /// Makes rules give wrong or contradictory advice.
    case error

    /// Levels order from harmless to bad.
    public static func < (left: Level, right: Level) -> Bool { left.rank < right.rank }

    private var rank: Int {
      switch self {
      case .suggestion: 0
      case .warning: 1
      case .error: 2
      }
    }
  }

  /// How much the check matters.
  public var level: Level {
    switch self {
    case .cycle, .contradiction, .duplicateTerm, .duplicateExternalID, .severalPreferred, .noPreferred, .selfMatching,
      .whiteSpace, .notNormalized, .mixedScript, .unknownConcept, .circularRelation, .firstMentionPattern,
      .brokenExample, .brokenPattern, .slowPattern, .emptyConcept:
      .error
    case .conflictingAdvice, .duplicateConcept, .homograph, .formula, .capitalizedNoun, .tooBroad, .idleException,
      .expiredPreferred,
      .overdueReview, .undeclaredLanguage, .missingSource:
      .warning
    case .missingDefinition, .missingLanguage, .missingPartOfSpeech, .missingDate, .untranslated: .suggestion
    }
  }

  /// What to do about it, in a sentence.
  public var remedy: String {
    switch self {
    case .cycle: "Decide which of the terms is the one to use, and reject the others in its concept."
    case .contradiction: "Reject the term in both concepts or in none, or give the two terms validity dates or scopes."
    case .conflictingAdvice: "Keep the better advice, or tell the two apart by scopes or exceptions."
    case .duplicateConcept: "Merge the concepts, or tell them apart by their definitions and domains."
    case .duplicateTerm: "Remove one of the two."
    case .duplicateExternalID: "Merge the concepts, or correct the id."
    case .homograph: "Give both concepts a definition, or both terms a part of speech."
    case .severalPreferred: "Make one of them admitted, or give them validity dates."
    case .noPreferred: "Add the term to use instead, or a message that says what to do."
    case .selfMatching: "Set “case: exact” on the rejected term, or remove it."
    case .whiteSpace, .notNormalized: "Let “glossary check --fix” clean the text."
    case .mixedScript: "Type the word anew in one script."
    case .formula: "Write the term without the sign, or keep it out of spreadsheets."
    case .capitalizedNoun: "Write the term as in running text, or set “case: fold”."
    case .tooBroad: "Use a longer term, or “case: exact” for a name."
    case .brokenPattern: "Write the pattern in the syntax of ICU's regular expressions."
    case .slowPattern: "Write the pattern without a repetition inside of a repetition."
    case .unknownConcept: "Correct the id, or add the concept."
    case .circularRelation: "Remove one of the relations."
    case .firstMentionPattern: "Use {full} and {acronym}, as in “{full} ({acronym})”."
    case .brokenExample: "Write each mark as ⟦ before and ⟧ behind the text to be reported."
    case .idleException:
      "Write an exception that contains the term and is longer, or let “glossary check --fix” drop it."
    case .expiredPreferred: "Add the term that is right from then on."
    case .overdueReview: "Look at the concept and set a new “review-by”."
    case .undeclaredLanguage: "Add the language to “languages” at the top of the file."
    case .emptyConcept: "Add a term, or remove the concept."
    case .missingSource: "Name the institution and the kind of document under “source”."
    case .missingDefinition: "Say in a sentence what the concept is."
    case .missingLanguage: "Add the term in that language."
    case .missingPartOfSpeech: "Add “part-of-speech”."
    case .missingDate: "Add “created”."
    case .untranslated: "Set “do-not-translate: true”, or add the translation."
    }
  }
}

/// A weakness of a glossary that is not a mistake of form.
public struct GlossaryProblem: Hashable, Sendable, CustomStringConvertible {
  /// What was checked.
  public let check: GlossaryCheck
  /// The path of the glossary.
  public let path: String
  /// The place in the glossary.
  public let place: GlossaryPlace
  /// One clause that says what is wrong.
  public let message: String

  /// Creates a problem.
  public init(check: GlossaryCheck, path: String, place: GlossaryPlace, message: String) {
    self.check = check
    self.path = path
    self.place = place
    self.message = message
  }

  /// The problem in one line, as `terms.yml:3:5: error: … [duplicate-term]`.
  public var description: String {
    "\(path):\(place.line):\(place.column): \(check.level.rawValue): \(message) [\(check.rawValue)]"
  }
}
