// SPDX-License-Identifier: Apache-2.0

import CopydeskICU

/// How texts stand in the cells of tables.
enum TableText {
  /// The text without white space at its ends.
  static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    trimmed(String(decoding: bytes, as: UTF8.self))
  }

  /// The text without white space at its ends.
  static func trimmed(_ text: String) -> String {
    let scalars = text.unicodeScalars
    guard let first = scalars.first, let last = scalars.last else { return text }
    if !isSpace(first), !isSpace(last) { return text }
    guard let start = scalars.firstIndex(where: { !isSpace($0) }),
      let end = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(scalars[start...end])
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 { return scalar.value == 0x20 || (0x09...0x0D).contains(scalar.value) }
    return scalar.value == 0x85 || scalar.value == 0xFEFF || UnicodeProperties.category(of: scalar.value).isSeparator
  }

  // MARK: Formulas

  /// The cell that a spreadsheet shows as the text, even if the text would be a formula for it.
  static func escapedFormula(_ text: String) -> String { startsFormula(text) ? "'" + text : text }

  /// The text of a cell that was escaped.
  static func unescapedFormula(_ cell: String) -> String {
    cell.utf8.first == UInt8(ascii: "'") && startsFormula(cell) ? String(cell.dropFirst()) : cell
  }

  /// Whether the text starts like a formula, possibly behind apostrophes that escape one already.
  private static func startsFormula(_ text: String) -> Bool {
    switch text.utf8.first(where: { $0 != UInt8(ascii: "'") }) {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0A, 0x0D: true
    default: false
    }
  }

  // MARK: Lists

  /// The items of a cell, between `|` or on lines of their own; `\|` is a bar that belongs to an item.
  static func items(of cell: String) -> [String] {
    var items: [String] = []
    var item = String.UnicodeScalarView()
    var backslashes = 0
    for scalar in cell.unicodeScalars {
      if scalar == "\\" {
        backslashes += 1
        continue
      }
      // Backslashes mean something before a bar only, so that other texts need none.
      let isBar = scalar == "|"
      item.append(contentsOf: repeatElement("\\", count: isBar ? backslashes / 2 : backslashes))
      let isEscaped = isBar && backslashes % 2 == 1
      backslashes = 0
      if (isBar && !isEscaped) || scalar == "\n" {
        items.append(String(item))
        item = String.UnicodeScalarView()
      } else {
        item.append(scalar)
      }
    }
    item.append(contentsOf: repeatElement("\\", count: backslashes))
    items.append(String(item))
    return items.map { trimmed($0) }.filter { !$0.isEmpty }
  }

  /// The cell that holds the items.
  static func cell(of items: [String]) -> String {
    items.enumerated().map { index, item in
      var cell = ""
      var backslashes = 0
      for scalar in item.unicodeScalars {
        if scalar == "\\" {
          backslashes += 1
        } else {
          if scalar == "|" { cell += String(repeating: "\\", count: backslashes + 1) }
          backslashes = 0
        }
        cell.unicodeScalars.append(scalar == "\n" ? " " : scalar)
      }
      // A backslash at the end would escape the bar that follows.
      if index < items.count - 1 { cell += String(repeating: "\\", count: backslashes) }
      return cell
    }.joined(separator: "|")
  }
}
