// SPDX-License-Identifier: Apache-2.0

internal import CopydeskYAML

/// A part of the output that begins on a line of its own unless it is joined into one.
struct Block {
  enum Content {
    case scalar(String)
    /// A word that is written as it is, such as `true`.
    case word(String)
    case sequence([Block])
    case mapping([(key: String, value: Block)])
  }

  /// The index of the block among those that comments can belong to.
  let unit: Int
  let content: Content
  /// Whether the block may stand in brackets on the line of its key.
  let isJoinable: Bool
  /// The comments before it and at the end of its line.
  var comments = UnitComments()

  /// The block with the comments of all parts, by their units.
  func commented(_ comments: [Int: UnitComments]) -> Block {
    let content: Content =
      switch self.content {
      case .scalar, .word: self.content
      case .sequence(let items): .sequence(items.map { $0.commented(comments) })
      case .mapping(let entries): .mapping(entries.map { ($0.key, $0.value.commented(comments)) })
      }
    return Block(
      unit: unit, content: content, isJoinable: isJoinable, comments: comments[unit] ?? UnitComments())
  }

  /// The value of a key, or `nil` if the block is no mapping or lacks the key.
  subscript(key: String) -> Block? {
    guard case .mapping(let entries) = content else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// The text of a scalar, or `nil`.
  var text: String? {
    guard case .scalar(let text) = content else { return nil }
    return text
  }
}

/// Brings nodes into canonical order and gives each key and item a number for comments.
struct BlockBuilder {
  /// What a node is, which decides the order of its keys.
  enum Part {
    case glossary
    case concepts
    case concept
    case terms
    case termList
    case term
    case other
  }

  /// The start of units that no comment can belong to.
  static let insideLine = -1

  /// The offset in the file at which each unit starts.
  private(set) var units: [Int] = []
  private let languages: [String]

  init(languages: [String]) {
    self.languages = languages
  }

  mutating func block(_ node: YAMLNode, as part: Part, start: Int?) -> Block {
    let unit = units.count
    units.append(start ?? BlockBuilder.insideLine)
    // What stands in brackets on one line leaves its comments to the key before the brackets.
    let isOnOneLine = part == .other && node.start.line == node.end.line
    switch node.content {
    case .scalar(let text, _):
      return Block(unit: unit, content: .scalar(text), isJoinable: true)
    case .sequence(let items):
      let itemPart: Part = part == .concepts ? .concept : part == .termList ? .term : .other
      let blocks = items.map { block($0, as: itemPart, start: isOnOneLine ? nil : $0.start.offset) }
      return Block(unit: unit, content: .sequence(blocks), isJoinable: part == .other)
    case .mapping(let entries):
      let kept = ordered(entries, in: part).filter { !isDefault($0, in: part) }
      let blocks = kept.map { entry in
        if part == .term, entry.key == "do-not-translate", let word = entry.value.text {
          return (key: entry.key, value: self.word(word, start: isOnOneLine ? nil : entry.keyStart.offset))
        }
        return (
          key: entry.key,
          value: block(
            canonical(entry, in: part), as: self.part(of: entry.key, in: part),
            start: isOnOneLine ? nil : entry.keyStart.offset)
        )
      }
      if part == .term, blocks.count == 1, let only = blocks.first, only.key == "text" {
        units.removeLast(units.count - unit - 1)
        return Block(unit: unit, content: only.value.content, isJoinable: true)
      }
      return Block(unit: unit, content: .mapping(blocks), isJoinable: part == .other)
    }
  }

  private mutating func word(_ word: String, start: Int?) -> Block {
    units.append(start ?? BlockBuilder.insideLine)
    return Block(unit: units.count - 1, content: .word(word), isJoinable: true)
  }

  private func part(of key: String, in part: Part) -> Part {
    switch part {
    case .glossary: key == "concepts" ? .concepts : .other
    case .concept: key == "terms" ? .terms : .other
    case .terms: .termList
    default: .other
    }
  }

  private func ordered(_ entries: [YAMLEntry], in part: Part) -> [YAMLEntry] {
    let order: [String] =
      switch part {
      case .glossary: GlossaryKey.glossary.map(\.name)
      case .concept: GlossaryKey.concept.map(\.name)
      case .terms: languages
      case .term: GlossaryKey.term.map(\.name)
      // The keys of the small mappings inside differ, so one order is enough for all.
      default: (GlossaryKey.validity + GlossaryKey.example + GlossaryKey.relation).map(\.name)
      }
    return entries.enumerated().sorted { left, right in
      let leftRank = order.firstIndex(of: left.element.key) ?? order.count
      let rightRank = order.firstIndex(of: right.element.key) ?? order.count
      return (leftRank, left.offset) < (rightRank, right.offset)
    }.map { $0.element }
  }

  /// The value in the one shape that canonical files have where readers accept a text as well as a list.
  private func canonical(_ entry: YAMLEntry, in part: Part) -> YAMLNode {
    let value = entry.value
    let isConcept = part == .concept
    if isConcept && ["domain", "desk"].contains(entry.key) || part == .term && entry.key == "contexts",
      value.text != nil
    {
      return YAMLNode(content: .sequence([value]), start: value.start, end: value.end)
    }
    let isOneOrMore = isConcept && entry.key == "source" || ConceptRelationKind(rawValue: entry.key) != nil
    if isOneOrMore, let items = value.items, items.count == 1, let only = items.first { return only }
    return value
  }

  /// Whether a key says only what holds without it.
  private func isDefault(_ entry: YAMLEntry, in part: Part) -> Bool {
    switch (part, entry.key, entry.value.text) {
    case (.concept, "kind", "term"), (.concept, "state", "approved"): true
    case (.term, "status", "preferred"), (.term, "type", "full"), (.term, "match", "stem"),
      (.term, "case", "permissive"),
      (.term, "do-not-translate", "false"):
      true
    default: (part == .concept || part == .term) && entry.value.items?.isEmpty ?? false
    }
  }
}
