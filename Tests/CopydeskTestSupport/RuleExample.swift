// SPDX-License-Identifier: Apache-2.0

public import CopydeskLinting
internal import CopydeskRules
internal import Synchronization
public import Testing

/// An example of a rule, as the argument of a test.
public struct RuleExample: CustomTestStringConvertible, Sendable {
  /// The rule.
  public let rule: any Rule.Type
  /// The example.
  public let example: Example

  /// Creates an example of a rule.
  public init(rule: any Rule.Type, example: Example) {
    self.rule = rule
    self.example = example
  }

  /// The examples of all built-in rules.
  public static let all: [RuleExample] = BuiltInRules.all.flatMap { rule in
    rule.metadata.examples.map { RuleExample(rule: rule, example: $0) }
  }

  /// The rule's id and the example's line.
  public var testDescription: String { "\(rule.metadata.id) at line \(example.line): \(example.markedCopy)" }

  /// What only this rule finds in a copy, with everything else as the example says.
  ///
  /// - Parameters:
  ///   - copy: The copy.
  ///   - prefix: What stands before the copy, and so before the source as well.
  ///   - format: The format of both.
  /// - Returns: The findings, by place.
  /// - Throws: What the readers do.
  public func findings(in copy: String, after prefix: String = "", format: ArticleFormat = .text) throws -> [Finding] {
    let article = try ArticleReader.read(InputText(path: "example", text: prefix + copy), as: format)
    let source = try example.source.map { text in
      SourceCopy(try ArticleReader.read(InputText(path: "source", text: prefix + text), as: format))
    }
    return Linter(rules: [ActiveRule(rule)]).lint(article, context: try context(), source: source)
  }

  /// Language, source language, date and glossary of the example.
  public func context() throws -> AnalysisContext {
    var context = try RuleExample.contexts.withLock { contexts in
      let key = ContextKey(
        language: example.language, sourceLanguage: example.sourceLanguage, glossary: example.glossary)
      if let known = contexts[key] { return known }
      let context = try makeContext()
      contexts[key] = context
      return context
    }
    context.date = try example.date.map { try #require(CalendarDate(iso: $0)) }
    return context
  }

  private func makeContext() throws -> AnalysisContext {
    let glossaries = try example.glossary.map { yaml in
      [try GlossaryReader.read(InputText(path: "example.yml", text: yaml)).glossary]
    }
    return AnalysisContext(
      language: try #require(LanguageTag(example.language)),
      sourceLanguage: try example.sourceLanguage.map { try #require(LanguageTag($0)) },
      glossaries: glossaries ?? [])
  }

  private struct ContextKey: Hashable {
    let language: String
    let sourceLanguage: String?
    let glossary: String?
  }

  /// Contexts take milliseconds to make, and every example is linted a dozen times.
  private static let contexts = Mutex<[ContextKey: AnalysisContext]>([:])
}
