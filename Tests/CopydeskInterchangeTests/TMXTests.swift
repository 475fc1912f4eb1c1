// SPDX-License-Identifier: Apache-2.0

import CopydeskInterchange
import CopydeskTerminology
import CopydeskText
import Testing

@Suite("TMX")
struct TMXTests {
  private func document(_ units: String, source: String = "en") -> String {
    """
    <?xml version='1.0'?><!DOCTYPE tmx SYSTEM 'tmx14.dtd'>
    <tmx version='1.4'><header srclang='\(source)' segtype='sentence'/><body>
    \(units)
    </body></tmx>
    """
  }

  private func unit(_ english: String, _ spanish: String, note: String = "") -> String {
    "<tu>\(note)<tuv xml:lang='en'><seg>\(english)</seg></tuv><tuv xml:lang='es'><seg>\(spanish)</seg></tuv></tu>\n"
  }

  @Test("Short segments are proposed with their number, the most frequent translation first")
  func mining() throws {
    let imported = try XMLInterchange.read(
      document(
        unit("police", "cuerpo policial", note: "<note>institution</note>") + unit("police", "policía")
          + unit("police", "policía") + unit("Police said it was over.", "Se acabó.")
          + unit("one two three four five six seven", "uno") + unit("12", "12")
          + unit("<bpt i='1'>&lt;b&gt;</bpt>Gulf<ept i='1'>&lt;/b&gt;</ept> of <hi>Mexico</hi>", "Golfo de México")
          + unit("<ph>%s</ph> users", "<ph>%s</ph> usuarios") + unit("Gov.", "Gob.")), .tmx, path: "wire/desk.tmx")
    let glossary = imported.document.glossary
    #expect(glossary.id == "desk")
    #expect(glossary.concepts.map(\.id) == ["police", "gulf-of-mexico", "gov"])
    #expect(glossary.concepts.map(\.state) == [.proposed, .proposed, .proposed])
    #expect(
      XMLInterchange.lines(glossary.concepts.first) == [
        "en preferred police", "es preferred policía", "es admitted cuerpo policial",
      ])
    #expect(
      glossary.concepts.map(\.sources) == [["desk.tmx: 3 segments"], ["desk.tmx: 1 segment"], ["desk.tmx: 1 segment"]])
    #expect(glossary.concepts.first?.note == "institution")
    #expect(
      imported.losses.summary == [
        "segment is no short term and is left out: 4 (first: “Police said it was over.” (en), line 6)"
      ])
  }

  @Test("Scripts without spaces are measured in letters")
  func unspacedScripts() throws {
    let unit =
      "<tu><tuv xml:lang='en'><seg>Ministry</seg></tuv><tuv xml:lang='zh'><seg>外交部</seg></tuv>"
      + "<tuv xml:lang='ja'><seg>外務省の発表によると本日の会議は中止</seg></tuv></tu>"
    let concept = try XMLInterchange.read(document(unit), .tmx).document.glossary.concepts.first
    #expect(XMLInterchange.lines(concept) == ["en preferred Ministry", "zh preferred 外交部"])
  }

  @Test("The direction can be chosen, and a memory of all languages takes its first")
  func direction() throws {
    let text = document(unit("police", "policía"), source: "*all*")
    let spanish = try XMLInterchange.read(text, .tmx, source: "es", target: "en").document.glossary.concepts.first
    #expect(XMLInterchange.lines(spanish) == ["es preferred policía", "en preferred police"])
    let first = try XMLInterchange.read(text, .tmx).document.glossary.concepts.first
    #expect(XMLInterchange.lines(first) == ["en preferred police", "es preferred policía"])
    let other = try XMLInterchange.read(text, .tmx, source: "en", target: "fr").document.glossary
    #expect(other.concepts.isEmpty)
  }

  @Test("A unit without its parts is a mistake")
  func mistakes() {
    #expect(
      XMLInterchange.errors(
        document("<tu><tuv><seg>x</seg></tuv><tuv xml:lang='?'><seg>y</seg></tuv><tuv xml:lang='es'/></tu><unit/>"),
        .tmx)
        == [
          "3:5: “tuv” needs the attribute “xml:lang” with a language tag such as en or es-MX",
          "3:28: “?” is no language tag; expected a BCP 47 tag such as en or es-MX",
          "3:64: “tuv” has no “seg” with its text",
          "3:89: “unit” cannot stand in “body”; expected “tu”",
        ])
    #expect(
      XMLInterchange.errors("<tmx><header srclang='en'/></tmx>", .tmx) == [
        "1:1: “tmx” has no “body” with translation units"
      ])
    #expect(XMLInterchange.errors("<a/>", .tmx) == ["1:1: the root element is “a”; expected “tmx”"])
  }

  @Test("Each allowed term is written once with the translation to use")
  func writing() throws {
    let exported = try #require(GlossaryInterchange.write(XMLInterchange.sample(), format: .tmx))
    #expect(
      String(decoding: exported.bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <tmx version="1.4">
          <header creationtool="Copydesk" creationtoolversion="1" segtype="phrase" o-tmf="Copydesk" adminlang="en" \
        srclang="en" datatype="plaintext"/>
          <body>
            <tu tuid="prison-gang">
              <tuv xml:lang="en">
                <seg>prison gang</seg>
              </tuv>
              <tuv xml:lang="es">
                <seg>banda carcelaria</seg>
              </tuv>
            </tu>
            <tu tuid="prison-gang.2">
              <tuv xml:lang="en">
                <seg>jail gang</seg>
              </tuv>
              <tuv xml:lang="es">
                <seg>banda carcelaria</seg>
              </tuv>
            </tu>
            <tu tuid="gang">
              <tuv xml:lang="en">
                <seg>gang</seg>
              </tuv>
              <tuv xml:lang="es">
                <seg>banda</seg>
              </tuv>
            </tu>
          </body>
        </tmx>

        """)
    let lost = exported.losses.summary
    #expect(lost.contains("term is left out for want of a second translation: 1 (first: “pandilla” (es))"))
    #expect(lost.contains("concept is not approved and left out: 1 (first: idea)"))
  }
}
