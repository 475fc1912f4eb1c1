// SPDX-License-Identifier: Apache-2.0

/// Writes blocks as YAML.
struct BlockEmitter {
  /// Lists that would make a line longer than this get a line for each item.
  private static let lineLimit = 110

  private var output = ""

  /// The YAML of a glossary with its comments.
  ///
  /// - Parameters:
  ///   - root: The glossary.
  ///   - footer: The comments behind everything.
  /// - Returns: The file.
  static func text(of root: Block, footer: [String] = []) -> String {
    var emitter = BlockEmitter()
    emitter.emit(root, footer: footer)
    return emitter.output
  }

  private mutating func emit(_ root: Block, footer: [String]) {
    guard case .mapping(let entries) = root.content else { return }
    // Comments at the top belong to the root, which starts where its first key starts.
    lead(root, indent: 0)
    for entry in entries {
      if entry.key == "concepts", !output.isEmpty { output += "\n" }
      emit(entry.key, entry.value, indent: 0)
    }
    for comment in footer { output += comment + "\n" }
  }

  private mutating func lead(_ block: Block, indent: Int) {
    for comment in block.comments.leading { output += spaces(indent) + comment + "\n" }
  }

  private mutating func endLine(_ block: Block) {
    for comment in block.comments.trailing { output += " " + comment }
    output += "\n"
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }

  private mutating func emit(_ key: String, _ value: Block, indent: Int, isContinued: Bool = false) {
    if !isContinued {
      lead(value, indent: indent)
      output += spaces(indent)
    }
    output += YAMLScalar.text(key) + ":"
    switch value.content {
    case .scalar(let text):
      output += " " + YAMLScalar.text(text)
      endLine(value)
    case .word(let word):
      output += " " + word
      endLine(value)
    case .sequence(let items):
      let joined = joined(value)
      if let joined, indent + key.unicodeScalars.count + 2 + joined.unicodeScalars.count <= BlockEmitter.lineLimit {
        output += " " + joined
        endLine(value)
      } else {
        endLine(value)
        for (index, item) in items.enumerated() {
          if key == "concepts", index > 0 { output += "\n" }
          emit(item, indent: indent + 2)
        }
      }
    case .mapping(let entries):
      if let joined = joined(value) {
        output += " " + joined
        endLine(value)
      } else {
        endLine(value)
        for entry in entries { emit(entry.key, entry.value, indent: indent + 2) }
      }
    }
  }

  /// An item of a list.
  private mutating func emit(_ item: Block, indent: Int) {
    lead(item, indent: indent)
    if case .mapping(let entries) = item.content, let first = entries.first, joined(item) == nil {
      lead(first.value, indent: indent)
    }
    output += spaces(indent) + "- "
    switch item.content {
    case .scalar(let text):
      output += YAMLScalar.text(text)
      endLine(item)
    case .word(let word):
      output += word
      endLine(item)
    case .sequence:
      output += joined(item) ?? "[]"
      endLine(item)
    case .mapping(let entries):
      if let joined = joined(item) {
        output += joined
        endLine(item)
        return
      }
      for (index, entry) in entries.enumerated() {
        emit(entry.key, entry.value, indent: indent + 2, isContinued: index == 0)
      }
    }
  }

  /// The block in brackets on one line, or `nil` if it must not be joined or holds a comment.
  private func joined(_ block: Block, isInner: Bool = false) -> String? {
    if isInner, !(block.comments.leading.isEmpty && block.comments.trailing.isEmpty) { return nil }
    switch block.content {
    case .scalar(let text):
      return YAMLScalar.text(text, inBrackets: true)
    case .word(let word):
      return word
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
