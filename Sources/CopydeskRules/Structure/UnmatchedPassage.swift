// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Paragraphs that follow each other and have no counterpart on the other side.
struct UnmatchedPassage {
  /// The paragraphs, as segments of their side.
  var segments: Range<Int>
  /// The segment of the other side behind which the counterpart is missed; it may be that before the first.
  let next: Int
}

/// Finds the paragraphs of one side that have no counterpart on the other.
///
/// Lines of the page, bylines and other short lines are not looked for: a desk sets its own. Nor is what the paragraph
/// beside the gap is long enough to hold.
struct UnmatchedPassageFinder {
  /// From here up a paragraph is taken to have no counterpart.
  private static let minimumConfidence = 0.6
  /// The fewest words of a line that is looked for.
  private static let minimumWords = 4
  /// A paragraph beside the gap holds what is missed if it is longer than its counterpart calls for by this part of it.
  private static let heldShare = 0.5
  /// By this part of what its counterpart calls for, a paragraph may be longer for no reason.
  private static let naturalSurplus = 0.3

  private let analysis: ArticleAnalysis
  private let source: SourceAnalysis
  private let side: TranslationSide
  /// How much longer the other side is where both say the same.
  private let ratio: Double

  /// Prepares the search for paragraphs of a side; `nil` if the source is not known or a side has no text.
  init?(_ analysis: ArticleAnalysis, of side: TranslationSide) {
    guard let source = analysis.source, !source.article.segments.isEmpty, !analysis.article.segments.isEmpty else {
      return nil
    }
    self.analysis = analysis
    self.source = source
    self.side = side
    var lengths = (source: 0, target: 0)
    for unit in source.alignment.units where !unit.source.isEmpty && !unit.target.isEmpty {
      lengths.source += source.article.codePointCount(of: unit.source)
      lengths.target += analysis.article.codePointCount(of: unit.target)
    }
    let (own, other) = side == .source ? (lengths.source, lengths.target) : (lengths.target, lengths.source)
    ratio = own == 0 ? 1 : Double(other) / Double(own)
  }

  /// The passages in the order of the article; paragraphs with a blank counterpart stand alone.
  func passages() -> [UnmatchedPassage] {
    var passages: [UnmatchedPassage] = []
    let units = source.alignment.units
    for (index, unit) in units.enumerated() {
      let (own, other) = sides(of: unit)
      guard other.isEmpty, !own.isEmpty, unit.confidence >= UnmatchedPassageFinder.minimumConfidence,
        own.contains(where: isLookedFor), unit.confidence < 1 || !isHeld(own, beside: index)
      else { continue }
      if let last = passages.last, last.segments.upperBound == own.lowerBound, last.next == other.lowerBound,
        !hasBlank(before: other.lowerBound)
      {
        passages[passages.count - 1].segments = last.segments.lowerBound..<own.upperBound
      } else {
        passages.append(UnmatchedPassage(segments: own, next: other.lowerBound))
      }
    }
    return passages
  }

  private func sides(of unit: SegmentAlignment.Unit) -> (own: Range<Int>, other: Range<Int>) {
    side == .source ? (unit.source, unit.target) : (unit.target, unit.source)
  }

  private func hasBlank(before index: Int) -> Bool {
    side == .source && !analysis.article.blankSegments(before: index).isEmpty
  }

  private var article: Article { side == .source ? source.article : analysis.article }
  private var otherArticle: Article { side == .source ? analysis.article : source.article }

  /// Whether a segment is text of the story that a translation keeps.
  private func isLookedFor(_ index: Int) -> Bool {
    let segment = article.segments[index]
    switch segment.role {
    case .embed, .boilerplate, .code, .keywordLine: return false
    default: break
    }
    let boilerplate = side == .source ? source.boilerplate : analysis.boilerplate
    if boilerplate.contains(where: { $0.segment == index }) { return false }
    if article.protectedRanges.contains(where: { $0.start <= segment.range.start && segment.range.end <= $0.end }) {
      return false
    }
    let tokens =
      side == .source
      ? source.tokens[source.segmentTokens[index]] : analysis.tokens[analysis.segmentTokens[index]]
    let words = tokens.count { $0.kind == .word }
    return words >= UnmatchedPassageFinder.minimumWords || words > 1 && segment.role.isHeading
  }

  /// Whether the paragraph before or behind a gap is so long that it holds what is missed.
  private func isHeld(_ own: Range<Int>, beside index: Int) -> Bool {
    let units = source.alignment.units
    let missed = Double(article.codePointCount(of: own)) * ratio
    for neighbor in [units[..<index].last(where: isPair), units[(index + 1)...].first(where: isPair)] {
      guard let neighbor else { continue }
      let (left, right) = sides(of: neighbor)
      let expected = Double(article.codePointCount(of: left)) * ratio
      let surplus = Double(otherArticle.codePointCount(of: right)) - expected
      if surplus > missed * UnmatchedPassageFinder.heldShare, surplus > expected * UnmatchedPassageFinder.naturalSurplus
      {
        return true
      }
    }
    return false
  }

  private func isPair(_ unit: SegmentAlignment.Unit) -> Bool { !unit.source.isEmpty && !unit.target.isEmpty }
}

extension Article {
  /// The number of code points in some segments.
  fileprivate func codePointCount(of segments: Range<Int>) -> Int {
    segments.reduce(0) { $0 + codePointCount(in: self.segments[$1].range) }
  }
}

extension UnmatchedPassage {
  /// The number of code points that a message quotes.
  private static let quotedLength = 60

  /// The first words of a paragraph, as many as a message can quote.
  static func quote(_ text: String) -> String {
    var quote = ""
    var length = 0
    for word in text.split(whereSeparator: \.isWhitespace) {
      length += word.unicodeScalars.count + 1
      if length > quotedLength {
        return (quote.isEmpty ? String(word.unicodeScalars.prefix(quotedLength)) : quote) + "…"
      }
      quote += (quote.isEmpty ? "" : " ") + word
    }
    return quote
  }
}
