// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// The tokens of one segment, by index; what lies outside of it is no word and no mark.
struct TokenWindow {
  let analysis: ArticleAnalysis
  let tokens: [Token]
  let segment: Range<Int>

  /// The segment that holds an offset of the article's text.
  init(_ analysis: ArticleAnalysis, at offset: UInt32) {
    self.analysis = analysis
    tokens = analysis.tokens
    segment = analysis.segmentTokens[analysis.segmentIndex(at: offset)]
  }

  /// The word at an index.
  func word(_ index: Int) -> Token? {
    guard segment.contains(index), tokens[index].kind == .word else { return nil }
    return tokens[index]
  }

  /// The key of the word at an index, or 0.
  func key(_ index: Int) -> UInt64 { word(index)?.key ?? 0 }

  /// The code point of the mark or symbol at an index, or 0.
  func mark(_ index: Int) -> UInt32 {
    guard segment.contains(index), tokens[index].kind == .punctuation || tokens[index].kind == .symbol else { return 0 }
    return analysis.codePoint(of: tokens[index])
  }

  /// Whether a number in digits stands at an index.
  func isNumber(_ index: Int) -> Bool { segment.contains(index) && tokens[index].kind == .number }

  /// Whether no space stands before the token at an index.
  func isTight(_ index: Int) -> Bool { segment.contains(index) && !tokens[index].traits.contains(.spaceBefore) }

  /// Whether a hyphen that joins words stands at an index.
  func isHyphen(_ index: Int) -> Bool {
    let mark = mark(index)
    return mark == 0x2D || mark == 0x2010 || mark == 0x2011
  }

  /// Whether a hyphen or dash stands at an index.
  func isDash(_ index: Int) -> Bool {
    let mark = mark(index)
    return mark == 0x2D || mark >= 0x2010 && mark <= 0x2015 || mark == 0x2212
  }

  /// Whether the token at an index has something written to it: a hyphen, a slash, a letter, a digit.
  func isJoined(at index: Int) -> Bool {
    guard isTight(index) else { return false }
    let mark = mark(index)
    return mark == 0 || isHyphen(index) || mark == 0x2F || mark == 0x5F || mark == 0x40
  }

  /// The text of the token at an index.
  func text(_ index: Int) -> String { analysis.string(of: tokens[index]) }

  /// What stands between the token before an index and the token at it.
  func gap(before index: Int) -> TextRange {
    TextRange(start: tokens[index - 1].end, end: tokens[index].start)
  }

  /// Whether a sentence starts with the token at an index.
  func isSentenceStart(_ index: Int) -> Bool {
    index == segment.lowerBound || analysis.startsSentence(at: index)
  }

  /// Whether the token behind a number is a noun it may count: a lowercase word with meaning of its own, in German any.
  func isCounted(_ index: Int) -> Bool {
    guard let word = word(index), !isTight(index), !word.traits.contains(.allCapitals) else { return false }
    if word.traits.contains(.capitalized), analysis.language.language != "de" { return false }
    return !analysis.languageData.functionWords.contains(word.key)
  }

  /// Whether the word before an index makes the number there a designation: `article 3`, `Route 66`, `No. 5`, `§ 3`.
  func isDesignated(_ index: Int) -> Bool {
    var before = index - 1
    switch mark(before) {
    case 0x2E: before -= 1
    case 0xA7, 0x23, 0x2116, 0xBA, 0xB0, 0x2F, 0x3D: return true
    default: break
    }
    guard let word = word(before) else { return false }
    if NumberWords.references.contains(word.key) { return true }
    if word.traits.contains(.hasDigit) || word.traits.contains(.allCapitals) { return true }
    guard word.traits.contains(.capitalized), !word.traits.contains(.clitic) else { return false }
    return analysis.language.language != "de" && !isSentenceStart(before)
  }
}

extension ArticleAnalysis {
  /// Whether a range is copy that a rule about the setting of numbers may judge: the desk's own prose in its language.
  func isNumberCopy(_ range: TextRange) -> Bool {
    isNewsCopy(range) && !isForeign(range)
  }
}
