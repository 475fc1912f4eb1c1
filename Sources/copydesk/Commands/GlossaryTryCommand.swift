// SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
import CopydeskArchive
public import CopydeskLinting
import CopydeskReporting
import Synchronization

/// `copydesk glossary try`: what a rule about a term would hit.
struct GlossaryTryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "try",
    abstract: "Show what a rule against a term would hit, before anybody enables it.",
    discussion: """
      Each hit is shown in its sentence with its place and how it matched. Hits that the rule would leave alone, in \
      quotations or as a part of a longer term, are shown apart. Ends with 2 if an article could not be read.
      """)

  @Argument(help: ArgumentHelp("The term that would no longer be used.", valueName: "term"))
  var term: String

  @Option(
    name: .customLong("in"), parsing: .upToNextOption,
    help: ArgumentHelp("Articles: files, folders or patterns.", valueName: "path"))
  var paths: [String]

  @Option(name: .long, help: ArgumentHelp("The term to use in its place.", valueName: "text"))
  var prefer: String?

  @Option(name: .long, help: "Which texts count as a use of the term.")
  var match: TermMatching = .stem

  @Option(name: .customLong("case"), help: "Which capitals count as a use of the term.")
  var casePolicy: TermCase = .permissive

  @Option(name: .long, help: ArgumentHelp("The most hits to show of either kind.", valueName: "n"))
  var samples = 20

  @Option(name: .long, help: "The report.")
  var format: ArchiveReportFormat = .table

  @OptionGroup var options: ArchiveOptions

  func validate() throws {
    if samples < 0 { throw ValidationError("--samples is \(samples); expected 0 or more") }
    let hasWord = term.unicodeScalars.contains { $0.properties.isAlphabetic || $0.properties.numericType != nil }
    if !hasWord { throw ValidationError("“\(term)” has no letter or digit, so no text can use it") }
  }

  func run() throws {
    let trial = TermTrial(term, preferred: prefer, matching: match, casePolicy: casePolicy)
    let statistics = Mutex(TrialStatistics(sampleLimit: samples))
    var archive = try options.archive(paths)
    archive.read(
      look: { trial.hits(in: $0) },
      take: { hits in statistics.withLock { $0.add(hits) } })
    let found = statistics.withLock { $0 }
    switch format {
    case .table: try Output.write(TrialReport.text(found, of: trial))
    case .json: try Output.write(TrialReport.json(found, of: trial))
    }
    try archive.end()
  }
}

extension TermMatching: ExpressibleByArgument {}

extension TermCase: ExpressibleByArgument {}
