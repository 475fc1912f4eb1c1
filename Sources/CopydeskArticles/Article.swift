// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// An article as rules see it: its prose in one text, split into segments, with the way back to the input.
public struct Article: Sendable {
  /// The input the article was read from.
  public let input: InputText
  /// The prose of all segments in order, each followed by a line feed; UTF-8 in normalization form C.
  ///
  /// A further line feed between two segments is the place of one that has no text.
  public let text: [UInt8]
  /// Leads from offsets in `text` to offsets in the input.
  public let offsetMap: OffsetMap
  /// The segments in order, without overlap.
  public let segments: [Segment]
  /// What the article says of itself.
  public let metadata: ArticleMetadata
  /// Ranges of `text` that no rule about wording may touch, in order and without overlap.
  ///
  /// Code spans, raw HTML attributes and parts marked `translate="no"`.
  public let protectedRanges: [TextRange]
  /// Ranges of `text` that the copy sets apart by emphasis, as it does with titles and foreign words.
  ///
  /// In order, without overlap.
  public let emphasizedRanges: [TextRange]
  /// Silencing comments in the order of the input.
  public let directives: [SuppressionDirective]

  /// Creates an article.
  public init(
    input: InputText, text: [UInt8], offsetMap: OffsetMap, segments: [Segment],
    metadata: ArticleMetadata = ArticleMetadata(), protectedRanges: [TextRange] = [],
    emphasizedRanges: [TextRange] = [],
    directives: [SuppressionDirective] = []
  ) {
    self.input = input
    self.text = text
    self.offsetMap = offsetMap
    self.segments = segments
    self.metadata = metadata
    self.protectedRanges = protectedRanges
    self.emphasizedRanges = emphasizedRanges
    self.directives = directives
  }

  /// The places of segments without text between the segment before an index and the one at it.
  ///
  /// Only articles that came as strings have such places; for others the list is empty.
  public func blankSegments(before index: Int) -> [TextRange] {
    let start = index == 0 ? 0 : segments[index - 1].range.end + 1
    let end = index < segments.count ? segments[index].range.start : UInt32(text.count)
    return start < end ? (start..<end).map { TextRange(start: $0, end: $0) } : []
  }

  /// The number of code points in a range.
  public func codePointCount(in range: TextRange) -> Int {
    text[range.offsets].count { $0 & 0xC0 != 0x80 }
  }

  /// The article with offsets into the text that its input was taken from.
  ///
  /// - Parameters:
  ///   - outer: That text.
  ///   - map: Leads from this article's input to it.
  /// - Returns: The same article, with its segments and their text as they are.
  public func placed(in outer: InputText, through map: OffsetMap) -> Article {
    Article(
      input: outer, text: text, offsetMap: offsetMap.composed(with: map), segments: segments, metadata: metadata,
      protectedRanges: protectedRanges, emphasizedRanges: emphasizedRanges,
      directives: directives.map { directive in
        SuppressionDirective(
          kind: directive.kind, rules: directive.rules, reason: directive.reason,
          inputRange: map.inputRange(of: directive.inputRange))
      })
  }

  /// The text of a range.
  public func string(in range: TextRange) -> String {
    String(decoding: text[range.offsets], as: UTF8.self)
  }
}

/// What an article says of itself, in front matter or markup.
public struct ArticleMetadata: Sendable {
  /// The language of the copy.
  public var language: LanguageTag?
  /// The language it was translated from.
  public var sourceLanguage: LanguageTag?
  /// The file it was translated from.
  public var source: ArticleReference?
  /// The day of publication.
  public var date: CalendarDate?
  /// Rules, categories or `all` that front matter switches off.
  public var disabledRules: [String] = []

  /// Creates metadata that says nothing.
  public init() {}
}

/// A file that an article names.
public struct ArticleReference: Hashable, Sendable {
  /// The path, counted from the folder of the article.
  public let path: String
  /// Where the article names it.
  public let position: ArticleError.Position

  /// Creates a reference.
  public init(path: String, position: ArticleError.Position) {
    self.path = path
    self.position = position
  }
}

/// A comment in the copy that silences rules.
public struct SuppressionDirective: Hashable, Sendable {
  /// How far a directive reaches.
  public enum Kind: String, Sendable {
    /// From here to the next `enable` or the end.
    case disable
    /// Ends a `disable`.
    case enable
    /// The next line that is not empty.
    case disableNextLine = "disable-next-line"
  }

  /// How far it reaches.
  public let kind: Kind
  /// The rules or categories it names; empty means all.
  public let rules: [String]
  /// Why, or `nil` if the comment gives no reason.
  public let reason: String?
  /// The place of the comment in the input.
  public let inputRange: TextRange

  /// Creates a directive.
  public init(kind: Kind, rules: [String], reason: String?, inputRange: TextRange) {
    self.kind = kind
    self.rules = rules
    self.reason = reason
    self.inputRange = inputRange
  }
}

/// Why an input could not be read as an article.
public struct ArticleError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The path of the input.
  public let path: String
  /// The 1-based line and code-point column, or `nil` if the whole input is meant.
  public let position: Position?
  /// One clause that says what is wrong and what was expected.
  public let message: String

  /// A line and column.
  public struct Position: Hashable, Sendable {
    /// The 1-based line.
    public let line: Int
    /// The 1-based column in code points.
    public let column: Int

    /// Creates a position.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// Creates an error.
  public init(path: String, position: Position? = nil, message: String) {
    self.path = path
    self.position = position
    self.message = message
  }

  /// Path, position and message, as `story.txt:3:1: …`.
  public var description: String {
    guard let position else { return "\(path): \(message)" }
    return "\(path):\(position.line):\(position.column): \(message)"
  }
}
