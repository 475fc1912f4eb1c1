// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What comes of importing rule files, and what the lint says of all of them together.
struct SwapImport {
  /// How the pairs of a package were imported.
  struct Count {
    var literals = 0
    var patternsAsTexts = 0
    var patterns = 0
    var lost = 0

    var total: Int { literals + patternsAsTexts + patterns + lost }
  }

  /// A loss as the import reports it.
  private struct Losses: Decodable {
    struct Loss: Decodable {
      var field: String
      var outcome: String
      var line: Int?
    }

    var losses: [Loss]
  }

  /// The counts by package, in the order of the table.
  var counts: [(package: String, count: Count)] = []
  /// The number of pairs that were lost, by reason.
  var reasons: [String: Int] = [:]
  /// The number of problems that the lint names, by check.
  var problems: [String: Int] = [:]
  /// The lines of the lint.
  var problemLines: [String] = []

  init(_ table: SwapTable, program: URL) throws {
    let (counts, reasons, lines) = try withTemporaryDirectory { directory in
      var counts: [(package: String, count: Count)] = []
      var reasons: [String: Int] = [:]
      let glossaries = directory.appendingPathComponent("glossaries")
      try FileManager.default.createDirectory(at: glossaries, withIntermediateDirectories: true)
      for (number, file) in table.files.enumerated() {
        let rules = directory.appendingPathComponent("\(number).yml")
        let losses = directory.appendingPathComponent("\(number).json")
        let name = (file.package + "-" + file.path).map { $0.isLetter || $0.isNumber ? String($0) : "-" }.joined()
        let glossary = glossaries.appendingPathComponent("\(name)-\(number).yml")
        try file.text.write(to: rules, atomically: true, encoding: .utf8)
        _ = try Self.run(
          program,
          [
            "glossary", "import", rules.path, "--from", file.isPrh ? "prh" : "vale-substitution", "--language",
            file.language, "--quiet", "--losses", losses.path, "--output", glossary.path,
          ], accepted: [0])
        let (count, lost) = try Self.count(file, losses: losses, glossary: glossary)
        for (reason, number) in lost { reasons[reason, default: 0] += number }
        if counts.last?.package != file.package { counts.append((file.package, Count())) }
        counts[counts.count - 1].count.add(count)
      }
      let lines = try Self.run(
        program, ["glossary", "check", glossaries.path, "--format", "concise"], accepted: [0, 1])
      return (counts, reasons, lines.split(separator: "\n").map(String.init))
    }
    self.counts = counts
    self.reasons = reasons
    problemLines = lines.map { line in
      // The folder is a temporary one.
      line.range(of: "/glossaries/").map { String(line[$0.upperBound...]) } ?? line
    }
    for line in problemLines {
      guard line.hasSuffix("]"), let bracket = line.lastIndex(of: "[") else { continue }
      problems[String(line[bracket...].dropFirst().dropLast()), default: 0] += 1
    }
  }

  private static func count(
    _ file: SwapTable.RuleFile, losses: URL, glossary: URL
  ) throws -> (count: Count, reasons: [String: Int]) {
    var lostLines: [Int: String] = [:]
    for loss in try JSONDecoder().decode(Losses.self, from: Data(contentsOf: losses)).losses {
      guard loss.field == "pattern", loss.outcome.hasPrefix("is left out"), let line = loss.line else { continue }
      lostLines[line] = loss.outcome.split(separator: ": ", maxSplits: 1).last.map(String.init) ?? loss.outcome
    }
    var reasons: [String: Int] = [:]
    for reason in lostLines.values { reasons[reason, default: 0] += 1 }
    var count = Count()
    for (index, swap) in file.swaps.enumerated() {
      if lostLines[index + file.headerLineCount + 1] != nil {
        count.lost += 1
      } else if swap.isPattern {
        count.patternsAsTexts += 1
      } else {
        count.literals += 1
      }
    }
    let patterns = ruleCount(ofPatternsIn: try String(contentsOf: glossary, encoding: .utf8))
    count.patterns = patterns
    count.patternsAsTexts -= patterns
    return (count, reasons)
  }

  /// The number of rules that gave terms that are patterns; a rule that was split gave several.
  private static func ruleCount(ofPatternsIn glossary: String) -> Int {
    var rules: Set<String> = []
    var unnamedCount = 0
    var isPattern = false
    for line in (glossary + "- text: end").split(separator: "\n") {
      let text = line.drop { $0 == " " }
      if text.hasPrefix("- ") {
        if isPattern { unnamedCount += 1 }
        isPattern = false
      } else if text == "match: regex" {
        isPattern = true
      } else if isPattern, text.hasPrefix("message: rule ") {
        rules.insert(String(text))
        isPattern = false
      }
    }
    return rules.count + unnamedCount
  }

  /// Runs the program and gives back what it writes to standard output.
  private static func run(_ program: URL, _ arguments: [String], accepted: Set<Int32>) throws -> String {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.environment = [:]
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    try process.run()
    // What goes to standard error is short enough for the pipe.
    let data = output.fileHandleForReading.readDataToEndOfFile()
    let message = errors.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    guard process.terminationReason == .exit, accepted.contains(process.terminationStatus) else {
      throw MeasureError.programFailed(
        program: "copydesk " + arguments.prefix(2).joined(separator: " "), status: process.terminationStatus,
        standardError: String(decoding: message, as: UTF8.self))
    }
    return String(decoding: data, as: UTF8.self)
  }
}

extension SwapImport.Count {
  /// Adds the counts of another file.
  mutating func add(_ other: SwapImport.Count) {
    literals += other.literals
    patternsAsTexts += other.patternsAsTexts
    patterns += other.patterns
    lost += other.lost
  }
}

extension SwapImport {
  /// The figures as tables.
  var markdown: String {
    var packages = MarkdownTable(
      header: ["package", "pairs", "texts", "patterns as texts", "patterns", "lost"], textColumns: [])
    var sum = Count()
    for (package, count) in counts {
      packages.rows.append(SwapImport.row(package, count))
      sum.add(count)
    }
    packages.rows.append(SwapImport.row("all", sum))
    return packages.markdown + "\n" + SwapImport.table(["lost because", "pairs"], reasons) + "\n"
      + SwapImport.table(["check", "problems"], problems)
  }

  private static func row(_ name: String, _ count: Count) -> [String] {
    [name] + [count.total, count.literals, count.patternsAsTexts, count.patterns, count.lost].map(Figures.count)
  }

  private static func table(_ header: [String], _ counts: [String: Int]) -> String {
    let rows = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { [$0.key, Figures.count($0.value)] }
    return MarkdownTable(header: header, rows: rows).markdown
  }
}
