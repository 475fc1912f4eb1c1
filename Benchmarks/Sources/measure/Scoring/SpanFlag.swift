// SPDX-License-Identifier: Apache-2.0

/// A finding as scoring sees it: a rule's mark on a span of one segment.
struct SpanFlag {
  var rule: String
  var severity: Severity
  var message: String
  var segment: Int
  /// UTF-16 code units within the segment.
  var span: Range<Int>
  /// The places of the source that explain it.
  var sourcePlaces: [Place] = []

  /// Whether the flag counts as an alarm that a desk would have to act on.
  var isAlarm: Bool { severity != .suggestion }

  /// A span of a segment, in UTF-16 code units.
  struct Place {
    var segment: Int
    var span: Range<Int>
  }

  /// What two flags must share to be the same flag on an error and on its clean twin.
  var identity: Identity { Identity(rule: rule, segment: segment, span: span) }

  /// A rule and the place it marks.
  struct Identity: Hashable {
    var rule: String
    var segment: Int
    var span: Range<Int>
  }
}

extension Range<Int> {
  /// The number of code units that both spans hold.
  func overlapLength(with other: Range<Int>) -> Int {
    Swift.max(0, Swift.min(upperBound, other.upperBound) - Swift.max(lowerBound, other.lowerBound))
  }

  /// Whether the spans share a code unit; an empty span hits what it lies in or touches.
  func hits(_ other: Range<Int>) -> Bool {
    if overlapLength(with: other) > 0 { return true }
    guard isEmpty || other.isEmpty else { return false }
    return lowerBound <= other.upperBound && other.lowerBound <= upperBound
  }
}
