// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import Testing

@Suite struct RegularExpressionTests {
  @Test func `matches and groups have byte offsets`() throws {
    var expression = try RegularExpression("(é)?(\\w+)", options: [])
    let matches = try expression.matches(in: Array("ñé élan".utf8))
    #expect(matches.map(\.range) == [0..<4, 5..<10])
    #expect(matches.map(\.groups) == [[0..<4, nil, 0..<4], [5..<10, 5..<7, 7..<10]])
    #expect(try expression.matches(in: []).isEmpty)
  }

  @Test func `case is ignored on demand`() throws {
    var exact = try RegularExpression("straße")
    var folded = try RegularExpression("straße", options: .ignoresCase)
    let text = Array("STRASSE Straße straße".utf8)
    #expect(try exact.matches(in: text).count == 1)
    #expect(try folded.matches(in: text).count == 3)
  }

  @Test(arguments: [
    ("a(b", "its parentheses do not match"), ("[a", "a bracket is not closed"),
    ("(?<=a+)b", "it looks behind without a limit"),
    ("a\\2", "it refers to a group that it does not have"), ("a{2,1}", "it has an interval that ends before it starts"),
    ("*", "its syntax is not ICU's"), ("\\p{Nonsense}", "it names an unknown character property"),
    ("(?P<a>b)", "its syntax is not ICU's"),
  ])
  func `a pattern that ICU refuses says why`(_ pattern: String, _ reason: String) {
    do throws(RegularExpression.Failure) {
      _ = try RegularExpression(pattern)
      Issue.record("ICU takes it")
    } catch {
      #expect(error.description == reason)
    }
  }

  @Test func `a search that never ends is given up`() throws {
    var expression = try RegularExpression("(a|a)*(a|a)*(a|a)*b")
    #expect(throws: RegularExpression.Failure.self) {
      try expression.matches(in: Array(String(repeating: "a", count: 200).utf8))
    }
  }
}
