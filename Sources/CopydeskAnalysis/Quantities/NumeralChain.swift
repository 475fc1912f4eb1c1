// SPDX-License-Identifier: Apache-2.0

/// Adds up the words of one number: `dos mil quinientos millones` is (2 × 1000 + 500) × 10⁶.
struct NumeralChain {
  /// What is closed by factors.
  private var total: ExactDecimal = .zero
  /// What the next factor multiplies.
  private var group: ExactDecimal?
  /// The factor applied last.
  private(set) var lastScale: Int64?
  /// What the number is divided by.
  private(set) var denominator: Int64 = 1
  /// Whether nothing was added yet.
  var isEmpty: Bool { group == nil && lastScale == nil }
  /// Whether the open group came from digits, which words only multiply.
  private var hasDigits = false
  /// In French, 4 × 20 and 60 + 10 make tens.
  private let countsByTwenties: Bool

  init(countsByTwenties: Bool) {
    self.countsByTwenties = countsByTwenties
  }

  /// The value so far.
  var value: ExactDecimal? { total.adding(group ?? .zero) }

  /// Starts with a number in digits, or goes on with one behind a factor: `2 mil 500`.
  mutating func add(digits: ExactDecimal) -> Bool {
    guard group == nil, denominator == 1 else { return false }
    if let lastScale {
      guard lastScale == 1000, digits.exponent >= 0, digits < ExactDecimal(significand: 1000) else { return false }
    }
    group = digits
    hasDigits = true
    return true
  }

  /// Adds a number word; `false` if it belongs to another number.
  mutating func add(cardinal: ExactDecimal, isJoined: Bool) -> Bool {
    guard denominator == 1 else { return false }
    if let value = cardinal.wholeValue, value >= 1000, value % 1000 == 0, value <= 1_000_000, !isEmpty,
      !(group == nil && value <= lastScale ?? 0)
    {
      return apply(scale: value)
    }
    guard let open = group else {
      if let lastScale, cardinal >= ExactDecimal(significand: lastScale) { return false }
      if lastScale == nil, let thousands = cardinal.wholeValue, thousands >= 1000, thousands % 1000 == 0 {
        // A word for thousands is closed: hundreds behind it add to it.
        total = cardinal
        var scale: Int64 = 1000
        while thousands % (scale * 1000) == 0 { scale *= 1000 }
        close(scale)
        return true
      }
      group = cardinal
      return true
    }
    guard !hasDigits, let left = open.wholeValue, let right = cardinal.wholeValue, left > 0, right > 0 else {
      return false
    }
    if right == 100, left < 100 {
      group = ExactDecimal(significand: left * 100)
      return true
    }
    if countsByTwenties, right == 20, left % 100 == 4 {
      group = ExactDecimal(significand: left - 4 + 80)
      return true
    }
    let fits =
      left % 100 == 0 && right < 100 || left % 10 == 0 && left % 100 >= 20 && right < 10
      || countsByTwenties && (left % 100 == 60 || left % 100 == 80) && (10...19).contains(right)
      || isJoined && left % 100 < 10 && left % 100 > 0 && right < 100 && right % 10 == 0 && right >= 20
    guard fits, left + right < 1000 || left >= 1000 else { return false }
    group = ExactDecimal(significand: left + right)
    return true
  }

  /// Multiplies by a factor.
  mutating func apply(scale: Int64) -> Bool {
    guard denominator == 1 else { return false }
    guard let lastScale else {
      guard let product = (group ?? ExactDecimal(significand: 1)).multiplied(by: scale) else { return false }
      total = product
      close(scale)
      return true
    }
    if scale > lastScale {
      guard let product = value?.multiplied(by: scale) else { return false }
      total = product
    } else {
      guard scale < lastScale, let open = group, let product = open.multiplied(by: scale),
        let sum = total.adding(product)
      else { return false }
      total = sum
    }
    close(scale)
    return true
  }

  private mutating func close(_ scale: Int64) {
    group = nil
    hasDigits = false
    lastScale = scale
  }

  /// Adds a part of what was counted last: `dos millones y medio`, `two and a half`, `5½`.
  mutating func add(fraction numerator: Int64, of parts: Int64) -> Bool {
    guard denominator == 1, let part = NumeralChain.decimal(numerator, parts) else { return false }
    if let open = group {
      guard let sum = open.adding(part) else { return false }
      group = sum
      return true
    }
    guard let lastScale, let share = part.multiplied(by: lastScale), let sum = total.adding(share) else { return false }
    total = sum
    return true
  }

  /// Makes the number a count of parts: `two thirds`, or starts with a part: `half a million`.
  mutating func divide(fraction numerator: Int64, of parts: Int64) -> Bool {
    guard lastScale == nil, denominator == 1, !hasDigits else { return false }
    let count = group ?? ExactDecimal(significand: 1)
    guard let product = count.multiplied(by: numerator) else { return false }
    if let part = NumeralChain.decimal(1, parts), let whole = product.wholeValue, let value = part.multiplied(by: whole)
    {
      group = value
    } else {
      group = product
      denominator = parts
    }
    return true
  }

  /// A part as a decimal, where one gives it exactly.
  private static func decimal(_ numerator: Int64, _ parts: Int64) -> ExactDecimal? {
    switch parts {
    case 2: ExactDecimal(significand: numerator * 5, exponent: -1)
    case 4: ExactDecimal(significand: numerator * 25, exponent: -2)
    case 5: ExactDecimal(significand: numerator * 2, exponent: -1)
    case 8: ExactDecimal(significand: numerator * 125, exponent: -3)
    case 10: ExactDecimal(significand: numerator, exponent: -1)
    case 20: ExactDecimal(significand: numerator * 5, exponent: -2)
    case 100: ExactDecimal(significand: numerator, exponent: -2)
    default: nil
    }
  }
}
