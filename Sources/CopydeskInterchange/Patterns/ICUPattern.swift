// SPDX-License-Identifier: Apache-2.0

/// Writes the patterns of other engines so that ICU reads them the same way.
struct ICUPattern {
  /// Whose pattern it is.
  enum Dialect {
    /// regexp2, which follows .NET.
    case regexp2
    /// ECMAScript with the flag `u`, whose `\b`, `\w` and `\d` know ASCII only.
    case ecmaScript
  }

  private let scalars: [Unicode.Scalar]
  private let dialect: Dialect
  private var index = 0
  private var output = String.UnicodeScalarView()

  /// The pattern in ICU's syntax; whether ICU takes it is for its compiler to say.
  static func translated(_ pattern: String, from dialect: Dialect) -> String {
    var translation = ICUPattern(without(.idle, in: pattern), dialect)
    translation.run()
    return String(translation.output)
  }

  /// Which conditions of a pattern are meant: groups that look ahead or behind.
  enum Conditions {
    /// All.
    case all
    /// Those that may hold or not, such as `(?!a)?`; they decide nothing, and ICU refuses them.
    case idle
  }

  /// The pattern without conditions.
  static func without(_ conditions: Conditions, in pattern: String) -> String {
    var output: [UInt8] = []
    // Where the output stood at each open parenthesis, and whether it opens a condition.
    var open: [(start: Int, isCondition: Bool)] = []
    let bytes = Array(pattern.utf8)
    var isInSet = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\\") where index + 1 < bytes.count:
        output.append(byte)
        index += 1
      case UInt8(ascii: "["): isInSet = true
      case UInt8(ascii: "]"): isInSet = false
      case UInt8(ascii: "(") where !isInSet:
        let sign = bytes[(index + 1)...].prefix(3).map { $0 }
        let isAhead = sign.starts(with: "?=".utf8) || sign.starts(with: "?!".utf8)
        let isBehind = sign.elementsEqual("?<=".utf8) || sign.elementsEqual("?<!".utf8)
        open.append((output.count, isAhead || isBehind))
      case UInt8(ascii: ")") where !isInSet:
        let next = index + 1 < bytes.count ? bytes[index + 1] : 0
        let isIdle = next == UInt8(ascii: "?") || next == UInt8(ascii: "*")
        if let group = open.popLast(), group.isCondition, isIdle || conditions == .all {
          output.removeSubrange(group.start...)
          index += isIdle ? 2 : 1
          continue
        }
      default: break
      }
      output.append(bytes[index])
      index += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// The pattern of ICU with boundaries of ECMAScript's words at both ends.
  ///
  /// Like there, `\b` binds only the first and last of several alternatives.
  static func bounded(_ pattern: String) -> String {
    "(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))" + pattern
      + "(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))"
  }

  private init(_ pattern: String, _ dialect: Dialect) {
    scalars = Array(pattern.unicodeScalars)
    self.dialect = dialect
  }

  private mutating func run() {
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      switch scalar {
      case "\\": escape(isInSet: false)
      case "[": set()
      case "(" where starts(with: "?P<"):
        output.append(contentsOf: "(?<".unicodeScalars)
        index += 3
      default: output.append(scalar)
      }
    }
  }

  private func starts(with text: String) -> Bool {
    scalars[index...].prefix(text.unicodeScalars.count).elementsEqual(text.unicodeScalars)
  }

  private mutating func escape(isInSet: Bool) {
    guard index < scalars.count else {
      output.append("\\")
      return
    }
    let scalar = scalars[index]
    let start = index - 1
    index += 1
    switch (dialect, scalar) {
    case (.ecmaScript, "b") where !isInSet: output.append(contentsOf: boundary(at: start).unicodeScalars)
    case (.ecmaScript, "w"): output.append(contentsOf: (isInSet ? "0-9A-Za-z_" : "[0-9A-Za-z_]").unicodeScalars)
    case (.ecmaScript, "W") where !isInSet: output.append(contentsOf: "[^0-9A-Za-z_]".unicodeScalars)
    case (.ecmaScript, "d"): output.append(contentsOf: (isInSet ? "0-9" : "[0-9]").unicodeScalars)
    case (.ecmaScript, "u") where index < scalars.count && scalars[index] == "{":
      output.append(contentsOf: "\\x".unicodeScalars)
    default:
      output.append("\\")
      output.append(scalar)
    }
    // The name of a property or the number of a character, as in `\p{L}`.
    guard "pPNxu".unicodeScalars.contains(scalar), index < scalars.count, scalars[index] == "{" else { return }
    while index < scalars.count {
      output.append(scalars[index])
      index += 1
      if scalars[index - 1] == "}" { return }
    }
  }

  /// A boundary of an ASCII word: beside the side of the pattern that has the word, it is enough to look at the other.
  private func boundary(at start: Int) -> String {
    let before = start == 0 ? nil : scalars[start - 1]
    let after = index < scalars.count ? scalars[index] : nil
    if after == nil || after == ")" || after == "|" { return "(?![0-9A-Za-z_])" }
    if before == nil || before == "(" || before == "|" || before == ":" { return "(?<![0-9A-Za-z_])" }
    return "(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))"
  }

  /// In ICU's sets brackets nest and `&&` and `--` are operators; elsewhere all are characters.
  private mutating func set() {
    output.append("[")
    if index < scalars.count, scalars[index] == "^" {
      output.append("^")
      index += 1
    }
    var isFirst = true
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      switch scalar {
      case "\\": escape(isInSet: true)
      case "]" where isFirst && dialect == .regexp2:
        output.append(contentsOf: "\\]".unicodeScalars)
      case "]":
        output.append("]")
        return
      case "[" where starts(with: ":") && dialect == .regexp2:
        output.append("[")
        while index < scalars.count, scalars[index] != "]" {
          output.append(scalars[index])
          index += 1
        }
        if index < scalars.count {
          output.append("]")
          index += 1
        }
      case "[", "&", "{", "}":
        output.append("\\")
        output.append(scalar)
      case "-" where index < scalars.count && scalars[index] == "-":
        output.append(contentsOf: "\\-".unicodeScalars)
      default: output.append(scalar)
      }
      isFirst = false
    }
  }
}
