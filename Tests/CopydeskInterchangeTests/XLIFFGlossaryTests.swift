// SPDX-License-Identifier: Apache-2.0

import CopydeskInterchange
import CopydeskTerminology
import CopydeskText
import Testing

@Suite("XLIFF glossaries")
struct XLIFFGlossaryTests {
  private func document(_ entries: String, target: String = " trgLang='es'") -> String {
    """
    <xliff xmlns='urn:oasis:names:tc:xliff:document:2.0' xmlns:gls='urn:oasis:names:tc:xliff:glossary:2.0' version='2.1'
      srcLang='en'\(target)><file id='f'><unit id='u'>
    \(entries)
    <segment><source>x</source></segment></unit></file></xliff>
    """
  }

  @Test("Entries of all units become concepts, and repeated ones become one")
  func reading() throws {
    let imported = try XMLInterchange.read(
      document(
        """
        <gls:glossary><gls:glossEntry id='strike' ref='#m1'><gls:term source='desk'>strike</gls:term>
        <gls:translation id='t' source='union'>huelga</gls:translation><gls:definition source='law'>No work.</gls:definition>
        </gls:glossEntry></gls:glossary>
        <gls:glossary><gls:glossEntry id='strike'><gls:term>strike</gls:term><gls:translation>paro</gls:translation>
        </gls:glossEntry><gls:glossEntry><gls:term>strike</gls:term><gls:definition>A hit.</gls:definition>
        <x:y xmlns:x='other'/></gls:glossEntry></gls:glossary>
        """), .xliff)
    let concepts = imported.document.glossary.concepts
    #expect(concepts.map(\.id) == ["strike", "strike-2"])
    #expect(XMLInterchange.lines(concepts.first) == ["en preferred strike", "es preferred huelga", "es admitted paro"])
    #expect(concepts.first?.terms.map(\.source) == ["desk", "union", nil])
    #expect(concepts.map(\.definition) == ["No work.", "A hit."])
    #expect(concepts.first?.sources == ["law"])
    #expect(imported.document.glossary.languages.map(\.tag) == ["en", "es"])
    #expect(
      imported.losses.summary == [
        "ref to a place in the document is left out: 1 (first: “strike” (en), line 3)",
        "y has no place in a glossary: 1 (first: “strike” (en), line 8)",
      ])
  }

  @Test("TBX that stands in a document without the module is read")
  func embedded() throws {
    let imported = try XMLInterchange.read(
      document(
        """
        <martif type='TBX' xml:lang='en' xmlns='urn:iso:std:iso:30042:ed-1:v1:en'><text><body><termEntry xml:id='e1'>
        <langSet xml:lang='en'><ntig><termGrp><term>harvest</term></termGrp></ntig></langSet></termEntry></body></text></martif>
        """), .xliff)
    #expect(imported.document.glossary.concepts.map(\.id) == ["e1"])
    #expect(XMLInterchange.lines(imported.document.glossary.concepts.first) == ["en preferred harvest"])
  }

  @Test("Entries that the module does not allow are mistakes")
  func mistakes() {
    #expect(
      XMLInterchange.errors(
        document(
          """
          <gls:glossary><gls:glossEntry id='a'><gls:term>x</gls:term></gls:glossEntry>
          <gls:glossEntry id='a'><gls:term> </gls:term><gls:translation>y</gls:translation></gls:glossEntry>
          <gls:glossEntry><gls:translation>y</gls:translation></gls:glossEntry>
          <gls:glossEntry>"<gls:term>x</gls:term><gls:definition>z</gls:definition><gls:translation>y</gls:translation>
          </gls:glossEntry></gls:glossary>
          """), .xliff) == [
          "3:15: “glossEntry” has neither “translation” nor “definition”; expected one of them",
          "4:1: the id “a” is taken by the element of line 3 of this glossary",
          "4:24: “term” is empty; expected the text of a term",
          "5:1: “glossEntry” does not start with “term”",
          "6:17: text cannot stand in “glossEntry” by itself; expected “term”",
          "6:74: “translation” cannot stand here in “glossEntry”; expected one “term”, then each “translation”, then "
            + "one “definition”",
        ])
    #expect(
      XMLInterchange.errors(document(""), .xliff) == [
        "1:1: the document has no glossary; expected “glossary” of the namespace "
          + "“urn:oasis:names:tc:xliff:glossary:2.0”"
      ])
    let entry =
      "<gls:glossary><gls:glossEntry><gls:term>x</gls:term><gls:translation>y</gls:translation></gls:glossEntry></gls:glossary>"
    #expect(
      XMLInterchange.errors(document(entry, target: ""), .xliff) == [
        "3:53: the document has a translation and no target language; expected “trgLang” on “xliff”"
      ])
    #expect(XMLInterchange.errors("<xliff xmlns='urn:oasis:names:tc:xliff:document:1.2'/>", .xliff).count == 1)
  }

  @Test("Each allowed term of the source language is an entry with all its translations")
  func writing() throws {
    let exported = try #require(GlossaryInterchange.write(XMLInterchange.sample(), format: .xliff))
    #expect(
      String(decoding: exported.bytes, as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" \
        version="2.0" srcLang="en" trgLang="es">
          <file id="f1">
            <unit id="glossary" translate="no">
              <gls:glossary>
                <gls:glossEntry id="prison-gang">
                  <gls:term source="wire">prison gang</gls:term>
                  <gls:translation>banda carcelaria</gls:translation>
                  <gls:translation>pandilla</gls:translation>
                  <gls:definition source="style guide">A gang of &lt;inmates&gt;.</gls:definition>
                </gls:glossEntry>
                <gls:glossEntry id="prison-gang.2">
                  <gls:term>jail gang</gls:term>
                  <gls:translation>banda carcelaria</gls:translation>
                  <gls:translation>pandilla</gls:translation>
                  <gls:definition source="style guide">A gang of &lt;inmates&gt;.</gls:definition>
                </gls:glossEntry>
                <gls:glossEntry id="gang">
                  <gls:term>gang</gls:term>
                  <gls:translation>banda</gls:translation>
                </gls:glossEntry>
              </gls:glossary>
              <segment>
                <source>Desk</source>
              </segment>
            </unit>
          </file>
        </xliff>

        """)
    let lost = exported.losses.summary
    #expect(lost.contains("term is forbidden and left out: 1 (first: “con crew” (en))"))
    #expect(lost.contains("term is superseded and left out: 1 (first: “mara” (es))"))
    #expect(lost.contains("term is in another language and left out: 1 (first: “Gefängnisbande” (de))"))
    #expect(lost.contains("concept is not approved and left out: 1 (first: idea)"))
    #expect(lost.contains("external-ids is left out: 1 (first: prison-gang)"))
    let read = try XMLInterchange.read(String(decoding: exported.bytes, as: UTF8.self), .xliff)
    #expect(read.document.glossary.concepts.map(\.id) == ["prison-gang", "prison-gang.2", "gang"])
  }

  @Test("The direction can be chosen")
  func direction() throws {
    let options = ExportOptions(sourceLanguage: LanguageTag("es"), targetLanguage: LanguageTag("de"))
    let exported = try #require(GlossaryInterchange.write(XMLInterchange.sample(), format: .xliff, options: options))
    let read = try XMLInterchange.read(String(decoding: exported.bytes, as: UTF8.self), .xliff)
    #expect(
      read.document.glossary.concepts.map(XMLInterchange.lines) == [
        ["es preferred banda carcelaria", "de preferred Gefängnisbande"],
        ["es preferred pandilla", "de preferred Gefängnisbande"],
      ])
  }
}
