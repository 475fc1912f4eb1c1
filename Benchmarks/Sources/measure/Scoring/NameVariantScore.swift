// SPDX-License-Identifier: Apache-2.0

/// Yes-or-no judgments of near-duplicate names: a flag of the category `names` on any form says yes.
struct NameVariantScore {
  private(set) var truePositives = 0
  private(set) var falsePositives = 0
  private(set) var falseNegatives = 0
  private(set) var trueNegatives = 0

  /// Judges one pair of forms by the flags on its article.
  mutating func add(_ record: NameVariantRecord, flags: [SpanFlag]) {
    let places = record.forms.values.joined()
    let isFlagged = flags.contains { flag in
      flag.rule.hasPrefix("names/")
        && places.contains { $0.segment == flag.segment && flag.span.hits($0.span) }
    }
    switch (record.label, isFlagged) {
    case (true, true): truePositives += 1
    case (true, false): falseNegatives += 1
    case (false, true): falsePositives += 1
    case (false, false): trueNegatives += 1
    }
  }

  var count: Int { truePositives + falsePositives + falseNegatives + trueNegatives }
}
