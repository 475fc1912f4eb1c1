// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// A character reference of HTML that was shown instead of read, such as `&nbsp;` or `&amp;#39;`.
struct EntityReference {
  /// Where the reference ends.
  let end: Int
  /// The character it stands for.
  let character: String

  /// Recognizes a reference that starts with the `&` at an offset, or returns `nil`.
  init?(in text: Span<UInt8>, at start: Int, before end: Int) {
    var offset = start + 1
    // "&amp;amp;nbsp;" went through three programs.
    while let next = EntityReference.skip("amp;", in: text, at: offset, before: end) {
      guard next < end, EntityReference.isNameStart(text[next]) else {
        self.end = next
        character = "&"
        return
      }
      offset = next
      if EntityReference.body(in: text, at: offset, before: end) == nil {
        self.end = next
        character = "&"
        return
      }
    }
    guard let body = EntityReference.body(in: text, at: offset, before: end) else { return nil }
    self.end = body.end
    character = body.character
  }

  /// The name or number behind the `&`, with its semicolon; programs that take words apart leave spaces beside them.
  private static func body(in text: Span<UInt8>, at start: Int, before end: Int) -> (character: String, end: Int)? {
    var offset = start
    if offset < end, text[offset] == 0x20 { offset += 1 }
    let isSpaced = offset > start
    let nameStart = offset
    while offset < end, isNameByte(text[offset]), offset - nameStart < 10 { offset += 1 }
    guard offset > nameStart else { return nil }
    var name: [UInt8] = []
    for index in nameStart..<offset { name.append(text[index]) }
    var close = offset
    if close < end, text[close] == 0x20, close + 1 < end, text[close + 1] == 0x3B { close += 1 }
    let hasSemicolon = close < end && text[close] == 0x3B
    let word = String(decoding: name, as: UTF8.self)
    if hasSemicolon {
      return (number(name) ?? names[word] ?? names[word.lowercased()]).map { ($0, close + 1) }
    }
    // Without a semicolon only this one cannot be a word of the copy.
    return word.hasPrefix("nbsp") && !isSpaced ? ("\u{A0}", nameStart + 4) : nil
  }

  private static func skip(_ word: StaticString, in text: Span<UInt8>, at start: Int, before end: Int) -> Int? {
    let word = Array("\(word)".utf8)
    guard start + word.count <= end else { return nil }
    for (index, byte) in word.enumerated() where text[start + index] | 0x20 != byte | 0x20 { return nil }
    return start + word.count
  }

  private static func isNameStart(_ byte: UInt8) -> Bool { byte == 0x23 || isNameByte(byte) }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x23, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }

  /// The character of `#39` or `#x27`.
  private static func number(_ name: [UInt8]) -> String? {
    guard name.first == 0x23, name.count > 1 else { return nil }
    let digits = name.dropFirst()
    let isHexadecimal = digits.first.map { $0 | 0x20 == 0x78 } ?? false
    let text = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
    guard let value = UInt32(text, radix: isHexadecimal ? 16 : 10), value >= 0x20, let scalar = Unicode.Scalar(value)
    else { return nil }
    return String(scalar)
  }

  /// The references that content management systems write (HTML 4 and `apos`).
  private static let names: [String: String] = {
    var names: [String: String] = [:]
    let latin =
      "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro "
      + "para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig "
      + "Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times "
      + "Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave "
      + "eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave "
      + "uacute ucirc uuml yacute thorn yuml"
    for (index, name) in latin.split(separator: " ").enumerated() {
      if let scalar = Unicode.Scalar(0xA0 + UInt32(index)) { names[String(name)] = String(scalar) }
    }
    let others: [(String, UInt32)] = [
      ("quot", 0x22), ("amp", 0x26), ("apos", 0x27), ("lt", 0x3C), ("gt", 0x3E), ("OElig", 0x152), ("oelig", 0x153),
      ("Scaron", 0x160), ("scaron", 0x161), ("Yuml", 0x178), ("ensp", 0x2002), ("emsp", 0x2003), ("thinsp", 0x2009),
      ("zwnj", 0x200C), ("zwj", 0x200D), ("lrm", 0x200E), ("rlm", 0x200F), ("ndash", 0x2013), ("mdash", 0x2014),
      ("lsquo", 0x2018), ("rsquo", 0x2019), ("sbquo", 0x201A), ("ldquo", 0x201C), ("rdquo", 0x201D), ("bdquo", 0x201E),
      ("bull", 0x2022), ("hellip", 0x2026), ("permil", 0x2030), ("prime", 0x2032), ("lsaquo", 0x2039),
      ("rsaquo", 0x203A), ("euro", 0x20AC), ("trade", 0x2122), ("rarr", 0x2192), ("larr", 0x2190), ("minus", 0x2212),
    ]
    for (name, value) in others {
      if let scalar = Unicode.Scalar(value) { names[name] = String(scalar) }
    }
    return names
  }()
}
