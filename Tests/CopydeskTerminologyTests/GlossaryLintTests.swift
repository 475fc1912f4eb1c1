// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText
import Testing

/// Two concepts and the problems to be found in them.
struct LintCase: CustomTestStringConvertible, Sendable {
  let terms: String
  let problems: [String]
  var testDescription: String { terms }

  static let all: [LintCase] = [
    LintCase(terms: "{en: [Tren de Aragua, {text: Aragua Train, status: forbidden}]}", problems: []),
    LintCase(
      terms: "{en: [Hamas, Hamas]}",
      problems: ["7:25 duplicate-term", "7:25 several-preferred"]),
    LintCase(
      terms: "{en: [Czechia, Czech Republic]}",
      problems: ["7:27 several-preferred"]),
    LintCase(terms: "{en: [United Nations, {text: UN, type: acronym}]}", problems: []),
    LintCase(
      terms: "{en: [{text: Twitter, validity: {to: 2023-07-23}}, {text: X, validity: {from: 2023-07-24}}]}",
      problems: []),
    LintCase(terms: "{en: [{text: Twitter, validity: {to: 2023-07-23}}]}", problems: ["7:18 expired-preferred"]),
    LintCase(terms: "{en: [{text: Burma, status: deprecated}]}", problems: ["7:18 no-preferred"]),
    LintCase(
      terms: "{en: [\"Kyiv \", \"New  York\"], }",
      problems: [
        "7:18 white-space", "7:27 several-preferred", "7:27 white-space",
      ]),
    LintCase(terms: "{en: [\"Bogota\\u0301\"]}", problems: ["7:18 not-normalized"]),
    LintCase(terms: "{en: [\"Mаduro\"]}", problems: ["7:18 mixed-script"]),
    LintCase(terms: "{en: [the]}", problems: ["7:18 too-broad"]),
    LintCase(terms: "{en: [\"007\"]}", problems: ["7:18 too-broad"]),
    LintCase(terms: "{en: [X]}", problems: []),
    LintCase(terms: "{de: [Kiew]}", problems: ["7:18 undeclared-language"]),
    LintCase(terms: "{en: [{text: Twitter, exceptions: [Birdsong]}]}", problems: ["7:18 idle-exception"]),
    LintCase(terms: "{en: [Kiev]}", problems: []),
    LintCase(
      terms: "{en: [Odesa, {text: Kyiv, status: deprecated}]}", problems: ["7:25 contradiction"]),
    LintCase(
      terms: "{en: [Brexit, {text: BREXIT, status: forbidden, case: exact}]}", problems: []),
    LintCase(
      terms: "{en: [Brexit, {text: BREXIT, status: forbidden, case: fold}]}",
      problems: ["7:26 self-matching"]),
  ]
}

@Suite struct GlossaryLintTests {
  private func problems(_ terms: String, source: String = "source: AP") throws -> [String] {
    let yaml = """
      glossary: a
      languages: [en]
      concepts:
        - id: one
          kind: term
          \(source.isEmpty ? "note: none" : source)
          terms: \(terms)
        - id: two
          source: AP
          terms: {en: [Kyiv]}
      """
    let document = try GlossaryReader.read(InputText(path: "a.yml", text: yaml))
    return GlossaryLint.check([document], functionWords: ["en": [TokenKey.key(of: "the")]])
      .map { "\($0.place.line):\($0.place.column) \($0.check.rawValue)" }
  }

  @Test(arguments: LintCase.all)
  func `problems are found at their place and nothing else is`(_ item: LintCase) throws {
    #expect(try problems(item.terms) == item.problems)
  }

  @Test func `a concept without source is reported`() throws {
    #expect(try problems("{en: [Hamas]}", source: "") == ["4:5 missing-source"])
  }

  @Test func `contradictions are found across glossaries`() throws {
    func document(_ name: String, _ term: String) throws -> GlossaryDocument {
      try GlossaryReader.read(
        InputText(
          path: "\(name).yml",
          text: "glossary: \(name)\nconcepts:\n  - {id: \(name), source: AP, terms: {en: [\(term)]}}\n"))
    }
    let documents = [
      try document("a", "Türkiye"), try document("b", "Turkey, {text: türkiye, status: deprecated}"),
    ]
    #expect(
      GlossaryLint.check(documents).map { $0.description } == [
        "b.yml:3:46: error: “türkiye” is deprecated here and preferred in the concept “a” (a.yml:3) [contradiction]"
      ])
  }
}
