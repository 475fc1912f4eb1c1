// SPDX-License-Identifier: Apache-2.0

internal import CopydeskMarkdown
internal import CopydeskText

/// Reads Markdown with YAML front matter.
struct MarkdownReader {
  private let input: InputText
  private let bytes: [UInt8]

  private var drafts: [SegmentDraft] = []
  private var draft: SegmentDraft?
  /// Captions of images in the open segment, which follow it.
  private var captions: [SegmentDraft] = []
  private var imageDepth = 0
  private var strongDepth = 0
  private var elements = OpenElements()
  private var quotationDepth = 0
  private var listItemDepth = 0
  private var isInCodeBlock = false
  private var htmlRanges: [Range<Int>]?
  /// Every range of raw HTML, where silencing comments may stand.
  private var rawHTML: [Range<Int>] = []
  /// The end of the last text of the segment, and a line break that waits for the next.
  private var previousEnd = 0
  private var pendingBreak: UInt8?

  /// Reads an input.
  ///
  /// - Throws: ``ArticleError`` if the front matter or a silencing comment cannot be understood.
  static func article(_ input: InputText) throws(ArticleError) -> Article {
    var builder = ArticleBuilder(input: input)
    var start = input.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var drafts: [SegmentDraft] = []
    if let frontMatter = try FrontMatter(input) {
      builder.metadata = frontMatter.metadata
      drafts = frontMatter.drafts
      start = frontMatter.end
    }
    let hasTitle = drafts.contains { $0.role == .headline }
    var reader = MarkdownReader(input)
    for event in MarkdownParser.events(in: input.bytes, range: start..<input.bytes.count) { reader.read(event) }
    reader.endSegment()
    drafts += reader.drafts
    reader.assignRoles(to: &drafts, hasTitle: hasTitle)
    for draft in drafts where !draft.isBlank(in: input.bytes) { draft.append(to: &builder) }
    for range in reader.rawHTML {
      for comment in SilencingComment.ranges(in: input.bytes, TextRange(range.lowerBound, range.upperBound)) {
        builder.directives.append(try SilencingComment.directive(comment, in: input))
      }
    }
    builder.directives.sort { $0.inputRange < $1.inputRange }
    return builder.finish()
  }

  private init(_ input: InputText) {
    self.input = input
    bytes = input.bytes
  }

  // MARK: Events

  private mutating func read(_ event: MarkdownEvent) {
    switch event.kind {
    case .enter(let block): enter(block)
    case .leave(let block): leave(block)
    case .enterSpan(let span): enter(span)
    case .leaveSpan(let span): leave(span)
    case .text(let kind): read(kind, event.range)
    }
  }

  private mutating func enter(_ block: MarkdownBlock) {
    endSegment()
    switch block {
    case .quotation: quotationDepth += 1
    case .listItem: listItemDepth += 1
    case .heading(let level): begin(level == 1 ? .headline : .heading)
    case .paragraph: begin(proseRole)
    case .tableCell: begin(.listItem)
    case .code:
      begin(.code)
      draft?.pieces.append(.protectionStart)
      isInCodeBlock = true
    case .html: htmlRanges = []
    case .document, .list, .rule, .tablePart: break
    }
  }

  private mutating func leave(_ block: MarkdownBlock) {
    if case .html = block, let ranges = htmlRanges {
      htmlRanges = nil
      let merged = mergedAcrossLineBreaks(ranges)
      rawHTML += merged
      drafts += HTMLBlockReader.drafts(in: bytes, ranges: merged, role: proseRole)
      return
    }
    endSegment()
    switch block {
    case .quotation: quotationDepth -= 1
    case .listItem: listItemDepth -= 1
    case .code: isInCodeBlock = false
    default: break
    }
  }

  /// The role of running text where the reader stands.
  private var proseRole: SegmentRole {
    if quotationDepth > 0 { return .quotation }
    return listItemDepth > 0 ? .listItem : .paragraph
  }

  private mutating func enter(_ span: MarkdownSpan) {
    switch span {
    case .strong: strongDepth += 1
    case .image:
      imageDepth += 1
      if imageDepth == 1 { captions.append(SegmentDraft(.caption)) }
    case .code:
      // Text of a tight list item comes without a paragraph around it.
      if draft == nil { begin(proseRole) }
      if imageDepth == 0 { draft?.pieces.append(.protectionStart) }
    case .emphasis:
      if draft == nil { begin(proseRole) }
      if imageDepth == 0 { draft?.pieces.append(.emphasisStart) }
    case .link, .other: break
    }
  }

  private mutating func leave(_ span: MarkdownSpan) {
    switch span {
    case .strong: strongDepth -= 1
    case .image: imageDepth -= 1
    case .code: if imageDepth == 0 { draft?.pieces.append(.protectionEnd) }
    case .emphasis: if imageDepth == 0 { draft?.pieces.append(.emphasisEnd) }
    case .link, .other: break
    }
  }

  private mutating func read(_ kind: MarkdownText, _ range: Range<Int>?) {
    if htmlRanges != nil {
      if let range, !range.isEmpty { htmlRanges?.append(range) }
      return
    }
    switch kind {
    case .softBreak: pendingBreak = 0x20
    case .hardBreak: pendingBreak = 0x0A
    case .normal, .code, .null:
      guard let range else {
        // The line breaks and the indentation of code blocks come from nowhere.
        append(.replacement([kind == .null ? 0x3F : 0x0A], TextRange(previousEnd, previousEnd)))
        return
      }
      guard !range.isEmpty else { return }
      let text = TextRange(range.lowerBound, range.upperBound)
      append(kind == .null ? .replacement(Array("\u{FFFD}".utf8), text) : .verbatim(text), range)
    case .entity:
      guard let range else { return }
      let text = TextRange(range.lowerBound, range.upperBound)
      let decoded = CharacterReference.decoded(bytes[range])
      append(decoded.map { .replacement($0, text) } ?? .verbatim(text), range)
    case .html:
      guard let range else { return }
      readInlineHTML(range)
    }
  }

  private mutating func readInlineHTML(_ range: Range<Int>) {
    rawHTML.append(range)
    guard imageDepth == 0, let tag = HTMLTag(at: range.lowerBound, in: bytes, limit: range.upperBound) else { return }
    if tag.isModelToken {
      append(.verbatim(TextRange(range.lowerBound, range.upperBound)), range)
      return
    }
    if draft == nil { begin(proseRole) }
    if tag.name == "br", !tag.isClosing {
      draft?.pieces.append(.replacement([0x0A], TextRange(range.lowerBound, range.upperBound)))
      previousEnd = range.upperBound
      pendingBreak = nil
    } else if var current = draft {
      flushBreak(before: range.lowerBound, &current)
      elements.apply(tag, to: &current.pieces)
      draft = current
    }
  }

  // MARK: Segments

  private mutating func begin(_ role: SegmentRole) {
    endSegment()
    draft = SegmentDraft(role)
    elements = OpenElements()
    pendingBreak = nil
  }

  private mutating func endSegment() {
    if let finished = draft, !finished.isBlank(in: bytes) { drafts.append(finished) }
    draft = nil
    drafts += captions.filter { !$0.isBlank(in: bytes) }
    captions = []
    pendingBreak = nil
    strongDepth = 0
    imageDepth = 0
  }

  private mutating func append(_ piece: SegmentDraft.Piece, _ range: Range<Int>? = nil) {
    if imageDepth > 0, !captions.isEmpty {
      if let lineBreak = pendingBreak, let range, !captions[captions.count - 1].pieces.isEmpty {
        captions[captions.count - 1].pieces.append(.replacement([lineBreak], breakRange(before: range.lowerBound)))
      }
      pendingBreak = nil
      captions[captions.count - 1].pieces.append(piece)
      captions[captions.count - 1].hasPlainText = true
    } else {
      if draft == nil { begin(proseRole) }
      guard var current = draft else { return }
      if let range { flushBreak(before: range.lowerBound, &current) }
      current.pieces.append(piece)
      if strongDepth == 0 { current.hasPlainText = true }
      draft = current
    }
    if let range { previousEnd = range.upperBound }
  }

  /// Appends the line break that waits for text behind it.
  private mutating func flushBreak(before start: Int, _ draft: inout SegmentDraft) {
    guard let lineBreak = pendingBreak else { return }
    pendingBreak = nil
    guard !draft.pieces.isEmpty else { return }
    let range = breakRange(before: start)
    if lineBreak == 0x20, isBetweenIdeographs(range, start) { return }
    draft.pieces.append(.replacement([lineBreak], range))
  }

  /// The line break between the last text and the next, with the signs of quotations and lists behind it but without
  /// the markup before it.
  private func breakRange(before start: Int) -> TextRange {
    var index = min(previousEnd, start)
    while index < start, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    let from = index
    while index < start, bytes[index] <= 0x20 || bytes[index] == 0x3E { index += 1 }
    return TextRange(from, index)
  }

  private func isBetweenIdeographs(_ range: TextRange, _ start: Int) -> Bool {
    guard range.start > 0, start < bytes.count, bytes[start] >= 0xE3 else { return false }
    let before = TextRange(max(0, Int(range.start) - 3), Int(range.start))
    return PlainTextReader.joinsWithoutSpace(before, TextRange(start, min(bytes.count, start + 3)), in: bytes)
  }

  /// Ranges joined where only a line break stands between them.
  private func mergedAcrossLineBreaks(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges {
      if let last = merged.last, last.upperBound <= range.lowerBound,
        bytes[last.upperBound..<range.lowerBound].allSatisfy({ $0 <= 0x20 })
      {
        merged[merged.count - 1] = last.lowerBound..<range.upperBound
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  // MARK: Roles

  /// Gives paragraphs the roles that only their words tell, and headings theirs by place.
  private func assignRoles(to drafts: inout [SegmentDraft], hasTitle: Bool) {
    // A title in front matter is often repeated as the first heading; later ones head parts of the article.
    var headlinesLeft = hasTitle ? 2 : 1
    var seenBody = false
    for index in drafts.indices {
      switch drafts[index].role {
      case .headline:
        if seenBody || headlinesLeft == 0 { drafts[index].role = .heading } else { headlinesLeft -= 1 }
      case .paragraph:
        let text = drafts[index].text(from: bytes)
        drafts[index].role = role(ofParagraph: drafts[index], text, isAtTop: !seenBody && headlinesLeft < 2)
        if drafts[index].role == .paragraph { seenBody = true }
      case .listItem, .quotation, .heading: seenBody = true
      case .standfirst, .caption, .keywordLine, .embed, .boilerplate, .code: break
      }
    }
  }

  private func role(ofParagraph draft: SegmentDraft, _ text: [UInt8], isAtTop: Bool) -> SegmentRole {
    let line = TextLine(range: TextLines.trimmed(0, text.count, in: text), blankLinesBefore: 0)
    let facts = BlockFacts(text, [line])
    if let role = RoleInference.role(of: line.range, facts, in: text) { return role }
    guard facts.codePoints <= 300 else { return .paragraph }
    if isAtTop, facts.isKeywordList { return .keywordLine }
    let isBoldLine = !draft.hasPlainText && facts.words <= 14 && !facts.endsSentence && !facts.isOpenEnded
    return isBoldLine && facts.hasLetters ? .heading : .paragraph
  }
}
