// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CopydeskLinting
import CopydeskProject
import CopydeskSystem

/// `copydesk glossary`: work on glossary files.
struct GlossaryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "glossary",
    abstract: "Check and format glossaries.",
    subcommands: [
      GlossaryCheckCommand.self,
      GlossaryFormatCommand.self,
      GlossaryTryCommand.self,
      GlossaryUsageCommand.self,
    ])
}

/// `copydesk glossary check`: finds what is wrong with glossaries.
struct GlossaryCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report what is wrong with glossaries that are used together.",
    discussion: "Ends with 1 if something makes rules give wrong advice, with 2 if a file is no glossary.")

  @Argument(help: ArgumentHelp("Glossary files, or folders of them.", valueName: "path"))
  var paths: [String]

  func run() throws {
    let contexts = ContextStore()
    var documents: [GlossaryDocument] = []
    var hasFailure = false
    for path in GlossaryFile.expanded(paths) {
      do throws(LintFailure) {
        documents.append(try contexts.glossary(FileReference(path: path)))
      } catch {
        StandardStream.error.print(error.description)
        hasFailure = true
      }
    }
    let problems = GlossaryLint.check(documents, functionWords: GlossaryFile.functionWords)
    try Output.write(problems.map { "\($0)\n" }.joined())
    let conceptCount = documents.reduce(0) { $0 + $1.glossary.concepts.count }
    let errorCount = problems.count { $0.check.isError }
    StandardStream.error.print(
      "errors: \(errorCount), warnings: \(problems.count - errorCount), concepts: \(conceptCount)")
    if hasFailure { throw CommandFailure(status: .failed, message: nil) }
    if errorCount > 0 { throw CommandFailure(status: .findings, message: nil) }
  }
}

/// `copydesk glossary format`: brings glossaries into canonical form.
struct GlossaryFormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Bring glossaries into canonical form.",
    discussion: "With --check nothing is written, and the status is 1 if a file is not in canonical form.")

  @Argument(help: ArgumentHelp("Glossary files, folders of them, or “-” for standard input.", valueName: "path"))
  var paths: [String]

  @Flag(name: .long, help: "Only name the files that are not in canonical form.")
  var check = false

  func run() throws {
    var changedCount = 0
    var hasFailure = false
    for path in GlossaryFile.expanded(paths) {
      do throws(LintFailure) {
        if try format(path) { changedCount += 1 }
      } catch {
        StandardStream.error.print(error.description)
        hasFailure = true
      }
    }
    if hasFailure { throw CommandFailure(status: .failed, message: nil) }
    if check, changedCount > 0 { throw CommandFailure(status: .findings, message: nil) }
  }

  /// Formats a file and says whether it was in another form.
  private func format(_ path: String) throws(LintFailure) -> Bool {
    let (input, formatted) = try GlossaryFile.formatted(path)
    let isChanged = input != formatted
    if path == "-", !check {
      try GlossaryFile.writeToStandardOutput(formatted)
    } else if isChanged, check {
      StandardStream.error.print("\(path): not in canonical form")
    } else if isChanged {
      try GlossaryFile.write(formatted, to: path)
      StandardStream.error.print("\(path): formatted")
    }
    return isChanged
  }
}
