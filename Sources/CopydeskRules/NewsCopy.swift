// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

extension ArticleAnalysis {
  /// Whether a range is copy of the desk in the article's language: prose, not protected, no pasted post.
  func isNewsCopy(_ range: TextRange) -> Bool {
    if isProtected(range) { return false }
    let segment = article.segments[segmentIndex(at: range.start)]
    if let language = segment.language, language.language != self.language.language { return false }
    return segment.role.isProse && segment.role != .embed
  }
}
