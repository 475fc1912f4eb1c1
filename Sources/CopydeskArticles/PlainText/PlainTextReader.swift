// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// Reads text without markup.
///
/// A line is a paragraph, as in what content management systems export, unless the lines are pieces of paragraphs
/// that an editor wrapped at a width; those are joined. Roles follow from form and place.
struct PlainTextReader {
  let input: InputText

  /// The article.
  func article() throws(ArticleError) -> Article {
    var builder = ArticleBuilder(input: input)
    let bytes = input.bytes
    let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    var lines = TextLines.lines(in: bytes, from: hasMark ? 3 : 0)
    lines = try withoutSilencingLines(lines, &builder)
    let wrapping = LineWrapping(lines, in: bytes)
    var blocks = PlainTextReader.blocks(lines, wrapping: wrapping, in: bytes)
    RoleInference(bytes: bytes, lines: lines, isWholeArticle: true).assignRoles(to: &blocks)
    for block in blocks { try append(block, lines, to: &builder) }
    builder.directives.sort { $0.inputRange < $1.inputRange }
    return builder.finish()
  }

  /// Takes out lines that hold only a silencing comment: they are neither text nor the end of a paragraph.
  private func withoutSilencingLines(
    _ lines: [TextLine], _ builder: inout ArticleBuilder
  ) throws(ArticleError) -> [TextLine] {
    var kept: [TextLine] = []
    kept.reserveCapacity(lines.count)
    var blankLines = 0
    for line in lines {
      let bytes = input.bytes
      if bytes[Int(line.range.start)] == 0x3C, bytes[Int(line.range.end) - 1] == 0x3E,
        let comment = SilencingComment.ranges(in: bytes, line.range).first, comment == line.range
      {
        builder.directives.append(try SilencingComment.directive(comment, in: input))
        blankLines += line.blankLinesBefore
      } else {
        kept.append(TextLine(range: line.range, blankLinesBefore: line.blankLinesBefore + blankLines))
        blankLines = 0
      }
    }
    return kept
  }

  /// Puts lines together that belong to one paragraph.
  static func blocks(_ lines: [TextLine], wrapping: LineWrapping?, in bytes: [UInt8]) -> [TextBlock] {
    var blocks: [TextBlock] = []
    blocks.reserveCapacity(lines.count)
    for index in lines.indices {
      if let wrapping, let last = blocks.last, wrapping.continues(index, lines),
        BlockMarker(lines[index].range, in: bytes) == nil
      {
        blocks[blocks.count - 1].lines = last.lines.lowerBound..<index + 1
      } else {
        blocks.append(
          TextBlock(
            lines: index..<index + 1, blankLinesBefore: lines[index].blankLinesBefore,
            facts: BlockFacts(bytes, lines[index..<index])))
      }
    }
    for index in blocks.indices { blocks[index].facts = BlockFacts(bytes, lines[blocks[index].lines]) }
    return blocks
  }

  // MARK: Text

  private func append(
    _ block: TextBlock, _ lines: [TextLine], to builder: inout ArticleBuilder
  ) throws(ArticleError) {
    builder.beginSegment(block.role ?? .paragraph)
    var previous: TextRange?
    for index in block.lines {
      var range = lines[index].range
      if index == block.lines.lowerBound, let marker = block.marker {
        range = TextRange(Int(range.start) + marker.length, Int(range.end))
      }
      if let previous { PlainTextReader.appendSoftBreak(previous, range, in: input.bytes, to: &builder) }
      previous = range
      try appendText(range, to: &builder)
    }
    builder.endSegment()
  }

  /// Appends text without the silencing comments in it.
  private func appendText(_ range: TextRange, to builder: inout ArticleBuilder) throws(ArticleError) {
    var start = Int(range.start)
    if input.bytes[range.offsets].contains(0x3C) {
      for comment in SilencingComment.ranges(in: input.bytes, range) {
        builder.directives.append(try SilencingComment.directive(comment, in: input))
        builder.append(TextRange(start, Int(comment.start)))
        start = Int(comment.end)
      }
    }
    builder.append(TextRange(start, Int(range.end)))
  }

  /// Appends what a line break inside a paragraph stands for: a space, or nothing between characters of
  /// scripts that are written without spaces.
  static func appendSoftBreak(
    _ before: TextRange, _ after: TextRange, in bytes: [UInt8], to builder: inout ArticleBuilder
  ) {
    if joinsWithoutSpace(before, after, in: bytes) { return }
    builder.append([0x20], for: TextRange(Int(before.end), Int(after.start)))
  }

  /// Whether a line break between two ranges stands for nothing: both sides are wide characters.
  static func joinsWithoutSpace(_ before: TextRange, _ after: TextRange, in bytes: [UInt8]) -> Bool {
    guard !before.isEmpty, !after.isEmpty else { return true }
    var last = Int(before.end) - 1
    while last > Int(before.start), bytes[last] & 0xC0 == 0x80 { last -= 1 }
    let left = UTF8Decoder.codePoint(in: bytes.span, at: last).codePoint
    let right = UTF8Decoder.codePoint(in: bytes.span, at: Int(after.start)).codePoint
    return left >= 0x2E80 && right >= 0x2E80 && UnicodeProperties.isWide(left) && UnicodeProperties.isWide(right)
  }
}
