// SPDX-License-Identifier: Apache-2.0

import CopydeskInterchange
import CopydeskText
import Testing

@Suite("Format detection")
struct FormatDetectionTests {
  @Test(
    "Names and beginnings tell formats apart",
    arguments: [
      ("a.yml", "glossary: a\nconcepts: []\n", GlossaryFormat.yaml),
      ("a.yml", "extends: substitution\nswap:\n  a: b\n", .valeSubstitution),
      ("prh.yml", "version: 1\nrules: []\n", .prh),
      ("a.tbx", "<?xml version='1.0'?>\n<!-- no <admin> here > -->\n<tbx type='TBX-Min' style='dca'>", .tbxMinDCA),
      ("a.tbx", "<!DOCTYPE martif SYSTEM 'x.dtd'><martif type='TBX'>", .tbx2),
      ("a.tbx", "this is no XML", .tbxBasicDCA),
      ("a.xml", "<xliff version='2.0'>", .xliff),
      ("a.csv", "id,en,es\n1,train,tren\n", .csv),
    ])
  func detection(_ name: String, _ text: String, _ format: GlossaryFormat) {
    #expect(GlossaryFormat.detect(InputText(path: "desk/\(name)", text: text)) == format)
  }

  @Test("XML that is no glossary is not guessed at")
  func unknown() {
    #expect(GlossaryFormat.detect(InputText(path: "a.xml", text: "<rss/>")) == nil)
  }
}
