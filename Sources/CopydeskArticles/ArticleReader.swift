// SPDX-License-Identifier: Apache-2.0

internal import CopydeskLanguageData
public import CopydeskText

/// A format that articles are read from.
public enum ArticleFormat: String, CaseIterable, Sendable {
  /// Plain text without markup.
  case text
  /// Markdown (CommonMark with tables), possibly with YAML front matter.
  case markdown

  /// The format that a file name promises, or `nil` if its extension is no article's.
  public init?(path: String) {
    guard let dot = path.lastIndex(of: ".") else { return nil }
    switch path[path.index(after: dot)...].lowercased() {
    case "txt", "text": self = .text
    case "md", "markdown": self = .markdown
    default: return nil
    }
  }
}

/// What a reader may ask about the words of a line, to tell its role.
public struct ReadingOptions: Sendable {
  /// Says whether a short line is residue of the content management system, such as “Share this article”.
  ///
  /// The line comes without white space at its ends. It is asked once for each short line.
  public var isBoilerplate: (@Sendable (ArraySlice<UInt8>) -> Bool)?

  /// Options that know the lines websites leave in copied articles.
  public static let standard = ReadingOptions { line in
    guard let found = BoilerplateLine(line) else { return false }
    return !found.classes.contains(.keywordLinePrefix)
  }

  /// Creates options; without arguments they decide by structure alone.
  public init(isBoilerplate: (@Sendable (ArraySlice<UInt8>) -> Bool)? = nil) {
    self.isBoilerplate = isBoilerplate
  }
}

/// Turns an input into an article.
public enum ArticleReader {
  /// Reads an input in a format.
  ///
  /// - Throws: ``ArticleError`` if the input breaks the format, with the place.
  public static func read(
    _ input: InputText, as format: ArticleFormat, options: ReadingOptions = .standard
  ) throws(ArticleError) -> Article {
    switch format {
    case .text: try PlainTextReader(input: input, options: options).article()
    case .markdown: try MarkdownReader.article(input, options: options)
    }
  }
}
