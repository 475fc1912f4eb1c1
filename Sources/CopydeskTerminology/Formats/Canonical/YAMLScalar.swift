// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// Spells scalars: plain where every YAML reader takes them for a text, else in double quotes.
enum YAMLScalar {
  private static let reserved: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "~"]

  static func text(_ text: String, inBrackets: Bool = false) -> String {
    isPlain(text, inBrackets: inBrackets) ? text : quoted(text)
  }

  private static func isPlain(_ text: String, inBrackets: Bool) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, first != " ", last != " ", last != ":" else {
      return false
    }
    if "-?:,[]{}#&*!|>'\"%@`=<".unicodeScalars.contains(first) { return false }
    if isNumber(text) || reserved.contains(text.lowercased()) { return false }
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case ":": if index + 1 < scalars.count, scalars[index + 1] == " " { return false }
      case "#": if index > 0, scalars[index - 1] == " " { return false }
      case ",", "[", "]", "{", "}": if inBrackets { return false }
      case " ": continue
      default: if isHidden(scalar.value) { return false }
      }
    }
    return true
  }

  /// Dates stay plain, as in `{from: 2025-01-20}`.
  private static func isNumber(_ text: String) -> Bool {
    guard CalendarDate(iso: text) == nil || text.utf8.count != 10 else { return false }
    return text.utf8.contains { (0x30...0x39).contains($0) }
      && text.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x2B, 0x2C, 0x2D, 0x2E, 0x3A, 0x45, 0x5F, 0x65: true
        default: false
        }
      }
  }

  /// Whether a reader of the file could overlook the character or take it for a plain space.
  private static func isHidden(_ codePoint: UInt32) -> Bool {
    if codePoint < 0x7F { return codePoint < 0x20 }
    let category = UnicodeProperties.category(of: codePoint)
    return category.isSeparator || category.isFormat || UnicodeProperties.isDefaultIgnorable(codePoint)
      || codePoint < 0xA0
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default:
        if isHidden(scalar.value) {
          result += escape(scalar.value)
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }

  private static func escape(_ codePoint: UInt32) -> String {
    let digits = String(codePoint, radix: 16, uppercase: true)
    let width = codePoint > 0xFFFF ? 8 : 4
    return (codePoint > 0xFFFF ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.utf8.count) + digits
  }
}
