// SPDX-License-Identifier: Apache-2.0

public import CopydeskLinting
import CopydeskSystem
import Synchronization

/// Where configurations come from.
public enum ConfigurationSource: Hashable, Sendable {
  /// From `copydesk.yml` in the folder of each file and in the folders above it.
  case nearest
  /// From one file for all.
  case file(String)
  /// From nowhere.
  case none
}

/// Finds, reads and keeps the configurations of folders.
public final class ConfigurationStore: Sendable {
  /// The names a configuration file can have; only one of them may stand in a folder.
  public static let fileNames = ["copydesk.yml", "copydesk.yaml"]

  /// A configuration with the folder its patterns count from.
  struct Layer: Sendable {
    let configuration: Configuration
    let folder: FilePath
  }

  private let source: ConfigurationSource
  private let catalog: RuleCatalog
  private let names: ConfigurationNames
  private let cache = Mutex<[FilePath: Result<[Layer], LintFailure>]>([:])

  /// Creates a store that has read nothing yet.
  public init(_ source: ConfigurationSource, catalog: RuleCatalog, names: ConfigurationNames) {
    self.source = source
    self.catalog = catalog
    self.names = names
  }

  /// The paths of the configurations that hold in a folder, the farthest first, as they are shown.
  ///
  /// - Throws: ``LintFailure`` if one cannot be read.
  public func paths(forFolder path: String) throws(LintFailure) -> [String] {
    try layers(forFolder: FilePath(path)).map { $0.configuration.path }
  }

  /// The glossaries of files in a folder, overrides apart.
  ///
  /// - Throws: ``LintFailure`` if a configuration cannot be read.
  public func glossaries(forFolder path: String) throws(LintFailure) -> [GlossaryReference] {
    try layers(forFolder: FilePath(path)).last { $0.configuration.settings.glossaries != nil }?
      .configuration.settings.glossaries ?? GlossaryReference.defaults
  }

  /// The configurations that hold in a folder, the nearest last.
  func layers(forFolder folder: FilePath) throws(LintFailure) -> [Layer] {
    if let known = cache.withLock({ $0[folder] }) { return try known.get() }
    let result: Result<[Layer], LintFailure>
    do throws(LintFailure) {
      result = .success(try read(forFolder: folder))
    } catch {
      result = .failure(error)
    }
    cache.withLock { $0[folder] = result }
    return try result.get()
  }

  private func read(forFolder folder: FilePath) throws(LintFailure) -> [Layer] {
    switch source {
    case .none:
      return []
    case .file(let path):
      let file = FilePath(path)
      // The file stands for the project it is used in, so its patterns count from where the work is done.
      return try read(file, patternFolder: FilePath.workingDirectory, readers: [], reference: nil)
    case .nearest:
      let found = ConfigurationStore.fileNames.map { folder.appending($0) }
        .filter { FileSystem.status(of: $0.absolute)?.kind == .regular }
      if found.count > 1 {
        throw LintFailure(found[1].shown, "“\(found[0].shown)” stands beside it; expected one configuration a folder")
      }
      let own = try found.first.map { file throws(LintFailure) in
        try read(file, patternFolder: folder, readers: [], reference: nil)
      }
      if let own, own.last?.configuration.isRoot == true { return own }
      if folder.absolute == "/" { return own ?? [] }
      return try layers(forFolder: folder.folder) + (own ?? [])
    }
  }

  /// A configuration behind those it builds on.
  private func read(
    _ file: FilePath, patternFolder: FilePath, readers: [FilePath], reference: FileReference?
  ) throws(LintFailure) -> [Layer] {
    if readers.contains(file) {
      throw LintFailure(reference?.place, "“\(file.shown)” builds on itself")
    }
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileSystem.read(file.absolute)
    } catch {
      throw LintFailure(reference ?? FileReference(path: file.absolute), error)
    }
    let configuration: Configuration
    do throws(ConfigurationError) {
      configuration = try ConfigurationReader.read(bytes, path: file.shown, catalog: catalog, names: names)
    } catch {
      throw LintFailure(error)
    }
    var layers: [Layer] = []
    for base in configuration.extends {
      layers += try read(
        FilePath(base.path), patternFolder: patternFolder, readers: readers + [file], reference: base)
    }
    return layers + [Layer(configuration: configuration, folder: patternFolder)]
  }

  /// Whether configurations pass a path over when folders are searched.
  func excludes(_ path: FilePath, isFolder: Bool) throws(LintFailure) -> Bool {
    for layer in try layers(forFolder: path.folder) where !layer.configuration.exclude.isEmpty {
      guard let relative = path.relative(to: layer.folder) else { continue }
      if layer.configuration.exclude.contains(where: { $0.matches(relative, isFolder: isFolder) }) { return true }
    }
    return false
  }

  /// Everything configurations say about a file.
  func settings(for path: FilePath) throws(LintFailure) -> ResolvedSettings {
    var resolved = ResolvedSettings()
    for layer in try layers(forFolder: path.folder) {
      resolved.apply(layer.configuration.settings, in: layer.folder, isOverride: false)
      guard let relative = path.relative(to: layer.folder) else { continue }
      for override in layer.configuration.overrides
      where override.files.contains(where: { $0.matchesPathOrFolder(relative) }) {
        resolved.apply(override.settings, in: layer.folder, isOverride: true)
      }
    }
    return resolved
  }
}

/// What all configurations together say about a file.
struct ResolvedSettings: Hashable {
  var language: LanguageTag?
  /// Whether the language is that of an override, which is about this very file.
  var isLanguageOverridden = false
  var sourceLanguage: LanguageTag?
  /// Where sources stand, the first place first.
  var sources: [SourcePlace] = []
  var date: CalendarDate?
  var style: StyleReference?
  var glossaries: [GlossaryReference]?
  var failOn: Severity?
  var ruleLayers: [[RuleSettings.Decision]] = []

  /// Lets nearer settings win.
  mutating func apply(_ settings: Configuration.Settings, in folder: FilePath, isOverride: Bool) {
    if let nearer = settings.language {
      language = nearer
      isLanguageOverridden = isOverride
    }
    sourceLanguage = settings.sourceLanguage ?? sourceLanguage
    if let nearer = settings.sources { sources = nearer.map { SourcePlace(pattern: $0, folder: folder) } }
    date = settings.date ?? date
    style = settings.style ?? style
    glossaries = settings.glossaries ?? glossaries
    failOn = settings.failOn ?? failOn
    if !settings.rules.isEmpty { ruleLayers.append(settings.rules) }
  }
}
