// SPDX-License-Identifier: Apache-2.0

internal import CopydeskLanguageData
public import CopydeskText
internal import Synchronization

/// What Copydesk knows of a language beyond ICU's data.
///
/// Words are kept as the ``TokenKey`` of their folded spelling, for quick tests against tokens.
public struct LanguageData: Sendable {
  /// The language subtag, such as `es`.
  public let language: String
  /// Words written with a period that do not end a sentence.
  public let abbreviations: Set<UInt64>
  /// Words written with a period that do not end a sentence when a number follows (`p. 5`).
  public let numberAbbreviations: Set<UInt64>
  /// Lower-case words that may stand inside a name (`de`, `von`, `bin`).
  public let nameParticles: Set<UInt64>
  /// Particles of several words (`von der`, `in 't`), whose words alone may be something else.
  public let nameParticleSequences: [[UInt64]]
  /// Whether names take case endings, so that one name has many forms.
  public let inflectsNames: Bool
  /// Words before a surname (`President`, `señor`).
  public let personTitles: Set<UInt64>
  /// Titles of several words (`prime minister`, `vice` and `president` of `vice-president`).
  public let personTitleSequences: [[UInt64]]
  /// Definite and indefinite articles.
  public let articles: Set<UInt64>
  /// Whether headlines in title case exist in the language.
  public let hasTitleCase: Bool
  /// Words that stay lower-case in title case.
  public let titleCaseMinorWords: Set<UInt64>
  /// Words that grammar may repeat.
  public let doubledWords: Set<UInt64>
  /// Words that people repeat when they speak.
  public let doubledWordsInSpeech: Set<UInt64>
  /// Words that mark the former holder of an office (`former`, `ex`, `бывшего`).
  public let formerWords: Set<UInt64>
  /// Words inside a written date (`de` of `17 de marzo`, `года`).
  public let dateConnectors: Set<UInt64>
  /// Words between a weekday and its date (`den` of `Montag, den 17. März`).
  public let weekdayConnectors: Set<UInt64>
  /// Endings of ordinals written with digits (`th`, `er`, `º`).
  public let ordinalSuffixes: Set<UInt64>
  /// The marks of an era behind a year (`BC`, `n. Chr`).
  public let eras: [[UInt64]]
  /// The commonest words without meaning of their own.
  public let functionWords: Set<UInt64>

  /// Creates language data.
  public init(
    language: String, abbreviations: Set<UInt64> = [], numberAbbreviations: Set<UInt64> = [],
    nameParticles: Set<UInt64> = [], nameParticleSequences: [[UInt64]] = [], inflectsNames: Bool = false,
    personTitles: Set<UInt64> = [],
    personTitleSequences: [[UInt64]] = [], articles: Set<UInt64> = [], hasTitleCase: Bool = false,
    titleCaseMinorWords: Set<UInt64> = [], doubledWords: Set<UInt64> = [], doubledWordsInSpeech: Set<UInt64> = [],
    formerWords: Set<UInt64> = [],
    dateConnectors: Set<UInt64> = [], weekdayConnectors: Set<UInt64> = [], ordinalSuffixes: Set<UInt64> = [],
    eras: [[UInt64]] = [], functionWords: Set<UInt64> = []
  ) {
    self.language = language
    self.abbreviations = abbreviations
    self.numberAbbreviations = numberAbbreviations
    self.nameParticles = nameParticles
    self.nameParticleSequences = nameParticleSequences
    self.inflectsNames = inflectsNames
    self.personTitles = personTitles
    self.personTitleSequences = personTitleSequences
    self.articles = articles
    self.hasTitleCase = hasTitleCase
    self.titleCaseMinorWords = titleCaseMinorWords
    self.doubledWords = doubledWords
    self.doubledWordsInSpeech = doubledWordsInSpeech
    self.formerWords = formerWords
    self.dateConnectors = dateConnectors
    self.weekdayConnectors = weekdayConnectors
    self.ordinalSuffixes = ordinalSuffixes
    self.eras = eras
    self.functionWords = functionWords
  }

  /// Whether every noun has a capital, so that a capital is no sign of a name.
  public var capitalizesNouns: Bool { ["de", "lb"].contains(language) }

  /// Whether nouns are joined into one word, as in `Vertragsart`.
  public var formsCompounds: Bool {
    ["de", "lb", "nl", "af", "sv", "da", "nb", "nn", "is", "fi", "et", "hu"].contains(language)
  }

  /// Whether dates write the day as an ordinal with a period, as in `17. März`.
  public var writesOrdinalsWithPeriod: Bool { ["de", "cs", "sk", "da", "nb", "fi", "hr", "sl"].contains(language) }

  /// The data of a language; for one without a data file, empty data.
  ///
  /// A file is read when its language is first asked for, which takes about 0.2 ms.
  public static func data(for language: LanguageTag) -> LanguageData {
    cache.withLock { cache in
      if let data = cache[language.language] { return data }
      let data = embedded(language.language)
      cache[language.language] = data
      return data
    }
  }

  /// The subtags of the languages that have a data file, sorted.
  public static let languages: [String] = EmbeddedFile.all.map(\.name).filter { $0.hasPrefix(folder) }
    .map { String($0.dropFirst(folder.count).dropLast(".yml".count)) }.sorted()

  private static let folder = "languages/"
  private static let cache = Mutex<[String: LanguageData]>([:])

  private static func embedded(_ language: String) -> LanguageData {
    let path = "\(folder)\(language).yml"
    guard let file = EmbeddedFile.named(path) else { return LanguageData(language: language) }
    do throws(DataFileError) {
      return try LanguageData(yaml: file.bytes, path: path)
    } catch {
      preconditionFailure("an embedded language file cannot be read: \(error)")
    }
  }
}

extension LanguageData {
  /// Reads a language file.
  ///
  /// - Throws: ``DataFileError`` with the place of the first mistake.
  public init(yaml bytes: [UInt8], path: String) throws(DataFileError) {
    let file = try DataFileReader(bytes, path: path, keys: LanguageData.keys)
    let date = try file.mapping("date", keys: LanguageData.dateKeys)
    let language = try file.text("language")
    let words = WordReader(language: language)
    let particles = words.entries(try file.texts("name-particles"))
    let titles = words.entries(try file.texts("person-titles"))
    self.init(
      language: language,
      abbreviations: words.entries(try file.texts("abbreviations")).single,
      numberAbbreviations: words.entries(try file.texts("abbreviations-before-numbers")).single,
      nameParticles: particles.single,
      nameParticleSequences: particles.sequences,
      inflectsNames: try file.flag("inflects-names"),
      personTitles: titles.single,
      personTitleSequences: titles.sequences,
      articles: words.entries(try file.texts("articles")).single,
      hasTitleCase: try file.flag("title-case"),
      titleCaseMinorWords: words.entries(try file.texts("title-case-minor")).single,
      doubledWords: words.entries(try file.texts("doubled-words")).single,
      doubledWordsInSpeech: words.entries(try file.texts("doubled-words-in-speech")).single,
      formerWords: words.entries(try file.texts("former")).single,
      dateConnectors: words.entries(try date.texts("connectors")).single,
      weekdayConnectors: words.entries(try date.texts("weekday-connectors")).single,
      ordinalSuffixes: words.entries(try date.texts("ordinal-suffixes")).single,
      eras: words.sequences(try date.texts("era")),
      functionWords: words.entries(try file.texts("function-words")).single)
  }

  /// The keys of a language file in their order.
  static let keys = [
    "language", "abbreviations", "abbreviations-before-numbers", "name-particles", "inflects-names", "person-titles",
    "articles",
    "title-case", "title-case-minor", "doubled-words", "doubled-words-in-speech", "former", "date", "function-words",
  ]
  /// The keys below `date`.
  static let dateKeys = ["connectors", "ordinal-suffixes", "weekday-connectors", "era"]
}

/// Turns words and phrases of a data file into the keys of their tokens.
private struct WordReader {
  private let tokenizer: Tokenizer

  init(language: String) {
    tokenizer = Tokenizer(language: language)
  }

  /// The entries of one word, and those of several as sequences.
  func entries(_ texts: [String]) -> (single: Set<UInt64>, sequences: [[UInt64]]) {
    var single: Set<UInt64> = []
    single.reserveCapacity(texts.count)
    var sequences: [[UInt64]] = []
    for text in texts {
      let keys = keys(of: text)
      if keys.count == 1 { single.insert(keys[0]) } else { sequences.append(keys) }
    }
    return (single, sequences)
  }

  func sequences(_ texts: [String]) -> [[UInt64]] { texts.map { keys(of: $0) } }

  /// The keys of the words of a text; marks between them do not count.
  private func keys(of text: String) -> [UInt64] {
    tokenizer.tokens(in: Array(text.utf8)).filter(\.isWordLike).map(\.key)
  }
}
