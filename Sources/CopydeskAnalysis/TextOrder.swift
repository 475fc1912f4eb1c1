// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

// Lists of an analysis are in text order, so that what stands at a place is found without reading them from the start.
// An archive page may have tens of thousands of sentences and numbers.

extension Array {
  /// The elements that stand at some tokens, as a range of indices; the list must be in text order.
  func indices(of tokens: Range<Int>, at token: (Element) -> Int) -> Range<Int> {
    func firstIndex(notBefore bound: Int) -> Int {
      var (low, high) = (0, count)
      while low < high {
        let middle = (low + high) / 2
        if token(self[middle]) < bound { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let start = firstIndex(notBefore: tokens.lowerBound)
    return start..<Swift.max(start, firstIndex(notBefore: tokens.upperBound))
  }
}

extension ArticleAnalysis {
  /// Whether a sentence starts with the token at an index.
  public func startsSentence(at token: Int) -> Bool {
    !sentences.indices(of: token..<token + 1) { $0.tokens.lowerBound }.isEmpty
  }

  /// The sentence that holds the token at an index.
  public func sentence(at token: Int) -> Sentence? {
    let index = sentences.indices(of: token..<token) { $0.tokens.upperBound - 1 }.lowerBound
    return index < sentences.count && sentences[index].tokens.contains(token) ? sentences[index] : nil
  }

  /// Whether a date holds the token at an index.
  public func isInDate(_ token: Int) -> Bool {
    let index = dates.indices(of: token..<token) { $0.tokens.upperBound - 1 }.lowerBound
    return index < dates.count && dates[index].tokens.contains(token)
  }

  /// The runs of another language in a segment.
  public func foreignRuns(inSegment segment: Int) -> ArraySlice<ForeignRun> {
    foreignRuns[foreignRuns.indices(of: segment..<segment + 1) { $0.segment }]
  }

  /// The dates that start at some tokens.
  public func dates(startingIn tokens: Range<Int>) -> ArraySlice<DateMention> {
    dates[dates.indices(of: tokens) { $0.tokens.lowerBound }]
  }

  /// Whether a run of another language takes a part of a range.
  public func isForeign(_ range: TextRange) -> Bool {
    let start = Int(range.start) + 1
    let index = foreignRuns.indices(of: start..<start) { Int(tokens[$0.tokens.upperBound - 1].end) }.lowerBound
    return index < foreignRuns.count && tokens[foreignRuns[index].tokens.lowerBound].start < range.end
  }
}
