// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CopydeskLinting
import CopydeskProject
import CopydeskReporting
import CopydeskRules
import CopydeskSystem

/// `copydesk dump`: what rules read of articles.
struct DumpCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dump",
    abstract: "Show segments, tokens, terms, names and everything else that rules read, with their places.")

  @Argument(help: ArgumentHelp("Files, or “-” for standard input.", valueName: "path"))
  var paths: [String]

  @OptionGroup(title: "Articles") var article: ArticleOptions
  @OptionGroup(title: "Configuration") var configurationOptions: ConfigurationOptions

  @Option(
    name: .long,
    help: ArgumentHelp("What the article was translated from; shows which segments belong together.", valueName: "file")
  )
  var source: String?

  @Option(name: .long, help: ArgumentHelp("What standard input is called.", valueName: "path"))
  var stdinFilename: String = "<stdin>"

  func run() throws {
    let catalog = RuleCatalog(BuiltInRules.all)
    let desk = ArticleDesk(
      catalog: catalog, configurations: configurationOptions.store(catalog), options: try article.deskOptions())
    var hasFailure = false
    for path in paths {
      let input =
        path == "-"
        ? LintInput(path: stdinFilename, origin: .standardInput, source: source)
        : LintInput(path: path, origin: .named, source: source)
      let analyzed: ArticleDesk.Analyzed?
      do throws(LintFailure) {
        analyzed = try desk.analyze(input)
      } catch {
        Output.say(error.description)
        hasFailure = true
        continue
      }
      if let analyzed { try Output.write(AnalysisDump.text(of: analyzed.analysis)) }
    }
    if hasFailure { throw CommandFailure(status: .failed, message: nil) }
  }
}
