// SPDX-License-Identifier: Apache-2.0

/// Something that the parser meets while it reads a Markdown text from start to end.
public struct MarkdownEvent: Hashable, Sendable {
  /// What it meets.
  public enum Kind: Hashable, Sendable {
    /// A block begins.
    case enter(MarkdownBlock)
    /// A block ends.
    case leave(MarkdownBlock)
    /// Inline markup begins.
    case enterSpan(MarkdownSpan)
    /// Inline markup ends.
    case leaveSpan(MarkdownSpan)
    /// Text.
    case text(MarkdownText)
  }

  /// What the parser meets.
  public let kind: Kind
  /// For text, its place in the input as UTF-8 offsets; `nil` for line breaks and other text that the parser
  /// made up, and for everything else.
  public let range: Range<Int>?

  /// Creates an event.
  public init(_ kind: Kind, range: Range<Int>? = nil) {
    self.kind = kind
    self.range = range
  }
}

/// A block of a Markdown text.
public enum MarkdownBlock: Hashable, Sendable {
  /// The whole text.
  case document
  /// A block quotation.
  case quotation
  /// A list, ordered or not.
  case list
  /// An item of a list.
  case listItem
  /// A thematic break.
  case rule
  /// A heading of level 1...6.
  case heading(level: Int)
  /// A code block, fenced or indented.
  case code
  /// A block of raw HTML.
  case html
  /// A paragraph.
  case paragraph
  /// A table or a part of it that holds cells.
  case tablePart
  /// A cell of a table.
  case tableCell
}

/// Inline markup of a Markdown text.
public enum MarkdownSpan: Hashable, Sendable {
  /// `*emphasis*`.
  case emphasis
  /// `**strong emphasis**`.
  case strong
  /// A link; its text follows, its target is left out.
  case link
  /// An image; its alternative text follows, its address is left out.
  case image
  /// `` `code` ``.
  case code
  /// `~~deleted~~` and other markup without a role in prose.
  case other
}

/// What a piece of text in a Markdown text is.
public enum MarkdownText: Hashable, Sendable {
  /// Text as it reads.
  case normal
  /// A NUL, which reads as U+FFFD.
  case null
  /// A line break that shows.
  case hardBreak
  /// A line break that reads as a space.
  case softBreak
  /// An HTML character reference, such as `&amp;`.
  case entity
  /// Text of a code span or block.
  case code
  /// Raw HTML.
  case html
}
