// SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
public import CopydeskLinting
import CopydeskProject
public import CopydeskReporting
import CopydeskRules
import CopydeskSystem

/// Which rules run and with which severity.
struct RuleOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("Run only these rules, categories or “all”.", valueName: "rule,…"))
  var select: [String] = []

  @Option(name: .long, help: ArgumentHelp("Do not run these rules or categories.", valueName: "rule,…"))
  var ignore: [String] = []

  @Option(
    name: .long,
    help: ArgumentHelp(
      "Give a rule or category the level off, on, suggestion, warning or error.", valueName: "rule=level"))
  var severity: [String] = []

  /// The settings that were asked for.
  func settings(_ catalog: RuleCatalog) throws -> RuleSettings {
    var settings = RuleSettings()
    if !select.isEmpty { settings.selected = try selectors(select, catalog) }
    settings.ignored = try selectors(ignore, catalog)
    let decisions = try severity.map { text in
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2 else {
        throw CommandFailure.failed("--severity “\(text)” names no level; expected the form RULE=LEVEL")
      }
      return RuleSettings.Decision(try selector(parts[0], catalog), try level(parts[1]))
    }
    if !decisions.isEmpty { settings.layers = [decisions] }
    return settings
  }

  private func level(_ text: String) throws -> RuleSettings.Level {
    switch text {
    case "off": return .off
    case "on": return .on
    default:
      if let severity = Severity(rawValue: text) { return .severity(severity) }
      throw CommandFailure.failed(
        "unknown level “\(text)”; expected “off”, “on”, “suggestion”, “warning” or “error”")
    }
  }

  private func selectors(_ values: [String], _ catalog: RuleCatalog) throws -> [RuleSelector] {
    try values.flatMap { $0.split(separator: ",") }.map { try selector(String($0), catalog) }
  }

  private func selector(_ name: String, _ catalog: RuleCatalog) throws -> RuleSelector {
    do throws(UnknownRuleError) {
      return try catalog.selector(named: name)
    } catch {
      throw CommandFailure.failed("\(error)")
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

  @Option(name: .long, help: ArgumentHelp("The house style, by name or file.", valueName: "style"))
  var style: String?

  @Option(
    name: .long, help: ArgumentHelp("Use this glossary too, by name or file; may be repeated.", valueName: "glossary"))
  var glossary: [String] = []

  /// What is said about all articles.
  func deskOptions() throws -> DeskOptions {
    var options = DeskOptions()
    options.language = language
    options.sourceLanguage = sourceLanguage
    options.date = date
    options.style = try style.map { name in
      if ConfigurationReader.isPath(name) { return .file(FileReference(path: name)) }
      guard HouseStyle.shippedNames.contains(name) else {
        throw CommandFailure.unknown("house style", name, HouseStyle.shippedNames)
      }
      return .shipped(name)
    }
    options.glossaries = try glossary.map { name in
      if ConfigurationReader.isPath(name) { return .file(FileReference(path: name)) }
      guard ShippedGlossary.names.contains(name) else {
        throw CommandFailure.unknown("glossary", name, ShippedGlossary.names)
      }
      return .shipped(name)
    }
    return options
  }
}

/// Which configuration holds.
struct ConfigurationOptions: ParsableArguments {
  @Option(name: .long, help: ArgumentHelp("Use this configuration for all files.", valueName: "file"))
  var config: String?

  @Flag(name: .long, help: "Use no configuration.")
  var noConfig = false

  func validate() throws {
    if config != nil, noConfig { throw ValidationError("--config and --no-config exclude each other") }
  }

  /// The configurations of all files.
  func store(_ catalog: RuleCatalog) -> ConfigurationStore {
    ConfigurationStore(
      noConfig ? .none : config.map { .file($0) } ?? .nearest, catalog: catalog,
      names: ConfigurationNames(styles: HouseStyle.shippedNames, glossaries: ShippedGlossary.names))
  }
}

/// How the work is done.
struct WorkOptions: ParsableArguments {
  @Option(
    name: .long, help: ArgumentHelp("How many articles are read at once (default: one a processor).", valueName: "n"))
  var jobs: Int?

  @Flag(name: .long, help: "Keep no compiled glossaries in the user's cache.")
  var noCache = false

  /// Where glossaries and styles are kept during the run.
  var contexts: ContextStore { ContextStore(cache: noCache ? nil : .user) }

  /// The number of threads.
  var workerCount: Int { jobs ?? ProcessEnvironment.processorCount }

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) { throw ValidationError("--jobs is \(jobs); expected 1 to 1024") }
  }
}

/// When reports use color.
enum ColorChoice: String, CaseIterable, ExpressibleByArgument {
  /// On a terminal, unless NO_COLOR is set; elsewhere if FORCE_COLOR is.
  case auto
  /// Always.
  case always
  /// Never.
  case never

  /// Whether standard output gets color.
  var usesColor: Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if let value = ProcessEnvironment.value(of: "NO_COLOR"), !value.isEmpty { return false }
      for name in ["FORCE_COLOR", "CLICOLOR_FORCE"] {
        if let value = ProcessEnvironment.value(of: name), !value.isEmpty, value != "0" { return true }
      }
      return StandardStream.output.isTerminal && ProcessEnvironment.value(of: "TERM") != "dumb"
    }
  }
}

/// A report that was asked for: `json` or `json=report.json`.
struct ReportRequest: ExpressibleByArgument {
  let format: ReportFormat
  let path: String?

  init(_ format: ReportFormat, path: String? = nil) {
    self.format = format
    self.path = path
  }

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let format = ReportFormat(rawValue: parts[0]) else { return nil }
    if parts.count == 2, parts[1].isEmpty { return nil }
    self.init(format, path: parts.count == 2 ? parts[1] : nil)
  }

  static var allValueStrings: [String] { ReportFormat.allCases.map { $0.rawValue } }
}

extension LanguageTag: ExpressibleByArgument {
  /// Reads a tag that names a known language.
  public init?(argument: String) {
    guard let tag = try? LanguageTag.known(argument) else { return nil }
    self = tag
  }
}

extension CalendarDate: ExpressibleByArgument {
  /// Reads a day in the form `2025-03-17`.
  public init?(argument: String) {
    self.init(iso: argument)
  }
}

extension Severity: ExpressibleByArgument {}

extension ColumnUnit: ExpressibleByArgument {}

extension ConceptKind: ExpressibleByArgument {}

extension ConceptState: ExpressibleByArgument {}
