// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Says of a quantity that differs from the source's where it stands, what both sides have, and what to write.
struct QuantityReport {
  private let analysis: ArticleAnalysis
  private let source: SourceAnalysis

  /// Nothing if the source is not known.
  init?(_ analysis: ArticleAnalysis) {
    guard let source = analysis.source else { return nil }
    self.analysis = analysis
    self.source = source
  }

  /// The differences of some kinds in the desk's own prose.
  func differences(_ kinds: Set<QuantityDifference.Kind>) -> [QuantityDifference] {
    analysis.sourceDifferences.quantities.filter { kinds.contains($0.kind) && analysis.isNewsCopy(place(of: $0)) }
  }

  /// Where a difference is reported: at the copy's quantity, or at the sentence that should have it.
  func place(of difference: QuantityDifference) -> TextRange {
    if let target = difference.target { return target.range }
    guard let quantity = difference.source else { return TextRange(start: 0, end: 0) }
    return analysis.counterpart(of: quantity.range, in: difference.unit, source)
  }

  /// The words of the copy's quantity.
  func copyText(_ difference: QuantityDifference) -> String {
    difference.target.map { analysis.string(in: $0.range) } ?? ""
  }

  /// The words of the source's quantity.
  func sourceText(_ difference: QuantityDifference) -> String {
    difference.source.map { source.string(in: $0.range) } ?? ""
  }

  /// The source's side of a difference.
  func notes(_ difference: QuantityDifference) -> [Note] {
    difference.source.map { [Note("the source has “\(source.string(in: $0.range))”", at: $0.range, side: .source)] }
      ?? []
  }

  /// The number of the source in the digits of the copy's locale, if the copy writes this one in plain digits.
  func fixes(_ difference: QuantityDifference) -> [Fix] {
    guard let from = difference.source, let target = difference.target, target.notation.contains(.digits),
      !target.notation.contains(.scale), !from.notation.contains(.scale), from.denominator == 1,
      from.otherValue == nil, target.numeralTokens.count == 1, target.kind != .ordinal
    else { return [] }
    let isGrouped = target.kind != .year && target.kind != .decade && target.kind != .code && target.kind != .phone
    let numbers = analysis.conventions.numbers
    let text = isGrouped ? numbers.format(from.value) : from.value.description
    return [.replacing(target.numeralRange, with: text, .needsReview)]
  }
}

extension ArticleAnalysis {
  /// The sentence of the copy where what stands at a place of the source can be expected: the one at the same share
  /// of the unit's length.
  func counterpart(of range: TextRange, in unit: SegmentAlignment.Unit, _ source: SourceAnalysis) -> TextRange {
    let from = source.tokens(of: unit)
    let to = tokens(of: unit)
    guard !from.isEmpty, !to.isEmpty else {
      let segment = min(unit.target.lowerBound, article.segments.count - 1)
      return segment < 0 ? TextRange(start: 0, end: 0) : article.segments[segment].range
    }
    let before = from.prefix { source.tokens[$0].start < range.start }.count
    let token = to.lowerBound + min(before * to.count / from.count, to.count - 1)
    guard let sentence = sentence(at: token) else { return self.range(of: to) }
    return self.range(of: sentence.tokens)
  }
}
