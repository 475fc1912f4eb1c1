// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

extension FindingReport {
  /// Reports the lines of one kind that belong to the page, with a fix that removes them.
  mutating func boilerplate(
    _ kind: BoilerplateMatch.Kind, in analysis: ArticleAnalysis, fix applicability: Applicability,
    message: (BoilerplateMatch) -> FindingMessage
  ) {
    for match in analysis.boilerplate where match.kind == kind && !analysis.isProtected(match.range) {
      self(message(match), at: match.range, fixes: [.removing(match.range, applicability)])
    }
  }
}
