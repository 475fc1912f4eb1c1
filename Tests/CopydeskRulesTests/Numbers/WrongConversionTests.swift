// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
import CopydeskRules
import CopydeskTestSupport
import Testing

/// Conversions worked out here, as exactly as papers round them, and the same ones a tenth or more off.
@Suite struct WrongConversionTests {
  struct Pair: CustomTestStringConvertible, Sendable {
    let from: MeasureUnit
    let to: MeasureUnit
    let fromName: String
    let toName: String
    var testDescription: String { "\(fromName) in \(toName)" }
  }

  static let pairs = [
    Pair(from: .kilometer, to: .mile, fromName: "km", toName: "miles"),
    Pair(from: .mile, to: .kilometer, fromName: "miles", toName: "km"),
    Pair(from: .meter, to: .foot, fromName: "meters", toName: "feet"),
    Pair(from: .foot, to: .meter, fromName: "feet", toName: "meters"),
    Pair(from: .inch, to: .centimeter, fromName: "inches", toName: "centimeters"),
    Pair(from: .kilogram, to: .pound, fromName: "kilograms", toName: "pounds"),
    Pair(from: .pound, to: .kilogram, fromName: "pounds", toName: "kilograms"),
    Pair(from: .hectare, to: .acre, fromName: "hectares", toName: "acres"),
    Pair(from: .acre, to: .hectare, fromName: "acres", toName: "hectares"),
    Pair(from: .squareKilometer, to: .squareMile, fromName: "square kilometers", toName: "square miles"),
  ]

  static let amounts = [12.0, 25, 37, 64, 150, 275, 480, 850]

  @Test(arguments: pairs, amounts)
  func `a rounded conversion is right`(_ pair: Pair, _ amount: Double) throws {
    let right = try #require(pair.from.convert(amount, to: pair.to))
    for digits in [2, 3] {
      let item = NumberCase(
        "wrong-conversion", "en",
        "It measures \(Int(amount)) \(pair.fromName) (\(WrongConversionTests.rounded(right, digits)) \(pair.toName)).")
      #expect(try item.marked() == item.copy)
    }
  }

  @Test(arguments: pairs, amounts)
  func `a conversion a fifth off is wrong`(_ pair: Pair, _ amount: Double) throws {
    let right = try #require(pair.from.convert(amount, to: pair.to))
    for factor in [0.8, 1.22] {
      let wrong = WrongConversionTests.rounded(right * factor, 3)
      let item = NumberCase(
        "wrong-conversion", "en", "It measures \(Int(amount)) \(pair.fromName) (⟦\(wrong) \(pair.toName)⟧).")
      #expect(try item.marked() == item.copy)
    }
  }

  @Test(arguments: [-20, -5, 0, 4, 10, 18, 25, 37, 41])
  func `temperatures are right to the degree`(_ celsius: Int) throws {
    let fahrenheit = Int((Double(celsius) * 1.8 + 32).rounded())
    let right = NumberCase("wrong-conversion", "en", "It was \(celsius) °C (\(fahrenheit) °F) at noon.")
    #expect(try right.marked() == right.copy)
    let wrong = NumberCase("wrong-conversion", "en", "It was \(celsius) °C (⟦\(fahrenheit + 13) °F⟧) at noon.")
    #expect(try wrong.marked() == wrong.copy)
  }

  /// An amount with some digits that are not zero.
  private static func rounded(_ amount: Double, _ digits: Int) -> String {
    var step = 1.0
    while amount / step >= [0, 10, 100, 1000][digits] { step *= 10 }
    while amount / step < [0, 1, 10, 100][digits] { step /= 10 }
    guard step < 1 else {
      let whole = Int(((amount / step).rounded() * step).rounded())
      guard whole >= 1000 else { return String(whole) }
      let rest = String(whole % 1000)
      return "\(whole / 1000)," + String(repeating: "0", count: 3 - rest.utf8.count) + rest
    }
    let tenths = Int((amount * 10).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
