// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// Measures how fast copydesk is and how much memory it needs, beside other tools.
struct MeasureSpeed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "speed",
    abstract: "Times start-up and throughput, with one thread and two, beside the tools that are installed.",
    discussion: """
      The articles are made from the texts in DATA/docs, in a temporary folder that is removed afterwards. Tools that \
      are not on the search path are named in the report and left out.
      """
  )

  @Option(help: ArgumentHelp("The copydesk binary.", valueName: "path"))
  var copydesk: String

  @Option(help: ArgumentHelp("The folder with docs.", valueName: "folder"))
  var data: String

  @Option(help: ArgumentHelp("The report to write.", valueName: "file"))
  var output: String

  @Option(help: ArgumentHelp("The folder of shipped glossaries.", valueName: "folder"))
  var glossaries = "glossaries"

  @Option(help: ArgumentHelp("How many runs count on the large tasks.", valueName: "n"))
  var rounds = 3

  @Option(help: ArgumentHelp("How many runs count on one article.", valueName: "n"))
  var startRounds = 21

  @Option(help: ArgumentHelp("The size of the largest task; the others shrink with it.", valueName: "MB"))
  var megabytes = 100

  func validate() throws {
    guard rounds > 0, startRounds > 0 else { throw ValidationError("at least one run must count") }
    guard megabytes > 0 else { throw ValidationError("--megabytes is \(megabytes); expected a positive number") }
  }

  func run() throws {
    let names = try ShippedGlossaries.names(in: glossaries)
    let report = try withTemporaryDirectory { directory in
      let corpus = try SpeedCorpus(
        documents: URL(fileURLWithPath: data).appendingPathComponent("docs"), folder: directory)
      var run = try SpeedRun(
        copydesk: try Program.named(copydesk), glossaries: names, directory: directory)
      for suffix in ["txt", "md"] {
        try run.measureStartUp(on: try corpus.article(in: "en", extension: suffix), rounds: startRounds)
      }
      try run.measureThroughput(on: try corpus.articles(in: "en", bytes: megabytes * 10_000), rounds: rounds, jobs: [1])
      try run.measureThroughput(on: try corpus.file(in: "en", bytes: megabytes * 100_000), rounds: rounds, jobs: [1])
      try run.measureThroughput(on: try corpus.articles(in: "en", bytes: megabytes * 1_000_000), rounds: rounds)
      for language in corpus.languages where Self.languages.contains(language) {
        try run.measureLanguage(on: try corpus.articles(in: language, bytes: megabytes * 100_000), rounds: rounds)
      }
      try run.measureGlossaries(
        of: [100, 10_000, 100_000], madeOf: corpus.words(in: "en"),
        article: try corpus.article(in: "en", extension: "txt"),
        text: try corpus.file(in: "en", bytes: megabytes * 100_000), rounds: rounds)
      return SpeedReport(
        run: run, command: CommandText.text(for: commandWords), machine: SpeedReport.machineDescription,
        glossaries: names)
    }
    let file = URL(fileURLWithPath: output)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try report.markdown.write(to: file, atomically: true, encoding: .utf8)
  }

  /// The target languages that Copydesk names as its own.
  private static let languages = ["de", "en", "es", "fr", "it", "pt", "ru", "uk"]

  private var commandWords: [String] {
    var words = ["speed", "--copydesk", copydesk, "--data", data, "--output", output]
    if glossaries != "glossaries" { words += ["--glossaries", glossaries] }
    if rounds != 3 { words += ["--rounds", String(rounds)] }
    if startRounds != 21 { words += ["--start-rounds", String(startRounds)] }
    if megabytes != 100 { words += ["--megabytes", String(megabytes)] }
    return words
  }
}
