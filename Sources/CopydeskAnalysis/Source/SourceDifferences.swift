// SPDX-License-Identifier: Apache-2.0

/// Where copy and source do not say the same by value.
public struct SourceDifferences: Sendable {
  /// Numbers, money and measurements.
  public let quantities: [QuantityDifference]
  /// Dates and weekdays.
  public let dates: [DateDifference]
  /// Times of day.
  public let times: [TimeDifference]

  /// No differences.
  static let none = SourceDifferences(quantities: [], dates: [], times: [])
}
