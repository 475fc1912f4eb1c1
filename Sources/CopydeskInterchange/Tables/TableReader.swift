// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText

/// Reads tables as RFC 4180 and spreadsheets write them.
///
/// Lines end with LF, CR LF or CR, also mixed. A quoted cell may hold separators and line ends, and two
/// quotation marks for one. A file may start with a byte order mark and with the line `sep=;` that tells
/// Excel the separator.
enum TableReader {
  /// The longest cell that is read; an unclosed quotation mark ends here instead of at the end of the file.
  static let maximumCellByteCount = 1 << 16
  /// The widest row that is read.
  static let maximumColumnCount = 1 << 10
  /// The number of cells after which a file is refused.
  static let maximumCellCount = 1 << 23

  /// Reads a table.
  ///
  /// - Throws: ``GlossaryError`` with the place of the first mistake.
  static func read(_ input: InputText, _ dialect: TableDialect) throws(GlossaryError) -> Table {
    var scanner = TableScanner(input: input, dialect: dialect)
    return try scanner.table()
  }
}

private struct TableScanner {
  private let path: String
  private let bytes: [UInt8]
  private let lines: LineTable
  private let dialect: TableDialect
  private var separator: UInt8
  private var offset = 0
  private var cellCount = 0

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  init(input: InputText, dialect: TableDialect) {
    path = input.path
    bytes = input.bytes
    lines = LineTable(input.bytes)
    self.dialect = dialect
    separator = dialect.separator ?? TableDialect.comma
  }

  mutating func table() throws(GlossaryError) -> Table {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
    if let nul = bytes.firstIndex(of: 0) {
      throw error("a NUL byte stands here; expected a table in UTF-8 or UTF-16", at: nul)
    }
    if let declared = declaredSeparator() {
      separator = declared
    } else if dialect.separator == nil {
      separator = SeparatorGuess(bytes, from: offset).separator
    }
    var rows: [TableRow] = []
    while offset < bytes.count {
      if dialect.hasComments, bytes[offset] == UInt8(ascii: "#") {
        while offset < bytes.count, !isLineEnd(offset) { offset += 1 }
        skipLineEnd()
        continue
      }
      let row = try row()
      if !row.isEmpty { rows.append(row) }
    }
    return Table(path: path, rows: rows, lines: lines)
  }

  /// The separator that a first line such as `sep=;` names.
  private mutating func declaredSeparator() -> UInt8? {
    let line = bytes[offset...].prefix(5)
    guard dialect.isQuoted, line.count == 5, line.prefix(4).elementsEqual("sep=".utf8), let separator = line.last,
      offset + 5 == bytes.count || isLineEnd(offset + 5)
    else { return nil }
    offset += 5
    skipLineEnd()
    return separator
  }

  private mutating func row() throws(GlossaryError) -> TableRow {
    var cells: [TableCell] = []
    while true {
      guard cells.count < TableReader.maximumColumnCount else {
        throw error("the row has more than \(TableReader.maximumColumnCount) cells", at: offset)
      }
      cells.append(try cell())
      guard offset < bytes.count, bytes[offset] == separator else { break }
      offset += 1
    }
    cellCount += cells.count
    guard cellCount <= TableReader.maximumCellCount else {
      throw error("the table has more than \(TableReader.maximumCellCount) cells", at: offset)
    }
    skipLineEnd()
    return TableRow(cells: cells)
  }

  private mutating func cell() throws(GlossaryError) -> TableCell {
    let start = offset
    if dialect.isQuoted, start < bytes.count, bytes[start] == TableScanner.quote {
      if let cell = try quotedCell(from: start) { return cell }
      offset = start
    }
    while offset < bytes.count, bytes[offset] != separator, !isLineEnd(offset) { offset += 1 }
    try checkLength(from: start)
    let text = TableText.trimmed(bytes[start..<offset])
    let blank = bytes[start..<offset].prefix { $0 == 0x20 || $0 == 0x09 }.count
    return TableCell(text: text, offset: text.isEmpty ? start : start + blank)
  }

  /// The cell in quotation marks, or `nil` if the marks belong to the text, as they may between tabs.
  private mutating func quotedCell(from start: Int) throws(GlossaryError) -> TableCell? {
    var content: [UInt8] = []
    offset = start + 1
    while true {
      guard offset < bytes.count else {
        throw error("the quotation mark that opens the cell is never closed", at: start)
      }
      try checkLength(from: start)
      let byte = bytes[offset]
      offset += 1
      switch byte {
      case TableScanner.quote:
        if offset < bytes.count, bytes[offset] == TableScanner.quote {
          content.append(byte)
          offset += 1
          continue
        }
        while offset < bytes.count, bytes[offset] == 0x20 { offset += 1 }
        if offset == bytes.count || bytes[offset] == separator || isLineEnd(offset) {
          return TableCell(text: TableText.trimmed(content[...]), offset: start)
        }
        if separator == TableDialect.tab, !content.contains(TableScanner.lineFeed) { return nil }
        throw error(
          "text follows a closing quotation mark; expected a separator, a line end or the quotation mark doubled",
          at: offset)
      case TableScanner.carriageReturn:
        content.append(TableScanner.lineFeed)
        if offset < bytes.count, bytes[offset] == TableScanner.lineFeed { offset += 1 }
      default:
        content.append(byte)
      }
    }
  }

  private func checkLength(from start: Int) throws(GlossaryError) {
    guard offset - start <= TableReader.maximumCellByteCount else {
      let cause = bytes[start] == TableScanner.quote ? "; its quotation mark may be left open" : ""
      throw error("the cell is longer than \(TableReader.maximumCellByteCount) bytes\(cause)", at: start)
    }
  }

  private func isLineEnd(_ offset: Int) -> Bool {
    bytes[offset] == TableScanner.lineFeed || bytes[offset] == TableScanner.carriageReturn
  }

  private mutating func skipLineEnd() {
    guard offset < bytes.count, isLineEnd(offset) else { return }
    let isReturn = bytes[offset] == TableScanner.carriageReturn
    offset += 1
    if isReturn, offset < bytes.count, bytes[offset] == TableScanner.lineFeed { offset += 1 }
  }

  private func error(_ message: String, at offset: Int) -> GlossaryError {
    GlossaryError(path: path, mistakes: [.init(place: Table.place(of: offset, in: lines), message: message)])
  }
}

/// Tells the separator of a table from its first lines.
private struct SeparatorGuess {
  let separator: UInt8

  /// How many lines are looked at, and how far at most.
  private static let lineCount = 8
  private static let byteCount = 1 << 16

  init(_ bytes: [UInt8], from start: Int) {
    // Tabs and semicolons hardly ever stand in a header by chance; commas do.
    let candidates = [TableDialect.tab, TableDialect.semicolon, TableDialect.comma]
    var counts: [[Int]] = [[0, 0, 0]]
    var isInQuotes = false
    for byte in bytes[start...].prefix(SeparatorGuess.byteCount) {
      if byte == UInt8(ascii: "\"") {
        isInQuotes.toggle()
      } else if isInQuotes {
        continue
      } else if byte == 0x0A || byte == 0x0D {
        if counts.count == SeparatorGuess.lineCount { break }
        if counts[counts.count - 1] != [0, 0, 0] { counts.append([0, 0, 0]) }
      } else if let candidate = candidates.firstIndex(of: byte) {
        counts[counts.count - 1][candidate] += 1
      }
    }
    if counts.count > 1, counts.last == [0, 0, 0] { counts.removeLast() }
    let ranked = candidates.indices.map { candidate -> (isEven: Bool, count: Int, candidate: Int) in
      let first = counts[0][candidate]
      return (first > 0 && counts.allSatisfy { $0[candidate] == first }, first, candidate)
    }
    let best = ranked.max { left, right in
      (left.isEven ? 1 : 0, left.count, -left.candidate) < (right.isEven ? 1 : 0, right.count, -right.candidate)
    }
    separator = best.map { $0.count > 0 ? candidates[$0.candidate] : TableDialect.comma } ?? TableDialect.comma
  }
}
