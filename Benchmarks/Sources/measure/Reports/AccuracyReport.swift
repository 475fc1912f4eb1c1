// SPDX-License-Identifier: Apache-2.0

/// The accuracy tables in Markdown.
struct AccuracyReport {
  let score: AccuracyScore
  /// What came of the labeled cases of terms, if there are any.
  let termCases: ConformanceResult?
  let quantities: QuantityReport
  let agreement: AgreementReport
  /// The command that makes the report again.
  let command: String
  /// The names of the glossaries that were used.
  let glossaries: [String]

  /// The whole report; the same score always gives the same bytes.
  var markdown: String {
    """
    # Accuracy

    Made by `measure accuracy`; not edited by hand.

    ```
    \(command)
    ```

    Every text goes through `copydesk stream` with its source, the rules that are on by default and the shipped
    glossaries (\(glossaries.joined(separator: ", "))). A flag finds an error when it shares a UTF-16 code unit with it.
    *Alarms* are findings of severity error or warning. Words are runs without white space; Chinese and Japanese have
    no such words and are counted by segment only.

    \(summary)
    \(injected)
    \(references)
    \(markedSpans)
    \(nameVariants)
    \(terminology)
    \(quantities.markdown)
    \(agreement.markdown)
    """
  }

  // MARK: Summary

  private var summary: String {
    var table = MarkdownTable(header: ["measure", "figure", "of"])
    let found = score.outcomes.count(where: \.isFound)
    table.rows.append([
      "injected errors found", Figures.ratio(found, of: score.outcomes.count), "\(found)/\(score.outcomes.count)",
    ])
    for language in Self.gateLanguages {
      guard let count = score.references[language] else { continue }
      table.rows.append([
        "alarms per 1,000 words on references, \(language)", Figures.perThousand(count.alarms, of: count.words),
        "\(Figures.count(count.alarms)) in \(Figures.count(count.words)) words",
      ])
    }
    let twins = total(score.twins, where: writesWordsApart)
    table.rows.append([
      "alarms per 1,000 words on clean twins", Figures.perThousand(twins.alarms, of: twins.words),
      "\(Figures.count(twins.alarms)) in \(Figures.count(twins.words)) words",
    ])
    var spans = SpanScore.Precision()
    for pair in score.spans.byPair.values { spans.add(pair) }
    table.rows.append([
      "flags on a span that people marked", Figures.ratio(spans.onMark, of: spans.flags),
      "\(spans.onMark)/\(spans.flags)",
    ])
    if !score.terms.references.isEmpty {
      let references = total(score.terms.references)
      let outputs = total(score.terms.outputs)
      table.rows.append([
        "missing terms falsely reported in references", Figures.decimal(references.falseAlarmRate, places: 3),
        "\(references.alarms)/\(references.present)",
      ])
      table.rows.append([
        "missing terms in outputs, F1", Figures.decimal(outputs.f1, places: 3), "\(outputs.missing) missing terms",
      ])
    }
    if let termCases {
      table.rows.append([
        "labeled cases of terms judged right", Figures.ratio(termCases.passedCount, of: termCases.outcomes.count),
        "\(termCases.passedCount)/\(termCases.outcomes.count)",
      ])
    }
    return "## Summary\n\n" + table.markdown
  }

  private static let gateLanguages = ["en", "es", "de", "fr"]

  private func total(_ counts: [String: AlarmCount], where isWanted: (String) -> Bool = { _ in true }) -> AlarmCount {
    var sum = AlarmCount()
    for (language, count) in counts where isWanted(language) { sum.add(count) }
    return sum
  }

  // MARK: Injected errors

  private var injected: String {
    """
    ## Injected errors

    One labeled error per window. Found errors of all, by target language; *alarm* is the recall of errors and
    warnings alone; *twin* counts found errors whose every hit also stands on the clean twin, so that the error did not
    cause it.

    \(recallTable)
    What found them (one error may be found by several rules):

    \(findersTable)
    Side alarms: flags away from the error that the clean twin does not have.

    \(sideAlarmTable)
    ## Clean twins

    The same windows before the error was put in.

    \(alarmTable(score.twins))
    \(ruleTable(score.twins))
    """
  }

  private var recallTable: String {
    let languages = Set(score.outcomes.map(\.language)).sorted()
    var table = MarkdownTable(
      header: ["type", "needs"] + languages + ["found", "recall", "alarm", "twin"], textColumns: [1])
    for (type, outcomes) in grouped(score.outcomes, by: \.type) {
      table.rows.append(
        [type, Set(outcomes.map(\.needs)).sorted().joined(separator: ", ")]
          + recallCells(outcomes, languages: languages))
    }
    table.rows.append(["**all**", ""] + recallCells(score.outcomes, languages: languages))
    return table.markdown
  }

  private func recallCells(_ outcomes: [InjectedScore.Outcome], languages: [String]) -> [String] {
    let found = outcomes.count(where: \.isFound)
    return languages.map { language in
      let those = outcomes.filter { $0.language == language }
      return those.isEmpty ? "" : "\(those.count(where: \.isFound))/\(those.count)"
    } + [
      "\(found)/\(outcomes.count)", Figures.ratio(found, of: outcomes.count),
      Figures.ratio(outcomes.count(where: \.isFoundAsAlarm), of: outcomes.count),
      String(outcomes.count(where: \.hitsStandOnTwin)),
    ]
  }

  private var findersTable: String {
    var table = MarkdownTable(header: ["type", "rules"], textColumns: [1])
    for (type, outcomes) in grouped(score.outcomes, by: \.type) {
      let rules = outcomes.flatMap { Set($0.hits.map(\.rule)) }
      if !rules.isEmpty { table.rows.append([type, ranked(rules)]) }
    }
    return table.markdown
  }

  private var sideAlarmTable: String {
    var table = MarkdownTable(header: ["type", "side alarms", "rules"], textColumns: [2])
    for (type, outcomes) in grouped(score.outcomes, by: \.type) {
      let rules = outcomes.flatMap { $0.sideAlarms.map(\.rule) }
      guard !rules.isEmpty else { continue }
      table.rows.append([type, String(rules.count), ranked(rules)])
    }
    let all = score.outcomes.flatMap { $0.sideAlarms.map(\.rule) }
    table.rows.append(["**all**", String(all.count), ""])
    return table.markdown
  }

  // MARK: References

  private var references: String {
    """
    ## Professional references

    Professional translations, which a linter should be nearly silent on. They are not free of errors, so that every
    rate is an upper bound of the rate of false alarms.

    \(alarmTable(score.references))
    Findings by rule and target language, with the rate over the languages that have words:

    \(ruleTable(score.references))
    """
  }

  private func alarmTable(_ counts: [String: AlarmCount]) -> String {
    var table = MarkdownTable(header: [
      "language", "texts", "segments", "words", "errors", "warnings", "suggestions", "alarms / 1,000 words",
      "suggestions / 1,000 words", "findings / 1,000 segments",
    ])
    for language in counts.keys.sorted() {
      let count = counts[language] ?? AlarmCount()
      table.rows.append(alarmCells(count, name: language, hasWords: writesWordsApart(language)))
    }
    table.rows.append(alarmCells(total(counts, where: writesWordsApart), name: "**all with words**", hasWords: true))
    return table.markdown
  }

  private func alarmCells(_ count: AlarmCount, name: String, hasWords: Bool) -> [String] {
    [
      name, Figures.count(count.documents), Figures.count(count.segments), hasWords ? Figures.count(count.words) : "–",
      Figures.count(count.bySeverity[.error, default: 0]), Figures.count(count.bySeverity[.warning, default: 0]),
      Figures.count(count.suggestions), hasWords ? Figures.perThousand(count.alarms, of: count.words) : "–",
      hasWords ? Figures.perThousand(count.suggestions, of: count.words) : "–",
      Figures.perThousand(count.flags, of: count.segments),
    ]
  }

  private func ruleTable(_ counts: [String: AlarmCount]) -> String {
    let all = total(counts)
    guard !all.byRule.isEmpty else { return "No findings.\n" }
    let withWords = total(counts, where: writesWordsApart)
    let languages = counts.keys.sorted()
    var table = MarkdownTable(
      header: ["rule", "severity"] + languages + ["all", "/ 1,000 words"], textColumns: [1])
    for rule in all.byRule.keys.sorted() {
      let severities = all.byRule[rule] ?? [:]
      let cells = languages.map { language in
        let count = flags(of: rule, in: counts[language] ?? AlarmCount())
        return count == 0 ? "" : String(count)
      }
      table.rows.append(
        [rule, Severity.allCases.filter { severities[$0] != nil }.map(\.rawValue).joined(separator: ", ")] + cells + [
          String(flags(of: rule, in: all)), Figures.perThousand(flags(of: rule, in: withWords), of: withWords.words),
        ])
    }
    return table.markdown
  }

  private func flags(of rule: String, in count: AlarmCount) -> Int {
    (count.byRule[rule] ?? [:]).values.reduce(0, +)
  }

  // MARK: Marked spans

  private var markedSpans: String {
    """
    ## Spans that people marked in machine-translated news

    Translations of every system that annotators read, with every flag counted. *P* is the share of flags on a span
    marked in any category; *P agreed* leaves out spans that are the habit of one or two raters; *overlap* is the mean
    share of a flag that lies on its best mark. What no rater marked may still be an error.

    \(precisionTable)
    Recall by category, without habits; *shared* are spans on which at least two raters marked something. Most
    categories hold judgments that no rule claims to make.

    \(spanRecallTable)
    """
  }

  private var precisionTable: String {
    var table = MarkdownTable(
      header: ["rule", "pair", "flags", "on a mark", "P", "P agreed", "overlap"], textColumns: [1])
    for rule in score.spans.byRule.keys.sorted() {
      for (pair, precision) in (score.spans.byRule[rule] ?? [:]).sorted(by: { $0.key < $1.key }) {
        table.rows.append([rule, pair] + precisionCells(precision))
      }
    }
    for (pair, precision) in score.spans.byPair.sorted(by: { $0.key < $1.key }) {
      table.rows.append(["**all**", pair] + precisionCells(precision))
    }
    return table.markdown
  }

  private func precisionCells(_ precision: SpanScore.Precision) -> [String] {
    [
      String(precision.flags), String(precision.onMark), Figures.ratio(precision.onMark, of: precision.flags),
      Figures.ratio(precision.onAgreedMark, of: precision.flags),
      precision.flags == 0 ? "–" : Figures.decimal(precision.overlap / Double(precision.flags)),
    ]
  }

  private var spanRecallTable: String {
    var table = MarkdownTable(
      header: ["pair", "category", "spans", "found", "shared", "shared found", "recall on shared"], textColumns: [1])
    for (pair, categories) in score.spans.recall.sorted(by: { $0.key < $1.key }) {
      for (category, recall) in categories.sorted(by: { $0.key < $1.key }) {
        table.rows.append([
          pair, category, String(recall.marks), String(recall.found), String(recall.sharedMarks),
          String(recall.sharedFound), Figures.ratio(recall.sharedFound, of: recall.sharedMarks),
        ])
      }
    }
    return table.markdown
  }

  // MARK: Names

  private var nameVariants: String {
    let names = score.names
    var table = MarkdownTable(header: ["judged by people", "flagged", "not flagged"])
    table.rows = [
      ["one name spelled two ways", String(names.truePositives), String(names.falseNegatives)],
      ["two names that look alike", String(names.falsePositives), String(names.trueNegatives)],
    ]
    return """
      ## Near-duplicate names in references

      A flag of the category `names` on any of the forms.

      \(table.markdown)
      """
  }

  // MARK: Terminology

  private var terminology: String {
    guard !score.terms.references.isEmpty else { return "" }
    return """
      ## Terms of the source

      Sentences of WMT 2025's terminology task with the terms their translations must use, given as the glossary of
      each record, and what `terminology/missing-term` says. References use all terms, so every report there is false.
      Outputs come from systems that did not see the terms; as in that task a term counts as used if its letters stand
      in the text, capitals aside, or its words in other forms (here: with other endings).

      \(termTable)
      \(termCaseTable)
      """
  }

  private var termTable: String {
    var table = MarkdownTable(header: [
      "pair", "terms in references", "false", "rate", "terms in outputs", "missing", "found", "false", "precision",
      "recall", "F1",
    ])
    for pair in score.terms.references.keys.sorted() {
      table.rows.append(
        termCells(
          pair, score.terms.references[pair] ?? TermScore.Count(), score.terms.outputs[pair] ?? TermScore.Count()))
    }
    table.rows.append(termCells("**all**", total(score.terms.references), total(score.terms.outputs)))
    return table.markdown
  }

  private func termCells(_ name: String, _ references: TermScore.Count, _ outputs: TermScore.Count) -> [String] {
    [
      name, String(references.present), String(references.alarms),
      Figures.decimal(references.falseAlarmRate, places: 3), String(outputs.missing + outputs.present),
      String(outputs.missing), String(outputs.found), String(outputs.alarms),
      Figures.decimal(outputs.precision, places: 3), Figures.decimal(outputs.recall, places: 3),
      Figures.decimal(outputs.f1, places: 3),
    ]
  }

  private func total(_ counts: [String: TermScore.Count]) -> TermScore.Count {
    counts.values.reduce(into: TermScore.Count()) { $0.add($1) }
  }

  private var termCaseTable: String {
    guard let termCases else { return "" }
    var table = MarkdownTable(header: ["language", "cases", "right"])
    for (language, passed, count) in termCases.byLanguage {
      table.rows.append([language, String(count), String(passed)])
    }
    table.rows.append(["**all**", String(termCases.outcomes.count), String(termCases.passedCount)])
    return """
      News sentences with a glossary, labeled right or wrong; a wrong one needs a finding about terms or names, a right
      one must have none.

      \(table.markdown)
      """
  }

  // MARK: Order

  private func grouped(
    _ outcomes: [InjectedScore.Outcome], by key: (InjectedScore.Outcome) -> String
  ) -> [(String, [InjectedScore.Outcome])] {
    Dictionary(grouping: outcomes, by: key).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// The names with their counts, the most frequent first.
  private func ranked(_ names: [String]) -> String {
    Dictionary(grouping: names) { $0 }
      .map { (name: $0.key, count: $0.value.count) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
      .map { "\($0.name) \($0.count)" }
      .joined(separator: ", ")
  }
}
