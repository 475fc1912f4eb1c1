// SPDX-License-Identifier: Apache-2.0

import CopydeskXML
import Testing

@Suite("XML parser")
struct XMLParserTests {
  private func parse(_ text: String) throws(XMLError) -> XMLElement { try XMLParser.parse(Array(text.utf8)) }

  private func error(_ text: String, limits: XMLLimits = XMLLimits()) -> String? {
    do throws(XMLError) {
      _ = try XMLParser.parse(Array(text.utf8), limits: limits)
      return nil
    } catch {
      return error.description
    }
  }

  @Test("Elements and texts know their line, their column in code points and their bytes")
  func places() throws {
    let source = "\u{FEFF}<a>\n  <é>ž<b/>x</é></a>"
    let root = try parse(source)
    let inner = try #require(root.elements.first)
    #expect(root.place == XMLPlace(line: 1, column: 1, offset: 3))
    #expect(inner.place == XMLPlace(line: 2, column: 3, offset: 9))
    #expect(inner.elements.map(\.place) == [XMLPlace(line: 2, column: 7, offset: 15)])
    #expect(inner.elements.map(\.endOffset) == [19])
    #expect(inner.endOffset == source.utf8.count - 4)
    #expect(root.endOffset == source.utf8.count)
    guard case .text(let text)? = inner.children.last else {
      Issue.record("the last child is no text")
      return
    }
    #expect(text == XMLText(text: "x", place: XMLPlace(line: 2, column: 11, offset: 19), byteCount: 1))
  }

  @Test("A reference, a CDATA section and a line end keep the bytes they take")
  func pieces() throws {
    let source = "<a>x&amp;y<![CDATA[<z>]]>\r\nw</a>"
    let root = try parse(source)
    #expect(root.text == "x&y<z>\nw")
    let pieces = root.children.compactMap { node in
      if case .text(let piece) = node { piece } else { nil }
    }
    let bytes = Array(source.utf8)
    let written = pieces.map {
      String(decoding: bytes[$0.place.offset..<$0.place.offset + $0.byteCount], as: UTF8.self)
    }
    #expect(zip(pieces, written).allSatisfy { $0.text == $1 || ["&amp;", "\r\n"].contains($1) })
    #expect(written.contains("&amp;"))
  }

  @Test("Prefixes stand for namespaces, in elements and attributes")
  func namespaces() throws {
    let root = try parse("<a xmlns='one' xmlns:p='two' p:k='1' k='2' xml:lang='de'><p:b/></a>")
    #expect(root.name == XMLName("a", namespace: "one"))
    #expect(root.attribute("k", namespace: "two") == "1")
    #expect(root.attribute("k") == "2")
    #expect(root.language == "de")
    #expect(root.elements.map(\.name) == [XMLName("b", namespace: "two")])
  }

  @Test("A document of many batches comes through whole")
  func batches() throws {
    let count = 10_000
    let root = try parse("<a>" + (0..<count).map { "<b n='\($0)' m='x'>\($0)</b>" }.joined() + "</a>")
    #expect(root.elements.map(\.text) == (0..<count).map(String.init))
    #expect(root.elements.map { $0.attribute("n") } == (0..<count).map(String.init))
  }

  @Test("Entries are handed over whole and stay in the tree without what they hold")
  func handingOver() throws {
    var entries: [XMLElement] = []
    let root = try XMLParser.parse(Array("<a><e n='1'>x<f/></e><g/><e n='2'><f>y</f></e></a>".utf8), handingOver: ["e"])
    {
      entries.append($0)
    }
    #expect(entries.map(\.text) == ["x", "y"])
    #expect(entries.map { $0.elements.count } == [1, 1])
    #expect(root.elements.map(\.name.local) == ["e", "g", "e"])
    #expect(root.elements.map { $0.attribute("n") } == ["1", nil, "2"])
    #expect(root.elements.flatMap(\.children).isEmpty)
    // Nobody looks into entries without a handler; an entry inside of another is part of it.
    let nested = Array("<a><e><e>x</e></e><g>y</g><e/></a>".utf8)
    let frame = try XMLParser.parse(nested, handingOver: ["e"], to: nil)
    #expect(frame.elements.map(\.name.local) == ["e", "g", "e"])
    #expect(frame.elements.map(\.text) == ["", "y", ""])
    #expect(frame.elements.map(\.endOffset) == [18, 26, 30])
  }

  @Test("Entities of the document are expanded, also where a batch ends inside")
  func entities() throws {
    let items = String(repeating: "<b>t</b>", count: 3000)
    let root = try parse("<!DOCTYPE a [<!ENTITY e \"\(items)\"><!ENTITY n \"&#160;\">]><a>&e;<c>1&n;2</c></a>")
    #expect(root.elements.count == 3001)
    #expect(root.elements.last?.text == "1\u{A0}2")
  }

  @Test("A document type with an address is passed over")
  func documentType() throws {
    let root = try parse("<!DOCTYPE martif SYSTEM 'TBXcoreStructV02.dtd'><martif type='TBX'/>")
    #expect(root.attribute("type") == "TBX")
  }

  @Test("The declared encoding is not believed: the bytes are UTF-8")
  func declaredEncoding() throws {
    let root = try parse("<?xml version='1.0' encoding='windows-1252'?><a>ñ</a>")
    #expect(root.text == "ñ")
    #expect(
      XMLDeclaration.encoding(in: Array("<?xml version='1.0' encoding = \"windows-1252\" ?><a/>".utf8))
        == "windows-1252")
    #expect(XMLDeclaration.encoding(in: Array("\u{FEFF}<?xml encoding='UTF-8'?>".utf8)) == "UTF-8")
    #expect(XMLDeclaration.encoding(in: Array("<?xml version='1.0'?><a encoding='x'/>".utf8)) == nil)
    #expect(XMLDeclaration.encoding(in: Array("<?xml version='1.0' encoding='".utf8)) == nil)
    // The bytes are ASCII, so this cannot be true.
    #expect(XMLDeclaration.encoding(in: Array("<?xml version='1.0' encoding='UTF-16'?><a/>".utf8)) == nil)
  }

  @Test(
    "What is no well-formed XML is refused with its place",
    arguments: [
      ("", "1:1: the document is empty; expected an XML element"),
      ("  \n", "2:1: the document has no element"),
      ("<a>\n<b>\n</a>", "3:3: this end tag does not belong to the element “b” of line 2; expected </b>"),
      ("<a>\n  <b>x", "2:7: the document ends inside of the element “b” of line 2; expected </b>"),
      ("<a><b", "1:4: the document ends inside of the element “a” of line 1; expected </a>"),
      ("<a x='1' x='2'/>", "1:10: the document is no well-formed XML: duplicate attribute"),
      ("<a>&nbsp;</a>", "1:4: the document is no well-formed XML: undefined entity"),
      ("<a>\u{1}</a>", "1:4: the document is no well-formed XML: not well-formed (invalid token)"),
      ("<p:a/>", "1:1: the document is no well-formed XML: unbound prefix"),
      ("<a/><b/>", "1:5: the document is no well-formed XML: junk after document element"),
      ("id,term\n1,2", "1:1: the document is no well-formed XML: syntax error"),
    ])
  func brokenDocument(source: String, message: String) {
    #expect(error(source) == message)
  }

  @Test("Nothing outside of the document is read")
  func externalEntities() {
    #expect(
      error("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<a>&e;</a>")
        == "2:4: the entity refers to “file:///etc/passwd”; nothing outside of the document is read")
    #expect(
      error("<!DOCTYPE a SYSTEM 'x.dtd'>\n<a>&nbsp;</a>")
        == "2:4: the document does not declare the entity “&nbsp;”; write the character itself")
    #expect(
      error("<!DOCTYPE a [<!ENTITY % p SYSTEM 'file:///etc/passwd'> %p;]>\n<a>&secret;</a>")
        == "2:4: the document does not declare the entity “&secret;”; write the character itself")
  }

  @Test("Entities that grow on expansion are refused before they fill the memory")
  func billionLaughs() {
    var type = "<!DOCTYPE a [<!ENTITY e0 \"laughter and more\">"
    for level in 1...12 {
      type += "<!ENTITY e\(level) \"" + String(repeating: "&e\(level - 1);", count: 10) + "\">"
    }
    #expect(
      error(type + "]><a>&e12;</a>")?.contains("the entities of the document expand to many times its size") == true)
    #expect(
      error(type + "]><a b='&e12;'/>")?.contains("the entities of the document expand to many times its size") == true)
  }

  @Test("Entities that refer to one another in a long row are refused")
  func entityChain() {
    var type = "<!DOCTYPE a [<!ENTITY e0 \"x\">"
    for level in 1...20_000 { type += "<!ENTITY e\(level) \"&e\(level - 1);\">" }
    #expect(error(type + "]><a>&e20000;</a>")?.hasSuffix("the document declares more than 256 entities") == true)
  }

  @Test("Deep nesting, many attributes, huge values and huge documents are refused with what is allowed")
  func limits() {
    let deep = String(repeating: "<a>", count: 100_000)
    #expect(error(deep) == "1:601: the element “a” is nested deeper than 200 levels")
    let wide = "<a " + (0..<300).map { "k\($0)='v'" }.joined(separator: " ") + "/>"
    #expect(error(wide) == "1:1: the element has more than 256 attributes")
    let long = "<a>\n<b k='" + String(repeating: "v", count: 2 << 20) + "'/></a>"
    #expect(error(long) == "2:1: the attribute “k” has 2097152 bytes; at most 1048576 are read")
    var limits = XMLLimits()
    limits.byteCount = 10
    #expect(
      error("<a>12345</a>", limits: limits) == "1:1: the document has 12 bytes; at most 10 are read as one document")
  }

  @Test("A token of many megabytes is scanned once")
  func longToken() {
    let comment = "<a><!--" + String(repeating: "-x", count: 8 << 20) + "--></a>"
    let clock = ContinuousClock()
    let time = clock.measure { _ = try? parse(comment) }
    #expect(time < .seconds(5))
  }

  @Test("White space is collapsed as formats with indentation mean it")
  func collapsedText() throws {
    #expect(try parse("<a>\n\t one <b>two</b>\r\n three\u{A0} </a>").collapsedText == "one two three\u{A0}")
    #expect(try parse("<a> \n <b> </b></a>").collapsedText.isEmpty)
    #expect(try parse("<a>\n <b/> x</a>").strayText == XMLPlace(line: 2, column: 7, offset: 10))
    #expect(try parse("<a>\n <b/> </a>").strayText == nil)
  }
}

@Suite("XML writer")
struct XMLWriterTests {
  @Test("Elements are indented and texts stand on one line")
  func layout() {
    var writer = XMLWriter()
    writer.prolog("<!DOCTYPE a>")
    writer.start("a", [("xml:lang", "en"), ("id", nil)])
    writer.start("b")
    writer.end()
    writer.start("c")
    writer.element("d", text: "x")
    writer.element("e", [("k", "v")])
    writer.end()
    writer.end()
    #expect(
      String(decoding: writer.finished(), as: UTF8.self) == """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE a>
        <a xml:lang="en">
          <b/>
          <c>
            <d>x</d>
            <e k="v"/>
          </c>
        </a>

        """)
  }

  @Test("Whatever is written is read again")
  func roundTrip() throws {
    let text = "a < b && c > \"d\" 'e' ]]> \t x \r\n y 𝄞"
    var writer = XMLWriter()
    writer.element("a", [("k", text)], text: text)
    let root = try XMLParser.parse(writer.finished())
    #expect(root.text == text)
    #expect(root.attribute("k") == text)
  }

  @Test("Characters that XML cannot hold are replaced")
  func forbiddenCharacters() throws {
    var writer = XMLWriter()
    writer.element("a", text: "x\u{0}\u{1B}\u{FFFE}y")
    #expect(try XMLParser.parse(writer.finished()).text == "x\u{FFFD}\u{FFFD}\u{FFFD}y")
  }
}
