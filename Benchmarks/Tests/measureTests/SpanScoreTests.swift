// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import measure

@Suite
struct SpanScoreTests {
  @Test
  func `a habit counts for precision and not for recall`() throws {
    var score = SpanScore()
    score.add(
      pair: "en-de", flags: [flag("a/b", 0..<4), flag("a/b", 10..<14), flag("a/b", 30..<31)],
      marks: [try mark(0, 2, isHabit: true), try mark(10, 20, raters: 2), try mark(40, 41)])

    let precision = try #require(score.byRule["a/b"]?["en-de"])
    #expect(precision.flags == 3)
    #expect(precision.onMark == 2)
    #expect(precision.onAgreedMark == 1)
    #expect(precision.overlap == 1.5)
    let recall = try #require(score.recall["en-de"]?["C"])
    #expect(recall.marks == 2)
    #expect(recall.found == 1)
    #expect(recall.sharedMarks == 1)
    #expect(recall.sharedFound == 1)
  }

  @Test
  func `alarms are errors and warnings`() {
    var count = AlarmCount()
    count.add(
      segments: ["one two", "three\u{A0}four"],
      flags: [
        flag("a/b", 0..<1, severity: .error), flag("a/b", 0..<1), flag("a/c", 0..<1, severity: .suggestion),
      ])
    #expect(count.words == 4)
    #expect(count.segments == 2)
    #expect(count.alarms == 2)
    #expect(count.suggestions == 1)
    #expect(count.byRule["a/b"] == [.error: 1, .warning: 1])
  }

  private func mark(_ start: Int, _ end: Int, raters: Int = 1, isHabit: Bool = false) throws -> MarkedSpan {
    let text = """
      {"id": "x", "pair": "en-de", "year": 2023, "system": "s", "segment": 0, "category": "C", "span": [\(start), \(end)],
       "votes": 1, "any_votes": \(raters), "habit": \(isHabit)}
      """
    return try JSONDecoder().decode(MarkedSpan.self, from: Data(text.utf8))
  }
}
