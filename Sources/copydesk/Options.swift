// SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
public import CopydeskLinting
public import CopydeskReporting
import CopydeskRules
import CopydeskSystem

/// Which rules run and with which severity.
struct RuleOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("Run only these rules, categories or “all”.", valueName: "rule,…"))
  var select: [String] = []

  @Option(name: .long, help: ArgumentHelp("Do not run these rules or categories.", valueName: "rule,…"))
  var ignore: [String] = []

  /// Adds what was asked for to settings.
  func apply(to settings: inout RuleSettings, catalog: RuleCatalog) throws {
    if !select.isEmpty { settings.selected = try selectors(select, catalog) }
    settings.ignored += try selectors(ignore, catalog)
  }

  private func selectors(_ values: [String], _ catalog: RuleCatalog) throws -> [RuleSelector] {
    try values.flatMap { $0.split(separator: ",") }.map { name in
      do {
        return try catalog.selector(named: String(name))
      } catch {
        throw CommandFailure.failed("\(error)")
      }
    }
  }
}

/// What the copy is, where it does not say so itself.
struct ArticleOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("The language of the copy.", valueName: "tag"))
  var language: LanguageTag?

  @Option(name: .long, help: ArgumentHelp("The language it was translated from.", valueName: "tag"))
  var sourceLanguage: LanguageTag?

  @Option(name: .long, help: ArgumentHelp("The day of publication.", valueName: "yyyy-mm-dd"))
  var date: CalendarDate?
}

/// How the work is done.
struct WorkOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("How many articles are read at once (default: one a processor).", valueName: "n"))
  var jobs: Int?

  /// The number of threads.
  var workerCount: Int { jobs ?? ProcessEnvironment.processorCount }

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs is \(jobs); expected 1 to 1024") }
  }
}

extension LanguageTag: ExpressibleByArgument {
  /// Reads a tag.
  public init?(argument: String) {
    self.init(argument)
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// Reads a day in the form `2025-03-17`.
  public init?(argument: String) {
    self.init(iso: argument)
  }
}

extension ReportFormat: ExpressibleByArgument {}
