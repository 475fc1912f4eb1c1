// SPDX-License-Identifier: Apache-2.0

import CopydeskLanguageData
import CopydeskText
import Testing

@Suite struct WordTableTests {
  @Test func `tables are sorted and hold what their generator promises`() {
    let languages = WordTable.all.map(\.language)
    #expect(languages == languages.sorted())
    for table in WordTable.all {
      #expect((63_000...64_000).contains(table.wordCount), "\(table.language)")
      #expect((60...110).contains(table.rarest), "\(table.language)")
    }
  }

  // The keys come from the generator, so the tokenizer and the tables cannot drift apart.
  @Test(
    arguments: [
      ("the", 0x3627_5828_1e1e_46d7), ("señor", 0xa2d1_379c_d51d_0a05), ("L’", 0x0408_02bf_87fd_6c46),
      ("Ёлка", 0x7214_71b0_e170_ad08), ("Straße", 0xeecf_a71d_af24_77a3), ("пʼять", 0x7712_c724_5ca0_f36d),
    ] as [(String, UInt64)])
  func `a word has the key its table was made with`(word: String, key: UInt64) {
    #expect(TokenKey.key(of: word) == key)
  }

  @Test(
    arguments: [
      ("en", "the", 240...255), ("en", "president", 165...195), ("es", "señor", 165...195), ("de", "Straße", 150...190),
      ("fr", "l'", 220...240), ("ru", "ёлка", 90...140), ("uk", "п'ять", 150...190), ("cs", "že", 215...240),
    ] as [(String, String, ClosedRange<UInt8>)])
  func `a word has about the level of its frequency`(language: String, word: String, levels: ClosedRange<UInt8>) throws
  {
    let table = try #require(WordTable.table(for: language))
    let level = try #require(table.level(ofKey: TokenKey.key(of: word)))
    #expect(levels.contains(level), "\(level)")
  }

  @Test func `an unknown word has no level`() throws {
    let english = try #require(WordTable.table(for: "en"))
    #expect(english.level(ofKey: TokenKey.key(of: "dactiloscopista")) == nil)
    #expect(english.level(ofKey: TokenKey.key(of: "президент")) == nil)
    #expect(WordTable.table(for: "tlh") == nil)
  }
}
