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
  /// Which capitals a text must have.
  public var casePolicy: TermCase
  /// Other forms of the same term: plurals, cases, spellings with the same standing.
  public var forms: [String]
  /// The days on which the term is right; empty means always, or never for a term that must not be used.
  public var validity: [Validity]
  /// Longer texts in which the term means something else.
  public var exceptions: [String]
  /// The roles of segments the term counts in; empty means all.
  public var scopes: [SegmentRole]
  /// What to tell the editor in place of the usual message, or `nil`.
  public var message: String?
  /// What else a translator must know, or `nil`.
  public var note: String?
  /// Where the term comes from, or `nil`.
  public var source: String?
  /// Whether translations keep the term as it is.
  public var isNotTranslated: Bool
  /// How bad its use is, or `nil` for what the rule says.
  public var severity: TermSeverity?

  /// Creates a term.
  public init(
    _ text: String, language: LanguageTag, status: TermStatus = .preferred, type: TermType = .full,
    casePolicy: TermCase = .permissive, forms: [String] = [], validity: [Validity] = [], exceptions: [String] = [],
    scopes: [SegmentRole] = [], message: String? = nil, note: String? = nil, source: String? = nil,
    isNotTranslated: Bool = false, severity: TermSeverity? = nil
  ) {
    self.text = text
    self.language = language
    self.status = status
    self.type = type
    self.casePolicy = casePolicy
    self.forms = forms
    self.validity = validity
    self.exceptions = exceptions
    self.scopes = scopes
    self.message = message
    self.note = note
    self.source = source
    self.isNotTranslated = isNotTranslated
    self.severity = severity
  }
}
