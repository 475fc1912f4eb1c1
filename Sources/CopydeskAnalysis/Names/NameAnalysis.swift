// SPDX-License-Identifier: Apache-2.0

internal import CopydeskArticles
internal import CopydeskLanguageData
internal import CopydeskText

/// Looks at the names of one article.
struct NameAnalysis {
  private let tokens: [Token]
  private let text: [UInt8]
  private let languageData: LanguageData
  private let words: WordTable?
  /// Whether a capital on the token says nothing: it starts a sentence, stands in a heading, or the
  /// segment is no prose.
  private let hasWeakCapital: [Bool]

  init(
    article: Article, tokens: [Token], segmentTokens: [Range<Int>], sentences: [Sentence], languageData: LanguageData
  ) {
    self.tokens = tokens
    text = article.text
    self.languageData = languageData
    words = WordTable.table(for: languageData.language)
    var hasWeakCapital = [Bool](repeating: false, count: tokens.count)
    for sentence in sentences {
      // Opening marks stand before the first word.
      if let first = sentence.tokens.first(where: { tokens[$0].kind == .word }) { hasWeakCapital[first] = true }
    }
    for (index, range) in segmentTokens.enumerated() {
      let role = article.segments[index].role
      if role.isHeading || !role.isProse { for token in range { hasWeakCapital[token] = true } }
    }
    // A colon or a quotation mark may start a sentence inside one.
    for index in tokens.indices.dropFirst() where tokens[index].traits.contains(.capitalized) {
      let previous = tokens[index - 1]
      if previous.kind == .punctuation, previous.key != TokenKey.hyphen { hasWeakCapital[index] = true }
    }
    self.hasWeakCapital = hasWeakCapital
  }

  /// The names that are spelled in two ways.
  func variants() -> [NameVariant] {
    let names = NameSpelling.nameWords(tokens: tokens, text: text) { index in
      // A word the language does not know is a name wherever it stands.
      !hasWeakCapital[index] || words?.level(ofKey: tokens[index].key) == nil
    }
    let finder = NameVariantFinder(
      tokens: tokens,
      isKnownWord: { key in words?.level(ofKey: key) != nil },
      inflectsNames: languageData.inflectsNames)
    return finder.variants(among: names)
  }

  /// The frequency (``WordTable/Level``) from which a word at the start of a sentence is no name: about 100 in
  /// a million.
  private static let plainWordLevel: WordTable.Level = 160

  /// The places under their name in another language.
  func exonyms(in table: ExonymTable) -> [ExonymMention] {
    table.mentions(
      in: tokens, text: text,
      // At the start of a sentence only a very common word is surely none: “In Londres”, but “Maria Guadalupe”.
      mayBeName: { index in
        guard hasWeakCapital[index], let level = words?.level(ofKey: tokens[index].key) else { return true }
        return level < NameAnalysis.plainWordLevel
      },
      isParticle: { key, language in
        // A little word of the other language, as in “Press Trust of India”, joins names; one that this
        // language has too, as the “in” of „Sitz in Munich“, joins nothing.
        languageData.nameParticles.contains(key)
          || LanguageData.data(for: language).functionWords.contains(key) && !languageData.functionWords.contains(key)
      })
  }
}
