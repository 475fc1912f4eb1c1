// SPDX-License-Identifier: Apache-2.0

/// The words of one or two letters that Arabic and Hebrew copy writes together with the word behind them.
struct AttachedPrefixes {
  /// “And”, with or without an article: behind it a number word adds to the one before.
  let and: [String]
  /// Prepositions, articles and their combinations.
  let others: [String]

  /// The prefixes of a language, or `nil` if it has none.
  static func prefixes(of language: String) -> AttachedPrefixes? {
    switch language {
    case "ar":
      AttachedPrefixes(
        and: ["و", "وال"], others: ["ف", "ب", "ل", "ك", "ال", "بال", "لل", "كال", "وب", "ول", "وبال", "فال"])
    case "he":
      AttachedPrefixes(
        and: ["ו"], others: ["ה", "ב", "ל", "מ", "כ", "ש", "וב", "ול", "ומ", "וה", "שב", "שה", "מה", "בכ", "לכ"])
    default: nil
    }
  }
}
