// SPDX-License-Identifier: Apache-2.0

/// Ids as names that XML allows, and back.
enum XMLIdentifier {
  /// A text as an XML name: each character that names cannot have there is written as `_x0020_`.
  static func encoded(_ id: String) -> String {
    var name = ""
    let scalars = Array(id.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      // What looks like such a code must not be read as one.
      let isCode = scalar == "_" && scalars.dropFirst(index + 1).first == "x"
      if !isCode, index == 0 ? isNameStart(scalar) : isNameCharacter(scalar) {
        name.unicodeScalars.append(scalar)
      } else {
        let digits = String(scalar.value, radix: 16, uppercase: true)
        name += "_x" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits + "_"
      }
    }
    return name
  }

  /// The text that an XML name of `encoded` stands for.
  static func decoded(_ name: String) -> String {
    guard name.utf8.contains(UInt8(ascii: "_")) else { return name }
    var text = ""
    var rest = Substring(name)
    while let scalar = rest.unicodeScalars.first {
      if scalar == "_", rest.hasPrefix("_x"), let end = rest.dropFirst(2).firstIndex(of: "_"),
        let code = UInt32(rest[rest.index(rest.startIndex, offsetBy: 2)..<end], radix: 16),
        let character = Unicode.Scalar(code)
      {
        text.unicodeScalars.append(character)
        rest = rest[rest.index(after: end)...]
      } else {
        text.unicodeScalars.append(scalar)
        rest.unicodeScalars.removeFirst()
      }
    }
    return text
  }

  private static func isNameStart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x5F, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF,
      0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF, 0xF900...0xFDCF, 0xFDF0...0xFFFD:
      true
    default: false
    }
  }

  private static func isNameCharacter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F: true
    default: isNameStart(scalar)
    }
  }
}
