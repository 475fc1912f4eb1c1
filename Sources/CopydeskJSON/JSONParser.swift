// SPDX-License-Identifier: Apache-2.0

/// Reads JSON (RFC 8259) into nodes that know their place.
///
/// Nodes keep their range because the standard decoders do not: an `id` can be given back byte for
/// byte, and a number is never rounded on the way.
public struct JSONParser {
  /// The deepest nesting that is read; deeper texts are refused, so that no input exhausts the stack.
  public static let maximumDepth = 128

  private let bytes: [UInt8]
  private var offset: Int

  /// Reads a text that holds one value and nothing but white space around it.
  ///
  /// - Precondition: The bytes are valid UTF-8.
  /// - Throws: ``JSONError`` with the place of the first mistake.
  public static func parse(_ bytes: [UInt8]) throws(JSONError) -> JSONNode {
    var parser = JSONParser(bytes: bytes, offset: bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)
    parser.skipSpace()
    let node = try parser.value(depth: 0)
    parser.skipSpace()
    if parser.offset < bytes.count { throw JSONError("something follows the value", at: parser.offset) }
    return node
  }

  private init(bytes: [UInt8], offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  private mutating func skipSpace() {
    while offset < bytes.count, JSONParser.isSpace(bytes[offset]) { offset += 1 }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func expected(_ what: String) -> JSONError {
    offset < bytes.count ? JSONError("expected \(what)", at: offset) : JSONError("ends before \(what)", at: offset)
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONNode {
    guard offset < bytes.count else { throw expected("a value") }
    let start = offset
    switch bytes[offset] {
    case UInt8(ascii: "\""):
      let text = try string()
      return JSONNode(content: .string(text), range: start..<offset)
    case UInt8(ascii: "{"):
      let members = try members(depth: try deeper(depth))
      return JSONNode(content: .object(members), range: start..<offset)
    case UInt8(ascii: "["):
      let items = try items(depth: try deeper(depth))
      return JSONNode(content: .array(items), range: start..<offset)
    case UInt8(ascii: "t"):
      try word("true")
      return JSONNode(content: .boolean(true), range: start..<offset)
    case UInt8(ascii: "f"):
      try word("false")
      return JSONNode(content: .boolean(false), range: start..<offset)
    case UInt8(ascii: "n"):
      try word("null")
      return JSONNode(content: .null, range: start..<offset)
    default:
      try number()
      return JSONNode(content: .number, range: start..<offset)
    }
  }

  private func deeper(_ depth: Int) throws(JSONError) -> Int {
    guard depth < JSONParser.maximumDepth else {
      throw JSONError("nested deeper than \(JSONParser.maximumDepth) levels", at: offset)
    }
    return depth + 1
  }

  private mutating func word(_ word: StaticString) throws(JSONError) {
    for byte in word.description.utf8 {
      guard offset < bytes.count, bytes[offset] == byte else { throw expected("“\(word)”") }
      offset += 1
    }
  }

  private mutating func number() throws(JSONError) {
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    guard offset < bytes.count, JSONParser.isDigit(bytes[offset]) else { throw expected("a value") }
    if bytes[offset] == UInt8(ascii: "0") { offset += 1 } else { try digits() }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      try digits()
    }
    if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-") { offset += 1 }
      try digits()
    }
  }

  private mutating func digits() throws(JSONError) {
    guard offset < bytes.count, JSONParser.isDigit(bytes[offset]) else { throw expected("a digit") }
    while offset < bytes.count, JSONParser.isDigit(bytes[offset]) { offset += 1 }
  }

  private mutating func items(depth: Int) throws(JSONError) -> [JSONNode] {
    var items: [JSONNode] = []
    offset += 1
    skipSpace()
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "]") {
      offset += 1
      return items
    }
    while true {
      skipSpace()
      items.append(try value(depth: depth))
      skipSpace()
      guard offset < bytes.count else { throw expected("“]”") }
      let byte = bytes[offset]
      guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") else { throw expected("“,” or “]”") }
      offset += 1
      if byte == UInt8(ascii: "]") { return items }
    }
  }

  private mutating func members(depth: Int) throws(JSONError) -> [JSONMember] {
    var members: [JSONMember] = []
    offset += 1
    skipSpace()
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "}") {
      offset += 1
      return members
    }
    while true {
      skipSpace()
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: "\"") else { throw expected("a name in quotes") }
      let name = String(decoding: try string(), as: UTF8.self)
      skipSpace()
      guard offset < bytes.count, bytes[offset] == UInt8(ascii: ":") else { throw expected("“:”") }
      offset += 1
      skipSpace()
      members.append(JSONMember(name: name, value: try value(depth: depth)))
      skipSpace()
      guard offset < bytes.count else { throw expected("“}”") }
      let byte = bytes[offset]
      guard byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") else { throw expected("“,” or “}”") }
      offset += 1
      if byte == UInt8(ascii: "}") { return members }
    }
  }

  private mutating func string() throws(JSONError) -> [UInt8] {
    let open = offset
    offset += 1
    var text: [UInt8] = []
    var runStart = offset
    while offset < bytes.count {
      let byte = bytes[offset]
      if byte == UInt8(ascii: "\"") {
        text.append(contentsOf: bytes[runStart..<offset])
        offset += 1
        return text
      }
      if byte < 0x20 { throw JSONError("a control character must be escaped in a string", at: offset) }
      if byte == UInt8(ascii: "\\") {
        text.append(contentsOf: bytes[runStart..<offset])
        try escape(into: &text)
        runStart = offset
      } else {
        offset += 1
      }
    }
    throw JSONError("the string is not closed", at: open)
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    let start = offset
    guard offset + 1 < bytes.count else { throw JSONError("the string is not closed", at: start) }
    let letter = bytes[offset + 1]
    offset += 2
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      let unit = try hexadecimal(escapeStart: start)
      var codePoint = unit
      if (0xD800..<0xDC00).contains(unit), offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
        bytes[offset + 1] == UInt8(ascii: "u")
      {
        let rewind = offset
        offset += 2
        let low = try hexadecimal(escapeStart: rewind)
        if (0xDC00..<0xE000).contains(low) {
          codePoint = 0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00)
        } else {
          offset = rewind
        }
      }
      // A lone surrogate cannot be UTF-8; its stand-in also counts one UTF-16 unit, so positions hold.
      let scalar = Unicode.Scalar(codePoint) ?? "\u{FFFD}"
      text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    default:
      throw JSONError("“\\” starts no known escape", at: start)
    }
  }

  private mutating func hexadecimal(escapeStart: Int) throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard offset < bytes.count, let digit = Character(Unicode.Scalar(bytes[offset])).hexDigitValue else {
        throw JSONError("“\\u” needs four hexadecimal digits", at: escapeStart)
      }
      value = value << 4 | UInt32(digit)
      offset += 1
    }
    return value
  }
}

/// A run of a string in a JSON text, with what it stands for.
public struct JSONStringPiece: Sendable {
  /// The bytes of the text.
  public let range: Range<Int>
  /// What an escape stands for, or `nil` for text that stands for itself.
  public let replacement: [UInt8]?
}

extension JSONParser {
  /// The runs that a string is made of, in order; none if no string stands there.
  ///
  /// - Parameters:
  ///   - node: A string that was read from the bytes.
  ///   - bytes: The whole text.
  /// - Returns: The runs from the opening to the closing quotation mark, without these.
  public static func pieces(of node: JSONNode, in bytes: [UInt8]) -> [JSONStringPiece] {
    guard node.bytes != nil else { return [] }
    var parser = JSONParser(bytes: bytes, offset: node.range.lowerBound + 1)
    let end = node.range.upperBound - 1
    var pieces: [JSONStringPiece] = []
    while parser.offset < end {
      let start = parser.offset
      while parser.offset < end, bytes[parser.offset] != UInt8(ascii: "\\") { parser.offset += 1 }
      if start < parser.offset { pieces.append(JSONStringPiece(range: start..<parser.offset, replacement: nil)) }
      guard parser.offset < end else { break }
      let escape = parser.offset
      var replacement: [UInt8] = []
      guard (try? parser.escape(into: &replacement)) != nil else { break }
      pieces.append(JSONStringPiece(range: escape..<parser.offset, replacement: replacement))
    }
    return pieces
  }
}
