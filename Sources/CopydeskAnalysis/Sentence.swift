// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// A sentence: a run of tokens inside one segment.
public struct Sentence: Hashable, Sendable {
  /// The sentence's tokens, as indices into the analysis's tokens; never empty.
  public let tokens: Range<Int>
  /// The index of its segment.
  public let segment: Int

  /// Creates a sentence.
  public init(tokens: Range<Int>, segment: Int) {
    self.tokens = tokens
    self.segment = segment
  }
}

enum SentenceSplitter {
  /// The sentences of a segment.
  ///
  /// A sentence ends with `.`, `!`, `?`, `…` or their full-width forms, with closing marks behind them,
  /// when the next token starts like a sentence: with a capital, a digit, or an opening mark. A period behind
  /// an abbreviation, an initial or a number inside a date ends none.
  static func sentences(
    tokens: [Token], range: Range<Int>, segment: Int, text: [UInt8], language: LanguageData
  ) -> [Sentence] {
    var sentences: [Sentence] = []
    var start = range.lowerBound
    var index = range.lowerBound
    while index < range.upperBound {
      guard isTerminator(tokens[index], text) else {
        index += 1
        continue
      }
      let terminator = index
      index += 1
      while index < range.upperBound, isTerminator(tokens[index], text) || isCloser(tokens[index], text) { index += 1 }
      guard index < range.upperBound else { break }
      if endsSentence(at: terminator, next: index, tokens: tokens, text: text, language: language) {
        sentences.append(Sentence(tokens: start..<index, segment: segment))
        start = index
      }
    }
    if start < range.upperBound { sentences.append(Sentence(tokens: start..<range.upperBound, segment: segment)) }
    return sentences
  }

  private static func codePoint(_ token: Token, _ text: [UInt8]) -> UInt32 {
    UTF8Decoder.codePoint(in: text.span, at: Int(token.start)).codePoint
  }

  private static func isTerminator(_ token: Token, _ text: [UInt8]) -> Bool {
    guard token.kind == .punctuation else { return false }
    switch codePoint(token, text) {
    case 0x2E, 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F, 0x61F, 0x6D4: return true
    default: return false
    }
  }

  private static func isCloser(_ token: Token, _ text: [UInt8]) -> Bool {
    guard token.kind == .punctuation, !token.traits.contains(.spaceBefore) else { return false }
    switch codePoint(token, text) {
    case 0x22, 0x27, 0x29, 0x5D, 0x201C, 0x201D, 0x2019, 0xBB, 0x203A: return true
    default: return false
    }
  }

  private static func endsSentence(
    at terminator: Int, next: Int, tokens: [Token], text: [UInt8], language: LanguageData
  ) -> Bool {
    let following = tokens[next]
    let mark = codePoint(tokens[terminator], text)
    if mark == 0x3002 || mark == 0xFF01 || mark == 0xFF1F { return true }
    guard following.traits.contains(.spaceBefore) else { return false }
    if following.kind == .word, !following.traits.contains(.capitalized), following.traits.contains(.hasLowercase) {
      return false
    }
    guard mark == 0x2E, terminator > 0 else { return true }
    let previous = tokens[terminator - 1]
    guard previous.kind == .word, !tokens[terminator].traits.contains(.spaceBefore) else {
      // "17. März": a number with a period before a capitalized word is an ordinal where dates are written so.
      return !(previous.kind == .number && previous.range.count <= 2 && language.writesOrdinalsWithPeriod)
    }
    if language.abbreviations.contains(previous.key) { return false }
    if following.kind == .number, language.numberAbbreviations.contains(previous.key) { return false }
    let isInitial = previous.traits.contains(.capitalized) && isOneLetter(previous, text)
    return !isInitial && !previous.traits.contains(.innerPeriod)
  }

  private static func isOneLetter(_ token: Token, _ text: [UInt8]) -> Bool {
    UTF8Decoder.codePoint(in: text.span, at: Int(token.start)).length == token.range.count
  }
}
