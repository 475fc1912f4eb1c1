// SPDX-License-Identifier: Apache-2.0

import CopydeskText
import Testing

@testable import CopydeskArchive

@Suite struct PhraseCountsTests {
  @Test func `memory is bounded, and what recurs survives`() throws {
    var counts = PhraseCounts(capacity: 40)
    let letters = Array("bcdfgklmnprstvz")
    for number in 0..<200 {
      let word = "zal\(letters[number % 15])o\(letters[number / 15])un"
      let copy = try analysis("Nobody likes Lake Ostrum or the \(word) thing.\n")
      counts.add(ArticlePhrases(copy, includesMixed: false))
      #expect(counts.phrases.count <= 40)
    }
    let ostrum = PhraseKey.key(of: ["lake", "ostrum"].map { TokenKey.key(of: $0) })
    #expect(counts.phrases[ostrum]?.count == 200)
  }

  @Test func `the count that may be missing is known`() throws {
    var counts = PhraseCounts(capacity: 4)
    #expect(counts.lostCount == 0)
    for name in ["Adalmund", "Brestoria", "Calvinora", "Drumvalle", "Estreluna", "Fonsagra"] {
      counts.add(ArticlePhrases(try analysis("He saw \(name) once.\n"), includesMixed: false))
    }
    #expect(counts.lostCount > 0)
  }

  @Test(arguments: [
    (1.0, 0.0), (10, 2.302_585_092_994_046), (0.001, -6.907_755_278_982_137), (12345, 9.421_006_401_772_78),
  ])
  func `the logarithm is right`(value: Double, expected: Double) {
    #expect(abs(logarithm(value) - expected) < 1e-9)
  }

  @Test(arguments: [(0.0, 1.0), (2, 100), (-5.5, 3.162_277_660_168_379e-6)])
  func `the power of ten is right`(power: Double, expected: Double) {
    #expect(abs(exponential(power) / expected - 1) < 1e-6)
  }
}
