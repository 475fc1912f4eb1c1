// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import Foundation
import Testing

@testable import CopydeskAnalysis

/// Keeps the words of quantities equal to what ICU says.
///
/// `COPYDESK_RECORD=1 swift test --filter QuantityTableTests` writes them anew.
@Suite struct QuantityTableTests {
  static let languages = [
    "ar", "cs", "de", "en", "es", "fr", "he", "hi", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr", "uk", "zh",
  ]

  /// The ICU the files were made with.
  static let icuVersion = "72.1"

  @Test(
    .enabled(if: ICUVersion.icu == QuantityTableTests.icuVersion || CLDRTableTests.records), arguments: languages)
  func `the words are what ICU says`(_ language: String) throws {
    let expected = """
      # Generated from CLDR \(ICUVersion.cldr) through ICU \(ICUVersion.icu) by
      # `COPYDESK_RECORD=1 swift test --filter QuantityTableTests`. Do not edit.
      # CLDR data is under the Unicode License, https://www.unicode.org/license.txt

      """ + (try QuantityHarvest.harvest(of: language).lines.map { "\($0)\n" }.joined())
    let file = URL(filePath: #filePath).appending(
      path: "../../../../Sources/CLanguageData/quantities/\(language).cldr.txt"
    ).standardized
    if CLDRTableTests.records { try expected.write(to: file, atomically: true, encoding: .utf8) }
    #expect(try String(contentsOf: file, encoding: .utf8) == expected)
  }
}
