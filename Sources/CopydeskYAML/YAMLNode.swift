// SPDX-License-Identifier: Apache-2.0

/// A place in a YAML file.
public struct YAMLMark: Hashable, Sendable {
  /// The 1-based line.
  public let line: Int
  /// The 1-based column, in code points.
  public let column: Int
  /// The offset from the start of the file, in UTF-8 bytes.
  public let offset: Int

  /// Creates a mark.
  public init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }
}

/// One value of a YAML document with the place it was read from.
///
/// Scalars stay text: what a text means is decided by whoever asks for a number, a date or a switch,
/// so `no` (the country, or the language) never turns into a Boolean by itself.
public struct YAMLNode: Sendable {
  /// What a node holds.
  public enum Content: Sendable {
    /// A text, decoded; `isPlain` says that it stands without quotes.
    case scalar(String, isPlain: Bool)
    /// A list.
    case sequence([YAMLNode])
    /// Keys and values in the order of the file.
    case mapping([YAMLEntry])
  }

  /// What the node holds.
  public let content: Content
  /// Where the node starts; for a quoted scalar the opening quotation mark.
  public let start: YAMLMark
  /// Where the node ends; for block collections, where the next node starts.
  public let end: YAMLMark

  /// Creates a node.
  public init(content: Content, start: YAMLMark, end: YAMLMark) {
    self.content = content
    self.start = start
    self.end = end
  }

  /// The text of a scalar, or `nil` if the node is a list or a mapping.
  public var text: String? {
    guard case .scalar(let text, _) = content else { return nil }
    return text
  }

  /// The items of a list, or `nil` if the node is none.
  public var items: [YAMLNode]? {
    guard case .sequence(let items) = content else { return nil }
    return items
  }

  /// The entries of a mapping in file order, or `nil` if the node is none.
  public var entries: [YAMLEntry]? {
    guard case .mapping(let entries) = content else { return nil }
    return entries
  }

  /// Whether the node is an empty plain scalar, as in `key:` with nothing behind it.
  public var isNull: Bool {
    guard case .scalar(let text, true) = content else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// The value of a key, or `nil` if the node is no mapping or lacks the key.
  public subscript(key: String) -> YAMLNode? {
    entries?.first { $0.key == key }?.value
  }
}

/// A key with its value.
public struct YAMLEntry: Sendable {
  /// The key's text.
  public let key: String
  /// Where the key starts.
  public let keyStart: YAMLMark
  /// The value.
  public let value: YAMLNode

  /// Creates an entry.
  public init(key: String, keyStart: YAMLMark, value: YAMLNode) {
    self.key = key
    self.keyStart = keyStart
    self.value = value
  }
}

/// What makes a YAML file unreadable, and where.
public struct YAMLError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One clause that says what is wrong, for people.
  public let message: String
  /// Where it is wrong.
  public let mark: YAMLMark

  /// Creates an error.
  public init(_ message: String, at mark: YAMLMark) {
    self.message = message
    self.mark = mark
  }

  /// Line, column and message, as `3:5: …`.
  public var description: String { "\(mark.line):\(mark.column): \(message)" }
}
