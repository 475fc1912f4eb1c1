// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText
internal import CopydeskYAML

/// Reads configurations and refuses what it does not know.
public struct ConfigurationReader {
  /// The keys that hold for all files, in the order of the documentation.
  static let fileKeys = ["root", "extends", "overrides", "exclude"]
  /// The keys that an override may have too.
  static let settingKeys = [
    "language", "source-language", "sources", "date", "style", "glossaries", "fail-on", "rules",
  ]

  private let path: String
  private let folder: String
  private let catalog: RuleCatalog
  private let names: ConfigurationNames
  private var mistakes: [ConfigurationError.Mistake] = []

  /// Reads a configuration.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - path: The path of the file; files it names count from its folder.
  ///   - catalog: The rules that it may name.
  ///   - names: Everything else that it may name.
  /// - Returns: What the file says; an empty file leaves everything open.
  /// - Throws: ``ConfigurationError`` with every mistake in the file.
  public static func read(
    _ bytes: [UInt8], path: String, catalog: RuleCatalog, names: ConfigurationNames
  ) throws(ConfigurationError) -> Configuration {
    let root: YAMLNode?
    do throws(YAMLError) {
      root = try YAMLParser.parse(bytes)
    } catch {
      throw ConfigurationError(
        path: path,
        mistakes: [.init(line: error.mark.line, column: error.mark.column, message: error.message)])
    }
    var reader = ConfigurationReader(path: path, catalog: catalog, names: names)
    let configuration = reader.configuration(root)
    if !reader.mistakes.isEmpty {
      throw ConfigurationError(
        path: path, mistakes: reader.mistakes.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
    }
    return configuration
  }

  private init(path: String, catalog: RuleCatalog, names: ConfigurationNames) {
    self.path = path
    self.catalog = catalog
    self.names = names
    folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  // MARK: Structure

  private mutating func configuration(_ root: YAMLNode?) -> Configuration {
    var configuration = Configuration(path: path)
    guard let root, !root.isNull else { return configuration }
    let keys = ConfigurationReader.settingKeys + ConfigurationReader.fileKeys
    for entry in entries(root, of: "a configuration", keys: keys) {
      switch entry.key {
      case "root": configuration.isRoot = boolean(entry) ?? false
      case "extends":
        configuration.extends = texts(entry, of: "paths", allowsOne: true).map { file($0) }
      case "exclude":
        configuration.exclude = texts(entry, of: "patterns", allowsOne: false).compactMap { pattern($0) }
      case "overrides": configuration.overrides = overrides(entry)
      default: setting(entry, in: &configuration.settings)
      }
    }
    return configuration
  }

  private mutating func overrides(_ entry: YAMLEntry) -> [Configuration.Override] {
    guard let items = entry.value.items else {
      mistake(entry.value, "“overrides” is no list; expected a list of mappings with “files”")
      return []
    }
    var overrides: [Configuration.Override] = []
    for item in items {
      var files: [GlobPattern]?
      var settings = Configuration.Settings()
      for entry in entries(item, of: "an override", keys: ["files"] + ConfigurationReader.settingKeys) {
        if entry.key == "files" {
          files = texts(entry, of: "patterns", allowsOne: true).compactMap { pattern($0) }
        } else {
          setting(entry, in: &settings)
        }
      }
      if let files {
        overrides.append(Configuration.Override(files: files, settings: settings))
      } else if item.entries != nil {
        mistake(item, "the override does not say for which “files” it holds")
      }
    }
    return overrides
  }

  private mutating func setting(_ entry: YAMLEntry, in settings: inout Configuration.Settings) {
    switch entry.key {
    case "language": settings.language = language(entry)
    case "source-language": settings.sourceLanguage = language(entry)
    case "sources":
      settings.sources = texts(entry, of: "patterns or folders", allowsOne: true).compactMap { source($0) }
    case "date": settings.date = date(entry)
    case "style": settings.style = style(entry)
    case "glossaries":
      settings.glossaries = texts(entry, of: "names or paths", allowsOne: true).compactMap { glossary($0) }
    case "fail-on": settings.failOn = severity(entry)
    case "rules": settings.rules = rules(entry)
    default: preconditionFailure("the key “\(entry.key)” is known but not read")
    }
  }

  // MARK: Rules

  private mutating func rules(_ entry: YAMLEntry) -> [RuleSettings.Decision] {
    if entry.value.isNull { return [] }
    guard let entries = entry.value.entries else {
      mistake(entry.value, "“rules” is no mapping; expected rules with “off”, “on” or a severity")
      return []
    }
    var decisions: [RuleSettings.Decision] = []
    for entry in entries {
      let selector: RuleSelector?
      do throws(UnknownRuleError) {
        selector = try catalog.selector(named: entry.key)
      } catch {
        mistakes.append(.init(line: entry.keyStart.line, column: entry.keyStart.column, message: error.description))
        selector = nil
      }
      if let level = level(entry), let selector { decisions.append(.init(selector, level)) }
    }
    return decisions
  }

  private mutating func level(_ entry: YAMLEntry) -> RuleSettings.Level? {
    guard entry.value.entries != nil else { return level(entry.value) }
    var level = RuleSettings.Level.on
    for option in entries(entry.value, of: "the rule “\(entry.key)”", keys: ["severity"]) {
      guard let value = self.level(option.value) else { return nil }
      level = value
    }
    return level
  }

  private mutating func level(_ node: YAMLNode) -> RuleSettings.Level? {
    let known = ["off", "on"] + Severity.allCases.map { $0.rawValue }
    guard let text = node.text else {
      mistake(node, "the level of a rule is no word; expected \(ConfigurationReader.listed(known))")
      return nil
    }
    switch text {
    case "off": return .off
    case "on": return .on
    default:
      if let severity = Severity(rawValue: text) { return .severity(severity) }
      mistake(node, unknown("level", text, known))
      return nil
    }
  }

  // MARK: Values

  private mutating func severity(_ entry: YAMLEntry) -> Severity? {
    guard let text = text(entry, "a severity") else { return nil }
    if let severity = Severity(rawValue: text) { return severity }
    mistake(entry.value, unknown("severity", text, Severity.allCases.map { $0.rawValue }))
    return nil
  }

  private mutating func boolean(_ entry: YAMLEntry) -> Bool? {
    guard let text = text(entry, "“true” or “false”") else { return nil }
    switch text {
    case "true": return true
    case "false": return false
    default:
      mistake(entry.value, "“\(entry.key)” is “\(text)”; expected “true” or “false”")
      return nil
    }
  }

  private mutating func language(_ entry: YAMLEntry) -> LanguageTag? {
    guard let text = text(entry, "a language") else { return nil }
    do throws(LanguageTagError) {
      return try LanguageTag.known(text)
    } catch {
      mistake(entry.value, error.description)
      return nil
    }
  }

  private mutating func date(_ entry: YAMLEntry) -> CalendarDate? {
    guard let text = text(entry, "a day") else { return nil }
    if let date = CalendarDate(iso: text) { return date }
    mistake(entry.value, "“\(text)” is no day; expected the form “2025-03-17”")
    return nil
  }

  private mutating func style(_ entry: YAMLEntry) -> StyleReference? {
    guard let text = text(entry, "a house style") else { return nil }
    if ConfigurationReader.isPath(text) { return .file(file((text, entry.value))) }
    if names.styles.contains(text) { return .shipped(text) }
    mistake(entry.value, unknown("house style", text, names.styles))
    return nil
  }

  private mutating func glossary(_ value: (text: String, node: YAMLNode)) -> GlossaryReference? {
    if ConfigurationReader.isPath(value.text) { return .file(file(value)) }
    if names.glossaries.contains(value.text) { return .shipped(value.text) }
    mistake(value.node, unknown("shipped glossary", value.text, names.glossaries))
    return nil
  }

  private func file(_ value: (text: String, node: YAMLNode)) -> FileReference {
    FileReference(
      path: value.text.hasPrefix("/") ? value.text : folder + value.text,
      place: "\(path):\(value.node.start.line):\(value.node.start.column)")
  }

  private mutating func pattern(_ value: (text: String, node: YAMLNode)) -> GlobPattern? {
    if value.text.isEmpty {
      mistake(value.node, "the pattern is empty; expected one such as “archive/**”")
      return nil
    }
    return GlobPattern(value.text)
  }

  private mutating func source(_ value: (text: String, node: YAMLNode)) -> SourcePattern? {
    if value.text.isEmpty {
      mistake(value.node, "the pattern is empty; expected one such as “es/{name}.{ext}”")
      return nil
    }
    do throws(SourcePattern.Mistake) {
      return try SourcePattern(value.text, place: "\(path):\(value.node.start.line):\(value.node.start.column)")
    } catch {
      mistake(value.node, error.message)
      return nil
    }
  }

  /// Whether a name is that of a file: it has a slash or an extension.
  public static func isPath(_ name: String) -> Bool {
    name.utf8.contains(UInt8(ascii: "/")) || name.utf8.contains(UInt8(ascii: "."))
  }

  // MARK: Nodes

  private mutating func mistake(_ node: YAMLNode, _ message: String) {
    mistakes.append(.init(line: node.start.line, column: node.start.column, message: message))
  }

  /// The entries of a mapping whose keys are known; the others are mistakes.
  private mutating func entries(_ node: YAMLNode, of what: String, keys: [String]) -> [YAMLEntry] {
    guard let entries = node.entries else {
      mistake(node, "\(what) is no mapping; expected keys such as “\(keys[0])”")
      return []
    }
    return entries.filter { entry in
      if keys.contains(entry.key) { return true }
      mistakes.append(
        .init(
          line: entry.keyStart.line, column: entry.keyStart.column, message: unknown("key", entry.key, keys)))
      return false
    }
  }

  private mutating func text(_ entry: YAMLEntry, _ what: String) -> String? {
    if let text = entry.value.text, !entry.value.isNull { return text }
    mistake(entry.value, "“\(entry.key)” has no value; expected \(what)")
    return nil
  }

  private mutating func texts(
    _ entry: YAMLEntry, of what: String, allowsOne: Bool
  ) -> [(text: String, node: YAMLNode)] {
    if allowsOne, let text = entry.value.text, !entry.value.isNull { return [(text, entry.value)] }
    guard let items = entry.value.items else {
      mistake(entry.value, "“\(entry.key)” is no list; expected a list of \(what)")
      return []
    }
    return items.compactMap { item in
      if let text = item.text { return (text, item) }
      mistake(item, "“\(entry.key)” has an item that is no text; expected \(what)")
      return nil
    }
  }

  // MARK: Words

  private func unknown(_ what: String, _ name: String, _ known: [String]) -> String {
    if let nearest = NearestName.nearest(to: name, in: known) {
      return "unknown \(what) “\(name)”; did you mean “\(nearest)”?"
    }
    return "unknown \(what) “\(name)”; expected \(ConfigurationReader.listed(known))"
  }

  private static func listed(_ names: [String]) -> String {
    let quoted = names.map { "“\($0)”" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "nothing" }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}
