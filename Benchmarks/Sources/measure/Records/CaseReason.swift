// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Why Copydesk judges a case of another tool otherwise than that tool.
///
/// A case is named by a hash, so that no text of the tool is kept.
struct CaseReason {
  /// What a reason holds for: one case, or all cases of a rule.
  struct Key: Hashable {
    var suite: String
    var language: String
    var rule: String
    /// The hash of the case, or `*` for all cases of the rule that Copydesk says nothing of.
    var mark: String
  }

  /// The kinds of reasons.
  enum Class: String, CaseIterable {
    case scope, clock, house, noise, locale, other, miss, wrong

    /// What the class means, for the report.
    var meaning: String {
      switch self {
      case .scope: "the rule of the tool looks at words, grammar or markup, which no rule on numbers and dates reads"
      case .clock: "the rule compares the tense of a verb with today's date"
      case .house: "a matter of house style that CLDR and newspapers settle otherwise"
      case .noise: "the case does not show what its label says"
      case .locale: "the tool takes the number as right or wrong without regard to the locale of the copy"
      case .other: "the finding is right, but about something else than the case"
      case .miss: "Copydesk misses what it ought to find"
      case .wrong: "Copydesk flags what is right"
      }
    }
  }

  var kind: Class
  /// Why, in a few words.
  var note: String

  /// Reads lines of suite, language, rule, hash or `*`, class and note, separated by tabs.
  ///
  /// Empty lines and lines that start with `#` are left alone.
  static func read(_ file: URL) throws -> [Key: CaseReason] {
    guard let text = try? String(contentsOf: file, encoding: .utf8) else {
      throw MeasureError.missingFile(path: file.relativePath)
    }
    var reasons: [Key: CaseReason] = [:]
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line.isEmpty || line.hasPrefix("#") { continue }
      let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard cells.count == 6, let kind = Class(rawValue: cells[4]), !cells[5].isEmpty else {
        throw MeasureError.invalidRecord(
          path: file.lastPathComponent, line: index + 1,
          reason: "expected suite, language, rule, hash or *, one of "
            + Class.allCases.map(\.rawValue).joined(separator: ", ") + ", and a note")
      }
      let key = Key(suite: cells[0], language: cells[1], rule: cells[2], mark: cells[3])
      guard reasons.updateValue(CaseReason(kind: kind, note: cells[5]), forKey: key) == nil else {
        throw MeasureError.invalidRecord(
          path: file.lastPathComponent, line: index + 1, reason: "the case is explained twice")
      }
    }
    return reasons
  }
}
