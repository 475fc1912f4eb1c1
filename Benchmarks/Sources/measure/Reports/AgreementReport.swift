// SPDX-License-Identifier: Apache-2.0

/// The part of the accuracy report on other tools' cases of numbers and dates.
struct AgreementReport {
  let results: [AgreementResult]
  let reasons: [CaseReason.Key: CaseReason]

  var markdown: String {
    guard !results.isEmpty else { return "" }
    return """
      ## Numbers and dates in other tools' cases

      How far Copydesk says the same as other tools of their own cases. A case that a tool reports needs a finding on
      numbers or dates at its mark, another must have none there. Every disagreement has a reason, kept by a hash of the
      case in `Benchmarks/Data/case-reasons.tsv`:

      \(CaseReason.Class.allCases.map { "- *\($0.rawValue)*: \($0.meaning)" }.joined(separator: "\n"))

      \(results.map(section).joined(separator: "\n"))
      """
  }

  private func section(_ result: AgreementResult) -> String {
    """
    ### \(result.suite.title)

    \(agreementTable(result))
    \(leftOut(result))\(reasonTable(result))
    """
  }

  private func agreementTable(_ result: AgreementResult) -> String {
    var table = MarkdownTable(
      header: ["about", "reported", "agree", "not reported", "agree", "agreement"]
        + CaseReason.Class.allCases.map(\.rawValue) + ["not explained"])
    let byTopic = Dictionary(grouping: result.outcomes, by: \.test.topic)
    for (topic, outcomes) in byTopic.sorted(by: { $0.key < $1.key }) {
      table.rows.append(agreementCells(topic, outcomes, result))
    }
    table.rows.append(agreementCells("**all**", result.outcomes, result))
    return table.markdown
  }

  private func agreementCells(
    _ name: String, _ outcomes: [AgreementResult.Outcome], _ result: AgreementResult
  ) -> [String] {
    let wrong = outcomes.filter(\.test.isWrong)
    let right = outcomes.filter { !$0.test.isWrong }
    let kinds = outcomes.filter { !$0.agrees }.map { result.reason(for: $0.test, in: reasons)?.kind }
    let explained = CaseReason.Class.allCases.map { kind in kinds.count { $0 == kind } }
    let counts = explained + [kinds.count { $0 == nil }]
    return [
      name, String(wrong.count), String(wrong.count(where: \.agrees)), String(right.count),
      String(right.count(where: \.agrees)), Figures.ratio(outcomes.count(where: \.agrees), of: outcomes.count),
    ] + counts.map { $0 == 0 ? "" : String($0) }
  }

  private func leftOut(_ result: AgreementResult) -> String {
    guard !result.leftOut.isEmpty else { return "" }
    let counts = Dictionary(grouping: result.leftOut) { $0 }.sorted { $0.key < $1.key }
      .map { "\($0.value.count) \($0.key)" }
    return "Not run: \(counts.joined(separator: ", ")).\n\n"
  }

  private func reasonTable(_ result: AgreementResult) -> String {
    struct Row: Hashable {
      var language: String
      var rule: String
      var isWrong: Bool
      var kind: String
      var note: String
    }
    let rows = result.outcomes.filter { !$0.agrees }.map { outcome in
      let reason = result.reason(for: outcome.test, in: reasons)
      return Row(
        language: outcome.test.request.language, rule: outcome.test.rule, isWrong: outcome.test.isWrong,
        kind: reason?.kind.rawValue ?? "", note: reason?.note ?? "not explained")
    }
    guard !rows.isEmpty else { return "" }
    var table = MarkdownTable(
      header: ["language", "rule", "Copydesk", "cases", "reason", "why"], textColumns: [1, 2, 4, 5])
    let counted = Dictionary(grouping: rows) { $0 }.mapValues(\.count)
    let sorted = counted.sorted {
      ($0.key.language, $0.key.rule, $0.key.kind, $0.key.note, $0.key.isWrong ? 1 : 0)
        < ($1.key.language, $1.key.rule, $1.key.kind, $1.key.note, $1.key.isWrong ? 1 : 0)
    }
    for (row, count) in sorted {
      table.rows.append([
        row.language, row.rule, row.isWrong ? "says nothing" : "flags", String(count), row.kind, row.note,
      ])
    }
    return table.markdown
  }
}
