// SPDX-License-Identifier: Apache-2.0

/// A run of words in a language that is not the article's.
public struct ForeignRun: Hashable, Sendable {
  /// How much of the copy a run takes.
  public enum Extent: UInt8, Sendable {
    /// A few words inside a sentence.
    case phrase
    /// A whole sentence, or most of one.
    case sentence
  }

  /// What an editor would say of the place where a run stands.
  public enum Setting: UInt8, Sendable {
    /// The running copy: foreign words have no business here.
    case copy
    /// A name, which newsrooms may leave as it is: *Autorité des marchés financiers*.
    case name
    /// The whole of a quotation or parenthesis: a title, foreign speech, an original behind its translation.
    case quotation
  }

  /// The run's tokens, as indices into the analysis's tokens; never empty.
  public let tokens: Range<Int>
  /// The index of its segment.
  public let segment: Int
  /// The language subtag, such as `es`.
  public let language: String
  /// How much of the copy it takes.
  public let extent: Extent
  /// The place it stands in.
  public let setting: Setting
  /// How much more the words belong to the run's language than to the article's, in 1/32 of a decimal
  /// logarithm of likelihood: 100 is a factor of 1,300.
  public let evidence: Int

  /// Creates a run.
  public init(
    tokens: Range<Int>, segment: Int, language: String, extent: Extent, setting: Setting, evidence: Int
  ) {
    self.tokens = tokens
    self.segment = segment
    self.language = language
    self.extent = extent
    self.setting = setting
    self.evidence = evidence
  }
}
