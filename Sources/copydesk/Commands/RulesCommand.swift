// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import CopydeskLinting
import CopydeskReporting
import CopydeskRules

/// `copydesk rules`: the rule table, or the whole explanation of rules.
struct RulesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules",
    abstract: "List the rules, or explain some with their examples.",
    aliases: ["explain"])

  /// How rules are told.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text
    case json
  }

  @Argument(help: ArgumentHelp("Rules or categories to explain.", valueName: "rule"))
  var names: [String] = []

  @Option(name: .long, help: "The output format.")
  var format: Format = .text

  func run() throws {
    let catalog = RuleCatalog(BuiltInRules.all)
    let selectors = try names.map { name in
      do throws(UnknownRuleError) {
        return try catalog.selector(named: name)
      } catch {
        throw CommandFailure.failed(error.description)
      }
    }
    let rules = catalog.metadata.filter { rule in
      selectors.isEmpty || selectors.contains { $0.matches(rule.id) }
    }
    switch format {
    case .json: try Output.write(RuleGuide.json(rules))
    case .text where names.isEmpty: try Output.write(RuleGuide.table(rules))
    case .text: try Output.write(rules.map { RuleGuide.explanation(of: $0) }.joined(separator: "\n\n"))
    }
  }
}
