// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// What the rules about name variants have in common: where they point and what they propose.
enum NameVariantReport {
  /// Reports every mention of the variant, with the first mention of the preferred spelling.
  static func report(
    _ variant: NameVariant, in analysis: ArticleAnalysis, to report: inout FindingReport,
    message: (_ spelling: String, _ preferred: String, _ count: Int) -> FindingMessage
  ) {
    let first = analysis.tokens[variant.preferred.mentions[0]]
    let preferred = analysis.string(of: first)
    let isTie = variant.preferred.count == variant.variant.count
    for mention in variant.variant.mentions {
      let token = analysis.tokens[mention]
      guard !analysis.isProtected(token.range) else { continue }
      report(
        message(analysis.string(of: token), preferred, variant.preferred.count), at: token.range,
        notes: [Note("“\(preferred)” is first used here", at: first.range)],
        // On a tie nobody knows which spelling is right.
        fixes: isTie ? [] : [.replacing(token.range, with: preferred, .needsReview)])
    }
  }

  /// A count in words for a message.
  static func times(_ count: Int) -> String {
    switch count {
    case 1: "once"
    case 2: "twice"
    default: "\(count) times"
    }
  }
}
