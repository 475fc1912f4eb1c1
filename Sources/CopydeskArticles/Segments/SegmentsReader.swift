// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

extension ArticleReader {
  /// Reads an input whose segments are known, as translation systems keep them.
  ///
  /// Each segment is one paragraph, heading or the like, with the line breaks inside it left alone. Segments may be a
  /// part of an article, so nothing is taken for residue because it stands at the end. White space around a segment is
  /// left out. A segment of nothing else is no segment of the article, but leaves a line feed between
  /// those around it that leads to its place, so that a finding can point there.
  ///
  /// - Parameters:
  ///   - input: The input.
  ///   - segments: The places of the segments, in order and without overlap.
  ///   - roles: The parts the segments play, by index; where one is missing it is inferred.
  /// - Returns: The article.
  public static func read(_ input: InputText, segments: [TextRange], roles: [SegmentRole?] = []) -> Article {
    let bytes = input.bytes
    var lines: [TextLine] = []
    var givenRoles: [SegmentRole?] = []
    var blanks: [[UInt32]] = [[]]
    for (index, segment) in segments.enumerated() {
      let range = TextLines.trimmed(Int(segment.start), Int(segment.end), in: bytes)
      guard !range.isEmpty else {
        blanks[blanks.count - 1].append(segment.start)
        continue
      }
      blanks.append([])
      lines.append(TextLine(range: range, blankLinesBefore: 0))
      givenRoles.append(index < roles.count ? roles[index] : nil)
    }
    var blocks = PlainTextReader.blocks(lines, wrapping: nil, in: bytes)
    for index in blocks.indices { blocks[index].role = givenRoles[index] }
    RoleInference(bytes: bytes, lines: lines, isWholeArticle: false).assignRoles(to: &blocks)
    var builder = ArticleBuilder(input: input)
    for ((block, line), blanks) in zip(zip(blocks, lines), blanks) {
      for blank in blanks { builder.appendBlankSegment(at: blank) }
      builder.beginSegment(block.role ?? .paragraph)
      if block.role == .code { builder.beginProtected() }
      builder.append(TextRange(Int(line.range.start) + (block.marker?.length ?? 0), Int(line.range.end)))
      builder.endProtected()
      builder.endSegment()
    }
    for blank in blanks[blocks.count] { builder.appendBlankSegment(at: blank) }
    return builder.finish()
  }
}
