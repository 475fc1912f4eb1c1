// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CopydeskLinting
import CopydeskRules
import CopydeskProject
import CopydeskServing
import CopydeskSystem

/// `copydesk stream`: JSONL in, JSONL out.
struct StreamCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stream",
    abstract: "Answer articles given as JSON lines with their findings, one line each, in order.")

  @OptionGroup var rules: RuleOptions
  @OptionGroup var article: ArticleOptions
  @OptionGroup var work: WorkOptions

  func run() throws {
    let catalog = RuleCatalog(BuiltInRules.all)
    var options = try article.deskOptions()
    options.rules = try rules.settings(catalog)
    let service = StreamService(catalog, options: options, contexts: work.contexts)
    let workers = OrderedWorkers<StreamLines, [UInt8]>(
      count: work.workerCount, perform: { service.answers(to: $0) },
      deliver: { answers in
        do throws(SystemError) {
          try StandardStream.output.write(answers)
        } catch {
          if !error.isBrokenPipe { Output.say("error: \(error)") }
          ProcessSignals.exit(error.isBrokenPipe ? ExitStatus.clean.rawValue : ExitStatus.failed.rawValue)
        }
      })
    var splitter = StreamLineSplitter()
    do {
      var chunk: [UInt8] = []
      while try StandardStream.input.read(upTo: 1 << 17, into: &chunk) > 0 {
        let lines = splitter.append(chunk)
        chunk = []
        if !lines.lines.isEmpty { workers.submit(lines) }
      }
    } catch {
      workers.finish()
      throw CommandFailure.failed("\(error)")
    }
    workers.submit(splitter.finish())
    workers.finish()
  }
}
