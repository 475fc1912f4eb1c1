// SPDX-License-Identifier: Apache-2.0

internal import CopydeskAnalysis
internal import CopydeskICU
internal import CopydeskLanguageData
internal import CopydeskText
internal import Synchronization

/// What mining needs to know of a language, made from its data file once.
struct LanguageFacts: Sendable {
  /// Words without meaning of their own.
  let functionWords: Set<UInt64>
  /// Articles.
  let articles: Set<UInt64>
  /// Little words that may stand inside a term: “Bank *of* England”.
  let links: Set<UInt64>
  /// Words after which a noun phrase begins.
  let openers: Set<UInt64>
  /// Whether names take case endings.
  let inflectsNames: Bool
  /// Whether every noun has a capital.
  let capitalizesNouns: Bool
  /// How frequent words are, or `nil` for a language without a table.
  let words: WordTable?
  /// The names of countries in the language, as the keys of phrases.
  private let regions: Set<UInt64>
  /// The names of countries that are one word, in lowercase.
  private let regionNames: [[UInt8]]
  /// The names of languages.
  private let languageNames: Set<UInt64>
  private let dates: DateLexicon
  private let dateLanguage: LanguageSet

  /// Words that join two names rather than the parts of one, in any language.
  private static let conjunctions = Set(
    ["and", "y", "e", "i", "et", "und", "en", "o", "ou", "i", "и", "й", "та", "a"].map {
      TokenKey.key(of: $0)
    })

  private static let cache = Mutex<[String: LanguageFacts]>([:])

  /// The facts of a language.
  static func facts(for data: LanguageData) -> LanguageFacts {
    cache.withLock { cache in
      if let known = cache[data.language] { return known }
      let facts = LanguageFacts(data)
      cache[data.language] = facts
      return facts
    }
  }

  private init(_ data: LanguageData) {
    functionWords = data.functionWords.union(data.articles).union(data.titleCaseMinorWords)
    articles = data.articles
    let particles = data.nameParticleSequences.reduce(into: data.nameParticles) { $0.formUnion($1) }
    links = particles.intersection(functionWords).subtracting(LanguageFacts.conjunctions)
    // In languages without articles any little word may stand before a noun phrase.
    openers = data.articles.isEmpty ? functionWords : data.articles.union(links)
    inflectsNames = data.inflectsNames
    capitalizesNouns = data.capitalizesNouns
    words = WordTable.table(for: data.language)
    let tokenizer = Tokenizer(language: data.language)
    let names = LocaleData.regionCodes.compactMap { try? LocaleData.regionName($0, in: data.language) }
    regions = Set(
      names.map { name in
        PhraseKey.key(of: tokenizer.tokens(in: Array(name.utf8)).filter { $0.kind == .word }.map(\.key))
      })
    regionNames = names.filter { !$0.contains(" ") }.map { Array($0.lowercased().utf8) }
    languageNames = Set(
      LanguageData.languages.compactMap { try? LocaleData.languageName($0, in: data.language) }
        .map { TokenKey.key(of: $0) })
    dates = DateLexicon.lexicon(for: data.language)
    dateLanguage = LanguageSet(data.language)
  }

  /// Whether a word names a month or weekday.
  func isDateWord(_ key: UInt64) -> Bool {
    dates.senses(of: key).contains { !$0.languages.isDisjoint(with: dateLanguage) && $0.form != .short }
  }

  /// Whether some words are the name of a country.
  func isRegion(_ words: [UInt64]) -> Bool { regions.contains(PhraseKey.key(of: words)) }

  /// Whether a word says where somebody comes from.
  ///
  /// That is the name of a language, or a word made from that of a country, such as “Canadian”. English gives such
  /// words a capital.
  func isOriginWord(_ text: String) -> Bool {
    if languageNames.contains(TokenKey.key(of: text)) { return true }
    let word = Array(text.lowercased().utf8)
    return regionNames.contains { region in
      guard word != region else { return false }
      let shared = zip(word, region).prefix { $0 == $1 }.count
      return shared >= max(4, region.count - 3) && word.count - shared <= 4
    }
  }

  /// How frequent a word is, as the logarithm of its occurrences in a billion words (Zipf value).
  ///
  /// A word that the table lacks counts as a little rarer than the rarest of it.
  func frequency(of key: UInt64) -> Double {
    guard let words else { return 3 }
    return Double(words.level(ofKey: key) ?? words.rarest - 16) / 32
  }
}

/// Tells which capitals of an article make a name.
struct NameCapitals {
  private let analysis: ArticleAnalysis
  private let language: LanguageFacts
  /// Whether a capital on the token is the sentence's and not the word's.
  private let isWeak: [Bool]
  private let strongCapitals: Set<UInt64>
  private let lowercase: Set<UInt64>

  private static let comma = TokenKey.key(of: ",")
  /// Inside a sentence a period ends a shortened word.
  private static let period = TokenKey.key(of: ".")
  /// The frequency from which a word that begins a sentence before a name is a word by itself.
  private static let plainFrequency = 5.2
  /// The frequency up to which a capitalized German word may be a name.
  private static let nounFrequency = 3.4

  init(_ analysis: ArticleAnalysis, language: LanguageFacts) {
    self.analysis = analysis
    self.language = language
    var isWeak = [Bool](repeating: false, count: analysis.tokens.count)
    for sentence in analysis.sentences {
      var isStart = true
      for index in sentence.tokens {
        let token = analysis.tokens[index]
        if token.isWordLike {
          if isStart, token.traits.contains(.capitalized) { isWeak[index] = true }
          isStart = false
        } else if token.kind == .punctuation, token.key != TokenKey.hyphen, token.key != NameCapitals.comma,
          token.key != NameCapitals.period
        {
          // A colon, a quotation mark or a dash may start a sentence inside one.
          isStart = true
        }
      }
    }
    var strong: Set<UInt64> = []
    var lowercase: Set<UInt64> = []
    for (index, token) in analysis.tokens.enumerated() where token.kind == .word {
      if !token.traits.contains(.capitalized) {
        lowercase.insert(token.key)
      } else if !isWeak[index] {
        strong.insert(token.key)
      }
    }
    self.isWeak = isWeak
    strongCapitals = strong
    self.lowercase = lowercase
  }

  /// Whether the capital of a token is the word's own.
  func saySomething(at index: Int) -> Bool { !isWeak[index] }

  /// Whether a token begins a sentence with a word of which no other place says that it is a name.
  func isDoubtful(at index: Int) -> Bool { isWeak[index] && !strongCapitals.contains(analysis.tokens[index].key) }

  /// Whether a capitalized word is a name or a part of one.
  func isName(at index: Int) -> Bool {
    let token = analysis.tokens[index]
    if token.traits.contains(.innerCapital) || token.traits.contains(.allCapitals) { return true }
    if language.capitalizesNouns {
      return language.frequency(of: token.key) < NameCapitals.nounFrequency
    }
    guard isWeak[index] else { return true }
    if lowercase.contains(token.key) { return false }
    if strongCapitals.contains(token.key) { return true }
    let frequency = language.frequency(of: token.key)
    let next = index + 1 < analysis.tokens.count ? analysis.tokens[index + 1] : nil
    let isBeforeName =
      next.map {
        $0.kind == .word && $0.traits.contains(.capitalized) && !language.functionWords.contains($0.key)
          && !analysis.languageData.personTitles.contains($0.key)
      } ?? false
    if isBeforeName { return frequency < NameCapitals.plainFrequency }
    return language.words.map { $0.level(ofKey: token.key) == nil } ?? false
  }
}
