// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A file of cases that say what must be found and what must not.
struct ConformanceSuite: Sendable {
  /// One case.
  struct Case {
    var request: StreamRequest
    /// What must be found, in words.
    var expectation: String
    var passes: ([SpanFlag]) -> Bool
  }

  var name: String
  var fileName: String
  /// The share of cases that must pass.
  var floor: Double
  var cases: @Sendable (URL) throws -> [Case]

  static let all = [newsTerms, wrongNumberPairs, rightNumberPairs, datesOfLanguageTool]

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

  /// Sentences with right and wrong dates from LanguageTool's rules, as far as they need no clock.
  ///
  /// A date without a year means the one nearest to the day of publication. Those rules take it to be
  /// in 2014; from the middle of that year every nearest date is.
  static let datesOfLanguageTool = ConformanceSuite(
    name: "LanguageTool dates", fileName: "lt2018_examples.jsonl", floor: 0.8
  ) { file in
    let filters: Set = ["DateCheckFilter", "DMYDateCheckFilter", "YMDDateCheckFilter"]
    let languages: Set = ["cs", "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "uk"]
    let rules: Set = ["dates/wrong-weekday", "dates/impossible-date"]
    return try JSONLines.records(LanguageToolExample.self, in: file).enumerated().compactMap { index, example in
      guard !filters.isDisjoint(with: example.filter ?? []), languages.contains(example.moduleLanguage)
      else { return nil }
      let request = StreamRequest(
        id: "\(example.rule) \(index + 1)", language: example.language, date: "2014-07-01", segments: [example.text])
      guard example.isBad, let span = example.span else {
        return Case(request: request, expectation: "expected no wrong date") { flags in
          !flags.contains { rules.contains($0.rule) }
        }
      }
      return Case(
        request: request, expectation: "expected a finding on dates at \(span.lowerBound)–\(span.upperBound)"
      ) { flags in
        flags.contains { $0.rule.hasPrefix("dates/") && $0.span.hits(span) }
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
