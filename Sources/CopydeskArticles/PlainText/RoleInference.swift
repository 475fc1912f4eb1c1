// SPDX-License-Identifier: Apache-2.0

internal import CopydeskLanguageData
internal import CopydeskText

/// Tells the parts that blocks of text play in an article, from their form and place.
///
/// Nothing here knows the article's language. What only words can tell, such as which line is a share bar, is asked of
/// ``BoilerplateLine``, which knows the phrases of all languages.
struct RoleInference {
  let bytes: [UInt8]
  let lines: [TextLine]
  /// Whether the blocks are a whole article, so that what stands at the end is the end.
  let isWholeArticle: Bool

  /// The longest heading, in words and code points.
  private static let headingWords = 14
  private static let headingCodePoints = 110

  /// Gives each block without a role its role.
  func assignRoles(to blocks: inout [TextBlock]) {
    assignListItems(to: &blocks)
    for index in blocks.indices where blocks[index].role == nil { blocks[index].role = ownRole(of: blocks[index]) }
    guard let firstBody = blocks.indices.first(where: { isBody(blocks[$0]) }) else {
      assignWithoutBody(&blocks)
      return
    }
    assignTop(&blocks, firstBody: firstBody)
    let lastBody = blocks.indices.last { isBody(blocks[$0]) } ?? firstBody
    for index in blocks.indices where blocks[index].role == nil {
      if index > lastBody, isWholeArticle {
        blocks[index].role = isTrailingResidue(index, after: lastBody, in: blocks) ? .boilerplate : .paragraph
      } else {
        blocks[index].role = isHeading(index, in: blocks) ? .heading : .paragraph
      }
    }
  }

  private func isBody(_ block: TextBlock) -> Bool { block.role == nil && block.facts.isBody }

  // MARK: Roles a block has by itself

  /// The role that the block's own text gives it, or `nil` if its place must decide.
  private func ownRole(of block: TextBlock) -> SegmentRole? {
    RoleInference.role(of: text(of: block), block.facts, in: bytes)
  }

  /// The role that the text of a block gives it by itself, or `nil` if its place must decide.
  static func role(of text: TextRange, _ facts: BlockFacts, in bytes: [UInt8]) -> SegmentRole? {
    if PostSignature.ends(bytes, text) { return .embed }
    guard facts.codePoints <= 300 else { return nil }
    if CaptionLabel.starts(bytes, text) { return .caption }
    guard let line = BoilerplateLine(bytes[text.offsets]) else { return nil }
    if !line.classes.isDisjoint(with: [.embed, .embedPrefix]) { return .embed }
    // A label such as “Tags:” is not enough: what follows must be keywords, which the place decides.
    return line.classes.contains(.keywordLinePrefix) ? nil : .boilerplate
  }

  private func text(of block: TextBlock) -> TextRange {
    TextRange(
      Int(lines[block.lines.lowerBound].range.start) + (block.marker?.length ?? 0),
      Int(lines[block.lines.upperBound - 1].range.end))
  }

  private func assignListItems(to blocks: inout [TextBlock]) {
    for index in blocks.indices {
      let line = lines[blocks[index].lines.lowerBound]
      guard blocks[index].role == nil, let marker = BlockMarker(line.range, in: bytes) else { continue }
      blocks[index].marker = marker
    }
    for index in blocks.indices {
      guard let marker = blocks[index].marker else { continue }
      let before = index > 0 ? blocks[index - 1].marker : nil
      let after = index + 1 < blocks.count ? blocks[index + 1].marker : nil
      switch marker.kind {
      case .quotation: blocks[index].role = .quotation
      case .bullet: blocks[index].role = .listItem
      case .dash, .number, .letter:
        // The marker before may have been judged no marker already; then this one starts no list either.
        let isItem = marker.continues(before) && blocks[index - 1].role == .listItem || after?.continues(marker) == true
        blocks[index].role = isItem ? .listItem : nil
        if !isItem { blocks[index].marker = nil }
      }
    }
  }

  // MARK: The top

  private func assignTop(_ blocks: inout [TextBlock], firstBody: Int) {
    guard firstBody > 0 || isShortOpening(blocks, at: firstBody) else { return }
    var hasHeadline = false
    for index in blocks.indices.prefix(max(firstBody, 1)) where blocks[index].role == nil {
      let facts = blocks[index].facts
      guard facts.hasLetters else { continue }
      if !hasHeadline {
        blocks[index].role = facts.words <= 30 ? .headline : .paragraph
        hasHeadline = true
      } else if facts.isKeywordList || hasKeywordLabel(blocks[index]) {
        blocks[index].role = .keywordLine
      } else if !facts.endsSentence || facts.isOnlyHashtags {
        blocks[index].role = .standfirst
      }
    }
  }

  /// Whether the first block is body text by its end and yet a headline by its place: a short sentence
  /// with a period, with longer text behind it.
  private func isShortOpening(_ blocks: [TextBlock], at index: Int) -> Bool {
    guard index == 0, blocks.count > 2, blocks[0].facts.words <= 14, !blocks[0].facts.endsWithCall else { return false }
    let others = blocks.dropFirst().filter { isBody($0) }
    return others.count >= 2 && others.allSatisfy { $0.facts.words >= blocks[0].facts.words * 2 }
  }

  /// Whether a list of phrases follows a label of one or two words, as in `Tags: gangs, prisons, deportation`.
  private func hasKeywordLabel(_ block: TextBlock) -> Bool {
    let text = text(of: block)
    var spaces = 0
    for index in text.offsets.prefix(60) {
      if bytes[index] == 0x20 { spaces += 1 }
      guard bytes[index] == 0x3A else { continue }
      let rest = TextLines.trimmed(index + 1, Int(text.end), in: bytes)
      let facts = BlockFacts(bytes, [TextLine(range: rest, blankLinesBefore: 0)])
      return spaces <= 1 && facts.isKeywordList
    }
    return false
  }

  private func assignWithoutBody(_ blocks: inout [TextBlock]) {
    var isFirst = true
    for index in blocks.indices where blocks[index].role == nil {
      let facts = blocks[index].facts
      if isFirst, facts.hasLetters {
        isFirst = false
        blocks[index].role = facts.endsSentence || facts.isOpenEnded ? .paragraph : .headline
      } else if index <= 2, blocks[0].role == .headline, facts.isKeywordList {
        blocks[index].role = .keywordLine
      } else {
        blocks[index].role = .paragraph
      }
    }
  }

  // MARK: The body

  /// Whether a block is a heading: short, without the end of a sentence, with body text before and after.
  private func isHeading(_ index: Int, in blocks: [TextBlock]) -> Bool {
    let facts = blocks[index].facts
    guard facts.hasLetters, facts.words <= RoleInference.headingWords,
      facts.codePoints <= RoleInference.headingCodePoints, facts.startsLikeSentence, !facts.startsWithDash,
      !facts.endsSentence, !facts.isOpenEnded, !facts.isOnlyHashtags,
      !facts.opensQuotation || !facts.endsWithCall
    else { return false }
    // What follows must be text that the heading can head, perhaps below a second heading or a picture.
    var following = index + 1
    while following < blocks.count {
      let next = blocks[following]
      switch next.role {
      case .caption, .embed, .boilerplate: following += 1
      case .listItem, .quotation: return true
      default:
        if next.facts.isBody { return next.facts.words * 2 >= facts.words * 3 || next.facts.codePoints > 300 }
        // A run of short lines is a list, a poem or a table, not a stack of headings.
        guard following == index + 1, !next.facts.endsSentence, next.facts.hasLetters else {
          return next.facts.endsSentence && next.facts.words > facts.words
        }
        following += 1
      }
    }
    return false
  }

  /// Whether a short line behind the last body text is a widget's label and no signature.
  private func isTrailingResidue(_ index: Int, after lastBody: Int, in blocks: [TextBlock]) -> Bool {
    let facts = blocks[index].facts
    guard facts.words <= 8, !facts.endsSentence, blocks.filter({ isBody($0) || $0.role == .paragraph }).count >= 2
    else {
      return false
    }
    if facts.endsWithCall || !facts.hasLetters { return true }
    return blocks[lastBody..<index].contains { $0.role == .embed || $0.role == .boilerplate }
  }
}
