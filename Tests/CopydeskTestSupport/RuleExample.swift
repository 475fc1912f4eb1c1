// SPDX-License-Identifier: Apache-2.0

public import CopydeskLinting
internal import CopydeskRules
public import Testing

/// An example of a rule, as the argument of a test.
public struct RuleExample: CustomTestStringConvertible, Sendable {
  /// The rule.
  public let rule: any Rule.Type
  /// The example.
  public let example: Example

  /// The examples of all built-in rules.
  public static let all: [RuleExample] = BuiltInRules.all.flatMap { rule in
    rule.metadata.examples.map { RuleExample(rule: rule, example: $0) }
  }

  /// The rule's id and the example's line.
  public var testDescription: String { "\(rule.metadata.id) at line \(example.line): \(example.markedCopy)" }

  /// What only this rule finds in a copy, with everything else as the example says.
  public func findings(in copy: String, format: ArticleFormat = .text) throws -> [Finding] {
    let article = try ArticleReader.read(InputText(path: "example", text: copy), as: format)
    return Linter(rules: [ActiveRule(rule)]).lint(article, context: try context())
  }

  /// Language, source language, date and glossary of the example.
  public func context() throws -> AnalysisContext {
    let glossaries = try example.glossary.map { yaml in
      [try GlossaryReader.read(InputText(path: "example.yml", text: yaml)).glossary]
    }
    var context = AnalysisContext(
      language: try #require(LanguageTag(example.language)),
      sourceLanguage: try example.sourceLanguage.map { try #require(LanguageTag($0)) },
      glossaries: glossaries ?? [])
    context.date = try example.date.map { try #require(CalendarDate(iso: $0)) }
    return context
  }

  /// The copy after the first fix of every finding; a fix that overlaps one before it is left out.
  public func copyFixed(_ copy: String) throws -> String {
    let edits = try findings(in: copy).compactMap { $0.fixes.first }.flatMap(\.edits).sorted { $0.range < $1.range }
    let bytes = Array(copy.utf8)
    var fixed: [UInt8] = []
    var end = 0
    for edit in edits where Int(edit.range.start) >= end {
      fixed.append(contentsOf: bytes[end..<Int(edit.range.start)])
      fixed.append(contentsOf: edit.replacement.utf8)
      end = Int(edit.range.end)
    }
    fixed.append(contentsOf: bytes[end...])
    return String(decoding: fixed, as: UTF8.self)
  }
}
