// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// A place where a text uses a term of the glossary.
public struct TermMatch: Hashable, Sendable {
  /// How a text comes to use a term.
  public enum Means: String, CaseIterable, Sendable {
    /// By the term as it is written, apart from capitals that the place adds.
    case exact
    /// By a form that the glossary declares.
    case form
    /// By a form that differs in the endings of the language.
    case inflection
    /// As a part of a compound that is written as one word.
    case compound
    /// By a longer word that begins with the term.
    case prefix
    /// By what a regular expression describes.
    case regex
    /// As a hashtag, its words joined.
    case hashtag
  }

  /// The place in the text.
  public let range: TextRange
  /// The tokens the term covers.
  public let tokens: Range<Int>
  /// The term's index in ``TermMatcher/entries``.
  public let entry: Int
  /// How the text uses the term.
  public let means: Means
  /// Whether the article's date certainly lies outside of the term's validity.
  public let isOutsideValidity: Bool

  /// Creates a match.
  public init(
    range: TextRange, tokens: Range<Int>, entry: Int, means: Means = .exact, isOutsideValidity: Bool = false
  ) {
    self.range = range
    self.tokens = tokens
    self.entry = entry
    self.means = means
    self.isOutsideValidity = isOutsideValidity
  }

  /// Whether the term stands as a hashtag, its words joined.
  public var isHashtag: Bool { means == .hashtag }
}

/// How much a text may differ from a term and still use it.
public enum TermLeniency: Sendable {
  /// As little as it takes to say that the text must not do so.
  case rejection
  /// So much that nobody could say the term is missing: any ending of the language, any compound, any capitals.
  case presence
}

/// A term that a matcher looks for.
public struct TermEntry: Hashable, Sendable {
  /// The term.
  public let term: Term
  /// The index of its concept in ``TermMatcher/concepts``.
  public let concept: Int
}

/// A concept that has terms in the matcher's language.
public struct TermConcept: Hashable, Sendable {
  /// The concept's id.
  public let id: String
  /// What it is about.
  public let kind: ConceptKind
  /// The id of its glossary.
  public let glossary: String
  /// Its terms in the language, as indices into ``TermMatcher/entries``.
  public let entries: Range<Int>
}
