// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
import CopydeskRules
import CopydeskTestSupport
import Testing

/// Tests that every rule gets from its examples.
@Suite struct RuleExampleTests {
  @Test(arguments: RuleExample.all)
  func `an example reports what it marks and nothing else`(_ item: RuleExample) throws {
    let copy = MarkedCopy(item.example.markedCopy)
    let ranges = try item.findings(in: copy.text).map { $0.range.offsets }
    #expect(MarkedCopy.mark(copy.text, ranges) == item.example.markedCopy)
  }

  @Test(arguments: RuleExample.all.filter { $0.example.fixed != nil })
  func `the first fix of every finding gives the fixed copy`(_ item: RuleExample) throws {
    let copy = MarkedCopy(item.example.markedCopy).text
    #expect(try item.copyFixed(copy) == item.example.fixed)
  }
}
