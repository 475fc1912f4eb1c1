// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// What columns count in messages for people.
public enum ColumnUnit: String, CaseIterable, Sendable {
  /// Unicode code points.
  case codePoint = "code-point"
  /// UTF-16 code units, as most editors count inside.
  case utf16
  /// UTF-8 bytes.
  case byte

  /// The 1-based column of a position.
  func column(of position: TextPosition, lines: LineTable) -> Int {
    switch self {
    case .codePoint:
      return position.column
    case .utf16, .byte:
      let start = lines.position(of: lines.range(ofLine: position.line).start)
      return 1 + (self == .byte ? position.byte - start.byte : position.utf16 - start.utf16)
    }
  }
}

/// How reports for people look.
public struct TextLayout: Hashable, Sendable {
  /// Whether parts stand out by color.
  public let usesColor: Bool
  /// How many columns a line of copy may take.
  public let width: Int
  /// What columns count.
  public let columnUnit: ColumnUnit

  /// Creates a layout; without arguments the one of a file or pipe.
  public init(usesColor: Bool = false, width: Int = 100, columnUnit: ColumnUnit = .codePoint) {
    self.usesColor = usesColor
    self.width = max(40, width)
    self.columnUnit = columnUnit
  }

  /// What a part of a report is, which decides its color.
  enum Part {
    case severity(Severity)
    case path
    case rule
    case frame
    case note
    case removed
    case added

    /// The parameters of the escape sequence that colors the part.
    var code: String {
      switch self {
      case .severity(.error): "1;31"
      case .severity(.warning): "1;33"
      case .severity(.suggestion): "1;36"
      case .path: "1"
      case .rule: "2"
      case .frame: "34"
      case .note: "1;34"
      case .removed: "31"
      case .added: "32"
      }
    }
  }

  /// A text in the color of its part, if there is color.
  func paint(_ text: String, as part: Part) -> String {
    usesColor && !text.isEmpty ? "\u{1B}[\(part.code)m\(text)\u{1B}[0m" : text
  }
}
