// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CopydeskAnalysis

@Suite struct NumeralChainTests {
  private static func decimal(_ value: Int64, _ exponent: Int = 0) -> ExactDecimal {
    ExactDecimal(significand: value, exponent: exponent)
  }

  /// One word of a number.
  private enum Step: Sendable {
    case word(Int64), digits(Int64, Int = 0), scale(Int64), half
  }

  /// The value of the words together, or `nil` if one of them belongs to another number.
  private static func value(_ steps: [Step], french: Bool = false) -> ExactDecimal? {
    var chain = NumeralChain(countsByTwenties: french)
    for step in steps {
      let fits =
        switch step {
        case .word(let value): chain.add(cardinal: decimal(value), isJoined: false)
        case .digits(let value, let exponent): chain.add(digits: decimal(value, exponent))
        case .scale(let scale): chain.apply(scale: scale)
        case .half: chain.add(fraction: 1, of: 2)
        }
      if !fits { return nil }
    }
    return chain.value
  }

  @Test func `factors multiply what stands before them`() {
    // dos mil quinientos millones
    #expect(Self.value([.word(2), .scale(1000), .word(500), .scale(1_000_000)]) == Self.decimal(2_500_000_000))
    #expect(Self.value([.scale(1000), .scale(1_000_000)]) == Self.decimal(1_000_000_000))
    #expect(Self.value([.word(2), .word(100), .word(30), .word(5)]) == Self.decimal(235))
    #expect(Self.value([.word(5), .word(6)]) == nil)
  }

  @Test func `a part counts in the last factor`() {
    #expect(Self.value([.word(2), .scale(1_000_000), .half]) == Self.decimal(2_500_000))
    #expect(Self.value([.word(2), .half, .scale(1_000_000)]) == Self.decimal(2_500_000))
  }

  @Test func `French counts by twenties`() {
    #expect(Self.value([.word(4), .word(20), .word(17)], french: true) == Self.decimal(97))
    #expect(Self.value([.word(60), .word(17)], french: true) == Self.decimal(77))
    #expect(Self.value([.word(4), .word(20)]) == nil)
  }

  @Test func `digits with decimals keep them`() {
    #expect(Self.value([.digits(35, -1), .scale(1_000_000_000)]) == Self.decimal(3_500_000_000))
    #expect(Self.value([.digits(35, -1), .scale(1_000_000_000), .digits(500)]) == nil)
    #expect(Self.value([.digits(20), .scale(1000), .digits(300)]) == Self.decimal(20_300))
  }

  @Test(arguments: [
    ("XXI", 21), ("XXIe", 21), ("XIV", 14), ("MMXXV", 2025), ("I", 1), ("IC", nil), ("IIII", nil), ("MIXED", nil),
    ("CIVIL", nil), ("", nil), ("e", nil),
  ])
  func `Roman numerals are read in their usual form`(_ text: String, _ value: Int?) {
    #expect(RomanNumeral.value(of: Array(text.utf8)) == value)
  }

  @Test func `decimals are compared and added by value`() {
    #expect(Self.decimal(25, -1) < Self.decimal(3))
    #expect(Self.decimal(250, -2) == Self.decimal(25, -1))
    #expect(Self.decimal(25, -1).adding(Self.decimal(75, -2)) == Self.decimal(325, -2))
    #expect(Self.decimal(.max).multiplied(by: 7) == nil)
    #expect(
      Self.decimal(34).multiplied(by: 1_000_000_000_000_000_000)?.description == "34"
        + String(repeating: "0", count: 18))
    #expect(Self.decimal(1200).lastDigitExponent == 2)
    #expect(Self.decimal(25, -1).lastDigitExponent == -1)
  }
}
