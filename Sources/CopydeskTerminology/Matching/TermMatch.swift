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

  /// Creates a match.
  public init(range: TextRange, tokens: Range<Int>, entry: Int) {
    self.range = range
    self.tokens = tokens
    self.entry = entry
  }
}

/// Finds the terms of glossaries in tokenized text.
public struct TermMatcher: Sendable {
  /// Creates a matcher that finds nothing.
  public init() {}

  /// The matches in text order, without overlap: the longest wins.
  public func matches(in text: [UInt8], tokens: [Token]) -> [TermMatch] { [] }
}
