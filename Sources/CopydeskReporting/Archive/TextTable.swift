// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// A table for people: columns as wide as their widest cell, with two spaces between them.
struct TextTable {
  private let header: [String]
  private let rightColumns: Set<Int>
  private var rows: [[String]] = []

  /// Creates a table of no rows.
  ///
  /// - Parameters:
  ///   - header: The names of the columns.
  ///   - rightColumns: Columns that are set to the right, as numbers are.
  init(_ header: [String], rightColumns: Set<Int> = []) {
    self.header = header
    self.rightColumns = rightColumns
  }

  /// Adds a row with a cell for each column.
  mutating func add(_ row: [String]) { rows.append(row.map { PrintableText.printable($0) }) }

  /// The lines of the table; none if it has no rows.
  var text: String {
    guard !rows.isEmpty else { return "" }
    let all = [header] + rows
    let widths = header.indices.map { column in
      all.map { DisplayWidth.columns(of: $0[column].utf8) }.max() ?? 0
    }
    return all.map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let space = String(repeating: " ", count: widths[column] - DisplayWidth.columns(of: cell.utf8))
        line += rightColumns.contains(column) ? space + cell : cell + space
        line += "  "
      }
      while line.hasSuffix(" ") { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}

extension Double {
  /// The number with some decimals, without Foundation and without an exponent.
  func decimal(_ places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((self * Double(scale)).rounded())
    let fraction = String(abs(scaled) % scale)
    let sign = scaled < 0 ? "-" : ""
    let whole = sign + String(abs(scaled) / scale)
    return places == 0 ? whole : "\(whole).\(String(repeating: "0", count: places - fraction.utf8.count))\(fraction)"
  }
}
