// SPDX-License-Identifier: Apache-2.0

/// Why a record of the stream has no findings.
public struct StreamError: Error, Hashable, Sendable {
  /// What went wrong, for programs; the words never change.
  public enum Code: String, CaseIterable, Sendable {
    /// The line is no JSON object.
    case invalidJSON = "invalid-json"
    /// The line is not UTF-8.
    case invalidUTF8 = "invalid-utf8"
    /// The line is longer than the stream reads.
    case recordTooLarge = "record-too-large"
    /// A field has a value of the wrong kind.
    case invalidField = "invalid-field"
    /// There is neither text nor segments.
    case missingText = "missing-text"
    /// Nothing says which language the copy is in.
    case missingLanguage = "missing-language"
    /// A language is no BCP 47 tag.
    case invalidLanguage = "invalid-language"
    /// A glossary or house style of the command line cannot be used.
    case invalidConfiguration = "invalid-configuration"
    /// The copy breaks its format.
    case unreadable = "unreadable"
  }

  /// What went wrong, for programs.
  public let code: Code
  /// What went wrong, for people.
  public let message: String

  /// Creates an error.
  public init(_ code: Code, _ message: String) {
    self.code = code
    self.message = message
  }
}
