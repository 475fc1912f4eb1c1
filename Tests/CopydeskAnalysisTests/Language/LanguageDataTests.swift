// SPDX-License-Identifier: Apache-2.0

import CopydeskAnalysis
import CopydeskArticles
import CopydeskICU
import CopydeskText
import CopydeskYAML
import Testing

@Suite struct LanguageDataTests {
  @Test func `every target language has data`() {
    let targets = ["cs", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk"]
    #expect(LanguageData.languages == targets)
  }

  @Test(arguments: LanguageData.languages)
  func `a language file has words of every kind`(_ language: String) throws {
    let data = LanguageData.data(for: try #require(LanguageTag(language)))
    #expect(data.language == language)
    #expect(data.abbreviations.count > 60)
    #expect(data.numberAbbreviations.count > 5)
    #expect(data.nameParticles.count > 30)
    #expect(data.personTitles.count > 80)
    #expect(data.doubledWords.count > 3)
    #expect(data.functionWords.count > 100)
    #expect(data.formerWords.contains(TokenKey.key(of: "ex")))
    #expect(!data.dateConnectors.isEmpty && !data.eras.isEmpty)
  }

  @Test(arguments: DataFile.languages)
  func `a list names nothing twice`(_ file: DataFile) throws {
    for (key, texts) in try file.lists() {
      #expect(Set(texts).count == texts.count, "\(key)")
    }
  }

  @Test(arguments: DataFile.languages)
  func `lists of lower-case words are folded and everything is composed`(_ file: DataFile) throws {
    let folded: Set = ["articles", "name-particles", "title-case-minor", "doubled-words", "function-words"]
    for (key, texts) in try file.lists() {
      for text in texts {
        let composed = String(decoding: try Normalization.normalized(Array(text.utf8)[...]), as: UTF8.self)
        #expect(Array(composed.utf8) == Array(text.utf8))
        if folded.contains(key) { #expect(text == text.lowercased() && !text.contains("’")) }
      }
    }
  }

  @Test(arguments: DataFile.languages)
  func `language files have the same keys in the same order`(_ file: DataFile) throws {
    #expect(try file.root().entries?.map(\.key) == DataFile.languages[0].root().entries?.map(\.key))
  }

  @Test func `a period behind an abbreviation ends no sentence`() throws {
    let cases = [
      ("en", "He met Sen. Rubio on Jan. 5. They talked.", 2),
      ("en", "It ranks No. 5 now. She said no. The vote failed.", 3),
      ("es", "Viajó a EE. UU. con la Sra. Ruiz. Volvió ayer.", 2),
      ("de", "Das sagte Dr. Weber, z. B. im Rat. Er blieb bei Nr. 5 stehen.", 2),
      ("fr", "M. Dupont a répondu. Il a cité l’art. 5 du texte.", 2),
      ("ru", "Он живет на ул. Ленина. Она уехала.", 2),
      ("pl", "Powiedział prof. Nowak. Wyszedł o godz. 15 z sali.", 2),
    ]
    for (language, text, count) in cases {
      #expect(try sentences(of: text, in: language) == count, "\(text)")
    }
  }

  @Test func `an unknown key names the nearest known one`() throws {
    let yaml = "language: xx\narticle: [a]\n"
    let error = #expect(throws: DataFileError.self) {
      try LanguageData(yaml: Array(yaml.utf8), path: "xx.yml")
    }
    #expect(error?.description == "xx.yml:2:1: unknown key “article”; did you mean “articles”")
  }

  private func sentences(of text: String, in language: String) throws -> Int {
    let article = try ArticleReader.read(InputText(path: "test", text: text), as: .text)
    return ArticleAnalysis(article, context: AnalysisContext(language: try #require(LanguageTag(language)))).sentences
      .count
  }
}
