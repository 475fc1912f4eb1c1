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
    return GlossaryLint(functionWords: ["en": [TokenKey.key(of: "the")]]).problems(in: [document])
      .filter { $0.check.level > .suggestion }
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
      messages(documents) == [
        "b.yml:3:46: error: “türkiye” is deprecated here and preferred in the concept “a” (a.yml:3) [contradiction]"
      ])
  }

  private func messages(_ documents: [GlossaryDocument], today: String = "2026-01-01") -> [String] {
    GlossaryLint(today: CalendarDate(iso: today)).problems(in: documents)
      .filter { $0.check.level > .suggestion }.map(\.description)
  }

  private func document(_ concepts: String, path: String = "a.yml") throws -> GlossaryDocument {
    try GlossaryReader.read(InputText(path: path, text: "glossary: a\nconcepts:\n\(concepts)\n"))
  }

  @Test func `terms that replace each other in a circle are named once, in order`() throws {
    let document = try document(
      """
        - {id: one, source: x, terms: {en: [login, {text: log on, status: deprecated}]}}
        - {id: two, source: x, terms: {en: [sign in, {text: login, status: deprecated}]}}
        - {id: three, source: x, terms: {en: [log on, {text: sign in, status: forbidden}]}}
      """)
    #expect(
      messages([document]) == [
        "a.yml:3:46: error: terms are replaced in a circle: “log on” → “login” → “sign in” → “log on” [cycle]"
      ])
  }

  @Test func `a form that is allowed elsewhere is a contradiction`() throws {
    let document = try document(
      """
        - {id: one, source: x, terms: {en: [migrant, {text: alien, forms: [aliens], status: deprecated}]}}
        - {id: two, source: x, terms: {en: [{text: space alien, forms: [Aliens]}]}}
      """)
    #expect(
      messages([document]) == [
        "a.yml:3:48: error: “aliens” is deprecated here and preferred in the concept “two” (a.yml:4) [contradiction]"
      ])
  }

  @Test func `terms that hold in different places or on different days do not contradict`() throws {
    let document = try document(
      """
        - {id: one, source: x, terms: {en: [X, {text: Twitter, status: superseded, validity: {from: 2023-07-24}}]}}
        - {id: two, source: x, terms: {en: [{text: Twitter, validity: {to: 2023-07-23}}]}}
        - {id: three, source: x, terms: {en: [Governor, {text: Gov., status: deprecated, scopes: [heading]}]}}
        - {id: four, source: x, terms: {en: [{text: Gov., scopes: [paragraph]}]}}
      """)
    #expect(messages([document]).allSatisfy { $0.contains("expired-preferred") })
  }

  @Test func `one term with two pieces of advice and one advice given twice are told apart`() throws {
    let documents = [
      try document("  - {id: one, source: x, terms: {en: [use, {text: utilize, status: deprecated}]}}"),
      try document(
        """
          - {id: two, source: x, terms: {en: [employ, {text: utilize, status: deprecated}]}}
          - {id: three, source: x, definition: d, terms: {en: [use, {text: Utilize, status: forbidden}]}}
        """, path: "b.yml"),
    ]
    #expect(
      messages(documents) == [
        "b.yml:3:47: warning: “utilize” is replaced by “employ” here and by “use” in the concept “one” (a.yml:3) "
          + "[conflicting-advice]",
        "b.yml:4:5: warning: the concept “three” says the same as “one” (a.yml:3): “utilize” (en) → “use” (en) "
          + "[duplicate-concept]",
        "b.yml:4:56: warning: “use” (en) also names “one” (a.yml:3), and nothing tells them apart [homograph]",
        "b.yml:4:61: warning: “Utilize” is replaced by “use” here and by “employ” in the concept “two” (b.yml:3) "
          + "[conflicting-advice]",
      ])
  }

  @Test func `relations lead to concepts and never in a circle`() throws {
    let document = try document(
      """
        - {id: one, source: x, relations: {broader: two}, terms: {en: [gang]}}
        - {id: two, source: x, relations: {broader: one, related: [on, two]}, terms: {en: [group]}}
      """)
    #expect(
      messages([document]) == [
        "a.yml:3:5: error: concepts are broader in a circle: “one” → “two” → “one” [circular-relation]",
        "a.yml:4:5: error: the glossary has no concept “on”, which “two” names as related; did you mean “one”? "
          + "[unknown-concept]",
      ])
  }

  @Test func `a review is overdue from the day after`() throws {
    let document = try document(
      "  - {id: one, source: x, owner: Foreign desk, review-by: 2025-12-31, terms: {en: [gang]}}")
    #expect(messages([document], today: "2025-12-31") == [])
    #expect(
      messages([document], today: "2026-01-01") == [
        "a.yml:3:5: warning: the concept “one” was to be reviewed by Foreign desk by 2025-12-31 [overdue-review]"
      ])
  }

  @Test func `ids of catalogs belong to one concept`() throws {
    let document = try document(
      """
        - {id: one, source: x, external-ids: {wikidata: Q1}, terms: {en: [gang]}}
        - {id: two, source: x, external-ids: {wikidata: Q1}, terms: {en: [group]}}
      """)
    #expect(
      messages([document]) == [
        "a.yml:4:5: error: “two” and “one” (a.yml:3) are both “Q1” in wikidata [duplicate-external-id]"
      ])
  }

  @Test(arguments: [
    ("{text: \"=SUM\"}", "formula"), ("{text: Mayor, part-of-speech: noun}", "capitalized-noun"),
    ("{text: UN, first-mention: \"{whole} ({acronym})\"}", "first-mention-pattern"),
    ("{text: UN, first-mention: the UN}", "first-mention-pattern"),
    ("{text: '(a+)+b', match: regex}", "slow-pattern"), ("{text: '(a', match: regex}", "broken-pattern"),
    ("{text: '\\w*', match: regex}", "too-broad"),
    ("{text: '[a-z]+', match: regex}", "too-broad"),
    ("{text: gang, examples: [\"the ⟦gang\"]}", "broken-example"),
  ])
  func `terms that will not do what they say`(_ term: String, _ check: String) throws {
    let document = try document("  - {id: one, source: x, terms: {en: [\(term)]}}")
    let found = messages([document])
    #expect(found.count == 1 && found.allSatisfy { $0.hasSuffix("[\(check)]") }, "\(found)")
  }

  @Test(arguments: ["colou?rs?", "(?:the )?(?:big|large)+ ship", "\\bco-?operat(?:e|ion)\\b", "[^ ]+gate"])
  func `patterns that find something certain in good time are fine`(_ pattern: String) throws {
    let document = try document("  - {id: one, source: x, terms: {en: [{text: '\(pattern)', match: regex}]}}")
    #expect(messages([document]) == [])
  }

  @Test func `what is missing from a complete glossary is a suggestion`() throws {
    let document = try GlossaryReader.read(
      InputText(
        path: "a.yml",
        text: """
          glossary: a
          languages: [en, es]
          concepts:
            - {id: one, source: x, terms: {en: [hotel], fr: [hotel]}}
          """))
    let found = GlossaryLint().problems(in: [document]).filter { $0.check.level == .suggestion }.map(\.check.rawValue)
    #expect(
      found == [
        "missing-date", "missing-definition", "missing-language", "untranslated", "missing-part-of-speech",
        "missing-part-of-speech",
      ])
  }
}
