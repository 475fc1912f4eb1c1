// SPDX-License-Identifier: Apache-2.0

/// A place in an XML document.
public struct XMLPlace: Hashable, Comparable, Sendable {
  /// The 1-based line.
  public let line: Int
  /// The 1-based column in code points; a byte order mark does not count.
  public let column: Int
  /// The offset in bytes, in the UTF-8 that was parsed; a byte order mark counts.
  public let offset: Int

  /// Creates a place.
  public init(line: Int, column: Int, offset: Int) {
    self.line = line
    self.column = column
    self.offset = offset
  }

  /// Places order from the start of the document to its end.
  public static func < (left: XMLPlace, right: XMLPlace) -> Bool { left.offset < right.offset }
}

/// Why a document cannot be read as XML.
public struct XMLError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Where it shows.
  public let place: XMLPlace
  /// One clause that says what is wrong, and what was expected where that is known.
  public let message: String

  /// Creates an error.
  public init(_ message: String, at place: XMLPlace) {
    self.message = message
    self.place = place
  }

  /// The line, the column and the message, as `3:14: …`.
  public var description: String { "\(place.line):\(place.column): \(message)" }
}

/// The name of an element or attribute, with the namespace its prefix stands for.
public struct XMLName: Hashable, Sendable, CustomStringConvertible {
  /// The namespace that `xml:lang`, `xml:space` and `xml:id` are in.
  public static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"

  /// The namespace, or an empty text for none.
  public let namespace: String
  /// The name without a prefix.
  public let local: String

  /// Creates a name.
  public init(_ local: String, namespace: String = "") {
    self.local = local
    self.namespace = namespace
  }

  /// The name without its namespace.
  public var description: String { local }
}

/// An attribute of an element.
public struct XMLAttribute: Hashable, Sendable {
  /// The name.
  public let name: XMLName
  /// The value after normalization, with references resolved.
  public let value: String

  /// Creates an attribute.
  public init(name: XMLName, value: String) {
    self.name = name
    self.value = value
  }
}

/// A piece of character data.
///
/// Each piece is either copied from the document byte by byte, or what one reference or one line end
/// stands for; so the offset of every character can be told.
public struct XMLText: Hashable, Sendable {
  /// The characters.
  public let text: String
  /// Where the piece starts.
  public let place: XMLPlace
  /// The number of bytes the piece takes in the document.
  public let byteCount: Int

  /// Creates a piece.
  public init(text: String, place: XMLPlace, byteCount: Int) {
    self.text = text
    self.place = place
    self.byteCount = byteCount
  }
}

/// What an element holds.
public enum XMLNode: Hashable, Sendable {
  /// Another element.
  case element(XMLElement)
  /// Character data.
  case text(XMLText)
}

/// An element with all that it holds; comments and processing instructions are left out.
public struct XMLElement: Hashable, Sendable {
  /// The name.
  public let name: XMLName
  /// The attributes in the order of the document, without declarations of namespaces.
  public let attributes: [XMLAttribute]
  /// Where the start tag starts.
  public let place: XMLPlace
  /// The offset of the byte after the end tag.
  public internal(set) var endOffset: Int
  /// What the element holds, in the order of the document.
  public internal(set) var children: [XMLNode]

  /// Creates an element.
  public init(
    name: XMLName, attributes: [XMLAttribute] = [], place: XMLPlace, endOffset: Int, children: [XMLNode] = []
  ) {
    self.name = name
    self.attributes = attributes
    self.place = place
    self.endOffset = endOffset
    self.children = children
  }

  /// The elements among the children.
  public var elements: [XMLElement] {
    children.compactMap { node in
      if case .element(let element) = node { element } else { nil }
    }
  }

  /// The value of an attribute, or `nil` if the element has none of that name.
  public func attribute(_ local: String, namespace: String = "") -> String? {
    attributes.first { $0.name.local == local && $0.name.namespace == namespace }?.value
  }

  /// The value of `xml:lang`, or `nil` if the element itself names no language.
  public var language: String? { attribute("lang", namespace: XMLName.xmlNamespace) }

  /// All character data inside, in the order of the document.
  public var text: String {
    var text = ""
    append(to: &text)
    return text
  }

  private func append(to text: inout String) {
    for child in children {
      switch child {
      case .element(let element): element.append(to: &text)
      case .text(let piece): text += piece.text
      }
    }
  }

  /// All character data inside with each run of white space as one space, and none at the ends.
  ///
  /// Formats that are written with indentation mean their texts this way.
  public var collapsedText: String { XMLElement.collapsed(text) }

  /// A text with each run of XML white space as one space, and none at the ends.
  public static func collapsed(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    var isAfterSpace = true
    for byte in text.utf8 {
      let isSpace = isWhiteSpace(byte)
      if !isSpace {
        bytes.append(byte)
      } else if !isAfterSpace {
        bytes.append(0x20)
      }
      isAfterSpace = isSpace
    }
    if isAfterSpace, !bytes.isEmpty { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Where the first character directly inside stands that is not white space, or `nil` if there is none.
  public var strayText: XMLPlace? {
    for child in children {
      guard case .text(let piece) = child,
        let index = piece.text.utf8.firstIndex(where: { !XMLElement.isWhiteSpace($0) })
      else { continue }
      let skipped = piece.text.utf8.distance(from: piece.text.startIndex, to: index)
      return XMLPlace(
        line: piece.place.line, column: piece.place.column + skipped, offset: piece.place.offset + skipped)
    }
    return nil
  }

  private static func isWhiteSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }
}
