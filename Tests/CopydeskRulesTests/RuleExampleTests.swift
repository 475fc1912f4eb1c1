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
}
