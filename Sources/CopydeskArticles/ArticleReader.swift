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

/// Turns an input into an article.
public enum ArticleReader {
  /// Reads an input in a format.
  ///
  /// - Throws: ``ArticleError`` if the input breaks the format, with the place.
  public static func read(
    _ input: InputText, as format: ArticleFormat
  ) throws(ArticleError) -> Article {
    switch format {
    case .text: try PlainTextReader(input: input).article()
    case .markdown: try MarkdownReader.article(input)
    }
  }
}
