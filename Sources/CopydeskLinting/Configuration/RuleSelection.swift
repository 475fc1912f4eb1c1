// SPDX-License-Identifier: Apache-2.0

import CopydeskText

/// One rule, the rules of a category, or all rules, as people name them.
public enum RuleSelector: Hashable, Sendable {
  /// Every rule.
  case all
  /// The rules of a category, such as `typography`.
  case category(String)
  /// One rule by its id, such as `typography/doubled-word`.
  case rule(String)

  /// Reads a name without asking whether such a rule or category exists.
  init(anyName name: String) {
    self = name == "all" ? .all : name.utf8.contains(UInt8(ascii: "/")) ? .rule(name) : .category(name)
  }

  /// Whether the selector means the rule with this id.
  public func matches(_ id: String) -> Bool {
    switch self {
    case .all: return true
    case .category(let category): return id.hasPrefix(category) && id.dropFirst(category.count).first == "/"
    case .rule(let rule): return id == rule
    }
  }

  /// How closely the selector aims: at all rules, a category, or one rule.
  fileprivate var reach: Int {
    switch self {
    case .all: 0
    case .category: 1
    case .rule: 2
    }
  }
}

/// A name that means no rule and no category.
public struct UnknownRuleError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name.
  public let name: String
  /// What was probably meant.
  public let suggestion: String?

  /// What is wrong and what may be meant.
  public var description: String {
    let known = suggestion.map { "; did you mean “\($0)”?" } ?? "; “copydesk rules” lists all"
    return "no rule or category is called “\(name)”\(known)"
  }
}

/// The rules that may run and the names they go by.
public struct RuleCatalog: Sendable {
  /// The rules.
  public let rules: [any Rule.Type]
  /// What is known of each rule, sorted by id, and of ``Suppression/unusedRule``, which the linter checks itself.
  public let metadata: [RuleMetadata]
  /// The categories, sorted.
  public let categories: [String]

  /// Creates a catalog.
  public init(_ rules: [any Rule.Type]) {
    self.rules = rules
    metadata = (rules.map { $0.metadata } + [Suppression.unusedRule]).sorted { $0.id < $1.id }
    categories = Set(metadata.map { $0.category }).sorted()
  }

  /// The rules that a name means.
  ///
  /// - Throws: ``UnknownRuleError`` if it means none.
  public func selector(named name: String) throws(UnknownRuleError) -> RuleSelector {
    if name == "all" { return .all }
    if metadata(of: name) != nil { return .rule(name) }
    if categories.contains(name) { return .category(name) }
    throw UnknownRuleError(name: name, suggestion: suggestion(for: name))
  }

  /// The name that was probably meant: also when only the part behind the slash is near.
  private func suggestion(for name: String) -> String? {
    let ids = metadata.map { $0.id }
    if let nearest = NearestName.nearest(to: name, in: ids + categories + ["all"]) { return nearest }
    let problem = name.split(separator: "/").last.map(String.init) ?? name
    let problems = ids.map { String($0.drop { $0 != "/" }.dropFirst()) }
    guard let nearest = NearestName.nearest(to: problem, in: problems) else {
      return problem.isEmpty ? nil : ids.first { $0.contains(problem) }
    }
    return zip(ids, problems).first { $0.1 == nearest }?.0
  }

  /// What is known of a rule, or `nil` if no rule has the id.
  public func metadata(of id: String) -> RuleMetadata? {
    metadata.first { $0.id == id }
  }

  /// The rules that run under the settings.
  public func activeRules(_ settings: RuleSettings) -> [ActiveRule] {
    rules.compactMap { rule in
      settings.severity(of: rule.metadata).map { ActiveRule(rule, severity: $0) }
    }
  }
}

/// Which rules run with which severity, from configuration and command line.
public struct RuleSettings: Hashable, Sendable {
  /// What is decided of some rules.
  public enum Level: Hashable, Sendable {
    /// They do not run.
    case off
    /// They run with the severity of their metadata.
    case on
    /// They run with this severity.
    case severity(Severity)
  }

  /// A level for some rules.
  public struct Decision: Hashable, Sendable {
    /// The rules.
    public let selector: RuleSelector
    /// What is decided of them.
    public let level: Level

    /// Creates a decision.
    public init(_ selector: RuleSelector, _ level: Level) {
      self.selector = selector
      self.level = level
    }
  }

  /// The decisions of each configuration, the nearest last.
  ///
  /// The last layer that decides on a rule wins. Inside a layer a decision about the rule wins over one
  /// about its category, and that over one about all; of equals the last wins.
  public var layers: [[Decision]] = []
  /// The only rules that run, or `nil` if the layers alone say so.
  public var selected: [RuleSelector]?
  /// Rules that do not run whatever else is said.
  public var ignored: [RuleSelector] = []

  /// Creates settings under which every rule follows its metadata.
  public init() {}

  /// The severity of a rule under these settings, or `nil` if it does not run.
  public func severity(of rule: RuleMetadata) -> Severity? {
    if ignored.contains(where: { $0.matches(rule.id) }) { return nil }
    var level: Level?
    for layer in layers {
      var reach = 0
      for decision in layer where decision.selector.matches(rule.id) && decision.selector.reach >= reach {
        level = decision.level
        reach = decision.selector.reach
      }
    }
    if let selected {
      guard selected.contains(where: { $0.matches(rule.id) }) else { return nil }
      // Whoever selects a rule by name wants it to run, so only its severity may come from layers.
      if level == nil || level == .off { level = .on }
    }
    switch level {
    case .off: return nil
    case .on: return rule.severity
    case .severity(let severity): return severity
    case nil: return rule.isOnByDefault ? rule.severity : nil
    }
  }
}
