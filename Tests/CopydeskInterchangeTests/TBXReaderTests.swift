// SPDX-License-Identifier: Apache-2.0

import CopydeskInterchange
import CopydeskTerminology
import CopydeskText
import CopydeskXML
import Testing

/// Files of the tests: a body with what stands around it.
enum TBXSample {
  static func third(_ body: String, type: String = "TBX-Basic", style: String = "dca") -> InputText {
    InputText(
      path: "desk terms.tbx",
      text: """
        <?xml version="1.0" encoding="UTF-8"?>
        <tbx type="\(type)" style="\(style)" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" \
        xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
        <tbxHeader><fileDesc><sourceDesc><p>Written by Copydesk from the glossary x</p></sourceDesc></fileDesc></tbxHeader>
        <text><body>
        \(body)
        </body></text></tbx>
        """)
  }

  static func second(_ body: String) -> InputText {
    InputText(
      path: "old.tbx",
      text: """
        <?xml version='1.0'?>
        <!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
        <martif type="TBX" xml:lang="en">
        <martifHeader><fileDesc><sourceDesc><p>Written by Copydesk from the glossary x</p></sourceDesc></fileDesc></martifHeader>
        <text><body>
        \(body)
        </body></text></martif>
        """)
  }

  static func read(_ input: InputText) throws -> ImportedGlossary {
    try GlossaryInterchange.read(input, format: .tbxBasicDCA)
  }

  static func errors(_ input: InputText) -> [String] {
    do throws(GlossaryError) {
      _ = try GlossaryInterchange.read(input, format: .tbxBasicDCA)
      return []
    } catch {
      return error.mistakes.map { "\($0.place.line):\($0.place.column): \($0.message)" }
    }
  }
}

@Suite("TBX reader")
struct TBXReaderTests {
  private static let entry = """
    <conceptEntry id="interior-ministry">
      <transacGrp><transac type="transactionType">origination</transac><date>2024-02-01</date>
        <transacNote type="responsibility">Ana</transacNote></transacGrp>
      <admin type="customerSubset">politics</admin>
      <admin type="source">style guide</admin>
      <descrip type="subjectField">government</descrip>
      <descripGrp><descrip type="definition">The ministry
        of home affairs.</descrip><admin type="source">gazette</admin></descripGrp>
      <note>Mind the capitals.</note>
      <ref type="crossReference" target="minister">see</ref>
      <xref type="externalCrossReference" target="https://www.wikidata.org/wiki/Q42">Wikidata</xref>
      <langSec xml:lang="en">
        <termSec>
          <term>Interior Ministry</term>
          <termNote type="partOfSpeech">noun</termNote>
          <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
          <termNote type="termType">fullForm</termNote>
          <termNote type="geographicalUsage">GB</termNote>
          <descripGrp><descrip type="context">The Interior Ministry said no.</descrip>
            <admin type="source">wire copy</admin></descripGrp>
          <transacGrp><transac type="transactionType">modification</transac><date>2024-03-02</date>
            <transacNote type="responsibility">Bo</transacNote></transacGrp>
          <note>Never “Home Office” here.</note>
        </termSec>
        <termSec>
          <term>MoI</term>
          <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
          <termNote type="termType">acronym</termNote>
          <note>status: forbidden</note>
          <note>do-not-translate: true</note>
        </termSec>
      </langSec>
      <langSec xml:lang="de">
        <termSec><term>Innen<hi type="bold">ministerium</hi></term>
          <termNote type="grammaticalGender">neuter</termNote></termSec>
        <termSec><term>Ministerium des Innern</term></termSec>
      </langSec>
    </conceptEntry>
    <conceptEntry id="minister"><langSec xml:lang="en"><termSec><term>minister</term></termSec></langSec></conceptEntry>
    """

  @Test("Everything the model names is read from TBX-Basic")
  func basic() throws {
    let imported = try TBXSample.read(TBXSample.third(Self.entry))
    let glossary = imported.document.glossary
    #expect(glossary.id == "desk-terms")
    #expect(glossary.languages.map(\.tag) == ["en", "de"])
    let concept = try #require(glossary.concepts.first)
    #expect(concept.id == "interior-ministry")
    #expect(concept.domains == ["government"])
    #expect(concept.desks == ["politics"])
    #expect(concept.definition == "The ministry of home affairs.")
    #expect(concept.sources == ["style guide", "gazette"])
    #expect(concept.note == "Mind the capitals.")
    #expect(concept.relations == [ConceptRelation(.related, "minister")])
    #expect(concept.externalIDs == [ExternalID(catalog: "wikidata", id: "Q42")])
    let english = try #require(LanguageTag("en"))
    let german = try #require(LanguageTag("de"))
    let day = CalendarDate(year: 2024, month: 2, day: 1)
    #expect(
      concept.terms == [
        Term(
          "Interior Ministry", language: english, partOfSpeech: .noun, region: "GB",
          contexts: ["The Interior Ministry said no."], note: "Never “Home Office” here.", source: "wire copy",
          author: "Ana", reviewer: "Bo", created: day, modified: CalendarDate(year: 2024, month: 3, day: 2)),
        Term(
          "MoI", language: english, status: .forbidden, type: .acronym, isNotTranslated: true, author: "Ana",
          created: day),
        Term("Innenministerium", language: german, gender: .neuter, author: "Ana", created: day),
        Term("Ministerium des Innern", language: german, status: .admitted, author: "Ana", created: day),
      ])
    #expect(imported.losses.summary == [])
    #expect(imported.document.conceptPlaces.map(\.line) == [5, 43])
    #expect(imported.document.termPlaces.first?.map(\.line) == [18, 30, 38, 40])
  }

  @Test("Data categories as elements are the same as attributes")
  func elements() throws {
    let body = """
      <conceptEntry id="c"><min:subjectField>law</min:subjectField>
        <descripGrp><basic:definition>What a court says.</basic:definition><basic:source>code</basic:source></descripGrp>
        <langSec xml:lang="en"><termSec><term>ruling</term>
          <min:administrativeStatus>admittedTerm-admn-sts</min:administrativeStatus>
          <basic:termType>shortForm</basic:termType><min:partOfSpeech>noun</min:partOfSpeech></termSec></langSec>
      </conceptEntry>
      """
    let concept = try #require(
      try TBXSample.read(TBXSample.third(body, style: "dct")).document.glossary.concepts.first)
    #expect(concept.domains == ["law"])
    #expect(concept.definition == "What a court says.")
    #expect(concept.sources == ["code"])
    #expect(concept.terms.map(\.status) == [.admitted])
    #expect(concept.terms.map(\.type) == [.short])
    #expect(concept.terms.map(\.partOfSpeech) == [.noun])
  }

  @Test("MARTIF is read with the words of IATE, Microsoft, TermWeb and Weblate")
  func secondEdition() throws {
    let body = """
      <termEntry id="IATE-1"><descrip type="subjectField">Finance</descrip>
        <langSet xml:lang="en"><descripGrp><descrip type="definition">Money.</descrip></descripGrp>
          <ntig><termGrp><term id="t1">bond</term><termNote type="partOfSpeech">Noun</termNote>
            <termNote type="grammaticalNumber">plural</termNote></termGrp>
            <descrip type="reliabilityCode">3</descrip></ntig>
          <tig><term>bonds</term><termNote type="administrativeStatus">not recommended</termNote></tig>
          <tig><term>stock</term><termNote type="normativeAuthorization">obsolete</termNote></tig>
          <tig><term>scrip</term><termNote type="usageStatus">forbidden</termNote></tig></langSet>
        <langSet lang="fr"><tig><term>obligation</term>
          <descrip type="Translation needed">No</descrip><descrip type="Usage note">rare</descrip></tig></langSet>
        <langSet xml:lang="de"><tig><term/></tig></langSet></termEntry>
      <termEntry><langSet xml:lang="en"><tig><term>Euro zone</term></tig></langSet></termEntry>
      <termEntry id="later"><langSet xml:lang="en"><tig><term> </term></tig></langSet></termEntry>
      """
    let imported = try TBXSample.read(TBXSample.second(body))
    let concepts = imported.document.glossary.concepts
    #expect(concepts.map(\.id) == ["IATE-1", "euro-zone"])
    let concept = try #require(concepts.first)
    #expect(concept.definition == "Money.")
    #expect(concept.terms.map(\.text) == ["bond", "bonds", "stock", "scrip", "obligation"])
    #expect(concept.terms.map(\.status) == [.preferred, .deprecated, .superseded, .forbidden, .preferred])
    #expect(concept.terms.map(\.partOfSpeech) == [.noun, nil, nil, nil, nil])
    #expect(concept.terms.map(\.number) == [.plural, nil, nil, nil, nil])
    #expect(concept.terms.map(\.isNotTranslated) == [false, false, false, false, true])
    #expect(concept.terms.last?.note == "rare")
    #expect(
      imported.losses.summary == [
        "reliabilityCode has no place in a glossary: 1 (first: “bond” (en), line 10)",
        "term is empty and left out: 2 (first: IATE-1 (de), line 16)",
        "entry has no term and is left out: 1 (first: later, line 18)",
      ])
  }

  @Test("What the model has no place for is reported with its place")
  func losses() throws {
    let body = """
      <conceptEntry id="c">
        <xref type="xGraphic" target="https://example.org/p.png">picture</xref>
        <langSec xml:lang="en"><descrip type="definition">One.</descrip>
          <termSec><term>menu</term><termNote type="termLocation">menuItem</termNote>
          <termNote type="termType">phrase</termNote></termSec></langSec>
        <langSec xml:lang="es"><descrip type="definition">Uno.</descrip><note>Ojo.</note>
          <termSec><term>menú</term></termSec></langSec>
      </conceptEntry>
      """
    let imported = try TBXSample.read(TBXSample.third(body))
    #expect(imported.document.glossary.concepts.first?.note == "es: Uno.\nes: Ojo.")
    #expect(
      imported.losses.summary == [
        "xGraphic has no place in a glossary: 1 (first: c, line 6)",
        "termLocation has no place in a glossary: 1 (first: “menu” (en), line 8)",
        "termType “phrase” is read as “full”: 1 (first: “menu” (en), line 9)",
        "definition after the first is kept in the concept’s note: 1 (first: c (es), line 10)",
        "note of a language is kept in the concept’s note: 1 (first: c (es), line 10)",
      ])
  }

  private static func entry(_ inside: String, term: String = "<term>t</term>") -> String {
    "<conceptEntry id=\"c\">\(inside)<langSec xml:lang=\"en\"><termSec>\(term)</termSec></langSec></conceptEntry>"
  }

  @Test(
    "A mistake in the structure is reported with its place and what was expected",
    arguments: [
      (
        "<conceptEntry><langSec xml:lang='en'><termSec><term>t</term></termSec></langSec></conceptEntry>",
        ["5:1: “conceptEntry” needs the attribute “id”"]
      ),
      (
        "<conceptEntry id='c'><langSec><termSec><term>t</term></termSec></langSec></conceptEntry>",
        ["5:22: “langSec” needs the attribute “xml:lang” with a language tag such as en or es-MX"]
      ),
      (
        "<conceptEntry id='c'><langSec xml:lang='x'><termSec><term>t</term></termSec></langSec></conceptEntry>",
        ["5:22: “x” is no language tag; expected a BCP 47 tag such as en or es-MX"]
      ),
      (entry("", term: "<term> </term>"), ["5:54: “term” is empty; expected the text of a term"]),
      (
        entry("<descrip type='subjectField'>a</descrip>text"),
        [
          "5:62: text cannot stand in “conceptEntry” by itself; expected “admin”, “adminGrp”, “descrip”, "
            + "“descripGrp”, “note”, “ref”, “transacGrp”, “xref” or “langSec”"
        ]
      ),
      (
        entry(
          "", term: "<term>t</term><descrip type='context'>x</descrip><termNote type='termType'>variant</termNote>"),
        ["5:103: “termNote” stands too late in “termSec”; expected it before “descrip”"]
      ),
      (
        entry("", term: "<term>t</term><term>u</term>"),
        ["5:68: “termSec” has a second “term”; expected one"]
      ),
      (
        entry("", term: "<term>t<foreign>u</foreign><p>v</p></term>"),
        ["5:81: “p” cannot stand in “term”; expected text"]
      ),
      (
        entry("<termEntry/>").replacing("conceptEntry", with: "termEntry"),
        [
          "5:1: “termEntry” cannot stand in “body”; expected “conceptEntry”",
          "4:7: “body” has no “conceptEntry”",
        ]
      ),
      (
        entry("") + "\n" + entry(""), ["6:1: the id “c” is taken by the element of line 5"]
      ),
      (
        entry("", term: "<term>t</term><termNote type='partOfSpeech'>nominal</termNote>"),
        [
          "5:68: “partOfSpeech” cannot be “nominal”; expected “adjective”, “noun”, “other”, “verb” or “adverb”"
        ]
      ),
      (
        entry("<descrip type='context'>x</descrip>"),
        ["5:22: “context” stands in “conceptEntry”; expected it in “termSec”"]
      ),
      (
        entry("<admin type='definition'>x</admin>"),
        ["5:22: “definition” stands on “admin”; expected “descrip”"]
      ),
      (
        entry("<admin type='mood'>x</admin>"),
        [
          "5:22: “mood” is no data category of TBX-Basic; expected “customerSubset”, “projectSubset” or “source”"
        ]
      ),
      (
        entry("<transacGrp><transac type='transactionType'>origination</transac><date>soon</date></transacGrp>"),
        ["5:87: “soon” is no date; expected one such as 2025-01-20"]
      ),
      (entry("<descrip>x</descrip>"), ["5:22: “descrip” needs the attribute “type” with the name of a data category"]),
    ])
  func mistakes(body: String, expected: [String]) {
    #expect(TBXSample.errors(TBXSample.third(body)) == expected.sorted { $0.prefix(4) < $1.prefix(4) })
  }

  @Test("A private dialect may have values and categories of its own")
  func privateDialect() throws {
    let body = Self.entry(
      "<admin type='mood'>x</admin>", term: "<term>t</term><termNote type='partOfSpeech'>nominal</termNote>")
    let imported = try TBXSample.read(TBXSample.third(body, type: "TBX-Desk"))
    #expect(imported.losses.losses.map(\.field) == ["mood", "partOfSpeech “nominal”"])
  }

  @Test("A file of another kind is refused by its root")
  func otherRoot() {
    #expect(
      TBXSample.errors(InputText(path: "a.xlf", text: "<xliff xmlns='urn:x'/>")) == [
        "1:1: the root element is “xliff” of the namespace “urn:x”; expected “tbx” of the namespace "
          + "“urn:iso:std:iso:30042:ed-2” or “martif”"
      ])
    #expect(
      TBXSample.errors(InputText(path: "a.tbx", text: "")) == ["1:1: the document is empty; expected an XML element"])
  }

  @Test("A file is decoded as its mark or its declaration says, and not as a false declaration says")
  func encodings() throws {
    let text = String(
      decoding: TBXSample.third(Self.entry("", term: "<term>señor – “don”</term>")).bytes, as: UTF8.self)
    var wide: [UInt8] = [0xFF, 0xFE]
    for unit in text.utf16 { wide += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let narrow = text.replacing("UTF-8", with: "windows-1252").unicodeScalars.map { scalar -> UInt8 in
      switch scalar {
      case "–": 0x96
      case "“": 0x93
      case "”": 0x94
      default: UInt8(scalar.value)
      }
    }
    let files = [wide, narrow, Array(text.replacing("UTF-8", with: "UTF-16").utf8), Array(text.utf8)]
    let terms = try files.map { bytes in
      let input = try InputText.decoding(
        path: "t.tbx", bytes: bytes, declaredEncoding: XMLDeclaration.encoding(in: bytes))
      return try TBXSample.read(input).document.glossary.concepts.first?.terms.first?.text
    }
    #expect(terms == Array(repeating: "señor – “don”", count: 4))
  }

  @Test("Hostile files give one error, not a crash")
  func hostile() {
    let deep = TBXSample.third(String(repeating: "<conceptEntry id='c'>", count: 50_000))
    #expect(TBXSample.errors(deep).count == 1)
    let cut = TBXSample.third(Self.entry)
    let truncated = InputText(path: "cut.tbx", bytes: Array(cut.bytes.prefix(cut.bytes.count / 2)))
    #expect(TBXSample.errors(truncated).first?.contains("the document ends inside of the element") == true)
    #expect(
      TBXSample.errors(TBXSample.second("<termEntry>&copy;</termEntry>")) == [
        "6:12: the document does not declare the entity “&copy;”; write the character itself"
      ])
  }
}
