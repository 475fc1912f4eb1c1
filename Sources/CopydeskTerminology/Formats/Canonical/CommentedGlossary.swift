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
    let (document, root) = try GlossaryReader.nodes(input)
    guard let root else { preconditionFailure("a glossary was read from nothing") }
    self.document = document
    self.root = root
    bytes = input.bytes
  }
}

/// A glossary in canonical form with its comments, ready to be written.
struct CommentedGlossary {
  private var root: Block
  private var footer: [String]

  /// A file in canonical form, or what becomes of it when its glossary is changed.
  init(_ file: GlossaryFileNodes, changedTo glossary: Glossary? = nil) {
    let languages = (glossary ?? file.document.glossary).languages
    let node = glossary.map { GlossaryWriter.node($0).placed(like: file.root) } ?? file.root
    var builder = BlockBuilder(languages: languages.map { $0.tag })
    let block = builder.block(node, as: .glossary, start: file.root.start.offset)
    // The comments of what a change took out go with it, and not to its neighbor.
    let gone = glossary == nil ? [] : CommentedGlossary.starts(in: file.root, besides: builder.units)
    let (comments, footer) = YAMLComments.assigned(in: file.bytes, root: file.root, units: builder.units + gone)
    root = block.commented(comments)
    self.footer = footer
  }

  /// Where the parts of a file start that are not among some starts.
  private static func starts(in root: YAMLNode, besides known: [Int]) -> [Int] {
    var builder = BlockBuilder(languages: [])
    _ = builder.block(root, as: .glossary, start: root.start.offset)
    let known = Set(known)
    return builder.units.filter { !known.contains($0) }
  }

  /// The YAML.
  var text: String { BlockEmitter.text(of: root, footer: footer) }

  /// The blocks of the concepts, by their ids.
  private var concepts: [String: Block] {
    guard case .sequence(let items) = root["concepts"]?.content else { return [:] }
    return Dictionary(items.compactMap { item in item["id"]?.text.map { ($0, item) } }) { first, _ in first }
  }

  /// Sets comments before concepts, behind those that stand there.
  mutating func add(_ comments: [String: [String]]) {
    changeConcepts { item in
      guard let id = item["id"]?.text, let lines = comments[id] else { return item }
      var item = item
      item.comments.leading += lines.map { "# " + $0 }
      return item
    }
  }

  /// Takes over concepts of another file with their comments, in place of those of the same ids.
  mutating func take(_ ids: Set<String>, from other: CommentedGlossary) {
    let blocks = other.concepts
    changeConcepts { item in
      guard let id = item["id"]?.text, ids.contains(id), let block = blocks[id] else { return item }
      return block
    }
  }

  private mutating func changeConcepts(_ change: (Block) -> Block) {
    guard case .mapping(var entries) = root.content,
      let position = entries.firstIndex(where: { $0.key == "concepts" }),
      case .sequence(let items) = entries[position].value.content
    else { return }
    let list = entries[position].value
    entries[position].value = Block(
      unit: list.unit, content: .sequence(items.map(change)), isJoinable: list.isJoinable, comments: list.comments)
    root = Block(unit: root.unit, content: .mapping(entries), isJoinable: root.isJoinable, comments: root.comments)
  }

  /// Adds the comments of another file that its base does not have, where the same parts are still there.
  mutating func addComments(of other: CommentedGlossary, unlessIn base: CommentedGlossary) {
    root = root.addingComments(of: other.root, unlessIn: base.root)
    footer.addMissing(other.footer, unlessIn: base.footer)
  }
}

extension Block {
  /// The block with comments of the same part of another file; those of parts that are gone stand before it.
  fileprivate func addingComments(of other: Block, unlessIn base: Block?) -> Block {
    var comments = self.comments
    comments.leading.addMissing(other.comments.leading, unlessIn: base?.comments.leading ?? [])
    comments.trailing.addMissing(other.comments.trailing, unlessIn: base?.comments.trailing ?? [])
    var former = Dictionary(base?.parts ?? []) { first, _ in first }
    var others = Dictionary(other.parts) { first, _ in first }
    func added(_ name: PartName, _ part: Block) -> Block {
      guard let match = others.removeValue(forKey: name) else { return part }
      return part.addingComments(of: match, unlessIn: former.removeValue(forKey: name))
    }
    let names = parts.map(\.0)
    let content: Content =
      switch self.content {
      case .scalar, .word: self.content
      case .sequence(let items): .sequence(zip(names, items).map { added($0, $1) })
      case .mapping(let entries): .mapping(zip(names, entries).map { ($1.key, added($0, $1.value)) })
      }
    // Of a whole concept or term that somebody removed the comments go with it.
    if case .mapping = other.content {
      for (name, part) in other.parts where others[name] != nil {
        comments.leading.addMissing(part.allComments, unlessIn: former[name]?.allComments ?? [])
      }
    }
    return Block(unit: unit, content: content, isJoinable: isJoinable, comments: comments)
  }

  /// What tells a part of a block from the others: its key or what identifies it, and a count for those that are alike.
  private struct PartName: Hashable {
    let text: String
    let repetition: Int
  }

  /// The parts by name, in the order of the block.
  private var parts: [(PartName, Block)] {
    let named: [(String, Block)] =
      switch content {
      case .scalar, .word: []
      case .sequence(let items): items.map { ($0.text ?? $0["id"]?.text ?? $0["text"]?.text ?? "", $0) }
      case .mapping(let entries): entries.map { ($0.key, $0.value) }
      }
    var counts: [String: Int] = [:]
    return named.map { text, block in
      defer { counts[text, default: 0] += 1 }
      return (PartName(text: text, repetition: counts[text] ?? 0), block)
    }
  }

  /// The comments of the block and of all in it, from top to bottom.
  private var allComments: [String] {
    comments.leading + comments.trailing + parts.flatMap { $0.1.allComments }
  }
}

extension [String] {
  /// Appends what is neither here nor in the base, each as often as it occurs.
  fileprivate mutating func addMissing(_ other: [String], unlessIn base: [String]) {
    var known: [String: Int] = [:]
    for text in other { known[text] = 0 }
    for text in base { known[text]? += 1 }
    var own: [String: Int] = [:]
    for text in self { own[text, default: 0] += 1 }
    var seen: [String: Int] = [:]
    for text in other {
      let count = seen[text, default: 0] + 1
      seen[text] = count
      if count > Swift.max(known[text] ?? 0, own[text] ?? 0) { append(text) }
    }
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
