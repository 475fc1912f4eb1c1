// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import measure

@Suite
struct InjectedScoreTests {
  @Test
  func `a flag that shares one code unit finds the error`() throws {
    let outcome = InjectedScore.outcome(
      of: try error(span: [4, 9]), language: "en", flags: [flag("a/b", 8..<20)], onTwin: [])
    #expect(outcome.isFound)
    #expect(outcome.sideAlarms.isEmpty)
    #expect(!outcome.hitsStandOnTwin)
  }

  @Test
  func `a flag that ends where the error starts is a side alarm`() throws {
    let outcome = InjectedScore.outcome(
      of: try error(span: [4, 9]), language: "en", flags: [flag("a/b", 0..<4)], onTwin: [])
    #expect(!outcome.isFound)
    #expect(outcome.sideAlarms.count == 1)
  }

  @Test
  func `a flag in another segment finds nothing`() throws {
    let outcome = InjectedScore.outcome(
      of: try error(span: [4, 9]), language: "en", flags: [flag("a/b", 4..<9, segment: 1)], onTwin: [])
    #expect(!outcome.isFound)
  }

  @Test
  func `an empty error is found by a flag that touches it`() throws {
    let outcome = InjectedScore.outcome(
      of: try error(span: [0, 0]), language: "en", flags: [flag("a/b", 0..<3)], onTwin: [])
    #expect(outcome.isFound)
  }

  @Test
  func `a flag on another place of the error finds it`() throws {
    let outcome = InjectedScore.outcome(
      of: try error(span: [4, 9], also: #"[{"segment": 2, "span": [1, 6]}]"#), language: "en",
      flags: [flag("a/b", 1..<6, segment: 2)], onTwin: [])
    #expect(outcome.isFound)
  }

  @Test
  func `a flag that the clean twin has too is no side alarm`() throws {
    let same = flag("a/b", 20..<25)
    let other = flag("a/c", 20..<25)
    let outcome = InjectedScore.outcome(
      of: try error(span: [4, 9]), language: "en", flags: [same, other], onTwin: [same])
    #expect(outcome.sideAlarms.map(\.rule) == ["a/c"])
  }

  @Test
  func `a hit that the clean twin has too is told apart`() throws {
    let hit = flag("a/b", 4..<9)
    let outcome = InjectedScore.outcome(of: try error(span: [4, 9]), language: "en", flags: [hit], onTwin: [hit])
    #expect(outcome.isFound)
    #expect(outcome.hitsStandOnTwin)
  }

  private func error(span: [Int], also: String = "[]") throws -> InjectedRecord.InjectedError {
    let text = #"{"type": "t", "needs": "mono", "spans": [{"segment": 0, "span": \#(span)}], "also": \#(also)}"#
    return try JSONDecoder().decode(InjectedRecord.InjectedError.self, from: Data(text.utf8))
  }
}

func flag(_ rule: String, _ span: Range<Int>, segment: Int = 0, severity: Severity = .warning) -> SpanFlag {
  SpanFlag(rule: rule, severity: severity, message: "", segment: segment, span: span)
}
