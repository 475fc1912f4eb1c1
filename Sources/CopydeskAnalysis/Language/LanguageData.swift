// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// What Copydesk knows of a language beyond ICU's data.
///
/// Words are folded (lower case); sets hold their ``TokenKey`` for quick tests against tokens.
public struct LanguageData: Sendable {
  /// The language subtag, such as `es`.
  public let language: String
  /// Words written with a period that do not end a sentence.
  public let abbreviations: Set<UInt64>
  /// Lower-case words that may stand inside a name (`de`, `von`, `bin`).
  public let nameParticles: Set<UInt64>
  /// Words before a surname (`President`, `señor`).
  public let personTitles: Set<UInt64>
  /// Definite and indefinite articles.
  public let articles: Set<UInt64>
  /// Whether headlines in title case exist in the language.
  public let hasTitleCase: Bool
  /// Words that stay lower-case in title case.
  public let titleCaseMinorWords: Set<UInt64>
  /// Words that grammar may repeat.
  public let doubledWords: Set<UInt64>

  /// Creates language data.
  public init(
    language: String, abbreviations: Set<UInt64> = [], nameParticles: Set<UInt64> = [],
    personTitles: Set<UInt64> = [], articles: Set<UInt64> = [], hasTitleCase: Bool = false,
    titleCaseMinorWords: Set<UInt64> = [], doubledWords: Set<UInt64> = []
  ) {
    self.language = language
    self.abbreviations = abbreviations
    self.nameParticles = nameParticles
    self.personTitles = personTitles
    self.articles = articles
    self.hasTitleCase = hasTitleCase
    self.titleCaseMinorWords = titleCaseMinorWords
    self.doubledWords = doubledWords
  }

  /// Whether dates write the day as an ordinal with a period, as in `17. März`.
  public var writesOrdinalsWithPeriod: Bool { ["de", "cs", "sk", "da", "nb", "fi", "hr", "sl"].contains(language) }

  /// The data of a language; for one without a data file, empty data.
  public static func data(for language: LanguageTag) -> LanguageData {
    LanguageData(language: language.language)
  }
}
