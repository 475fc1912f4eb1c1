// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CopydeskLinting
import CopydeskProject
import CopydeskSystem

/// The program: reads its arguments, runs the command and ends with the command's status.
@main
struct Copydesk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copydesk",
    abstract: "Reads translated news copy like a copy editor and says what must not be published as it stands.",
    version: ToolVersion.current,
    subcommands: [
      LintCommand.self, StreamCommand.self, RulesCommand.self, DumpCommand.self, GlossaryCommand.self,
      DoctorCommand.self,
    ])

  static func main() {
    ProcessSignals.prepare()
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as CommandFailure {
      if let message = error.message { Output.say(message) }
      ProcessSignals.exit(error.status.rawValue)
    } catch {
      end(with: error)
    }
  }

  /// Ends after help, a version or wrong usage; the argument parser's own status for usage is not ours.
  private static func end(with error: any Error) -> Never {
    let text = fullMessage(for: error)
    if exitCode(for: error).isSuccess {
      StandardStream.output.print(text)
      ProcessSignals.exit(ExitStatus.clean.rawValue)
    }
    Output.say(text)
    ProcessSignals.exit(ExitStatus.failed.rawValue)
  }
}

/// What the program's status says.
enum ExitStatus: Int32 {
  /// Nothing at or above the level to fail on.
  case clean = 0
  /// Findings at or above the level to fail on.
  case findings = 1
  /// The job could not be done.
  case failed = 2
}

/// Ends a command with a status and possibly a message.
struct CommandFailure: Error {
  let status: ExitStatus
  let message: String?

  /// A command that could not do its job.
  static func failed(_ message: String) -> CommandFailure {
    CommandFailure(status: .failed, message: "error: \(message)")
  }

  /// A command that was given a name that means nothing.
  static func unknown(_ what: String, _ name: String, _ known: [String]) -> CommandFailure {
    let expected =
      NearestName.nearest(to: name, in: known).map { "did you mean “\($0)”?" }
      ?? "known are \(known.map { "“\($0)”" }.joined(separator: ", "))"
    return failed("unknown \(what) “\(name)”; \(expected)")
  }

  /// A command that failed for something in a file.
  static func failed(_ failure: LintFailure) -> CommandFailure {
    CommandFailure(status: .failed, message: failure.description)
  }
}
