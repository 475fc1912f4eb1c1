// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// A word of a term, prepared for comparison with the words of a text.
struct TermWord {
  /// The key of its token.
  let key: UInt64
  /// Its letters.
  let spelling: NameSpelling
  /// Whether it has a capital.
  let isCapitalized: Bool
  /// Whether it tells the term from others: neither an article nor a preposition nor very short.
  let isTelling: Bool

  /// The words of a text.
  static func words(of text: String, in language: LanguageTag) -> [TermWord] {
    let data = LanguageData.data(for: language)
    let bytes = Array(text.utf8)
    return Tokenizer(language: language.language).tokens(in: bytes).filter(\.isWordLike).map { token in
      let letters = NameSpelling.foldedLetters(of: token, in: bytes)
      let isCapitalized = token.traits.contains(.capitalized)
      return TermWord(
        key: token.key, spelling: NameSpelling(letters: letters), isCapitalized: isCapitalized,
        isTelling: token.kind == .number
          || letters.count > (isCapitalized ? 2 : 3) && !data.functionWords.contains(token.key)
            && !data.articles.contains(token.key) && !data.nameParticles.contains(token.key)
      )
    }
  }

  /// How a word of a text resembles this one.
  enum Likeness {
    /// It is this word; capitals may be added.
    case same
    /// It is this word without its capital.
    case miscased
    /// It is this word with a slip in its spelling.
    case misspelled
  }

  /// How a word of a text resembles this one, or `nil` if it does not.
  func likeness(to token: Token, in text: [UInt8]) -> Likeness? {
    if token.key == key { return isCapitalized && !token.traits.contains(.capitalized) ? .miscased : .same }
    guard token.kind == .word, spelling.letters.count >= 4 else { return nil }
    let other = NameSpelling(letters: NameSpelling.foldedLetters(of: token, in: text))
    switch spelling.difference(from: other) {
    case .diacritics, .transliteration: return .misspelled
    // At the end of a word grammar changes letters, too.
    case .oneLetter:
      return spelling.letters.count >= NameSpelling.minimumLetters && spelling.commonSuffix(with: other) > 1
        ? .misspelled : nil
    case nil: return nil
    }
  }
}
