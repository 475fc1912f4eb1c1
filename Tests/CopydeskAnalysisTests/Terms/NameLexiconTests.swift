// SPDX-License-Identifier: Apache-2.0

import CopydeskAnalysis
import CopydeskLanguageData
import CopydeskText
import Testing

@Suite struct NameLexiconTests {
  private func meanings(_ word: String, in lexicon: NameLexicon) throws -> [NameLexicon.Meaning] {
    let text = Array(word.utf8)
    let token = try #require(Tokenizer(language: nil).tokens(in: text).first)
    return lexicon.meanings(of: token, in: text)
  }

  @Test func `every row of the built-in table fills every column`() throws {
    let bytes = try #require(EmbeddedFile.named("lexicons/name-words.tsv")).bytes
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
    let widths = Set(lines.map { $0.split(separator: "\t", omittingEmptySubsequences: true).count })
    #expect(widths == [8])
    #expect(lines.count > 250)
  }

  @Test func `no word stands twice in a cell and none is capitalized`() throws {
    let bytes = try #require(EmbeddedFile.named("lexicons/name-words.tsv")).bytes
    let cells = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .flatMap { $0.split(separator: "\t") }
    let faulty = cells.filter { cell in
      let words = cell.split(separator: ",", omittingEmptySubsequences: false)
      return Set(words).count != words.count || cell.contains(where: \.isUppercase) || words.contains { $0.isEmpty }
    }
    #expect(faulty == [])
  }

  @Test func `words of one row mean the same in their languages`() throws {
    let lexicon = NameLexicon(table: Array("# comment\nen\tes\nhouse\tcasa\nfront,head\tfrente\n".utf8))
    let english = lexicon.languages(try #require(LanguageTag("en-GB")))
    let spanish = lexicon.languages(try #require(LanguageTag("es")))
    let found = try ["House", "CASA", "head"].map { try #require(meanings($0, in: lexicon).first) }
    #expect(found.map(\.row) == [0, 0, 1])
    #expect(found.map(\.languages) == [english, spanish, english])
    #expect(try meanings("mouse", in: lexicon) == [])
    #expect(lexicon.languages(try #require(LanguageTag("ja"))) == [])
  }

  @Test func `a stem stands for its forms with up to three more letters`() throws {
    let lexicon = NameLexicon(table: Array("ru\nпоезд*\n".utf8))
    let found = try ["Поезд", "поездами", "поездатый", "поез"].map { try !meanings($0, in: lexicon).isEmpty }
    #expect(found == [true, true, false, false])
  }
}
