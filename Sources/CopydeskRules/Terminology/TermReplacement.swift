// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskLinting

/// The fixes that put one term in the place of another.
enum TermReplacement {
  /// The fixes for a match, the best first.
  ///
  /// Capitals follow the place: a term that begins a sentence or stands in a line of capitals does so
  /// afterwards, too. An article before the term may not suit the new one, so a person must look; which
  /// of the two fixes comes first follows the copy's own habit with the new term.
  ///
  /// - Parameters:
  ///   - match: The place of the old term.
  ///   - entry: The index of the new term among the matcher's entries.
  ///   - analysis: The article.
  /// - Returns: One fix, or two where an article precedes; none for a part of a longer word.
  static func fixes(for match: TermMatch, with entry: Int, in analysis: ArticleAnalysis) -> [Fix] {
    // The other part of a longer word stays, and nothing knows how.
    if match.means == .compound || match.means == .prefix { return [] }
    let matcher = analysis.context.termMatcher
    let old = matcher.entries[match.entry].term
    let new = matcher.entries[entry].term
    let range = replacedRange(of: match, analysis)
    let isForm = match.means != .exact
    let text = counterpart(of: range, old: old, new: new, in: analysis) ?? new.text
    let isHeading = analysis.article.segments[analysis.segmentIndex(at: range.start)].role.isHeading
    // Case endings and agreement may have to change around a name in a language that inflects it.
    let needsReview = isForm || analysis.languageData.inflectsNames || isHeading && startsLowercase(new.text)
    return fixes(
      replacing: range, from: match.tokens.lowerBound, with: recased(text, for: match, analysis),
      whenCapitalized: capitalized(text, analysis), keepsArticle: takesArticle(entry, in: analysis),
      needsReview: needsReview, in: analysis)
  }

  /// The fixes that put a text in the place of a name, with the article before it and without.
  ///
  /// - Parameters:
  ///   - range: The old name.
  ///   - first: The index of its first token.
  ///   - text: The new name.
  ///   - capitalized: The new name at the start of a sentence.
  ///   - keepsArticle: Whether the fix that keeps the article comes first.
  ///   - needsReview: Whether a person must look even if no article precedes.
  ///   - analysis: The article.
  /// - Returns: One fix, or two where an article precedes.
  static func fixes(
    replacing range: TextRange, from first: Int, with text: String, whenCapitalized capitalized: String,
    keepsArticle: Bool, needsReview: Bool, in analysis: ArticleAnalysis
  ) -> [Fix] {
    guard let article = analysis.articleToken(before: first) else {
      return [.replacing(range, with: text, needsReview ? .needsReview : .safe)]
    }
    let kept = Fix.replacing(range, with: text, .needsReview)
    let dropped = Fix.replacing(
      TextRange(start: analysis.tokens[article].start, end: range.end),
      with: analysis.beginsSentence(article) ? capitalized : text, .needsReview)
    return keepsArticle ? [kept, dropped] : [dropped, kept]
  }

  /// The match without a period that also ends its sentence.
  private static func replacedRange(of match: TermMatch, _ analysis: ArticleAnalysis) -> TextRange {
    let last = match.tokens.upperBound - 1
    let sentence = analysis.sentences[analysis.sentenceIndex(at: last)]
    guard match.tokens.count > 1, last == sentence.tokens.upperBound - 1,
      analysis.codePoint(of: analysis.tokens[last]) == 0x2E
    else { return match.range }
    return TextRange(start: match.range.start, end: analysis.tokens[last].start)
  }

  /// Whether the article uses the new term with an article before it more often than without.
  ///
  /// Without a sign either way the article stays, as is right wherever the old term had its place, but
  /// persons have none.
  private static func takesArticle(_ entry: Int, in analysis: ArticleAnalysis) -> Bool {
    let matcher = analysis.context.termMatcher
    var balance = 0
    for match in analysis.termMatches where match.entry == entry && !match.isHashtag {
      let role = analysis.article.segments[analysis.segmentIndex(at: match.range.start)].role
      // Headlines and keywords leave articles out whatever the habit.
      guard role.isProse, !role.isHeading else { continue }
      balance += analysis.articleToken(before: match.tokens.lowerBound) == nil ? -1 : 1
    }
    return balance == 0 ? matcher.concepts[matcher.entries[entry].concept].kind != .person : balance > 0
  }

  // MARK: Forms

  /// The form of the new term that stands at the same place of its list as the used form of the old.
  private static func counterpart(
    of range: TextRange, old: Term, new: Term, in analysis: ArticleAnalysis
  ) -> String? {
    guard old.forms.count == new.forms.count else { return nil }
    let used = folded(analysis.string(in: range))
    return zip(old.forms, new.forms).first { folded($0.0) == used }?.1
  }

  /// The text in lowercase with hyphens of all kinds read as spaces.
  private static func folded(_ text: String) -> String {
    var result = ""
    for scalar in CaseMapping.folded(text).unicodeScalars {
      switch scalar.value {
      case 0x2D, 0x2010, 0x2011, 0xA0, 0x202F, 0x0A, 0x0D: result += " "
      case 0x2019: result += "'"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  // MARK: Capitals

  private static func startsLowercase(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first else { return false }
    return UnicodeProperties.category(of: first.value).isLowercase
  }

  private static func capitalized(_ text: String, _ analysis: ArticleAnalysis) -> String {
    guard let first = text.unicodeScalars.first else { return text }
    return CaseMapping.uppercased(String(first), language: analysis.language.language)
      + String(String.UnicodeScalarView(text.unicodeScalars.dropFirst()))
  }

  private static func recased(_ text: String, for match: TermMatch, _ analysis: ArticleAnalysis) -> String {
    let old = analysis.term(of: match)
    let words = analysis.tokens[match.tokens].filter { $0.kind == .word && !$0.traits.contains(.clitic) }
    let wasInCapitals = words.allSatisfy { $0.traits.contains(.allCapitals) }
    if wasInCapitals, words.contains(where: { $0.range.count > 3 }), old.text.contains(where: \.isLowercase) {
      return CaseMapping.uppercased(text, language: analysis.language.language)
    }
    if analysis.beginsSentence(match.tokens.lowerBound) { return capitalized(text, analysis) }
    return text
  }
}
