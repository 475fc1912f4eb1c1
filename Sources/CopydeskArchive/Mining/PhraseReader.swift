// SPDX-License-Identifier: Apache-2.0

internal import CopydeskAnalysis
internal import CopydeskArticles
internal import CopydeskLanguageData
internal import CopydeskText

/// Reads the phrases of an article that may be terms.
///
/// A phrase lies in one sentence, begins and ends with a word of meaning, and has no number, date, link, handle or mark in
/// it but hyphens. Residue of the page, posts, code and parts in other languages have none.
struct PhraseReader {
  /// The most words of a phrase, little ones included.
  static let maximumWordCount = 8
  /// The most words of a phrase that is no name.
  static let maximumCommonWordCount = 5

  /// What a token is to a phrase.
  private enum Part: UInt8 {
    /// Ends a phrase.
    case stop
    /// Joins the tokens beside it into one word, or a possessive with what is possessed.
    case joint
    /// A word without meaning of its own that may stand inside a phrase.
    case link
    /// Any other word without meaning of its own.
    case function
    /// A word with a capital that says that it is a name.
    case name
    /// Any other word.
    case common
  }

  private let analysis: ArticleAnalysis
  private let language: LanguageFacts
  private let parts: [Part]
  private let isTitle: [Bool]
  private let capitals: NameCapitals

  /// Prepares the phrases of an article.
  init(_ analysis: ArticleAnalysis) {
    self.analysis = analysis
    language = LanguageFacts.facts(for: analysis.languageData)
    var parts = [Part](repeating: .stop, count: analysis.tokens.count)
    let capitals = NameCapitals(analysis, language: language)
    let dates = Set(analysis.dates.filter { $0.tokens.count > 1 }.flatMap { Array($0.tokens) })
    let isCopy = analysis.article.segments.indices.map { PhraseReader.isCopy($0, in: analysis) }
    for sentence in analysis.sentences where isCopy[sentence.segment] {
      for index in sentence.tokens {
        parts[index] =
          dates.contains(index)
          ? .stop : PhraseReader.part(of: index, in: sentence.tokens, analysis, language, capitals)
      }
      PhraseReader.stopAtDateWords(sentence.tokens, &parts, analysis, language)
    }
    for range in analysis.article.protectedRanges {
      for index in analysis.tokens.indices where range.overlaps(analysis.tokens[index].range) { parts[index] = .stop }
    }
    self.parts = parts
    self.capitals = capitals
    isTitle = PhraseReader.titles(in: analysis)
  }

  // MARK: What tokens are

  /// Whether a segment is copy in the article's language whose capitals say something.
  private static func isCopy(_ index: Int, in analysis: ArticleAnalysis) -> Bool {
    let segment = analysis.article.segments[index]
    guard segment.role.isProse, segment.role != .embed,
      segment.language.map({ $0.matches(analysis.language) }) ?? true,
      !analysis.boilerplate.contains(where: { $0.segment == index })
    else { return false }
    // A headline in title case, and a line in capitals; copy of a few words may well be all names.
    var words = 0
    var capitals = 0
    var hasLowercase = false
    for token in analysis.tokens[analysis.segmentTokens[index]] where token.kind == .word {
      if token.traits.contains(.hasLowercase) { hasLowercase = true }
      guard token.range.count > 3 else { continue }
      words += 1
      if token.traits.contains(.capitalized) { capitals += 1 }
    }
    if !hasLowercase, capitals > 0 { return false }
    if segment.role.isHeading { return words < 3 ? capitals < words : capitals * 5 < words * 4 }
    return words < 8 || capitals * 5 < words * 4
  }

  private static func part(
    of index: Int, in sentence: Range<Int>, _ analysis: ArticleAnalysis, _ language: LanguageFacts,
    _ capitals: NameCapitals
  ) -> Part {
    let token = analysis.tokens[index]
    if token.kind == .punctuation {
      // A hyphen inside a word, with nothing but letters beside it.
      let isJoint =
        token.key == TokenKey.hyphen && index > sentence.lowerBound && index + 1 < sentence.upperBound
        && analysis.tokens[index - 1].kind == .word && analysis.tokens[index + 1].kind == .word
        && !token.traits.contains(.spaceBefore) && !analysis.tokens[index + 1].traits.contains(.spaceBefore)
      return isJoint || isAbbreviation(endingAt: index, in: sentence, analysis, language) ? .joint : .stop
    }
    guard token.kind == .word else { return .stop }
    if token.traits.contains(.clitic) { return .joint }
    let isCapital = token.traits.contains(.capitalized)
    if language.functionWords.contains(token.key), !token.traits.contains(.allCapitals) {
      // An article with a capital inside a sentence opens a name: “El Salvador”, “The Hague”.
      if isCapital, language.articles.contains(token.key), capitals.saySomething(at: index) { return .name }
      return language.links.contains(token.key) ? .link : .function
    }
    if token.traits.contains(.hasDigit), !isCapital { return .stop }
    if isCapital || token.traits.contains(.innerCapital) { return capitals.isName(at: index) ? .name : .common }
    return .common
  }

  /// Whether a period ends a shortened word inside a name.
  ///
  /// So it does in “EE. UU.” and “Mary J. Holt”.
  private static func isAbbreviation(
    endingAt index: Int, in sentence: Range<Int>, _ analysis: ArticleAnalysis, _ language: LanguageFacts
  ) -> Bool {
    let tokens = analysis.tokens
    guard index > sentence.lowerBound, index + 1 < sentence.upperBound,
      analysis.article.text[Int(tokens[index].start)] == UInt8(ascii: "."),
      !tokens[index].traits.contains(.spaceBefore)
    else { return false }
    let (word, next) = (tokens[index - 1], tokens[index + 1])
    // “U.S. President” is no name but a country before an office.
    guard word.kind == .word, word.traits.contains(.capitalized), !word.traits.contains(.innerPeriod),
      next.kind == .word,
      next.traits.contains(.capitalized), !language.functionWords.contains(next.key)
    else { return false }
    let text = analysis.article.text
    return analysis.languageData.abbreviations.contains(word.key)
      || UTF8Decoder.codePoint(in: text.span, at: Int(word.start)).length == word.range.count
  }

  /// Months and weekdays end phrases unless they stand inside a name, as in “Theresa May”.
  private static func stopAtDateWords(
    _ sentence: Range<Int>, _ parts: inout [Part], _ analysis: ArticleAnalysis, _ language: LanguageFacts
  ) {
    for index in sentence where parts[index] == .name || parts[index] == .common {
      guard language.isDateWord(analysis.tokens[index].key) else { continue }
      let followsName = index > sentence.lowerBound && parts[index - 1] == .name && parts[index] == .name
      if !followsName { parts[index] = .stop }
    }
  }

  /// The tokens that are a person's title.
  private static func titles(in analysis: ArticleAnalysis) -> [Bool] {
    let data = analysis.languageData
    var isTitle = analysis.tokens.map { data.personTitles.contains($0.key) }
    guard !data.personTitleSequences.isEmpty else { return isTitle }
    for start in analysis.tokens.indices {
      for sequence in data.personTitleSequences where start + sequence.count <= analysis.tokens.count {
        let tokens = analysis.tokens[start..<start + sequence.count]
        if tokens.map(\.key) == sequence { for index in tokens.indices { isTitle[index] = true } }
      }
    }
    return isTitle
  }

  // MARK: Phrases

  /// Hands out every phrase, sentence by sentence.
  ///
  /// - Parameters:
  ///   - includesMixed: Whether phrases with names and other words in them are wanted.
  ///   - body: Gets the index of the segment and a phrase.
  func forEachPhrase(includingMixed includesMixed: Bool, _ body: (Int, Phrase) -> Void) {
    for sentence in analysis.sentences {
      var start = sentence.tokens.lowerBound
      while start < sentence.tokens.upperBound {
        if parts[start] == .name || parts[start] == .common, !isJoined(before: start) {
          read(from: start, in: sentence, includesMixed: includesMixed, body)
        }
        start += 1
      }
    }
  }

  /// Whether a word begins before a token: in front of a hyphen, or of the period of a shortened word that is no title.
  private func isJoined(before index: Int) -> Bool {
    guard index > 0, parts[index - 1] == .joint, !analysis.tokens[index - 1].traits.contains(.clitic) else {
      return false
    }
    return analysis.tokens[index - 1].key == TokenKey.hyphen || index < 2 || !isTitle[index - 2]
  }

  private func read(
    from start: Int, in sentence: Sentence, includesMixed: Bool, _ body: (Int, Phrase) -> Void
  ) {
    var key = PhraseKey()
    var wordCount = 0
    var names = 0
    var commons = 0
    var index = start
    while index < sentence.tokens.upperBound, wordCount < PhraseReader.maximumWordCount {
      let part = parts[index]
      let token = analysis.tokens[index]
      switch part {
      case .stop, .function: return
      case .joint:
        // What a possessive ends goes on only in a name: “People's Party”.
        if token.traits.contains(.clitic) {
          guard commons == 0, index + 1 < sentence.tokens.upperBound, parts[index + 1] == .name else { return }
          key.add(token.key)
        }
        index += 1
        continue
      case .link: break
      case .name: names += 1
      case .common: commons += 1
      }
      if names > 0, commons > 0, !includesMixed { return }
      if names == 0, wordCount >= PhraseReader.maximumCommonWordCount { return }
      key.add(token.key)
      wordCount += 1
      index += 1
      guard part != .link, !isJoint(at: index, in: sentence) else { continue }
      // An article opens a name but is none by itself.
      if wordCount == 1, language.articles.contains(token.key) { continue }
      body(sentence.segment, phrase(start..<index, key.value, wordCount, names: names, commons: commons, in: sentence))
    }
  }

  /// Whether a word goes on behind a token.
  private func isJoint(at index: Int, in sentence: Sentence) -> Bool {
    index < sentence.tokens.upperBound && parts[index] == .joint
      && !analysis.tokens[index].traits.contains(.clitic)
  }

  private func phrase(
    _ tokens: Range<Int>, _ key: UInt64, _ wordCount: Int, names: Int, commons: Int, in sentence: Sentence
  ) -> Phrase {
    var previous: Int? = tokens.lowerBound - 1
    while let index = previous, index >= sentence.tokens.lowerBound, parts[index] == .joint { previous = index - 1 }
    if let index = previous, index < sentence.tokens.lowerBound { previous = nil }
    let next = tokens.upperBound < sentence.tokens.upperBound ? tokens.upperBound : nil
    return Phrase(
      key: key, tokens: tokens, wordCount: wordCount,
      shape: commons == 0 ? .name : names == 0 ? .common : .mixed,
      isOpened: previous.map { language.openers.contains(analysis.tokens[$0].key) } ?? false,
      isClosed: next.map { parts[$0] != .name && parts[$0] != .common } ?? true,
      isTitled: previous.map { isTitle[$0] && parts[$0] != .stop } ?? false,
      isDoubtful: capitals.isDoubtful(at: tokens.lowerBound),
      isWholeName: previous.map { parts[$0] != .name || isTitle[$0] || capitals.isDoubtful(at: $0) } ?? true
        && next.map { parts[$0] != .name } ?? true
        && !isTitle[tokens.lowerBound])
  }
}
