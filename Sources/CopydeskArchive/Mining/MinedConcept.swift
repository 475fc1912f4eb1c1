// SPDX-License-Identifier: Apache-2.0

public import CopydeskTerminology
public import CopydeskText

/// Something that an archive has words for, proposed to a terminologist.
public struct MinedConcept: Sendable {
  /// One of its words.
  public struct Term: Sendable {
    /// The language.
    public let language: LanguageTag
    /// The commonest spelling.
    public let text: String
    /// Its other grammatical forms that were met.
    public let forms: [String]
    /// The form it takes.
    public let type: TermType
    /// Whether it is written as a name.
    public let isName: Bool
    /// Its occurrences that are no part of a longer candidate; for a translation, the segments that have it.
    public let count: Int
    /// The articles that have it, or `nil` if that was not counted.
    public let articleCount: Int?
    /// Sentences that show it.
    public let samples: [CopySample]

    /// Creates a term.
    public init(
      language: LanguageTag, text: String, forms: [String] = [], type: TermType, isName: Bool, count: Int,
      articleCount: Int?,
      samples: [CopySample]
    ) {
      self.language = language
      self.text = text
      self.forms = forms
      self.type = type
      self.isName = isName
      self.count = count
      self.articleCount = articleCount
      self.samples = samples
    }
  }

  /// What it seems to be; a term unless something says more.
  public var kind: ConceptKind
  /// How much speaks for it.
  public let score: Double
  /// Its words by language, the commonest of each first.
  public var terms: [Term]

  /// Creates a concept.
  public init(kind: ConceptKind, score: Double, terms: [Term]) {
    self.kind = kind
    self.score = score
    self.terms = terms
  }
}

/// What mining an archive came to.
public struct MiningResult: Sendable {
  /// The proposals, the best first.
  public var concepts: [MinedConcept] = []
  /// Candidates that are left out because a glossary has them, the best first.
  public var knownTerms: [String] = []
  /// Candidates of the source language whose translation could not be told.
  public var unmatchedTerms: [String] = []
  /// The articles.
  public var articleCount = 0
  /// Articles that are left out because they are of another pair of languages than the first.
  public var foreignArticleCount = 0
  /// The words of the articles, in the source language if there are two.
  public var wordCount = 0
  /// By how much the count of a phrase may be too low, because memory is bounded.
  public var lostCount = 0

  /// Creates a result of nothing.
  public init() {}
}
