// SPDX-License-Identifier: Apache-2.0

/// Findings with their context as tab-separated values, for people to read and judge.
enum ReadableFindings {
  /// Every flag on references and clean twins and every side alarm, by rule, corpus, language and place.
  static func table(of flags: [AccuracyScore.ReadableFlag]) -> String {
    let header = "rule\tseverity\tcorpus\tlanguage\tdocument\tsegment\tcontext\tmessage\n"
    let rows = flags.map { row in
      (
        key: [row.flag.rule, row.corpus, row.language, row.document],
        place: (row.flag.segment, row.flag.span.lowerBound, row.flag.span.upperBound),
        text: [
          row.flag.rule, row.flag.severity.rawValue, row.corpus, row.language, row.document, String(row.flag.segment),
          context(of: row.flag.span, in: row.segmentText), row.flag.message,
        ]
      )
    }
    return
      rows
      .sorted { $0.key == $1.key ? $0.place < $1.place : $0.key.lexicographicallyPrecedes($1.key) }
      .reduce(into: header) { $0 += $1.text.map(singleLine).joined(separator: "\t") + "\n" }
  }

  /// Every finding on numbers and dates of references, by rule, pair and place, with what a reader thinks of it.
  ///
  /// The first five cells are a line of the verdicts.
  static func table(
    of findings: [QuantityScore.Finding], verdicts: [ReferenceVerdict.Key: ReferenceVerdict.Class]
  ) -> String {
    findings
      .sorted {
        ($0.flag.rule, $0.pair, $0.document, $0.flag.segment, $0.flag.span.lowerBound)
          < ($1.flag.rule, $1.pair, $1.document, $1.flag.segment, $1.flag.span.lowerBound)
      }
      .reduce(into: "document\tsegment\trule\tspan\tclass\tseverity\tmessage\tsource\ttarget\n") { table, finding in
        let cells =
          finding.key.cells + [
            verdicts[finding.key]?.rawValue ?? "?", finding.flag.severity.rawValue, finding.flag.message,
            finding.sourceSpan.map { context(of: $0, in: finding.source, reach: 120) } ?? finding.source,
            context(of: finding.flag.span, in: finding.target, reach: 120),
          ]
        table += cells.map(singleLine).joined(separator: "\t") + "\n"
      }
  }

  /// Every case of another tool that Copydesk judges otherwise, with the reason.
  ///
  /// The first six cells are a line of the reasons.
  static func table(of results: [AgreementResult], reasons: [CaseReason.Key: CaseReason]) -> String {
    let header = "suite\tlanguage\trule\thash\treason\twhy\tlabel\tfindings\tsource\ttext\n"
    return results.reduce(into: header) { table, result in
      for outcome in result.outcomes where !outcome.agrees {
        let test = outcome.test
        let reason = result.reason(for: test, in: reasons)
        let cells = [
          result.suite.name, test.request.language, test.rule, test.mark, reason?.kind.rawValue ?? "?",
          reason?.note ?? "", test.isWrong ? "wrong" : "right",
          outcome.flags.map { "\($0.rule): \($0.message)" }.joined(separator: "; "),
          (test.request.source ?? []).joined(separator: " / "), test.request.segments.joined(separator: " / "),
        ]
        table += cells.map(singleLine).joined(separator: "\t") + "\n"
      }
    }
  }

  /// Every injected error that no rule found, by type and language.
  static func table(ofMissed errors: [AccuracyScore.MissedError]) -> String {
    errors
      .sorted { ($0.type, $0.language, $0.document) < ($1.type, $1.language, $1.document) }
      .reduce(into: "type\tlanguage\tdocument\tsegment\tcontext\n") { table, error in
        let cells = [
          error.type, error.language, error.document, String(error.place.segment),
          context(of: error.place.span, in: error.segmentText),
        ]
        table += cells.map(singleLine).joined(separator: "\t") + "\n"
      }
  }

  /// Every term that was judged wrongly, by pair.
  static func table(ofTermMistakes mistakes: [TermScore.Mistake]) -> String {
    mistakes
      .sorted { ($0.pair, $0.system, $0.term.source, $0.text) < ($1.pair, $1.system, $1.term.source, $1.text) }
      .reduce(into: "pair\tsystem\tmistake\tsource term\tterm\tsource\ttranslation\n") { table, mistake in
        let cells = [
          mistake.pair, mistake.system, mistake.isAlarm ? "false alarm" : "missed", mistake.term.source,
          mistake.term.target, mistake.source, mistake.text,
        ]
        table += cells.map(singleLine).joined(separator: "\t") + "\n"
      }
  }

  /// The span in brackets with some text on each side.
  static func context(of span: Range<Int>, in text: String, reach: Int = 60) -> String {
    let units = Array(text.utf16)
    let start = min(span.lowerBound, units.count)
    let end = min(span.upperBound, units.count)
    let before = String(decoding: units[max(0, start - reach)..<start], as: UTF16.self)
    let marked = String(decoding: units[start..<end], as: UTF16.self)
    let after = String(decoding: units[end..<min(units.count, end + reach)], as: UTF16.self)
    return "\(before)⟦\(marked)⟧\(after)"
  }

  private static func singleLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value < 0x20 ? " " : $0 }))
  }
}
