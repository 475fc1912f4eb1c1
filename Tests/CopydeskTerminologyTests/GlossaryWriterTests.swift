// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText
import Testing

private func format(_ yaml: String) throws -> String {
  try GlossaryWriter.format(InputText(path: "terms.yml", text: yaml))
}

@Suite struct GlossaryWriterTests {
  @Test func `keys come into order and defaults go`() throws {
    let formatted = try format(
      """
      concepts:
      - terms:
          es: [{text: "Tren de Aragua"}]
          en:
          - {status: preferred, text: 'Tren de Aragua'}
          - status: deprecated
            text: Aragua Train
            forms: ['Aragua Trains']
            validity:
              to: 2025-01-01
              from: 2020-01-01
        id: tren-de-aragua
        kind: organization
      - id: "no"
        terms: {en: ["007", 'a: b', "Twitter, the"]}
      languages:
      - en
      - es
      glossary: gangs
      """)
    #expect(
      formatted == """
        glossary: gangs
        languages: [en, es]

        concepts:
          - id: tren-de-aragua
            kind: organization
            terms:
              en:
                - Tren de Aragua
                - text: Aragua Train
                  status: deprecated
                  forms: [Aragua Trains]
                  validity: {from: 2020-01-01, to: 2025-01-01}
              es:
                - Tren de Aragua

          - id: "no"
            terms:
              en:
                - "007"
                - "a: b"
                - Twitter, the

        """)
  }

  private static let commented = """
    # SPDX-License-Identifier: Apache-2.0
    # Gangs of the Americas
    glossary: gangs # the id
    languages: [en, es] # main one first
    concepts:
      # Venezuela
      - terms: # by language
          # English
          en:
            # The name AP uses
            - Tren de Aragua # as in the AP Stylebook
            - text: "Aragua # Train" # a number sign in a text is none
              # since 2018
              status: deprecated
              forms: [Aragua Trains] # rare
        # why this id
        id: tren-de-aragua
        # what it is
        kind: organization
    # Colombia
      - id: clan-del-golfo
        terms: {en: [Gulf Clan]} # or Clan del Golfo
    # the end

    """

  @Test func `comments stay with what they explain`() throws {
    #expect(
      try format(GlossaryWriterTests.commented) == """
        # SPDX-License-Identifier: Apache-2.0
        # Gangs of the Americas
        glossary: gangs # the id
        languages: [en, es] # main one first

        concepts:
          # Venezuela
          # why this id
          - id: tren-de-aragua
            # what it is
            kind: organization
            terms: # by language
              # English
              en:
                # The name AP uses
                - Tren de Aragua # as in the AP Stylebook
                - text: "Aragua # Train" # a number sign in a text is none
                  # since 2018
                  status: deprecated
                  forms: [Aragua Trains] # rare

          # Colombia
          - id: clan-del-golfo
            terms:
              en:
                - Gulf Clan # or Clan del Golfo
        # the end

        """)
  }

  @Test func `formatting twice changes nothing more`() throws {
    let once = try format(GlossaryWriterTests.commented)
    #expect(try format(once) == once)
  }

  @Test func `a model written and read is the same model`() throws {
    let english = try #require(LanguageTag("en"))
    let terms = [
      "yes", "3", "- dash", "a #b", "#tag", "quote \"x\"", "tab\tend", "no\u{A0}break", "U.S.", "l'Oréal", "a: b",
      "end:", "{x}", "é", "zero\u{200B}width", "line\nbreak", "back\\slash", "München", "2025-01-01",
    ].map { Term($0, language: english, forms: ["x, y", "[z]"]) }
    let glossary = Glossary(id: "a", languages: [english], concepts: [Concept(id: "c", terms: terms)])
    let yaml = GlossaryWriter.write(glossary)
    #expect(try GlossaryReader.read(InputText(path: "a.yml", text: yaml)).glossary == glossary)
    #expect(try format(yaml) == yaml)
  }

  /// Places of comments that YAML allows; each is told by a number.
  static let commentPlaces: [String] = [
    // Behind the signs of blocks and tags, and on lines between a tag and its text.
    "  - id: x\n    definition: | #1\n      a\n      # b\n    #2\n    note: >- #3\n      c\n    source: !!str #4\n      d\n",
    // Around brackets and in them, with and without a space.
    "  - {id: x, #1\n    source: #2\n     [a, #3\n       #4\n       \"b\"#5\n      ] #6\n    } #7\n  #8\n",
    // At values that go because they are the default.
    "  - id: x\n    #1\n    kind: term #2\n    #3\n    state: approved #4\n",
    // In quotation marks a sign of comments is text.
    "  - id: 'x #a'\n    external-ids: {\"b #c\": \"1 #d\"} #1\n",
    // All line breaks of YAML end a comment.
    "  - id: x\n    #1\u{2028}    note: a #2\u{85}    source: b #3\r    #4\r\n",
  ]

  @Test(arguments: commentPlaces) func `no comment is lost or made up`(_ concept: String) throws {
    let terms =
      concept.contains("{id")
      ? concept.split(separator: "} #7").joined(separator: ", terms: {en: [a]}} #7")
      : concept + "    terms: {en: [a]}\n"
    let yaml = "%YAML 1.1 #90\n--- #91\nglossary: g\nconcepts: #92\n" + terms + "... #93\n#94"
    let formatted = try format(yaml)
    func numbers(_ text: String) -> [Int] {
      text.split(separator: "#", omittingEmptySubsequences: false).dropFirst()
        .compactMap { Int($0.prefix { $0.isNumber }) }.sorted()
    }
    #expect(numbers(formatted) == numbers(yaml))
    #expect(try format(formatted) == formatted)
    let both = try [yaml, formatted].map { try GlossaryReader.read(InputText(path: "a.yml", text: $0)).glossary }
    #expect(both[0] == both[1])
  }

  @Test func `a byte order mark is no column`() throws {
    let yaml = "glossary: g\nconcepts:\n  - id: ñ # ñ\n    terms: {en: [a]}\n"
    #expect(try format("\u{FEFF}" + yaml) == format(yaml))
    let document = try GlossaryReader.read(InputText(path: "a.yml", text: "\u{FEFF}" + yaml))
    #expect(document.conceptPlaces == [GlossaryPlace(line: 3, column: 5)])
  }
}
