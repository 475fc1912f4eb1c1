// SPDX-License-Identifier: Apache-2.0

internal import CopydeskArticles
internal import CopydeskText

/// Takes out the findings that the article itself silences, and remembers which silencers did so.
///
/// A comment silences findings that start in its reach: `disable` up to the next `enable` of the same
/// rules or the end, `disable-next-line` on the next line that is not empty. Front matter silences
/// everywhere.
public struct Suppression {
  /// Reports a silencer that silences nothing; the linter checks it, because it alone knows what was silenced.
  public static let unusedRule = RuleMetadata(
    id: "suppression/unused",
    summary: "Reports a comment or front matter entry that silences no finding.",
    rationale: "A silencer that outlived its finding hides the next one; what is not needed goes.",
    severity: .suggestion,
    type: .other,
    examples: [])

  /// One name in one silencer.
  private struct Silencer {
    /// The name as it was written, or `nil` if the silencer names no rule and means all.
    let name: String?
    /// Where findings must start to be silenced.
    let reach: TextRange
    /// The comment, or `nil` for front matter.
    let directive: Int?
    var isUsed = false

    func silences(_ finding: Finding) -> Bool {
      (reach.contains(finding.range.start) || reach.end == finding.range.start && finding.range.isEmpty)
        && (name.map { RuleSelector(anyName: $0).matches(finding.rule) } ?? true)
    }
  }

  private let article: Article
  private var silencers: [Silencer] = []

  /// Reads the silencers of an article.
  init(of article: Article) {
    self.article = article
    let end = UInt32(article.input.bytes.count)
    for name in article.metadata.disabledRules {
      silencers.append(Silencer(name: name, reach: TextRange(start: 0, end: end), directive: nil))
    }
    guard !article.directives.isEmpty else { return }
    let lines = LineTable(article.input.bytes)
    for (index, directive) in article.directives.enumerated() {
      let names: [String?] = directive.rules.isEmpty ? [nil] : directive.rules
      switch directive.kind {
      case .enable: break
      case .disableNextLine:
        let reach = Suppression.nextLine(after: directive.inputRange, lines, article.input.bytes)
        silencers += names.map { Silencer(name: $0, reach: reach, directive: index) }
      case .disable:
        for name in names {
          let enabled = article.directives[(index + 1)...].first { later in
            later.kind == .enable && (later.rules.isEmpty || name.map { later.rules.contains($0) } ?? false)
          }
          let reach = TextRange(
            start: directive.inputRange.end, end: max(directive.inputRange.end, enabled?.inputRange.start ?? end))
          silencers.append(Silencer(name: name, reach: reach, directive: index))
        }
      }
    }
  }

  /// Whether the article silences anything.
  var isEmpty: Bool { silencers.isEmpty }

  /// The findings that are not silenced.
  mutating func unsilenced(_ findings: [Finding]) -> [Finding] {
    findings.filter { finding in
      var isSilenced = false
      for index in silencers.indices where silencers[index].silences(finding) {
        silencers[index].isUsed = true
        isSilenced = true
      }
      return !isSilenced
    }
  }

  /// Findings for the silencers that silenced nothing although their rules ran.
  ///
  /// - Parameters:
  ///   - active: The ids of the rules that ran.
  ///   - catalog: All rules; a name that means none of them is reported as such.
  ///   - severity: The severity of the findings.
  /// - Returns: The findings in the order of the silencers.
  func unused(active: [String], catalog: RuleCatalog, severity: Severity) -> [Finding] {
    silencers.compactMap { silencer in
      guard !silencer.isUsed else { return nil }
      let message: String
      if let name = silencer.name {
        do throws(UnknownRuleError) {
          let selector = try catalog.selector(named: name)
          guard active.contains(where: { selector.matches($0) }) else { return nil }
          message = "“\(name)” is silenced here, but nothing was found"
        } catch {
          message = error.description
        }
      } else {
        message = "everything is silenced here, but nothing was found"
      }
      return finding(for: silencer, message, severity)
    }
  }

  private func finding(for silencer: Silencer, _ message: String, _ severity: Severity) -> Finding {
    let directive = silencer.directive.map { article.directives[$0] }
    // Front matter has no place of its own in the article; its first line stands for it.
    let range = directive?.inputRange ?? LineTable(article.input.bytes).range(ofLine: 1)
    let isWholeCommentIdle = silencers.allSatisfy { $0.directive != silencer.directive || !$0.isUsed }
    let fixes = directive != nil && isWholeCommentIdle ? [Fix.removing(range)] : []
    return Finding(
      rule: Suppression.unusedRule.id, severity: severity, type: Suppression.unusedRule.type, message: message,
      range: range, text: article.input.string(in: range), fixes: fixes)
  }

  /// The next line behind a comment that is not empty; empty if there is none.
  private static func nextLine(after comment: TextRange, _ lines: LineTable, _ bytes: [UInt8]) -> TextRange {
    var line = lines.line(containing: Int(comment.end)) + 1
    while line <= lines.lineCount {
      let range = lines.range(ofLine: line)
      if bytes[range.offsets].contains(where: { $0 > 0x20 }) {
        // A finding at the very end of the line, such as a missing mark, belongs to it.
        return TextRange(start: range.start, end: range.end)
      }
      line += 1
    }
    return TextRange(start: comment.end, end: comment.end)
  }
}
