// SPDX-License-Identifier: Apache-2.0

import CopydeskAnalysis
import CopydeskArticles
import CopydeskText
import Testing

@Suite struct ForeignRunFinderTests {
  /// Copy and its runs as `language extent setting: text`.
  struct Case: CustomTestStringConvertible, Sendable {
    var language = "en"
    var source: String?
    let copy: String
    let runs: [String]
    var testDescription: String { "\(source ?? "?")-\(language): \(copy)" }
  }

  private func runs(_ item: Case) throws -> [String] {
    let article = try ArticleReader.read(InputText(path: "story.txt", text: item.copy), as: .text)
    let context = AnalysisContext(
      language: try #require(LanguageTag(item.language)),
      sourceLanguage: try item.source.map { try #require(LanguageTag($0)) })
    let analysis = ArticleAnalysis(article, context: context)
    return analysis.foreignRuns.map {
      "\($0.language) \($0.extent) \($0.setting): \(analysis.string(in: analysis.range(of: $0.tokens)))"
    }
  }

  @Test(arguments: [
    Case(
      source: "es", copy: "The mayor thanked los vecinos que ayudaron after the storm.",
      runs: ["es phrase copy: los vecinos que ayudaron"]),
    Case(
      copy: "The mayor thanked los vecinos que ayudaron con la limpieza after the storm.",
      runs: ["es phrase copy: los vecinos que ayudaron con la limpieza"]),
    Case(
      language: "pt", source: "es", copy: "O prefeito agradeceu ayer por la noche a todos os vizinhos.",
      runs: ["es phrase copy: ayer por la noche"]),
    Case(
      language: "uk", source: "ru", copy: "Міська рада вирішила, что работы начнутся сразу, і виділила кошти.",
      runs: ["ru phrase copy: что работы начнутся сразу"]),
    Case(
      language: "ja", source: "en", copy: "市長は the bridge will be closed と述べた。",
      runs: ["en phrase copy: the bridge will be closed"]),
    Case(
      source: "ru", copy: "The mayor said that мост закроют на ремонт until June.",
      runs: ["ru phrase copy: мост закроют на ремонт"]),
  ])
  func `a phrase in another language is found`(_ item: Case) throws {
    let found = try runs(item)
    #expect(found == item.runs)
  }

  @Test(arguments: [
    Case(
      source: "es", copy: "The bridge is closed. El alcalde no quiso dar más detalles. Traffic is slow.",
      runs: ["es sentence copy: El alcalde no quiso dar más detalles"]),
    Case(
      source: "fr",
      copy: "The bridge is closed. The mayor is sorry.\n\n« On rouvrira en juin », a dit le maire de la ville.",
      runs: ["fr sentence copy: On rouvrira en juin », a dit le maire de la ville"]),
    // With English as the source, a sentence in a third language is a leftover too.
    Case(
      language: "de", source: "en",
      copy: "Die Brücke ist zu. El alcalde no quiso dar más detalles sobre las obras. Der Verkehr stockt.",
      runs: ["es sentence copy: El alcalde no quiso dar más detalles sobre las obras"]),
    Case(
      language: "uk", source: "en",
      copy:
        "Міська рада виділила кошти. Каждый новый автобус обойдётся бюджету примерно в два миллиона. Роботи почнуться.",
      runs: ["ru sentence copy: Каждый новый автобус обойдётся бюджету примерно в два миллиона"]),
    Case(
      language: "es", source: "en", copy: "Mayor Says Old Bridge Will Stay Closed Until Next Summer",
      runs: ["en sentence copy: Mayor Says Old Bridge Will Stay Closed Until Next Summer"]),
  ])
  func `a sentence in another language is found`(_ item: Case) throws {
    let found = try runs(item)
    #expect(found == item.runs)
  }

  @Test(arguments: [
    Case(
      source: "es", copy: "Maria de los Angeles Fernandez de la Vega spoke in Santa Cruz de la Sierra.",
      runs: ["es phrase name: Maria de los Angeles Fernandez de la Vega"]),
    Case(
      language: "de", source: "fr", copy: "Das teilte die Autorité des marchés financiers mit.",
      runs: ["fr phrase name: Autorité des marchés financiers"]),
    Case(
      source: "es", copy: "She starred in “Los vecinos que nunca dormían” for years.",
      runs: ["es phrase quotation: Los vecinos que nunca dormían"]),
    Case(
      source: "es", copy: "The plan (plan para la mejora de las calles del centro) was dropped.",
      runs: ["es phrase quotation: para la mejora de las calles del centro"]),
  ])
  func `names and quotations are told from running copy`(_ item: Case) throws {
    let found = try runs(item)
    #expect(found == item.runs)
  }

  @Test(arguments: [
    Case(source: "es", copy: "They looked at the sea. De la Rosa kept silent.", runs: []),
    Case(source: "fr", copy: "The coup d'état was a fait accompli, a de facto raison d’être.", runs: []),
    Case(language: "cs", source: "en", copy: "Byl to faux pas a podle trenéra nebylo to fair play.", runs: []),
    Case(language: "fr", source: "en", copy: "Le fact checking et le big data sont à la mode.", runs: []),
    // Swedish has no table, so nothing can be said of its words.
    Case(language: "sv", source: "en", copy: "Borgmästaren sade att the bridge will be closed i juni.", runs: []),
  ])
  func `borrowed phrases and languages without data stay silent`(_ item: Case) throws {
    let found = try runs(item)
    #expect(found == item.runs)
  }
}
