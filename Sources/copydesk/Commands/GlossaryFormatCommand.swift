// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CopydeskProject
import CopydeskSystem

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
        Output.say(error.description)
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
      Output.say("\(path): not in canonical form")
    } else if isChanged {
      try GlossaryFile.write(formatted, to: path)
      Output.say("\(path): formatted")
    }
    return isChanged
  }
}
