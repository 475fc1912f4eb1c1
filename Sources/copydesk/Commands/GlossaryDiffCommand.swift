// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CopydeskLinting
import CopydeskProject

/// `copydesk glossary diff`: compares two versions of a glossary.
struct GlossaryDiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show by concept what changed between two versions of a glossary.",
    discussion: "The order of concepts does not count. Ends with 1 if something changed.")

  @Argument(help: ArgumentHelp("The version before.", valueName: "old"))
  var old: String

  @Argument(help: ArgumentHelp("The version after.", valueName: "new"))
  var new: String

  func run() throws {
    let diff: GlossaryDiff
    do throws(LintFailure) {
      let contexts = ContextStore()
      diff = GlossaryDiff(
        from: try contexts.glossary(FileReference(path: old)).glossary,
        to: try contexts.glossary(FileReference(path: new)).glossary)
    } catch {
      throw CommandFailure.failed(error)
    }
    try Output.show(diff.description)
    if !diff.isEmpty { throw CommandFailure(status: .findings, message: nil) }
  }
}
