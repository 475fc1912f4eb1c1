// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports subheadings that are capitalized in another way than the others.
struct InconsistentHeadingCase: Rule {
  static let metadata = RuleMetadata(
    id: "headings/inconsistent-heading-case",
    summary: "Reports subheadings in title case among subheadings in sentence case, and the reverse.",
    rationale: """
      “Bukele welcomes the decision” above one part and “A New Model for Security” above the next look like two \
      articles glued together. Outside English, capitals on every word show that the headline was not rewritten \
      but copied.
      """,
    severity: .warning,
    type: .style,
    examples: [
      Example(
        InconsistentHeadingCase.article(["⟦Growers Count Their Losses⟧", "Ships wait outside", "What the union wants"])),
      Example(
        InconsistentHeadingCase.article(["⟦Ships wait outside⟧", "What the Union Wants", "A Plan for the Harvest"])),
      Example(InconsistentHeadingCase.article(["Ships Wait Outside the Port", "⟦What the union wants⟧"])),
      Example(InconsistentHeadingCase.article(["Ships wait outside", "Donald Trump in Santiago", "NATO", "Wages"])),
      Example(InconsistentHeadingCase.article(["What the Union Wants", "A Plan for the Harvest"])),
      Example(
        InconsistentHeadingCase.article(["What the union wants", "SpaceX “bargained” with the Department of Harvest"])),
      Example(InconsistentHeadingCase.article(["SHIPS WAIT OUTSIDE", "What the union wants"])),
      Example(
        InconsistentHeadingCase.spanishArticle(["⟦Un Plan Que Todos Conocen y Nadie Paga⟧", "El puerto reabre"]),
        language: "es-ES"),
      Example(
        InconsistentHeadingCase.spanishArticle(["⟦El Puerto Reabre Sin Fruta⟧", "Lo que se perdió"]), language: "es-ES"),
      Example(
        InconsistentHeadingCase.spanishArticle(["Gabriel Boric y La Moneda", "El puerto reabre"]), language: "es-ES"),
    ])

  /// The cases a heading can have.
  private enum Case {
    case sentence
    case title
  }

  private struct Heading {
    let segment: Int
    let style: Case
  }

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let segments = analysis.article.segments
    guard segments.contains(where: { $0.role == .heading }) else { return }
    let words = LowercaseWords(analysis)
    var headings: [Heading] = []
    for index in segments.indices where segments[index].role == .heading {
      if let style = style(ofSegment: index, words, analysis) { headings.append(Heading(segment: index, style: style)) }
    }
    let titles = headings.filter { $0.style == .title }
    if titles.isEmpty { return }
    guard analysis.languageData.hasTitleCase else {
      for heading in titles { report(.titleCase(analysis), at: segments[heading.segment].range) }
      return
    }
    guard titles.count < headings.count, let usual = usualCase(headings, words, analysis),
      let example = headings.first(where: { $0.style == usual })
    else { return }
    for heading in headings where heading.style != usual {
      report(
        usual == .title ? .sentenceAmongTitles : .titleAmongSentences, at: segments[heading.segment].range,
        notes: [Note("another subheading of the article", at: segments[example.segment].range)])
    }
  }

  /// The case of most headings; on a tie that of the headline, then of the house, then of the first heading.
  private func usualCase(_ headings: [Heading], _ words: LowercaseWords, _ analysis: ArticleAnalysis) -> Case? {
    let titles = headings.count { $0.style == .title }
    if titles * 2 != headings.count { return titles * 2 > headings.count ? .title : .sentence }
    if let headline = analysis.article.segments.firstIndex(where: { $0.role == .headline }),
      let style = style(ofSegment: headline, words, analysis)
    {
      return style
    }
    switch analysis.context.houseStyle?.headingCase {
    case .title: return .title
    case .sentence: return .sentence
    case .either, nil: return headings.first?.style
    }
  }

  /// The case of a heading, or `nil` if its words leave it open: names, abbreviations, one word.
  private func style(ofSegment segment: Int, _ words: LowercaseWords, _ analysis: ArticleAnalysis) -> Case? {
    let data = analysis.languageData
    let tokens = analysis.tokens
    let minorWords = data.hasTitleCase ? data.titleCaseMinorWords : []
    var lowercase = 0
    var capitalized = 0
    var evidence = 0
    var startsPart = true
    for index in analysis.segmentTokens[segment] {
      let token = tokens[index]
      guard token.kind == .word else {
        // After a colon, a question mark or a dash either case starts anew.
        if token.kind == .punctuation { startsPart = startsPart || startsAnew(token, analysis) }
        continue
      }
      if startsPart {
        startsPart = false
        continue
      }
      // The second half of a compound has a case of its own.
      guard !token.traits.contains(.clitic), token.traits.isDisjoint(with: [.hasDigit, .allCapitals, .innerCapital]),
        !analysis.isProtected(token.range), !isSecondHalf(index, analysis)
      else { continue }
      if token.traits.contains(.capitalized) {
        capitalized += 1
        let saysNothing = minorWords.contains(token.key) || data.articles.contains(token.key)
        if !saysNothing, words.contains(token.key), !analysis.isQuoted(token.range) { evidence += 1 }
      } else if !minorWords.contains(token.key), !data.functionWords.contains(token.key),
        !data.nameParticles.contains(token.key), token.range.count > 3
      {
        lowercase += 1
      }
    }
    if lowercase > 0 { return evidence > 1 ? nil : .sentence }
    if data.hasTitleCase {
      // A headline of so many words is no list of names.
      let isLong = analysis.article.segments[segment].role == .headline && capitalized >= 4
      return evidence > 0 || isLong ? .title : nil
    }
    let needed = capitalized >= 3 && !InconsistentHeadingCase.nounCapitalizers.contains(data.language) ? 1 : 2
    return evidence >= needed ? .title : nil
  }

  /// Languages that capitalize every noun, so that capitals say less.
  private static let nounCapitalizers: Set<String> = ["de", "lb"]

  private func isSecondHalf(_ index: Int, _ analysis: ArticleAnalysis) -> Bool {
    guard index > 0, !analysis.tokens[index].traits.contains(.spaceBefore) else { return false }
    switch analysis.codePoint(of: analysis.tokens[index - 1]) {
    case 0x2D, 0x2F, 0x2010, 0x2011: return true
    default: return false
    }
  }

  private func startsAnew(_ token: Token, _ analysis: ArticleAnalysis) -> Bool {
    switch analysis.codePoint(of: token) {
    // Commas, brackets, ampersands, hyphens, slashes and quotation marks stand inside a part.
    case 0x22, 0x26...0x29, 0x2C, 0x2D, 0x2F, 0xAB, 0xBB, 0x2010, 0x2011, 0x2018...0x201F, 0x2039, 0x203A: false
    default: true
    }
  }

  // MARK: Copy for examples

  private static func article(_ headings: [String]) -> String {
    let paragraph = """
      The longest strike in the history of the port ended when the union and the growers signed a plan. Ships had to \
      wait outside for days, and nobody wants to count what the harvest lost.
      """
    return ([paragraph] + headings.flatMap { [$0, paragraph] }).joined(separator: "\n\n")
  }

  private static func spanishArticle(_ headings: [String]) -> String {
    let paragraph = """
      La huelga más larga en la historia del puerto terminó cuando todos firmaron el plan. Los barcos esperaron días, \
      y nadie sabe quién paga lo que se perdió, aunque todos conocen la cifra.
      """
    return ([paragraph] + headings.flatMap { [$0, paragraph] }).joined(separator: "\n\n")
  }
}

/// Words that the article itself or the language writes in lower case, and which therefore are no names.
private struct LowercaseWords {
  private let keys: Set<UInt64>
  private let functionWords: Set<UInt64>
  private let names: Set<UInt64>

  init(_ analysis: ArticleAnalysis) {
    var lowercase: Set<UInt64> = []
    var capitalized: Set<UInt64> = []
    for (index, segment) in analysis.article.segments.enumerated() where segment.role == .paragraph {
      for token in analysis.tokens[analysis.segmentTokens[index]] where token.kind == .word {
        if token.traits.contains(.capitalized) { capitalized.insert(token.key) } else { lowercase.insert(token.key) }
      }
    }
    keys = lowercase
    functionWords = analysis.languageData.functionWords
    // A function word may be part of a name: La Moneda, Die Zeit.
    names = capitalized.subtracting(lowercase)
  }

  func contains(_ key: UInt64) -> Bool {
    keys.contains(key) || functionWords.contains(key) && !names.contains(key)
  }
}

extension FindingMessage {
  fileprivate static let titleAmongSentences: FindingMessage =
    "this subheading is in title case, the others are in sentence case; capitalize them alike"

  fileprivate static let sentenceAmongTitles: FindingMessage =
    "this subheading is in sentence case, the others are in title case; capitalize them alike"

  fileprivate static func titleCase(_ analysis: ArticleAnalysis) -> FindingMessage {
    "this subheading has English capitals; use lower case for all but the first word and names"
  }
}
