// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// A date or weekday of the copy that is not the source's.
public struct DateDifference: Hashable, Sendable {
  /// What differs.
  public enum Kind: Hashable, Sendable {
    /// The day, the month or the year.
    case date
    /// Day and month changed places.
    case swapped
    /// The weekday.
    case weekday
  }

  /// What differs.
  public let kind: Kind
  /// The place in the source.
  public let source: TextRange
  /// The place in the copy.
  public let target: TextRange
}
