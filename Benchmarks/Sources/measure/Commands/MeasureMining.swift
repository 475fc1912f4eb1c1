// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// Measures how many proposals of `glossary mine` an editor would keep.
struct MeasureMining: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mining",
    abstract: "Compares what glossary mine proposes on references with the verdicts of an editor."
  )

  @Option(help: ArgumentHelp("The copydesk binary.", valueName: "path"))
  var copydesk: String

  @Option(help: ArgumentHelp("The folder with docs.", valueName: "folder"))
  var data: String

  @Option(help: ArgumentHelp("The report to write.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("The verdicts.", valueName: "file"))
  var verdicts = "Benchmarks/Data/mining-verdicts.tsv"

  @Option(help: ArgumentHelp("Also write every proposal, judged or not, as lines for the verdicts.", valueName: "file"))
  var proposals: String?

  private static let limit = 100
  private static let minimumCount = 2

  func run() throws {
    let known = try MiningVerdict.read(URL(fileURLWithPath: verdicts))
    let program = try Program.named(copydesk)
    let docs = URL(fileURLWithPath: data).appendingPathComponent("docs")
    let scores = try MiningList.all.map { list in
      let files = try JSONLines.files(in: docs) { name in
        list.pairs.contains { name.hasPrefix("\($0).") } && name.contains(".ref")
      }
      guard !files.isEmpty else {
        throw MeasureError.noRecords(folder: docs.relativePath, pattern: "\(list.pairs[0]).*.ref*.jsonl")
      }
      return MiningScore(
        list: list, output: try mine(files, with: program, list), verdicts: known, limit: Self.limit)
    }
    let words = ["mining", "--copydesk", copydesk, "--data", data, "--output", output]
    let report = MiningReport(
      scores: scores, limit: Self.limit, minimumCount: Self.minimumCount, command: CommandText.text(for: words))
    try report.markdown.write(to: URL(fileURLWithPath: output), atomically: true, encoding: .utf8)
    if let proposals {
      let lines = scores.flatMap(\.proposals).map { proposal in
        let verdict = known[proposal]
        return [
          proposal.list, proposal.term, proposal.rendering, verdict.map { $0.isKept ? "keep" : "drop" } ?? "?",
          verdict?.reason ?? "",
        ].joined(separator: "\t") + "\n"
      }
      try lines.joined().write(to: URL(fileURLWithPath: proposals), atomically: true, encoding: .utf8)
    }
    for score in scores { print("\(score.list.name): \(score.kept) of \(score.proposals.count) kept") }
  }

  private func mine(_ files: [URL], with program: URL, _ list: MiningList) throws -> MiningOutput {
    try withTemporaryDirectory { directory in
      // Without glossaries, so that the verdicts hold however the shipped ones grow.
      let configuration = directory.appendingPathComponent("copydesk.yml")
      try "root: true\nglossaries: []\n".write(to: configuration, atomically: true, encoding: .utf8)
      var arguments = ["glossary", "mine", "--config", configuration.path, "--format", "json"]
      arguments += ["--limit", String(Self.limit), "--minimum-count", String(Self.minimumCount)]
      if list.isMonolingual {
        let articles = directory.appendingPathComponent("articles")
        try FileManager.default.createDirectory(at: articles, withIntermediateDirectories: true)
        var number = 0
        for record in try files.flatMap({ try JSONLines.records(DocumentRecord.self, in: $0) }) {
          number += 1
          let name = String(format: "%04d.\(record.language).txt", number)
          try record.target.joined(separator: "\n\n").write(
            to: articles.appendingPathComponent(name), atomically: true, encoding: .utf8)
        }
        arguments.append(articles.path)
      } else {
        arguments += files.flatMap { ["--pairs", $0.path] }
      }
      let result = directory.appendingPathComponent("mined.json")
      let errors = directory.appendingPathComponent("errors.txt")
      try Data().write(to: errors)
      let process = Process()
      process.executableURL = program
      process.arguments = arguments + ["-o", result.path]
      process.environment = [:]
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
      process.waitUntilExit()
      guard process.terminationReason == .exit, process.terminationStatus == 0 else {
        throw MeasureError.programFailed(
          program: "copydesk glossary mine", status: process.terminationStatus,
          standardError: try String(contentsOf: errors, encoding: .utf8))
      }
      return try JSONDecoder().decode(MiningOutput.self, from: Data(contentsOf: result))
    }
  }
}
