// SPDX-License-Identifier: Apache-2.0

import CopydeskText
import Testing

@testable import CopydeskInterchange

@Suite struct TableHeaderTests {
  @Test(
    arguments: [
      ("id", "id", nil), ("Entry_ID", "id", nil), ("no", "term", "no"), ("EN", "term", "en"),
      ("es-MX", "term", "es-MX"),
      ("es_MX", "term", "es-MX"), ("term:en", "term", "en"), ("Term (en)", "term", "en"), ("English", "term", "en"),
      ("Spanish (Mexico)", "term", "es-MX"), ("English_United_States", "term", "en-US"), ("en status", "status", "en"),
      ("en_Status", "status", "en"), ("Status [en-GB]", "status", "en-GB"), ("forbidden:ru", "forbidden", "ru"),
      ("English_Def", "definition", "en"), ("note:fr", "term-note", "fr"), ("Note", "note", nil),
      ("Part of Speech", "part-of-speech", nil), ("Do not translate", "do-not-translate", nil),
      ("Preferred term", "preferred", nil), ("Synonyms (de)", "admitted", "de"), ("Concept ID", "id", nil),
      ("Subject field", "domain", nil), ("xml:lang", "language", nil), ("Ukrainian term", "term", "uk"),
    ] as [(String, String, String?)])
  func `a header is understood`(_ header: String, _ field: String, _ language: String?) {
    let found = TableHeader(header)
    #expect(found?.field.rawValue == field)
    #expect(found?.language?.tag == language)
  }

  @Test(arguments: ["", "Priority", "xq", "zz-status", "Term (zz)", "42", "Sheet 1"])
  func `other headers mean nothing`(_ header: String) {
    #expect(TableHeader(header) == nil)
  }
}
