// SPDX-License-Identifier: Apache-2.0

/// A regular expression that stands for a few texts, such as `meta[- ]?data|metadatum`.
///
/// Alternatives, optional parts, groups and small sets are understood; whatever repeats, looks around or
/// refers back is not finite or not plain.
struct FinitePattern {
  /// One text that the pattern matches.
  struct Text: Hashable {
    /// The text.
    var text: String
    /// The text of each group in parentheses, by number from 1; a group that took no part has none.
    var groups: [Int: String]
  }

  /// The texts in the order in which the pattern prefers them, each once.
  let texts: [Text]

  /// Reads a pattern.
  ///
  /// - Returns: `nil` if the pattern is not plainly finite or stands for more texts than the limit.
  init?(_ pattern: String, limit: Int) {
    var parser = PatternParser(pattern)
    guard let alternatives = parser.alternatives(depth: 0), parser.isAtEnd else { return nil }
    guard let texts = PatternNode.texts(of: alternatives, limit: limit), !texts.isEmpty else { return nil }
    var seen: Set<String> = []
    var unique: [Text] = []
    for text in texts {
      guard !text.text.isEmpty else { return nil }
      if seen.insert(text.text).inserted { unique.append(text) }
    }
    self.texts = unique
  }

  /// Whether the text has no sign that means something in a pattern.
  static func isLiteral(_ pattern: String) -> Bool {
    !pattern.utf8.contains { metacharacters.contains($0) }
  }

  /// The pattern that matches the text and nothing else.
  static func escaped(_ text: String) -> String {
    String(
      decoding: text.utf8.flatMap { metacharacters.contains($0) ? [UInt8(ascii: "\\"), $0] : [$0] }, as: UTF8.self)
  }

  private static let metacharacters = Set("\\^$.|?*+()[]{}".utf8)
}

/// A part of a finite pattern.
private indirect enum PatternNode {
  case literal(Unicode.Scalar)
  case set([Unicode.Scalar])
  case group([[PatternNode]], number: Int?)
  case optional(PatternNode)
  /// A place between a word and something else, which matches no text.
  case boundary

  static func texts(of alternatives: [[PatternNode]], limit: Int) -> [FinitePattern.Text]? {
    var texts: [FinitePattern.Text] = []
    for sequence in alternatives {
      guard let more = self.texts(of: sequence, limit: limit) else { return nil }
      texts += more
      if texts.count > limit { return nil }
    }
    return texts
  }

  private static func texts(of sequence: [PatternNode], limit: Int) -> [FinitePattern.Text]? {
    var texts = [FinitePattern.Text(text: "", groups: [:])]
    for node in sequence {
      guard let parts = node.texts(limit: limit) else { return nil }
      if texts.count * parts.count > limit { return nil }
      texts = texts.flatMap { text in
        parts.map { part in
          FinitePattern.Text(
            text: text.text + part.text, groups: text.groups.merging(part.groups) { _, last in last })
        }
      }
    }
    return texts
  }

  private func texts(limit: Int) -> [FinitePattern.Text]? {
    switch self {
    case .literal(let scalar): return [FinitePattern.Text(text: String(scalar), groups: [:])]
    case .set(let scalars): return scalars.map { FinitePattern.Text(text: String($0), groups: [:]) }
    case .boundary: return [FinitePattern.Text(text: "", groups: [:])]
    case .optional(let node):
      guard let texts = node.texts(limit: limit) else { return nil }
      return texts + [FinitePattern.Text(text: "", groups: [:])]
    case .group(let alternatives, let number):
      guard var texts = PatternNode.texts(of: alternatives, limit: limit) else { return nil }
      if let number {
        for index in texts.indices { texts[index].groups[number] = texts[index].text }
      }
      return texts
    }
  }
}

/// Reads the patterns that are plain.
private struct PatternParser {
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var groupCount = 0

  private static let maximumDepth = 16
  private static let maximumSetSize = 16

  init(_ pattern: String) {
    scalars = Array(pattern.unicodeScalars)
  }

  var isAtEnd: Bool { index == scalars.count }

  private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

  mutating func alternatives(depth: Int) -> [[PatternNode]]? {
    guard depth < PatternParser.maximumDepth else { return nil }
    var alternatives: [[PatternNode]] = [[]]
    while let scalar = next, scalar != ")" {
      if scalar == "|" {
        index += 1
        alternatives.append([])
        continue
      }
      guard var node = node(depth: depth) else { return nil }
      switch next {
      case "*", "+", "{": return nil
      case "?":
        index += 1
        // A lazy or possessive option prefers another text first.
        if next == "?" || next == "+" { return nil }
        node = .optional(node)
      default: break
      }
      alternatives[alternatives.count - 1].append(node)
    }
    return alternatives
  }

  private mutating func node(depth: Int) -> PatternNode? {
    guard let scalar = next else { return nil }
    index += 1
    switch scalar {
    case "(": return group(depth: depth)
    case "[": return set()
    case "\\": return escape()
    case ".", "^", "$", "*", "+", "?", "{", "}", "]": return nil
    default: return .literal(scalar)
    }
  }

  private mutating func group(depth: Int) -> PatternNode? {
    var number: Int?
    if next == "?" {
      guard index + 1 < scalars.count, scalars[index + 1] == ":" else { return nil }
      index += 2
    } else {
      groupCount += 1
      number = groupCount
    }
    guard let alternatives = alternatives(depth: depth + 1), next == ")" else { return nil }
    index += 1
    return .group(alternatives, number: number)
  }

  private mutating func escape() -> PatternNode? {
    guard let scalar = next else { return nil }
    index += 1
    switch scalar {
    case "b": return .boundary
    case "s": return .literal(" ")
    default: return PatternParser.isPunctuation(scalar) ? .literal(scalar) : nil
    }
  }

  private mutating func set() -> PatternNode? {
    var scalars: [Unicode.Scalar] = []
    if next == "^" || next == "]" { return nil }
    while let scalar = next, scalar != "]" {
      index += 1
      var member = scalar
      if scalar == "[" { return nil }
      if scalar == "\\" {
        guard let escaped = next else { return nil }
        index += 1
        if escaped == "s" {
          member = " "
        } else if PatternParser.isPunctuation(escaped) {
          member = escaped
        } else {
          return nil
        }
      }
      if next == "-", index + 1 < self.scalars.count, self.scalars[index + 1] != "]" {
        let last = self.scalars[index + 1]
        guard last != "\\", last != "[", last.value >= member.value,
          last.value - member.value < PatternParser.maximumSetSize
        else { return nil }
        index += 2
        scalars += (member.value...last.value).compactMap { Unicode.Scalar($0) }
      } else {
        scalars.append(member)
      }
      if scalars.count > PatternParser.maximumSetSize { return nil }
    }
    guard next == "]" else { return nil }
    index += 1
    return .set(scalars)
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
