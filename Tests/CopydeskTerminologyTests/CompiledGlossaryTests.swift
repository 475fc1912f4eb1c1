// SPDX-License-Identifier: Apache-2.0

import CopydeskLanguageData
import CopydeskText
import Testing

@testable import CopydeskTerminology

/// Glossaries as blocks of bytes.
@Suite struct CompiledGlossaryTests {
  private static let yaml = """
    glossary: a
    title: Title
    license: CC0-1.0
    languages: [en, es-MX]
    concepts:
      - id: gang
        kind: organization
        validity: {from: 2010-01-01}
        terms:
          en:
            - {text: Tren de Aragua, first-mention: "the {full} gang", gender: neuter, severity: error}
            - {text: Aragua Train, status: forbidden, type: variant, case: exact, forms: [Aragua Trains, AT]}
            - text: Train
              status: deprecated
              match: exact
              validity: [{to: 2020-01-01}, {from: 2021-01-01, to: 2022-01-01}]
              exceptions: [Amtrak Train]
              scopes: [headline]
              message: use the full name
              note: often wrong
              region: US
              do-not-translate: true
          es-MX: [Tren de Aragua]
      - id: other
        terms:
          en: [Other]
    """

  private func glossary(_ yaml: String = Self.yaml) throws -> Glossary {
    try GlossaryReader.read(InputText(path: "a.yml", text: yaml)).glossary
  }

  private func bytes(_ block: ConstantBytes) -> [UInt8] { block.bytes(0..<block.count) }

  @Test func `a block gives back what linting needs`() throws {
    let glossary = try glossary()
    let compiled = CompiledGlossary([glossary])
    #expect(compiled.decoded(glossary: 0) { _ in true } == glossary)
    let english = compiled.decoded(glossary: 0) { $0.language == "en" }
    #expect(english.concepts.map(\.terms.count) == [3, 1])
    #expect(english.concepts[0].terms == Array(glossary.concepts[0].terms.prefix(3)))
  }

  @Test func `the same glossaries make the same bytes`() throws {
    let glossary = try glossary()
    #expect(bytes(CompiledGlossary.compile([glossary])) == bytes(CompiledGlossary.compile([glossary])))
  }

  @Test func `damaged bytes are no block`() throws {
    let block = bytes(CompiledGlossary.compile([try glossary()]))
    #expect(CompiledGlossary(ConstantBytes(block)) != nil)
    #expect(CompiledGlossary(ConstantBytes([])) == nil)
    #expect(CompiledGlossary(ConstantBytes(Array(block.dropLast()))) == nil)
    #expect(CompiledGlossary(ConstantBytes(block + [0])) == nil)
  }

  @Test(arguments: [0, 5, 8, 16, 24, 60, 99, 200, 300])
  func `a changed byte is noticed`(_ offset: Int) throws {
    var block = bytes(CompiledGlossary.compile([try glossary()]))
    block[offset] ^= 0x40
    #expect(CompiledGlossary(ConstantBytes(block)) == nil)
  }

  @Test func `an empty block finds nothing`() throws {
    let compiled = CompiledGlossary([])
    var set = GlossarySet()
    set.append(compiled)
    let matcher = TermMatcher(set, language: try #require(LanguageTag("en")))
    #expect(matcher.isEmpty)
    #expect(matcher.concepts.isEmpty)
  }

  @Test func `of equal terms in two glossaries the first in order wins`() throws {
    let first = try glossary("glossary: a\nconcepts:\n  - id: one\n    terms: {en: [Foo Bar]}\n")
    let second = try glossary("glossary: b\nconcepts:\n  - id: two\n    terms: {en: [Foo Bar]}\n")
    let text = Array("a Foo Bar".utf8)
    func winner(_ parts: [[Glossary]]) throws -> [String] {
      var set = GlossarySet()
      for part in parts { set.append(CompiledGlossary(part)) }
      let matcher = TermMatcher(set, language: try #require(LanguageTag("en")))
      return matcher.matches(in: text, tokens: Tokenizer(language: "en").tokens(in: text)).map { match in
        matcher.concepts[matcher.entries[match.entry].concept].id
      }
    }
    #expect(try winner([[first, second]]) == ["one"])
    #expect(try winner([[second, first]]) == ["two"])
    #expect(try winner([[second], [first]]) == ["two"])
    #expect(try winner([[first], [second]]) == ["one"])
  }

  @Test func `terms of other languages do not match but can be looked up`() throws {
    let place = try glossary(
      """
      glossary: places
      concepts:
        - id: london
          kind: place
          terms: {en: [London], es: [Londres], it: [Londra]}
        - id: hague
          kind: place
          terms: {en: [The Hague], it: [L'Aia]}
      """)
    var set = GlossarySet()
    set.append(CompiledGlossary([place]))
    let english = try #require(LanguageTag("en"))
    let text = Array("London, Londres, L’Aia".utf8)
    let tokens = Tokenizer(language: "en").tokens(in: text)
    #expect(TermMatcher(set, language: english).matches(in: text, tokens: tokens).count == 1)
    var found: [String] = []
    GlossaryLookup(set, kind: .place, language: english)
      .forEachPlace(from: tokens.indices, tokens: tokens, text: text) { hits in
        found += hits.map { $0.language.tag }
        return 1
      }
    #expect(found == ["en", "es", "it"])
  }

  @Test func `people are found by their given name`() throws {
    let people = try glossary(
      """
      glossary: people
      concepts:
        - id: maduro
          kind: person
          terms: {en: [Nicolás Maduro, {text: Nicolas Maduro, status: forbidden}], es: [Nicolás Maduro Moros]}
        - id: petro
          kind: person
          terms: {en: [Gustavo Petro]}
        - id: street
          kind: place
          terms: {en: [Gustavo Street]}
      """)
    let english = try #require(LanguageTag("en"))
    let lookup = GlossaryLookup(GlossarySet([people]), kind: .person, language: english)
    #expect(lookup.names(ofGivenName: TokenKey.key(of: "Nicolás"), language: english) == ["Nicolás Maduro"])
    #expect(lookup.names(ofGivenName: TokenKey.key(of: "gustavo"), language: english) == ["Gustavo Petro"])
    #expect(lookup.names(ofGivenName: TokenKey.key(of: "Maduro"), language: english).isEmpty)
  }
}
