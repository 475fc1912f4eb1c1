// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
import Testing

/// Reports every word `bad` with a fix, so that tests need no real rule.
private struct BadWord: Rule {
  static let metadata = RuleMetadata(
    id: "test/bad-word", summary: "Reports “bad”.", rationale: "It is bad.", severity: .warning, type: .other,
    examples: [])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    for (index, token) in analysis.tokens.enumerated() where analysis.string(of: token) == "bad" {
      report("“bad” is bad", at: token.range, fixes: [.replacing(token.range, with: "good")])
      guard index > 0, analysis.string(of: analysis.tokens[index - 1]) == "very" else { continue }
      let range = analysis.range(of: index - 1..<index + 1)
      report("“very bad” is very bad", at: range, severity: .error, fixes: [.replacing(range, with: "better")])
    }
  }
}

@Suite struct LinterTests {
  private static func lint(_ article: Article, settings: RuleSettings = RuleSettings()) throws -> [Finding] {
    let context = AnalysisContext(language: try #require(LanguageTag("en")))
    return Linter(RuleCatalog([BadWord.self]), settings: settings).lint(article, context: context)
  }

  /// An article whose prose leaves `**` out and reads `&amp;` as `&`.
  private static func article(_ text: String, directives: [SuppressionDirective] = [], disabled: [String] = [])
    -> Article
  {
    let input = InputText(path: "test", text: text)
    var builder = ArticleBuilder(input: input)
    builder.beginSegment(.paragraph)
    var index = 0
    let bytes = input.bytes
    while index < bytes.count {
      if bytes[index...].starts(with: "**".utf8) {
        index += 2
      } else if bytes[index...].starts(with: "&amp;".utf8) {
        builder.append(Array("&".utf8), for: TextRange(index, index + 5))
        index += 5
      } else if bytes[index] == 0x0A {
        builder.beginSegment(.paragraph)
        index += 1
      } else {
        builder.append(TextRange(index, index + 1))
        index += 1
      }
    }
    builder.directives = directives
    builder.metadata.disabledRules = disabled
    return builder.finish()
  }

  @Test func `findings are sorted by place and have offsets into the input`() throws {
    let findings = try LinterTests.lint(LinterTests.article("**A** very bad &amp; bad end"))
    #expect(findings.map { $0.range } == [TextRange(6, 14), TextRange(11, 14), TextRange(21, 24)])
    #expect(findings.map { $0.text } == ["very bad", "bad", "bad"])
  }

  @Test func `a finding can be worse than its rule but not better`() throws {
    let severities = try LinterTests.lint(LinterTests.article("very bad")).map { $0.severity }
    #expect(severities == [.error, .warning] || severities == [.warning, .error])
  }

  @Test(arguments: [
    ("A very bad end", [Applicability.safe, .safe]),
    ("A very **bad** end", [.needsReview, .safe]),
  ])
  func `an edit across markup is not safe`(_ text: String, _ expected: [Applicability]) throws {
    let findings = try LinterTests.lint(LinterTests.article(text))
    #expect(findings.flatMap { $0.fixes }.map { $0.applicability } == expected)
  }

  private static func directive(
    _ kind: SuppressionDirective.Kind, _ text: String, _ comment: String, rules: [String] = []
  ) -> SuppressionDirective {
    let start =
      text.utf8.count - (text.utf8.firstRange(of: comment.utf8).map { text.utf8[$0.lowerBound...].count } ?? 0)
    return SuppressionDirective(
      kind: kind, rules: rules, reason: nil, inputRange: TextRange(start, start + comment.utf8.count))
  }

  @Test(arguments: [
    ([], [0, 1, 2, 3]),
    (["test/bad-word"], [0, 1, 2, 3]),
    (["test"], [0, 1, 2, 3]),
    (["all"], [0, 1, 2, 3]),
  ])
  func `a comment for the next line silences it alone`(_ rules: [String], _ lines: [Int]) throws {
    let text = "bad\n<!--1-->\n\nbad\nbad\n"
    let directive = LinterTests.directive(.disableNextLine, text, "<!--1-->", rules: rules)
    let findings = try LinterTests.lint(LinterTests.article(text, directives: [directive]))
    #expect(findings.map { $0.range.start } == [0, 18])
  }

  @Test func `a comment silences up to the one that ends it`() throws {
    let text = "bad\n<!--1-->\nbad\nbad\n<!--2-->\nbad\n"
    let directives = [
      LinterTests.directive(.disable, text, "<!--1-->", rules: ["test/bad-word"]),
      LinterTests.directive(.enable, text, "<!--2-->"),
    ]
    let findings = try LinterTests.lint(LinterTests.article(text, directives: directives))
    #expect(findings.map { $0.range.start } == [0, 30])
  }

  @Test func `front matter silences everywhere`() throws {
    let article = LinterTests.article("bad\nbad\n", disabled: ["test"])
    #expect(try LinterTests.lint(article) == [])
  }

  @Test func `a silencer that silences nothing is reported with a fix`() throws {
    let text = "<!--1-->\ngood\n"
    let directive = LinterTests.directive(.disableNextLine, text, "<!--1-->", rules: ["test/bad-word"])
    let findings = try LinterTests.lint(LinterTests.article(text, directives: [directive]))
    #expect(findings.map { $0.rule } == ["suppression/unused"])
    #expect(findings.map { $0.message } == ["“test/bad-word” is silenced here, but nothing was found"])
    #expect(findings.first?.range == directive.inputRange)
    #expect(findings.first?.fixes == [.removing(directive.inputRange)])
  }

  @Test func `a silencer of a rule that does not run is left alone`() throws {
    let text = "<!--1-->\ngood\n"
    let directive = LinterTests.directive(.disableNextLine, text, "<!--1-->", rules: ["test/bad-word"])
    var settings = RuleSettings()
    settings.ignored = [.rule("test/bad-word")]
    #expect(try LinterTests.lint(LinterTests.article(text, directives: [directive]), settings: settings) == [])
  }

  @Test func `a silencer of a rule that does not exist is reported`() throws {
    let article = LinterTests.article("good\n", disabled: ["test/bad-wort"])
    let findings = try LinterTests.lint(article)
    #expect(
      findings.map { $0.message }
        == ["no rule or category is called “test/bad-wort”; did you mean “test/bad-word”?"])
  }

  @Test func `unused silencers can be left alone`() throws {
    var settings = RuleSettings()
    settings.ignored = [.category("suppression")]
    let article = LinterTests.article("good\n", disabled: ["test"])
    #expect(try LinterTests.lint(article, settings: settings) == [])
  }

  @Test func `a fingerprint stays when lines move and differs for equal findings`() throws {
    let article = LinterTests.article("A bad end.\nA bad end.\n")
    let fingerprints = Fingerprint.fingerprints(of: try LinterTests.lint(article), in: article.input)
    #expect(Set(fingerprints).count == 2)
    let moved = LinterTests.article("Before.\n\nA bad end.\n")
    #expect(Fingerprint.fingerprints(of: try LinterTests.lint(moved), in: moved.input) == [fingerprints[0]])
    let changed = LinterTests.article("A bad start.\n")
    #expect(Fingerprint.fingerprints(of: try LinterTests.lint(changed), in: changed.input) != [fingerprints[0]])
  }
}
