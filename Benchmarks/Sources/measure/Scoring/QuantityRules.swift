// SPDX-License-Identifier: Apache-2.0

/// The rules on numbers, dates, times, money and units.
enum QuantityRules {
  /// Those that compare the copy with its source.
  static let bilingual: Set = [
    "numbers/added-number", "numbers/changed-currency", "numbers/changed-number", "numbers/changed-scale",
    "numbers/changed-unit", "dates/changed-date", "dates/changed-time", "dates/changed-weekday",
    "dates/swapped-day-month",
  ]

  /// Whether a rule is about numbers or dates, with or without the source.
  static func contains(_ rule: String) -> Bool {
    rule.hasPrefix("numbers/") || rule.hasPrefix("dates/")
  }
}
