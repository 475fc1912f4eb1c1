// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// A place where a text uses a term of the glossary.
public struct TermMatch: Hashable, Sendable {
  /// The place in the text.
  public let range: TextRange
  /// The tokens the term covers.
  public let tokens: Range<Int>
  /// The term's index in ``TermMatcher/entries``.
  public let entry: Int
  /// Whether the term stands as a hashtag, its words joined.
  public let isHashtag: Bool
  /// Whether the article's date certainly lies outside of the term's validity.
  public let isOutsideValidity: Bool

  /// Creates a match.
  public init(
    range: TextRange, tokens: Range<Int>, entry: Int, isHashtag: Bool = false, isOutsideValidity: Bool = false
  ) {
    self.range = range
    self.tokens = tokens
    self.entry = entry
    self.isHashtag = isHashtag
    self.isOutsideValidity = isOutsideValidity
  }
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
