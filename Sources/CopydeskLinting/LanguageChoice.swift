// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// A language and how it became known.
public struct LanguageChoice: Hashable, Sendable {
  /// What said so.
  public enum Origin: String, CaseIterable, Sendable {
    /// An option on the command line.
    case commandLine = "command-line"
    /// The article's front matter.
    case frontMatter = "front-matter"
    /// A field of the record that the article is.
    case record
    /// The configuration.
    case configuration
    /// The name of the file or of a folder above it.
    case fileName = "file-name"
    /// The copy itself.
    case detection
  }

  /// The language.
  public let language: LanguageTag
  /// What said so.
  public let origin: Origin

  /// Creates a choice.
  public init(_ language: LanguageTag, from origin: Origin) {
    self.language = language
    self.origin = origin
  }
}
