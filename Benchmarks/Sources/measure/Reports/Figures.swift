// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The way figures are written in every report.
enum Figures {
  /// A number with a fixed count of decimals, the same on every machine.
  static func decimal(_ value: Double, places: Int = 2) -> String {
    String(format: "%.\(places)f", value)
  }

  /// A whole number with a comma before each group of three digits.
  static func count(_ value: Int) -> String {
    let digits = String(value)
    var result = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, digit.isNumber, (digits.count - index).isMultiple(of: 3), result != "-" { result += "," }
      result.append(digit)
    }
    return result
  }

  /// A share of a whole, or a dash where there is no whole.
  static func ratio(_ part: Int, of whole: Int, places: Int = 2) -> String {
    whole == 0 ? "–" : decimal(Double(part) / Double(whole), places: places)
  }

  /// How often something occurs in a thousand.
  static func perThousand(_ part: Int, of whole: Int) -> String {
    whole == 0 ? "–" : decimal(1000 * Double(part) / Double(whole))
  }
}
