// SPDX-License-Identifier: Apache-2.0

import CopydeskAnalysis
import CopydeskICU
import CopydeskText
import Testing

@Suite struct WritingSystemTests {
  @Test(arguments: [
    ("en-GB", ["Latn"]), ("uk", ["Cyrl"]), ("sr", ["Cyrl"]), ("sr-Latn", ["Latn"]), ("el", ["Grek"]), ("he", ["Hebr"]),
    ("ja", ["Hani", "Hira", "Kana"]), ("ko", ["Hang", "Hani"]), ("zh-TW", ["Hani", "Bopo"]), ("hy", ["Armn"]),
  ])
  func `a language has the scripts CLDR gives it`(tag: String, scripts: [String]) throws {
    #expect(try #require(LanguageTag(tag)).scripts.map(\.shortName) == scripts)
  }
}
