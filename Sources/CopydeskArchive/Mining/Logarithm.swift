// SPDX-License-Identifier: Apache-2.0

/// The natural logarithm of a positive number.
///
/// The core does without Foundation and libm's headers; the series is exact to about 12 digits, so that every machine
/// gives the same scores.
func logarithm(_ value: Double) -> Double {
  guard value > 0, value.isFinite else { return 0 }
  // value = significand × 2^exponent with the significand between 1 and 2.
  let ratio = (value.significand - 1.5) / (value.significand + 1.5)
  let square = ratio * ratio
  var term = ratio
  var sum = 0.0
  var divisor = 1.0
  while divisor < 19 {
    sum += term / divisor
    term *= square
    divisor += 2
  }
  return 2 * sum + 0.405_465_108_108_164_4 + Double(value.exponent) * 0.693_147_180_559_945_3
}

/// Ten to the power of a number.
func exponential(_ power: Double) -> Double {
  let argument = power * 2.302_585_092_994_045_7
  // e^x = (e^(x/1024))^1024
  let small = argument / 1024
  var result = 1 + small * (1 + small / 2 * (1 + small / 3 * (1 + small / 4)))
  for _ in 0..<10 { result *= result }
  return result
}
