// SPDX-License-Identifier: Apache-2.0

import Foundation

extension AgreementSuite {
  /// The assertions of translate-toolkit about its check `numbers`.
  static let pofilter = AgreementSuite(
    name: "pofilter", title: "Assertions about pofilter's numbers", fileName: "pofilter_cases.jsonl"
  ) { file in
    var result = Cases()
    for (index, test) in try JSONLines.records(PofilterCase.self, in: file).enumerated()
    where test.check == "numbers" {
      guard test.checker == "StandardChecker" else {
        result.leftOut.append("about style sheets, which are no copy")
        continue
      }
      // Without a target language the checker takes both texts for English. With one, the assertions put the text
      // in that language first and the English one second.
      result.cases.append(
        Case(
          topic: test.targetLanguage.map { "\($0) and English" } ?? "no language", rule: test.check,
          request: StreamRequest(
            id: "pofilter \(index + 1)", language: "en", sourceLanguage: test.targetLanguage ?? "en",
            segments: [test.target], source: [test.source]),
          isWrong: test.expectation == "fail"
        ) { QuantityRules.contains($0.rule) })
    }
    return result
  }
}

/// An assertion about one of pofilter's checks.
private struct PofilterCase: Decodable {
  var checker: String
  var check: String
  var targetLanguage: String?
  var source: String
  var target: String
  /// `pass` or `fail`.
  var expectation: String

  private enum CodingKeys: String, CodingKey {
    case checker, check, source, target
    case targetLanguage = "target_lang"
    case expectation = "expect"
  }
}
