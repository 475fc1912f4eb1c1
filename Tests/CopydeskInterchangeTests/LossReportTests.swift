// SPDX-License-Identifier: Apache-2.0

import CopydeskInterchange
import CopydeskTerminology
import Testing

@Suite("Loss report")
struct LossReportTests {
  @Test("Losses of one kind share a line that names the first")
  func summary() {
    var report = LossReport()
    report.note(.init(field: "gender", outcome: "is left out", subject: "“tren” (es)"))
    report.note(
      .init(field: "xGraphic", outcome: "is left out", subject: "c1", place: GlossaryPlace(line: 7, column: 3)))
    report.note(.init(field: "gender", outcome: "is left out", subject: "“train” (en)"))
    #expect(
      report.summary == ["gender is left out: 2 (first: “tren” (es))", "xGraphic is left out: 1 (first: c1, line 7)"])
  }
}
