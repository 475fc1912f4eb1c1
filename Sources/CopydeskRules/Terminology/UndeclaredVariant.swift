// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a name that stands in an article both translated and untranslated.
struct UndeclaredVariant: Rule {
  static let metadata = RuleMetadata(
    id: "terminology/undeclared-variant",
    summary: "Reports a name that an article gives both as it is and translated word for word.",
    rationale: """
      A reader who meets “Tren de Aragua” in the headline and “The Aragua Train” in the next line cannot tell \
      that they are one gang. No glossary is needed to see it.
      """,
    severity: .warning,
    type: .inconsistency,
    examples: [
      Example(
        "Members of Tren de Aragua arrived.\nThe ⟦Aragua Train⟧, a gang, is feared.\nSee #TrendeAragua.",
        fixed: "Members of Tren de Aragua arrived.\nTren de Aragua, a gang, is feared.\nSee #TrendeAragua."),
      Example(
        "Police searched the offices of Primero Justicia.\n⟦Justice First⟧ was founded in 2000.",
        fixed: "Police searched the offices of Primero Justicia.\nPrimero Justicia was founded in 2000."),
      Example(
        "La Cromwell Society habló.\nEl presidente de la ⟦Cromwell Sociedad⟧ calló.", language: "es",
        fixed: "La Cromwell Society habló.\nEl presidente de la Cromwell Society calló."),
      Example(
        "Der Tren de Aragua wächst.\nDer ⟦Zug von Aragua⟧ soll Migranten geschleust haben.", language: "de",
        fixed: "Der Tren de Aragua wächst.\nDer Tren de Aragua soll Migranten geschleust haben."),
      Example(
        "El traslado fue pedido por la Patrulla Fronteriza.\nLa ⟦Border Patrol⟧ asegura que terminó.", language: "es",
        fixed: "El traslado fue pedido por la Patrulla Fronteriza.\nLa Patrulla Fronteriza asegura que terminó."),
      Example(
        "The Institute of State Railways (Instituto de Ferrocarriles del Estado) was silent.\nThe Institute left."),
      Example("The train never came to Aragua. The Tren de Aragua did."),
      Example("Queen Sofía opened the Museo Reina Sofía."),
      Example("He belongs to Tren de Aragua. “The Aragua Train is everywhere,” she said."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    for name in analysis.translatedNames() {
      check(name, analysis, &report)
    }
  }

  private func check(_ name: TranslatedName, _ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    guard let original = name.original.first, let translated = name.translated.first else { return }
    // The form that the glossary prefers, else the one the article uses more often, else the first.
    let keepsOriginal =
      if isPreferred(original.tokens, analysis) {
        true
      } else if isPreferred(translated.tokens, analysis) {
        false
      } else if name.original.count != name.translated.count {
        name.original.count > name.translated.count
      } else {
        original.tokens.lowerBound < translated.tokens.lowerBound
      }
    let (standard, others) = keepsOriginal ? (name.original, name.translated) : (name.translated, name.original)
    guard let first = standard.first else { return }
    let firstRange = analysis.range(of: first.tokens)
    let text = analysis.string(in: firstRange)
    var notes = [Note("“\(text)” is used here", at: firstRange)]
    for hashtag in analysis.hashtags(of: first) {
      notes.append(Note("and as a hashtag here", at: analysis.tokens[hashtag].range))
    }
    let withArticle = standard.count { analysis.articleToken(before: $0.tokens.lowerBound) != nil }
    for mention in others where analysis.isOwnWording(mention.tokens) {
      if isKnown(mention.tokens, first.tokens, analysis) { continue }
      let range = analysis.range(of: mention.tokens)
      report(
        .variant(analysis.string(in: range), standard: text), at: range, notes: notes,
        fixes: TermReplacement.fixes(
          replacing: range, from: mention.tokens.lowerBound, with: text, whenCapitalized: text,
          keepsArticle: withArticle * 2 >= standard.count, needsReview: true,
          in: analysis))
    }
    if let other = others.first, !isKnown(other.tokens, first.tokens, analysis) {
      for hashtag in analysis.hashtags(of: other) {
        let range = analysis.tokens[hashtag].range
        report(.variant(analysis.string(in: range), standard: text), at: range, notes: notes)
      }
    }
  }

  /// Whether a place uses a preferred term of the glossary.
  private func isPreferred(_ tokens: Range<Int>, _ analysis: ArticleAnalysis) -> Bool {
    analysis.termMatches.contains { match in
      match.tokens == tokens && analysis.term(of: match).status == .preferred
    }
  }

  /// Whether the glossary knows the two places in a way that lets other rules judge them.
  private func isKnown(_ left: Range<Int>, _ right: Range<Int>, _ analysis: ArticleAnalysis) -> Bool {
    let first = analysis.termMatches.filter { $0.tokens.overlaps(left) }
    let second = analysis.termMatches.filter { $0.tokens.overlaps(right) }
    return first.contains { match in
      let term = analysis.term(of: match)
      if term.status.isRejected { return true }
      return second.contains { other in
        analysis.concept(of: other) == analysis.concept(of: match)
          && !term.type.isShortening && !analysis.term(of: other).type.isShortening
      }
    }
  }
}

extension FindingMessage {
  fileprivate static func variant(_ text: String, standard: String) -> FindingMessage {
    "“\(text)” seems to be “\(standard)” in other words; an article should call one thing by one name"
  }
}
