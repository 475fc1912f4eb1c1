// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import measure

@Suite
struct QuantityScoreTests {
  @Test
  func `only findings on numbers and dates count, with the source they point at`() throws {
    var score = QuantityScore()
    let changed = SpanFlag(
      rule: "numbers/changed-number", severity: .error, message: "", segment: 0, span: 0..<2,
      sourcePlaces: [.init(segment: 1, span: 3..<5)])
    score.add(try document(), flags: [changed, flag("typography/spacing", 0..<1), flag("dates/x", 0..<2, segment: 1)])
    #expect(score.findings.map(\.flag.rule) == ["numbers/changed-number", "dates/x"])
    #expect(score.findings.map(\.isBilingual) == [true, false])
    #expect(score.findings.map(\.source) == ["son 12", "son 12"])
    #expect(score.findings.map(\.target) == ["21 dead", "12 hurt here"])
    #expect(score.findings.map(\.key.cells)[0] == ["es-en 2012 ref x:1", "0", "numbers/changed-number", "0-2"])
    #expect(score.total.words == 5)
    #expect(score.pairs["es-en"]?.segments == 2)
  }

  @Test
  func `words of the source count where the translation writes its words together`() throws {
    var score = QuantityScore()
    score.add(try document(target: "zh"), flags: [])
    #expect(score.pairs["es-zh"]?.words == 4)
  }

  @Test
  func `a change is found by a finding on it, and right translations are asked too`() throws {
    let line = """
      {"id":"d:n:de:1","type":"numbers_replaced","pair":"de-en","source":"drei Wochen","clean":"three weeks",\
      "target":"four weeks","spans":[[0,4]]}
      """
    let record = try JSONDecoder().decode(PerturbedRecord.self, from: Data(line.utf8))
    let other = try JSONDecoder().decode(
      PerturbedRecord.self, from: Data(line.replacingOccurrences(of: "de:1", with: "de:2").utf8))
    let score = try PerturbationScore([record, other]) { requests in
      #expect(requests.map(\.segments) == [["four weeks"], ["four weeks"], ["three weeks"], ["three weeks"]])
      #expect(requests.allSatisfy { $0.source == ["drei Wochen"] && $0.language == "en" && $0.sourceLanguage == "de" })
      return [
        [flag("numbers/x", 0..<4)], [flag("numbers/x", 5..<9), flag("names/x", 0..<4)], [], [flag("dates/x", 0..<1)],
      ]
    }
    #expect(score.total.sentences == 2 && score.total.found == 1 && score.total.falseAlarms == 1)
    #expect(score.missed == ["de:2"])
    #expect(score.flagged.map(\.name) == ["de:2"])
  }

  private func document(target: String = "en") throws -> DocumentRecord {
    let text = """
      {"id":"x:1","pair":"es-\(target)","year":2012,"system":"ref","source_locale":"es","target_locale":"\(target)",\
      "source":["12 muertos","son 12"],"target":["21 dead","12 hurt here"]}
      """
    return try JSONDecoder().decode(DocumentRecord.self, from: Data(text.utf8))
  }
}

@Suite
struct ReferenceVerdictTests {
  @Test
  func `a verdict is found by document, segment, rule and span`() throws {
    let verdicts = try read("# heading\n\nes-en 2012 ref x:1\t0\tnumbers/a\t0-2\tslip\terror\twhatever\n")
    let key = ReferenceVerdict.Key(document: "es-en 2012 ref x:1", segment: 0, rule: "numbers/a", span: 0..<2)
    #expect(verdicts == [key: .slip])
    #expect(ReferenceVerdict.Class.allCases.filter(\.isTrue) == [.slip])
  }

  @Test(arguments: [
    "a\t0\tnumbers/a\t0-2\tmaybe\n", "a\tx\tnumbers/a\t0-2\tslip\n", "a\t0\tnumbers/a\t2\tslip\n", "a\t0\tnumbers/a\n",
    "a\t0\tnumbers/a\t4-2\tslip\n", "a\t0\tnumbers/a\t0-2\tslip\na\t0\tnumbers/a\t0-2\tidiom\n",
  ])
  func `a verdict that says nothing or twice is refused`(text: String) {
    #expect(throws: MeasureError.self) { try read(text) }
  }

  private func read(_ text: String) throws -> [ReferenceVerdict.Key: ReferenceVerdict.Class] {
    try withTemporaryDirectory { folder in
      let file = folder.appendingPathComponent("verdicts.tsv")
      try text.write(to: file, atomically: true, encoding: .utf8)
      return try ReferenceVerdict.read(file)
    }
  }
}
