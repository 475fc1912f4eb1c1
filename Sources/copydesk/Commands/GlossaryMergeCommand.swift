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
      is named in the output and in a comment before the concept, and the status is 1, as it is if both changes \
      together make a mistake. The result replaces OURS unless --output says otherwise, as git wants it of a merge \
      driver: merge.copydesk.driver = copydesk glossary merge %O %A %B --path %P.
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

  @Option(name: .long, help: ArgumentHelp("The path to name in messages (default: OURS).", valueName: "path"))
  var path: String?

  func run() throws {
    do throws(LintFailure) {
      let (text, conflicts, problems) = try GlossaryFile.merged(base: base, ours: ours, theirs: theirs)
      let target = output ?? ours
      if target == "-" {
        try GlossaryFile.writeToStandardOutput(text)
      } else {
        try GlossaryFile.write(text, to: target)
      }
      for conflict in conflicts { Output.say("\(path ?? ours): conflict: \(conflict)") }
      for problem in problems {
        let shown = GlossaryProblem(
          check: problem.check, path: path ?? ours, place: problem.place, message: problem.message)
        Output.say(shown.description)
      }
      if conflicts.isEmpty, problems.isEmpty { return }
    } catch {
      throw CommandFailure.failed(error)
    }
    throw CommandFailure(status: .findings, message: nil)
  }
}
