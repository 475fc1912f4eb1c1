// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What came of the cases of a suite.
struct ConformanceResult {
  /// One case with what was found in it.
  struct Outcome {
    var test: ConformanceSuite.Case
    var passed: Bool
    var flags: [SpanFlag]
  }

  var outcomes: [Outcome]

  /// Runs the cases of a suite; `nil` if its file is not in the folder.
  init?(of suite: ConformanceSuite, in folder: URL, stream: CopydeskStream) throws {
    let file = folder.appendingPathComponent(suite.fileName)
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    let cases = try suite.cases(file)
    outcomes = zip(cases, try stream.flags(on: cases.map(\.request), days: cases.map(\.days))).map { test, flags in
      Outcome(test: test, passed: test.passes(flags), flags: flags)
    }
  }

  /// The cases that passed and all cases, by language.
  var byLanguage: [(language: String, passed: Int, count: Int)] {
    Dictionary(grouping: outcomes) { baseLanguage(of: $0.test.request.language) }
      .sorted { $0.key < $1.key }
      .map { ($0.key, $0.value.count(where: \.passed), $0.value.count) }
  }

  var passedCount: Int { outcomes.count(where: \.passed) }
}
