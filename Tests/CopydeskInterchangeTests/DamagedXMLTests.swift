// SPDX-License-Identifier: Apache-2.0

import CopydeskInterchange
import CopydeskTerminology
import CopydeskText
import Testing

@Suite("Damaged XML")
struct DamagedXMLTests {
  private static let formats: [GlossaryFormat] = [.tbxBasicDCA, .tbxMinDCT, .tbx2, .xliff, .skos, .tmx]

  /// Damage to the structure, which random bytes seldom do.
  private static let snippets = [
    "<", ">", "</term>", "<term>", "<note/>", "\"", "&lt;", "&x;", "xml:lang=\"\"", "id=\"c1\"", "<!--", "]]>",
    "<![CDATA[",
    "<?x?>", "<langSec xml:lang=\"en\"/>", " type=\"source\"", "\u{FEFF}", "",
  ]

  /// Each piece of damage gives a glossary or an error with places inside of the file, and never a crash.
  @Test("A damaged file is read or refused with a place in it", arguments: formats, Array(0..<6))
  func damage(format: GlossaryFormat, seed: Int) throws {
    var generator = GeneratedGlossary(seed: UInt64(seed + 1000))
    let exported = try #require(GlossaryInterchange.write(generator.glossary(), format: format))
    var state = UInt64(seed &* 7919 &+ 17)
    func number(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    for _ in 0..<25 {
      // Cuts keep whole characters, as decoding does before any reader sees a file.
      var scalars = Array(String(decoding: exported.bytes, as: UTF8.self).unicodeScalars)
      for _ in 0...number(3) {
        let start = number(scalars.count)
        let end = min(scalars.count, start + number(30))
        let snippet = DamagedXMLTests.snippets[number(DamagedXMLTests.snippets.count)]
        scalars.replaceSubrange(start..<end, with: Array(snippet.unicodeScalars))
      }
      var text = ""
      text.unicodeScalars.append(contentsOf: scalars)
      let input = InputText(path: "damaged.xml", text: text)
      let lineCount = LineTable(input.bytes).lineCount
      do throws(GlossaryError) {
        let imported = try GlossaryInterchange.read(
          input, format: format, options: ImportOptions(sourceLanguage: LanguageTag("en")))
        let terms = imported.document.glossary.concepts.flatMap(\.terms)
        #expect(terms.allSatisfy { !$0.text.isEmpty })
      } catch {
        #expect(!error.mistakes.isEmpty)
        #expect(error.mistakes.allSatisfy { (1...lineCount).contains($0.place.line) && $0.place.column > 0 })
      }
    }
  }
}
