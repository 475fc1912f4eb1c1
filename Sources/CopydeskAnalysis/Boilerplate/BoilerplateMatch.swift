// SPDX-License-Identifier: Apache-2.0

internal import CopydeskArticles
internal import CopydeskLanguageData
public import CopydeskText

/// A line of an article that belongs to the page and not to the story.
public struct BoilerplateMatch: Hashable, Sendable {
  /// What the line is.
  public enum Kind: Sendable {
    /// Asks for a reaction.
    case reactionWidget
    /// Buttons for sharing.
    case shareBar
    /// Points to other articles.
    case readMore
    /// Keywords with a label.
    case keywordLine
    /// Left by the frame of an embedded post.
    case embed
    /// Anything else of the page: advertising labels, newsletter boxes, comment counters.
    case pageFurniture
  }

  /// What the line is.
  public let kind: Kind
  /// The index of the segment it stands in.
  public let segment: Int
  /// The line without white space around it.
  public let range: TextRange
  /// The phrase that gave the line away.
  public let phrase: TextRange

  /// The lines of an article that belong to the page, in text order.
  ///
  /// The headline and code are not looked at.
  static func matches(in article: Article) -> [BoilerplateMatch] {
    var matches: [BoilerplateMatch] = []
    let text = article.text
    for (index, segment) in article.segments.enumerated() where segment.role != .headline && segment.role != .code {
      var start = Int(segment.range.start)
      let end = Int(segment.range.end)
      while start < end {
        let lineEnd = text[start..<end].firstIndex(of: 0x0A) ?? end
        if lineEnd - start <= maximumLength, let match = BoilerplateMatch(text[start..<lineEnd], segment: index) {
          matches.append(match)
        }
        start = lineEnd + 1
      }
    }
    return matches
  }

  /// The longest line in bytes that is looked at; longer ones are paragraphs of a story.
  private static let maximumLength = 600

  private init?(_ line: ArraySlice<UInt8>, segment: Int) {
    guard let found = BoilerplateLine(line) else { return nil }
    var line = line.drop { $0 <= 0x20 }
    while let last = line.last, last <= 0x20 { line.removeLast() }
    if found.classes.contains(.keywordLinePrefix) {
      guard BoilerplateMatch.isKeywordList(line[found.phrase.upperBound...]) else { return nil }
    }
    kind = BoilerplateMatch.kind(of: found.classes)
    self.segment = segment
    range = TextRange(line.startIndex, line.endIndex)
    phrase = TextRange(found.phrase.lowerBound, found.phrase.upperBound)
  }

  private static func kind(of classes: PhraseClasses) -> Kind {
    if classes.contains(.reactionWidget) { return .reactionWidget }
    if classes.contains(.shareBar) { return .shareBar }
    if !classes.isDisjoint(with: [.readMore, .readMorePrefix]) { return .readMore }
    if !classes.isDisjoint(with: [.embed, .embedPrefix]) { return .embed }
    if classes.contains(.keywordLinePrefix) { return .keywordLine }
    return .pageFurniture
  }

  /// Whether what follows the label reads as keywords: not a sentence, and separated unless it is short.
  private static func isKeywordList(_ rest: ArraySlice<UInt8>) -> Bool {
    let words = rest.split { $0 <= 0x20 || $0 == 0x2C }.count
    guard words > 0, words <= 40, let last = rest.last else { return false }
    let endsSentence = last == 0x2E || last == 0x21 || last == 0x3F
    let isSeparated = rest.contains { $0 == 0x2C || $0 == 0x23 || $0 == 0x7C || $0 == 0x3B }
    return !endsSentence && (isSeparated || words <= 4)
  }
}
