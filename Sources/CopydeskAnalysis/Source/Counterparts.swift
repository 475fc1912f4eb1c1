// SPDX-License-Identifier: Apache-2.0

/// Where in the other language's text to look for the counterpart of something.
///
/// In all that people write, everything near is looked at. In a table of thousands of numbers that reached us as one
/// paragraph, only what stands at about the same place is, so that time grows with its length and not with its square.
enum Counterparts {
  /// How many places a counterpart may be away from where it is expected.
  static let reach = 100

  /// The items that may be the counterpart of one.
  ///
  /// - Parameters:
  ///   - index: The item.
  ///   - list: The items of its unit.
  ///   - other: The items of the unit's other side.
  ///   - near: What else may be looked at; it holds `other`.
  /// - Returns: All of `near` if it is short, else what stands about as far into it.
  static func candidates(for index: Int, of list: Range<Int>, in other: Range<Int>, near: Range<Int>) -> Range<Int> {
    guard near.count > 2 * reach else { return near }
    let place = other.lowerBound + (index - list.lowerBound) * other.count / max(1, list.count)
    return (place - reach..<place + reach).clamped(to: near)
  }

  /// The items that may be the counterpart of one, all in the unit's other side.
  static func candidates(for index: Int, of list: Range<Int>, in other: Range<Int>) -> Range<Int> {
    candidates(for: index, of: list, in: other, near: other)
  }
}
