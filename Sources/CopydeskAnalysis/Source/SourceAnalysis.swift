// SPDX-License-Identifier: Apache-2.0

public import CopydeskArticles
public import CopydeskTerminology
public import CopydeskText

/// An article in the language it was translated from.
public struct SourceCopy: Sendable {
  /// The article.
  public let article: Article
  /// Which of its segments say what which segments of the copy say; `nil` to find out by comparing both.
  public let alignment: SegmentAlignment?

  /// Creates a source.
  public init(_ article: Article, alignment: SegmentAlignment? = nil) {
    self.article = article
    self.alignment = alignment
  }
}

/// What rules that compare copy and source read of the source.
///
/// All ranges are offsets into the source article's text.
public struct SourceAnalysis: Sendable {
  /// The article.
  public let article: Article
  /// Its language.
  public let language: LanguageTag
  /// Which of its segments say what which segments of the copy say.
  public let alignment: SegmentAlignment
  /// The tokens of all segments.
  public let tokens: [Token]
  /// The tokens of each segment, as indices into `tokens`.
  public let segmentTokens: [Range<Int>]
  /// The glossary's terms of the source language.
  public let terms: SourceTerms
  /// The glossary terms used, in text order.
  public let termMatches: [TermMatch]
  /// How the source's locale writes numbers and dates.
  public let conventions: LocaleConventions
  /// The numbers written in digits.
  public let numbers: [NumberMention]
  /// The dates, whole or in part.
  public let dates: [DateMention]
  /// The times of day.
  public let times: [TimeMention]
  /// The numbers in digits and words, with what they count.
  public let quantities: [Quantity]
  /// The weekdays, with or without a date.
  let weekdays: [WeekdayMention]

  /// The lines that belong to the page and not to the story; read when a rule first asks for them.
  public var boilerplate: [BoilerplateMatch] { lazyBoilerplate.value }
  private let lazyBoilerplate: LazyValue<[BoilerplateMatch]>

  /// Analyses a source.
  ///
  /// `copy` is what the copy is made of, with which the source is aligned unless that was done.
  init(
    _ source: SourceCopy, language: LanguageTag, terms: SourceTerms, date: ArticleDate,
    copy: () -> AlignmentSide
  ) {
    article = source.article
    self.language = language
    lazyBoilerplate = LazyValue { BoilerplateMatch.matches(in: source.article) }
    self.terms = terms
    let tokenizer = Tokenizer(language: language.language)
    var tokens: [Token] = []
    tokens.reserveCapacity(article.text.count / 5 + 8)
    var segmentTokens: [Range<Int>] = []
    segmentTokens.reserveCapacity(article.segments.count)
    for segment in article.segments {
      let start = tokens.count
      tokenizer.append(tokensIn: article.text, range: segment.range, to: &tokens)
      segmentTokens.append(start..<tokens.count)
    }
    termMatches = terms.matcher.matches(
      in: article.text, tokens: tokens, segments: zip(segmentTokens, article.segments).map { ($0, $1.role) },
      date: date)
    let conventions = LocaleConventions.conventions(for: language, houseStyle: HouseStyle.shipped(for: language))
    let dates = DateReader.dates(
      in: article.text, tokens: tokens, segments: segmentTokens,
      lexicon: DateLexicon.lexicon(for: language.language), target: LanguageSet(language.language), source: nil,
      isDayFirst: conventions.dates.isDayFirst)
    times = TimeReader.times(
      in: article.text, tokens: tokens, segments: segmentTokens, dates: dates, target: LanguageSet(language.language),
      source: nil, decimalSign: conventions.numbers.decimal)
    numbers = NumberReader.numbers(
      in: article.text, tokens: tokens, segments: segmentTokens, conventions: conventions.numbers, dates: dates)
    let quantities = QuantityReader.quantities(
      in: article.text, tokens: tokens, segments: segmentTokens,
      lexicon: QuantityLexicon.lexicon(for: language.language), numbers: numbers, dates: dates,
      times: times, conventions: conventions.numbers)
    weekdays = WeekdayMention.mentions(
      in: tokens, lexicon: DateLexicon.lexicon(for: language.language), conventions: conventions.dates)
    self.conventions = conventions
    self.dates = dates
    self.quantities = quantities
    self.tokens = tokens
    self.segmentTokens = segmentTokens
    alignment =
      source.alignment
      ?? SegmentAlignment(
        aligning: AlignmentSide(
          article: article, tokens: tokens, segmentTokens: segmentTokens, quantities: quantities, dates: dates),
        with: copy())
  }

  /// The text of a range.
  public func string(in range: TextRange) -> String { article.string(in: range) }

  /// The tokens of the source's side of a unit.
  public func tokens(of unit: SegmentAlignment.Unit) -> Range<Int> {
    SourceAnalysis.tokens(of: unit.source, in: segmentTokens)
  }

  static func tokens(of segments: Range<Int>, in segmentTokens: [Range<Int>]) -> Range<Int> {
    guard let first = segments.first, let last = segments.last else { return 0..<0 }
    return segmentTokens[first].lowerBound..<segmentTokens[last].upperBound
  }
}
