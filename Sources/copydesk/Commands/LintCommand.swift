// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CopydeskLinting
import CopydeskProject
import CopydeskReporting
import CopydeskRules
import CopydeskSystem

/// `copydesk lint`: reports what must not be published as it stands.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Report what must not be published as it stands.",
    discussion: """
      Ends with 0 if nothing was found at or above the level to fail on, with 1 if something was, and with 2 if \
      the job could not be done.
      """)

  @Argument(help: ArgumentHelp("Files, folders, patterns, or “-” for standard input.", valueName: "path"))
  var paths: [String] = ["."]

  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      What the article was translated from, or a folder with the sources of all articles under their names \
      (default: what front matter or “sources” in copydesk.yml says).
      """, valueName: "path"))
  var source: String?

  @OptionGroup(title: "Rules") var rules: RuleOptions
  @OptionGroup(title: "Articles") var article: ArticleOptions
  @OptionGroup(title: "Configuration") var configurationOptions: ConfigurationOptions
  @OptionGroup(title: "Work") var work: WorkOptions

  @Option(
    name: .long,
    help: ArgumentHelp("What standard input is called; decides format and configuration.", valueName: "path"))
  var stdinFilename: String = "<stdin>"

  @Option(
    name: .long,
    help: ArgumentHelp(
      """
      The report: full, concise, json or jsonl, possibly with a file to write it to; may be repeated \
      (default: full on a terminal, else concise).
      """, valueName: "format[=file]"))
  var format: [ReportRequest] = []

  @Option(name: .long, help: "The level from which findings count as failure.")
  var failOn: Severity?

  @Flag(name: .long, help: "End with 0 whatever is found.")
  var exitZero = false

  @Option(name: .long, help: "When to use color.")
  var color: ColorChoice = .auto

  @Option(name: .long, help: "What columns count in full and concise reports.")
  var columnUnit: ColumnUnit = .codePoint

  @Flag(name: .shortAndLong, help: "Print findings and errors only.")
  var quiet = false

  @Flag(name: .shortAndLong, help: "Say of each article which language, style and configuration hold.")
  var verbose = false

  func validate() throws {
    if format.count(where: { $0.path == nil }) > 1 {
      throw ValidationError("only one report can go to standard output; give the others a file, as in json=report.json")
    }
  }

  func run() throws {
    let start = ContinuousClock.now
    let catalog = RuleCatalog(BuiltInRules.all)
    var options = try article.deskOptions()
    options.rules = try rules.settings(catalog)
    options.failOn = failOn
    let configurations = configurationOptions.store(catalog)
    let inputs = try collect(configurations)
    let messages = LintMessages(inputCount: inputs.inputs.count, isQuiet: quiet, isVerbose: verbose, start: start)
    let run = LintRun(
      desk: ArticleDesk(catalog: catalog, configurations: configurations, options: options, contexts: work.contexts),
      outputs: try outputs(), workerCount: work.workerCount, tell: { messages.tell($0) })
    let outcome = run.run(inputs.inputs)
    messages.end()
    if !quiet, !outcome.isPipeClosed { printSummary(outcome.summary, start: start) }
    let hasNothing = outcome.summary.articleCount == 0 && !outcome.hasFailure && !inputs.hasFailure
    if hasNothing { throw CommandFailure.failed("no article found among \(inputs.inputs.count) files") }
    if outcome.hasFailure || inputs.hasFailure { throw CommandFailure(status: .failed, message: nil) }
    if outcome.hasFailingFinding, !exitZero { throw CommandFailure(status: .findings, message: nil) }
  }

  /// The inputs that the arguments mean; what means nothing is said at once.
  private func collect(_ configurations: ConfigurationStore) throws -> (inputs: [LintInput], hasFailure: Bool) {
    var collector = InputCollector(configurations: configurations, standardInputName: stdinFilename)
    for path in paths { collector.add(path) }
    for failure in collector.failures { Output.say(failure.description) }
    for argument in collector.emptyArguments {
      Output.say(
        "\(argument): error: no article found; articles are .txt, .text, .md and .markdown files")
    }
    var inputs = collector.inputs
    if let source {
      if FileSystem.status(of: source)?.kind == .directory {
        var sources = InputCollector(configurations: configurations, standardInputName: "")
        sources.add(source)
        let folder = SourceFolder(sources.inputs)
        for failure in sources.failures { Output.say(failure.description) }
        for index in inputs.indices {
          inputs[index].source = folder.source(of: inputs[index].path)
          if inputs[index].source == nil, !quiet {
            Output.say("\(inputs[index].path): warning: no source of this name in \(source)")
          }
        }
        let hasFailure = !collector.failures.isEmpty || !collector.emptyArguments.isEmpty || !sources.failures.isEmpty
        return (inputs, hasFailure)
      }
      guard inputs.count == 1 else {
        throw CommandFailure.failed("--source goes with a single article, and the paths mean \(inputs.count)")
      }
      if inputs[0].isFileOfRecords {
        throw CommandFailure.failed("\(inputs[0].path): its records have their sources; --source goes with an article")
      }
      inputs[0].source = source
    }
    return (inputs, !collector.failures.isEmpty || !collector.emptyArguments.isEmpty)
  }

  private func outputs() throws -> [ReportOutput] {
    let standard = ReportRequest(StandardStream.output.isTerminal ? .full : .concise)
    let requests = format.isEmpty ? [standard] : format
    return try requests.map { request in
      let layout =
        request.path == nil
        ? TextLayout(
          usesColor: color.usesColor, width: StandardStream.output.terminalWidth ?? 100, columnUnit: columnUnit)
        : TextLayout(usesColor: color == .always, columnUnit: columnUnit)
      do throws(LintFailure) {
        return try ReportOutput(request.format.reporter(layout), path: request.path)
      } catch {
        throw CommandFailure.failed(error)
      }
    }
  }

  private func printSummary(_ summary: ReportSummary, start: ContinuousClock.Instant) {
    let isForPeople =
      format.first { $0.path == nil }?.format.isForPeople ?? (format.isEmpty && StandardStream.output.isTerminal)
    guard isForPeople else {
      Output.say("\(summary.sentence); \(LintMessages.seconds(since: start))")
      return
    }
    // The same articles give the same bytes, so only a person is told the time.
    let time = StandardStream.output.isTerminal ? "; \(LintMessages.seconds(since: start))" : ""
    try? StandardStream.output.write(Array("\(summary.sentence)\(time)\n".utf8))
  }
}
