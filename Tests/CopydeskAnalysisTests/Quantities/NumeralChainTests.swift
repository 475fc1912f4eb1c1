// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import CopydeskAnalysis

@Suite struct NumeralChainTests {
  private static func decimal(_ value: Int64, _ exponent: Int = 0) -> ExactDecimal {
    ExactDecimal(significand: value, exponent: exponent)
  }

  @Test func `factors multiply what stands before them`() {
    var chain = NumeralChain(countsByTwenties: false)
    var accepted: [Bool] = []
    // dos mil quinientos millones
    accepted.append(chain.add(cardinal: Self.decimal(2), isJoined: false))
    accepted.append(chain.apply(scale: 1000))
    accepted.append(chain.add(cardinal: Self.decimal(500), isJoined: false))
    accepted.append(chain.apply(scale: 1_000_000))
    #expect(chain.value == Self.decimal(2_500_000_000))
    #expect(accepted.allSatisfy { $0 })
  }

  @Test func `a part counts in the last factor`() {
    var chain = NumeralChain(countsByTwenties: false)
    var accepted: [Bool] = []
    accepted.append(chain.add(cardinal: Self.decimal(2), isJoined: false))
    accepted.append(chain.apply(scale: 1_000_000))
    accepted.append(chain.add(fraction: 1, of: 2))
    #expect(chain.value == Self.decimal(2_500_000))
    #expect(accepted.allSatisfy { $0 })
  }

  @Test func `French counts by twenties`() {
    var chain = NumeralChain(countsByTwenties: true)
    var accepted: [Bool] = []
    for word: Int64 in [4, 20, 17] { accepted.append(chain.add(cardinal: Self.decimal(word), isJoined: false) })
    #expect(chain.value == Self.decimal(97))
    var english = NumeralChain(countsByTwenties: false)
    accepted.append(english.add(cardinal: Self.decimal(4), isJoined: false))
    accepted.append(!english.add(cardinal: Self.decimal(20), isJoined: false))
    #expect(accepted.allSatisfy { $0 })
  }

  @Test func `digits with decimals keep them`() {
    var chain = NumeralChain(countsByTwenties: false)
    var accepted: [Bool] = []
    accepted.append(chain.add(digits: Self.decimal(35, -1)))
    accepted.append(chain.apply(scale: 1_000_000_000))
    #expect(chain.value == Self.decimal(3_500_000_000))
    accepted.append(!chain.add(digits: Self.decimal(500)))
  }

  @Test(arguments: [
    ("XXI", 21), ("XXIe", 21), ("XIV", 14), ("MMXXV", 2025), ("I", 1), ("IC", nil), ("IIII", nil), ("MIXED", nil),
    ("CIVIL", nil), ("", nil), ("e", nil),
  ])
  func `Roman numerals are read in their usual form`(_ text: String, _ value: Int?) {
    #expect(RomanNumeral.value(of: Array(text.utf8)) == value)
    #expect(accepted.allSatisfy { $0 })
  }

  @Test func `decimals are compared and added by value`() {
    #expect(Self.decimal(25, -1) < Self.decimal(3))
    #expect(Self.decimal(250, -2) == Self.decimal(25, -1))
    #expect(Self.decimal(25, -1).adding(Self.decimal(75, -2)) == Self.decimal(325, -2))
    #expect(Self.decimal(.max).multiplied(by: 10) == nil)
    #expect(Self.decimal(1200).lastDigitExponent == 2)
    #expect(Self.decimal(25, -1).lastDigitExponent == -1)
  }
}
