// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
public import CopydeskText
internal import CopydeskYAML

/// Writes glossaries in canonical YAML.
///
/// There is one canonical form for each content: keys in fixed order, one block for each concept with
/// a blank line between them, plain scalars where YAML allows, defaults left out. So two people who
/// edit different concepts never touch the same lines.
public enum GlossaryWriter {
  /// The canonical YAML of a glossary.
  public static func write(_ glossary: Glossary) -> String {
    var builder = BlockBuilder(languages: glossary.languages.map { $0.tag })
    let root = builder.block(GlossaryWriter.node(glossary), as: .glossary, start: 0)
    return BlockEmitter(comments: [:], footer: []).text(of: root)
  }

  /// A glossary file in canonical form, with its comments.
  ///
  /// A comment on lines of its own stays before the key or item it precedes, one at the end of a
  /// line stays at the end of what the line holds. Formatting twice changes nothing more.
  ///
  /// - Throws: ``GlossaryError`` if the file is no valid glossary.
  public static func format(_ input: InputText) throws(GlossaryError) -> String {
    let document = try GlossaryReader.read(input)
    guard let root = try? YAMLParser.parse(input.bytes) else { return "" }
    var builder = BlockBuilder(languages: document.glossary.languages.map { $0.tag })
    let block = builder.block(root, as: .glossary, start: root.start.offset)
    let (comments, footer) = YAMLComments.assigned(in: input.bytes, root: root, units: builder.units)
    return BlockEmitter(comments: comments, footer: footer).text(of: block)
  }

  // MARK: From the model

  private static let mark = YAMLMark(line: 1, column: 1, offset: 0)

  private static func scalar(_ text: String) -> YAMLNode {
    YAMLNode(content: .scalar(text, isPlain: false), start: mark, end: mark)
  }

  private static func sequence(_ items: [YAMLNode]) -> YAMLNode {
    YAMLNode(content: .sequence(items), start: mark, end: mark)
  }

  private static func mapping(_ entries: [(String, YAMLNode?)]) -> YAMLNode {
    let entries = entries.compactMap { key, value in
      value.map { YAMLEntry(key: key, keyStart: mark, value: $0) }
    }
    return YAMLNode(content: .mapping(entries), start: mark, end: mark)
  }

  private static func texts(_ texts: [String]) -> YAMLNode? {
    texts.isEmpty ? nil : sequence(texts.map(scalar))
  }

  private static func node(_ spans: [Validity]) -> YAMLNode? {
    let nodes = spans.map { span in
      mapping([("from", span.from.map { scalar($0.description) }), ("to", span.to.map { scalar($0.description) })])
    }
    return nodes.count > 1 ? sequence(nodes) : nodes.first
  }

  private static func node(_ glossary: Glossary) -> YAMLNode {
    mapping([
      ("glossary", scalar(glossary.id)),
      ("title", glossary.title.map(scalar)),
      ("license", glossary.license.map(scalar)),
      ("languages", glossary.languages.isEmpty ? nil : sequence(glossary.languages.map { scalar($0.tag) })),
      ("concepts", sequence(glossary.concepts.map { node($0) })),
    ])
  }

  private static func node(_ concept: Concept) -> YAMLNode {
    let terms = concept.languages.map { language in
      (language.tag, Optional(sequence(concept.terms.filter { $0.language == language }.map { node($0) })))
    }
    return mapping([
      ("id", scalar(concept.id)),
      ("kind", scalar(concept.kind.rawValue)),
      ("state", scalar(concept.state.rawValue)),
      ("domain", texts(concept.domains)),
      ("desk", texts(concept.desks)),
      ("definition", concept.definition.map(scalar)),
      ("owner", concept.owner.map(scalar)),
      ("review-by", concept.reviewBy.map { scalar($0.description) }),
      ("source", oneOrMore(concept.sources)),
      ("note", concept.note.map(scalar)),
      ("validity", node(concept.validity)),
      ("relations", node(concept.relations)),
      (
        "external-ids",
        concept.externalIDs.isEmpty ? nil : mapping(concept.externalIDs.map { ($0.catalog, scalar($0.id)) })
      ),
      ("terms", mapping(terms)),
    ])
  }

  private static func oneOrMore(_ values: [String]) -> YAMLNode? {
    values.count > 1 ? texts(values) : values.first.map(scalar)
  }

  private static func node(_ relations: [ConceptRelation]) -> YAMLNode? {
    let entries = ConceptRelationKind.allCases.map { kind in
      (kind.rawValue, oneOrMore(relations.filter { $0.kind == kind }.map(\.concept)))
    }
    return relations.isEmpty ? nil : mapping(entries)
  }

  private static func node(_ example: TermExample) -> YAMLNode {
    guard let fixed = example.fixed else { return scalar(example.text) }
    return mapping([("text", scalar(example.text)), ("fixed", scalar(fixed))])
  }

  private static func node(_ term: Term) -> YAMLNode {
    mapping([
      ("text", scalar(term.text)),
      ("status", scalar(term.status.rawValue)),
      ("type", scalar(term.type.rawValue)),
      ("part-of-speech", term.partOfSpeech.map { scalar($0.rawValue) }),
      ("gender", term.gender.map { scalar($0.rawValue) }),
      ("number", term.number.map { scalar($0.rawValue) }),
      ("region", term.region.map(scalar)),
      ("match", scalar(term.matching.rawValue)),
      ("case", scalar(term.casePolicy.rawValue)),
      ("forms", texts(term.forms)),
      ("first-mention", term.firstMention.map(scalar)),
      ("validity", node(term.validity)),
      ("exceptions", texts(term.exceptions)),
      ("scopes", texts(term.scopes.map { $0.rawValue })),
      ("examples", term.examples.isEmpty ? nil : sequence(term.examples.map { node($0) })),
      ("contexts", texts(term.contexts)),
      ("message", term.message.map(scalar)),
      ("note", term.note.map(scalar)),
      ("source", term.source.map(scalar)),
      ("severity", term.severity.map { scalar($0.rawValue) }),
      ("do-not-translate", term.isNotTranslated ? scalar("true") : nil),
      ("author", term.author.map(scalar)),
      ("reviewer", term.reviewer.map(scalar)),
      ("created", term.created.map { scalar($0.description) }),
      ("modified", term.modified.map { scalar($0.description) }),
    ])
  }
}

/// A part of the output that begins on a line of its own unless it is joined into one.
private struct Block {
  enum Content {
    case scalar(String)
    case sequence([Block])
    case mapping([(key: String, value: Block)])
  }

  /// The index by which comments name the block.
  let unit: Int
  let content: Content
  /// Whether the block may stand in brackets on the line of its key.
  let isJoinable: Bool
}

/// Brings nodes into canonical order and gives each key and item a number for comments.
private struct BlockBuilder {
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
        (
          key: entry.key,
          value: block(
            entry.value, as: self.part(of: entry.key, in: part), start: isOnOneLine ? nil : entry.keyStart.offset)
        )
      }
      if part == .term, blocks.count == 1, let only = blocks.first, only.key == "text" {
        units.removeLast(units.count - unit - 1)
        return Block(unit: unit, content: only.value.content, isJoinable: true)
      }
      return Block(unit: unit, content: .mapping(blocks), isJoinable: part == .other)
    }
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
      case .glossary: GlossaryKey.glossary
      case .concept: GlossaryKey.concept
      case .terms: languages
      case .term: GlossaryKey.term
      default: GlossaryKey.validity
      }
    return entries.enumerated().sorted { left, right in
      let leftRank = order.firstIndex(of: left.element.key) ?? order.count
      let rightRank = order.firstIndex(of: right.element.key) ?? order.count
      return (leftRank, left.offset) < (rightRank, right.offset)
    }.map { $0.element }
  }

  /// Whether a key says only what holds without it.
  private func isDefault(_ entry: YAMLEntry, in part: Part) -> Bool {
    switch (part, entry.key, entry.value.text) {
    case (.concept, "state", "approved"): true
    case (.term, "status", "preferred"), (.term, "type", "full"), (.term, "match", "stem"),
      (.term, "case", "permissive"),
      (.term, "do-not-translate", "false"):
      true
    default: (part == .concept || part == .term) && entry.value.items?.isEmpty ?? false
    }
  }
}

/// The comments that belong to one unit.
private struct UnitComments {
  var leading: [String] = []
  var trailing: [String] = []
}

/// Finds the comments of a YAML file, which libyaml passes over.
private enum YAMLComments {
  /// The comments by the unit they belong to, and those behind everything.
  static func assigned(
    in bytes: [UInt8], root: YAMLNode, units: [Int]
  ) -> (comments: [Int: UnitComments], footer: [String]) {
    var scalars: [Range<Int>] = []
    collectScalars(of: root, into: &scalars)
    scalars.sort { $0.lowerBound < $1.lowerBound }
    // Units in file order; of several that start together the outermost comes first.
    let ordered = units.indices.filter { units[$0] != BlockBuilder.insideLine }
      .sorted { (units[$0], $0) < (units[$1], $1) }
    var comments: [Int: UnitComments] = [:]
    var footer: [String] = []
    var nextScalar = 0
    var index = 0
    var lineIsEmpty = true
    while index < bytes.count {
      while nextScalar < scalars.count, scalars[nextScalar].upperBound <= index { nextScalar += 1 }
      if nextScalar < scalars.count, scalars[nextScalar].contains(index) {
        lineIsEmpty = false
        index = scalars[nextScalar].upperBound
        continue
      }
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D {
        lineIsEmpty = true
      } else if byte == 0x23, index == 0 || bytes[index - 1] <= 0x20 || lineIsEmpty {
        var end = index
        while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
        var trimmed = end
        while bytes[trimmed - 1] == 0x20 || bytes[trimmed - 1] == 0x09 { trimmed -= 1 }
        let text = String(decoding: bytes[index..<trimmed], as: UTF8.self)
        if lineIsEmpty {
          if let unit = ordered.first(where: { units[$0] > index }) {
            comments[unit, default: UnitComments()].leading.append(text)
          } else {
            footer.append(text)
          }
        } else if let unit = ordered.last(where: { units[$0] < index }) {
          comments[unit, default: UnitComments()].trailing.append(text)
        }
        index = end
        continue
      } else if byte != 0x20, byte != 0x09, byte != 0xEF, byte != 0xBB, byte != 0xBF {
        lineIsEmpty = false
      }
      index += 1
    }
    return (comments, footer)
  }

  private static func collectScalars(of node: YAMLNode, into scalars: inout [Range<Int>]) {
    switch node.content {
    case .scalar:
      if node.end.offset > node.start.offset { scalars.append(node.start.offset..<node.end.offset) }
    case .sequence(let items):
      for item in items { collectScalars(of: item, into: &scalars) }
    case .mapping(let entries):
      for entry in entries { collectScalars(of: entry.value, into: &scalars) }
    }
  }
}

/// Writes blocks as YAML.
private struct BlockEmitter {
  /// Lists that would make a line longer than this get a line for each item.
  private static let lineLimit = 110

  private let comments: [Int: UnitComments]
  private let footer: [String]
  private var output = ""

  init(comments: [Int: UnitComments], footer: [String]) {
    self.comments = comments
    self.footer = footer
  }

  consuming func text(of root: Block) -> String {
    guard case .mapping(let entries) = root.content else { return output }
    // Comments at the top belong to the root, which starts where its first key starts.
    lead(root.unit, indent: 0)
    for entry in entries {
      if entry.key == "concepts", !output.isEmpty { output += "\n" }
      emit(entry.key, entry.value, indent: 0)
    }
    for comment in footer { output += comment + "\n" }
    return output
  }

  private mutating func lead(_ unit: Int, indent: Int) {
    for comment in comments[unit]?.leading ?? [] { output += spaces(indent) + comment + "\n" }
  }

  private mutating func endLine(_ unit: Int) {
    for comment in comments[unit]?.trailing ?? [] { output += " " + comment }
    output += "\n"
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  private mutating func emit(_ key: String, _ value: Block, indent: Int, isContinued: Bool = false) {
    if !isContinued {
      lead(value.unit, indent: indent)
      output += spaces(indent)
    }
    output += YAMLScalar.text(key) + ":"
    switch value.content {
    case .scalar(let text):
      output += " " + YAMLScalar.text(text)
      endLine(value.unit)
    case .sequence(let items):
      let joined = joined(value)
      if let joined, indent + key.unicodeScalars.count + 2 + joined.unicodeScalars.count <= BlockEmitter.lineLimit {
        output += " " + joined
        endLine(value.unit)
      } else {
        endLine(value.unit)
        for (index, item) in items.enumerated() {
          if key == "concepts", index > 0 { output += "\n" }
          emit(item, indent: indent + 2)
        }
      }
    case .mapping(let entries):
      if let joined = joined(value) {
        output += " " + joined
        endLine(value.unit)
      } else {
        endLine(value.unit)
        for entry in entries { emit(entry.key, entry.value, indent: indent + 2) }
      }
    }
  }

  /// An item of a list.
  private mutating func emit(_ item: Block, indent: Int) {
    lead(item.unit, indent: indent)
    if case .mapping(let entries) = item.content, let first = entries.first, joined(item) == nil {
      lead(first.value.unit, indent: indent)
    }
    output += spaces(indent) + "- "
    switch item.content {
    case .scalar(let text):
      output += YAMLScalar.text(text)
      endLine(item.unit)
    case .sequence:
      output += joined(item) ?? "[]"
      endLine(item.unit)
    case .mapping(let entries):
      if let joined = joined(item) {
        output += joined
        endLine(item.unit)
        return
      }
      for (index, entry) in entries.enumerated() {
        emit(entry.key, entry.value, indent: indent + 2, isContinued: index == 0)
      }
    }
  }

  /// The block in brackets on one line, or `nil` if it must not be joined or holds a comment.
  private func joined(_ block: Block, isInner: Bool = false) -> String? {
    if isInner, let own = comments[block.unit], !(own.leading.isEmpty && own.trailing.isEmpty) { return nil }
    switch block.content {
    case .scalar(let text):
      return YAMLScalar.text(text, inBrackets: true)
    case .sequence(let items):
      if items.isEmpty { return "[]" }
      guard block.isJoinable else { return nil }
      var parts: [String] = []
      for item in items {
        guard case .scalar = item.content, let part = joined(item, isInner: true) else { return nil }
        parts.append(part)
      }
      return "[" + parts.joined(separator: ", ") + "]"
    case .mapping(let entries):
      guard block.isJoinable else { return nil }
      var parts: [String] = []
      for entry in entries {
        guard case .scalar = entry.value.content, let part = joined(entry.value, isInner: true) else { return nil }
        parts.append(YAMLScalar.text(entry.key, inBrackets: true) + ": " + part)
      }
      return "{" + parts.joined(separator: ", ") + "}"
    }
  }
}

/// Spells scalars: plain where every YAML reader takes them for a text, else in double quotes.
private enum YAMLScalar {
  private static let reserved: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "~"]

  static func text(_ text: String, inBrackets: Bool = false) -> String {
    isPlain(text, inBrackets: inBrackets) ? text : quoted(text)
  }

  private static func isPlain(_ text: String, inBrackets: Bool) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, first != " ", last != " ", last != ":" else {
      return false
    }
    if "-?:,[]{}#&*!|>'\"%@`=<".unicodeScalars.contains(first) { return false }
    if isNumber(text) || reserved.contains(text.lowercased()) { return false }
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case ":": if index + 1 < scalars.count, scalars[index + 1] == " " { return false }
      case "#": if index > 0, scalars[index - 1] == " " { return false }
      case ",", "[", "]", "{", "}": if inBrackets { return false }
      case " ": continue
      default: if isHidden(scalar.value) { return false }
      }
    }
    return true
  }

  /// Dates stay plain, as in `{from: 2025-01-20}`.
  private static func isNumber(_ text: String) -> Bool {
    guard CalendarDate(iso: text) == nil || text.utf8.count != 10 else { return false }
    return text.utf8.contains { (0x30...0x39).contains($0) }
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x2B, 0x2C, 0x2D, 0x2E, 0x3A, 0x45, 0x5F, 0x65: true
        default: false
        }
      }
  }

  /// Whether a reader of the file could overlook the character or take it for a plain space.
  private static func isHidden(_ codePoint: UInt32) -> Bool {
    if codePoint < 0x7F { return codePoint < 0x20 }
    let category = UnicodeProperties.category(of: codePoint)
    return category.isSeparator || category.isFormat || UnicodeProperties.isDefaultIgnorable(codePoint)
      || codePoint < 0xA0
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if isHidden(scalar.value) {
          result += escape(scalar.value)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  private static func escape(_ codePoint: UInt32) -> String {
    let digits = String(codePoint, radix: 16, uppercase: true)
    let width = codePoint > 0xFFFF ? 8 : 4
    return (codePoint > 0xFFFF ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.utf8.count) + digits
  }
}
