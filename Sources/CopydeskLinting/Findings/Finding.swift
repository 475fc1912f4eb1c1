// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// How bad a problem is.
public enum Severity: String, CaseIterable, Comparable, Sendable {
  /// Worth a look.
  case suggestion
  /// Probably wrong, or wrong by house style.
  case warning
  /// Must not be published as it stands.
  case error

  /// Severities order from `suggestion` to `error`.
  public static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .suggestion: 0
    case .warning: 1
    case .error: 2
    }
  }
}

/// The type of an issue in the words of ITS 2.0 (localization quality issue type), which other tools share.
public enum IssueType: String, CaseIterable, Sendable {
  /// A wrong or inconsistent term.
  case terminology
  /// The target says something else than the source.
  case mistranslation
  /// Something of the source is missing.
  case omission
  /// Something was not translated.
  case untranslated
  /// Something is in the target that the source lacks.
  case addition
  /// Something stands twice.
  case duplication
  /// The text contradicts itself.
  case inconsistency
  /// A convention of the target locale is broken.
  case localeViolation = "locale-violation"
  /// A matter of style.
  case style
  /// Garbled or unwanted characters.
  case characters
  /// A word or name is misspelled.
  case misspelling
  /// Punctuation or spacing.
  case typographical
  /// A number differs or is malformed.
  case numbers
  /// Left-over or broken markup.
  case markup
  /// A length limit is broken.
  case length
  /// None of the others.
  case other
}

/// Who may apply a fix.
public enum Applicability: String, Sendable {
  /// The meaning cannot change: a program may apply it.
  case safe
  /// A person must look first.
  case needsReview = "needs-review"
}

/// One replacement.
public struct Edit: Hashable, Sendable {
  /// What is replaced.
  public let range: TextRange
  /// What stands there afterwards.
  public let replacement: String

  /// Creates an edit.
  public init(range: TextRange, replacement: String) {
    self.range = range
    self.replacement = replacement
  }
}

/// A change that resolves a finding.
public struct Fix: Hashable, Sendable {
  /// Who may apply it.
  public let applicability: Applicability
  /// The replacements; they do not overlap.
  public let edits: [Edit]

  /// Creates a fix.
  public init(_ applicability: Applicability, edits: [Edit]) {
    self.applicability = applicability
    self.edits = edits
  }

  /// A fix with one replacement.
  public static func replacing(
    _ range: TextRange, with replacement: String, _ applicability: Applicability = .safe
  ) -> Fix {
    Fix(applicability, edits: [Edit(range: range, replacement: replacement)])
  }

  /// A fix that removes a range.
  public static func removing(_ range: TextRange, _ applicability: Applicability = .safe) -> Fix {
    replacing(range, with: "", applicability)
  }
}

/// One of the two texts that a translation is made of.
public enum TranslationSide: String, Sendable {
  /// The copy.
  case target
  /// What it was translated from.
  case source
}

/// A second place that explains a finding.
public struct Note: Hashable, Sendable {
  /// What the place has to do with the finding.
  public let message: String
  /// The text that the place is in.
  public let side: TranslationSide
  /// The place.
  public let range: TextRange

  /// Creates a note.
  public init(_ message: String, at range: TextRange, side: TranslationSide = .target) {
    self.message = message
    self.side = side
    self.range = range
  }
}

/// One problem in the copy.
///
/// A rule reports findings with offsets into the article's text; the linter hands them out with
/// offsets into the input.
public struct Finding: Hashable, Sendable {
  /// The id of the rule.
  public let rule: String
  /// How bad it is, after configuration.
  public let severity: Severity
  /// The ITS 2.0 type.
  public let type: IssueType
  /// One clause that says what is wrong and what is right.
  public let message: String
  /// The place.
  public let range: TextRange
  /// The copy at the place, as rules read it.
  public let text: String
  /// Places that explain it.
  public let notes: [Note]
  /// Changes that resolve it, the best first.
  public let fixes: [Fix]

  /// Creates a finding.
  public init(
    rule: String, severity: Severity, type: IssueType, message: String, range: TextRange, text: String,
    notes: [Note] = [], fixes: [Fix] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.type = type
    self.message = message
    self.range = range
    self.text = text
    self.notes = notes
    self.fixes = fixes
  }
}
