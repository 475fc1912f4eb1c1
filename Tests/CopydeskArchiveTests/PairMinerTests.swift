// SPDX-License-Identifier: Apache-2.0

import CopydeskAnalysis
import CopydeskArchive
import CopydeskTerminology
import CopydeskText
import Testing

@Suite struct PairMinerTests {
  private func mine(
    _ pairs: [(source: String, target: String)], from source: String = "es", to target: String = "en",
    minimumCount: Int = 2
  ) throws -> MiningResult {
    let copies = try pairs.enumerated().map { index, pair in
      AlignedCopy(
        source: try analysis(pair.source, source, path: "\(index).\(source).txt"),
        target: try analysis(pair.target, target, path: "\(index).\(target).txt"))
    }
    var miner = PairMiner(minimumCount: minimumCount, limit: 50)
    for copy in copies { miner.add(PairMiner.firstLook(at: copy)) }
    let ranking = miner.rank()
    for copy in copies { miner.add(PairMiner.secondLook(at: copy, ranking: ranking)) }
    let choice = miner.choose(ranking)
    for copy in copies { miner.add(PairMiner.thirdLook(at: copy, choice: choice)) }
    return miner.result(choice)
  }

  private func terms(_ concept: MinedConcept?, _ language: String) -> [String] {
    concept?.terms.filter { $0.language.language == language }.map(\.text) ?? []
  }

  static let court: [(source: String, target: String)] = [
    (
      "Ayer habló el Tribunal Marítimo de Oriela sobre el puerto.\n",
      "Yesterday the Maritime Court of Oriela spoke on the port.\n"
    ),
    (
      "El alcalde criticó al Tribunal Marítimo de Oriela otra vez.\n",
      "The mayor criticized the Maritime Court of Oriela again.\n"
    ),
    (
      "Nadie teme al Tribunal Marítimo de Oriela en esa ciudad.\n",
      "Nobody fears the Maritime Tribunal of Oriela in that city.\n"
    ),
  ]

  @Test func `a name has its renderings, the commonest first`() throws {
    let result = try mine(PairMinerTests.court)
    let concept = try #require(result.concepts.first { terms($0, "es") == ["Tribunal Marítimo de Oriela"] })
    #expect(terms(concept, "en") == ["Maritime Court of Oriela", "Maritime Tribunal of Oriela"])
    #expect(concept.terms.map(\.count) == [3, 2, 1])
    #expect(concept.terms[1].samples.first?.sentence == "Yesterday the Maritime Court of Oriela spoke on the port.")
  }

  @Test func `the commonest rendering is preferred and the others are proposed`() throws {
    let glossary = try mine(PairMinerTests.court).glossary(id: "mined")
    let concept = try #require(glossary.concepts.first { $0.terms.first?.text == "Tribunal Marítimo de Oriela" })
    #expect(concept.id == "maritime-court-of-oriela")
    #expect(concept.terms.map(\.status) == [.preferred, .preferred, .proposed])
  }

  @Test func `a name in another script is found by its sound`() throws {
    let result = try mine(
      [
        ("Вчера Громовецкий уехал.\n", "Gromovetsky left yesterday.\n"),
        ("Говорил Громовецкий долго.\n", "Gromovetsky spoke at length.\n"),
      ], from: "ru", to: "en")
    #expect(terms(result.concepts.first, "ru") == ["Громовецкий"])
    #expect(terms(result.concepts.first, "en") == ["Gromovetsky"])
  }

  @Test func `the case forms of a name are one rendering`() throws {
    let result = try mine(
      [
        ("The mayor said that Gromovetsky left.\n", "Мэр сказал, что уехал Громовецкий.\n"),
        ("They saw Gromovetsky there.\n", "Они видели Громовецкого там.\n"),
        ("Nobody met Gromovetsky.\n", "Никто не встретил Громовецкого.\n"),
      ], from: "en", to: "ru")
    let term = try #require(result.concepts.first?.terms.last)
    #expect(term.text == "Громовецкого")
    #expect(term.forms == ["Громовецкий"])
    #expect(term.count == 3)
    #expect(result.glossary(id: "mined").concepts.first?.terms.last?.forms == ["Громовецкий"])
  }

  @Test func `what stands before a name on one side only is no part of it`() throws {
    let result = try mine([
      ("Ayer llegó Sebastián Ostrander a la ciudad.\n", "Yesterday Dutchman Sebastian Ostrander came to the city.\n"),
      (
        "Nadie conoce a Sebastián Ostrander en la ciudad.\n", "Nobody knows Dutchman Sebastian Ostrander in the city.\n"
      ),
    ])
    #expect(terms(result.concepts.first, "en") == ["Sebastian Ostrander"])
  }

  @Test func `a candidate without a clear translation is named and left out`() throws {
    let result = try mine([
      ("El barrio de Velmira duerme.\n", "The city sleeps.\n"), ("Nadie conoce Velmira.\n", "It is not known.\n"),
    ])
    #expect(result.concepts.isEmpty)
    #expect(result.unmatchedTerms == ["Velmira"])
  }

  @Test func `articles of another pair of languages are counted and left out`() throws {
    let spanish = AlignedCopy(source: try analysis("Uno.\n", "es"), target: try analysis("One.\n", "en"))
    let german = AlignedCopy(source: try analysis("Eins.\n", "de"), target: try analysis("One.\n", "en"))
    var miner = PairMiner(minimumCount: 2, limit: 10)
    miner.add(PairMiner.firstLook(at: spanish))
    miner.add(PairMiner.firstLook(at: german))
    let result = miner.result(miner.choose(miner.rank()))
    #expect(result.articleCount == 1)
    #expect(result.foreignArticleCount == 1)
  }

  @Test func `segments that are as many stand for each other`() throws {
    let copy = AlignedCopy(source: try analysis("Uno.\n\nDos.\n", "es"), target: try analysis("One.\n\nTwo.\n", "en"))
    #expect(copy.pairs.map(\.source) == [0..<1, 1..<2])
    #expect(copy.pairs.map(\.target) == [0..<1, 1..<2])
  }

  @Test func `a paragraph that was split is aligned with both parts`() throws {
    let copy = AlignedCopy(
      source: try analysis(
        "Una frase corta.\n\nEsta es una frase bastante larga sobre el puerto. Y esta es otra frase larga sobre el faro.\n\n"
          + "Final.\n", "es"),
      target: try analysis(
        "A short sentence.\n\nThis is a rather long sentence about the port.\n\nAnd this is another long one about the "
          + "lighthouse.\n\nEnd.\n", "en"))
    #expect(copy.pairs.map(\.source) == [0..<1, 1..<2, 2..<3])
    #expect(copy.pairs.map(\.target) == [0..<1, 1..<3, 3..<4])
  }
}
