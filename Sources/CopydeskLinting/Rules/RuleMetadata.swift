// SPDX-License-Identifier: Apache-2.0

/// What people and programs need to know of a rule.
///
/// One value feeds the rule table, the explanations, the configuration schema, the reports and the
/// tests that are written once for all rules.
public struct RuleMetadata: Sendable {
  /// The id, `category/problem-name`.
  public let id: String
  /// One sentence that starts with “Reports”.
  public let summary: String
  /// What the problem costs the reader or the desk.
  public let rationale: String
  /// The severity unless configuration says otherwise.
  public let severity: Severity
  /// The ITS 2.0 type.
  public let type: IssueType
  /// Whether the rule is on unless configuration says otherwise.
  ///
  /// A rule that cannot be silent on clean professional copy is off.
  public let isOnByDefault: Bool
  /// Copy with the findings marked; at least one with a finding and one clean.
  public let examples: [Example]

  /// Creates metadata.
  public init(
    id: String, summary: String, rationale: String, severity: Severity, type: IssueType,
    isOnByDefault: Bool = true, examples: [Example]
  ) {
    self.id = id
    self.summary = summary
    self.rationale = rationale
    self.severity = severity
    self.type = type
    self.isOnByDefault = isOnByDefault
    self.examples = examples
  }

  /// The first part of the id.
  public var category: String {
    String(id.prefix { $0 != "/" })
  }
}

/// A piece of copy that shows what a rule finds.
///
/// `⟦` and `⟧` enclose what the rule must report, nothing else may be reported by it. Examples are run as tests.
public struct Example: Sendable {
  /// The copy with its findings marked.
  public let markedCopy: String
  /// The language of the copy, a BCP 47 tag.
  public let language: String
  /// The language it was translated from, or `nil` if unknown.
  public let sourceLanguage: String?
  /// What it was translated from, paragraph by paragraph, or `nil` if a rule need not see it.
  public let source: String?
  /// The day of publication as `YYYY-MM-DD`, or `nil` if unknown.
  public let date: String?
  /// A glossary in YAML, or `nil` for none.
  public let glossary: String?
  /// The copy after the first fix of every finding, or `nil` if the findings have no fix.
  public let fixed: String?
  /// The file and line where the example stands, for test failures.
  public let file: StaticString
  /// The line where the example stands.
  public let line: UInt

  /// Creates an example.
  public init(
    _ markedCopy: String, language: String = "en-US", sourceLanguage: String? = nil, source: String? = nil,
    date: String? = nil, glossary: String? = nil, fixed: String? = nil, file: StaticString = #fileID, line: UInt = #line
  ) {
    self.markedCopy = markedCopy
    self.language = language
    self.sourceLanguage = sourceLanguage
    self.source = source
    self.date = date
    self.glossary = glossary
    self.fixed = fixed
    self.file = file
    self.line = line
  }
}
