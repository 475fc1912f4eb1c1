// SPDX-License-Identifier: Apache-2.0

import CopydeskAnalysis
import Testing

@Suite struct SegmentAlignmentTests {
  private static func text(_ alignment: SegmentAlignment) -> [String] {
    alignment.units.map { "\($0.source) \($0.target)" }
  }

  @Test func `as many segments are paired one to one`() {
    let alignment = SegmentAlignment(sourceCount: 2, targetCount: 2)
    #expect(SegmentAlignmentTests.text(alignment) == ["0..<1 0..<1", "1..<2 1..<2"])
  }

  @Test func `other numbers of segments are taken as a whole`() {
    #expect(SegmentAlignmentTests.text(SegmentAlignment(sourceCount: 2, targetCount: 3)) == ["0..<2 0..<3"])
    #expect(SegmentAlignmentTests.text(SegmentAlignment(sourceCount: 0, targetCount: 1)) == ["0..<0 0..<1"])
  }

  @Test(arguments: [
    ([0, 1, 2], [0, 1, 2], ["0..<1 0..<1", "1..<2 1..<2", "2..<3 2..<3"]),
    ([0, 2], [0, 1, 2], ["0..<1 0..<1", "1..<1 1..<2", "1..<2 2..<3"]),
    ([0, 0, 1], [1], ["0..<2 0..<0", "2..<3 0..<1"]),
    ([], [], []),
  ])
  func `segments are paired by number`(_ source: [Int], _ target: [Int], _ expected: [String]) {
    let alignment = SegmentAlignment(sourceNumbers: source, targetNumbers: target)
    #expect(SegmentAlignmentTests.text(alignment) == expected)
  }
}
