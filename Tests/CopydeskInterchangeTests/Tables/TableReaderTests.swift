// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText
import Testing

@testable import CopydeskInterchange

/// A table as text and the cells that must come of it.
struct TableCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  let rows: [[String]]

  init(_ description: String, _ text: String, _ rows: [[String]]) {
    testDescription = description
    self.text = text
    self.rows = rows
  }

  static let all: [TableCase] = [
    TableCase("commas", "a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    TableCase("semicolons", "a;b\n1,5;2\n", [["a", "b"], ["1,5", "2"]]),
    TableCase("tabs", "a\tb\n1;2,3\t4", [["a", "b"], ["1;2,3", "4"]]),
    TableCase("a separator that a line names", "sep=;\r\na;b,c\r\n", [["a", "b,c"]]),
    TableCase("a byte order mark", "\u{FEFF}a,b\n", [["a", "b"]]),
    TableCase("mixed line ends", "a,b\r\n1,2\r3,4\n5,6", [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]]),
    TableCase("a quoted separator", "a,b\n\"1,1\",2\n", [["a", "b"], ["1,1", "2"]]),
    TableCase("a quoted line end", "a,b\n\"1\r\n1\",2\n", [["a", "b"], ["1\n1", "2"]]),
    TableCase("doubled quotation marks", "a\n\"he said \"\"no\"\"\"\n", [["a"], ["he said \"no\""]]),
    TableCase("a quotation mark inside of a cell", "a,b\n5\" disk,2\n", [["a", "b"], ["5\" disk", "2"]]),
    TableCase("white space at the ends", "a,b\n 1 ,\"2\" \n", [["a", "b"], ["1", "2"]]),
    TableCase("empty lines", "a,b\n\n,\n1,2\n\n", [["a", "b"], ["1", "2"]]),
    TableCase("text behind quotation marks between tabs", "a\tb\n\"Q\" in\tx\n", [["a", "b"], ["\"Q\" in", "x"]]),
    TableCase("short rows", "a,b,c\n1\n", [["a", "b", "c"], ["1"]]),
    TableCase(
      "commas in headers of a table with semicolons", "a, b;c\n1;2\n3;4\n", [["a, b", "c"], ["1", "2"], ["3", "4"]]),
    TableCase("nothing", "", []),
  ]
}

/// A table that cannot be read and what must be said of it.
struct BrokenTable: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let text: String
  let message: String

  init(_ description: String, _ text: String, _ message: String) {
    testDescription = description
    self.text = text
    self.message = message
  }

  static let all: [BrokenTable] = [
    BrokenTable(
      "an open quotation mark", "a,b\n1,\"2\n3,4\n", "t.csv:2:3: the quotation mark that opens the cell is never closed"
    ),
    BrokenTable(
      "text behind a quotation mark", "a,b\n\"1\"x,2\n",
      "t.csv:2:4: text follows a closing quotation mark; expected a separator, a line end or the quotation mark doubled"
    ),
    BrokenTable(
      "a NUL byte", "a,b\n1,é\u{0},2\n", "t.csv:2:4: a NUL byte stands here; expected a table in UTF-8 or UTF-16"),
    BrokenTable(
      "an open quotation mark before ten megabytes", "a\n\"" + String(repeating: "x", count: 10_000_000),
      "t.csv:2:1: the cell is longer than 65536 bytes; its quotation mark may be left open"),
    BrokenTable(
      "a long cell", "a\n" + String(repeating: "x", count: 70_000),
      "t.csv:2:1: the cell is longer than 65536 bytes"),
    BrokenTable(
      "a wide row", String(repeating: "a,", count: 2000), "t.csv:1:2049: the row has more than 1024 cells"),
  ]
}

@Suite struct TableReaderTests {
  @Test(arguments: TableCase.all) func `a table is read`(_ item: TableCase) throws {
    let table = try TableReader.read(InputText(path: "t.csv", text: item.text), .detected)
    #expect(table.rows.map { $0.cells.map(\.text) } == item.rows)
  }

  @Test(arguments: BrokenTable.all) func `a mistake has its place`(_ item: BrokenTable) {
    do throws(GlossaryError) {
      _ = try TableReader.read(InputText(path: "t.csv", text: item.text), .detected)
      Issue.record("no mistake was found")
    } catch {
      #expect(error.description == item.message)
    }
  }

  @Test(arguments: [
    "plain", "a,b", "a;b", "a\tb", "\"", "a\nb", "'", "'=1", "=1", "+1", "-1", "@x", " a", "''-x", "é|ñ\\",
  ])
  func `what is written is read back`(_ text: String) throws {
    for separator in [TableDialect.comma, TableDialect.tab] {
      var writer = TableWriter(separator: separator)
      writer.row(["x", TableText.escapedFormula(text)])
      let input = InputText(path: "t.csv", bytes: writer.bytes)
      let table = try TableReader.read(input, TableDialect(separator: separator))
      let cell = try #require(table.rows.first?[1])
      #expect(TableText.unescapedFormula(cell.text) == TableText.trimmed(text))
    }
  }

  @Test(arguments: ["=1", "+1", "-1", "@x", "\tx", "\rx", "'=1"]) func `a formula is escaped`(_ text: String) {
    #expect(TableText.escapedFormula(text) == "'" + text)
  }

  @Test(arguments: [
    ["a"], ["a", "b"], ["a|b", "c"], ["a\\", "b"], ["a\\|b"], ["\\", "\\\\", "|"], ["C:\\new", "x"], [],
  ])
  func `a list comes back`(_ items: [String]) {
    #expect(TableText.items(of: TableText.cell(of: items)) == items)
  }

  @Test func `lines are items too`() {
    #expect(TableText.items(of: "one\n two |three\n\n") == ["one", "two", "three"])
  }
}
