// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText
internal import CopydeskYAML

/// A glossary file as it was read: the YAML and the glossary.
struct GlossaryFileNodes {
  let bytes: [UInt8]
  let root: YAMLNode
  let document: GlossaryDocument

  /// Reads a file.
  ///
  /// - Throws: ``GlossaryError`` if it is no valid glossary.
  init(_ input: InputText) throws(GlossaryError) {
    document = try GlossaryReader.read(input)
    bytes = input.bytes
    do throws(YAMLError) {
      guard let root = try YAMLParser.parse(input.bytes) else {
        preconditionFailure("a glossary was read from nothing")
      }
      self.root = root
    } catch {
      preconditionFailure("a glossary was read from YAML that cannot be read: \(error)")
    }
  }
}

/// A glossary in canonical form with its comments, ready to be written.
struct CommentedGlossary {
  private var root: Block
  private let footer: [String]

  /// A file in canonical form, or what becomes of it when its glossary is changed.
  init(_ file: GlossaryFileNodes, changedTo glossary: Glossary? = nil) {
    let languages = (glossary ?? file.document.glossary).languages
    let node = glossary.map { GlossaryWriter.node($0).placed(like: file.root) } ?? file.root
    var builder = BlockBuilder(languages: languages.map { $0.tag })
    let block = builder.block(node, as: .glossary, start: file.root.start.offset)
    let (comments, footer) = YAMLComments.assigned(in: file.bytes, root: file.root, units: builder.units)
    root = block.commented(comments)
    self.footer = footer
  }

  /// The YAML.
  var text: String { BlockEmitter.text(of: root, footer: footer) }

  /// The blocks of the concepts, by their ids.
  private var concepts: [String: Block] {
    guard case .sequence(let items) = root["concepts"]?.content else { return [:] }
    return Dictionary(items.compactMap { item in item["id"]?.text.map { ($0, item) } }) { first, _ in first }
  }

  /// Takes over concepts of another file with their comments, in place of those of the same ids.
  mutating func take(_ ids: Set<String>, from other: CommentedGlossary) {
    guard case .mapping(var entries) = root.content,
      let position = entries.firstIndex(where: { $0.key == "concepts" }),
      case .sequence(let items) = entries[position].value.content
    else { return }
    let blocks = other.concepts
    let replaced = items.map { item in
      guard let id = item["id"]?.text, ids.contains(id), let block = blocks[id] else { return item }
      return block
    }
    let list = entries[position].value
    entries[position].value = Block(
      unit: list.unit, content: .sequence(replaced), isJoinable: list.isJoinable, comments: list.comments)
    root = Block(unit: root.unit, content: .mapping(entries), isJoinable: root.isJoinable, comments: root.comments)
  }
}

extension YAMLNode {
  /// The node with the places of the same parts of another, so that the comments there find it.
  ///
  /// Keys are the same by name, concepts by id, terms and other items by their text.
  fileprivate func placed(like old: YAMLNode) -> YAMLNode {
    switch content {
    case .scalar:
      return YAMLNode(content: content, start: old.start, end: old.end)
    case .sequence(let items):
      var candidates = Dictionary(
        (old.items ?? []).enumerated().map { ($1.identity, [$0]) }, uniquingKeysWith: { $0 + $1 })
      let placed = items.map { item -> YAMLNode in
        guard let index = candidates[item.identity]?.first else { return item }
        candidates[item.identity]?.removeFirst()
        return old.items.map { item.placed(like: $0[index]) } ?? item
      }
      return YAMLNode(content: .sequence(placed), start: old.start, end: old.end)
    case .mapping(let entries):
      let placed = entries.map { entry -> YAMLEntry in
        guard let match = old.entries?.first(where: { $0.key == entry.key }) else { return entry }
        return YAMLEntry(key: entry.key, keyStart: match.keyStart, value: entry.value.placed(like: match.value))
      }
      return YAMLNode(content: .mapping(placed), start: old.start, end: old.end)
    }
  }

  /// What tells an item of a list from the others.
  private var identity: String {
    text ?? self["id"]?.text ?? self["text"]?.text ?? ""
  }
}
