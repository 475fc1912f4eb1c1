// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CopydeskJSON
import CopydeskLinting
import CopydeskProject
import CopydeskSystem

/// `copydesk glossary check`: finds what is wrong with glossaries.
struct GlossaryCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report what is wrong with glossaries that are used together.",
    discussion: """
      Ends with 1 if something makes rules give wrong advice, with --strict also for warnings such as an overdue \
      review, and with 2 if a file is no glossary.
      """)

  @Argument(help: ArgumentHelp("Glossary files, or folders of them.", valueName: "path"))
  var paths: [String] = []

  @Flag(name: .long, help: "Fail for warnings, too.")
  var strict = false

  @Flag(name: .long, help: "Also report what a complete glossary would say, such as definitions and languages.")
  var complete = false

  @Flag(name: .long, help: "First mend what needs no judgement: white space, normal form, repetitions.")
  var fix = false

  @Flag(name: .long, help: "List the checks with what to do about each.")
  var list = false

  @Option(
    name: .long,
    help: """
      How to report: concise, full (with what to do about each problem), or json (default: full on a terminal, else \
      concise).
      """)
  var format: ProblemFormat?

  @Option(
    name: .long, help: ArgumentHelp("The day to judge review dates by (default: today).", valueName: "yyyy-mm-dd"))
  var date: CalendarDate?

  func validate() throws {
    if paths.isEmpty, !list { throw ValidationError("name glossary files or folders, or use --list") }
  }

  func run() throws {
    if list { return try Output.write(GlossaryCheckCommand.table) }
    let contexts = ContextStore()
    var documents: [GlossaryDocument] = []
    var failureCount = 0
    for path in GlossaryFile.expanded(paths) {
      do throws(LintFailure) {
        if fix, try GlossaryFile.clean(path) { Output.say("\(path): mended") }
        documents.append(try contexts.glossary(FileReference(path: path)))
      } catch {
        Output.say(error.description)
        failureCount += 1
      }
    }
    let lint = GlossaryLint(functionWords: GlossaryFile.functionWords, today: date ?? CalendarDate.today)
    let problems = lint.problems(in: documents).filter { complete || $0.check.level > .suggestion }
    try Output.write((format ?? (StandardStream.output.isTerminal ? .full : .concise)).bytes(of: problems))
    let counts = Dictionary(grouping: problems, by: \.check.level).mapValues(\.count)
    let conceptCount = documents.reduce(0) { $0 + $1.glossary.concepts.count }
    let unread = failureCount > 0 ? ", files not read: \(failureCount)" : ""
    let suggestions = complete ? ", suggestions: \(counts[.suggestion] ?? 0)" : ""
    Output.say(
      "errors: \(counts[.error] ?? 0), warnings: \(counts[.warning] ?? 0)\(suggestions), concepts: \(conceptCount)\(unread)"
    )
    if failureCount > 0 { throw CommandFailure(status: .failed, message: nil) }
    let failing: GlossaryCheck.Level = strict ? .warning : .error
    if problems.contains(where: { $0.check.level >= failing }) {
      throw CommandFailure(status: .findings, message: nil)
    }
  }

  /// The checks from bad to harmless, each with what to do.
  private static var table: String {
    let checks = GlossaryCheck.allCases.sorted { left, right in
      left.level == right.level ? left.rawValue < right.rawValue : left.level > right.level
    }
    return checks.map { check in
      let name = check.rawValue.padded(to: 24)
      return "\(name)\(check.level.rawValue.padded(to: 12))\(check.remedy)\n"
    }.joined()
  }
}

/// How problems of glossaries are reported.
enum ProblemFormat: String, CaseIterable, ExpressibleByArgument {
  /// A line for each.
  case concise
  /// A line for each, and one that says what to do.
  case full
  /// An array of objects.
  case json

  func bytes(of problems: [GlossaryProblem]) -> [UInt8] {
    switch self {
    case .concise: return Array(problems.map { "\(PrintableText.printable($0.description))\n" }.joined().utf8)
    case .full:
      let blocks = problems.map { "\(PrintableText.printable($0.description))\n  = fix: \($0.check.remedy)\n" }
      return Array(blocks.joined().utf8)
    case .json:
      var writer = JSONWriter()
      writer.beginArray()
      for problem in problems {
        writer.beginObject()
        writer.member("check", problem.check.rawValue)
        writer.member("level", problem.check.level.rawValue)
        writer.member("path", problem.path)
        writer.member("line", problem.place.line)
        writer.member("column", problem.place.column)
        writer.member("message", problem.message)
        writer.member("remedy", problem.check.remedy)
        writer.endObject()
      }
      writer.endArray()
      return JSONLayout.indented(writer.bytes)
    }
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(1, width - utf8.count)) }
}

extension CalendarDate {
  /// The current day in UTC.
  static var today: CalendarDate? {
    let (year, month, day) = SystemClock.today
    return CalendarDate(year: year, month: month, day: day)
  }
}
