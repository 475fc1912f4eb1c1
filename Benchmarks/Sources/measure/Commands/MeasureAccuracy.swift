// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// Measures what copydesk finds and what it flags without reason.
struct MeasureAccuracy: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accuracy",
    abstract: "Scores findings on injected errors, professional references and spans marked by people."
  )

  @Option(help: ArgumentHelp("The copydesk binary.", valueName: "path"))
  var copydesk: String

  @Option(help: ArgumentHelp("The folder with injected, docs and mqm.", valueName: "folder"))
  var data: String

  @Option(help: ArgumentHelp("The report to write.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("The folder of shipped glossaries, all of which are used.", valueName: "folder"))
  var glossaries = "glossaries"

  @Option(help: ArgumentHelp("Also write every finding on clean text with its context, as TSV.", valueName: "file"))
  var findings: String?

  @Option(help: ArgumentHelp("Also write every injected error that was missed, as TSV.", valueName: "file"))
  var missed: String?

  @Option(help: ArgumentHelp("Also write every term that was judged wrongly, as TSV.", valueName: "file"))
  var termMistakes: String?

  @Option(
    help: ArgumentHelp(
      "Also write every finding on numbers and dates of references, as TSV that starts with lines for the verdicts.",
      valueName: "file"))
  var quantities: String?

  @Option(help: ArgumentHelp("What a reader thinks of those findings.", valueName: "file"))
  var verdicts = "Benchmarks/Data/reference-verdicts.tsv"

  @Option(
    help: ArgumentHelp(
      "Also write every case of other tools that is judged otherwise, as TSV that starts with lines for the reasons.",
      valueName: "file"))
  var disagreements: String?

  @Option(help: ArgumentHelp("Why those cases are judged otherwise.", valueName: "file"))
  var reasons = "Benchmarks/Data/case-reasons.tsv"

  @Option(
    help: ArgumentHelp("The folder with labeled cases of terms and numbers; none are run without.", valueName: "folder")
  )
  var conformance: String?

  @Option(
    name: .customLong("stream-argument"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("An argument for copydesk stream; repeatable.", valueName: "argument"))
  var streamArguments: [String] = []

  func run() throws {
    let judged = try ReferenceVerdict.read(URL(fileURLWithPath: verdicts))
    let explained = try CaseReason.read(URL(fileURLWithPath: reasons))
    let records = try AccuracyData(folder: URL(fileURLWithPath: data))
    let names = try ShippedGlossaries.names(in: glossaries)
    let stream = CopydeskStream(
      program: try Program.named(copydesk), arguments: names.flatMap { ["--glossary", $0] } + streamArguments)
    let score = try AccuracyScore(data: records, answer: stream.flags)

    func result(of suite: ConformanceSuite) throws -> ConformanceResult? {
      guard let conformance else { return nil }
      return try ConformanceResult(of: suite, in: URL(fileURLWithPath: conformance), stream: stream.withoutArguments)
    }
    let quantityReport = QuantityReport(
      outcomes: score.outcomes, references: score.quantities, verdicts: judged, changedNumbers: score.changedNumbers,
      wrongPairs: try result(of: .wrongNumberPairs), rightPairs: try result(of: .rightNumberPairs))

    let agreement = try AgreementSuite.all.compactMap { suite in
      try conformance.flatMap { folder in
        try AgreementResult(of: suite, in: URL(fileURLWithPath: folder), stream: stream.withoutArguments)
      }
    }

    var words = ["accuracy", "--copydesk", copydesk, "--data", data, "--output", output]
    if glossaries != "glossaries" { words += ["--glossaries", glossaries] }
    if let conformance { words += ["--conformance", conformance] }
    for argument in streamArguments { words += ["--stream-argument", argument] }
    let report = AccuracyReport(
      score: score, termCases: try result(of: .newsTerms), quantities: quantityReport,
      agreement: AgreementReport(results: agreement, reasons: explained), command: CommandText.text(for: words),
      glossaries: names)
    try Self.write(report.markdown, to: output)
    if let findings { try Self.write(ReadableFindings.table(of: score.readable), to: findings) }
    if let termMistakes {
      try Self.write(ReadableFindings.table(ofTermMistakes: score.terms.mistakes), to: termMistakes)
    }
    if let quantities {
      try Self.write(ReadableFindings.table(of: score.quantities.findings, verdicts: judged), to: quantities)
    }
    if let disagreements {
      try Self.write(ReadableFindings.table(of: agreement, reasons: explained), to: disagreements)
    }
    if let missed { try Self.write(ReadableFindings.table(ofMissed: score.missed), to: missed) }
  }

  private static func write(_ text: String, to path: String) throws {
    let file = URL(fileURLWithPath: path)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
  }
}
