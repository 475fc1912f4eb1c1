// SPDX-License-Identifier: Apache-2.0

public import CopydeskArticles
internal import CopydeskLanguageData
public import CopydeskTerminology
public import CopydeskText

/// What an analysis needs besides the article.
public struct AnalysisContext: Sendable {
  /// The language of the copy.
  public var language: LanguageTag
  /// The language it was translated from, if known.
  public var sourceLanguage: LanguageTag?
  /// The day of publication, if known.
  public var date: CalendarDate?
  /// Finds glossary terms of the language.
  public var termMatcher: TermMatcher
  /// The names of places in other languages.
  public var exonyms: ExonymTable
  /// The people of the glossaries.
  public var glossaryNames = GlossaryNames.none
  /// The conventions of the outlet, or `nil` if no style is known for the language.
  public var houseStyle: HouseStyle?
  /// Finds glossary terms of the source language; compiled when a source is first read.
  private var lazySourceTerms = LazyValue { SourceTerms.none }

  /// The glossary's terms of the source language.
  var sourceTerms: SourceTerms { lazySourceTerms.value }

  /// Creates a context; without a house style it has the shipped one for the language.
  public init(
    language: LanguageTag, sourceLanguage: LanguageTag? = nil, date: CalendarDate? = nil,
    termMatcher: TermMatcher = TermMatcher(), exonyms: ExonymTable = .empty, houseStyle: HouseStyle? = nil
  ) {
    self.language = language
    self.sourceLanguage = sourceLanguage
    self.date = date
    self.termMatcher = termMatcher
    self.exonyms = exonyms
    self.houseStyle = houseStyle ?? HouseStyle.shipped(for: language)
  }

  /// Creates a context whose terms and place names come from glossaries.
  ///
  /// Compiling glossaries takes time, so keep a context for all articles of a language pair and set their
  /// date.
  public init(
    language: LanguageTag, sourceLanguage: LanguageTag?, glossaries: [Glossary], houseStyle: HouseStyle? = nil
  ) {
    self.init(
      language: language, sourceLanguage: sourceLanguage, glossaries: GlossarySet(glossaries.map(\.approved)),
      houseStyle: houseStyle)
  }

  /// Creates a context whose terms and place names come from compiled glossaries.
  public init(
    language: LanguageTag, sourceLanguage: LanguageTag?, glossaries: GlossarySet, houseStyle: HouseStyle? = nil
  ) {
    let words = WordTable.table(for: language.language)
    self.init(
      language: language, sourceLanguage: sourceLanguage,
      termMatcher: TermMatcher(glossaries, language: language),
      exonyms: ExonymTable(
        target: language, sources: sourceLanguage.map { [$0] } ?? ExonymTable.commonSources, glossaries: glossaries,
        isCommonWord: { key in words?.level(ofKey: key).map { $0 >= ExonymTable.commonWordLevel } ?? false }),
      houseStyle: houseStyle)
    glossaryNames = GlossaryNames(glossaries: glossaries, language: language)
    lazySourceTerms = LazyValue { [termMatcher] in
      SourceTerms(glossaries: glossaries, source: sourceLanguage, copy: language, copyMatcher: termMatcher)
    }
  }
}

/// Everything rules read of an article, computed once and never changed.
///
/// All ranges are offsets into the article's text, all lists are in text order.
///
/// A class because rules hand it on for every number and name: a copy of some thirty fields took a tenth of the time.
public final class ArticleAnalysis: Sendable {
  /// The article.
  public let article: Article
  /// Language, source language, date and glossary of this run.
  public let context: AnalysisContext
  /// What is known of the language beyond ICU's data.
  public let languageData: LanguageData
  /// The tokens of all segments.
  public let tokens: [Token]
  /// The tokens of each segment, as indices into `tokens`.
  public let segmentTokens: [Range<Int>]
  /// The sentences of all segments.
  public let sentences: [Sentence]
  /// The glossary terms used.
  public let termMatches: [TermMatch]
  /// Names that the article spells in two ways.
  public let nameVariants: [NameVariant]
  /// Surnames that are almost those of people in the glossary.
  public let misspelledGlossaryNames: [MisspelledGlossaryName]
  /// Places under their name in another language.
  public let exonyms: [ExonymMention]
  /// The quotations, and the quotation marks without a partner.
  public let quotations: Quotations
  /// How the copy's locale writes numbers and dates.
  public let conventions: LocaleConventions
  /// The numbers written in digits.
  public let numbers: [NumberMention]
  /// The dates, whole or in part.
  public let dates: [DateMention]
  /// The times of day.
  public let times: [TimeMention]
  /// The day before which the article cannot have been published, if a pasted post tells.
  public let dateLowerBound: CalendarDate?
  /// The lines that belong to the page and not to the story.
  public let boilerplate: [BoilerplateMatch]
  /// Runs of words in another language.
  public let foreignRuns: [ForeignRun]
  private let lazyQuantities: LazyValue<[Quantity]>
  private let lazySource: LazyValue<SourceAnalysis>?
  private let lazyDifferences: LazyValue<SourceDifferences>?

  /// Analyses an article.
  ///
  /// - Parameters:
  ///   - article: The article.
  ///   - context: Its language, date, glossary and style.
  ///   - source: What it was translated from, if known; counts only if the context names the source's language.
  public init(_ article: Article, context: AnalysisContext, source: SourceCopy? = nil) {
    self.article = article
    self.context = context
    let languageData = LanguageData.data(for: context.language)
    self.languageData = languageData
    let tokenizer = Tokenizer(language: context.language.language)
    var tokens: [Token] = []
    tokens.reserveCapacity(article.text.count / 5 + 8)
    var segmentTokens: [Range<Int>] = []
    segmentTokens.reserveCapacity(article.segments.count)
    var sentences: [Sentence] = []
    for (index, segment) in article.segments.enumerated() {
      let start = tokens.count
      tokenizer.append(tokensIn: article.text, range: segment.range, to: &tokens)
      segmentTokens.append(start..<tokens.count)
      sentences.append(
        contentsOf: SentenceSplitter.sentences(
          tokens: tokens, range: start..<tokens.count, segment: index, text: article.text, language: languageData))
    }
    let conventions = LocaleConventions.conventions(for: context.language, houseStyle: context.houseStyle)
    self.conventions = conventions
    let dates = DateReader.dates(
      in: article.text, tokens: tokens, segments: segmentTokens,
      lexicon: DateLexicon.lexicon(for: context.language.language), target: LanguageSet(context.language.language),
      source: context.sourceLanguage.map { LanguageSet($0.language) }, isDayFirst: conventions.dates.isDayFirst)
    self.dates = dates
    let times = TimeReader.times(
      in: article.text, tokens: tokens, segments: segmentTokens, dates: dates,
      target: LanguageSet(context.language.language),
      source: context.sourceLanguage.map { LanguageSet($0.language) }, decimalSign: conventions.numbers.decimal)
    self.times = times
    let numbers = NumberReader.numbers(
      in: article.text, tokens: tokens, segments: segmentTokens, conventions: conventions.numbers, dates: dates)
    self.numbers = numbers
    let dateLowerBound = PostSignature.latestDate(in: dates, tokens: tokens, text: article.text)
    self.dateLowerBound = dateLowerBound
    termMatches = context.termMatcher.matches(
      in: article.text, tokens: tokens, segments: zip(segmentTokens, article.segments).map { ($0, $1.role) },
      date: ArticleDate(context.date, notBefore: dateLowerBound))
    let names = NameAnalysis(
      article: article, tokens: tokens, segmentTokens: segmentTokens, sentences: sentences, languageData: languageData)
    nameVariants = names.variants()
    misspelledGlossaryNames = context.glossaryNames.misspellings(in: tokens, text: article.text)
    exonyms = names.exonyms(in: context.exonyms)
    quotations = QuotationFinder.quotations(of: article, tokens: tokens, segmentTokens: segmentTokens)
    boilerplate = BoilerplateMatch.matches(in: article)
    foreignRuns = ForeignRunFinder.runs(
      in: article, language: context.language, sourceLanguage: context.sourceLanguage, tokens: tokens,
      segmentTokens: segmentTokens, sentences: sentences, termMatches: termMatches, quotations: quotations)
    self.tokens = tokens
    self.segmentTokens = segmentTokens
    self.sentences = sentences
    let lazyQuantities = LazyValue { [tokens, segmentTokens] in
      QuantityReader.quantities(
        in: article.text, tokens: tokens, segments: segmentTokens,
        lexicon: QuantityLexicon.lexicon(for: context.language.language), numbers: numbers, dates: dates, times: times,
        conventions: conventions.numbers)
    }
    self.lazyQuantities = lazyQuantities
    if let source, let language = context.sourceLanguage {
      let lazySource = LazyValue { [tokens, segmentTokens] in
        SourceAnalysis(
          source, language: language, terms: context.sourceTerms,
          date: ArticleDate(context.date, notBefore: dateLowerBound),
          copy: {
            AlignmentSide(
              article: article, tokens: tokens, segmentTokens: segmentTokens, quantities: lazyQuantities.value,
              dates: dates)
          })
      }
      lazyDifferences = LazyValue { [tokens, segmentTokens] in
        let source = lazySource.value
        let language = context.language.language
        let weekdays = WeekdayMention.mentions(
          in: tokens, lexicon: DateLexicon.lexicon(for: language), conventions: conventions.dates)
        let quantities = lazyQuantities.value
        return SourceDifferences(
          quantities: QuantityComparison.differences(
            source: QuantityComparison.Side(
              quantities: source.quantities, text: source.article.text, tokens: source.tokens,
              segments: source.segmentTokens, lexicon: QuantityLexicon.lexicon(for: source.language.language)),
            target: QuantityComparison.Side(
              quantities: quantities, text: article.text, tokens: tokens, segments: segmentTokens,
              lexicon: QuantityLexicon.lexicon(for: language)),
            alignment: source.alignment),
          dates: DateComparison(
            source: DateComparison.Side(
              dates: source.dates, weekdays: source.weekdays, segments: source.segmentTokens),
            target: DateComparison.Side(dates: dates, weekdays: weekdays, segments: segmentTokens),
            alignment: source.alignment, readsBothOrders: conventions.dates.acceptsBothNumericOrders
          ).differences(),
          times: TimeComparison(
            source: TimeComparison.Side(
              times: source.times, quantities: source.quantities, segments: source.segmentTokens),
            target: TimeComparison.Side(times: times, quantities: quantities, segments: segmentTokens),
            alignment: source.alignment
          ).differences())
      }
      self.lazySource = lazySource
    } else {
      lazySource = nil
      lazyDifferences = nil
    }
  }

  /// The numbers in digits and words, with what they count; read when a rule first asks for them.
  public var quantities: [Quantity] { lazyQuantities.value }

  /// What the article was translated from, or `nil` if that is not known; read when a rule first asks for it.
  public var source: SourceAnalysis? { lazySource?.value }

  /// Where copy and source differ by value; nothing without a source.
  public var sourceDifferences: SourceDifferences { lazyDifferences?.value ?? .none }

  /// The tokens of the copy's side of a unit.
  public func tokens(of unit: SegmentAlignment.Unit) -> Range<Int> {
    SourceAnalysis.tokens(of: unit.target, in: segmentTokens)
  }

  /// The language of the copy.
  public var language: LanguageTag { context.language }

  /// The text of a range.
  public func string(in range: TextRange) -> String { article.string(in: range) }

  /// The text of a token.
  public func string(of token: Token) -> String { article.string(in: token.range) }

  /// The range from the first to the last of some tokens.
  ///
  /// - Precondition: The list is not empty.
  public func range(of tokens: Range<Int>) -> TextRange {
    TextRange(start: self.tokens[tokens.lowerBound].start, end: self.tokens[tokens.upperBound - 1].end)
  }

  /// The first code point of a token.
  public func codePoint(of token: Token) -> UInt32 {
    let text = article.text
    return UTF8Decoder.codePoint(in: text.span, at: Int(token.start)).codePoint
  }

  /// The index of the segment that holds an offset of the article's text.
  public func segmentIndex(at offset: UInt32) -> Int {
    let segments = article.segments
    var low = 0
    var high = segments.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if segments[middle].range.start <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Whether a range lies wholly inside quotation marks, or in a block quotation.
  public func isQuoted(_ range: TextRange) -> Bool {
    quotations.contain(range) || article.segments[segmentIndex(at: range.start)].role == .quotation
  }

  /// What stands in quotation marks or brackets among some tokens of one segment, without the marks.
  public func enclosedTokens(in range: Range<Int>) -> [Range<Int>] {
    EnclosedTokens.ranges(in: range, tokens: tokens, text: article.text, quotations: quotations)
  }

  /// Whether a range touches a part that no rule about wording may judge (code, `translate="no"`).
  public func isProtected(_ range: TextRange) -> Bool {
    guard !article.protectedRanges.isEmpty else { return false }
    return article.protectedRanges.contains { $0.overlaps(range) }
  }
}
