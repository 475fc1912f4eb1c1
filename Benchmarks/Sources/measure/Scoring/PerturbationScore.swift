// SPDX-License-Identifier: Apache-2.0

/// How numbers were met that were changed in right translations.
struct PerturbationScore {
  /// The figures of one pair of languages.
  struct Count {
    var sentences = 0
    var found = 0
    /// Right translations with a finding on numbers or dates.
    var falseAlarms = 0
  }

  private(set) var byPair: [String: Count] = [:]
  /// The names of changed numbers that were not found.
  private(set) var missed: [String] = []
  /// The names of right translations that were flagged, with the rules.
  private(set) var flagged: [(name: String, rules: [String])] = []

  /// Judges the flags that `answer` gives on each translation before and after the change.
  init(_ records: [PerturbedRecord], answer: ([StreamRequest]) throws -> [[SpanFlag]]) throws {
    let flags = try answer(records.map(\.request) + records.map(\.cleanRequest))
    for (index, record) in records.enumerated() {
      let hits = flags[index].filter { flag in
        QuantityRules.contains(flag.rule) && record.spans.contains { $0.hits(flag.span) }
      }
      let alarms = flags[records.count + index].filter { QuantityRules.contains($0.rule) }
      byPair[record.pair, default: Count()].sentences += 1
      if hits.isEmpty { missed.append(record.name) } else { byPair[record.pair, default: Count()].found += 1 }
      if !alarms.isEmpty {
        byPair[record.pair, default: Count()].falseAlarms += 1
        flagged.append((record.name, alarms.map(\.rule)))
      }
    }
  }

  /// All pairs together.
  var total: Count {
    byPair.values.reduce(into: Count()) { sum, count in
      sum.sentences += count.sentences
      sum.found += count.found
      sum.falseAlarms += count.falseAlarms
    }
  }
}
