// SPDX-License-Identifier: Apache-2.0

/// A table in Markdown: the first column to the left, the others to the right unless they hold prose.
struct MarkdownTable {
  var header: [String]
  /// Columns besides the first that hold text rather than figures.
  var textColumns: Set<Int> = []
  var rows: [[String]] = []

  /// The table as lines that end with a newline.
  var markdown: String {
    let rule = header.indices.map { $0 == 0 || textColumns.contains($0) ? "---" : "---:" }
    return ([header, rule] + rows)
      .map { "| " + $0.map(Self.escaped).joined(separator: " | ") + " |\n" }
      .joined()
  }

  private static func escaped(_ cell: String) -> String {
    var result = ""
    for character in cell.unicodeScalars {
      switch character {
      case "|": result += "\\|"
      case "\n", "\r", "\t": result += " "
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
