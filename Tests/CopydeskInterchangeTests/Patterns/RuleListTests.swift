// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText
import Testing

@testable import CopydeskInterchange

@Suite struct RuleListTests {
  private func read(_ text: String, _ format: GlossaryFormat) throws -> ImportedGlossary {
    try GlossaryInterchange.read(
      InputText(path: "rules.yml", text: text), format: format,
      options: ImportOptions(sourceLanguage: LanguageTag("en")))
  }

  private func mistakes(_ text: String, _ format: GlossaryFormat) -> [String] {
    do {
      _ = try read(text, format)
      return []
    } catch let error as GlossaryError {
      return error.mistakes.map { "\($0.place.line):\($0.place.column): \($0.message)" }
    } catch {
      return ["\(error)"]
    }
  }

  private func concepts(_ imported: ImportedGlossary) -> String {
    let yaml = GlossaryWriter.write(imported.document.glossary)
    return yaml.split(separator: "concepts:\n").last.map { String($0).replacing("\n\n", with: "\n") } ?? ""
  }

  private static let rule = """
    extends: substitution
    message: "Write '%s'."
    ignorecase: false
    level: warning
    exceptions: [Aragua Train Museum]
    pos: NN
    swap:
      Aragua Train: Tren de Aragua
      (?i)guerilla: guerrilla
      "e[- ]?mail": e-mail|email
      "gangs?(?! of)": group
      Aragua Train: Tren
      "x{": y

    """

  @Test func `a Vale rule becomes concepts`() throws {
    let imported = try read(RuleListTests.rule, .valeSubstitution)
    #expect(
      concepts(imported) == """
          - id: tren-de-aragua
            terms:
              en:
                - Tren de Aragua
                - text: Aragua Train
                  status: deprecated
                  match: exact
                  case: exact
                  exceptions: [Aragua Train Museum]
                  message: Write 'Tren de Aragua'.
                  severity: warning
          - id: guerrilla
            terms:
              en:
                - guerrilla
                - text: guerilla
                  status: deprecated
                  match: exact
                  case: fold
                  message: Write 'guerrilla'.
                  severity: warning
          - id: e-mail
            terms:
              en:
                - e-mail
                - text: email
                  status: admitted
                - text: e mail
                  status: deprecated
                  match: exact
                  case: exact
                  message: Write 'e-mail or email'.
                  severity: warning
          - id: group
            terms:
              en:
                - group
                - text: \\bgangs?(?! of)\\b
                  status: deprecated
                  match: regex
                  case: exact
                  message: Write 'group'.
                  severity: warning
          - id: tren
            terms:
              en:
                - Tren
                - text: Aragua Train
                  status: deprecated
                  match: exact
                  case: exact
                  exceptions: [Aragua Train Museum]
                  message: Write 'Tren'.
                  severity: warning

        """)
    #expect(
      imported.losses.summary == [
        "pos is left out: 1 (first: NN, line 6)",
        "pattern is left out: it has an interval that is not {n,m}: 1 (first: x{, line 13)",
      ])
  }

  @Test(arguments: [
    ("extends: existence\ntokens: [a]\n", "1:10: the rule extends “existence”; expected “substitution”"),
    ("extends: substitution\n", "1:1: the rule has no “swap”; expected a mapping of what is wrong to what is right"),
    ("extends: substitution\nswap: [a]\n", "2:8: “swap” is no mapping; expected what is wrong with what is right"),
    ("- a\n", "1:1: expected a rule: a mapping with the keys “extends” and “swap”"),
    ("extends: substitution\nswap:\n  a: [b]\n", "3:6: “a” has no text to use instead"),
  ])
  func `a Vale rule with a mistake is refused`(_ text: String, _ message: String) {
    #expect(mistakes(text, .valeSubstitution) == [message])
  }

  @Test func `a rule about capitals finds the usual ones`() throws {
    let imported = try read(
      "extends: substitution\nignorecase: true\nswap:\n  the hague: The Hague\n", .valeSubstitution)
    let term = try #require(imported.document.glossary.concepts.first?.terms.last)
    #expect([term.text] + term.forms == ["the hague", "The hague", "THE HAGUE"])
    #expect(term.casePolicy == .exact)
  }

  @Test func `a Vale rule is written`() throws {
    let english = try #require(LanguageTag("en"))
    let glossary = Glossary(
      id: "g", languages: [english],
      concepts: [
        Concept(
          id: "a",
          terms: [
            Term("Tren de Aragua", language: english), Term("TdA", language: english, type: .acronym),
            Term("the gang (TdA)", language: english, status: .admitted, type: .variant),
            Term("Aragua Train", language: english, status: .forbidden, exceptions: ["old Aragua Train Museum"]),
            Term("st. aragua", language: english, status: .deprecated, matching: .exact, severity: .warning),
          ]),
        Concept(id: "b", terms: [Term("lonely", language: english, status: .forbidden)]),
      ])
    let exported = try #require(GlossaryInterchange.write(glossary, format: .valeSubstitution))
    #expect(
      String(decoding: exported.bytes, as: UTF8.self) == """
        extends: substitution
        message: "Use '%s' instead of '%s'."
        level: error
        ignorecase: false
        action:
          name: replace
        swap:
          '(?!(?<=old )Aragua Train Museum)Aragua Train': 'Tren de Aragua|the gang (TdA)'
          '(?i)st\\. aragua': 'Tren de Aragua|the gang (TdA)'

        """)
    #expect(
      exported.losses.summary == [
        "status is no longer told from deprecated: 1 (first: “Aragua Train” (en))",
        "term has nothing to use instead and is left out: 1 (first: “lonely” (en))",
        "case is written as exact: 1 (first: “Aragua Train” (en))",
        "match is written as forms, without the endings of the language: 1 (first: “Aragua Train” (en))",
        "severity becomes error: 1 (first: “st. aragua” (en))",
      ])
    #expect(try read(String(decoding: exported.bytes, as: UTF8.self), .valeSubstitution).losses.losses.count == 1)
  }

  @Test func `vocabularies are lists of patterns`() throws {
    let accepted = try read("# names\nCopydesk\n(?i)wi-?fi\nTren de \\w+\n*\n", .valeAccept)
    let terms = accepted.document.glossary.concepts.flatMap(\.terms)
    #expect(terms.map(\.text) == ["Copydesk", "wi-fi", "\\bTren de \\w+\\b"])
    #expect(terms.map(\.matching) == [.exact, .forms, .regex])
    #expect(terms.map(\.status) == [.preferred, .preferred, .preferred])
    #expect(accepted.losses.summary == ["pattern is left out: its syntax is not ICU's: 1 (first: *, line 5)"])
    let written = try #require(GlossaryInterchange.write(accepted.document.glossary, format: .valeAccept))
    #expect(String(decoding: written.bytes, as: UTF8.self) == "Copydesk\n(?i)wi-fi\n(?i)wifi\nTren de \\w+\n")
    let rejected = try read("Aragua Train\n", .valeReject).document.glossary
    #expect(rejected.concepts.first?.terms.map(\.status) == [.forbidden])
    #expect(GlossaryInterchange.write(rejected, format: .valeReject)?.bytes == Array("Aragua Train\n".utf8))
  }

  private static let prh = """
    version: 1
    rules:
      - expected: guerrilla
        patterns: [guerilla, guerrila]
        specs:
          - from: The guerilla left.
            to: The guerrilla left.
          - from: A guerrilla.
            to: A guerrilla.
      - expected: Tren de Aragua
        pattern: /(old )?aragua train/i
        regexpMustEmpty: $1
        specs:
          - {from: the Aragua Train, to: the Tren de Aragua}
          - {from: the old Aragua train, to: the old Aragua train}
        prh: It is not a train.
      - NPM

    """

  @Test func `prh rules become concepts, their specs examples`() throws {
    let imported = try read(RuleListTests.prh, .prh)
    #expect(
      concepts(imported) == """
          - id: guerrilla
            terms:
              en:
                - guerrilla
                - text: guerilla
                  status: deprecated
                  match: exact
                  case: exact
                  examples:
                    - {text: The ⟦guerilla⟧ left., fixed: The guerrilla left.}
                    - A guerrilla.
                - text: guerrila
                  status: deprecated
                  match: exact
                  case: exact
          - id: tren-de-aragua
            terms:
              en:
                - Tren de Aragua
                - text: aragua train
                  status: deprecated
                  match: exact
                  case: fold
                  exceptions: [old aragua train]
                  examples:
                    - {text: the ⟦Aragua Train⟧, fixed: the Tren de Aragua}
                    - the old Aragua train
                  message: It is not a train.
          - id: npm
            terms:
              en:
                - NPM
                - text: (?!NPM)[NnＮｎ][PpＰｐ][MmＭｍ]
                  status: deprecated
                  match: regex
                  case: exact

        """)
    #expect(imported.losses.isEmpty)
  }

  @Test(arguments: [
    (
      "version: 1\nrules:\n  - expected: b\n    pattern: a\n    specs:\n      - {from: xa, to: xc}\n",
      "6:9: the spec of “b” fails: “xa” becomes “xb”, not “xc”"
    ),
    ("version: 2\n", "1:10: the version is “2”; expected 1"),
    ("version: 1\nrules:\n  - pattern: a\n", "3:5: the rule has no “expected”; expected the text that is right"),
    (
      "version: 1\nrules:\n  - expected: b\n    patterns: [/a/i, c]\n",
      "4:15: the patterns of “b” have different flags; prh reads them only with the same"
    ),
    (
      "version: 1\nrules:\n  - expected: b\n    pattern: a\n    regexpMustEmpty: 1\n",
      "5:22: “1” is no group; expected one such as $1"
    ),
    ("version: 1\nrules: a\n", "2:8: “rules” is no list; expected rules with “expected” and “pattern”"),
  ])
  func `a prh file with a mistake is refused`(_ text: String, _ message: String) {
    #expect(mistakes(text, .prh) == [message])
  }

  @Test func `prh rules come back with specs that hold`() throws {
    let imported = try read(RuleListTests.prh, .prh)
    let exported = try #require(GlossaryInterchange.write(imported.document.glossary, format: .prh))
    #expect(exported.losses.isEmpty)
    let again = try read(String(decoding: exported.bytes, as: UTF8.self), .prh)
    #expect(again.losses.isEmpty)
    let examples = { (imported: ImportedGlossary) in
      imported.document.glossary.concepts.map { $0.terms.flatMap(\.examples) }
    }
    #expect(examples(again) == examples(imported))
  }

  @Test func `an example that the patterns do not fulfil is no spec`() throws {
    let russian = try #require(LanguageTag("ru"))
    let glossary = Glossary(
      id: "g", languages: [russian],
      concepts: [
        Concept(
          id: "kyiv",
          terms: [
            Term("Киев", language: russian),
            Term(
              "Кыив", language: russian, status: .deprecated,
              examples: [TermExample("В ⟦Кыив⟧ пришли.", fixed: "В Киев пришли."), TermExample("Кыивский ⟦Кыива⟧")]),
          ])
      ])
    let exported = try #require(GlossaryInterchange.write(glossary, format: .prh))
    #expect(
      String(decoding: exported.bytes, as: UTF8.self) == """
        version: 1

        rules:
          - expected: Киев
            pattern: '/(?<![\\p{L}\\p{M}\\p{N}])Кыив(?![\\p{L}\\p{M}\\p{N}])/'
            specs:
              - from: В Кыив пришли.
                to: В Киев пришли.

        """)
    #expect(exported.losses.losses.map(\.field) == ["case", "match", "examples"])
  }

  @Test func `a hyphen makes a pattern for prh, whose plain texts have none`() throws {
    let japanese = try #require(LanguageTag("ja"))
    let glossary = Glossary(
      id: "g", languages: [japanese],
      concepts: [
        Concept(
          id: "wifi",
          terms: [
            Term("Wi-Fi", language: japanese),
            Term(
              "WiFi", language: japanese, status: .deprecated, matching: .forms, casePolicy: .exact, forms: ["Wi-fi"]),
          ])
      ])
    let exported = try #require(GlossaryInterchange.write(glossary, format: .prh))
    #expect(
      String(decoding: exported.bytes, as: UTF8.self) == """
        version: 1

        rules:
          - expected: Wi-Fi
            patterns:
              - WiFi
              - '/Wi-fi/'

        """)
    #expect(exported.losses.isEmpty)
  }
}
