// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CopydeskLinting
import CopydeskProject
import CopydeskSystem

/// `copydesk glossary merge`: brings two versions of a glossary together.
struct GlossaryMergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Merge by concept what two people made of one glossary.",
    discussion: """
      Values that one side changed are taken from that side; where both changed one value, ours stays, the conflict \
      is named, and the status is 1. The result replaces OURS unless --output says otherwise, as git wants it of a \
      merge driver: merge.copydesk.driver = copydesk glossary merge %O %A %B.
      """)

  @Argument(help: ArgumentHelp("The version that both started from.", valueName: "base"))
  var base: String

  @Argument(help: ArgumentHelp("Our version.", valueName: "ours"))
  var ours: String

  @Argument(help: ArgumentHelp("Their version.", valueName: "theirs"))
  var theirs: String

  @Option(
    name: [.short, .long], help: ArgumentHelp("Where to write the result; “-” is standard output.", valueName: "file"))
  var output: String?

  func run() throws {
    do throws(LintFailure) {
      let (text, conflicts) = try GlossaryFile.merged(base: base, ours: ours, theirs: theirs)
      let target = output ?? ours
      if target == "-" {
        try GlossaryFile.writeToStandardOutput(text)
      } else {
        try GlossaryFile.write(text, to: target)
      }
      for conflict in conflicts { Output.say("\(ours): conflict: \(conflict)") }
      if conflicts.isEmpty { return }
    } catch {
      throw CommandFailure.failed(error)
    }
    throw CommandFailure(status: .findings, message: nil)
  }
}
