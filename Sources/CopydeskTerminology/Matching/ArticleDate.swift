// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// What is known of the day an article is published.
public enum ArticleDate: Hashable, Sendable {
  /// The day itself.
  case known(CalendarDate)
  /// A day before which it cannot have been, such as that of a post the article shows.
  case notBefore(CalendarDate)
  /// Nothing.
  case unknown

  /// What a date and a lower bound tell; the date itself comes first.
  public init(_ date: CalendarDate?, notBefore bound: CalendarDate?) {
    self = date.map { .known($0) } ?? bound.map { .notBefore($0) } ?? .unknown
  }

  /// Whether spans of validity certainly exclude the day; an empty list never does.
  public func isOutside(_ spans: [Validity]) -> Bool {
    if spans.isEmpty { return false }
    switch self {
    case .known(let day): return spans.allSatisfy { !$0.contains(day) }
    case .notBefore(let day): return spans.allSatisfy { span in span.to.map { $0 < day } ?? false }
    case .unknown: return false
    }
  }

  /// Whether the day certainly lies in one of some spans of validity.
  public func isInside(_ spans: [Validity]) -> Bool {
    switch self {
    case .known(let day): spans.contains { $0.contains(day) }
    case .notBefore(let day): spans.contains { $0.to == nil && $0.contains(day) }
    case .unknown: false
    }
  }
}
