// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
import CopydeskReporting
import CopydeskTestSupport
import Testing

/// One article with findings that are hard to show.
struct Scenario: CustomTestStringConvertible, Sendable {
  let name: String
  let text: String
  var source: String?
  let findings: [Finding]

  var testDescription: String { name }

  /// A finding on the n-th occurrence of a part of the text.
  static func finding(
    _ part: String, in text: String, occurrence: Int = 1, severity: Severity = .error, message: String? = nil,
    notes: [(String, String)] = [], fix: String? = nil, applicability: Applicability = .safe
  ) -> Finding {
    let range = Scenario.range(of: part, in: text, occurrence: occurrence)
    return Finding(
      rule: "category/some-problem", severity: severity, type: .other,
      message: message ?? "“\(part)” is wrong; “\(fix ?? "nothing")” is right", range: range, text: part,
      notes: notes.map { Note($0.1, at: Scenario.range(of: $0.0, in: text, occurrence: 1)) },
      fixes: fix.map { [Fix.replacing(range, with: $0, applicability)] } ?? [])
  }

  private static func range(of part: String, in text: String, occurrence: Int) -> TextRange {
    let (bytes, wanted) = (Array(text.utf8), Array(part.utf8))
    var seen = 0
    for start in 0...(bytes.count - wanted.count) where bytes[start..<start + wanted.count].elementsEqual(wanted) {
      seen += 1
      if seen == occurrence { return TextRange(start, start + wanted.count) }
    }
    preconditionFailure("“\(part)” does not occur \(occurrence) times")
  }

  static func simple(_ name: String, _ text: String, _ part: String, fix: String? = nil) -> Scenario {
    Scenario(name: name, text: text, findings: [finding(part, in: text, fix: fix)])
  }

  static let long =
    "The minister, who had said only the day before that nothing of the kind was planned, told reporters at the gate "
    + "that the Aragua Train had been dismantled, that its leaders were in prison, and that whoever said otherwise was "
    + "working for people who wanted the state to fail before the elections in the coming year."

  static let all: [Scenario] = [
    simple("plain", "The Aragua Train grew fast.\n", "The Aragua Train", fix: "Tren de Aragua"),
    simple("last-line-without-break", "One.\nTwo two.", "Two two", fix: "Two"),
    simple("tab", "Name:\tthe\tAragua Train\t.\n", "Aragua Train", fix: "Tren de Aragua"),
    simple("wide-characters", "こんにちは、世界。日本語の文。\n", "日本語", fix: "英語"),
    simple("flag-and-joined-emoji", "🇻🇪 👩‍👩‍👧 e\u{301}tude in Caracas, Caracas.\n", "Caracas, Caracas", fix: "Caracas"),
    simple("span-at-line-end", "It was the the\nend.\n", "the the", fix: "the"),
    simple("line-ends-of-windows", "One.\r\nTwo two.\r\nThree.\r\n", "Two two", fix: "Two"),
    simple("several-lines", "A quotation “that is\nnever closed\nends here.\n", "“that is\nnever closed"),
    simple("byte-order-mark", "\u{FEFF}Two two.\n", "Two two", fix: "Two"),
    simple(
      "control-characters", "Red \u{1B}[31m text \u{202E}and\u{7} a bell.\n", "text \u{202E}and\u{7} a",
      fix: "\u{1B}[0m"),
    simple("long-line", long + "\n", "Aragua Train", fix: "Tren de Aragua"),
    simple("long-line-start", long + "\n", "The minister", fix: "He"),
    simple("long-line-end", long + "\n", "coming year.", fix: "next year."),
    simple("marked-wider-than-line", long + "\n", long),
    Scenario(
      name: "empty-range-at-end", text: "No period here\n",
      findings: [
        Finding(
          rule: "category/some-problem", severity: .warning, type: .other, message: "nothing ends the sentence",
          range: TextRange(14, 14), text: "", fixes: [.replacing(TextRange(14, 14), with: ".")])
      ]),
    Scenario(
      name: "empty-input", text: "",
      findings: [
        Finding(
          rule: "category/some-problem", severity: .suggestion, type: .other, message: "there is no copy",
          range: TextRange(0, 0), text: "")
      ]),
    Scenario(
      name: "notes-above-and-below", text: "Tren de Aragua came.\n\nThe Aragua Train left.\n\nTren de Aragua again.\n",
      findings: [
        finding(
          "The Aragua Train", in: "Tren de Aragua came.\n\nThe Aragua Train left.\n\nTren de Aragua again.\n",
          severity: .warning, notes: [("Tren de Aragua came", "first used here"), ("again", "and here")],
          fix: "Tren de Aragua", applicability: .needsReview)
      ]),
    Scenario(
      name: "several-findings", text: "One one.\nTwo two.\n",
      findings: [
        finding("One one", in: "One one.\nTwo two.\n", fix: "One"),
        finding("Two two", in: "One one.\nTwo two.\n", severity: .suggestion),
      ]),
    Scenario(
      name: "fix-with-two-edits", text: "She said ‹hello› to us.\n",
      findings: [
        Finding(
          rule: "category/some-problem", severity: .error, type: .other, message: "these marks are not English",
          range: TextRange(9, 20), text: "‹hello›",
          fixes: [
            Fix(
              .safe,
              edits: [
                Edit(range: TextRange(9, 12), replacement: "“"), Edit(range: TextRange(17, 20), replacement: "”"),
              ])
          ])
      ]),
    Scenario(
      name: "note-on-the-source", text: "The giant jail is full.\n", source: "Cárceles.\n\nLa megacárcel está llena.\n",
      findings: [
        Finding(
          rule: "category/some-problem", severity: .warning, type: .terminology,
          message: "“megacárcel” of the source calls for “mega-prison”", range: TextRange(0, 23),
          text: "The giant jail is full.",
          notes: [Note("the source has “megacárcel”", at: TextRange(15, 26), side: .source)])
      ]),
    Scenario(name: "no-finding", text: "All is well.\n", findings: []),
  ]

  var report: ArticleReport {
    ArticleReport(
      input: InputText(path: "desk/\(name).txt", text: text),
      language: LanguageChoice(english, from: .fileName),
      source: source.map { InputText(path: "desk/\(name).es.txt", text: $0) }, findings: findings, wordCount: 12)
  }

  private var english: LanguageTag {
    guard let tag = LanguageTag("en-US") else { preconditionFailure("en-US is a tag") }
    return tag
  }
}

@Suite struct ReporterTests {
  @Test(arguments: ReportFormat.allCases)
  func `a report of all scenarios is as recorded`(_ format: ReportFormat) throws {
    try Snapshot.expect(report(format, TextLayout()), named: "report.\(format.rawValue)")
  }

  @Test func `a report in color is as recorded`() throws {
    try Snapshot.expect(report(.full, TextLayout(usesColor: true, width: 60)), named: "report.full-color")
  }

  @Test(arguments: ReportFormat.allCases)
  func `an empty report is as recorded`(_ format: ReportFormat) throws {
    let report = format.reporter(TextLayout()).report([], summary: ReportSummary())
    try Snapshot.expect(String(decoding: report, as: UTF8.self), named: "empty.\(format.rawValue)")
  }

  @Test(arguments: Scenario.all)
  func `a report for people has no character that a terminal obeys`(_ scenario: Scenario) {
    let text = ReportFormat.full.reporter(TextLayout()).part(for: scenario.report)
    let harmful = String(decoding: text, as: UTF8.self).unicodeScalars.filter { scalar in
      scalar.value < 0x20 && scalar != "\n" || (0x7F..<0xA0).contains(scalar.value)
        || (0x202A...0x202E).contains(scalar.value)
    }
    #expect(harmful.isEmpty)
  }

  @Test(arguments: Scenario.all)
  func `no line of copy is wider than the layout`(_ scenario: Scenario) {
    let text = ReportFormat.full.reporter(TextLayout(width: 60)).part(for: scenario.report)
    for line in text.split(separator: 0x0A) where line.contains(UInt8(ascii: "|")) {
      #expect(DisplayWidth.columns(of: line) <= 60)
    }
  }

  @Test(arguments: Scenario.all)
  func `carets stand under what is meant`(_ scenario: Scenario) throws {
    for finding in scenario.findings where !finding.text.isEmpty && !finding.text.contains("\n") {
      let report = ArticleReport(
        input: scenario.report.input, language: scenario.report.language, findings: [finding], wordCount: 1)
      let text = String(decoding: ReportFormat.full.reporter(TextLayout(width: 400)).part(for: report), as: UTF8.self)
      let lines = text.split(separator: "\n")
      let index = try #require(lines.firstIndex { $0.contains(" | ") && $0.contains("^") })
      let indent = try #require(lines[index].firstRange(of: "^")).lowerBound
      let columns = DisplayWidth.columns(of: lines[index][..<indent].utf8)
      // The copy above starts, at the column of the first caret, with what is meant.
      var above = lines[index - 1][...]
      var left = columns
      while left > 0, let first = above.first {
        left -= DisplayWidth.columns(of: String(first).utf8)
        above = above.dropFirst()
      }
      #expect(left == 0 && above.unicodeScalars.first == finding.text.unicodeScalars.first)
    }
  }

  private func report(_ format: ReportFormat, _ layout: TextLayout) -> String {
    var summary = ReportSummary()
    let reports = Scenario.all.map { $0.report }
    for report in reports { summary.add(report) }
    return String(decoding: format.reporter(layout).report(reports, summary: summary), as: UTF8.self)
  }
}

@Suite struct ReportSummaryTests {
  @Test func `a summary counts in words`() {
    var summary = ReportSummary()
    #expect(summary.sentence == "No findings in 0 articles (0 words)")
    summary.errorCount = 1
    summary.warningCount = 1234
    summary.articleCount = 1
    summary.wordCount = 1_234_567
    summary.fixableCount = 2
    summary.failureCount = 1
    let sentence =
      "1 error, 1,234 warnings and 0 suggestions in 1 article (1,234,567 words); 2 with a safe fix; "
      + "1 input could not be read"
    #expect(summary.sentence == sentence)
  }

  @Test(arguments: [(Severity.error, 2), (.warning, 5), (.suggestion, 9)])
  func `findings count from a level on`(_ severity: Severity, _ count: Int) {
    var summary = ReportSummary()
    (summary.errorCount, summary.warningCount, summary.suggestionCount) = (2, 3, 4)
    #expect(summary.findingCount(atLeast: severity) == count)
  }
}
