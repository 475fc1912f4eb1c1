// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import measure

@Suite
struct ReportTests {
  @Test
  func `a table escapes what would break it`() {
    let table = MarkdownTable(header: ["a", "b"], rows: [["x|y", "1\n2"]])
    #expect(table.markdown == "| a | b |\n| --- | ---: |\n| x\\|y | 1 2 |\n")
  }

  @Test(arguments: [(0, "0"), (999, "999"), (1000, "1,000"), (1_234_567, "1,234,567"), (-1000, "-1,000")])
  func `counts have a comma before each group`(value: Int, text: String) {
    #expect(Figures.count(value) == text)
  }

  @Test
  func `context is cut by code units and survives a span beyond the text`() {
    #expect(ReadableFindings.context(of: 2..<4, in: "a 🇻 b", reach: 1) == " ⟦🇻⟧ ")
    #expect(ReadableFindings.context(of: 90..<95, in: "abc") == "abc⟦⟧")
  }

  @Test
  func `a command names no folder of the machine`() {
    let text = CommandText.text(
      for: ["accuracy", "--data", "/home/x/shared/data", "--output", "r.md"], in: "/home/x/main")
    #expect(
      text
        == "swift run -c release --package-path Benchmarks measure accuracy --data ../shared/data --output r.md")
  }

  @Test
  func `a spread of an even count takes the middle of two`() {
    let spread = Spread([4, 1, 2, 3])
    #expect(spread.median == 2.5)
    #expect(spread.text(per: 1, places: 1) == "2.5 (1.0–4.0)")
  }
}
