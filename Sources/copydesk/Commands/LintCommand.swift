// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CopydeskLinting
import CopydeskProject
import CopydeskReporting
import CopydeskRules
import CopydeskSystem
import Synchronization

/// `copydesk lint`: reports what must not be published as it stands.
struct LintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Report what must not be published as it stands.")

  @Argument(help: ArgumentHelp("Files and folders.", valueName: "path"))
  var paths: [String] = ["."]

  @OptionGroup var rules: RuleOptions
  @OptionGroup var article: ArticleOptions
  @OptionGroup var work: WorkOptions

  @Option(name: .long, help: "The output format: full, concise, json or jsonl.")
  var format: ReportFormat = .concise

  func run() throws {
    let catalog = RuleCatalog(BuiltInRules.all)
    var settings = RuleSettings()
    try rules.apply(to: &settings, catalog: catalog)
    let linter = Linter(rules: catalog.activeRules(settings))
    var collector = InputCollector()
    for path in paths { collector.add(path: path) }
    for failure in collector.failures { StandardStream.error.print("error: \(failure)") }
    let reporter = format.reporter(TextLayout())
    let summary = Mutex(ReportSummary())
    try StandardStream.output.write(reporter.header)
    let workers = OrderedWorkers<LintInput, Result<ArticleReport?, LintFailure>>(
      count: work.workerCount,
      perform: { input in
        do throws(LintFailure) {
          return .success(try report(on: input, linter: linter))
        } catch {
          return .failure(error)
        }
      },
      deliver: { result in
        switch result {
        case .success(let report?):
          let isFirst = summary.withLock { summary in
            defer { summary.add(report) }
            return summary.articleCount == 0
          }
          let part = reporter.part(for: report)
          try? StandardStream.output.write((isFirst || part.isEmpty ? [] : reporter.separator) + part)
        case .success(nil): break
        case .failure(let failure):
          summary.withLock { $0.failureCount += 1 }
          StandardStream.error.print("error: \(failure)")
        }
      })
    for input in collector.inputs { workers.submit(input) }
    workers.finish()
    let total = summary.withLock { $0 }
    try StandardStream.output.write(reporter.footer(total))
    StandardStream.error.print(total.sentence)
    if total.failureCount > 0 || !collector.failures.isEmpty || collector.inputs.isEmpty {
      throw CommandFailure(status: .failed, message: collector.inputs.isEmpty ? "no article found" : nil)
    }
    if total.errorCount > 0 { throw CommandFailure(status: .findings, message: nil) }
  }

  private func report(on input: LintInput, linter: Linter) throws(LintFailure) -> ArticleReport? {
    guard let loaded = try ArticleLoader.load(input) else { return nil }
    let choice =
      article.language.map { LanguageChoice($0, from: .commandLine) }
      ?? loaded.metadata.language.map { LanguageChoice($0, from: .frontMatter) }
    guard let choice else {
      throw LintFailure("\(input.path): the language of the copy is not known; set it with --language")
    }
    let source =
      article.sourceLanguage.map { LanguageChoice($0, from: .commandLine) }
      ?? loaded.metadata.sourceLanguage.map { LanguageChoice($0, from: .frontMatter) }
    let analysis = ArticleAnalysis(
      loaded,
      context: AnalysisContext(
        language: choice.language, sourceLanguage: source?.language, date: article.date ?? loaded.metadata.date))
    return ArticleReport(
      input: loaded.input, language: choice, sourceLanguage: source, findings: linter.lint(analysis),
      wordCount: analysis.tokens.count { $0.kind == .word })
  }
}
