// SPDX-License-Identifier: Apache-2.0

internal import CopydeskArticles
internal import CopydeskICU
internal import CopydeskText

/// Pairs the quotation marks of an article.
///
/// What stands around a mark says whether it opens or closes; where that leaves it open, the marks that are still
/// open decide, then the habit of the shape. Quotations may run on into the following paragraphs. Marks that may
/// be apostrophes, primes or the sign of inches are never called unpaired.
struct QuotationFinder {
  private let article: Article
  private let tokens: [Token]

  /// A mark that waits for its partner.
  private struct OpenMark {
    let range: TextRange
    let mark: UInt32
    let segment: Int
    /// Whether a quotation with the same marks was opened and closed inside.
    var hasInnerOfItsKind = false
    /// Whether its paragraph ends with words about the speaker, so that the quotation does not go on behind it.
    var isCutShort = false
    /// Set for a mark that a second opening mark made look forgotten.
    var isShadowed = false
  }

  private var open: [OpenMark] = []
  private var quotations: [Quotation] = []
  private var unpaired: [UnpairedQuotationMark] = []
  /// The last closed quotation of the segment whose closing straight mark stands behind a digit.
  private var doubtfulClose: OpenMark?

  private init(_ article: Article, _ tokens: [Token]) {
    self.article = article
    self.tokens = tokens
  }

  static func quotations(of article: Article, tokens: [Token], segmentTokens: [Range<Int>]) -> Quotations {
    var finder = QuotationFinder(article, tokens)
    for (segment, range) in segmentTokens.enumerated() { finder.read(segment, range) }
    finder.giveUp(finder.open.indices.map { $0 })
    return Quotations(all: finder.quotations, unpaired: finder.unpaired)
  }

  // MARK: Segments

  /// Whether quotations run from one segment of the role into the next.
  private static func carriesOver(_ role: SegmentRole) -> Bool {
    switch role {
    // A question inside a quotation can look like a heading.
    case .paragraph, .quotation, .listItem, .standfirst, .heading: true
    default: false
    }
  }

  private mutating func read(_ segment: Int, _ range: Range<Int>) {
    doubtfulClose = nil
    if article.segments[segment].role == .code { return }
    if QuotationFinder.carriesOver(article.segments[segment].role) {
      readMarks(segment, range, isChained: true)
      forgetSingles()
      closeMerged(segment)
      if let last = open.indices.last, open[last].segment == segment, endsWithSpeaker(range) {
        open[last].isCutShort = true
      }
    } else {
      // A caption or post between two paragraphs of a quotation is no part of it.
      let waiting = open
      open = []
      readMarks(segment, range, isChained: false)
      forgetSingles()
      closeMerged(segment)
      giveUp(open.indices.map { $0 })
      open = waiting
    }
  }

  private mutating func readMarks(_ segment: Int, _ range: Range<Int>, isChained: Bool) {
    var index = range.lowerBound
    if isChained, !open.isEmpty { index = continuation(in: range) }
    while index < range.upperBound {
      guard let (mark, length) = mark(at: index, range) else {
        index += 1
        continue
      }
      let place = TextRange(start: tokens[index].start, end: tokens[index + length - 1].end)
      if !isProtected(place) { read(mark, at: place, context(index, length, range), segment) }
      index += length
    }
  }

  /// Passes over marks at the start of a paragraph that only say that a quotation goes on.
  private mutating func continuation(in range: Range<Int>) -> Int {
    var index = range.lowerBound
    var waiting = 0
    let expected = open.filter { !$0.isShadowed && !$0.isCutShort }
    while index < range.upperBound, waiting < expected.count, let (mark, length) = mark(at: index, range) {
      // Spanish and French repeat the closing mark instead: « … ¶ » … .
      let repeats = mark == expected[waiting].mark || QuotationMark.closes(expected[waiting].mark, mark)
      guard repeats else { break }
      waiting += 1
      index += length
    }
    return index
  }

  /// Whether a paragraph ends with a comma, a dash and a few words: `…, – заявила вона`.
  private func endsWithSpeaker(_ range: Range<Int>) -> Bool {
    var index = range.upperBound - 1
    var words = 0
    while index > range.lowerBound {
      let token = tokens[index]
      switch token.kind {
      case .word: words += 1
      case .punctuation:
        let mark = codePoint(at: index)
        if QuotationMark.contains(mark) || words > QuotationFinder.speakerWords { return false }
        let isDash = mark == 0x2D || (0x2012...0x2015).contains(mark)
        if words > 0, isDash, token.traits.contains(.spaceBefore) { return codePoint(at: index - 1) == 0x2C }
        if words > 0, mark == 0x2C { return words <= QuotationFinder.speakerWordsWithoutDash }
      default: return false
      }
      index -= 1
    }
    return false
  }

  private static let speakerWords = 6
  private static let speakerWordsWithoutDash = 2

  private func isProtected(_ range: TextRange) -> Bool {
    !article.protectedRanges.isEmpty && article.protectedRanges.contains { $0.overlaps(range) }
  }

  // MARK: Marks

  /// The mark that starts at a token with the number of its tokens; `''` is one mark, and so is `,,`.
  private func mark(at index: Int, _ range: Range<Int>) -> (mark: UInt32, length: Int)? {
    guard tokens[index].kind == .punctuation else { return nil }
    let codePoint = codePoint(at: index)
    let isDoubled =
      index + 1 < range.upperBound && tokens[index + 1].start == tokens[index].end
      && tokens[index + 1].kind == .punctuation && self.codePoint(at: index + 1) == codePoint
    switch codePoint {
    case QuotationMark.straightSingle, QuotationMark.rightSingle, QuotationMark.leftSingle:
      guard isDoubled else { return (codePoint, 1) }
      return (codePoint == QuotationMark.leftSingle ? QuotationMark.leftDouble : QuotationMark.straight, 2)
    case 0x2C:
      guard isDoubled, tokens[index].traits.contains(.spaceBefore), index + 2 < range.upperBound,
        !tokens[index + 2].traits.contains(.spaceBefore)
      else { return nil }
      return (QuotationMark.lowDouble, 2)
    default:
      return QuotationMark.contains(codePoint) ? (codePoint, 1) : nil
    }
  }

  private func codePoint(at index: Int) -> UInt32 {
    UTF8Decoder.codePoint(in: article.text.span, at: Int(tokens[index].start)).codePoint
  }

  /// What stands around a mark.
  private struct Context {
    /// The way the mark points by what stands around it.
    var direction = QuotationMark.Direction.either
    /// Whether a digit stands right before it.
    var followsDigit = false
    /// Whether a digit stands right behind it.
    var precedesDigit = false
  }

  private func context(_ index: Int, _ length: Int, _ range: Range<Int>) -> Context {
    var context = Context()
    let next = index + length
    let spaceBefore = index == range.lowerBound || tokens[index].traits.contains(.spaceBefore)
    let spaceAfter = next == range.upperBound || tokens[next].traits.contains(.spaceBefore)
    if !spaceBefore {
      context.followsDigit = tokens[index - 1].kind == .number || tokens[index - 1].traits.contains(.hasDigit)
    }
    if !spaceAfter { context.precedesDigit = tokens[next].kind == .number }
    let opensBefore = spaceBefore || opensAfter(tokens[index - 1], index - 1)
    let closesBehind = spaceAfter || closesBefore(next, range)
    switch (opensBefore, closesBehind) {
    case (true, false): context.direction = .opening
    case (false, true): context.direction = .closing
    default: break
    }
    return context
  }

  /// Whether a mark right behind the token may open: the token is an opening bracket, a dash, a slash, `¿`, `¡`.
  private func opensAfter(_ token: Token, _ index: Int) -> Bool {
    guard token.kind == .punctuation || token.kind == .symbol else { return endsElided(token) }
    switch codePoint(at: index) {
    case 0x28, 0x5B, 0x7B, 0x2D, 0x2F, 0xA1, 0xBF, 0x2010...0x2015, 0x3D, 0x2B, 0x3E, 0xFF08: return true
    case let mark where QuotationMark.contains(mark):
      if open.contains(where: { $0.range == token.range }) { return true }
      return QuotationMark.shape(of: mark) == .opening
    default: return false
    }
  }

  /// Whether the token is an elided word, as in d’« hystérique ».
  private func endsElided(_ token: Token) -> Bool {
    guard token.traits.contains(.hasApostrophe), let last = article.text[token.range.offsets].last else { return false }
    return last == 0x27 || last == 0x99
  }

  /// Whether a mark right before the token may close: the token is punctuation that ends or goes on.
  private func closesBefore(_ index: Int, _ range: Range<Int>) -> Bool {
    let token = tokens[index]
    if token.traits.contains(.clitic) { return true }
    guard token.kind == .punctuation || token.kind == .symbol else { return false }
    switch codePoint(at: index) {
    case 0x21, 0x29, 0x2C, 0x2D, 0x2E, 0x2F, 0x3A, 0x3B, 0x3F, 0x5D, 0x7D, 0x2010...0x2015, 0x3001, 0x3002, 0xFF01,
      0xFF09, 0xFF0C, 0xFF1A, 0xFF1B, 0xFF1F:
      return true
    case 0x2026:
      // “…and then” opens, “and then…” closes: what stands behind the ellipsis tells.
      return index + 1 == range.upperBound || tokens[index + 1].traits.contains(.spaceBefore)
    case let mark where QuotationMark.contains(mark):
      return index + 1 == range.upperBound || tokens[index + 1].traits.contains(.spaceBefore)
        || tokens[index + 1].kind == .punctuation
    default: return false
    }
  }

  private mutating func read(_ mark: UInt32, at range: TextRange, _ context: Context, _ segment: Int) {
    if QuotationMark.isSingle(mark) {
      readSingle(mark, at: range, context, segment)
      return
    }
    var direction = QuotationMark.shape(of: mark)
    if direction == .either { direction = context.direction }
    if direction == .either, mark == QuotationMark.leftDouble, expects(mark) { direction = .closing }
    if direction == .either { direction = QuotationMark.habit(of: mark) }
    if direction == .either { direction = expects(mark) ? .closing : .opening }
    switch direction {
    case .closing: close(mark, at: range, context, segment)
    case .opening, .either: push(mark, at: range, segment)
    }
  }

  /// Whether the last double mark that is still open can be closed by this one.
  private func expects(_ mark: UInt32) -> Bool {
    open.last { !QuotationMark.isSingle($0.mark) && !$0.isShadowed }.map { QuotationMark.closes($0.mark, mark) }
      ?? false
  }

  private mutating func push(_ mark: UInt32, at range: TextRange, _ segment: Int) {
    // A second opening mark of a kind that does not nest: the first one was forgotten, unless a closing mark too many
    // is still to come.
    if let index = open.lastIndex(where: { $0.mark == mark && !$0.isShadowed }),
      open[index].segment < segment || mark == QuotationMark.straight || mark == 0xFF02
    {
      open[index].isShadowed = true
    }
    open.append(OpenMark(range: range, mark: mark, segment: segment))
  }

  private mutating func close(_ mark: UInt32, at range: TextRange, _ context: Context, _ segment: Int) {
    let partner =
      open.lastIndex { QuotationMark.closes($0.mark, mark) && !$0.isShadowed }
      ?? open.lastIndex { QuotationMark.closes($0.mark, mark) }
    guard let partner else {
      closeNothing(mark, at: range, context)
      return
    }
    // Marks opened since then have no partner; a shadowed one may still find its own.
    giveUp(open.indices.filter { $0 > partner && !open[$0].isShadowed })
    let opening = open[partner]
    if let outer = open.indices.last(where: { $0 < partner && open[$0].mark == opening.mark }) {
      open[outer].hasInnerOfItsKind = true
    }
    open.remove(at: partner)
    if mark == QuotationMark.straight, context.followsDigit { doubtfulClose = opening }
    quotations.append(
      Quotation(
        range: opening.range.union(range), opening: opening.range, closing: range, openingMark: opening.mark,
        closingMark: mark, depth: partner))
  }

  private mutating func closeNothing(_ mark: UInt32, at range: TextRange, _ context: Context) {
    // 5'11" and a 12” screen are lengths.
    if context.followsDigit, mark == QuotationMark.straight || mark == QuotationMark.rightDouble { return }
    if mark == QuotationMark.straight, let opening = doubtfulClose {
      // "a 12" screen": what seemed to close was the sign of inches.
      doubtfulClose = nil
      quotations.append(
        Quotation(
          range: opening.range.union(range), opening: opening.range, closing: range, openingMark: opening.mark,
          closingMark: mark, depth: open.count))
      return
    }
    unpaired.append(UnpairedQuotationMark(range: range, missing: .opening))
  }

  // MARK: Single marks

  private mutating func readSingle(_ mark: UInt32, at range: TextRange, _ context: Context, _ segment: Int) {
    let partner = open.lastIndex { QuotationMark.isSingle($0.mark) && QuotationMark.closes($0.mark, mark) }
    if let partner, context.direction != .opening, open[partner...].dropFirst().allSatisfy(\.isShadowed) {
      let opening = open.remove(at: partner)
      quotations.append(
        Quotation(
          range: opening.range.union(range), opening: opening.range, closing: range, openingMark: opening.mark,
          closingMark: mark, depth: partner))
      return
    }
    // ’90s and the workers’ are apostrophes.
    guard mark != QuotationMark.rightSingle, context.direction == .opening, !context.precedesDigit else { return }
    open.append(OpenMark(range: range, mark: mark, segment: segment))
  }

  /// Single marks do not wait beyond their paragraph, as they may have been apostrophes; ‚ never is one.
  private mutating func forgetSingles() {
    open.removeAll { QuotationMark.isSingle($0.mark) && $0.mark != QuotationMark.lowSingle }
  }

  // MARK: Ends

  /// Closes «a «b» — in Russian and Ukrainian copy one » ends both — with the segment.
  private mutating func closeMerged(_ segment: Int) {
    while let last = open.last, last.segment == segment, last.hasInnerOfItsKind,
      last.mark == QuotationMark.leftGuillemet,
      let inner = quotations.last(where: { $0.openingMark == last.mark && last.range.end <= $0.range.start })
    {
      open.removeLast()
      quotations.append(
        Quotation(
          range: TextRange(start: last.range.start, end: inner.range.end), opening: last.range, closing: inner.closing,
          openingMark: last.mark, closingMark: inner.closingMark, depth: open.count))
    }
  }

  /// Records marks that nothing closes, and takes them off the list.
  private mutating func giveUp(_ indices: [Int]) {
    for index in indices {
      let mark = open[index]
      if !QuotationMark.isSingle(mark.mark) || mark.mark == QuotationMark.lowSingle {
        unpaired.append(UnpairedQuotationMark(range: mark.range, missing: .closing))
      }
      quotations.append(
        Quotation(
          range: TextRange(start: mark.range.start, end: article.segments[mark.segment].range.end), opening: mark.range,
          closing: nil, openingMark: mark.mark, closingMark: nil, depth: index))
    }
    for index in indices.reversed() { open.remove(at: index) }
  }
}
