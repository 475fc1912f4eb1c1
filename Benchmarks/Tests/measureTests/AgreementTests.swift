// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import measure

@Suite
struct AgreementTests {
  @Test
  func `a hash tells texts apart and stays the same`() {
    #expect(AgreementSuite.Case.mark(of: "") == "4fd0bfc1")
    #expect(AgreementSuite.Case.mark(of: "a") != AgreementSuite.Case.mark(of: "b"))
  }

  @Test
  func `examples are sorted into topics, and those about words are left out`() throws {
    let cases = try read(
      .languageTool,
      [
        #"{"lang":"pt","file":"rules/pt/pt-PT/grammar.xml","group":"unit","rule":"SI_UNITS_CASE","bad":true,"marker":[2,4],"text":"🇻 KW"}"#,
        #"{"lang":"de","file":"rules/de/grammar.xml","group":"unit","rule":"UNITY_MEDIA","bad":true,"text":"x"}"#,
        #"{"lang":"br","file":"rules/br/grammar.xml","group":"date","rule":"D","filter":["DateCheckFilter"],"bad":true,"text":"x"}"#,
        #"{"lang":"de","file":"rules/de/grammar.xml","group":"quotes","rule":"Q","bad":true,"text":"x"}"#,
      ])
    #expect(cases.leftOut.count == 2)
    let test = try #require(cases.cases.first)
    #expect(test.request.language == "pt-PT" && test.topic == "units" && test.isWrong)
    #expect(test.isRelevant(flag("numbers/unit-style", 3..<5)))
    #expect(!test.isRelevant(flag("numbers/unit-style", 0..<2)))
    #expect(!test.isRelevant(flag("typography/spacing", 3..<5)))
  }

  @Test
  func `a right weekday may stand in a date of another style`() throws {
    let cases = try read(
      .languageTool,
      [
        #"{"lang":"en","file":"rules/en/grammar.xml","group":"date","rule":"D","filter":["DateCheckFilter"],"bad":false,"text":"x"}"#
      ])
    let test = try #require(cases.cases.first)
    #expect(!test.isRelevant(flag("dates/foreign-date-format", 0..<1)))
    #expect(test.isRelevant(flag("dates/wrong-weekday", 0..<1)))
  }

  @Test(arguments: [
    (#""args":["1,55","1.55"],"settings":{"SourceDecimalComma":"true","TargetDecimalPeriod":"true"}"#, "de", "en"),
    (
      #""args":["1 554,5","1 554,5"],"settings":{"SourceDecimalComma":"true","SourceThousandsSpace":"true"}"#, "fr",
      "fr"
    ),
    (#""args":["1000","1000"],"settings":{}"#, "en", "en"),
  ])
  func `signs are mapped to a language`(fields: String, source: String, target: String) throws {
    let cases = try read(.trados, [trados(fields, assert: "Assert.True(errorMessage.Count == 0)")])
    let test = try #require(cases.cases.first)
    #expect(test.request.sourceLanguage == source && test.request.language == target && !test.isWrong)
  }

  @Test(arguments: [
    (#""args":["1,554.5","1"],"settings":{"SourceDecimalComma":"true","SourceDecimalPeriod":"true"}"#, "errorMessage"),
    (#""args":["AB14"],"settings":{}"#, "errorMessage"),
    (#""args":["AB14",",."],"settings":{}"#, "Assert.Contains(alphanumericsList)"),
  ])
  func `what no language has or is no pair is left out`(fields: String, assert: String) throws {
    let cases = try read(.trados, [trados(fields, assert: assert)])
    #expect(cases.cases.isEmpty && cases.leftOut.count == 1)
  }

  @Test
  func `assertions name the language of the first text`() throws {
    let cases = try read(
      .pofilter,
      [
        #"{"checker":"StandardChecker","check":"numbers","target_lang":"fa","source":"۸","target":"8","expect":"pass"}"#,
        #"{"checker":"StandardChecker","check":"quotes","target_lang":null,"source":"8","target":"8","expect":"pass"}"#,
        #"{"checker":"MozillaChecker","check":"numbers","target_lang":null,"source":"8","target":"8","expect":"pass"}"#,
      ])
    #expect(cases.cases.map(\.request.sourceLanguage) == ["fa"])
    #expect(cases.leftOut.count == 1)
  }

  @Test
  func `the reason of a case goes before that of its rule`() throws {
    try withTemporaryDirectory { folder in
      let file = folder.appendingPathComponent("reasons.tsv")
      try "# h\nx\ten\tR\t*\thouse\trule\nx\ten\tR\t00000001\tnoise\tcase\n".write(
        to: file, atomically: true, encoding: .utf8)
      let reasons = try CaseReason.read(file)
      #expect(reasons[.init(suite: "x", language: "en", rule: "R", mark: "*")]?.kind == .house)
      #expect(reasons[.init(suite: "x", language: "en", rule: "R", mark: "00000001")]?.note == "case")
      try "x\ten\tR\t*\tmaybe\trule\n".write(to: file, atomically: true, encoding: .utf8)
      #expect(throws: MeasureError.self) { try CaseReason.read(file) }
    }
  }

  private func trados(_ fields: String, assert: String) -> String {
    #"{"file":"A/B.cs","test":"T",\#(fields),"base":["InitSeparators"],"asserts":["\#(assert)"]}"#
  }

  private func read(_ suite: AgreementSuite, _ lines: [String]) throws -> AgreementSuite.Cases {
    try withTemporaryDirectory { folder in
      let file = folder.appendingPathComponent(suite.fileName)
      try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
      return try suite.cases(file)
    }
  }
}
