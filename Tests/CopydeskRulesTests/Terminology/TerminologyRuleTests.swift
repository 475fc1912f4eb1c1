// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
import CopydeskRules
import CopydeskTestSupport
import Testing

/// What the rules about terms do across segments, and what else they say of a finding.
@Suite struct TerminologyRuleTests {
  private static let gang = """
    glossary: gangs
    concepts:
      - id: tren-de-aragua
        terms:
          en:
            - Tren de Aragua
            - {text: Aragua Train, status: deprecated, severity: warning, message: The gang keeps its name.}
    """

  private func findings(
    _ rule: String, in copy: String, glossary: String? = nil, language: String = "en-US"
  ) throws -> [Finding] {
    let type = try #require(BuiltInRules.all.first { $0.metadata.id == rule })
    let item = RuleExample(rule: type, example: Example(copy, language: language, glossary: glossary))
    return try item.findings(in: copy)
  }

  @Test func `the glossary's own message is given, the first use of the preferred term is shown`() throws {
    let copy = "The Tren de Aragua grew. Then the Aragua Train left."
    let finding = try #require(findings("terminology/deprecated-term", in: copy, glossary: Self.gang).first)
    #expect(finding.message == "“Aragua Train”: The gang keeps its name")
    #expect(finding.notes == [Note("first used here", at: TextRange(4, 18))])
    #expect(finding.fixes.map(\.applicability) == [.needsReview, .needsReview])
  }

  @Test func `a hashtag of a rejected term is reported without a fix`() throws {
    let found = try findings("terminology/deprecated-term", in: "They wrote #AraguaTrain on it.", glossary: Self.gang)
    #expect(found.map(\.text) == ["#AraguaTrain"])
    #expect(found.flatMap(\.fixes) == [])
  }

  @Test func `a hashtag is one more place of the name it agrees with`() throws {
    let copy = "Tren de Aragua came.\nThe Aragua Train is feared.\nThey wrote #TrenDeAragua on it."
    let found = try findings("terminology/undeclared-variant", in: copy)
    #expect(found.map(\.text) == ["Aragua Train"])
    #expect(found.first?.notes.map(\.message) == ["“Tren de Aragua” is used here", "and as a hashtag here"])
  }

  @Test func `a hashtag of the translated name is a finding of its own`() throws {
    let copy = "Tren de Aragua came.\nThe Aragua Train is feared.\nThey wrote #AraguaTrain on it."
    #expect(try findings("terminology/undeclared-variant", in: copy).map(\.text) == ["Aragua Train", "#AraguaTrain"])
  }

  @Test func `the form used more often is the standard, whichever language it has`() throws {
    let copy = "The White House denied it.\nThe White House left.\nThe Casa Blanca stayed."
    let found = try findings("terminology/undeclared-variant", in: copy)
    #expect(found.map(\.text) == ["Casa Blanca"])
  }

  @Test(arguments: ["cs", "ja", "ar", "fi"])
  func `a language without lexicon or glossary is left alone`(_ language: String) throws {
    let copy = "Tren de Aragua, Aragua Train. 東京は Tren de Aragua です。"
    #expect(try findings("terminology/undeclared-variant", in: copy, language: language) == [])
  }
}
