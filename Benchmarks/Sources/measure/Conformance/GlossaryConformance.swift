// SPDX-License-Identifier: Apache-2.0

import Foundation

/// What became of the TBX files of a folder: read, written in every form, judged by the schema, and read again.
struct GlossaryConformance {
  /// The forms that are written, each with whether the schema of ISO 30042:2019 judges it.
  private static let forms: [(format: String, hasSchema: Bool)] = [
    ("tbx-basic-dca", true), ("tbx-basic-dct", true), ("tbx-min-dca", true), ("tbx-min-dct", true), ("tbx-v2", false),
  ]

  /// The table of the files.
  private(set) var table: MarkdownTable
  /// What went wrong, a line for each.
  private(set) var failures: [String] = []

  private let copydesk: URL
  private let xmllint: URL?

  /// Runs every file of a folder, which has what judges them in `schemas`.
  init(folder: URL, copydesk: URL) throws {
    self.copydesk = copydesk
    xmllint = Program.found("xmllint")
    table = MarkdownTable(
      header: ["TBX file", "concepts", "read"] + Self.forms.map(\.format),
      textColumns: Set(2..<(3 + Self.forms.count)))
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".tbx") }
    let schema = folder.appendingPathComponent("schemas/TBXcoreStructV03.rng")
    for name in names.sorted() {
      try withTemporaryDirectory { directory in
        try run(folder.appendingPathComponent(name), schema: schema, in: directory)
      }
    }
  }

  private mutating func run(_ file: URL, schema: URL, in directory: URL) throws {
    let name = file.lastPathComponent
    let isBad = name.contains("_bad") || name.contains("poorly")
    let glossary = directory.appendingPathComponent("glossary.yml")
    let reading = try importing(file, to: glossary)
    guard reading.status == 0 else {
      // A mistake names its place: `path:line:column: error: …`.
      let lines = reading.standardError.split(separator: "\n").filter { $0.hasPrefix(file.path) }
      let place = lines.first?.dropFirst(file.path.utf8.count + 1).split(separator: ":").prefix(2) ?? []
      let isPlaced = reading.status == 2 && place.count == 2 && place.allSatisfy { Int($0) != nil }
      if !isBad { failures.append("\(name): a good file is refused: \(lines.first ?? "")") }
      if isBad, !isPlaced { failures.append("\(name): the mistake has no place: \(reading.standardError)") }
      let others = lines.count > 1 ? " and \(lines.count - 1) more" : ""
      let outcome = isPlaced ? "refused at \(place.joined(separator: ":"))\(others)" : "failed"
      table.rows.append([name, "", outcome] + Self.forms.map { _ in "" })
      return
    }
    if isBad { failures.append("\(name): a bad file is read") }
    let text = try String(contentsOf: glossary, encoding: .utf8)
    let count = text.split(separator: "\n").count { $0.hasPrefix("  - id: ") }
    var row = [name, "\(count)", isBad ? "read" : "good"]
    for form in Self.forms {
      row.append(try written(glossary, form, text: text, name: name, schema: schema, in: directory))
    }
    table.rows.append(row)
  }

  /// What became of a form: whether the schema accepts it, and whether reading it gives the same glossary.
  private mutating func written(
    _ glossary: URL, _ form: (format: String, hasSchema: Bool), text: String, name: String, schema: URL,
    in directory: URL
  ) throws -> String {
    let file = directory.appendingPathComponent("\(form.format).tbx")
    let writing = try finished(copydesk, ["glossary", "export", glossary.path, "--to", form.format, "-o", file.path])
    guard writing.status == 0 else {
      failures.append("\(name): writing \(form.format) fails: \(writing.standardError)")
      return "failed"
    }
    var verdict = "unchecked"
    if let xmllint {
      let judged =
        form.hasSchema
        ? try finished(xmllint, ["--noout", "--nonet", "--relaxng", schema.path, file.path])
        : try finished(xmllint, ["--noout", "--nonet", file.path])
      verdict = judged.status != 0 ? "invalid" : form.hasSchema ? "valid" : "well-formed"
      if judged.status != 0 { failures.append("\(name): \(form.format) is invalid: \(judged.standardError)") }
    }
    let again = directory.appendingPathComponent("\(form.format).yml")
    let reading = try importing(file, to: again)
    guard reading.status == 0 else {
      failures.append("\(name): \(form.format) is not read again: \(reading.standardError)")
      return "\(verdict), unreadable"
    }
    let isSame = try String(contentsOf: again, encoding: .utf8) == text
    // The smaller dialect has no definitions, contexts or dates; the others lose nothing that TBX has.
    if !isSame, !form.format.hasPrefix("tbx-min") { failures.append("\(name): \(form.format) loses something") }
    return "\(verdict), \(isSame ? "same" : "less")"
  }

  private func importing(_ file: URL, to glossary: URL) throws -> (status: Int32, standardError: String) {
    try finished(copydesk, ["glossary", "import", file.path, "--id", "measured", "-o", glossary.path])
  }

  /// Runs a program to its end.
  private func finished(_ program: URL, _ arguments: [String]) throws -> (status: Int32, standardError: String) {
    try withTemporaryDirectory { directory in
      let errors = directory.appendingPathComponent("errors.txt")
      try Data().write(to: errors)
      let process = Process()
      process.executableURL = program
      process.arguments = arguments
      process.environment = [:]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = try FileHandle(forWritingTo: errors)
      try process.run()
      process.waitUntilExit()
      return (process.terminationStatus, try String(contentsOf: errors, encoding: .utf8))
    }
  }
}
