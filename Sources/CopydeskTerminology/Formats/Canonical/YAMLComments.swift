// SPDX-License-Identifier: Apache-2.0

internal import CopydeskYAML

/// The comments that belong to one unit.
struct UnitComments {
  var leading: [String] = []
  var trailing: [String] = []
}

/// Finds the comments of a YAML file, which libyaml passes over.
struct YAMLComments {
  private let bytes: [UInt8]
  /// What is text and may hold a `#` that starts no comment, in file order.
  private var texts: [Range<Int>] = []

  /// The comments by the unit they belong to, and those behind everything.
  static func assigned(
    in bytes: [UInt8], root: YAMLNode, units: [Int]
  ) -> (comments: [Int: UnitComments], footer: [String]) {
    YAMLComments(bytes, root: root).assigned(to: units)
  }

  private init(_ bytes: [UInt8], root: YAMLNode) {
    self.bytes = bytes
    collectTexts(of: root)
    texts.sort { $0.lowerBound < $1.lowerBound }
  }

  private func assigned(to units: [Int]) -> (comments: [Int: UnitComments], footer: [String]) {
    // Units in file order; of several that start together the outermost comes first.
    let ordered = units.indices.filter { units[$0] != BlockBuilder.insideLine }
      .sorted { (units[$0], $0) < (units[$1], $1) }
    var comments: [Int: UnitComments] = [:]
    var footer: [String] = []
    // How many units start before the comment at hand.
    var unitCount = 0
    var nextText = 0
    var index = 0
    var lineIsEmpty = true
    while index < bytes.count {
      while nextText < texts.count, texts[nextText].upperBound <= index { nextText += 1 }
      if nextText < texts.count, texts[nextText].contains(index) {
        lineIsEmpty = false
        index = texts[nextText].upperBound
        continue
      }
      let breakLength = lineBreakLength(at: index)
      let byte = bytes[index]
      if breakLength > 0 {
        lineIsEmpty = true
        index += breakLength
        continue
      }
      if byte == 0x23, isCommentStart(index) {
        let (text, end) = comment(at: index)
        while unitCount < ordered.count, units[ordered[unitCount]] <= index { unitCount += 1 }
        if !lineIsEmpty, unitCount > 0 {
          comments[ordered[unitCount - 1], default: UnitComments()].trailing.append(text)
        } else if unitCount < ordered.count {
          comments[ordered[unitCount], default: UnitComments()].leading.append(text)
        } else {
          footer.append(text)
        }
        index = end
        continue
      }
      if byte != 0x20, byte != 0x09, byte != 0xEF, byte != 0xBB, byte != 0xBF { lineIsEmpty = false }
      index += 1
    }
    return (comments, footer)
  }

  // MARK: Comments

  /// Whether a `#` outside of texts starts a comment rather than stands in a tag.
  private func isCommentStart(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    let before = bytes[index - 1]
    return before <= 0x20 || before >= 0x80 || "\"',:[]{}".utf8.contains(before)
  }

  private func comment(at start: Int) -> (text: String, end: Int) {
    var end = start
    while end < bytes.count, lineBreakLength(at: end) == 0 { end += 1 }
    var trimmed = end
    while bytes[trimmed - 1] == 0x20 || bytes[trimmed - 1] == 0x09 { trimmed -= 1 }
    return (String(decoding: bytes[start..<trimmed], as: UTF8.self), end)
  }

  /// The length of what libyaml takes for the end of a line, which is more than LF and CR; 0 if there is none.
  private func lineBreakLength(at index: Int) -> Int {
    switch bytes[index] {
    case 0x0A, 0x0D: 1
    case 0xC2: index + 1 < bytes.count && bytes[index + 1] == 0x85 ? 2 : 0
    case 0xE2:
      index + 2 < bytes.count && bytes[index + 1] == 0x80 && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9)
        ? 3 : 0
    default: 0
    }
  }

  // MARK: Texts

  private mutating func collectTexts(of node: YAMLNode) {
    switch node.content {
    case .scalar: collectText(from: node.start.offset, to: node.end.offset)
    case .sequence(let items):
      for item in items { collectTexts(of: item) }
    case .mapping(let entries):
      for entry in entries {
        collectKey(at: entry.keyStart.offset)
        collectTexts(of: entry.value)
      }
    }
  }

  /// A plain key ends before a `#` that starts a comment, so only one in quotation marks can hold it.
  private mutating func collectKey(at start: Int) {
    guard start < bytes.count else { return }
    let quote = bytes[start]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return }
    var end = start + 1
    while end < bytes.count, bytes[end] != quote {
      end += quote == UInt8(ascii: "\"") && bytes[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    texts.append(start..<min(end + 1, bytes.count))
  }

  /// A scalar without the comments before its text, behind a tag or the sign of a block; no plain text starts like these.
  private mutating func collectText(from start: Int, to end: Int) {
    var index = start
    while index < end {
      if lineBreakLength(at: index) > 0 || bytes[index] <= 0x20 {
        index += max(1, lineBreakLength(at: index))
      } else if bytes[index] == UInt8(ascii: "#") {
        index = comment(at: index).end
      } else if bytes[index] == UInt8(ascii: "!") || bytes[index] == UInt8(ascii: "&") {
        while index < end, bytes[index] > 0x20 { index += 1 }
      } else {
        break
      }
    }
    if index < end, bytes[index] == UInt8(ascii: "|") || bytes[index] == UInt8(ascii: ">") {
      while index < end, lineBreakLength(at: index) == 0 { index += 1 }
    }
    if index < end { texts.append(index..<end) }
  }
}
