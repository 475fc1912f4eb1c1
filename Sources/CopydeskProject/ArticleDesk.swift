// SPDX-License-Identifier: Apache-2.0

public import CopydeskLinting
public import CopydeskReporting
import CopydeskSystem
import Synchronization

/// What the command line says about all articles; it goes before configuration.
public struct DeskOptions: Sendable {
  /// The language of the copy.
  public var language: LanguageTag?
  /// The language it was translated from.
  public var sourceLanguage: LanguageTag?
  /// The day of publication.
  public var date: CalendarDate?
  /// The house style.
  public var style: StyleReference?
  /// Glossaries besides those of the configuration.
  public var glossaries: [GlossaryReference] = []
  /// The level from which findings count as failure.
  public var failOn: Severity?
  /// Which rules run.
  public var rules = RuleSettings()

  /// Creates options that say nothing.
  public init() {}
}

/// What came of one input.
public struct DeskResult: Sendable {
  /// The article with its findings.
  public let report: ArticleReport
  /// Whether a finding is as bad as the configuration fails on.
  public let isFailure: Bool
}

/// Lints inputs the way their configuration and the command line ask for.
public final class ArticleDesk: Sendable {
  private let catalog: RuleCatalog
  private let configurations: ConfigurationStore
  private let options: DeskOptions
  private let contexts: ContextStore
  private let sources: SourceStore
  private let linters = Mutex<[RuleSettings: Linter]>([:])

  /// Creates a desk.
  public init(
    catalog: RuleCatalog, configurations: ConfigurationStore, options: DeskOptions,
    contexts: ContextStore = ContextStore()
  ) {
    self.catalog = catalog
    self.configurations = configurations
    self.options = options
    self.contexts = contexts
    sources = SourceStore(configurations)
  }

  /// An input that was read and analyzed.
  public struct Analyzed: Sendable {
    /// What rules read of it.
    public let analysis: ArticleAnalysis
    /// The language of the copy.
    public let language: LanguageChoice
    /// The language it was translated from, if known.
    public let sourceLanguage: LanguageChoice?
    /// What it was translated from, if given.
    public let source: InputText?
    /// What configurations say about it.
    fileprivate let settings: ResolvedSettings
  }

  /// The findings in an input.
  ///
  /// - Returns: `nil` for a file that was found in a folder and is no text.
  /// - Throws: ``LintFailure`` if the input cannot be read or its configuration is wrong.
  public func lint(_ input: LintInput) throws(LintFailure) -> DeskResult? {
    try analyze(input).map { result(of: $0) }
  }

  /// The findings in a piece of work.
  func lint(_ work: AlignedWork) throws(LintFailure) -> DeskResult? {
    switch work {
    case .article(let input): try lint(input)
    case .record(let record): try lint(record)
    case .failure(let failure): throw failure
    }
  }

  /// The findings in a record.
  func lint(_ record: AlignedRecord) throws(LintFailure) -> DeskResult {
    let content = try record.content()
    let settings = try configurations.settings(for: FilePath(record.path))
    let article = content.copy.article
    let language =
      options.language.map { LanguageChoice($0, from: .commandLine) }
      ?? content.language.map { LanguageChoice($0, from: .record) }
      ?? LanguageDecision.language(of: article, path: record.path, option: nil, settings: settings)
    guard let language else {
      throw record.failure("nothing says or shows the language of the copy; expected “language” or “target_locale”")
    }
    let sourceLanguage =
      options.sourceLanguage.map { LanguageChoice($0, from: .commandLine) }
      ?? content.sourceLanguage.map { LanguageChoice($0, from: .record) }
      ?? settings.sourceLanguage.map { LanguageChoice($0, from: .configuration) }
      ?? content.source.flatMap { LanguageIdentifier.language(of: $0.article) }
      .map { LanguageChoice($0, from: .detection) }
    if content.source != nil, sourceLanguage == nil {
      throw record.failure(
        "nothing says or shows the language of the source; expected “sourceLanguage” or “source_locale”")
    }
    var context = try context(
      language: language.language, source: sourceLanguage?.language, article: article, settings: settings)
    if options.date == nil { context.date = content.date ?? context.date }
    let analysis = ArticleAnalysis(
      article, context: context,
      source: content.source.map { SourceCopy($0.article, alignment: content.copy.alignment(with: $0)) })
    return result(
      of: Analyzed(
        analysis: analysis, language: language, sourceLanguage: sourceLanguage, source: content.source?.article.input,
        settings: settings))
  }

  private func result(of analyzed: Analyzed) -> DeskResult {
    let analysis = analyzed.analysis
    let report = ArticleReport(
      input: analysis.article.input, language: analyzed.language, sourceLanguage: analyzed.sourceLanguage,
      source: analyzed.source, findings: linter(for: analyzed.settings).lint(analysis),
      wordCount: analysis.tokens.count { $0.kind == .word })
    let failOn = options.failOn ?? analyzed.settings.failOn ?? .error
    return DeskResult(report: report, isFailure: report.findings.contains { $0.severity >= failOn })
  }

  /// What rules read of an input.
  ///
  /// - Returns: `nil` for a file that was found in a folder and is no text.
  /// - Throws: ``LintFailure`` if the input cannot be read or its configuration is wrong.
  public func analyze(_ input: LintInput) throws(LintFailure) -> Analyzed? {
    let settings = try configurations.settings(for: FilePath(input.path))
    guard let article = try ArticleLoader.load(input) else { return nil }
    guard
      let language = LanguageDecision.language(
        of: article, path: input.path, option: options.language, settings: settings)
    else {
      throw LintFailure(
        input.path,
        "nothing says or shows the language of the copy; set it with --language, as “language” in front matter or "
          + "copydesk.yml, or in the file name as in “story.en.md”")
    }
    let source = try source(of: input, article, settings)
    let sourceLanguage = LanguageDecision.sourceLanguage(
      of: article, source: source, option: options.sourceLanguage, settings: settings)
    if let source, sourceLanguage == nil {
      throw LintFailure(
        source.input.path,
        "nothing says or shows the language of the source; set it with --source-language, as “language” in its front "
          + "matter, as “source-language” in copydesk.yml, or in the file name as in “story.es.md”")
    }
    let analysis = ArticleAnalysis(
      article,
      context: try context(
        language: language.language, source: sourceLanguage?.language, article: article, settings: settings),
      source: source.map { SourceCopy($0) })
    return Analyzed(
      analysis: analysis, language: language, sourceLanguage: sourceLanguage, source: source?.input,
      settings: settings)
  }

  /// What rules read of an article whose languages are known, as a source's or a record's are.
  ///
  /// - Throws: ``LintFailure`` if the configuration of its path is wrong.
  public func analysis(
    of article: Article, language: LanguageTag, sourceLanguage: LanguageTag?
  ) throws(LintFailure) -> ArticleAnalysis {
    let settings = try configurations.settings(for: FilePath(article.input.path))
    return ArticleAnalysis(
      article,
      context: try context(language: language, source: sourceLanguage, article: article, settings: settings))
  }

  /// What an article was translated from: as the command line says, its front matter, or its configuration.
  private func source(
    of input: LintInput, _ article: Article, _ settings: ResolvedSettings
  ) throws(LintFailure) -> Article? {
    if let path = input.source { return try ArticleLoader.load(LintInput(path: path, origin: .named)) }
    if let reference = article.metadata.source {
      let path = FilePath(reference.path, in: FilePath(input.path).folder)
      guard FileSystem.status(of: path.absolute)?.kind == .regular else {
        throw LintFailure(
          "\(input.path):\(reference.position.line):\(reference.position.column)",
          "the source “\(reference.path)” is no file; expected the path of an article, counted from this one")
      }
      return try ArticleLoader.load(LintInput(path: path.shown, origin: .named))
    }
    guard let path = try sources.source(of: FilePath(input.path), settings.sources) else { return nil }
    return try ArticleLoader.load(LintInput(path: path.shown, origin: .named))
  }

  private func context(
    language: LanguageTag, source: LanguageTag?, article: Article, settings: ResolvedSettings
  ) throws(LintFailure) -> AnalysisContext {
    var context = try contexts.context(
      for: ContextKey(
        language: language, sourceLanguage: source, style: options.style ?? settings.style,
        glossaries: (settings.glossaries ?? GlossaryReference.defaults) + options.glossaries))
    context.date = options.date ?? article.metadata.date ?? settings.date
    return context
  }

  /// The linter for a file's configuration; files mostly share one.
  private func linter(for settings: ResolvedSettings) -> Linter {
    var rules = options.rules
    rules.layers = settings.ruleLayers + options.rules.layers
    return linters.withLock { linters in
      if let linter = linters[rules] { return linter }
      let linter = Linter(catalog, settings: rules)
      linters[rules] = linter
      return linter
    }
  }
}
