// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CopydeskInterchange
import CopydeskJSON
import CopydeskLinting
import CopydeskProject
import CopydeskSystem

/// What to do about values that a format cannot hold.
struct LossOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("Also write every loss to this file, as JSON.", valueName: "file"))
  var losses: String?

  @Flag(name: .long, help: "End with 1 if anything is lost.")
  var strict = false

  @Flag(name: .shortAndLong, help: "Say nothing about losses.")
  var quiet = false
}

/// The losses of a conversion, as people and programs read them.
struct LossOutput {
  private var all = LossReport()
  private var paths: [String?] = []

  /// Whether nothing was lost.
  var isEmpty: Bool { all.isEmpty }

  /// Adds the losses of a file, or of the glossary itself.
  mutating func add(_ report: LossReport, of path: String?) {
    for loss in report.losses {
      all.note(loss)
      paths.append(path)
    }
  }

  /// Writes a line for each kind of loss to standard error, and each loss to the file that was asked for.
  func finish(_ options: LossOptions, count: Int) throws(LintFailure) {
    if !options.quiet {
      for line in all.summary { Output.say("lost: \(line)") }
      Output.say("concepts: \(count), losses: \(all.losses.count)")
    }
    if let path = options.losses { try GlossaryFile.write(json, to: path) }
  }

  private var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("version", 1)
    writer.name("losses")
    writer.beginArray()
    for (loss, path) in zip(all.losses, paths) {
      writer.beginObject()
      writer.member("field", loss.field)
      writer.member("outcome", loss.outcome)
      writer.member("subject", loss.subject)
      if let path { writer.member("path", path) }
      if let place = loss.place {
        writer.member("line", place.line)
        writer.member("column", place.column)
      }
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    writer.lineFeed()
    return writer.bytes
  }
}
