// SPDX-License-Identifier: Apache-2.0

import CopydeskText
import Testing

@Suite struct PrintableTextTests {
  @Test(arguments: [
    ("a\u{1B}[31mb", "a\\u{1B}[31mb"), ("a\u{9B}2J", "a\\u{9B}2J"), ("a\u{202E}b\u{2066}", "a\\u{202E}b\\u{2066}"),
    ("a\u{2028}b\u{FEFF}", "a\\u{2028}b\\u{FEFF}"), ("a\tb", "a    b"), ("a\rb\u{0}", "a\\u{D}b\\u{0}"),
    ("“ñ” 日本 👩‍👧", "“ñ” 日本 👩‍👧"),
  ])
  func `what commands a terminal is shown by its code point`(_ text: String, _ shown: String) {
    #expect(PrintableText.printable(text) == shown)
    #expect(PrintableText.lines(text) == shown)
  }

  @Test func `line feeds stay only in what has lines`() {
    #expect(PrintableText.printable("a\nb") == "a\\u{A}b")
    #expect(PrintableText.lines("a\nb\n") == "a\nb\n")
  }
}
