// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports the remains of a social media post that was copied as text.
struct PastedEmbed: Rule {
  static let metadata = RuleMetadata(
    id: "boilerplate/pasted-embed",
    summary: "Reports the remains of a social media post that was copied as text.",
    rationale: """
      A post copied as text turns into a paragraph that ends in “pic.twitter.com/… — Name (@account) March 17, 2025”. \
      Readers cannot tell where the quotation begins, and the address leads nowhere.
      """,
    severity: .error,
    type: .other,
    examples: [
      Example("They landed today. ⟦pic.twitter.com/jQ3xYz81ab — Canal Ocho (@canalocho) March 17, 2025⟧"),
      Example("They landed today. ⟦— Canal Ocho (@canalocho) 17 de marzo de 2025⟧", language: "es"),
      Example("They landed today ⟦pic.x.com/jQ3xYz81ab⟧"),
      Example("They landed today.\n\n⟦View this post on Instagram⟧\n\n⟦A post shared by Canal Ocho (@canalocho)⟧"),
      Example("Sie landeten heute.\n\n⟦Ein Beitrag geteilt von Canal Ocho (@canalocho)⟧", language: "de"),
      Example("The ministry (@ministerio) wrote on March 17, 2025 that all had landed."),
      Example("His account — the one he opened in May — was @canalocho."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    for (index, tokens) in analysis.segmentTokens.enumerated() where analysis.article.segments[index].role != .code {
      var position = tokens.lowerBound
      while position < tokens.upperBound {
        guard let residue = residue(at: position, in: tokens, of: analysis) else {
          position += 1
          continue
        }
        let range = analysis.range(of: residue)
        if !analysis.isProtected(range) {
          report(.embed, at: range, fixes: [.removing(range, .needsReview)])
        }
        position = residue.upperBound
      }
    }
    report.boilerplate(.embed, in: analysis, fix: .needsReview) { _ in .frame }
  }

  /// The tokens of an image address or a signature that start here, with a signature right behind the address.
  private func residue(at start: Int, in segment: Range<Int>, of analysis: ArticleAnalysis) -> Range<Int>? {
    switch analysis.tokens[start].kind {
    case .link where isImageAddress(analysis.tokens[start], of: analysis):
      let next = start + 1
      let end = next < segment.upperBound ? signatureEnd(at: next, in: segment, of: analysis) : nil
      return start..<(end ?? next)
    case .punctuation:
      return signatureEnd(at: start, in: segment, of: analysis).map { start..<$0 }
    default:
      return nil
    }
  }

  /// Whether a link is the short address that a network gives to a picture or link inside a post.
  private func isImageAddress(_ token: Token, of analysis: ArticleAnalysis) -> Bool {
    let text = analysis.article.text[token.range.offsets]
    return ["pic.twitter.com/", "pic.x.com/", "https://t.co/", "http://t.co/", "t.co/"].contains { prefix in
      text.count > prefix.utf8.count && zip(text, prefix.utf8).allSatisfy { $0 | 0x20 == $1 | 0x20 }
    }
  }

  /// Where a signature such as `— Name (@account) March 17, 2025` ends that starts with the dash here.
  private func signatureEnd(at dash: Int, in segment: Range<Int>, of analysis: ArticleAnalysis) -> Int? {
    let tokens = analysis.tokens
    guard PastedEmbed.isDash(analysis.codePoint(of: tokens[dash])), tokens[dash].kind == .punctuation else {
      return nil
    }
    var index = dash + 1
    // The name: anything but another dash or the end of a sentence.
    while index < segment.upperBound, index - dash <= PastedEmbed.longestName, tokens[index].kind != .handle {
      index += 1
    }
    guard index < segment.upperBound, tokens[index].kind == .handle, index > dash + 1,
      analysis.codePoint(of: tokens[index - 1]) == 0x28,
      index + 1 < segment.upperBound, analysis.codePoint(of: tokens[index + 1]) == 0x29
    else { return nil }
    return dateEnd(behind: index + 2, in: segment, of: analysis)
  }

  /// Where the date behind a signature's account ends, or `nil` if none stands there.
  ///
  /// The network writes the date in the reader's language, so any few words and numbers with a year count.
  private func dateEnd(behind start: Int, in segment: Range<Int>, of analysis: ArticleAnalysis) -> Int? {
    let tokens = analysis.tokens
    var index = start
    while index < segment.upperBound, index - start < PastedEmbed.longestDate {
      let token = tokens[index]
      let isMark = token.kind == .punctuation && [0x2C, 0x2E, 0x2F, 0x2D].contains(analysis.codePoint(of: token))
      guard token.isWordLike || isMark else { return nil }
      index += 1
      if token.kind == .number, token.range.count == 4 {
        return index
      }
    }
    return nil
  }

  private static func isDash(_ codePoint: UInt32) -> Bool {
    codePoint == 0x2014 || codePoint == 0x2013 || codePoint == 0x2D
  }

  private static let longestName = 14
  private static let longestDate = 8
}

extension FindingMessage {
  fileprivate static let embed: FindingMessage =
    "the end of a social media post was copied as text; embed the post or quote it"
  fileprivate static let frame: FindingMessage =
    "the frame of an embedded post was copied as text; embed the post again"
}
