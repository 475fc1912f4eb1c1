// SPDX-License-Identifier: Apache-2.0

/// The part a segment plays in an article.
public enum SegmentRole: String, CaseIterable, Sendable {
  /// The title of the article.
  case headline
  /// The summary under the headline.
  case standfirst
  /// A subheading inside the article.
  case heading
  /// Running text.
  case paragraph
  /// A quotation set off as a block.
  case quotation
  /// An item of a list.
  case listItem = "list-item"
  /// The text under a picture.
  case caption
  /// Keywords or tags, separated by commas.
  case keywordLine = "keyword-line"
  /// A post of a social network pasted as text.
  case embed
  /// Residue of the content management system: widgets, share bars, advertising labels.
  case boilerplate
  /// Program code, preformatted.
  case code

  /// Whether rules about prose apply to the segment.
  public var isProse: Bool {
    switch self {
    case .keywordLine, .boilerplate, .code: false
    default: true
    }
  }

  /// Whether the segment is a headline or subheading.
  public var isHeading: Bool { self == .headline || self == .heading }
}
