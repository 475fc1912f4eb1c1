// SPDX-License-Identifier: Apache-2.0

import CopydeskAnalysis
import Testing

@Suite struct MeasureUnitTests {
  @Test(arguments: [
    (100.0, MeasureUnit.kilometer, MeasureUnit.mile, 62.137), (86, .fahrenheit, .celsius, 30),
    (-40, .celsius, .fahrenheit, -40), (1, .acre, .hectare, 0.4047), (100, .kilometerPerHour, .milePerHour, 62.137),
    (2, .week, .day, 14), (1, .stone, .pound, 14),
  ])
  func `amounts convert`(_ amount: Double, _ from: MeasureUnit, _ to: MeasureUnit, _ expected: Double) throws {
    #expect(abs(try #require(from.convert(amount, to: to)) - expected) < 0.001)
  }

  @Test func `other dimensions do not`() {
    #expect(MeasureUnit.kilometer.convert(1, to: .hour) == nil)
  }

  @Test func `a shared name may be each of its currencies`() {
    #expect(Currency("$").mayBe(Currency("CAD")))
    #expect(Currency("-PESO").mayBe(Currency("$")))
    #expect(!Currency("$").mayBe(Currency("EUR")))
    #expect(!Currency("USD").mayBe(Currency("CAD")))
  }
}
