// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
import CopydeskRules
import Testing

@Suite struct RuleSettingsTests {
  private static let catalog = RuleCatalog(BuiltInRules.all)

  private static func severity(_ settings: RuleSettings) throws -> Severity? {
    settings.severity(of: try #require(catalog.metadata(of: "typography/doubled-word")))
  }

  private static func layered(_ layers: [(String, RuleSettings.Level)]...) throws -> RuleSettings {
    var settings = RuleSettings()
    settings.layers = try layers.map { layer in
      try layer.map { RuleSettings.Decision(try catalog.selector(named: $0.0), $0.1) }
    }
    return settings
  }

  @Test func `without decisions the rule decides`() throws {
    #expect(try RuleSettingsTests.severity(RuleSettings()) == .error)
  }

  @Test func `inside a layer the narrower decision wins`() throws {
    let settings = try RuleSettingsTests.layered([
      ("typography/doubled-word", .severity(.warning)), ("typography", .off), ("all", .severity(.error)),
    ])
    #expect(try RuleSettingsTests.severity(settings) == .warning)
  }

  @Test func `a nearer layer wins over a narrower decision`() throws {
    let settings = try RuleSettingsTests.layered(
      [("typography/doubled-word", .severity(.warning))], [("typography", .off)])
    #expect(try RuleSettingsTests.severity(settings) == nil)
  }

  @Test func `a layer that says nothing of the rule changes nothing`() throws {
    let settings = try RuleSettingsTests.layered([("typography", .severity(.suggestion))], [("names", .off)])
    #expect(try RuleSettingsTests.severity(settings) == .suggestion)
  }

  @Test func `selecting turns on and keeps the severity`() throws {
    var settings = try RuleSettingsTests.layered([("all", .off)])
    settings.selected = [.rule("typography/doubled-word")]
    #expect(try RuleSettingsTests.severity(settings) == .error)
    settings.layers.append([.init(.category("typography"), .severity(.warning))])
    #expect(try RuleSettingsTests.severity(settings) == .warning)
    settings.selected = [.category("names")]
    #expect(try RuleSettingsTests.severity(settings) == nil)
  }

  @Test func `ignoring wins over everything`() throws {
    var settings = try RuleSettingsTests.layered([("typography/doubled-word", .severity(.error))])
    settings.selected = [.all]
    settings.ignored = [.category("typography")]
    #expect(try RuleSettingsTests.severity(settings) == nil)
  }

  @Test func `a category is no prefix`() {
    #expect(RuleSelector.category("name").matches("name/x"))
    #expect(!RuleSelector.category("name").matches("names/x"))
  }
}
