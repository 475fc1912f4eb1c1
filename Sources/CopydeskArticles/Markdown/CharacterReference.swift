// SPDX-License-Identifier: Apache-2.0

internal import CopydeskLanguageData
internal import CopydeskText

/// Decodes HTML character references such as `&eacute;`, `&#233;` and `&#xE9;`.
enum CharacterReference {
  /// The names with their text; read when the first named reference comes along.
  private static let names: [String: [UInt8]] = {
    var names: [String: [UInt8]] = [:]
    for line in EmbeddedFile.named("html-entities.txt")?.bytes.split(separator: 0x0A) ?? [] where line.first != 0x23 {
      let words = line.split(separator: 0x20)
      var text: [UInt8] = []
      for word in words.dropFirst() {
        if let codePoint = UInt32(String(decoding: word, as: UTF8.self), radix: 16) {
          UTF8Decoder.append(codePoint, to: &text)
        }
      }
      if let name = words.first { names[String(decoding: name, as: UTF8.self)] = text }
    }
    return names
  }()

  /// The text of a reference from `&` to `;`, or `nil` if it names no character.
  static func decoded(_ reference: ArraySlice<UInt8>) -> [UInt8]? {
    let content = reference.dropFirst().dropLast()
    guard content.first == 0x23 else { return names[String(decoding: content, as: UTF8.self)] }
    let digits = content.dropFirst()
    let isHexadecimal = digits.first.map { $0 | 0x20 == 0x78 } ?? false
    let number = String(decoding: isHexadecimal ? digits.dropFirst() : digits, as: UTF8.self)
    guard !number.isEmpty, let value = UInt32(number, radix: isHexadecimal ? 16 : 10) else {
      return number.isEmpty ? nil : Array("\u{FFFD}".utf8)
    }
    let isScalar = value != 0 && Unicode.Scalar(value) != nil
    var text: [UInt8] = []
    UTF8Decoder.append(isScalar ? value : 0xFFFD, to: &text)
    return text
  }

  /// The end of the reference that starts with the `&` at an offset, or `nil` if it is a mere ampersand.
  static func end(at offset: Int, in bytes: [UInt8], limit: Int) -> Int? {
    var index = offset + 1
    while index < min(limit, offset + 40) {
      switch bytes[index] {
      case 0x3B: return index > offset + 1 ? index + 1 : nil
      case 0x23, 0x30...0x39, 0x41...0x5A, 0x61...0x7A: index += 1
      default: return nil
      }
    }
    return nil
  }
}
