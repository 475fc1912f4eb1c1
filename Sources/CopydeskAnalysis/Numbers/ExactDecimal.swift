// SPDX-License-Identifier: Apache-2.0

/// A decimal number without rounding: the significand times a power of ten.
public struct ExactDecimal: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The digits as a whole number, without trailing zeros unless the exponent is 0.
  public let significand: Int64
  /// The power of ten; negative for decimals.
  public let exponent: Int

  /// Creates a number in lowest terms, so that equal numbers are equal values: `2.50` is `2.5`.
  public init(significand: Int64, exponent: Int = 0) {
    var significand = significand
    var exponent = exponent
    while exponent < 0, significand % 10 == 0 {
      significand /= 10
      exponent += 1
    }
    // What fits has no power of ten, so that equal numbers stay equal values.
    while exponent > 0, case let (product, overflows) = significand.multipliedReportingOverflow(by: 10), !overflows {
      significand = product
      exponent -= 1
    }
    self.significand = significand
    self.exponent = exponent
  }

  /// The number with `.` before decimals and without grouping.
  public var description: String {
    if exponent >= 0 { return String(significand) + String(repeating: "0", count: exponent) }
    let digits = String(significand.magnitude)
    let padded = String(repeating: "0", count: max(0, 1 - exponent - digits.utf8.count)) + digits
    let split = padded.index(padded.endIndex, offsetBy: exponent)
    return (significand < 0 ? "-" : "") + padded[..<split] + "." + padded[split...]
  }

  /// Zero.
  public static let zero = ExactDecimal(significand: 0)

  /// The nearest binary number, for conversions and ratios.
  public var doubleValue: Double {
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= 10 }
    return exponent < 0 ? Double(significand) / power : Double(significand) * power
  }

  /// The power of ten of the last digit that is not zero, or of the ones for zero: -1 for `2.5`, 2 for `1200`.
  public var lastDigitExponent: Int {
    guard significand != 0 else { return 0 }
    var rest = significand
    var power = exponent
    while rest % 10 == 0 {
      rest /= 10
      power += 1
    }
    return power
  }

  /// The number without its sign.
  public var magnitude: ExactDecimal {
    significand < 0 && significand > .min ? ExactDecimal(significand: -significand, exponent: exponent) : self
  }

  /// The product with a whole number, or `nil` if it does not fit.
  public func multiplied(by factor: Int64) -> ExactDecimal? {
    var factor = factor
    var exponent = exponent
    // Powers of ten move the point first, so that `2.5 × 10⁶` needs no more digits.
    while exponent < 0, factor % 10 == 0, factor != 0 {
      factor /= 10
      exponent += 1
    }
    var (product, overflows) = significand.multipliedReportingOverflow(by: factor)
    // A German trillion has eighteen zeros: what does not fit stays a power of ten.
    while overflows, factor % 10 == 0, factor != 0, exponent < 24 {
      factor /= 10
      exponent += 1
      (product, overflows) = significand.multipliedReportingOverflow(by: factor)
    }
    return overflows ? nil : ExactDecimal(significand: product, exponent: exponent)
  }

  /// The sum, or `nil` if it does not fit.
  public func adding(_ other: ExactDecimal) -> ExactDecimal? {
    let exponent = min(exponent, other.exponent)
    guard let left = significand(at: exponent), let right = other.significand(at: exponent) else { return nil }
    let (sum, overflows) = left.addingReportingOverflow(right)
    return overflows ? nil : ExactDecimal(significand: sum, exponent: exponent)
  }

  /// The significand for a lower exponent.
  private func significand(at lower: Int) -> Int64? {
    var result = significand
    for _ in 0..<(exponent - lower) {
      let (product, overflows) = result.multipliedReportingOverflow(by: 10)
      if overflows { return nil }
      result = product
    }
    return result
  }

  /// The number if it is whole and fits.
  public var wholeValue: Int64? { exponent < 0 ? nil : significand(at: 0) }

  /// Compares by value.
  public static func < (left: ExactDecimal, right: ExactDecimal) -> Bool {
    let exponent = min(left.exponent, right.exponent)
    guard let a = left.significand(at: exponent), let b = right.significand(at: exponent) else {
      return left.doubleValue < right.doubleValue
    }
    return a < b
  }
}
