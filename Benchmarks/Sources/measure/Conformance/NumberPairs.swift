// SPDX-License-Identifier: Apache-2.0

import Foundation

extension ConformanceSuite {
  /// Numbers of news copy that say something else than their source, or say it in the way of another locale.
  static let wrongNumberPairs = numberPairs(name: "news numbers, wrong", label: "err", floor: 0.95)

  /// Numbers of news copy that say what their source says.
  static let rightNumberPairs = numberPairs(name: "news numbers, right", label: "ok", floor: 0.98)

  private static func numberPairs(name: String, label: String, floor: Double) -> ConformanceSuite {
    ConformanceSuite(name: name, fileName: "news_number_pairs.jsonl", floor: floor) { file in
      try JSONLines.records(NumberPair.self, in: file).filter { $0.label == label }.map { pair in
        let isWrong = pair.label == "err"
        return Case(
          request: StreamRequest(
            id: pair.id, language: pair.targetLanguage, sourceLanguage: pair.sourceLanguage, segments: [pair.target],
            source: [pair.source]),
          expectation: isWrong ? "expected a finding on numbers or dates" : "expected none on numbers or dates"
        ) { flags in
          flags.contains { QuantityRules.contains($0.rule) } == isWrong
        }
      }
    }
  }
}

/// A phrase with numbers, its source, and whether they agree.
private struct NumberPair: Decodable {
  var id: String
  var sourceLanguage: String
  var targetLanguage: String
  var source: String
  var target: String
  /// `ok` or `err`.
  var label: String

  private enum CodingKeys: String, CodingKey {
    case id, source, target, label
    case sourceLanguage = "source_lang"
    case targetLanguage = "target_lang"
  }
}
