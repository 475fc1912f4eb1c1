// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import measure

@Suite struct MiningScoreTests {
  private func output(_ terms: [(String, String)]) throws -> MiningOutput {
    let concepts = terms.map { source, target in
      #"{"terms":[{"language":"es","text":"\#(source)","type":"full"},{"language":"en","text":"\#(target)","type":"full"}]}"#
    }
    let json = #"{"concepts":[\#(concepts.joined(separator: ","))],"summary":{"articles":2,"words":9}}"#
    return try JSONDecoder().decode(MiningOutput.self, from: Data(json.utf8))
  }

  private func verdicts(_ text: String) throws -> [MiningVerdict.Proposal: MiningVerdict] {
    try withTemporaryDirectory { folder in
      let file = folder.appendingPathComponent("verdicts.tsv")
      try text.write(to: file, atomically: true, encoding: .utf8)
      return try MiningVerdict.read(file)
    }
  }

  @Test func `what nobody has judged counts as not kept`() throws {
    let known = try verdicts("# heading\nes-en\tuno\tone\tkeep\t\nes-en\tdos\ttoo\tdrop\trendering\n")
    let score = MiningScore(
      list: MiningList.all[0], output: try output([("uno", "one"), ("dos", "too"), ("tres", "three"), ("uno", "1")]),
      verdicts: known, limit: 100)
    #expect(score.kept == 1)
    #expect(score.dropped == ["rendering": 1])
    #expect(score.unjudged.map(\.rendering) == ["three", "1"])
    #expect(score.proposals.count == 4)
  }

  @Test func `only the first proposals count`() throws {
    let known = try verdicts("es-en\tuno\tone\tkeep\t\n")
    let score = MiningScore(
      list: MiningList.all[0], output: try output([("dos", "two"), ("uno", "one")]), verdicts: known, limit: 1)
    #expect(score.kept == 0)
    #expect(score.proposals.map(\.term) == ["dos"])
  }

  @Test(arguments: [
    "es-en\tuno\tone\tmaybe\t\n", "es-en\tuno\tone\tdrop\t\n", "es-en\tuno\tone\tkeep\tplain\n", "es-en\tuno\tkeep\n",
    "es-en\tuno\tone\tkeep\t\nes-en\tuno\tone\tkeep\t\n",
  ])
  func `a verdict that says nothing or twice is refused`(text: String) {
    #expect(throws: MeasureError.self) { try verdicts(text) }
  }
}
