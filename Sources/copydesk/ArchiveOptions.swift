// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CopydeskArchive
import CopydeskLinting
import CopydeskProject
import CopydeskRules
import CopydeskSystem
import Synchronization

/// How a command that reads an archive of articles reads them.
struct ArchiveOptions: ParsableArguments {
  @OptionGroup(title: "Articles") var article: ArticleOptions
  @OptionGroup(title: "Configuration") var configuration: ConfigurationOptions
  @OptionGroup(title: "Work") var work: WorkOptions

  /// The articles that arguments mean, and who reads them.
  func archive(_ paths: [String]) throws -> Archive {
    let catalog = RuleCatalog(BuiltInRules.all)
    let configurations = configuration.store(catalog)
    let desk = ArticleDesk(catalog: catalog, configurations: configurations, options: try article.deskOptions())
    let messages = ArchiveMessages()
    var archive = Archive(
      walk: ArchiveWalk(desk: desk, workerCount: work.workerCount, tell: { messages.tell($0) }), messages: messages)
    archive.inputs = inputs(paths, &archive)
    return archive
  }

  /// The articles that arguments mean; what means nothing is said at once.
  func inputs(_ paths: [String], _ archive: inout Archive) -> [LintInput] {
    var collector = InputCollector(
      configurations: configuration.store(RuleCatalog(BuiltInRules.all)), standardInputName: "<stdin>")
    for path in paths { collector.add(path) }
    for failure in collector.failures { Output.say(failure.description) }
    for argument in collector.emptyArguments {
      Output.say(
        "\(argument): error: no article found; articles are .txt, .text, .md and .markdown files")
    }
    if !collector.failures.isEmpty || !collector.emptyArguments.isEmpty { archive.hasFailure = true }
    return collector.inputs
  }
}

/// Articles to read.
struct Archive {
  var inputs: [LintInput] = []
  /// Whether something could not be read.
  var hasFailure = false
  private let walk: ArchiveWalk
  private let messages: ArchiveMessages

  init(walk: ArchiveWalk, messages: ArchiveMessages) {
    self.walk = walk
    self.messages = messages
  }

  /// Reads all articles.
  mutating func read<Part: Sendable>(
    look: @escaping @Sendable (ArticleAnalysis) -> Part, take: @escaping @Sendable (Part) -> Void
  ) {
    note(walk.run(inputs, look: look, take: take))
  }

  /// Reads all articles with their sources.
  mutating func read<Part: Sendable>(
    _ aligned: [AlignedInput], look: @escaping @Sendable (AlignedCopy) -> Part,
    take: @escaping @Sendable (Part) -> Void
  ) {
    note(walk.run(aligned, look: look, take: take))
  }

  private mutating func note(_ outcome: ArchiveWalk.Outcome) {
    if outcome.hasFailure { hasFailure = true }
  }

  /// Ends the command with 2 if something could not be read.
  func end() throws {
    if hasFailure { throw CommandFailure(status: .failed, message: nil) }
  }
}

/// What reading an archive says on standard error; what was said in one pass is not said again in the next.
final class ArchiveMessages: Sendable {
  private let told = Mutex<Set<LintFailure>>([])

  /// Says what cannot be read.
  func tell(_ failure: LintFailure) {
    if told.withLock({ $0.insert(failure).inserted }) { Output.say(failure.description) }
  }
}

/// The report of a command that reads an archive.
enum ArchiveReportFormat: String, CaseIterable, ExpressibleByArgument {
  /// For people.
  case table
  /// For programs.
  case json
}
