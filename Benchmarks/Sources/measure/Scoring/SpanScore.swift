// SPDX-License-Identifier: Apache-2.0

/// How far flags agree with the spans that people marked.
struct SpanScore {
  /// The agreement of a group of flags.
  struct Precision {
    var flags = 0
    /// Flags that overlap a marked span.
    var onMark = 0
    /// Flags that overlap a marked span that is no habit of one or two raters.
    var onAgreedMark = 0
    /// The share of each flag that lies on its best mark, summed.
    var overlap = 0.0
  }

  /// The share of a group of marked spans that some flag overlaps.
  struct Recall {
    var marks = 0
    var found = 0
    /// Marks on which two raters or more marked something, and those of them that were found.
    var sharedMarks = 0
    var sharedFound = 0
  }

  private(set) var byRule: [String: [String: Precision]] = [:]
  private(set) var byPair: [String: Precision] = [:]
  /// By pair and category; habits are left out.
  private(set) var recall: [String: [String: Recall]] = [:]

  /// Judges the flags on one translation against all marks on it.
  mutating func add(pair: String, flags: [SpanFlag], marks: [MarkedSpan]) {
    let bySegment = Dictionary(grouping: marks, by: \.segment)
    for flag in flags {
      let length = Double(max(1, flag.span.count))
      var best = 0
      var isAgreed = false
      for mark in bySegment[flag.segment] ?? [] {
        let overlap = mark.span.overlapLength(with: flag.span)
        best = max(best, overlap)
        if overlap > 0, !mark.isHabit { isAgreed = true }
      }
      let judged = Precision(
        flags: 1, onMark: best > 0 ? 1 : 0, onAgreedMark: isAgreed ? 1 : 0, overlap: Double(best) / length)
      byPair[pair, default: Precision()].add(judged)
      byRule[flag.rule, default: [:]][pair, default: Precision()].add(judged)
    }
    let flagsBySegment = Dictionary(grouping: flags, by: \.segment)
    for mark in marks where !mark.isHabit {
      let isFound = (flagsBySegment[mark.segment] ?? []).contains { $0.span.overlapLength(with: mark.span) > 0 }
      var counts = recall[pair, default: [:]][mark.category, default: Recall()]
      counts.marks += 1
      counts.found += isFound ? 1 : 0
      if mark.raters >= 2 {
        counts.sharedMarks += 1
        counts.sharedFound += isFound ? 1 : 0
      }
      recall[pair, default: [:]][mark.category] = counts
    }
  }
}

extension SpanScore.Precision {
  mutating func add(_ other: Self) {
    flags += other.flags
    onMark += other.onMark
    onAgreedMark += other.onAgreedMark
    overlap += other.overlap
  }
}
