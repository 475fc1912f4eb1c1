// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CopydeskArchive
import CopydeskLinting
import CopydeskProject
import CopydeskReporting
import CopydeskSystem
import Synchronization

/// `copydesk glossary usage`: how articles use the terms of glossaries.
struct GlossaryUsageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "usage",
    abstract: "Count how articles use the terms of glossaries.",
    discussion: """
      Shows the uses of each term, the terms that no article uses, the articles that use rejected terms, and where \
      the desk prefers another term than the glossary. Ends with 2 if a glossary or an article could not be read.
      """)

  @Argument(help: ArgumentHelp("Glossaries: files, folders, or names of shipped ones.", valueName: "glossary"))
  var glossaries: [String]

  @Option(
    name: .customLong("in"), parsing: .upToNextOption,
    help: ArgumentHelp("Articles: files, folders or patterns.", valueName: "path"))
  var paths: [String]

  @Option(name: .long, help: "The report.")
  var format: ArchiveReportFormat = .table

  @OptionGroup var options: ArchiveOptions

  func run() throws {
    let contexts = ContextStore()
    var terms: [Glossary] = []
    var hasFailure = false
    for path in GlossaryFile.expanded(glossaries) {
      do throws(LintFailure) {
        terms.append(try contexts.terms(ofGlossary: path))
      } catch {
        Output.say(error.description)
        hasFailure = true
      }
    }
    guard !terms.isEmpty else { throw CommandFailure(status: .failed, message: nil) }
    let matchers = MatcherStore(glossaries: terms)
    let usage = Mutex(UsageStatistics(glossaries: terms))
    var archive = try options.archive(paths)
    archive.read(
      look: { ArticleTermUses($0, matcher: matchers.matcher(for: $0.language)) },
      take: { uses in usage.withLock { $0.add(uses, matcher: matchers.matcher(for: uses.language)) } })
    let statistics = usage.withLock { $0 }
    switch format {
    case .table: try Output.write(UsageReport.table(statistics))
    case .json: try Output.write(UsageReport.json(statistics))
    }
    try archive.end()
    if hasFailure { throw CommandFailure(status: .failed, message: nil) }
  }
}
