// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CopydeskInterchange
import CopydeskLinting
import CopydeskProject
import CopydeskSystem

/// `copydesk glossary export`: writes a glossary for another tool.
struct GlossaryExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a glossary for another tool.",
    discussion: "What the format cannot hold is reported on standard error; with --strict the status is then 1.")

  @Argument(help: ArgumentHelp("The glossary, in any format that can be read, or “-”.", valueName: "file"))
  var path: String

  @Option(name: .long, help: ArgumentHelp("The format to write.", valueName: "format"))
  var to: GlossaryFormat

  @OptionGroup var languages: InterchangeLanguageOptions
  @OptionGroup var lossOptions: LossOptions

  @Option(
    name: [.short, .long], help: ArgumentHelp("The file to write (default: standard output).", valueName: "file"))
  var output: String?

  @Flag(name: .long, help: "Start a table with a byte order mark, which Excel needs to read UTF-8.")
  var byteOrderMark = false

  func validate() throws {
    if byteOrderMark, to != .csv, to != .tsv {
      throw ValidationError("--byte-order-mark is for tables; expected --to csv or --to tsv")
    }
  }

  func run() throws {
    var report = LossOutput()
    do throws(LintFailure) {
      let shown = path == "-" ? "<stdin>" : path
      let imported = try GlossaryInput.read(
        try GlossaryFile.bytes(path), path: shown, format: path == "-" ? .yaml : nil,
        options: ImportOptions(sourceLanguage: languages.sourceLanguage, targetLanguage: languages.targetLanguage))
      report.add(imported.losses, of: shown)
      let options = ExportOptions(sourceLanguage: languages.sourceLanguage, targetLanguage: languages.targetLanguage)
      guard let exported = GlossaryInterchange.write(imported.document.glossary, format: to, options: options) else {
        throw LintFailure(nil, "files of the format “\(to.rawValue)” can only be read")
      }
      report.add(exported.losses, of: nil)
      let bytes = (byteOrderMark ? [0xEF, 0xBB, 0xBF] : []) + exported.bytes
      if let output { try GlossaryFile.write(bytes, to: output) } else { try GlossaryFile.writeToStandardOutput(bytes) }
      try report.finish(lossOptions, count: imported.document.glossary.concepts.count)
    } catch {
      throw CommandFailure.failed(error)
    }
    if lossOptions.strict, !report.isEmpty { throw CommandFailure(status: .findings, message: nil) }
  }
}
