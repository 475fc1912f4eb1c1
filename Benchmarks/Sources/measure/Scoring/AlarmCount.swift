// SPDX-License-Identifier: Apache-2.0

/// Flags counted over texts that should raise none.
struct AlarmCount {
  private(set) var documents = 0
  private(set) var segments = 0
  private(set) var words = 0
  private(set) var bySeverity: [Severity: Int] = [:]
  private(set) var byRule: [String: [Severity: Int]] = [:]

  /// Counts one text and the flags on it.
  mutating func add(segments: [String], flags: [SpanFlag]) {
    documents += 1
    self.segments += segments.count
    words += segments.reduce(0) { $0 + $1.wordCount }
    for flag in flags {
      bySeverity[flag.severity, default: 0] += 1
      byRule[flag.rule, default: [:]][flag.severity, default: 0] += 1
    }
  }

  /// Adds what another count has seen.
  mutating func add(_ other: AlarmCount) {
    documents += other.documents
    segments += other.segments
    words += other.words
    bySeverity.merge(other.bySeverity, uniquingKeysWith: +)
    for (rule, counts) in other.byRule { byRule[rule, default: [:]].merge(counts, uniquingKeysWith: +) }
  }

  /// Flags of any severity.
  var flags: Int { bySeverity.values.reduce(0, +) }

  /// Errors and warnings.
  var alarms: Int { flags - suggestions }

  var suggestions: Int { bySeverity[.suggestion, default: 0] }
}
