// SPDX-License-Identifier: Apache-2.0

public import CopydeskAnalysis
public import CopydeskText

/// A check that finds one kind of problem in an article.
///
/// A rule is a value without state: the same analysis always gives the same findings. It reads no
/// clock, no environment and no locale of the machine.
public protocol Rule: Sendable {
  /// What people and programs need to know of the rule.
  static var metadata: RuleMetadata { get }

  /// Creates the rule.
  init()

  /// Reports every problem of this kind in the article.
  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport)
}

/// The words of a finding's message.
///
/// Rules declare theirs as static functions in a private extension, so that call sites read as English.
public struct FindingMessage: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// The text.
  public let text: String

  /// Creates a message.
  public init(stringLiteral text: String) {
    self.text = text
  }
}

/// Collects what one rule finds in one article.
public struct FindingReport: Sendable {
  /// A finding with offsets into the article's text.
  public struct Entry: Hashable, Sendable {
    /// The message.
    public let message: FindingMessage
    /// The place in the article's text.
    public let range: TextRange
    /// A severity that the finding itself calls for, or `nil` for the rule's.
    public let severity: Severity?
    /// Places that explain it.
    public let notes: [Note]
    /// Changes that resolve it, the best first.
    public let fixes: [Fix]
  }

  /// The findings in the order they were reported.
  public private(set) var entries: [Entry] = []

  /// Creates an empty report.
  public init() {}

  /// Reports a finding.
  ///
  /// - Parameters:
  ///   - message: What is wrong and what is right.
  ///   - range: The place in the article's text; not empty.
  ///   - severity: A severity that the finding itself calls for, such as the one a glossary entry asks for.
  ///   - notes: Places that explain it.
  ///   - fixes: Changes that resolve it, the best first.
  public mutating func callAsFunction(
    _ message: FindingMessage, at range: TextRange, severity: Severity? = nil, notes: [Note] = [], fixes: [Fix] = []
  ) {
    entries.append(Entry(message: message, range: range, severity: severity, notes: notes, fixes: fixes))
  }
}
