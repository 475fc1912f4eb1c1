// SPDX-License-Identifier: Apache-2.0

public import CopydeskText
internal import CopydeskICU

/// Puts an article together from the pieces a reader finds.
///
/// A reader opens a segment, appends input ranges (or replacements for them) and closes it. The
/// builder brings the prose into normalization form C and keeps the offset map exact while it does.
public struct ArticleBuilder {
  private let input: InputText
  private var text: [UInt8] = []
  private var offsetMap = OffsetMap()
  private var segments: [Segment] = []
  private var protectedRanges: [TextRange] = []
  private var openSegment: (start: Int, role: SegmentRole, language: LanguageTag?)?
  private var protectedStart: Int?
  private var emphasizedRanges: [TextRange] = []
  private var emphasizedStart: Int?
  /// What the article says of itself.
  public var metadata = ArticleMetadata()
  /// Silencing comments found so far.
  public var directives: [SuppressionDirective] = []

  /// Creates a builder for an input.
  public init(input: InputText) {
    self.input = input
    text.reserveCapacity(input.bytes.count + 16)
  }

  /// Whether the open segment has no text yet.
  public var isSegmentEmpty: Bool { openSegment.map { $0.start == text.count } ?? true }

  /// Opens a segment; an open one is closed first.
  public mutating func beginSegment(_ role: SegmentRole, language: LanguageTag? = nil) {
    endSegment()
    openSegment = (text.count, role, language)
  }

  /// Closes the open segment; one without text leaves nothing behind.
  public mutating func endSegment() {
    guard let open = openSegment else { return }
    openSegment = nil
    guard text.count > open.start else { return }
    segments.append(Segment(range: TextRange(open.start, text.count), role: open.role, language: open.language))
    let end = offsetMap.pieces.last?.input.end ?? 0
    text.append(0x0A)
    offsetMap.appendReplaced(proseCount: 1, input: TextRange(start: end, end: end))
  }

  /// Marks the place of a segment without text by a line feed of its own.
  mutating func appendBlankSegment(at offset: UInt32) {
    endSegment()
    text.append(0x0A)
    offsetMap.appendReplaced(proseCount: 1, input: TextRange(start: offset, end: offset))
  }

  /// Appends a range of the input as it stands.
  public mutating func append(_ range: TextRange) {
    precondition(openSegment != nil, "text outside of a segment")
    var cursor = Int(range.start)
    let end = Int(range.end)
    while let (runStart, runEnd) = unnormalizedRun(from: cursor, to: end) {
      appendVerbatim(cursor, runStart)
      appendNormalized(runStart, runEnd)
      cursor = runEnd
    }
    appendVerbatim(cursor, end)
  }

  /// Appends text that stands for a range of the input, such as the character of an entity.
  public mutating func append(_ replacement: [UInt8], for range: TextRange) {
    precondition(openSegment != nil, "text outside of a segment")
    text.append(contentsOf: replacement)
    offsetMap.appendReplaced(proseCount: replacement.count, input: range)
  }

  /// Starts a part that no rule about wording may touch.
  public mutating func beginProtected() {
    if protectedStart == nil { protectedStart = text.count }
  }

  /// Ends the protected part.
  public mutating func endProtected() {
    if let start = protectedStart, start < text.count { protectedRanges.append(TextRange(start, text.count)) }
    protectedStart = nil
  }

  /// Starts words that the copy sets apart from the text around them.
  public mutating func beginEmphasized() {
    if emphasizedStart == nil { emphasizedStart = text.count }
  }

  /// Ends the emphasized words.
  public mutating func endEmphasized() {
    if let start = emphasizedStart, start < text.count { emphasizedRanges.append(TextRange(start, text.count)) }
    emphasizedStart = nil
  }

  /// The finished article.
  public consuming func finish() -> Article {
    endProtected()
    endEmphasized()
    endSegment()
    return Article(
      input: input, text: text, offsetMap: offsetMap, segments: segments, metadata: metadata,
      protectedRanges: protectedRanges, emphasizedRanges: emphasizedRanges, directives: directives)
  }

  // MARK: Normalization

  private mutating func appendVerbatim(_ start: Int, _ end: Int) {
    guard start < end else { return }
    text.append(contentsOf: input.bytes[start..<end])
    offsetMap.appendVerbatim(TextRange(start, end))
  }

  private mutating func appendNormalized(_ start: Int, _ end: Int) {
    let slice = input.bytes[start..<end]
    guard let normalized = try? Normalization.normalized(slice), !normalized.elementsEqual(slice) else {
      appendVerbatim(start, end)
      return
    }
    text.append(contentsOf: normalized)
    offsetMap.appendReplaced(proseCount: normalized.count, input: TextRange(start, end))
  }

  /// The next run that may not be in form C: from a boundary before the first suspicious character
  /// to the next boundary behind it, so that it can be normalized by itself.
  private func unnormalizedRun(from start: Int, to end: Int) -> (start: Int, end: Int)? {
    let bytes = input.bytes.span
    var boundary = start
    var index = start
    while index < end {
      // Everything below U+0300 is in form C by itself: skip it bytewise up to lead byte 0xCC.
      if bytes[index] < 0xCC {
        if bytes[index] & 0xC0 != 0x80 { boundary = index }
        index += 1
        continue
      }
      // So is Cyrillic from U+0400 to U+047F.
      if bytes[index] == 0xD0 || bytes[index] == 0xD1 {
        boundary = index
        index += 2
        continue
      }
      let (codePoint, length) = UTF8Decoder.codePoint(in: bytes, at: index)
      if Normalization.isPlain(codePoint) {
        boundary = index
        index += length
        continue
      }
      var runEnd = index + length
      while runEnd < end {
        let (next, nextLength) = UTF8Decoder.codePoint(in: bytes, at: runEnd)
        if Normalization.hasBoundary(before: next) { break }
        runEnd += nextLength
      }
      return (Normalization.hasBoundary(before: codePoint) ? index : boundary, runEnd)
    }
    return nil
  }
}
