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

  /// How a word of a text resembles this one, the nearest first.
  enum Likeness: Int, Comparable {
    /// It is this word; capitals may be added.
    case same
    /// It is this word with other capitals than it must have.
    case miscased
    /// It is this word with a slip in its spelling.
    case misspelled

    static func < (left: Likeness, right: Likeness) -> Bool { left.rawValue < right.rawValue }
  }

  /// How a word of a text resembles this one, or `nil` if it does not.
  ///
  /// - Parameters:
  ///   - token: The word of the text.
  ///   - text: The text.
  ///   - allowsMoreCapitals: Whether the word may have a capital that this one has not.
  /// - Returns: The likeness.
  func likeness(to token: Token, in text: [UInt8], allowsMoreCapitals: Bool = true) -> Likeness? {
    if token.key == key {
      let hasCapital = token.traits.contains(.capitalized)
      return isCapitalized && !hasCapital || hasCapital && !isCapitalized && !allowsMoreCapitals ? .miscased : .same
    }
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
