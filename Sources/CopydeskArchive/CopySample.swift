// SPDX-License-Identifier: Apache-2.0

internal import CopydeskAnalysis
internal import CopydeskArticles
internal import CopydeskText

/// A place in an article as a person looks it up.
public struct CopyPlace: Hashable, Sendable, CustomStringConvertible {
  /// The path of the article.
  public let path: String
  /// The 1-based line.
  public let line: Int
  /// The 1-based column in code points.
  public let column: Int

  /// Creates a place.
  public init(path: String, line: Int, column: Int) {
    self.path = path
    self.line = line
    self.column = column
  }

  /// The place as `story.txt:3:1`.
  public var description: String { "\(path):\(line):\(column)" }
}

/// Copy around a place, to judge by.
public struct CopySample: Hashable, Sendable {
  /// Where the copy in question starts.
  public let place: CopyPlace
  /// What stands before it in its sentence; shortened at a word if it is long.
  public let before: String
  /// The copy in question.
  public let text: String
  /// What stands behind it in its sentence; shortened at a word if it is long.
  public let after: String

  /// Creates a sample.
  public init(place: CopyPlace, before: String, text: String, after: String) {
    self.place = place
    self.before = before
    self.text = text
    self.after = after
  }

  /// The sample as one text.
  public var sentence: String { before + text + after }
}

/// Takes samples from an article; its lines are counted when the first is taken.
struct CopySampler {
  private let analysis: ArticleAnalysis
  /// The line to name in place of the one that is counted, for an article that is one line of a file.
  private let fixedLine: Int?
  private lazy var lines = LineTable(analysis.article.input.bytes)

  /// The most bytes that a sample shows on either side.
  private static let reach = 160

  init(_ analysis: ArticleAnalysis, fixedLine: Int? = nil) {
    self.analysis = analysis
    self.fixedLine = fixedLine
  }

  /// The sample of some tokens of one segment.
  mutating func sample(of tokens: Range<Int>) -> CopySample {
    let range = analysis.range(of: tokens)
    let first = analysis.sentences[analysis.sentenceIndex(at: tokens.lowerBound)]
    let last = analysis.sentences[analysis.sentenceIndex(at: tokens.upperBound - 1)]
    let sentence = analysis.range(of: first.tokens.lowerBound..<max(last.tokens.upperBound, tokens.upperBound))
    return CopySample(
      place: place(of: range),
      before: before(TextRange(start: min(sentence.start, range.start), end: range.start)),
      text: onOneLine(range),
      after: after(TextRange(start: range.end, end: max(sentence.end, range.end))))
  }

  private mutating func place(of range: TextRange) -> CopyPlace {
    let path = analysis.article.input.path
    if let fixedLine { return CopyPlace(path: path, line: fixedLine, column: 1) }
    let position = lines.position(of: analysis.article.offsetMap.inputRange(of: range).start)
    return CopyPlace(path: path, line: position.line, column: position.column)
  }

  private func onOneLine(_ range: TextRange) -> String {
    String(
      decoding: analysis.article.text[range.offsets].map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }, as: UTF8.self)
  }

  private func before(_ range: TextRange) -> String {
    guard range.count > CopySampler.reach else { return onOneLine(range) }
    let text = analysis.article.text
    let start = text[Int(range.end) - CopySampler.reach..<Int(range.end)].firstIndex(of: 0x20) ?? Int(range.end)
    return "…" + onOneLine(TextRange(min(start + 1, Int(range.end)), Int(range.end)))
  }

  private func after(_ range: TextRange) -> String {
    guard range.count > CopySampler.reach else { return onOneLine(range) }
    let text = analysis.article.text
    let end = text[Int(range.start)..<Int(range.start) + CopySampler.reach].lastIndex(of: 0x20) ?? Int(range.start)
    return onOneLine(TextRange(Int(range.start), end)) + "…"
  }
}
