// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CopydeskLinting
import CopydeskProject
import CopydeskRules
import CopydeskSystem

/// How a command that reads an archive of articles reads them.
struct ArchiveOptions: ParsableArguments {
  @OptionGroup(title: "Articles") var article: ArticleOptions
  @OptionGroup(title: "Configuration") var configuration: ConfigurationOptions
  @OptionGroup(title: "Work") var work: WorkOptions

  /// The articles that arguments mean, and who reads them.
  func archive(_ paths: [String]) throws -> Archive {
    let catalog = RuleCatalog(BuiltInRules.all)
    let configurations = configuration.store(catalog)
    var collector = InputCollector(configurations: configurations, standardInputName: "<stdin>")
    for path in paths { collector.add(path) }
    for failure in collector.failures { StandardStream.error.print(failure.description) }
    for argument in collector.emptyArguments {
      StandardStream.error.print(
        "\(argument): error: no article found; articles are .txt, .text, .md and .markdown files")
    }
    let desk = ArticleDesk(catalog: catalog, configurations: configurations, options: try article.deskOptions())
    return Archive(
      inputs: collector.inputs,
      walk: ArchiveWalk(
        desk: desk, workerCount: work.workerCount, tell: { StandardStream.error.print($0.description) }),
      hasFailure: !collector.failures.isEmpty || !collector.emptyArguments.isEmpty)
  }
}

/// Articles to read.
struct Archive {
  let inputs: [LintInput]
  let walk: ArchiveWalk
  /// Whether an argument meant nothing.
  private(set) var hasFailure: Bool

  init(inputs: [LintInput], walk: ArchiveWalk, hasFailure: Bool) {
    self.inputs = inputs
    self.walk = walk
    self.hasFailure = hasFailure
  }

  /// Reads all articles.
  mutating func read<Part: Sendable>(
    look: @escaping @Sendable (ArticleAnalysis) -> Part, take: @escaping @Sendable (Part) -> Void
  ) {
    if walk.run(inputs, look: look, take: take).hasFailure { hasFailure = true }
  }

  /// Ends the command with 2 if something could not be read.
  func end() throws {
    if hasFailure { throw CommandFailure(status: .failed, message: nil) }
  }
}

/// The report of a command that reads an archive.
enum ArchiveReportFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case table
  /// For programs.
  case json
}
