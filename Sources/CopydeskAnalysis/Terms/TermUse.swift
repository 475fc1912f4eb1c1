// SPDX-License-Identifier: Apache-2.0

internal import CopydeskArticles
public import CopydeskTerminology
internal import CopydeskText

extension ArticleAnalysis {
  /// What is known of the day of publication.
  public var articleDate: ArticleDate {
    ArticleDate(context.date, notBefore: dateLowerBound)
  }

  /// The term that a match uses.
  public func term(of match: TermMatch) -> Term { context.termMatcher.entries[match.entry].term }

  /// The concept that a match names, as an index into the matcher's concepts.
  public func concept(of match: TermMatch) -> Int { context.termMatcher.entries[match.entry].concept }

  /// Whether the words of a place are the desk's own, so that rules about terms may judge them.
  ///
  /// Quotations, posts of others, residue, code and parts in other languages are not.
  public func isOwnWording(_ tokens: Range<Int>) -> Bool {
    let range = range(of: tokens)
    let index = segmentIndex(at: range.start)
    let segment = article.segments[index]
    switch segment.role {
    case .embed, .boilerplate, .code, .quotation: return false
    default: break
    }
    if let language = segment.language, !language.matches(self.language) { return false }
    return !isProtected(range) && !isQuoted(range)
  }

  /// The index of the sentence that holds a token.
  public func sentenceIndex(at token: Int) -> Int {
    var low = 0
    var high = sentences.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if sentences[middle].tokens.lowerBound <= token { low = middle } else { high = middle }
    }
    return low
  }

  /// The article right before a token of the same segment, or `nil`.
  public func articleToken(before index: Int) -> Int? {
    guard index > 0, tokens[index].traits.isDisjoint(with: .lineBreakBefore), tokens[index - 1].kind == .word,
      languageData.articles.contains(tokens[index - 1].key),
      segmentTokens[segmentIndex(at: tokens[index].start)].contains(index - 1)
    else { return nil }
    return index - 1
  }

  /// Whether a token begins a sentence, apart from quotation marks and brackets before it.
  public func beginsSentence(_ index: Int) -> Bool {
    let start = sentences[sentenceIndex(at: index)].tokens.lowerBound
    return tokens[start..<index].allSatisfy { $0.kind == .punctuation }
  }
}
