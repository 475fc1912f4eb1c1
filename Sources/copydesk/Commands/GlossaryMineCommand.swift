// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CopydeskArchive
import CopydeskLinting
import CopydeskProject
import CopydeskReporting
import CopydeskSystem
import Synchronization

/// `copydesk glossary mine`: what articles suggest for a glossary.
struct GlossaryMineCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mine",
    abstract: "Propose terms that articles use, with their translations where the source is known.",
    discussion: """
      Names, phrases and words that stand out are proposed with their counts and example sentences. With --source or \
      --pairs each is proposed with its renderings, the commonest first. Terms of the glossaries in use are left out. \
      Proposed concepts have no effect until somebody approves them. Ends with 2 if an article could not be read.
      """)

  /// How proposals are written.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// A glossary.
    case yaml
    /// For people.
    case table
    /// For programs.
    case json
  }

  @Argument(help: ArgumentHelp("Articles: files, folders or patterns.", valueName: "path"))
  var paths: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp("The folder with the source of each article under the same name.", valueName: "folder"))
  var source: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "A file of JSON records, one a line, with source and target as arrays of segments; may be repeated.",
      valueName: "file"))
  var pairs: [String] = []

  @Option(name: .long, help: ArgumentHelp("The fewest occurrences of a proposal.", valueName: "n"))
  var minimumCount = 3

  @Option(name: .long, help: ArgumentHelp("The most proposals.", valueName: "n"))
  var limit = 200

  @Option(name: .shortAndLong, help: ArgumentHelp("Write the proposals to a file.", valueName: "file"))
  var output: String?

  @Option(name: .long, help: "How the proposals are written.")
  var format: Format = .yaml

  @OptionGroup var options: ArchiveOptions

  func validate() throws {
    if paths.isEmpty, pairs.isEmpty { throw ValidationError("nothing to read; expected articles or --pairs") }
    if source != nil, paths.isEmpty { throw ValidationError("--source goes with the articles that come from it") }
    if source == nil, !paths.isEmpty, !pairs.isEmpty {
      throw ValidationError("--pairs goes with articles only if --source says where these come from")
    }
    if (paths + pairs).contains("-") {
      throw ValidationError("“-” cannot be mined, since mining reads its input twice; expected files")
    }
    if minimumCount < 1 { throw ValidationError("--minimum-count is \(minimumCount); expected 1 or more") }
    if !(1...100_000).contains(limit) { throw ValidationError("--limit is \(limit); expected 1 to 100000") }
  }

  func run() throws {
    var archive = try options.archive(paths)
    let result =
      source == nil && pairs.isEmpty ? mineTerms(&archive) : minePairs(&archive)
    let bytes: [UInt8] =
      switch format {
      case .yaml: Array(GlossaryWriter.write(result.glossary(id: "mined")).utf8)
      case .table: Array(MiningReport.table(result).utf8)
      case .json: MiningReport.json(result)
      }
    if let output {
      do throws(LintFailure) {
        try GlossaryFile.write(bytes, to: output)
      } catch {
        throw CommandFailure.failed(error)
      }
    } else {
      try Output.write(bytes)
    }
    Output.say(MiningReport.summary(result))
    try archive.end()
  }

  private func mineTerms(_ archive: inout Archive) -> MiningResult {
    let miner = Mutex(TermMiner(minimumCount: minimumCount, limit: limit))
    archive.read(look: { TermMiner.firstLook(at: $0) }, take: { look in miner.withLock { $0.add(look) } })
    let ranking = miner.withLock { $0.rank() }
    archive.read(
      look: { TermMiner.secondLook(at: $0, ranking: ranking) }, take: { look in miner.withLock { $0.add(look) } })
    return miner.withLock { $0.result(ranking) }
  }

  private func minePairs(_ archive: inout Archive) -> MiningResult {
    var inputs: [AlignedInput] = []
    if let source {
      let folder = SourceFolder(options.inputs([source], &archive))
      inputs = archive.inputs.map { input in
        var input = input
        input.source = folder.source(of: input.path)
        return .article(input)
      }
    }
    inputs += pairs.map { .records($0) }
    let miner = Mutex(PairMiner(minimumCount: minimumCount, limit: limit))
    archive.read(
      inputs, look: { PairMiner.firstLook(at: $0) }, take: { look in miner.withLock { $0.add(look) } })
    let ranking = miner.withLock { $0.rank() }
    archive.read(
      inputs, look: { PairMiner.secondLook(at: $0, ranking: ranking) },
      take: { look in miner.withLock { $0.add(look) } })
    let choice = miner.withLock { $0.choose(ranking) }
    archive.read(
      inputs, look: { PairMiner.thirdLook(at: $0, choice: choice) }, take: { look in miner.withLock { $0.add(look) } })
    return miner.withLock { $0.result(choice) }
  }
}
