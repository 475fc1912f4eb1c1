// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@testable import measure

@Suite
struct CopydeskStreamTests {
  @Test
  func `findings become flags in the order of the records`() throws {
    let replies = """
      {"id":"a","ok":true,"findings":[{"rule":"r/x","severity":"error","message":"m","segment":2,\
      "start":{"byte":9,"utf16":4},"end":{"byte":12,"utf16":7}}]}
      {"id":"b","ok":true,"findings":[]}

      """
    let flags = try CopydeskStream.flags(in: Data(replies.utf8), answering: ["a", "b"], standardError: "")
    #expect(flags.map(\.count) == [1, 0])
    #expect(flags[0].map(\.identity) == [SpanFlag.Identity(rule: "r/x", segment: 2, span: 4..<7)])
  }

  @Test(arguments: [
    #"{"id":"a","ok":true,"findings":[]}"#,
    "{\"id\":\"b\",\"ok\":true,\"findings\":[]}\n{\"id\":\"a\",\"ok\":true,\"findings\":[]}",
    "{\"id\":\"a\",\"ok\":true,\"findings\":[]}\n{\"id\":\"b\",\"ok\":false,\"error\":{\"code\":\"c\",\"message\":\"m\"}}",
    "{\"id\":\"a\",\"ok\":true,\"findings\":[]}\n{\"id\":\"b\"",
  ])
  func `replies that do not answer every record are errors`(replies: String) {
    #expect(throws: MeasureError.self) {
      try CopydeskStream.flags(in: Data(replies.utf8), answering: ["a", "b"], standardError: "")
    }
  }
}
