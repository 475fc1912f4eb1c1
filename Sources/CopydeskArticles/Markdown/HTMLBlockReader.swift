// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// Takes the prose out of a block of raw HTML.
struct HTMLBlockReader {
  private let bytes: [UInt8]
  private let defaultRole: SegmentRole
  private var drafts: [SegmentDraft] = []
  private var draft: SegmentDraft?
  private var elements = OpenElements()
  private var roles: [(name: String, role: SegmentRole, language: LanguageTag?, isProtected: Bool)] = []
  /// The element whose content is skipped until its closing tag.
  private var skipped: String?

  private init(_ bytes: [UInt8], role: SegmentRole) {
    self.bytes = bytes
    defaultRole = role
  }

  /// The segments of the block; text outside of any element has the given role.
  static func drafts(in bytes: [UInt8], ranges: [Range<Int>], role: SegmentRole) -> [SegmentDraft] {
    var reader = HTMLBlockReader(bytes, role: role)
    for range in ranges { reader.read(range) }
    reader.endSegment()
    return reader.drafts
  }

  private static let skippedNames: Set<String> = [
    "script", "style", "template", "noscript", "iframe", "svg", "pre", "object", "video", "audio", "math",
  ]

  private static func role(of tag: HTMLTag) -> SegmentRole? {
    switch tag.name {
    case "h1", "h2", "h3", "h4", "h5", "h6": return .heading
    case "li", "dt", "dd", "td", "th": return .listItem
    case "figcaption", "caption": return .caption
    case "blockquote":
      let isPost = tag.classes.contains { name in
        ["twitter-tweet", "instagram-media", "tiktok-embed", "bluesky-embed", "mastodon-embed"].contains(name)
      }
      return isPost ? .embed : .quotation
    case "p", "div", "section", "article", "aside", "main", "header", "footer", "figure", "ul", "ol", "dl", "table",
      "tr",
      "thead", "tbody", "details", "summary", "center", "address", "form", "nav", "hr", "body", "html":
      return .paragraph
    default: return nil
    }
  }

  private mutating func read(_ range: Range<Int>) {
    var index = range.lowerBound
    while index < range.upperBound {
      if bytes[index] == 0x3C, let tag = HTMLTag(at: index, in: bytes, limit: range.upperBound) {
        read(tag, TextRange(index, tag.end))
        index = tag.end
        continue
      }
      var end = index + 1
      while end < range.upperBound, bytes[end] != 0x3C { end += 1 }
      if skipped == nil { readText(index, end) }
      index = end
    }
  }

  private mutating func read(_ tag: HTMLTag, _ range: TextRange) {
    if let name = skipped {
      if tag.isClosing, tag.name == name { skipped = nil }
      return
    }
    if HTMLBlockReader.skippedNames.contains(tag.name), !tag.isClosing {
      if !tag.isVoid { skipped = tag.name }
      return
    }
    if let role = HTMLBlockReader.role(of: tag) {
      endSegment()
      if tag.isClosing {
        if let index = roles.lastIndex(where: { $0.name == tag.name }) { roles.removeSubrange(index...) }
      } else if !tag.isVoid, roles.count < 256 {
        let outer = roles.last
        // A paragraph inside of a quotation is a quotation.
        let inherited = role == .paragraph ? outer?.role ?? role : role
        roles.append(
          (
            tag.name, inherited, tag.language.flatMap { LanguageTag($0) } ?? outer?.language,
            tag.isUntranslated || outer?.isProtected == true
          ))
      }
    } else if tag.name == "br" {
      draft?.pieces.append(.replacement([0x0A], range))
    } else if !tag.name.isEmpty {
      openSegment()
      if var current = draft {
        elements.apply(tag, to: &current.pieces)
        draft = current
      }
    }
  }

  /// Appends text with its references decoded and its white space collapsed.
  private mutating func readText(_ start: Int, _ end: Int) {
    var index = start
    var verbatim = start
    func flushed(_ pieces: inout [SegmentDraft.Piece], _ limit: Int) {
      if verbatim < limit { pieces.append(.verbatim(TextRange(verbatim, limit))) }
    }
    if draft == nil {
      index = Int(TextLines.trimmed(start, end, in: bytes).start)
      verbatim = index
      guard index < end else { return }
      openSegment()
    }
    guard var current = draft else { return }
    while index < end {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D {
        var from = index
        while from > verbatim, bytes[from - 1] == 0x20 || bytes[from - 1] == 0x09 { from -= 1 }
        flushed(&current.pieces, from)
        while index < end, bytes[index] <= 0x20 { index += 1 }
        current.pieces.append(.replacement([0x20], TextRange(from, index)))
        verbatim = index
      } else if byte == 0x26, let close = CharacterReference.end(at: index, in: bytes, limit: end),
        let text = CharacterReference.decoded(bytes[index..<close])
      {
        flushed(&current.pieces, index)
        current.pieces.append(.replacement(text, TextRange(index, close)))
        index = close
        verbatim = close
      } else {
        index += 1
      }
    }
    flushed(&current.pieces, end)
    draft = current
  }

  private mutating func openSegment() {
    guard draft == nil else { return }
    var fresh = SegmentDraft(roles.last?.role ?? defaultRole, language: roles.last?.language)
    fresh.hasPlainText = true
    if roles.last?.isProtected == true { fresh.pieces.append(.protectionStart) }
    elements = OpenElements()
    draft = fresh
  }

  private mutating func endSegment() {
    if var finished = draft, !finished.isBlank(in: bytes) {
      // White space before a closing tag is no part of the text.
      while case .replacement(let text, _)? = finished.pieces.last, text == [0x20] || text == [0x0A] {
        finished.pieces.removeLast()
      }
      drafts.append(finished)
    }
    draft = nil
  }
}
