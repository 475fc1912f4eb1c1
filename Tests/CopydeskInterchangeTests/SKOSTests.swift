// SPDX-License-Identifier: Apache-2.0

import CopydeskInterchange
import CopydeskTerminology
import CopydeskText
import Testing

@Suite("SKOS")
struct SKOSTests {
  private func document(_ nodes: String) -> String {
    """
    <rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:skos='http://www.w3.org/2004/02/skos/core#'
      xmlns:xl='http://www.w3.org/2008/05/skos-xl#' xmlns:dct='http://purl.org/dc/terms/'
      xml:base='https://example.org/terms'>
    \(nodes)
    </rdf:RDF>
    """
  }

  @Test("Labels become terms, and whatever the ways of RDF/XML are, they say the same")
  func reading() throws {
    let imported = try XMLInterchange.read(
      document(
        """
        <skos:ConceptScheme rdf:about=''><dct:title>Terms</dct:title></skos:ConceptScheme>
        <skos:Concept rdf:about='#strike' dct:subject='labor'>
          <skos:prefLabel xml:lang='en'>strike</skos:prefLabel>
          <skos:prefLabel xml:lang='en'>walkout</skos:prefLabel>
          <skos:altLabel xml:lang='es'>paro</skos:altLabel>
          <skos:hiddenLabel xml:lang='es'>uelga</skos:hiddenLabel>
          <skos:definition xml:lang='en'>No work.</skos:definition>
          <skos:definition xml:lang='es'>Sin trabajo.</skos:definition>
          <skos:scopeNote>Labor only.</skos:scopeNote>
          <skos:broader><skos:Concept rdf:ID='protest'/></skos:broader>
          <skos:related rdf:resource='https://elsewhere.org/x'/>
          <skos:exactMatch rdf:resource='http://www.wikidata.org/entity/Q5'/>
          <skos:changeNote>new</skos:changeNote>
        </skos:Concept>
        <rdf:Description rdf:about='https://example.org/terms#protest'>
          <rdf:type rdf:resource='http://www.w3.org/2004/02/skos/core#Concept'/>
          <xl:prefLabel rdf:nodeID='l1'/>
        </rdf:Description>
        <xl:Label rdf:nodeID='l1'><xl:literalForm xml:lang='de'>Protest</xl:literalForm></xl:Label>
        """), .skos)
    let glossary = imported.document.glossary
    #expect(glossary.title == "Terms")
    #expect(glossary.concepts.map(\.id) == ["strike", "protest"])
    let concept = try #require(glossary.concepts.first)
    #expect(
      XMLInterchange.lines(concept) == [
        "en preferred strike", "en admitted walkout", "es admitted paro", "es forbidden uelga",
      ])
    #expect(concept.domains == ["labor"])
    #expect(concept.definition == "No work.")
    #expect(concept.note == "es: Sin trabajo.\nLabor only.")
    #expect(concept.relations == [ConceptRelation(.broader, "protest")])
    #expect(concept.externalIDs == [ExternalID(catalog: "wikidata", id: "Q5")])
    #expect(XMLInterchange.lines(glossary.concepts.last) == ["de preferred Protest"])
    #expect(
      imported.losses.summary == [
        "prefLabel after the first of a language is read as admitted: 1 (first: “walkout” (en), line 7)",
        "definition after the first is kept in the concept’s note: 1 (first: strike, line 11)",
        "related has no place in a glossary: 1 (first: strike, line 14)",
        "changeNote has no place in a glossary: 1 (first: strike, line 16)",
      ])
  }

  @Test("A label without a language is a mistake unless the file’s language is named")
  func languages() throws {
    let text = document("<skos:Concept rdf:about='#a'><skos:prefLabel>strike</skos:prefLabel></skos:Concept>")
    #expect(
      XMLInterchange.errors(text, .skos) == [
        "4:30: the label “strike” has no “xml:lang”; expected one, or the language of the file by --source-language"
      ])
    let imported = try XMLInterchange.read(text, .skos, source: "en")
    #expect(XMLInterchange.lines(imported.document.glossary.concepts.first) == ["en preferred strike"])
    let wrong = document(
      "<skos:Concept rdf:about='a'><skos:prefLabel xml:lang='english-language-of-britain'>x</skos:prefLabel></skos:Concept>"
    )
    #expect(XMLInterchange.errors(wrong, .skos).count == 1)
  }

  @Test("Concepts whose addresses end alike are told apart or refused")
  func ids() {
    let label = "<skos:prefLabel xml:lang='en'>x</skos:prefLabel>"
    #expect(
      XMLInterchange.errors(
        document(
          """
          <skos:Concept rdf:about='https://a.org/x'>\(label)</skos:Concept>
          <skos:Concept rdf:about='https://b.org/x'>\(label)</skos:Concept>
          """), .skos) == [
          "5:1: the id “x” is taken by another concept; expected addresses that differ in their last part"
        ])
    #expect(
      XMLInterchange.errors("<skos/>", .skos) == [
        "1:1: the root element is “skos”; expected “RDF” of the namespace "
          + "“http://www.w3.org/1999/02/22-rdf-syntax-ns#”"
      ])
  }

  @Test("What SKOS can hold comes back")
  func roundTrip() throws {
    let sample = XMLInterchange.sample()
    let exported = try #require(GlossaryInterchange.write(sample, format: .skos))
    let read = try XMLInterchange.read(String(decoding: exported.bytes, as: UTF8.self), .skos, path: "desk.rdf")
    var expected = sample
    expected.concepts[0].terms[0].source = nil
    // SKOS has one kind of label for all that must not be used.
    expected.concepts[0].terms[5].status = .forbidden
    expected.languages = sample.concepts[0].languages
    #expect(read.document.glossary == expected)
    #expect(
      exported.losses.summary == [
        "source is left out: 1 (first: “prison gang” (en))",
        "status superseded is written as hiddenLabel: 1 (first: “mara” (es))",
        "state proposed is written as a note: 1 (first: idea)",
      ])
  }

  @Test("Generated glossaries are written so that they are read again", arguments: Array(0..<20))
  func generated(seed: Int) throws {
    var generator = GeneratedGlossary(seed: UInt64(seed))
    let glossary = generator.glossary()
    let exported = try #require(GlossaryInterchange.write(glossary, format: .skos))
    let read = try XMLInterchange.read(String(decoding: exported.bytes, as: UTF8.self), .skos).document.glossary
    let written = glossary.concepts.filter { $0.terms.contains { $0.status != .proposed } }
    #expect(read.concepts.map(\.id) == written.map(\.id))
    #expect(read.concepts.map(\.definition) == written.map(\.definition))
    #expect(read.concepts.map(\.note) == written.map(\.note))
    #expect(
      read.concepts.map { Set($0.terms.map(\.text)) }
        == written.map { Set($0.terms.filter { $0.status != .proposed }.map(\.text)) })
    let again = try #require(GlossaryInterchange.write(read, format: .skos))
    let reread = try XMLInterchange.read(String(decoding: again.bytes, as: UTF8.self), .skos).document.glossary
    #expect(reread == read)
  }
}
