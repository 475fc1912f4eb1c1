// SPDX-License-Identifier: Apache-2.0

/// One value of a JSON text with the place it was read from.
public struct JSONNode: Sendable {
  /// What a node holds.
  public enum Content: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case boolean(Bool)
    /// A number; its digits are those of the node's range, so that no precision is lost.
    case number
    /// A string, decoded to UTF-8; a lone surrogate is U+FFFD.
    case string([UInt8])
    /// An array.
    case array([JSONNode])
    /// An object's members in the order of the text; a name may stand twice.
    case object([JSONMember])
  }

  /// What the node holds.
  public let content: Content
  /// The bytes of the text that the node was read from.
  public let range: Range<Int>

  /// Creates a node.
  public init(content: Content, range: Range<Int>) {
    self.content = content
    self.range = range
  }

  /// The bytes of a string, or `nil` if the node is none.
  public var bytes: [UInt8]? {
    guard case .string(let bytes) = content else { return nil }
    return bytes
  }

  /// The text of a string, or `nil` if the node is none.
  public var text: String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

  /// The items of an array, or `nil` if the node is none.
  public var items: [JSONNode]? {
    guard case .array(let items) = content else { return nil }
    return items
  }

  /// The members of an object, or `nil` if the node is none.
  public var members: [JSONMember]? {
    guard case .object(let members) = content else { return nil }
    return members
  }

  /// Whether the node is `null`.
  public var isNull: Bool {
    guard case .null = content else { return false }
    return true
  }

  /// The value of a name, or `nil` if the node is no object or lacks the name; of several the last.
  public subscript(name: String) -> JSONNode? {
    members?.last { $0.name == name }?.value
  }
}

/// A name with its value.
public struct JSONMember: Sendable {
  /// The name.
  public let name: String
  /// The value.
  public let value: JSONNode

  /// Creates a member.
  public init(name: String, value: JSONNode) {
    self.name = name
    self.value = value
  }
}

/// What makes a text no JSON, and where.
public struct JSONError: Error, Hashable, Sendable, CustomStringConvertible {
  /// One clause that says what is wrong and what was expected.
  public let message: String
  /// The offset in bytes.
  public let offset: Int

  /// Creates an error.
  public init(_ message: String, at offset: Int) {
    self.message = message
    self.offset = offset
  }

  /// Message and place.
  public var description: String { "\(message) at byte \(offset)" }
}
