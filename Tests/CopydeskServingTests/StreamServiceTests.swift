// SPDX-License-Identifier: Apache-2.0

import CopydeskJSON
import CopydeskLinting
import CopydeskProject
import CopydeskRules
import CopydeskServing
import Testing

@Suite struct StreamServiceTests {
  private static func answer(_ line: String, _ options: DeskOptions = DeskOptions()) throws -> JSONNode {
    var options = options
    options.rules.selected = [
      .rule("typography/doubled-word"), .rule("terminology/deprecated-term"), .rule("terminology/missing-term"),
    ]
    let answer = StreamService(RuleCatalog(BuiltInRules.all), options: options).answer(to: Array(line.utf8))
    #expect(answer.last == 0x0A && answer.count { $0 == 0x0A } == 1)
    return try JSONParser.parse(answer)
  }

  @Test(arguments: [
    ("{", "invalid-json"),
    ("", "invalid-json"),
    ("[]", "invalid-json"),
    ("{\"language\":\"en\"}", "missing-text"),
    ("{\"text\":null,\"language\":\"en\"}", "missing-text"),
    ("{\"text\":5,\"language\":\"en\"}", "invalid-field"),
    ("{\"text\":[\"a\"],\"language\":\"en\"}", "invalid-field"),
    ("{\"segments\":\"a\",\"language\":\"en\"}", "invalid-field"),
    ("{\"segments\":[\"a\",1],\"language\":\"en\"}", "invalid-field"),
    ("{\"target\":{},\"language\":\"en\"}", "invalid-field"),
    ("{\"text\":\"a\",\"language\":7}", "invalid-field"),
    ("{\"text\":\"a\",\"language\":\"?\"}", "invalid-language"),
    ("{\"text\":\"a\",\"language\":\"en\",\"source_locale\":\"?\"}", "invalid-language"),
    ("{\"text\":\"a\",\"language\":\"en\",\"date\":\"2025-02-30\"}", "invalid-field"),
    ("{\"text\":\"a\",\"language\":\"en\",\"format\":\"html\"}", "invalid-field"),
    ("{\"segments\":[\"a\"],\"language\":\"en\",\"roles\":[\"chapter\"]}", "invalid-field"),
    ("{\"text\":\"a\",\"language\":\"en\",\"source\":7}", "invalid-field"),
    ("{\"text\":\"a\",\"language\":\"en\",\"glossary\":[{\"source\":\"b\"}]}", "invalid-field"),
  ])
  func `a record that cannot be read is answered with the reason`(_ line: String, _ code: String) throws {
    let answer = try StreamServiceTests.answer(line)
    #expect(answer["error"]?["code"]?.text == code)
    #expect(answer["error"]?["message"]?.text?.isEmpty == false)
    guard case .boolean(false) = try #require(answer["ok"]).content else {
      Issue.record("“ok” is not false")
      return
    }
  }

  @Test(arguments: ["1.50", "\"a b\"", "null", "[1, {\"x\":\"\\u00e9\"}]", "12345678901234567890"])
  func `an id comes back as it went in`(_ id: String) throws {
    let options = DeskOptions()
    let service = StreamService(RuleCatalog(BuiltInRules.all), options: options)
    for rest in ["\"text\":\"One.\",\"language\":\"en\"", "\"text\":1"] {
      let answer = String(decoding: service.answer(to: Array("{\"id\":\(id),\(rest)}".utf8)), as: UTF8.self)
      #expect(answer.hasPrefix("{\"id\":\(id),\"ok\":"))
    }
  }

  @Test func `characters that some programs take for line ends are escaped in an id`() throws {
    let service = StreamService(RuleCatalog(BuiltInRules.all), options: DeskOptions())
    let answer = service.answer(to: Array("{\"id\":\"a\u{2028}b\u{2029}c\u{85}d\r\",\"text\":1}".utf8))
    #expect(String(decoding: answer, as: UTF8.self).hasPrefix("{\"id\":null"))
    let valid = service.answer(to: Array("{\"id\":\"a\u{2028}b\u{2029}c\u{85}d\",\"text\":1}".utf8))
    #expect(String(decoding: valid, as: UTF8.self).hasPrefix("{\"id\":\"a\\u2028b\\u2029c\\u0085d\","))
  }

  @Test func `positions count inside the segment`() throws {
    let line =
      "{\"segments\":[\"First one.\",\"\",\"é 🇻🇪 the the end.\"],\"target_locale\":\"en_US\",\"source_locale\":\"es\"}"
    let finding = try #require(try StreamServiceTests.answer(line)["findings"]?.items?.first)
    let expected = ["segment": 2, "start.byte": 12, "start.utf16": 7, "end.byte": 19, "end.utf16": 14]
    for (name, value) in expected {
      let node = name.split(separator: ".").reduce(finding as JSONNode?) { $0?[String($1)] }
      let range = try #require(node?.range, "\(name) is missing")
      #expect(String(value) == String(decoding: StreamServiceTests.bytes(line)[range], as: UTF8.self), "\(name)")
    }
    #expect(finding["text"]?.text == "the the")
  }

  private static func bytes(_ line: String) -> [UInt8] {
    var options = DeskOptions()
    options.rules.selected = [
      .rule("typography/doubled-word"), .rule("terminology/deprecated-term"), .rule("terminology/missing-term"),
    ]
    return StreamService(RuleCatalog(BuiltInRules.all), options: options).answer(to: Array(line.utf8))
  }

  @Test func `a glossary inside the record holds for the record`() throws {
    let glossary =
      "[{\"source\":\"cosa\",\"target\":\"thing\"},{\"source\":\"cosa\",\"target\":\"stuff\",\"status\":\"deprecated\"}]"
    let copy = "\"text\":\"He saw the stuff.\",\"language\":\"en\",\"sourceLanguage\":\"es\""
    let with = try StreamServiceTests.answer("{\(copy),\"glossary\":\(glossary)}")
    #expect(with["findings"]?.items?.count == 1)
    #expect(try StreamServiceTests.answer("{\(copy)}")["findings"]?.items?.isEmpty == true)
  }

  @Test(arguments: [
    // Strings are paired by index, also where one side has an empty one.
    ("\"segments\":[\"\",\"A jail.\"],\"source\":[\"Uno.\",\"Una megacárcel.\"]", 1, 1),
    ("\"segments\":[\"A mega-prison.\",\"A jail.\"],\"source\":[\"Una megacárcel.\",\"Otra.\"]", nil, nil),
    // As many strings in another number are read as a whole.
    ("\"segments\":[\"One.\",\"A jail.\",\"Two.\"],\"source\":[\"Uno.\",\"Una megacárcel.\"]", 1, 1),
    ("\"segments\":[\"A mega-prison.\",\"A jail.\",\"Two.\"],\"source\":[\"Uno.\",\"Una megacárcel.\"]", nil, nil),
    ("\"target\":\"A jail.\",\"source\":\"Una megacárcel.\"", 0, 0),
  ])
  func `a term of the source is missed in the copy beside it`(_ copy: String, segment: Int?, source: Int?) throws {
    let glossary = "[{\"source\":\"megacárcel\",\"target\":\"mega-prison\"}]"
    let line = "{\(copy),\"language\":\"en\",\"sourceLanguage\":\"es\",\"glossary\":\(glossary)}"
    let findings = try #require(try StreamServiceTests.answer(line)["findings"]?.items)
    #expect(findings.count == (segment == nil ? 0 : 1))
    guard let finding = findings.first, let note = finding["related"]?.items?.first, copy.contains("segments") else {
      return
    }
    #expect(note["side"]?.text == "source" && note["text"]?.text == "megacárcel")
    let answer = StreamServiceTests.bytes(line)
    for (node, expected) in [(finding, segment), (note, source)] {
      let place = try #require(node["segment"])
      #expect(String(decoding: answer[place.range], as: UTF8.self) == expected.map { "\($0)" })
    }
  }

  @Test func `options hold where the record says nothing`() throws {
    var options = DeskOptions()
    options.language = LanguageTag("en")
    #expect(try StreamServiceTests.answer("{\"text\":\"He saw it it.\"}", options)["findings"]?.items?.count == 1)
  }
}

@Suite struct StreamLineSplitterTests {
  private static func lines(_ chunks: [String], maximumLength: Int = 100) -> [String] {
    var splitter = StreamLineSplitter(maximumLength: maximumLength)
    var result: [StreamLines] = []
    for chunk in chunks { result.append(splitter.append(Array(chunk.utf8))) }
    result.append(splitter.finish())
    return result.flatMap { lines in
      lines.lines.map { line in
        switch line {
        case .complete(let range): String(decoding: lines.bytes[range], as: UTF8.self)
        case .tooLong: "(too long)"
        }
      }
    }
  }

  @Test(arguments: [
    (["a\nb\n"], ["a", "b"]),
    (["a", "b\nc"], ["ab", "c"]),
    (["\n", "\n"], ["", ""]),
    ([], []),
    (["a\n"], ["a"]),
    (["0123456789", "0123456789\nx\n"], ["(too long)", "x"]),
    (["0123456789", "0123456789", "0123456789"], ["(too long)"]),
    (["012345678901\n", "x"], ["(too long)", "x"]),
    (["0123456789\nx"], ["0123456789", "x"]),
  ])
  func `a stream is cut into lines wherever its chunks end`(_ chunks: [String], _ expected: [String]) {
    #expect(StreamLineSplitterTests.lines(chunks, maximumLength: 10) == expected)
  }
}
