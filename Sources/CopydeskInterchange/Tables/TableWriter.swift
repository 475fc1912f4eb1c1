// SPDX-License-Identifier: Apache-2.0

/// Writes tables: UTF-8, lines that end with LF, quotation marks only where they are needed.
struct TableWriter {
  private let separator: UInt8
  /// What was written so far.
  private(set) var bytes: [UInt8] = []

  init(separator: UInt8) {
    self.separator = separator
  }

  /// Writes a row.
  mutating func row(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(separator) }
      append(cell)
    }
    // A row with one empty cell would be an empty line, which readers skip.
    if cells.count == 1, cells[0].isEmpty { bytes.append(contentsOf: "\"\"".utf8) }
    bytes.append(0x0A)
  }

  private mutating func append(_ cell: String) {
    let needsQuotes =
      cell.utf8.contains { $0 == separator || $0 == UInt8(ascii: "\"") || $0 == 0x0A || $0 == 0x0D }
      || cell.utf8.first == 0x20 || cell.utf8.last == 0x20
    guard needsQuotes else {
      bytes.append(contentsOf: cell.utf8)
      return
    }
    bytes.append(UInt8(ascii: "\""))
    for byte in cell.utf8 {
      if byte == UInt8(ascii: "\"") { bytes.append(byte) }
      bytes.append(byte)
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
