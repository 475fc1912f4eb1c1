// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// A run of prose that is read as one unit, such as a paragraph or a headline.
public struct Segment: Hashable, Sendable {
  /// The segment's place in the article's text.
  public let range: TextRange
  /// The part it plays.
  public let role: SegmentRole
  /// The language a `lang` attribute gives it, or `nil` if it has the article's language.
  public let language: LanguageTag?

  /// Creates a segment.
  public init(range: TextRange, role: SegmentRole, language: LanguageTag? = nil) {
    self.range = range
    self.role = role
    self.language = language
  }
}
