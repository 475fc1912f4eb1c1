// SPDX-License-Identifier: Apache-2.0

import CopydeskAnalysis
import CopydeskArchive
import CopydeskTerminology
import CopydeskText
import Testing

@Suite struct TermMinerTests {
  private func mine(
    _ copies: [String], language: String = "en", minimumCount: Int = 2, glossaries: [Glossary] = []
  ) throws -> MiningResult {
    let analyses = try copies.enumerated().map { index, copy in
      try analysis(copy, language, path: "\(index).txt", glossaries: glossaries)
    }
    var miner = TermMiner(minimumCount: minimumCount, limit: 50)
    for analysis in analyses { miner.add(TermMiner.firstLook(at: analysis)) }
    let ranking = miner.rank()
    for analysis in analyses { miner.add(TermMiner.secondLook(at: analysis, ranking: ranking)) }
    return miner.result(ranking)
  }

  private func texts(_ result: MiningResult) -> [String] { result.concepts.flatMap { $0.terms.map(\.text) } }

  @Test func `a name is one proposal and its parts are none`() throws {
    let result = try mine([
      "The bridge to Port Halvard is shut. Ships left Port Halvard at noon. Nobody in Port Halvard slept.\n"
    ])
    let concept = try #require(result.concepts.first)
    #expect(texts(result) == ["Port Halvard"])
    #expect(concept.terms[0].count == 3)
    #expect(concept.terms[0].articleCount == 1)
    #expect(concept.terms[0].samples.map(\.sentence) == ["The bridge to Port Halvard is shut."])
    #expect(concept.terms[0].samples.map(\.place.line) == [1])
  }

  @Test func `little words inside a name belong to it`() throws {
    let copy = "Talks with the Bank of Norhavn failed. He left the Bank of Norhavn. She runs the Bank of Norhavn.\n"
    #expect(try texts(mine([copy])) == ["Bank of Norhavn"])
  }

  @Test func `a surname joins the full name of the first mention`() throws {
    let result = try mine([
      "The minister met Irena Vasquelle there. Then Vasquelle left. Nobody saw Vasquelle again. It was Vasquelle.\n"
    ])
    let concept = try #require(result.concepts.first)
    #expect(result.concepts.count == 1)
    #expect(concept.kind == .person)
    #expect(concept.terms.map(\.text) == ["Irena Vasquelle", "Vasquelle"])
    #expect(concept.terms.map(\.type) == [.full, .short])
  }

  @Test func `initials in parentheses join the name`() throws {
    let result = try mine([
      "He leads the Northern Ferry Union (NFU) now. The Northern Ferry Union grew. Some left the NFU. Now the NFU sulks.\n"
    ])
    let concept = try #require(result.concepts.first)
    #expect(concept.kind == .organization)
    #expect(concept.terms.map(\.text) == ["Northern Ferry Union", "NFU"])
    #expect(concept.terms.map(\.type) == [.full, .acronym])
  }

  @Test func `a title is evidence of a person and no part of the name`() throws {
    let copy = "Everyone knows President Odile Marrack. Few like President Odile Marrack.\n"
    let result = try mine([copy])
    #expect(texts(result) == ["Odile Marrack"])
    #expect(result.concepts.map(\.kind) == [.person])
  }

  @Test func `a country is a place`() throws {
    let result = try mine(["They left Rwanda. She loves Rwanda. He wrote from Rwanda.\n"])
    #expect(texts(result) == ["Rwanda"])
    #expect(result.concepts.map(\.kind) == [.place])
  }

  @Test func `the capital of a sentence makes no name`() throws {
    let copy = "Fishermen slept. Fishermen left. Later the fishermen came back. Fishermen sang.\n"
    #expect(try !texts(mine([copy])).contains("Fishermen"))
  }

  @Test(arguments: [
    "He came on Monday. She came on Monday. They came on Monday.\n",
    "It rose 12.5 percent and 12.5 percent and then 12.5 percent.\n",
    "Write to @harborwatch and @harborwatch and @harborwatch now.\n",
    "See https://example.org/story and https://example.org/story and https://example.org/story there.\n",
    "He said so again and again and again, and once more, and again.\n",
  ])
  func `dates, numbers, accounts, links and little words are no terms`(copy: String) throws {
    #expect(try texts(mine([copy])).isEmpty)
  }

  @Test func `a phrase of common words needs company that chance does not explain`() throws {
    let copy =
      "The cargo drone fell. Nobody owns the cargo drone. Police took the cargo drone away. It was a cargo drone.\n"
    let filler = "Rain fell all night, and the people of the valley slept as they always do when the river is loud.\n"
    let result = try mine([copy + "\n" + filler, filler + "\n" + copy])
    #expect(result.concepts.first?.terms.map(\.text) == ["cargo drone"])
    #expect(result.concepts.first?.terms.first?.isName == false)
  }

  @Test func `terms of the glossary are left out and named`() throws {
    let glossary = try glossary("glossary: g\nconcepts: [{id: halvard, terms: {en: [Port Halvard]}}]\n")
    let copy =
      "She left Port Halvard. He left Port Halvard. They love Port Halvard and Lake Ostrum, yes, Lake Ostrum.\n"
    let result = try mine([copy], glossaries: [glossary])
    #expect(texts(result) == ["Lake Ostrum"])
    #expect(result.knownTerms == ["Port Halvard"])
  }

  @Test func `an article that the archive keeps twice counts once`() throws {
    let copy = "She left Port Halvard. He left Port Halvard.\n"
    let result = try mine([copy, copy])
    #expect(result.concepts.first?.terms.first?.count == 2)
    #expect(result.articleCount == 1)
  }

  @Test(arguments: ["Canadian", "Spanish", "Belgian"])
  func `a word that says where somebody comes from is no name`(word: String) throws {
    #expect(try texts(mine(["He met a \(word) poet. She met a \(word) singer. They met a \(word) friend.\n"])).isEmpty)
  }

  @Test func `a given name of many people is no name by itself`() throws {
    let copy = "We met Odalric Brandt. We met Odalric Kestner. We met Odalric Vohle. We met Odalric. We left Odalric.\n"
    #expect(try !texts(mine([copy])).contains("Odalric"))
  }

  @Test func `initials stay with the name`() throws {
    let copy = "He met Mara J. Holt there. She knew Mara J. Holt well.\n"
    #expect(try texts(mine([copy])) == ["Mara J. Holt"])
    #expect(try texts(mine(["Viajó a EE. UU. ayer. Vive en EE. UU. ahora.\n"], language: "es")) == ["EE. UU."])
  }

  @Test func `samples come from different articles`() throws {
    let result = try mine(
      ["one", "two", "three", "four", "five"].map { "Story \($0) is about Lake Ostrum. Nobody swims in Lake Ostrum.\n" }
    )
    let term = try #require(result.concepts.first?.terms.first)
    #expect(term.samples.map(\.place.path) == ["0.txt", "1.txt", "2.txt"])
    #expect(term.articleCount == 5)
  }

  @Test func `the order of equal articles changes nothing but the samples`() throws {
    let copies = ["She left Port Halvard for Lake Ostrum.\n", "He left Lake Ostrum for Port Halvard.\n"]
    #expect(try texts(mine(copies)) == texts(mine(copies.reversed())))
  }

  @Test func `Spanish names keep their articles and particles`() throws {
    let copy =
      "El director viajó a El Carmelo ayer. Nadie vive en El Carmelo. La Junta de Aguas de Oriela no vino. "
      + "Habló la Junta de Aguas de Oriela.\n"
    let found = Set(try texts(mine([copy], language: "es")))
    #expect(found == ["El Carmelo", "Junta de Aguas de Oriela"])
  }

  @Test func `the proposals are a glossary that no rule obeys yet`() throws {
    let result = try mine(["She left Port Halvard. He left Port Halvard.\n"])
    let yaml = GlossaryWriter.write(result.glossary(id: "mined"))
    let glossary = try GlossaryReader.read(InputText(path: "mined.yml", text: yaml)).glossary
    let concept = try #require(glossary.concepts.first)
    #expect(concept.id == "port-halvard")
    #expect(concept.state == .proposed)
    #expect(concept.note == "Mined: Port Halvard (en): 2 in 1 article")
    #expect(concept.terms.map(\.contexts) == [["She left Port Halvard."]])
    #expect(glossary.approved.concepts.isEmpty)
  }
}
