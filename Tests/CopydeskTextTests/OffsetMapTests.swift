// SPDX-License-Identifier: Apache-2.0

import CopydeskText
import Testing

@Suite struct OffsetMapTests {
  /// “abXYef” read from “ab…ef”, where X and Y stand for three bytes.
  private var inner: OffsetMap {
    var map = OffsetMap()
    map.appendVerbatim(TextRange(10, 12))
    map.appendReplaced(proseCount: 2, input: TextRange(12, 15))
    map.appendVerbatim(TextRange(15, 17))
    return map
  }

  @Test func `maps in a row lead all the way`() {
    var outer = OffsetMap()
    outer.appendVerbatim(TextRange(1, 5))
    outer.appendReplaced(proseCount: 1, input: TextRange(5, 6))
    let map = outer.composed(with: inner)
    #expect(map.proseCount == 5)
    #expect(map.inputRange(of: TextRange(0, 1)) == TextRange(11, 12))
    #expect(map.inputRange(of: TextRange(1, 2)) == TextRange(12, 15))
    #expect(map.inputRange(of: TextRange(3, 4)) == TextRange(15, 16))
    #expect(map.inputRange(of: TextRange(4, 5)) == TextRange(16, 17))
    #expect(map.inputRange(of: TextRange(0, 5)) == TextRange(11, 17))
    #expect(map.isVerbatim(TextRange(0, 1)) && !map.isVerbatim(TextRange(0, 2)))
  }

  @Test func `a map of everything changes nothing`() {
    var whole = OffsetMap()
    whole.appendVerbatim(TextRange(0, 6))
    #expect(whole.composed(with: inner).pieces == inner.pieces)
  }

  @Test func `nothing leads nowhere`() {
    #expect(OffsetMap().composed(with: inner).pieces.isEmpty)
  }
}
