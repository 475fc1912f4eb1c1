// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a percent sign that is set as the house does not set it.
struct PercentStyle: Rule {
  static let metadata = RuleMetadata(
    id: "numbers/percent-style",
    summary: "Reports a percent sign that is set as the house does not set it.",
    rationale: """
      English copy writes “45%”, French copy “45 %”; a translation keeps the space of its source. Where papers print \
      both, one article still prints one.
      """,
    severity: .suggestion,
    type: .localeViolation,
    examples: [
      Example("Inflation reached ⟦45 %⟧ in March.", fixed: "Inflation reached 45% in March."),
      Example("Inflation reached ⟦45% percent⟧ in March.", fixed: "Inflation reached 45% in March."),
      Example("Inflation reached ⟦%45⟧ in March.", fixed: "Inflation reached 45% in March."),
      Example("Inflation reached 45% in March and 45 percent in April, a 100%-sure bet at %s or %20."),
      Example(
        "L’inflation atteint ⟦45%⟧ en mars.", language: "fr", fixed: "L’inflation atteint 45\u{A0}% en mars."),
      Example("L’inflation atteint 45\u{202F}% en mars, puis 46\u{A0}% et 47 %.", language: "fr"),
      Example("Die Inflation liegt bei 45% im März.", language: "de"),
      Example(
        "Sie stieg von 3 % auf 4 %, dann auf ⟦45%⟧ im März; ein 100%iger Erfolg.", language: "de",
        fixed: "Sie stieg von 3 % auf 4 %, dann auf 45\u{A0}% im März; ein 100%iger Erfolg."),
      Example("La inflación llegó al 45% en marzo.", language: "es"),
      Example("La inflación llegó al 45 % en marzo y al 3 por ciento en abril.", language: "es"),
      Example("La inflación llegó al ⟦45% por ciento⟧.", language: "es", fixed: "La inflación llegó al 45%."),
      Example("A inflação chegou a ⟦45 %⟧.", language: "pt-BR", fixed: "A inflação chegou a 45%."),
      Example("Инфляция достигла 45% в марте, рост — 3 % год к году.", language: "ru"),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let numbers = analysis.numbers.filter { $0.kind == .percent }
    let style = analysis.conventions.numberStyle
    let house = settled(style.percentSpacing, numbers, analysis)
    for number in numbers where analysis.isNumberCopy(number.range) {
      let window = TokenWindow(analysis, at: number.range.start)
      let sign = number.tokens.upperBound
      let range = TextRange(start: number.range.start, end: window.tokens[sign].end)
      let text = analysis.string(in: range)
      if let end = PercentStyle.repetition(behind: sign, window) {
        let doubled = TextRange(start: range.start, end: window.tokens[end - 1].end)
        report(
          .doubled(analysis.string(in: doubled), text), at: doubled, severity: .warning,
          fixes: [.removing(TextRange(start: range.end, end: doubled.end))])
        continue
      }
      let gap = window.gap(before: sign)
      guard !window.isJoined(at: sign + 1) else { continue }
      switch house.spacing {
      case .none where !gap.isEmpty:
        let written = analysis.string(in: number.range) + window.text(sign)
        report(.style(text, written), at: range, severity: house.severity, fixes: [.removing(gap)])
      case .required where gap.isEmpty:
        let written = analysis.string(in: number.range) + style.space.text + window.text(sign)
        report(
          .style(text, written), at: range, severity: house.severity,
          fixes: [.replacing(gap, with: style.space.text)])
      default: break
      }
    }
    checkLeadingSigns(analysis, &report)
  }

  /// What the house asks, or else what most percentages of the article do, as a matter of taste.
  private func settled(
    _ spacing: NumberStyle.Spacing, _ numbers: [NumberMention], _ analysis: ArticleAnalysis
  ) -> (spacing: NumberStyle.Spacing, severity: Severity?) {
    // Agencies drop the space where handbooks ask for one, so its lack weighs less than one too many.
    guard spacing == .either else { return (spacing, spacing == .none ? .warning : nil) }
    // Where a space makes a noun and none an adjective (“45% podíl”) both stand side by side.
    guard analysis.conventions.numberStyle != .neutral else { return (.either, nil) }
    var spaced = 0
    var tight = 0
    for number in numbers {
      let window = TokenWindow(analysis, at: number.range.start)
      guard !window.isJoined(at: number.tokens.upperBound + 1) else { continue }
      if window.isTight(number.tokens.upperBound) { tight += 1 } else { spaced += 1 }
    }
    if spaced >= 2 * tight, tight > 0 { return (.required, nil) }
    if tight >= 2 * spaced, spaced > 0 { return (.none, nil) }
    return (.either, nil)
  }

  /// The end of a percent word or a second sign behind a sign.
  private static func repetition(behind sign: Int, _ window: TokenWindow) -> Int? {
    if window.isTight(sign + 1), window.mark(sign + 1) == 0x25 { return sign + 2 }
    guard let word = window.word(sign + 1), !window.isTight(sign + 1) else { return nil }
    if twoWordPercents.contains(word.key), percentEnds.contains(window.key(sign + 2)) { return sign + 3 }
    return percents.contains(word.key) ? sign + 2 : nil
  }

  private static let percents = Set(
    "percent prozent процент процента процентов відсоток відсотка відсотків procent procenta procento".split(
      separator: " "
    ).map { TokenKey.key(of: $0) })
  private static let twoWordPercents = Set("per por pour".split(separator: " ").map { TokenKey.key(of: $0) })
  private static let percentEnds = Set("cent ciento cento".split(separator: " ").map { TokenKey.key(of: $0) })

  /// Reports `%45`, which Turkish and Basque write.
  private func checkLeadingSigns(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    guard !["tr", "eu", "ar", "fa", "he", "az"].contains(analysis.language.language) else { return }
    for number in analysis.numbers {
      guard number.range.start > 0, analysis.article.text[Int(number.range.start) - 1] == UInt8(ascii: "%") else {
        continue
      }
      let window = TokenWindow(analysis, at: number.range.start)
      let sign = number.tokens.lowerBound - 1
      guard window.mark(sign) == 0x25, !window.isTight(sign), window.mark(number.tokens.upperBound) != 0x25,
        !window.isJoined(at: number.tokens.upperBound), number.groups.count > 1 || !isEscape(number, analysis)
      else { continue }
      let range = TextRange(start: window.tokens[sign].start, end: number.range.end)
      guard analysis.isNumberCopy(range) else { continue }
      let space = analysis.conventions.numberStyle.percentSpacing == .required
      let written =
        analysis.string(in: number.range) + (space ? analysis.conventions.numberStyle.space.text : "") + "%"
      report(
        .style(analysis.string(in: range), written), at: range, severity: .warning,
        fixes: [.replacing(range, with: written)])
    }
  }

  /// `%20` and its kin are escaped characters.
  private func isEscape(_ number: NumberMention, _ analysis: ArticleAnalysis) -> Bool {
    ["%20", "%22", "%25", "%26", "%27", "%3"].contains("%" + analysis.string(in: number.range))
  }
}

extension FindingMessage {
  fileprivate static func style(_ text: String, _ written: String) -> FindingMessage {
    "“\(text)” is not how the house sets percentages; write “\(written)”"
  }
  fileprivate static func doubled(_ text: String, _ written: String) -> FindingMessage {
    "“\(text)” says percent twice; write “\(written)”"
  }
}
