// SPDX-License-Identifier: Apache-2.0

import CopydeskText
import Testing

@Suite struct LineTableTests {
  @Test(arguments: [
    "", "one", "one\ntwo\n", "one\r\ntwo\rthree\n\n", "\u{FEFF}Año\n🇻🇪 e\u{301}\tx", "\u{FEFF}", "全角\n문자",
    String(repeating: "ñ🇻🇪 x", count: 700) + "\n" + String(repeating: "я", count: 2000), "a\r\n\r\n\u{FEFF}b",
  ])
  func `positions agree with counting from the start`(_ text: String) {
    let bytes = Array(text.utf8)
    let table = LineTable(bytes)
    var line = 1
    var column = 1
    var utf16 = 0
    var offset = 0
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let expected = TextPosition(byte: offset, utf16: utf16, line: line, column: column)
      #expect(table.position(of: UInt32(offset)) == expected)
      offset += String(scalar).utf8.count
      utf16 += scalar.value > 0xFFFF ? 2 : 1
      let isBreak = scalar == "\n" || scalar == "\r" && (index + 1 == scalars.count || scalars[index + 1] != "\n")
      if isBreak {
        line += 1
        column = 1
      } else if !(index == 0 && scalar == "\u{FEFF}") {
        column += 1
      }
    }
    #expect(table.position(of: UInt32(offset)) == TextPosition(byte: offset, utf16: utf16, line: line, column: column))
    #expect(table.lineCount == line)
  }

  @Test func `many positions on one long line cost little`() {
    let table = LineTable([UInt8](repeating: 0x61, count: 1 << 20))
    for offset in stride(from: UInt32(0), to: 1 << 20, by: 509) {
      #expect(table.position(of: offset).column == Int(offset) + 1)
    }
  }

  @Test(arguments: [
    ("abc", 3), ("é", 1), ("e\u{301}", 1), ("全角", 4), ("🇻🇪", 2), ("👩\u{200D}👩\u{200D}👧", 2), ("a\u{200B}b", 2), ("👍🏽", 2),
    ("ｱ", 1),
  ])
  func `terminals show text in so many columns`(text: String, columns: Int) {
    #expect(DisplayWidth.columns(of: text.utf8) == columns)
  }
}
