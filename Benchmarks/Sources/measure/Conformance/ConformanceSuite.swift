// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A file of cases that say what must be found and what must not.
struct ConformanceSuite: Sendable {
  /// One case.
  struct Case {
    var request: StreamRequest
    /// The days on which it is read; a finding on any of them counts.
    var days: [String] = []
    /// What must be found, in words.
    var expectation: String
    var passes: ([SpanFlag]) -> Bool
  }

  var name: String
  var fileName: String
  /// The share of cases that must pass.
  var floor: Double
  var cases: @Sendable (URL) throws -> [Case]

  static let all = [newsTerms, wrongNumberPairs, rightNumberPairs, weekdaysOfLanguageTool]

  /// News sentences with an inline glossary, labeled as right or wrong.
  static let newsTerms = ConformanceSuite(name: "news terms", fileName: "news_term_cases.jsonl", floor: 1) { file in
    try JSONLines.records(TermCase.self, in: file).map { test in
      let request = StreamRequest(
        id: test.id, language: test.targetLanguage, sourceLanguage: test.sourceLanguage, glossary: test.glossary,
        segments: [test.target], source: [test.source])
      let isWrong = test.label == "err"
      return Case(
        request: request, expectation: isWrong ? "expected a finding on a term or name" : "expected no finding"
      ) { flags in
        flags.contains { $0.rule.hasPrefix("terminology/") || $0.rule.hasPrefix("names/") } == isWrong
      }
    }
  }

  /// Sentences with right and wrong weekdays from LanguageTool's rules.
  static let weekdaysOfLanguageTool = ConformanceSuite(
    name: "LanguageTool weekdays", fileName: AgreementSuite.languageTool.fileName, floor: 0.97
  ) { file in
    try AgreementSuite.languageTool.cases(file).cases
      .filter { $0.topic == LanguageToolTopic.weekdays.rawValue }
      .map { test in
        Case(
          request: test.request, days: test.days,
          expectation: test.isWrong ? "expected a finding on dates at the mark" : "expected no wrong date"
        ) { flags in
          flags.contains(where: test.isRelevant) == test.isWrong
        }
      }
  }
}

/// A sentence with its source, an inline glossary and a label.
private struct TermCase: Decodable {
  var id: String
  var sourceLanguage: String
  var targetLanguage: String
  var source: String
  var target: String
  var glossary: [StreamRequest.GlossaryPair]
  var label: String

  private enum CodingKeys: String, CodingKey {
    case id, source, target, glossary, label
    case sourceLanguage = "source_lang"
    case targetLanguage = "target_lang"
  }
}
