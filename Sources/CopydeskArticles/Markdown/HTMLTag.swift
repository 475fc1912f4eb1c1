// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// A tag, comment or declaration of HTML.
struct HTMLTag {
  /// The name in lower case; empty for comments and declarations.
  var name = ""
  /// Whether it is a closing tag.
  var isClosing = false
  /// Whether it has no content: `<br>`, `<img/>`.
  var isVoid = false
  /// The value of `lang` or `xml:lang`.
  var language: String?
  /// Whether `translate="no"` or the class `notranslate` is set.
  var isUntranslated = false
  /// The classes.
  var classes: [String] = []
  /// The offset behind the tag.
  var end: Int

  private static let voidNames: Set<String> = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
  ]

  /// Whether it is none of HTML but a token of a translation model, such as `<unk>`, which readers must see to remove.
  var isModelToken: Bool { HTMLTag.modelTokens.contains(name) || name.hasPrefix("extra_id_") }

  private static let modelTokens: Set<String> = ["bos", "cls", "eos", "pad", "sep", "unk"]

  /// Reads the tag at an offset.
  ///
  /// - Returns: `nil` if the `<` there starts no tag, or the tag has no end.
  init?(at offset: Int, in bytes: [UInt8], limit: Int) {
    end = limit
    var index = offset + 1
    guard offset < limit, bytes[offset] == 0x3C, index < limit else { return nil }
    if bytes[index] == 0x21 || bytes[index] == 0x3F {
      guard let close = HTMLTag.declarationEnd(at: offset, in: bytes, limit: limit) else { return nil }
      end = close
      return
    }
    if bytes[index] == 0x2F {
      isClosing = true
      index += 1
    }
    let nameStart = index
    while index < limit, HTMLTag.isNameByte(bytes[index]) { index += 1 }
    guard index > nameStart, bytes[nameStart] | 0x20 >= 0x61, bytes[nameStart] | 0x20 <= 0x7A else { return nil }
    name = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
    guard let close = readAttributes(from: index, in: bytes, limit: limit) else { return nil }
    end = close
    isVoid = isVoid || HTMLTag.voidNames.contains(name)
  }

  private static func declarationEnd(at offset: Int, in bytes: [UInt8], limit: Int) -> Int? {
    let isComment =
      offset + 3 < limit && bytes[offset + 1] == 0x21 && bytes[offset + 2] == 0x2D && bytes[offset + 3] == 0x2D
    var index = offset + (isComment ? 4 : 2)
    while index < limit {
      if bytes[index] == 0x3E, !isComment || index >= offset + 6 && bytes[index - 1] == 0x2D && bytes[index - 2] == 0x2D
      {
        return index + 1
      }
      index += 1
    }
    return nil
  }

  /// Reads attributes up to the `>`; returns the offset behind it.
  private mutating func readAttributes(from start: Int, in bytes: [UInt8], limit: Int) -> Int? {
    var index = start
    while index < limit {
      switch bytes[index] {
      case 0x3E: return index + 1
      case 0x2F:
        if index + 1 < limit, bytes[index + 1] == 0x3E { isVoid = true }
        index += 1
      case 0x09, 0x0A, 0x0C, 0x0D, 0x20: index += 1
      default:
        let nameStart = index
        while index < limit, !HTMLTag.endsName(bytes[index]) { index += 1 }
        let attribute = String(decoding: bytes[nameStart..<index], as: UTF8.self).lowercased()
        index = HTMLTag.skippingSpace(index, in: bytes, limit: limit)
        var value = ""
        if index < limit, bytes[index] == 0x3D {
          guard let (text, end) = HTMLTag.value(at: index + 1, in: bytes, limit: limit) else { return nil }
          value = text
          index = end
        } else if index == nameStart {
          index += 1
        }
        note(attribute, value)
      }
    }
    return nil
  }

  private mutating func note(_ attribute: String, _ value: String) {
    switch attribute {
    case "lang", "xml:lang": language = value
    case "translate": isUntranslated = isUntranslated || value.lowercased() == "no"
    case "class":
      classes = value.split { $0.isWhitespace }.map(String.init)
      isUntranslated = isUntranslated || classes.contains("notranslate")
    default: break
    }
  }

  private static func value(at offset: Int, in bytes: [UInt8], limit: Int) -> (text: String, end: Int)? {
    var index = skippingSpace(offset, in: bytes, limit: limit)
    guard index < limit else { return nil }
    let quote = bytes[index]
    let start = quote == 0x22 || quote == 0x27 ? index + 1 : index
    index = start
    if start > offset, quote == 0x22 || quote == 0x27 {
      while index < limit, bytes[index] != quote { index += 1 }
      guard index < limit else { return nil }
      return (String(decoding: bytes[start..<index], as: UTF8.self), index + 1)
    }
    while index < limit, bytes[index] > 0x20, bytes[index] != 0x3E { index += 1 }
    return (String(decoding: bytes[start..<index], as: UTF8.self), index)
  }

  private static func skippingSpace(_ offset: Int, in bytes: [UInt8], limit: Int) -> Int {
    var index = offset
    while index < limit, bytes[index] <= 0x20 { index += 1 }
    return index
  }

  private static func endsName(_ byte: UInt8) -> Bool {
    byte <= 0x20 || byte == 0x2F || byte == 0x3E || byte == 0x3D
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x3A, 0x5F: true
    default: false
    }
  }
}

/// The open inline elements of a segment, for finding the end of those whose content is protected.
struct OpenElements {
  private var elements: [(name: String, isProtected: Bool)] = []

  /// Elements whose content is never prose.
  private static let codeNames: Set<String> = ["code", "kbd", "samp", "var", "script", "style", "svg", "math", "pre"]

  /// Takes note of a tag, and starts or ends protection in a segment's text.
  mutating func apply(_ tag: HTMLTag, to pieces: inout [SegmentDraft.Piece]) {
    guard !tag.name.isEmpty else { return }
    if tag.isClosing {
      guard let index = elements.lastIndex(where: { $0.name == tag.name }) else { return }
      let wasProtected = elements.contains { $0.isProtected }
      elements.removeSubrange(index...)
      if wasProtected, !elements.contains(where: { $0.isProtected }) { pieces.append(.protectionEnd) }
    } else if !tag.isVoid, elements.count < OpenElements.maximumDepth {
      let isProtected = tag.isUntranslated || tag.language != nil || OpenElements.codeNames.contains(tag.name)
      if isProtected, !elements.contains(where: { $0.isProtected }) { pieces.append(.protectionStart) }
      elements.append((tag.name, isProtected))
    }
  }

  /// Deeper markup is read as if it were not there.
  private static let maximumDepth = 256
}
