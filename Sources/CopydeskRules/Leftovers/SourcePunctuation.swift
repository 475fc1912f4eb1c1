// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskLinting

/// Reports marks and abbreviations that belong to the source language.
struct SourcePunctuation: Rule {
  static let metadata = RuleMetadata(
    id: "leftovers/source-punctuation",
    summary: "Reports punctuation and abbreviations that the language of the copy does not use, such as ¿ or EE. UU.",
    rationale: """
      The words are translated, the marks around them are not: nothing tells readers sooner that what they read \
      came out of a machine.
      """,
    severity: .warning,
    type: .localeViolation,
    examples: [
      Example("⟦¿⟧What happens now?", fixed: "What happens now?"),
      Example("He called it ⟦«a gift»⟧ to the gangs.", fixed: "He called it “a gift” to the gangs."),
      Example("⟦« Paper has a memory »⟧, she said.", fixed: "“Paper has a memory”, she said."),
      Example("Sie sprach von ⟦¡⟧einem Wunder!", language: "de-DE", fixed: "Sie sprach von einem Wunder!"),
      Example("Dijo que era ⟦„un regalo“⟧.", language: "es-ES", fixed: "Dijo que era «un regalo»."),
      Example("The ⟦EE. UU.⟧ will pay for it.", fixed: "The U.S. will pay for it."),
      Example("Then ⟦Sr.⟧ Bukele spoke of warehouse ⟦№⟧ 7.", fixed: "Then Mr. Bukele spoke of warehouse No. 7."),
      Example("He agreed⟦。⟧", fixed: "He agreed."),
      Example("¿Qué pasa ahora? ¡Nada!", language: "es-ES"),
      Example("Ella habló de EE. UU. y del Sr. Bukele.", language: "es-ES"),
      Example("„Wir sind bereit“, sagte er. »Alle?«", language: "de-DE"),
      Example("« Oui », dit-il.", language: "fr-FR"),
      Example("Robert Downey Sr. directed it in the U.S. and called it “Cuba Sí”."),
      Example("Завод № 7 назвал это «подарком».", language: "ru-RU"),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    // CLDR lists too few marks for languages whose usage nobody here knows.
    guard LanguageData.languages.contains(analysis.language.language) else { return }
    let marks = LazyExemplars(.punctuation, locale: analysis.language.tag)
    checkQuotations(marks, analysis, &report)
    let notations = ForeignNotation.foreign(to: analysis.language)
    let tokens = analysis.tokens
    var next = 0
    for index in tokens.indices where index >= next {
      let token = tokens[index]
      if token.traits.contains(.nonASCII), token.kind == .punctuation || token.kind == .symbol {
        checkMark(index, marks, analysis, &report)
      }
      guard token.range.count <= SourcePunctuation.longestStart, let candidates = notations[token.key] else { continue }
      for notation in candidates where checkNotation(notation, at: index, analysis, &report) {
        next = index + notation.keys.count
        break
      }
    }
  }

  /// The length of the longest first token of a notation; most words are longer, which saves looking them up.
  private static let longestStart = 6

  /// Whether a place is the desk's own copy in its own language.
  private func isOwnCopy(_ tokens: Range<Int>, _ analysis: ArticleAnalysis) -> Bool {
    let range = analysis.range(of: tokens)
    let segment = analysis.article.segments[analysis.segmentIndex(at: range.start)]
    switch segment.role {
    case .code, .embed, .boilerplate: return false
    default: break
    }
    if let language = segment.language, !language.matches(analysis.language) { return false }
    return !analysis.isProtected(range) && !analysis.foreignRuns.contains { $0.tokens.overlaps(tokens) }
  }

  // MARK: Quotation marks

  private func checkQuotations(
    _ marks: LazyExemplars, _ analysis: ArticleAnalysis, _ report: inout FindingReport
  ) {
    for quotation in analysis.quotations.all where isForeign(quotation.openingMark, marks, analysis) {
      guard let index = analysis.tokens.firstIndex(where: { $0.start == quotation.opening.start }),
        isOwnCopy(index..<index + 1, analysis)
      else { continue }
      let mark = analysis.string(in: quotation.opening)
      guard let closing = quotation.closing,
        analysis.segmentIndex(at: quotation.opening.start) == analysis.segmentIndex(at: closing.start)
      else {
        report(.foreignQuotes(mark, analysis), at: quotation.opening)
        continue
      }
      report(
        .foreignQuotes(mark, analysis), at: quotation.range,
        fixes: replacement(for: quotation, closing, analysis).map { [$0] } ?? [])
    }
  }

  /// Whether neither the language nor the house opens quotations with the mark.
  private func isForeign(_ mark: UInt32, _ marks: LazyExemplars, _ analysis: ArticleAnalysis) -> Bool {
    switch mark {
    case 0xAB, 0xBB, 0x2039, 0x203A, 0x201E, 0x201A, 0x300C, 0x300E: break
    default: return false
    }
    let style = analysis.context.houseStyle
    let accepted = (style?.primaryQuotationMarks ?? []) + (style?.secondaryQuotationMarks ?? [])
    if accepted.contains(where: { $0.opening.unicodeScalars.first?.value == mark }) { return false }
    return !marks.contains(mark)
  }

  /// The house's marks around the same words, without the spaces that French puts inside.
  private func replacement(for quotation: Quotation, _ closing: TextRange, _ analysis: ArticleAnalysis) -> Fix? {
    let style = analysis.context.houseStyle
    let marks = quotation.depth == 0 ? style?.primaryQuotationMarks.first : style?.secondaryQuotationMarks.first
    guard let marks else { return nil }
    let text = analysis.article.text
    var start = Int(quotation.opening.end)
    var end = Int(closing.start)
    while start < end, let length = spaceLength(at: start, in: text) { start += length }
    while end > start, let length = spaceLength(before: end, in: text) { end -= length }
    return Fix(
      .safe,
      edits: [
        Edit(range: TextRange(Int(quotation.opening.start), start), replacement: marks.opening),
        Edit(range: TextRange(end, Int(closing.end)), replacement: marks.closing),
      ])
  }

  private func spaceLength(at offset: Int, in text: [UInt8]) -> Int? {
    let (codePoint, length) = UTF8Decoder.codePoint(in: text.span, at: offset)
    return codePoint == 0x20 || codePoint == 0xA0 || codePoint == 0x202F || codePoint == 0x2009 ? length : nil
  }

  private func spaceLength(before offset: Int, in text: [UInt8]) -> Int? {
    var start = offset - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return spaceLength(at: start, in: text)
  }

  // MARK: Other marks

  private func checkMark(
    _ index: Int, _ marks: LazyExemplars, _ analysis: ArticleAnalysis, _ report: inout FindingReport
  ) {
    let token = analysis.tokens[index]
    let mark = analysis.codePoint(of: token)
    guard let replacement = SourcePunctuation.replacement(for: mark), !marks.contains(mark),
      isOwnCopy(index..<index + 1, analysis), !analysis.isQuoted(token.range) || replacement != "",
      !standsAmongIdeographs(index, analysis)
    else { return }
    report(
      .foreignMark(analysis.string(of: token), replacement, analysis), at: token.range,
      fixes: [.replacing(token.range, with: replacement)])
  }

  /// What stands for a mark in languages without it: nothing for the marks that open a Spanish sentence, the ASCII mark
  /// for those of Chinese and Japanese; `nil` for marks that are no one's leftovers.
  private static func replacement(for mark: UInt32) -> String? {
    switch mark {
    case 0xA1, 0xBF: ""
    case 0x3001, 0xFF0C: ","
    case 0x3002, 0xFF0E: "."
    case 0xFF01: "!"
    case 0xFF1F: "?"
    case 0xFF1A: ":"
    case 0xFF1B: ";"
    case 0xFF08: "("
    case 0xFF09: ")"
    default: nil
    }
  }

  private func standsAmongIdeographs(_ index: Int, _ analysis: ArticleAnalysis) -> Bool {
    let neighbors = [index - 1, index + 1].filter { analysis.tokens.indices.contains($0) }
    return neighbors.contains { neighbor in
      switch analysis.tokens[neighbor].script {
      case .han, .hiragana, .katakana: true
      default: false
      }
    }
  }

  // MARK: Abbreviations

  private func checkNotation(
    _ notation: ForeignNotation, at index: Int, _ analysis: ArticleAnalysis, _ report: inout FindingReport
  ) -> Bool {
    let tokens = analysis.tokens
    let run = index..<index + notation.keys.count
    guard run.upperBound <= tokens.count, run.indices.allSatisfy({ tokens[$0].key == notation.keys[$0 - index] }) else {
      return false
    }
    // Keys ignore case; abbreviations do not.
    let range = analysis.range(of: run)
    let hasOwnCase = analysis.string(in: range).unicodeScalars.first == notation.text.unicodeScalars.first
    guard hasOwnCase, range.count <= notation.text.utf8.count + 2, isOwnCopy(run, analysis),
      !analysis.isQuoted(range), !notation.isTitle || isTitle(run, analysis)
    else { return false }
    let instead = notation.instead[analysis.language.language]
    report(
      .foreignNotation(analysis.string(in: range), instead), at: range,
      fixes: instead.map { [.replacing(range, with: $0, notation.isTitle ? .needsReview : .safe)] } ?? [])
    return true
  }

  private func isTitle(_ run: Range<Int>, _ analysis: ArticleAnalysis) -> Bool {
    let tokens = analysis.tokens
    guard run.upperBound < tokens.count, tokens[run.upperBound].traits.contains(.capitalized),
      tokens[run.upperBound].traits.contains(.spaceBefore), !tokens[run.upperBound].traits.contains(.lineBreakBefore)
    else { return false }
    guard run.lowerBound > 0, !tokens[run.lowerBound].traits.contains(.lineBreakBefore) else { return true }
    let before = tokens[run.lowerBound - 1]
    return before.kind != .word || !before.traits.contains(.capitalized)
      || analysis.languageData.functionWords.contains(before.key)
  }
}

extension FindingMessage {
  fileprivate static func foreignQuotes(_ mark: String, _ analysis: ArticleAnalysis) -> FindingMessage {
    guard let marks = analysis.context.houseStyle?.primaryQuotationMarks.first else {
      return "\(mark) opens no quotation in \(name(of: analysis.language))"
    }
    return "\(mark) opens no quotation in \(name(of: analysis.language)); use \(marks.opening) \(marks.closing)"
  }

  fileprivate static func foreignMark(
    _ mark: String, _ replacement: String, _ analysis: ArticleAnalysis
  ) -> FindingMessage {
    let advice = replacement.isEmpty ? "remove it" : "write ‘\(replacement)’"
    return "‘\(mark)’ is no mark of \(name(of: analysis.language)); \(advice)"
  }

  fileprivate static func foreignNotation(_ text: String, _ instead: String?) -> FindingMessage {
    guard let instead else { return "“\(text)” is an abbreviation of another language; translate it" }
    return "“\(text)” is an abbreviation of another language; write “\(instead)”"
  }

  private static func name(of language: LanguageTag) -> String {
    (try? LocaleData.languageName(language.language, in: "en")) ?? language.tag
  }
}
