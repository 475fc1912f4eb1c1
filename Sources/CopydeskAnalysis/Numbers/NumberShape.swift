// SPDX-License-Identifier: Apache-2.0

/// How a number's digits are set apart, before any language says what the signs mean.
public enum NumberShape: Hashable, Sendable {
  /// Digits without a sign: `1234`.
  case whole
  /// One sign that can only be a decimal sign, such as in `3,5` or `0.125`.
  case fraction(NumberSign)
  /// One sign with three digits behind it and one to three before it: `29.300` is a grouped number to some, a
  /// decimal one to others.
  case threeDigits(NumberSign)
  /// Two or more equal signs with three digits (or the Indian two) between them: `1.234.567`.
  case grouped(NumberSign)
  /// Groups and a decimal sign: `1,234.5`.
  case groupedFraction(grouping: NumberSign, decimal: NumberSign)
  /// Nothing that a locale writes for a number: times, dates, versions, and slips.
  case other

  /// Reads the shape of a number's groups; `startsWithZero` tells `0.125` from `1.125`.
  init(_ groups: DigitGroups, startsWithZero: Bool) {
    self = .other
    guard !groups.overflows else { return }
    let last = groups.count - 1
    if last == 0 {
      self = .whole
      return
    }
    let first = groups.sign(after: 0)
    let final = groups.sign(after: last - 1)
    guard first != .colon, final != .colon else { return }
    if last == 1 {
      let isGroup = groups.length(at: 1) == 3 && groups.length(at: 0) <= 3 && !startsWithZero
      if first.isSpace || first == .apostrophe || first == .curlyApostrophe {
        // A space or an apostrophe is never a decimal sign.
        if isGroup { self = .grouped(first) }
      } else {
        self = isGroup ? .threeDigits(first) : .fraction(first)
      }
      return
    }
    // The groups before a possible fraction.
    let groupEnd = first == final ? last : last - 1
    guard !startsWithZero, NumberShape.areGroups(groups, upTo: groupEnd, sign: first) else { return }
    if groupEnd == last {
      self = .grouped(first)
    } else if !final.isSpace {
      self = .groupedFraction(grouping: first, decimal: final)
    }
  }

  /// Whether the runs are one to three digits, then threes; or Indian: twos, then three at the end.
  private static func areGroups(_ groups: DigitGroups, upTo last: Int, sign: NumberSign) -> Bool {
    guard last >= 1, groups.length(at: 0) <= 3, groups.length(at: last) == 3 else { return false }
    let middle = groups.length(at: min(1, last))
    for index in 0..<last where groups.sign(after: index) != sign { return false }
    guard last > 1 else { return true }
    guard middle == 3 || middle == 2 && sign == .comma && groups.length(at: 0) <= 2 else { return false }
    for index in 1..<last where groups.length(at: index) != middle { return false }
    return true
  }
}
