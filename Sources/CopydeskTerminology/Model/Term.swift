// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// What a desk thinks of a term (TBX's administrative status, and two more that desks need).
public enum TermStatus: String, CaseIterable, Sendable {
  /// The one to use.
  case preferred
  /// Right as well.
  case admitted
  /// No longer to be used.
  case deprecated
  /// Used in former times, for what now has another name.
  case superseded
  /// Never to be used.
  case forbidden
  /// Suggested, not decided; rules take no notice.
  case proposed

  /// Whether copy may use the term.
  public var isAllowed: Bool { self == .preferred || self == .admitted }

  /// Whether copy must not use the term.
  public var isRejected: Bool { self == .deprecated || self == .superseded || self == .forbidden }
}

/// The form a term takes.
public enum TermType: String, CaseIterable, Sendable {
  /// The whole name.
  case full
  /// Initials, as `UN`.
  case acronym
  /// A shortened word with a period or without, as `Gov.`.
  case abbreviation
  /// A part of the whole name, as a surname.
  case short
  /// Another way to say or spell it.
  case variant
  /// A spelling that is wrong.
  case misspelling
  /// A topic word of social networks.
  case hashtag

  /// Whether the term stands beside the whole name by nature, so that both may be used in one article.
  public var isShortening: Bool { self == .acronym || self == .abbreviation || self == .short || self == .hashtag }
}

/// Which capitals a text must have to use a term.
public enum TermCase: String, CaseIterable, Sendable {
  /// Those of the term.
  case exact
  /// At least those of the term: sentences, titles and lines in capitals may add some.
  case permissive
  /// Any.
  case fold
}

/// How bad a desk thinks the use of a rejected term is.
public enum TermSeverity: String, CaseIterable, Sendable {
  /// Worth a look.
  case suggestion
  /// Probably wrong.
  case warning
  /// Must not be published.
  case error
}

/// The part of speech of a term (TBX's picklist, and names).
public enum PartOfSpeech: String, CaseIterable, Sendable {
  /// A common noun.
  case noun
  /// A name.
  case properNoun = "proper-noun"
  /// A verb.
  case verb
  /// An adjective.
  case adjective
  /// An adverb.
  case adverb
  /// Anything else.
  case other
}

/// The grammatical gender of a term (TBX's picklist).
public enum GrammaticalGender: String, CaseIterable, Sendable {
  /// Masculine.
  case masculine
  /// Feminine.
  case feminine
  /// Neuter.
  case neuter
  /// Another, such as the common gender of Dutch and Swedish.
  case other
}

/// The grammatical number of a term (TBX's picklist).
public enum GrammaticalNumber: String, CaseIterable, Sendable {
  /// One.
  case singular
  /// Two.
  case dual
  /// Several.
  case plural
  /// Not counted.
  case mass
  /// Another.
  case other
}

/// Which texts count as a use of a term, each including the one before it up to the stem.
public enum TermMatching: String, CaseIterable, Sendable {
  /// The term as it is written.
  case exact
  /// The term and its declared forms.
  case forms
  /// Also what differs from them by an ending that the language's grammar puts there.
  case stem
  /// Words that begin with the term.
  case prefix
  /// What the term's text, an ICU regular expression, matches.
  case regex
}

/// A text in which a term is used, and what Copydesk must say of it.
///
/// The examples of a glossary are its tests: each is linted with its glossary alone.
public struct TermExample: Hashable, Sendable {
  /// The copy, with `⟦` and `⟧` around what must be reported; without them nothing must be.
  public var text: String
  /// The copy after the fix, or `nil` if that is not said.
  public var fixed: String?

  /// Creates an example.
  public init(_ text: String, fixed: String? = nil) {
    self.text = text
    self.fixed = fixed
  }
}

/// A word or phrase that names a concept in a language.
public struct Term: Hashable, Sendable {
  /// The term as it is written in running text.
  public var text: String
  /// The language.
  public var language: LanguageTag
  /// What the desk thinks of it.
  public var status: TermStatus
  /// The form it takes.
  public var type: TermType
  /// The part of speech, or `nil` if it is not said.
  public var partOfSpeech: PartOfSpeech?
  /// The gender, or `nil` if it is not said.
  public var gender: GrammaticalGender?
  /// The number, or `nil` if it is not said.
  public var number: GrammaticalNumber?
  /// Where the term is used, as a region code or in words, or `nil` for everywhere.
  public var region: String?
  /// Which texts count as a use of the term.
  public var matching: TermMatching
  /// Which capitals a text must have.
  public var casePolicy: TermCase
  /// Other forms of the same term: plurals, cases, spellings with the same standing.
  public var forms: [String]
  /// How the term must be introduced, such as `{full} ({acronym})`, or `nil`.
  public var firstMention: String?
  /// The days on which the term is right; empty means always, or never for a term that must not be used.
  public var validity: [Validity]
  /// Longer texts in which the term means something else.
  public var exceptions: [String]
  /// The roles of segments the term counts in; empty means all.
  public var scopes: [SegmentRole]
  /// Copy by which the term's rules are tested.
  public var examples: [TermExample]
  /// Sentences that show the term in use.
  public var contexts: [String]
  /// What to tell the editor in place of the usual message, or `nil`.
  public var message: String?
  /// What else a translator must know, or `nil`.
  public var note: String?
  /// Where the term comes from, or `nil`.
  public var source: String?
  /// How bad its use is, or `nil` for what the rule says.
  public var severity: TermSeverity?
  /// Whether translations keep the term as it is.
  public var isNotTranslated: Bool
  /// Who entered the term, or `nil`.
  public var author: String?
  /// Who looked at it last, or `nil`.
  public var reviewer: String?
  /// The day it was entered, or `nil`.
  public var created: CalendarDate?
  /// The day it was last changed, or `nil`.
  public var modified: CalendarDate?

  /// Creates a term.
  public init(
    _ text: String, language: LanguageTag, status: TermStatus = .preferred, type: TermType = .full,
    partOfSpeech: PartOfSpeech? = nil, gender: GrammaticalGender? = nil, number: GrammaticalNumber? = nil,
    region: String? = nil, matching: TermMatching = .stem, casePolicy: TermCase = .permissive, forms: [String] = [],
    firstMention: String? = nil, validity: [Validity] = [], exceptions: [String] = [], scopes: [SegmentRole] = [],
    examples: [TermExample] = [], contexts: [String] = [], message: String? = nil, note: String? = nil,
    source: String? = nil, severity: TermSeverity? = nil, isNotTranslated: Bool = false, author: String? = nil,
    reviewer: String? = nil, created: CalendarDate? = nil, modified: CalendarDate? = nil
  ) {
    self.text = text
    self.language = language
    self.status = status
    self.type = type
    self.partOfSpeech = partOfSpeech
    self.gender = gender
    self.number = number
    self.region = region
    self.matching = matching
    self.casePolicy = casePolicy
    self.forms = forms
    self.firstMention = firstMention
    self.validity = validity
    self.exceptions = exceptions
    self.scopes = scopes
    self.examples = examples
    self.contexts = contexts
    self.message = message
    self.note = note
    self.source = source
    self.severity = severity
    self.isNotTranslated = isNotTranslated
    self.author = author
    self.reviewer = reviewer
    self.created = created
    self.modified = modified
  }
}
