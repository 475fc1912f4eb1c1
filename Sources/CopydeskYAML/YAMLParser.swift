// SPDX-License-Identifier: Apache-2.0

import CYAML

/// Reads a YAML document into nodes that know their place.
public enum YAMLParser {
  /// The deepest nesting that is read; deeper files are refused, so that no input exhausts the stack.
  public static let maximumDepth = 64

  /// What to do about a key that a mapping has twice.
  public enum RepeatedKeys: Sendable {
    /// The file is refused.
    case refused
    /// Both entries are kept; for files of other tools, whose parsers let it pass.
    case kept
  }

  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// Reads the one document of a file.
  ///
  /// Anchors with aliases, several documents and, usually, keys given twice are refused: none of
  /// Copydesk's files needs them, and each hides mistakes.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - repeatedKeys: What to do about a key that a mapping has twice.
  /// - Returns: The document's root, or `nil` if the file has no content.
  /// - Throws: ``YAMLError`` with the place of the first mistake.
  public static func parse(
    _ bytes: [UInt8], repeatedKeys: RepeatedKeys = .refused
  ) throws(YAMLError) -> YAMLNode? {
    var result: Result<YAMLNode?, YAMLError> = .success(nil)
    unsafe bytes.withUnsafeBufferPointer { buffer in
      // A byte order mark would be a column of the first line to libyaml, which then stands further in than the others.
      let mark = bytes.starts(with: YAMLParser.byteOrderMark) ? YAMLParser.byteOrderMark.count : 0
      guard let base = buffer.baseAddress, let parser = unsafe cyaml_open(base + mark, buffer.count - mark) else {
        return
      }
      defer { unsafe cyaml_close(parser) }
      var builder = unsafe NodeBuilder(
        parser: parser, offsets: CodePointOffsets(bytes), repeatedKeys: repeatedKeys)
      do throws(YAMLError) {
        result = .success(try builder.document())
      } catch {
        result = .failure(error)
      }
    }
    return try result.get()
  }
}

/// Turns libyaml's code-point indices, which only grow, into byte offsets.
private struct CodePointOffsets {
  private let bytes: [UInt8]
  private let isASCII: Bool
  private var index = 0
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    isASCII = bytes.allSatisfy { $0 < 0x80 }
    // libyaml does not see a byte order mark.
    if bytes.starts(with: YAMLParser.byteOrderMark) { offset = YAMLParser.byteOrderMark.count }
  }

  /// The mark of a byte that is no part of a character, so that libyaml knows nothing but where it is.
  func mark(ofByte index: Int) -> YAMLMark {
    let start = bytes.starts(with: YAMLParser.byteOrderMark) ? YAMLParser.byteOrderMark.count : 0
    let target = min(start + index, bytes.count)
    var line = 1
    var column = 1
    for place in start..<max(start, target) {
      let byte = bytes[place]
      if byte == 0x0A || byte == 0x0D && !(place + 1 < bytes.count && bytes[place + 1] == 0x0A) {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return YAMLMark(line: line, column: column, offset: target)
  }

  mutating func offset(of target: Int) -> Int {
    if isASCII { return min(target, bytes.count) }
    if target < index {
      index = 0
      offset = bytes.starts(with: YAMLParser.byteOrderMark) ? YAMLParser.byteOrderMark.count : 0
    }
    while index < target, offset < bytes.count {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      index += 1
    }
    return offset
  }
}

@safe
private struct NodeBuilder {
  private let parser: OpaquePointer
  private var offsets: CodePointOffsets
  private let repeatedKeys: YAMLParser.RepeatedKeys
  private var event = unsafe cyaml_event()

  init(parser: OpaquePointer, offsets: CodePointOffsets, repeatedKeys: YAMLParser.RepeatedKeys) {
    self.repeatedKeys = repeatedKeys
    unsafe self.parser = unsafe parser
    self.offsets = offsets
  }

  mutating func document() throws(YAMLError) -> YAMLNode? {
    try advance()
    guard unsafe event.kind == Int32(CYAML_DOCUMENT_START.rawValue) else { return nil }
    try advance()
    let root = try node(depth: 0)
    try advance()
    if unsafe event.kind == Int32(CYAML_DOCUMENT_START.rawValue) {
      throw YAMLError("a second document starts here; expected one document", at: startMark)
    }
    return root
  }

  private mutating func advance() throws(YAMLError) {
    unsafe cyaml_next(parser, &event)
    if unsafe event.kind == Int32(CYAML_ERROR.rawValue) { throw YAMLError(text, at: startMark) }
    if unsafe event.kind == Int32(CYAML_BYTE_ERROR.rawValue) {
      throw unsafe YAMLError(text, at: offsets.mark(ofByte: event.start_index))
    }
  }

  private var text: String {
    guard let value = unsafe event.value else { return "" }
    return unsafe String(decoding: UnsafeBufferPointer(start: value, count: event.length), as: UTF8.self)
  }

  private var startMark: YAMLMark {
    mutating get {
      let index = unsafe event.start_index
      return unsafe YAMLMark(
        line: event.start_line + 1, column: event.start_column + 1, offset: offsets.offset(of: index))
    }
  }

  private var endMark: YAMLMark {
    mutating get {
      let index = unsafe event.end_index
      return unsafe YAMLMark(
        line: event.end_line + 1, column: event.end_column + 1, offset: offsets.offset(of: index))
    }
  }

  private mutating func node(depth: Int) throws(YAMLError) -> YAMLNode {
    let start = startMark
    guard depth < YAMLParser.maximumDepth else {
      throw YAMLError("nested deeper than \(YAMLParser.maximumDepth) levels", at: start)
    }
    switch unsafe UInt32(event.kind) {
    case CYAML_SCALAR.rawValue:
      let isPlain = unsafe event.is_plain
      return YAMLNode(content: .scalar(text, isPlain: isPlain), start: start, end: endMark)
    case CYAML_SEQUENCE_START.rawValue:
      var items: [YAMLNode] = []
      try advance()
      while unsafe event.kind != Int32(CYAML_SEQUENCE_END.rawValue) {
        items.append(try node(depth: depth + 1))
        try advance()
      }
      return YAMLNode(content: .sequence(items), start: start, end: endMark)
    case CYAML_MAPPING_START.rawValue:
      return try mapping(from: start, depth: depth)
    default:
      throw YAMLError("anchors and aliases are not supported; write the value out", at: start)
    }
  }

  private mutating func mapping(from start: YAMLMark, depth: Int) throws(YAMLError) -> YAMLNode {
    var entries: [YAMLEntry] = []
    var keys: Set<String> = []
    try advance()
    while unsafe event.kind != Int32(CYAML_MAPPING_END.rawValue) {
      let keyNode = try node(depth: depth + 1)
      guard let key = keyNode.text else {
        throw YAMLError("a key must be a plain word", at: keyNode.start)
      }
      guard keys.insert(key).inserted || repeatedKeys == .kept else {
        throw YAMLError("the key “\(key)” is given twice", at: keyNode.start)
      }
      try advance()
      entries.append(YAMLEntry(key: key, keyStart: keyNode.start, value: try node(depth: depth + 1)))
      try advance()
    }
    return YAMLNode(content: .mapping(entries), start: start, end: endMark)
  }
}
