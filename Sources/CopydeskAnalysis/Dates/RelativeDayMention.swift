// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// A word such as “today” with a date beside it: `yesterday (March 16)`.
public struct RelativeDayMention: Hashable, Sendable {
  /// The word.
  public let word: TextRange
  /// From the word to the end of the date, with a closing bracket.
  public let range: TextRange
  /// How many days behind the article's day the word says: -1, 0 or 1.
  public let offset: Int
  /// The date, as an index into ``ArticleAnalysis/dates``.
  public let date: Int
}

extension ArticleAnalysis {
  /// The words for a day near the article's that have a date beside them, in text order.
  public var relativeDays: [RelativeDayMention] {
    guard let words = DateWords.shared.relativeDays[language.language] else { return [] }
    return dates.indices.compactMap { relativeDay(before: $0, words) }
  }

  /// The word that stands before a date, with a comma, bracket or preposition between the two.
  private func relativeDay(before index: Int, _ words: [UInt64: Int]) -> RelativeDayMention? {
    let date = dates[index]
    guard date.day != nil, date.month != nil else { return nil }
    let segment = segmentTokens[segmentIndex(at: date.range.start)]
    var position = date.tokens.lowerBound - 1
    var hasMark = false
    var hasBracket = false
    while segment.contains(position), date.tokens.lowerBound - position <= 4 {
      let token = tokens[position]
      if token.kind == .word, let offset = words[token.key] {
        // “today March 18” may be two phrases; a mark or the weekday joins them.
        guard hasMark || date.weekday != nil else { return nil }
        var end = date.range.end
        let next = date.tokens.upperBound
        if hasBracket, segment.contains(next), codePoint(of: tokens[next]) == 0x29 { end = tokens[next].end }
        return RelativeDayMention(
          word: token.range, range: TextRange(start: token.start, end: end), offset: offset, date: index)
      }
      switch codePoint(of: token) {
      case 0x2C where token.kind == .punctuation: hasMark = true
      case 0x28 where token.kind == .punctuation:
        hasMark = true
        hasBracket = true
      default:
        guard token.kind == .word,
          DateWords.shared.weekdayConnectors.contains(token.key) || words[token.key] != nil
        else { return nil }
      }
      position -= 1
    }
    return nil
  }
}
