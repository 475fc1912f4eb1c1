// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText
import Testing

@testable import CopydeskInterchange

/// A table and the canonical glossary that must come of it.
struct TableGlossaryCase: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let table: String
  let columns: [String: String]
  let concepts: String
  let losses: [String]

  init(
    _ description: String, _ table: String, columns: [String: String] = [:], concepts: String, losses: [String] = []
  ) {
    testDescription = description
    self.table = table
    self.columns = columns
    self.concepts = concepts
    self.losses = losses
  }

  static let all: [TableGlossaryCase] = [
    TableGlossaryCase(
      "a row for each concept",
      "id;kind;en;es;forbidden:en\nkyiv;place;Kyiv;Kiev|Kyiv;Kiev\n",
      concepts: """
          - id: kyiv
            kind: place
            terms:
              en:
                - Kyiv
                - text: Kiev
                  status: forbidden
              es:
                - Kiev
                - text: Kyiv
                  status: admitted

        """),
    TableGlossaryCase(
      "flags beside terms, statuses for each of several terms, lines in a cell",
      """
      Concept ID,English,Status (en),Forbidden (en),Spanish
      1,"National Guard
      Guardia","preferred
      deprecated",no,Guardia Nacional
      2,Aragua Train,,yes,
      """,
      concepts: """
          - id: "1"
            terms:
              en:
                - National Guard
                - text: Guardia
                  status: deprecated
              es:
                - Guardia Nacional
          - id: "2"
            terms:
              en:
                - text: Aragua Train
                  status: forbidden

        """),
    TableGlossaryCase(
      "a row for each term",
      """
      concept\tlanguage\tterm\tstatus\ttype\tnote\tpos
      un\ten\tUnited Nations\tpreferredTerm-admn-sts\t\tspell out at first\tproper noun
      un\tes\tNaciones Unidas\tpreferred\t\t\t
      \ten\tUN\tadmitted\tacronym\tafter the full name\t
      """,
      concepts: """
          - id: un
            note: spell out at first
            terms:
              en:
                - text: United Nations
                  part-of-speech: proper-noun
                - text: UN
                  status: admitted
                  type: acronym
                  note: after the full name
              es:
                - Naciones Unidas

        """),
    TableGlossaryCase(
      "the same headers behind each language",
      """
      Entry_ID,Entry_Note,English_Def,English,Term_Info,Term_Example,German,Term_Info,Term_Example
      7,ask Ana,A river,Danube,CasePermissive,The Danube froze.,Donau,CasePermissive,Die Donau fror zu.
      """,
      concepts: """
          - id: "7"
            definition: A river
            note: ask Ana
            terms:
              en:
                - text: Danube
                  contexts: [The Danube froze.]
              de:
                - text: Donau
                  contexts: [Die Donau fror zu.]

        """,
      losses: [
        "the column “Term_Info” is not known and left out; say what it means with --map: 2 (first: 1 row, line 2)"
      ]),
    TableGlossaryCase(
      "columns that are named by hand, ids that are made",
      "Correct,Wrong,Remarks,Priority\nTren de Aragua,Aragua Train,see style book,1\nGuyana Esequiba,,,\n",
      columns: ["term:en": "Correct", "deprecated:en": "Wrong"],
      concepts: """
          - id: tren-de-aragua
            note: see style book
            terms:
              en:
                - Tren de Aragua
                - text: Aragua Train
                  status: deprecated
          - id: guyana-esequiba
            terms:
              en:
                - Guyana Esequiba

        """,
      losses: [
        "the column “Priority” is not known and left out; say what it means with --map: 1 (first: 1 row, line 2)"
      ]
    ),
  ]
}

@Suite struct TableGlossaryTests {
  private func read(_ table: String, columns: [String: String] = [:]) throws -> ImportedGlossary {
    try GlossaryInterchange.read(
      InputText(path: "desk/House terms.csv", text: table), format: .csv, options: ImportOptions(columns: columns))
  }

  @Test(arguments: TableGlossaryCase.all) func `a table becomes a glossary`(_ item: TableGlossaryCase) throws {
    let imported = try read(item.table, columns: item.columns)
    let yaml = GlossaryWriter.write(imported.document.glossary)
    #expect(yaml.hasPrefix("glossary: house-terms\n"))
    #expect(yaml.split(separator: "concepts:\n").last.map { $0.replacing("\n\n", with: "\n") } == item.concepts[...])
    #expect(imported.losses.summary == item.losses)
  }

  @Test(arguments: [
    (
      "a,b\n1,2\n",
      "1:1: no column holds terms; expected a header such as “term:en” or “English”, or “language” beside “term”; found “a”, “b”"
    ),
    (
      "id,language,term,status\nx,en,Kyiv,preffered\n",
      "2:11: “status” cannot be “preffered”; did you mean “preferred”?"
    ),
    ("id,language,term\nx,xx1,Kyiv\n", "2:3: “xx1” is no language; expected a BCP 47 tag such as en or es-MX"),
    ("id,language,term\nx,,Kyiv\n", "2:4: the term “Kyiv” has no language"),
    ("id,language,term\nx,en,\n", "2:3: the row has a language and no term"),
    ("id,language,term\n,en,Kyiv\n", "2:2: the first row has no id"),
    ("id,en\nx,Kyiv,extra\n", "2:8: the row has more cells than the header, which has 2"),
    ("id,en,review-by\nx,Kyiv,soon\n", "2:8: “review-by” is no day; expected a date such as 2025-01-20"),
    ("id,en,kind,Kind\nx,Kyiv,place,place\n", "1:12: the columns “kind” and “Kind” mean the same; rename one"),
    (
      "id,en,validity\nx,Kyiv,2024\n",
      "2:8: “2024” is no span of days; expected one such as 2024-01-01/2025-06-30 or 2024-01-01/.."
    ),
    ("", "1:1: the table is empty; expected a row of headers such as “id”, “term:en” and “term:es”"),
    (
      "source,target\na,b\n",
      "1:1: the column “source” does not name its language; name it with --source-language or with a header such as “term:en”"
    ),
  ])
  func `a mistake has its place`(_ table: String, _ message: String) {
    do {
      _ = try read(table)
      Issue.record("no mistake was found")
    } catch let error as GlossaryError {
      #expect(error.mistakes.map { "\($0.place.line):\($0.place.column): \($0.message)" } == [message])
    } catch {
      Issue.record(error)
    }
  }

  @Test func `a column that is mapped and missing is an error`() {
    #expect(throws: GlossaryError.self) { try read("Englisch\nKyiv\n", columns: ["term:en": "English"]) }
  }

  @Test func `a table keeps all that a glossary says of concepts and terms`() throws {
    let day = try #require(CalendarDate(iso: "2025-01-20"))
    let english = try #require(LanguageTag("en"))
    let term = Term(
      "=SUM(A1)", language: english, status: .superseded, type: .variant, partOfSpeech: .properNoun,
      gender: .neuter, number: .plural, region: "US", matching: .forms, casePolicy: .fold, forms: ["a|b", "c, \"d\""],
      firstMention: "{full} ({acronym})", validity: [Validity(from: day), Validity(to: day)],
      exceptions: ["x = SUM(A1)"], scopes: [.headline, .listItem],
      examples: [TermExample("We ⟦a⟧ it.", fixed: "We b it."), TermExample("clean")],
      contexts: ["-5 degrees", "two"], message: "use\nthe other", note: "@home", source: "AP", severity: .warning,
      isNotTranslated: true, author: "Ana", reviewer: "Ben", created: day, modified: day)
    let concept = Concept(
      id: "one", kind: .event, state: .deprecated, domains: ["a", "b"], desks: ["sports"],
      definition: "A “thing”,\nreally",
      owner: "desk", reviewBy: day, sources: ["AP", "AFP | dpa"], note: "'quoted'",
      validity: [Validity(from: day, to: day)],
      relations: [ConceptRelation(.broader, "two"), ConceptRelation(.replacedBy, "three")],
      externalIDs: [ExternalID(catalog: "wikidata", id: "Q1")],
      terms: [term, Term("Nothing", language: try #require(LanguageTag("uk")))])
    let glossary = Glossary(
      id: "house", languages: [english, try #require(LanguageTag("uk"))],
      concepts: [concept, Concept(id: "three", terms: [Term("Three", language: english)])])
    for format in [GlossaryFormat.csv, .tsv] {
      let exported = try #require(GlossaryInterchange.write(glossary, format: format))
      #expect(exported.losses.isEmpty)
      let input = InputText(path: "t", bytes: exported.bytes)
      let imported = try GlossaryInterchange.read(input, format: format, options: ImportOptions(glossaryID: "house"))
      #expect(imported.document.glossary == glossary)
      #expect(imported.losses.isEmpty)
      #expect(GlossaryInterchange.write(imported.document.glossary, format: format)?.bytes == exported.bytes)
    }
  }

  @Test func `what a table cannot hold is reported`() throws {
    let english = try #require(LanguageTag("en"))
    let glossary = Glossary(
      id: "house", title: "House", license: "CC0-1.0",
      concepts: [Concept(id: "a", terms: [Term("A ", language: english, contexts: ["one\ntwo"])])])
    let exported = try #require(GlossaryInterchange.write(glossary, format: .csv))
    #expect(
      exported.losses.losses.map { "\($0.field) \($0.outcome)" } == [
        "title is left out", "license is left out", "term loses the white space at its ends",
        "contexts loses its line breaks",
      ])
  }

  @Test(arguments: ["windows-1252", "windows-1251", "UTF-16LE", "UTF-16BE", "UTF-8 with a mark"])
  func `a table comes in any encoding that a spreadsheet writes`(_ encoding: String) throws {
    let isCyrillic = encoding == "windows-1251"
    let names = isCyrillic ? ["Владимир Зеленский", "Киев и область"] : ["Muñoz “el Viejo”", "Peña – señor"]
    let table = "id;\(isCyrillic ? "ru" : "es")\r\n" + names.enumerated().map { "\($0);\($1)\r\n" }.joined()
    let bytes = TableGlossaryTests.encoded(table, encoding)
    let input = try InputText.decoding(path: "t.csv", bytes: bytes)
    let imported = try GlossaryInterchange.read(input, format: try #require(GlossaryFormat.detect(input)))
    #expect(imported.document.glossary.concepts.map { $0.terms.map(\.text) } == names.map { [$0] })
    #expect(imported.document.termPlaces.map { $0.map { "\($0.line):\($0.column)" } } == [["2:3"], ["3:3"]])
  }

  private static func encoded(_ text: String, _ encoding: String) -> [UInt8] {
    switch encoding {
    case "UTF-16LE": [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    case "UTF-16BE": [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
    case "UTF-8 with a mark": [0xEF, 0xBB, 0xBF] + Array(text.utf8)
    default:
      text.unicodeScalars.map { scalar in
        switch scalar.value {
        case 0x2013: 0x96
        case 0x201C: 0x93
        case 0x201D: 0x94
        // Cyrillic letters follow each other in windows-1251 as in Unicode.
        case 0x0410...0x044F: UInt8(scalar.value - 0x0410 + 0xC0)
        default: UInt8(scalar.value)
        }
      }
    }
  }
}
