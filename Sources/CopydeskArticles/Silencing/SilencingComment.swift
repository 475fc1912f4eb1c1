// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// Reads the comments that silence rules: `<!-- copydesk-disable RULE[, RULE] -- reason -->`.
enum SilencingComment {
  private static let opening = Array("<!--".utf8)
  private static let closing = Array("-->".utf8)
  private static let prefix = Array("copydesk-".utf8)

  /// The silencing comments in a range of the input, each from `<!--` to `-->`.
  static func ranges(in bytes: [UInt8], _ range: TextRange) -> [TextRange] {
    var found: [TextRange] = []
    var index = Int(range.start)
    let end = Int(range.end)
    while index + 7 <= end {
      guard bytes[index] == 0x3C, matches(opening, bytes, index, end) else {
        index += 1
        continue
      }
      var content = index + 4
      while content < end, bytes[content] == 0x20 || bytes[content] == 0x09 || bytes[content] == 0x0A { content += 1 }
      guard matches(prefix, bytes, content, end) else {
        index += 4
        continue
      }
      guard let close = find(closing, bytes, index + 4, end) else { break }
      found.append(TextRange(index, close + 3))
      index = close + 3
    }
    return found
  }

  /// Reads one comment found by ``ranges(in:_:)``.
  ///
  /// - Throws: ``ArticleError`` if the comment asks for something there is not.
  static func directive(_ comment: TextRange, in input: InputText) throws(ArticleError) -> SuppressionDirective {
    let content = TextLines.trimmed(Int(comment.start) + 4, Int(comment.end) - 3, in: input.bytes)
    let text = input.string(in: content)
    let keyword = text.prefix { !$0.isWhitespace }
    guard let kind = SuppressionDirective.Kind(rawValue: String(keyword.dropFirst(prefix.count))) else {
      throw ArticleError(
        path: input.path, position: ArticleError.Position(comment.start, in: input.bytes),
        message:
          "“\(keyword)” silences nothing; expected copydesk-disable, copydesk-enable or copydesk-disable-next-line")
    }
    let (rules, reason) = split(text.dropFirst(keyword.count))
    return SuppressionDirective(kind: kind, rules: rules, reason: reason, inputRange: comment)
  }

  /// The rules before, the reason behind the double hyphen.
  private static func split(_ text: Substring) -> (rules: [String], reason: String?) {
    var list = text
    var reason: String?
    var words = text.split { $0.isWhitespace }
    if let dashes = words.firstIndex(of: "--") {
      list = text[..<words[dashes].startIndex]
      let explanation = words[(dashes + 1)...].joined(separator: " ")
      reason = explanation.isEmpty ? nil : explanation
    }
    words = list.split { $0.isWhitespace || $0 == "," }
    return (words.map(String.init), reason)
  }

  private static func matches(_ pattern: [UInt8], _ bytes: [UInt8], _ index: Int, _ end: Int) -> Bool {
    index + pattern.count <= end && pattern.indices.allSatisfy { bytes[index + $0] == pattern[$0] }
  }

  private static func find(_ pattern: [UInt8], _ bytes: [UInt8], _ start: Int, _ end: Int) -> Int? {
    var index = start
    while index + pattern.count <= end {
      if bytes[index] == pattern[0], matches(pattern, bytes, index, end) { return index }
      index += 1
    }
    return nil
  }
}

extension ArticleError.Position {
  /// The line and column of an offset.
  init(_ offset: UInt32, in bytes: [UInt8]) {
    let position = LineTable(bytes).position(of: offset)
    self.init(line: position.line, column: position.column)
  }
}
