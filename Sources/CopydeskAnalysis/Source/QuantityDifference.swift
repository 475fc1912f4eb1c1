// SPDX-License-Identifier: Apache-2.0

/// A quantity that copy and source do not have alike.
public struct QuantityDifference: Hashable, Sendable {
  /// What differs.
  public enum Kind: Hashable, Sendable {
    /// The number.
    case number
    /// The factor: millions became billions.
    case scale
    /// The money.
    case currency
    /// The unit of measure, or a percent sign that was lost or gained.
    case unit
    /// The two sides of a result changed places.
    case order
    /// The copy has no such quantity.
    case missing
    /// The source has no such quantity.
    case added
  }

  /// What differs.
  public let kind: Kind
  /// The quantity of the source, or `nil` if it was added.
  public let source: Quantity?
  /// The quantity of the copy, or `nil` if it is missing.
  public let target: Quantity?
  /// The unit of the alignment where they stand.
  public let unit: SegmentAlignment.Unit
}
