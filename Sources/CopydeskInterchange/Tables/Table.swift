// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText

/// A cell of a table and where the file has it.
struct TableCell {
  /// The content without quotation marks and without white space at its ends; lines end with LF.
  let text: String
  /// The offset of the cell's first byte.
  let offset: Int

  var isEmpty: Bool { text.isEmpty }
}

/// A row of a table.
struct TableRow {
  let cells: [TableCell]

  /// The cell of a column; a short row has none in its last columns.
  subscript(column: Int) -> TableCell? { column < cells.count ? cells[column] : nil }

  /// Whether no cell has content.
  var isEmpty: Bool { cells.allSatisfy { $0.isEmpty } }
}

/// The rows of a file whose lines are divided by a separator.
struct Table {
  /// The path of the file.
  let path: String
  /// The rows that are not empty.
  let rows: [TableRow]
  private let lines: LineTable

  init(path: String, rows: [TableRow], lines: LineTable) {
    self.path = path
    self.rows = rows
    self.lines = lines
  }

  /// The place of a cell.
  func place(of cell: TableCell) -> GlossaryPlace { Table.place(of: cell.offset, in: lines) }

  static func place(of offset: Int, in lines: LineTable) -> GlossaryPlace {
    let position = lines.position(of: UInt32(clamping: offset))
    return GlossaryPlace(line: position.line, column: position.column)
  }

  /// An error at a cell.
  func error(_ message: String, at cell: TableCell) -> GlossaryError {
    GlossaryError(path: path, mistakes: [.init(place: place(of: cell), message: message)])
  }
}

/// How the cells of a table are divided.
struct TableDialect {
  /// The byte between cells, or `nil` to tell it from the first lines.
  var separator: UInt8?
  /// Whether cells may stand in quotation marks.
  var isQuoted = true
  /// Whether a line that starts with `#` says nothing.
  var hasComments = false

  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let tab = UInt8(ascii: "\t")

  /// Commas, semicolons or tabs, whatever the file has.
  static let detected = TableDialect()
  /// Tabs, with quotation marks as spreadsheets write them.
  static let tabs = TableDialect(separator: tab)
  /// Tabs and nothing else.
  static let plainTabs = TableDialect(separator: tab, isQuoted: false, hasComments: true)
}
