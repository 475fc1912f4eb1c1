// SPDX-License-Identifier: Apache-2.0

import Foundation

/// A file of another tool's cases on numbers and dates, compared with what Copydesk says.
///
/// Other tools are no authority: a disagreement is explained, not always mended.
struct AgreementSuite: Sendable {
  /// One case.
  struct Case {
    /// What the case is about: a row of the table.
    var topic: String
    /// The tool's name of what it tests.
    var rule: String
    var request: StreamRequest
    /// The days on which it is read; a finding on any of them counts.
    var days: [String] = []
    /// Whether the tool reports it.
    var isWrong: Bool
    /// Whether a finding says that it is wrong.
    var isRelevant: (SpanFlag) -> Bool

    /// A hash of the texts.
    var mark: String {
      let text = (request.source ?? []) + request.segments
      return Self.mark(of: text.joined(separator: "\n"))
    }

    /// FNV-1a in 64 bits, folded to 32, in hexadecimal digits.
    static func mark(of text: String) -> String {
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
      return String(format: "%08x", UInt32(truncatingIfNeeded: hash ^ (hash >> 32)))
    }
  }

  /// The cases of a file, and why others cannot be run.
  struct Cases {
    var cases: [Case] = []
    /// A reason for each case that is left out.
    var leftOut: [String] = []
  }

  /// Its name in reasons.
  var name: String
  /// Its name in the report.
  var title: String
  var fileName: String
  var cases: @Sendable (URL) throws -> Cases

  static let all = [languageTool, pofilter, trados]
}

/// What came of the cases of an agreement suite.
struct AgreementResult {
  /// One case with what was found in it.
  struct Outcome {
    var test: AgreementSuite.Case
    var flags: [SpanFlag]

    var agrees: Bool { flags.contains(where: test.isRelevant) == test.isWrong }
  }

  let suite: AgreementSuite
  let outcomes: [Outcome]
  let leftOut: [String]

  /// Runs the cases of a suite; `nil` if its file is not in the folder.
  init?(of suite: AgreementSuite, in folder: URL, stream: CopydeskStream) throws {
    let file = folder.appendingPathComponent(suite.fileName)
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    let read = try suite.cases(file)
    self.suite = suite
    leftOut = read.leftOut
    outcomes = zip(
      read.cases, try stream.flags(on: read.cases.map(\.request), days: read.cases.map(\.days))
    ).map { Outcome(test: $0, flags: $1) }
  }

  /// The reason for which a case is judged otherwise, the one of its own before that of its rule.
  ///
  /// The reason of a rule says why nothing is found; what is flagged without the tool needs a reason of its own.
  func reason(for test: AgreementSuite.Case, in reasons: [CaseReason.Key: CaseReason]) -> CaseReason? {
    let key = CaseReason.Key(suite: suite.name, language: test.request.language, rule: test.rule, mark: test.mark)
    if let reason = reasons[key] { return reason }
    guard test.isWrong else { return nil }
    return reasons[CaseReason.Key(suite: key.suite, language: key.language, rule: key.rule, mark: "*")]
  }
}
