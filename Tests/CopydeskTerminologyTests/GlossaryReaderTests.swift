// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText
import Testing

private func read(_ yaml: String) throws -> Glossary {
  try GlossaryReader.read(InputText(path: "terms.yml", text: yaml)).glossary
}

/// A file with mistakes and what the reader must say of it.
struct BrokenGlossary: CustomTestStringConvertible, Sendable {
  let yaml: String
  let errors: [String]
  var testDescription: String { errors.joined(separator: " · ") }

  static let all: [BrokenGlossary] = [
    BrokenGlossary(
      yaml: "",
      errors: [
        "terms.yml:1:1: the file is empty; expected a mapping with the keys “glossary”, “languages” and “concepts”"
      ]),
    BrokenGlossary(
      yaml: "glossary: a\nconcpts: []\n",
      errors: ["terms.yml:2:1: a glossary has no key “concpts”; did you mean “concepts”?"]),
    BrokenGlossary(
      yaml: "glossary: a\nconcepts:\n  - kind: gang\n    terms: {en: [A b]}\n",
      errors: [
        "terms.yml:3:5: a concept needs the key “id”",
        "terms.yml:3:11: “kind” cannot be “gang”; "
          + "expected one of term, person, organization, place, work, event",
      ]),
    BrokenGlossary(
      yaml: """
        glossary: a
        languages: [en, español]
        concepts:
          - id: x
            validity: {from: 2025-02-30}
            terms:
              en:
                - text: Foo
                  status: prefered
                  validity: {from: 2025-03-01, to: 2025-01-01}
                - ""
              pt_br: [Bar]
          - id: x
            terms: {en: [Baz]}
        """,
      errors: [
        "terms.yml:2:17: “español” is no language tag; expected a BCP 47 tag such as en or es-MX",
        "terms.yml:5:22: “from” is no day; expected a date such as 2025-01-20",
        "terms.yml:9:19: “status” cannot be “prefered”; did you mean “preferred”?",
        "terms.yml:10:21: the validity ends on 2025-01-01, before it starts on 2025-03-01",
        "terms.yml:11:11: “term” is no text; expected a text that is not empty",
        "terms.yml:12:7: the language tag “pt_br” is not canonical; expected pt-BR",
        "terms.yml:13:9: the id “x” is taken by the concept on line 4",
      ]),
    BrokenGlossary(
      yaml: "glossary: a\nconcepts: [\n", errors: ["terms.yml:3:1: did not find expected node content"]),
  ]
}

@Suite struct GlossaryReaderTests {
  @Test func `a glossary reads with everything it says`() throws {
    let glossary = try read(
      """
      glossary: gangs
      title: Gangs
      license: Apache-2.0
      languages: [en, es]
      concepts:
        - id: tren-de-aragua
          kind: organization
          domain: [crime]
          definition: A gang.
          source: AP
          validity: {from: 2014-01-01}
          terms:
            en:
              - Tren de Aragua
              - text: Aragua Train
                status: forbidden
                forms: [Aragua Trains]
                case: fold
                exceptions: [Aragua Train Station]
                scopes: [headline, paragraph]
                message: the gang keeps its Spanish name
                severity: warning
            es:
              - text: TdA
                type: acronym
                validity: [{to: 2020-12-31}, {from: 2022-01-01}]
                do-not-translate: true
      """)
    let english = try #require(LanguageTag("en"))
    let spanish = try #require(LanguageTag("es"))
    let concept = Concept(
      id: "tren-de-aragua", kind: .organization, domains: ["crime"], definition: "A gang.", sources: ["AP"],
      validity: [Validity(from: CalendarDate(iso: "2014-01-01"))],
      terms: [
        Term("Tren de Aragua", language: english),
        Term(
          "Aragua Train", language: english, status: .forbidden, casePolicy: .fold, forms: ["Aragua Trains"],
          exceptions: ["Aragua Train Station"], scopes: [.headline, .paragraph],
          message: "the gang keeps its Spanish name", severity: .warning),
        Term(
          "TdA", language: spanish, type: .acronym,
          validity: [Validity(to: CalendarDate(iso: "2020-12-31")), Validity(from: CalendarDate(iso: "2022-01-01"))],
          isNotTranslated: true),
      ])
    #expect(
      glossary
        == Glossary(
          id: "gangs", title: "Gangs", license: "Apache-2.0", languages: [english, spanish], concepts: [concept]))
  }

  @Test(arguments: BrokenGlossary.all)
  func `every mistake is reported with its place`(_ broken: BrokenGlossary) throws {
    let error = #expect(throws: GlossaryError.self) { try read(broken.yaml) }
    #expect(error?.description == broken.errors.joined(separator: "\n"))
  }

  @Test(arguments: [[UInt8](), [0xEF, 0xBB, 0xBF]])
  func `a byte that is no UTF-8 is named with its line`(_ mark: [UInt8]) throws {
    let bytes = mark + Array("glossary: ñ\r\ntitle: canci".utf8) + [0xF3] + Array("n\n".utf8)
    let error = #expect(throws: GlossaryError.self) {
      try GlossaryReader.read(InputText(path: "a.yml", bytes: bytes))
    }
    #expect(error?.mistakes.first?.place == GlossaryPlace(line: 2, column: 13))
  }
}
