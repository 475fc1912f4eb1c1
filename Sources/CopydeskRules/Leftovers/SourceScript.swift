// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskLinting

/// Reports words in letters that the article's language does not use.
struct SourceScript: Rule {
  static let metadata = RuleMetadata(
    id: "leftovers/source-script",
    summary: "Reports words in letters that the language of the copy does not use.",
    rationale: """
      A word in foreign letters cannot even be read out. Latin letters are at home everywhere, originals in \
      brackets or quotation marks are wanted, and single Greek letters belong to science.
      """,
    severity: .error,
    type: .untranslated,
    examples: [
      Example("The store is closed since ⟦февраля⟧ 13.", sourceLanguage: "ru"),
      Example("The company - ⟦经济观察网 - 专业财经新闻网站⟧ said.", sourceLanguage: "zh"),
      Example("Er sprach am Montag mit ⟦Σωκράτης Παπαδόπουλος⟧.", language: "de", sourceLanguage: "el"),
      Example("The mayor, Oleksii Kovalchuk (Олексій Ковальчук), declined to comment.", sourceLanguage: "uk"),
      Example("The sign read “Выход” and the β variant was everywhere.", sourceLanguage: "ru"),
      Example("The ministry runs the site помощь.рф for such cases.", sourceLanguage: "ru"),
      Example("Компания Apple открыла магазин в Киеве.", language: "ru", sourceLanguage: "en"),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let own = analysis.language.scripts
    guard !own.isEmpty else { return }
    let tokens = analysis.tokens
    for (segmentIndex, range) in analysis.segmentTokens.enumerated() {
      let segment = analysis.article.segments[segmentIndex]
      guard segment.role.isProse, segment.language?.matches(analysis.language) ?? true else { continue }
      var index = range.lowerBound
      while index < range.upperBound {
        guard isForeign(tokens[index], own) else {
          index += 1
          continue
        }
        let first = index
        var last = index
        // Marks and numbers between two foreign words belong to them.
        while index < range.upperBound, isForeign(tokens[index], own) || !tokens[index].script.isReal {
          if isForeign(tokens[index], own) { last = index }
          index += 1
        }
        if let run = open(first..<last + 1, in: range, analysis) {
          report(.foreignLetters(analysis.string(in: analysis.range(of: run)), analysis), at: analysis.range(of: run))
        }
      }
    }
  }

  private func isForeign(_ token: Token, _ own: [UnicodeScript]) -> Bool {
    guard token.kind == .word, token.traits.contains(.nonASCII), token.script.isReal, token.script != .latin,
      token.traits.isDisjoint(with: [.mixedScript, .innerPeriod]), !own.contains(token.script)
    else { return false }
    // α, β, µ and the like: one letter of two bytes.
    return token.script != .greek || token.range.count > 2
  }

  /// The run, unless it may stand: in brackets or quotation marks, in the glossary, in code, or as part
  /// of a passage that another rule reports.
  private func open(_ run: Range<Int>, in segment: Range<Int>, _ analysis: ArticleAnalysis) -> Range<Int>? {
    let range = analysis.range(of: run)
    if analysis.isProtected(range) || analysis.foreignRuns.contains(where: { $0.tokens.overlaps(run) })
      || analysis.termMatches.contains(where: { $0.tokens.overlaps(run) })
    {
      return nil
    }
    let isEnclosed = analysis.enclosedTokens(in: segment).contains { enclosed in
      enclosed.lowerBound <= run.lowerBound && run.upperBound <= enclosed.upperBound
        && enclosed.count < segment.count / 2
    }
    return isEnclosed ? nil : run
  }
}

extension UnicodeScript {
  /// Whether the script is one, not the stand-in of characters that many share.
  fileprivate var isReal: Bool { self != .common && self != .inherited }
}

extension FindingMessage {
  fileprivate static func foreignLetters(_ text: String, _ analysis: ArticleAnalysis) -> FindingMessage {
    let language = (try? LocaleData.languageName(analysis.language.language, in: "en")) ?? analysis.language.tag
    return "“\(text)” is in letters that \(language) does not use, translate or transliterate it"
  }
}
