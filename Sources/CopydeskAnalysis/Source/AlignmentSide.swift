// SPDX-License-Identifier: Apache-2.0

public import CopydeskArticles
internal import CopydeskICU
public import CopydeskText

/// The segments of one article as an alignment sees them.
public struct AlignmentSide: Sendable {
  /// The text of the article.
  let text: [UInt8]
  /// The tokens of all segments.
  let tokens: [Token]
  /// The tokens of each segment, as indices into `tokens`.
  let segmentTokens: [Range<Int>]
  /// The length of each segment in code points, at least 1.
  let lengths: [Int]
  /// The part each segment plays.
  let roles: [SegmentRole]
  /// What the marks of each segment tell about it.
  let shapes: [SegmentShape]

  /// The numbers and dates of each segment.
  let values: [[AnchorKey]]
  /// Whether the language writes foreign names by syllables, which cannot tell some sounds apart.
  let isSyllabic: Bool

  /// Takes an article with what was read of it.
  public init(
    article: Article, tokens: [Token], segmentTokens: [Range<Int>], quantities: [Quantity], dates: [DateMention]
  ) {
    text = article.text
    roles = article.segments.map(\.role)
    self.tokens = tokens
    self.segmentTokens = segmentTokens
    lengths = article.segments.map { segment in
      max(1, article.codePointCount(in: segment.range))
    }
    shapes = segmentTokens.map { SegmentShape(tokens[$0], in: article.text) }
    var values = [[AnchorKey]](repeating: [], count: segmentTokens.count)
    var segment = 0
    for quantity in quantities where quantity.kind != .date {
      while segmentTokens[segment].upperBound <= quantity.tokens.lowerBound { segment += 1 }
      values[segment].append(AnchorKey(quantity.value))
    }
    segment = 0
    for date in dates {
      guard let token = (date.month ?? date.weekday)?.token else { continue }
      while segmentTokens[segment].upperBound <= token { segment += 1 }
      if let month = date.month { values[segment].append(AnchorKey(month: month.value)) }
      if let weekday = date.weekday { values[segment].append(AnchorKey(weekday: weekday.value)) }
    }
    self.values = values
    isSyllabic = tokens.contains { $0.script == .katakana }
  }

  /// The number of segments.
  var count: Int { lengths.count }
}

/// Marks that translators keep: most of what is quoted, asked or bracketed is so in both languages.
struct SegmentShape: OptionSet, Hashable, Sendable {
  let rawValue: UInt8

  static let quotation = SegmentShape(rawValue: 1 << 0)
  static let question = SegmentShape(rawValue: 1 << 1)
  static let brackets = SegmentShape(rawValue: 1 << 2)
  static let exclamation = SegmentShape(rawValue: 1 << 3)

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  init(_ tokens: ArraySlice<Token>, in text: [UInt8]) {
    var shape: SegmentShape = []
    for token in tokens where token.kind == .punctuation || token.kind == .symbol {
      switch UTF8Decoder.codePoint(in: text.span, at: Int(token.start)).codePoint {
      case 0x22, 0xAB, 0xBB, 0x201C...0x201E, 0x300C...0x300F, 0xFF02: shape.insert(.quotation)
      case 0x3F, 0x61F, 0xFF1F: shape.insert(.question)
      case 0x28, 0xFF08: shape.insert(.brackets)
      case 0x21, 0xFF01: shape.insert(.exclamation)
      default: break
      }
    }
    self = shape
  }
}
