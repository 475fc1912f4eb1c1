// SPDX-License-Identifier: Apache-2.0

public import CopydeskAnalysis
public import CopydeskArticles
internal import CopydeskText

/// A rule that runs, with the severity configuration gives it.
public struct ActiveRule: Sendable {
  /// The rule.
  public let rule: any Rule
  /// What is known of it.
  public let metadata: RuleMetadata
  /// The severity of its findings.
  public let severity: Severity

  /// Creates an active rule; without a severity it has the default one.
  public init(_ type: any Rule.Type, severity: Severity? = nil) {
    rule = type.init()
    metadata = type.metadata
    self.severity = severity ?? metadata.severity
  }
}

/// Runs rules over articles.
///
/// A linter is a value without state: linting is a pure function of the article, the context and the
/// rules, so articles may be linted by many tasks at once.
public struct Linter: Sendable {
  /// The rules that run.
  public let rules: [ActiveRule]
  /// All rules and the severity with which idle silencers are reported, or `nil` if they are not.
  private let unusedSuppressions: (catalog: RuleCatalog, severity: Severity)?

  /// Creates a linter that leaves idle silencers alone.
  public init(rules: [ActiveRule]) {
    self.rules = rules
    unusedSuppressions = nil
  }

  /// Creates a linter for the rules that run under the settings.
  public init(_ catalog: RuleCatalog, settings: RuleSettings) {
    rules = catalog.activeRules(settings)
    unusedSuppressions = settings.severity(of: Suppression.unusedRule).map { (catalog, $0) }
  }

  /// The findings in an article, by place and rule; offsets are those of the input.
  public func lint(_ article: Article, context: AnalysisContext, source: SourceCopy? = nil) -> [Finding] {
    lint(ArticleAnalysis(article, context: context, source: source))
  }

  /// The findings in an analysed article, by place and rule; offsets are those of the input.
  public func lint(_ analysis: ArticleAnalysis) -> [Finding] {
    let article = analysis.article
    var findings: [Finding] = []
    for active in rules {
      var report = FindingReport()
      active.rule.check(analysis, &report)
      for entry in report.entries {
        findings.append(Linter.finding(entry, of: active, in: analysis))
      }
    }
    var suppression = Suppression(of: article)
    if !suppression.isEmpty {
      findings = suppression.unsilenced(findings)
      if let (catalog, severity) = unusedSuppressions {
        findings += suppression.unused(active: rules.map { $0.metadata.id }, catalog: catalog, severity: severity)
      }
    }
    if findings.count > 1 {
      findings.sort { left, right in
        (left.range, left.rule, left.message) < (right.range, right.rule, right.message)
      }
    }
    return findings
  }

  /// Moves a rule's finding from the article's text to the input.
  private static func finding(
    _ entry: FindingReport.Entry, of active: ActiveRule, in analysis: ArticleAnalysis
  ) -> Finding {
    let article = analysis.article
    let map = article.offsetMap
    return Finding(
      rule: active.metadata.id,
      severity: entry.severity.map { max($0, active.severity) } ?? active.severity,
      type: active.metadata.type,
      message: entry.message.text,
      range: map.inputRange(of: entry.range),
      text: article.string(in: entry.range),
      notes: entry.notes.compactMap { note in
        let noteMap = note.side == .target ? map : analysis.source?.article.offsetMap
        return noteMap.map { Note(note.message, at: $0.inputRange(of: note.range), side: note.side) }
      },
      fixes: entry.fixes.map { fix in
        // Input that reads differently (an entity, markup between two words) is not what the rule saw.
        let isExact = fix.edits.allSatisfy { map.isVerbatim($0.range) }
        return Fix(
          isExact ? fix.applicability : .needsReview,
          edits: fix.edits.map { Edit(range: map.inputRange(of: $0.range), replacement: $0.replacement) })
      })
  }
}
