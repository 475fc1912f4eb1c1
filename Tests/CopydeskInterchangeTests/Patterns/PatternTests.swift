// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import Testing

@testable import CopydeskInterchange

@Suite struct PatternTests {
  @Test(arguments: [
    ("meta[- ]?data", ["meta-data", "meta data", "metadata"]),
    ("(?:mother|father)tongue", ["mothertongue", "fathertongue"]),
    ("sales(?:m[ae]n|wom[ae]n)", ["salesman", "salesmen", "saleswoman", "saleswomen"]),
    ("a|b|a", ["a", "b"]),
    ("U\\.S\\.", ["U.S."]),
    ("\\bFoo\\b|Bar", ["Foo", "Bar"]),
    ("de\\sfacto", ["de facto"]),
    ("(colou?r)s", ["colours", "colors"]),
    ("[a-c]1", ["a1", "b1", "c1"]),
  ])
  func `a finite pattern is written out`(_ pattern: String, _ texts: [String]) {
    #expect(FinitePattern(pattern, limit: 16)?.texts.map(\.text) == texts)
  }

  @Test(arguments: [
    "a*", "a+", "a{2}", "a.b", "^a", "[^a]", "(?<!a)b", "(?=a)b", "\\w", "\\d1", "a??", "(a", "a)", "[a", "(a|)\\1",
    "", "x?", "[a-z]", "[ab][ab][ab][ab][ab]", "(?i)a",
    String(repeating: "(", count: 1000) + "a" + String(repeating: ")", count: 1000),
  ])
  func `other patterns are not finite`(_ pattern: String) {
    #expect(FinitePattern(pattern, limit: 16) == nil)
  }

  @Test(arguments: [
    // .NET and ICU read these differently.
    ("[[(]a", "[\\[(]a", ICUPattern.Dialect.regexp2), ("[a&&b]", "[a\\&\\&b]", .regexp2),
    ("[[:alpha:]]", "[[:alpha:]]", .regexp2), ("(?P<n>a)", "(?<n>a)", .regexp2), ("\\bа\\b", "\\bа\\b", .regexp2),
    // ECMAScript's words are ASCII.
    ("\\bJS\\b", "(?<![0-9A-Za-z_])JS(?![0-9A-Za-z_])", .ecmaScript), ("\\u{3042}", "\\x{3042}", .ecmaScript),
    ("0(?! Jan(?!uary)?| Feb)(?<=a[)])*", "0(?! Jan| Feb)", .regexp2), ("[\\w-]", "[0-9A-Za-z_-]", .ecmaScript),
    ("a\\/b", "a\\/b", .ecmaScript),
  ])
  func `a pattern is translated for ICU`(_ pattern: String, _ translated: String, _ dialect: ICUPattern.Dialect) throws
  {
    #expect(ICUPattern.translated(pattern, from: dialect) == translated)
    _ = try RegularExpression(translated)
  }

  @Test(
    arguments: [
      ("\\bgang\\b", "gang", ICUPattern.Dialect.regexp2), ("\\b(?:a|b)\\b", "(?:a|b)", .regexp2),
      ("\\ba|b\\b", "\\ba|b\\b", .regexp2), ("(?i)a", "(?i)a", .regexp2), ("(?i)a", nil, .ecmaScript),
      ("\\&c\\.[a\\-z\\']", "&c\\.[a\\-z']", .ecmaScript), ("a++b", nil, .regexp2), ("[a&&b]", nil, .ecmaScript),
      ("(?>a)", nil, .ecmaScript), ("\\Qa\\E", nil, .regexp2),
      ("(?<!a)b(?=c)", "(?<!a)b(?=c)", .ecmaScript),
    ] as [(String, String?, ICUPattern.Dialect)])
  func `a pattern of ICU is exported or refused`(_ pattern: String, _ exported: String?, _ dialect: ICUPattern.Dialect)
  {
    #expect(ICUPattern.exported(pattern, to: dialect) == exported)
  }

  /// What comes of a rule: texts by replacement, a pattern, or the reason of a loss.
  private static func outcome(
    _ pattern: String, _ replacement: String, emptyGroup: Int? = nil, isWord: Bool = false
  ) -> [String] {
    let rule = Substitution(
      pattern: pattern, replacement: replacement, ignoresCase: false, matchesWords: isWord, emptyGroup: emptyGroup,
      dialect: .regexp2)
    return rule.normalized.outcomes.flatMap { described($0) }
  }

  private static func described(_ outcome: Substitution.Outcome) -> [String] {
    switch outcome {
    case .texts(let results):
      return results.map { result in
        let exceptions = result.exceptions.isEmpty ? "" : " but not " + result.exceptions.joined(separator: ", ")
        return result.texts.joined(separator: ", ") + " → " + result.replacement + exceptions
      }
    case .pattern(let pattern, let replacement): return ["/\(pattern)/ → \(replacement)"]
    case .loss(let reason): return ["lost: \(reason)"]
    }
  }

  @Test(arguments: [
    ("Aragua Train", "Tren", ["Aragua Train → Tren"]),
    ("つく([らり])", "作$1", ["つくら → 作ら", "つくり → 作り"]),
    ("([^も])のの", "$1の", ["/(?<=[^も])のの/ → の"]),
    ("メンテナ(?!ンス)([^ー]|)", "メンテナー$1", ["/メンテナ(?!ンス)(?=[^ー]|)/ → メンテナー"]),
    ("(a.)b(c.)", "$1x$2", ["/(?<=a.)b(?=c.)/ → x"]),
    ("(a+)b", "$1x", ["lost: it looks behind without a limit"]),
    ("\\((.+?)\\)", "($1)", ["lost: its replacement needs a group of its pattern"]),
    ("a.|b", "c", ["/a.|b/ → c"]),
    ("(?:([^a])x)|(?:y([^b]))", "$1z$2", ["/(?<=[^a])x/ → z", "/y(?=[^b])/ → z"]),
    ("a([^b])|c.+(d)e", "$1$2", ["lost: its replacement needs a group of its pattern"]),
    ("(?x", "c", ["lost: it sets an unknown flag"]),
    ("", "c", ["lost: its pattern is empty"]),
  ])
  func `a rule becomes texts, a pattern or a loss`(_ pattern: String, _ replacement: String, _ outcome: [String]) {
    #expect(PatternTests.outcome(pattern, replacement) == outcome)
  }

  @Test func `a group that must be empty is looked for`() {
    #expect(PatternTests.outcome("(日経)?ソフト", "ソフ", emptyGroup: 1) == ["ソフト → ソフ but not 日経ソフト"])
    #expect(PatternTests.outcome("([a-z]+)?foo", "bar", emptyGroup: 1) == ["lost: it looks behind without a limit"])
    #expect(PatternTests.outcome("(x.)?foo", "bar", emptyGroup: 1) == ["/(?<!x.)foo/ → bar"])
    #expect(PatternTests.outcome("foo(x.|)", "bar", emptyGroup: 1) == ["/foo(?!x.)/ → bar"])
    #expect(
      PatternTests.outcome("a(x.)?foo", "bar", emptyGroup: 1) == ["lost: a group inside of its pattern must be empty"])
  }

  @Test func `what is right already is passed over`() {
    #expect(PatternTests.outcome("(?<!<)Maas.?", "Maas", isWord: true) == ["/\\b(?!Maas\\b)(?<!<)Maas.?\\b/ → Maas"])
    #expect(PatternTests.outcome("(?i)(?<!<)maas(?!>)", "MAAS") == ["/(?!(?-i:MAAS))(?<!<)maas(?!>)/ → MAAS"])
  }

  @Test func `words have boundaries`() {
    #expect(PatternTests.outcome("a.", "c", isWord: true) == ["/\\ba.\\b/ → c"])
    #expect(PatternTests.outcome("a.|b", "c", isWord: true) == ["/\\b(?:a.|b)\\b/ → c"])
  }
}
