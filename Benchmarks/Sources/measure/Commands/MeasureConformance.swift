// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Foundation

/// Runs other tools' test cases.
struct MeasureConformance: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conformance",
    abstract: "Runs cases of other tools and projects; exits with 1 if too few pass."
  )

  @Option(help: ArgumentHelp("The copydesk binary.", valueName: "path"))
  var copydesk: String

  @Option(help: ArgumentHelp("The folder with the case files.", valueName: "folder"))
  var data: String

  @Flag(help: "Also print every case that failed.")
  var failures = false

  func run() throws {
    let folder = URL(fileURLWithPath: data)
    let stream = CopydeskStream(program: try Program.named(copydesk))
    var table = MarkdownTable(header: ["cases", "language", "passed", "share", "floor"], textColumns: [1])
    var isBelowFloor = false
    for suite in ConformanceSuite.all {
      guard let result = try ConformanceResult(of: suite, in: folder, stream: stream) else {
        print("skipped \(suite.name): \(suite.fileName) is not in the folder")
        continue
      }
      for (language, passed, count) in result.byLanguage {
        table.rows.append([suite.name, language, "\(passed)/\(count)", Figures.ratio(passed, of: count), ""])
      }
      let (passed, count) = (result.passedCount, result.outcomes.count)
      table.rows.append([
        suite.name, "all", "\(passed)/\(count)", Figures.ratio(passed, of: count), Figures.decimal(suite.floor),
      ])
      if Double(passed) < suite.floor * Double(count) { isBelowFloor = true }
      if failures {
        for result in result.outcomes where !result.passed {
          let found = result.flags.map { "\($0.rule) \($0.span.lowerBound)–\($0.span.upperBound)" }
          print(
            "failed \(result.test.request.id) [\(result.test.request.language)]: \(result.test.expectation); found "
              + (found.isEmpty ? "nothing" : found.joined(separator: ", "))
              + "\n  \(result.test.request.segments.joined(separator: " / "))")
        }
      }
    }
    if !table.rows.isEmpty { print(table.markdown, terminator: "") }
    let glossaries = folder.appendingPathComponent("formats/tbx")
    if FileManager.default.fileExists(atPath: glossaries.path) {
      let result = try GlossaryConformance(folder: glossaries, copydesk: Program.named(copydesk))
      print("\n" + result.table.markdown, terminator: "")
      for failure in result.failures { print("failed \(failure)") }
      if !result.failures.isEmpty { isBelowFloor = true }
    } else {
      print("skipped TBX: formats/tbx is not in the folder")
    }
    let isImported = try importSwaps(folder.appendingPathComponent("vale_prh_swaps.tsv"))
    if isBelowFloor || !isImported { throw ExitCode(1) }
  }

  /// The share of the pairs of other tools' rules that must be imported.
  private static let swapFloor = 0.95

  /// Imports rule files, checks the glossaries that come of them together, and says whether enough was imported.
  private func importSwaps(_ file: URL) throws -> Bool {
    guard FileManager.default.fileExists(atPath: file.path) else {
      print("skipped rules of other tools: \(file.lastPathComponent) is not in the folder")
      return true
    }
    let imported = try SwapImport(SwapTable(file), program: try Program.named(copydesk))
    print("\n" + imported.markdown, terminator: "")
    if failures {
      for line in imported.problemLines { print(line) }
    }
    let (lost, total) = imported.counts.reduce((0, 0)) { ($0.0 + $1.count.lost, $0.1 + $1.count.total) }
    return Double(total - lost) >= Self.swapFloor * Double(total)
  }
}
