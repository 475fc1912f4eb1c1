// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
import Testing

@Suite struct GlobPatternTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let pattern: String
    let matches: [String]
    let others: [String]
    var testDescription: String { pattern }

    init(_ pattern: String, _ matches: [String], not others: [String]) {
      self.pattern = pattern
      self.matches = matches
      self.others = others
    }
  }

  @Test(arguments: [
    Case("README.md", ["README.md", "a/b/README.md"], not: ["README.md.txt", "xREADME.md"]),
    Case("/README.md", ["README.md"], not: ["a/README.md"]),
    Case("./a.md", ["a.md"], not: ["b/a.md"]),
    Case("*.md", ["a.md", "b/a.md", ".md"], not: ["a.txt", "a.md/b"]),
    Case("a/*.md", ["a/b.md"], not: ["a/b/c.md", "b/a/c.md"]),
    Case("a/**", ["a/b", "a/b/c"], not: ["a", "b/a/c"]),
    Case("**/a", ["a", "b/a", "c/b/a"], not: ["a/b", "ba"]),
    Case("a/**/b", ["a/b", "a/c/b", "a/c/d/b"], not: ["a/bc", "ab"]),
    Case("a?c", ["abc", "aéc", "a日c"], not: ["ac", "abbc", "a/c"]),
    Case("[a-c]x", ["ax", "cx"], not: ["dx", "x"]),
    Case("[!a-c]x", ["dx", "éx"], not: ["ax"]),
    Case("[]a]x", ["]x", "ax"], not: ["bx"]),
    Case("[a", ["[a"], not: ["a"]),
    Case("\\*a", ["*a"], not: ["ba"]),
    Case("a*b*c", ["abc", "a1b2c", "abbc"], not: ["ab", "acb"]),
    Case("a**b", ["ab", "axxb"], not: ["a/b"]),
  ])
  func `a pattern matches what it stands for`(_ item: Case) {
    let pattern = GlobPattern(item.pattern)
    #expect(item.matches.filter { !pattern.matches($0) } == [])
    #expect(item.others.filter { pattern.matches($0) } == [])
  }

  @Test func `a slash at the end stands for folders`() {
    #expect(!GlobPattern("a/").matches("a"))
    #expect(GlobPattern("a/").matches("a", isFolder: true))
    #expect(GlobPattern("a/").matches("b/a", isFolder: true))
    #expect(GlobPattern("a/").matchesPathOrFolder("b/a/c.md"))
  }

  @Test func `many stars do not take forever`() {
    let pattern = GlobPattern(String(repeating: "a*", count: 40) + "b")
    #expect(!pattern.matches(String(repeating: "a", count: 2000)))
  }
}
