// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText
import Foundation
import Testing

@Suite struct GlossarySchemaTests {
  private static let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("../../glossaries/glossary.schema.json").standardizedFileURL

  @Test func `the schema in the repository is the one that the reader's keys make`() throws {
    if ProcessInfo.processInfo.environment["COPYDESK_RECORD"] == "1" {
      try Data(GlossarySchema.json).write(to: Self.file)
    }
    #expect(try Data(contentsOf: Self.file) == Data(GlossarySchema.json))
  }

  /// A glossary that uses every key with a value that is not the default.
  static let everything = """
    glossary: all
    title: All keys
    license: Apache-2.0
    languages: [en, es]

    concepts:
      - id: one
        kind: organization
        state: proposed
        domain: [crime, politics]
        desk: [foreign]
        definition: A gang.
        owner: Foreign desk
        review-by: 2027-01-31
        source: [AP, Reuters]
        note: Seldom.
        validity: {from: 2010-01-01, to: 2030-12-31}
        relations:
          broader: two
          related: [two, three]
          replaced-by: three
        external-ids: {iate: "1234", wikidata: Q1}
        terms:
          en:
            - text: tren de aragua
              status: deprecated
              type: variant
              part-of-speech: proper-noun
              gender: masculine
              number: singular
              region: US
              match: exact
              case: fold
              forms: [trenes de aragua]
              first-mention: "{full} ({acronym})"
              validity:
                - {to: 2020-01-01}
                - {from: 2021-01-01}
              exceptions: [el tren de aragua]
              scopes: [heading, caption]
              examples:
                - The ⟦tren de aragua⟧ left.
                - {text: A ⟦tren de aragua⟧., fixed: A Tren.}
              contexts: [They left the tren de aragua.]
              message: Say gang.
              note: Rare.
              source: AP
              severity: warning
              do-not-translate: true
              author: Ana
              reviewer: Luis
              created: 2025-01-01
              modified: 2025-02-01

      - id: two
        terms:
          en:
            - gang

      - id: three
        terms:
          es:
            - banda

    """

  @Test func `every key is read, written and kept byte for byte`() throws {
    let input = InputText(path: "all.yml", text: Self.everything)
    let glossary = try GlossaryReader.read(input).glossary
    #expect(try GlossaryWriter.format(input) == Self.everything)
    #expect(GlossaryWriter.write(glossary) == Self.everything)
    #expect(
      try GlossaryReader.read(InputText(path: "b.yml", text: GlossaryWriter.write(glossary))).glossary == glossary)
    #expect(try GlossaryWriter.rewrite(input, as: glossary) == Self.everything)
    let schema = String(decoding: GlossarySchema.json, as: UTF8.self)
    for line in Self.everything.split(separator: "\n") {
      guard let colon = line.firstIndex(of: ":") else { continue }
      let key = line[..<colon].drop { $0 == " " || $0 == "-" || $0 == "{" }
      if !key.contains(" "), !["en", "es"].contains(key) { #expect(schema.contains("\"\(key)\": {"), "\(key)") }
    }
  }
}
