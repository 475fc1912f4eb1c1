// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
import Testing

@testable import CopydeskRules

@Suite struct UndefinedAcronymTests {
  private static let glossary = """
    glossary: agencies
    concepts:
      - id: unhcr
        terms:
          en:
            - {text: UN Refugee Agency, first-mention: "the {full}, known as {acronym} {now}"}
            - {text: UNHCR, type: acronym}
    """

  private static func findings(_ copy: String) throws -> [Finding] {
    let article = try ArticleReader.read(InputText(path: "a.md", text: copy), as: .markdown)
    let context = AnalysisContext(
      language: try #require(LanguageTag("en")), sourceLanguage: nil,
      glossaries: [try GlossaryReader.read(InputText(path: "g.yml", text: glossary)).glossary])
    return Linter(rules: [ActiveRule(UndefinedAcronym.self)]).lint(article, context: context)
  }

  @Test func `a headline may have the initials alone`() throws {
    #expect(
      try UndefinedAcronymTests.findings("# UNHCR says no\n\nThe UN Refugee Agency said no. UNHCR is here.\n") == [])
  }

  @Test func `a headline introduces nothing`() throws {
    let findings = try UndefinedAcronymTests.findings("# The UN Refugee Agency says no\n\nHe left. UNHCR said no.\n")
    #expect(findings.map { $0.text } == ["UNHCR"])
  }

  @Test func `the first mention is written as the glossary says and points to the full name`() throws {
    let copy = "UNHCR said no. The UN Refugee Agency is here. UNHCR is there.\n"
    let finding = try #require(try UndefinedAcronymTests.findings(copy).first)
    #expect(finding.fixes.first?.edits.first?.replacement == "the UN Refugee Agency, known as UNHCR {now}")
    #expect(finding.notes.map { $0.range } == [TextRange(19, 36)])
  }

  @Test func `a concept is reported once`() throws {
    #expect(try UndefinedAcronymTests.findings("UNHCR said no. UNHCR said so.\n").count == 1)
  }
}
