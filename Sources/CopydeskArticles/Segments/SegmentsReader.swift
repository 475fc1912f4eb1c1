// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// An article that came as a list of segments, and the way back to them.
public struct SegmentedArticle: Sendable {
  /// The article; its input is the segments, each followed by a line feed.
  public let article: Article
  private let starts: [Int]
  private let counts: [Int]

  fileprivate init(article: Article, starts: [Int], counts: [Int]) {
    self.article = article
    self.starts = starts
    self.counts = counts
  }

  /// A place inside a segment.
  public struct Place: Hashable, Sendable {
    /// The index of the segment in the list.
    public let segment: Int
    /// The range inside the segment's text.
    public let range: TextRange

    /// Creates a place.
    public init(segment: Int, range: TextRange) {
      self.segment = segment
      self.range = range
    }
  }

  /// The segment that holds the start of a range of the input, with the range inside it.
  ///
  /// A range that goes beyond the segment's end is cut there.
  ///
  /// - Precondition: The list has a segment.
  public func place(of range: TextRange) -> Place {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= Int(range.start) { low = middle } else { high = middle }
    }
    let start = min(Int(range.start) - starts[low], counts[low])
    let end = min(Int(range.end) - starts[low], counts[low])
    return Place(segment: low, range: TextRange(start, max(start, end)))
  }
}

extension ArticleReader {
  /// Reads a list of segments, as translation systems keep them.
  ///
  /// Each segment is one paragraph, heading or the like, with the line breaks inside it left alone. Segments may be a
  /// part of an article, so nothing is taken for residue because it stands at the end.
  ///
  /// - Parameters:
  ///   - segments: The texts.
  ///   - roles: The parts the segments play, by index; where one is missing it is inferred.
  ///   - path: A name for errors and reports.
  ///   - options: What a reader may ask about the words of a line.
  /// - Returns: The article with the way back to the segments.
  /// - Throws: ``ArticleError`` if the segments together are too large for one article.
  public static func read(
    segments: [String], roles: [SegmentRole?] = [], path: String, options: ReadingOptions = ReadingOptions()
  ) throws(ArticleError) -> SegmentedArticle {
    var bytes: [UInt8] = []
    var starts: [Int] = []
    var counts: [Int] = []
    bytes.reserveCapacity(segments.reduce(segments.count) { $0 + $1.utf8.count })
    for segment in segments {
      starts.append(bytes.count)
      bytes.append(contentsOf: segment.utf8)
      counts.append(bytes.count - (starts.last ?? 0))
      bytes.append(0x0A)
    }
    guard bytes.count <= InputText.maximumByteCount else {
      throw ArticleError(
        path: path,
        message:
          "the segments have \(bytes.count) bytes; at most \(InputText.maximumByteCount) can be read as one article")
    }
    var lines: [TextLine] = []
    var givenRoles: [SegmentRole?] = []
    for index in segments.indices {
      let range = TextLines.trimmed(starts[index], starts[index] + counts[index], in: bytes)
      guard !range.isEmpty else { continue }
      lines.append(TextLine(range: range, blankLinesBefore: 0))
      givenRoles.append(index < roles.count ? roles[index] : nil)
    }
    var blocks = PlainTextReader.blocks(lines, wrapping: nil, in: bytes)
    for index in blocks.indices { blocks[index].role = givenRoles[index] }
    RoleInference(bytes: bytes, lines: lines, options: options, isWholeArticle: false).assignRoles(to: &blocks)
    let input = InputText(path: path, bytes: bytes)
    var builder = ArticleBuilder(input: input)
    for (block, line) in zip(blocks, lines) {
      builder.beginSegment(block.role ?? .paragraph)
      builder.append(TextRange(Int(line.range.start) + (block.marker?.length ?? 0), Int(line.range.end)))
      builder.endSegment()
    }
    return SegmentedArticle(article: builder.finish(), starts: starts, counts: counts)
  }
}
