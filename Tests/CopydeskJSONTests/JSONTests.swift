// SPDX-License-Identifier: Apache-2.0

import CopydeskJSON
import Testing

@Suite struct JSONParserTests {
  @Test(arguments: [
    ("{\"a\":1", "ends before “}” at byte 6"),
    ("[1,]", "expected a value at byte 3"),
    ("{\"a\" 1}", "expected “:” at byte 5"),
    ("{a:1}", "expected a name in quotes at byte 1"),
    ("01", "something follows the value at byte 1"),
    ("1.", "ends before a digit at byte 2"),
    ("\"a\nb\"", "a control character must be escaped in a string at byte 2"),
    ("\"\\x\"", "“\\” starts no known escape at byte 1"),
    ("\"\\u12g4\"", "“\\u” needs four hexadecimal digits at byte 1"),
    ("\"abc", "the string is not closed at byte 0"),
    ("nul", "ends before “null” at byte 3"),
    ("", "ends before a value at byte 0"),
    ("{} {}", "something follows the value at byte 3"),
  ])
  func `a mistake is named with its place`(_ text: String, _ message: String) {
    let error = #expect(throws: JSONError.self) { try JSONParser.parse(Array(text.utf8)) }
    #expect(error?.description == message)
  }

  @Test(arguments: [
    ("\"\\u00e9\\n\\/\\ud83d\\ude00\"", "é\n/😀"),
    ("\"\\ud83d\"", "\u{FFFD}"),
    ("\"\\ud83dx\\u0041\"", "\u{FFFD}xA"),
    ("\"\\ude00\\ud83d\\ud83d\\ude00\"", "\u{FFFD}\u{FFFD}😀"),
    ("\u{FEFF} \"a\" ", "a"),
  ])
  func `a string is decoded`(_ text: String, _ expected: String) throws {
    #expect(try JSONParser.parse(Array(text.utf8)).text == expected)
  }

  @Test func `a node gives back its bytes`() throws {
    let text = "{\"id\": {\"n\": 12345678901234567890.10, \"a\": [ true,null ]} , \"id2\":0}"
    let id = try #require(try JSONParser.parse(Array(text.utf8))["id"])
    let bytes = Array(text.utf8)[id.range]
    #expect(String(decoding: bytes, as: UTF8.self) == "{\"n\": 12345678901234567890.10, \"a\": [ true,null ]}")
  }

  @Test func `of a name that stands twice the last counts`() throws {
    #expect(try JSONParser.parse(Array("{\"a\":\"1\",\"a\":\"2\"}".utf8))["a"]?.text == "2")
  }

  @Test func `depth is limited`() throws {
    let deepest = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    #expect(try JSONParser.parse(Array(deepest.utf8)).items?.count == 1)
    #expect(throws: JSONError.self) { try JSONParser.parse(Array("[\(deepest)]".utf8)) }
  }
}

@Suite struct JSONWriterTests {
  @Test func `strings escape what would break a line or a string`() {
    var writer = JSONWriter()
    writer.string("a\"\\\n\r\t\u{0}\u{1F}\u{7F}\u{85}\u{2028}\u{2029}é日😀\u{2027}\u{84}")
    let expected = "\"a\\\"\\\\\\n\\r\\t\\u0000\\u001f\\u007f\\u0085\\u2028\\u2029é日😀\u{2027}\u{84}\""
    #expect(String(decoding: writer.bytes, as: UTF8.self) == expected)
  }

  @Test func `commas come by themselves`() {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("a", 1)
    writer.name("b")
    writer.beginArray()
    writer.boolean(true)
    writer.null()
    writer.beginObject()
    writer.endObject()
    writer.endArray()
    writer.member("c", "d")
    writer.endObject()
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "{\"a\":1,\"b\":[true,null,{}],\"c\":\"d\"}")
  }

  @Test func `what is written reads back`() throws {
    let text = String(String.UnicodeScalarView((0...0x2FFF).compactMap { Unicode.Scalar($0) }))
    var writer = JSONWriter()
    writer.string(text)
    #expect(try JSONParser.parse(writer.bytes).text == text)
  }
}
