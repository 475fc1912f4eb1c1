// SPDX-License-Identifier: Apache-2.0

public import CopydeskLinting

/// Runs the examples that stand in glossaries: each is linted with its glossary alone, by the rules about terms.
public struct GlossaryTest: Sendable {
  /// An example that does not come out as it says.
  public struct Failure: Hashable, Sendable, CustomStringConvertible {
    /// The path of the glossary.
    public let path: String
    /// The place of the example.
    public let place: GlossaryPlace
    /// What is wrong.
    public let message: String
    /// The copy that the example calls for, marked or fixed, and what came out; `nil` if nothing could.
    public let comparison: Comparison?

    /// Two texts that should be one.
    public struct Comparison: Hashable, Sendable {
      /// What the example says.
      public let expected: String
      /// What came out.
      public let found: String
    }

    /// A line such as `terms.yml:12:13: error: …`, and the two texts below it.
    public var description: String {
      var text = "\(path):\(place.line):\(place.column): error: \(message)"
      if let comparison {
        text +=
          "\n  expected: \(Failure.indented(comparison.expected))\n  found:    \(Failure.indented(comparison.found))"
      }
      return text
    }

    private static func indented(_ text: String) -> String {
      text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n            ")
    }
  }

  /// What came of the examples.
  public struct Outcome: Sendable {
    /// The examples that were run.
    public var exampleCount = 0
    /// The terms that copy must not use.
    public var rejectedCount = 0
    /// Those of them that have an example in which something must be reported.
    public var coveredCount = 0
    /// The examples that failed, in the order of the glossaries.
    public var failures: [Failure] = []

    /// The outcome in words.
    public var summary: String {
      "examples: \(exampleCount), failures: \(failures.count), "
        + "rejected terms with an example: \(coveredCount) of \(rejectedCount)"
    }
  }

  private let linter: Linter

  /// Creates a test that uses the rules of the category `terminology`.
  public init(_ catalog: RuleCatalog) {
    var settings = RuleSettings()
    settings.selected = [.category("terminology")]
    linter = Linter(rules: catalog.activeRules(settings))
  }

  /// Runs the examples of glossaries.
  ///
  /// Those of proposed concepts are run as if somebody had approved them, so that they can be tried before; what is
  /// no longer in force is passed over.
  public func run(_ documents: [GlossaryDocument]) -> Outcome {
    var outcome = Outcome()
    for document in documents { run(document, &outcome) }
    return outcome
  }

  private func run(_ document: GlossaryDocument, _ outcome: inout Outcome) {
    var glossary = document.glossary
    for index in glossary.concepts.indices where glossary.concepts[index].state == .proposed {
      glossary.concepts[index].state = .approved
    }
    var contexts: [LanguageTag: AnalysisContext] = [:]
    for (conceptIndex, concept) in document.glossary.concepts.enumerated() where concept.state != .deprecated {
      for (termIndex, term) in concept.terms.enumerated() {
        if term.status.isRejected {
          outcome.rejectedCount += 1
          if term.examples.contains(where: { $0.text.unicodeScalars.contains("⟦") }) { outcome.coveredCount += 1 }
        }
        for (exampleIndex, example) in term.examples.enumerated() {
          let context =
            contexts[term.language]
            ?? AnalysisContext(language: term.language, sourceLanguage: nil, glossaries: [glossary])
          contexts[term.language] = context
          outcome.exampleCount += 1
          guard let (message, comparison) = failure(of: example, term: term, context) else { continue }
          outcome.failures.append(
            Failure(
              path: document.path,
              place: document.place(ofExample: exampleIndex, term: termIndex, concept: conceptIndex),
              message: message, comparison: comparison))
        }
      }
    }
  }

  /// What is wrong with an example, or `nil` if it comes out as it says.
  private func failure(
    of example: TermExample, term: Term, _ context: AnalysisContext
  ) -> (message: String, comparison: Failure.Comparison?)? {
    guard let copy = MarkedCopy(example.text) else {
      return ("an example of “\(term.text)” has a mark without its partner; expected ⟦ and ⟧ in pairs", nil)
    }
    guard let article = try? ArticleReader.read(InputText(path: "example", text: copy.text), as: .text) else {
      return ("an example of “\(term.text)” cannot be read as text", nil)
    }
    let findings = linter.lint(article, context: context)
    let found = MarkedCopy.mark(copy.text, findings.map { $0.range.offsets })
    if found != example.text {
      let rules = Set(findings.map { $0.rule }).sorted()
      let reporters = rules.isEmpty ? "" : " (\(rules.joined(separator: ", ")))"
      return (
        "an example of “\(term.text)” is not reported as it is marked\(reporters)",
        Failure.Comparison(expected: example.text, found: found)
      )
    }
    if let expected = example.fixed {
      let fixed = FixedCopy.text(copy.text, fixedBy: findings)
      if fixed != expected {
        return (
          "an example of “\(term.text)” is not fixed as it says",
          Failure.Comparison(expected: expected, found: fixed)
        )
      }
    }
    return nil
  }
}
