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
  /// Whether its language joins words into one.
  let formsCompounds: Bool

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
          || letters.count > 2 && !data.functionWords.contains(token.key)
            && !data.articles.contains(token.key) && !data.nameParticles.contains(token.key),
        formsCompounds: data.formsCompounds)
    }
  }

  /// How a word of a text resembles this one, the nearest first.
  enum Likeness: Int, Comparable {
    /// It is this word; capitals may be added.
    case same
    /// It is another form of this word, or made of it.
    case derived
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
    guard token.kind == .word else { return nil }
    let other = NameSpelling(letters: NameSpelling.foldedLetters(of: token, in: text))
    if spelling.letters.count >= 4 {
      switch spelling.difference(from: other) {
      case .diacritics, .transliteration: return .misspelled
      // At the end of a word grammar changes letters, too, and common words resemble each other.
      case .oneLetter:
        if isCapitalized, spelling.letters.count >= NameSpelling.minimumLetters, spelling.commonSuffix(with: other) > 1
        {
          return .misspelled
        }
      case nil: break
      }
    }
    return isTelling && isContained(in: other.plain) ? .derived : nil
  }

  // MARK: Words made of this one

  /// The letters without the last, which many an ending replaces; short words have none to spare.
  ///
  /// More would take “editing” for “to edit”, and a desk may want the one and not the other.
  private var stem: ArraySlice<UInt32> {
    let letters = spelling.plain
    return letters.prefix(letters.count > 5 ? letters.count - 1 : letters.count)
  }

  /// Whether a word is made of this one: by an ending, a prefix, or as a part of a compound.
  private func isContained(in word: [UInt32]) -> Bool {
    let (own, stem) = (spelling.plain, stem)
    if own.count >= 4, word.starts(with: stem) { return true }
    if stem.count >= 6, TermWord.contains(word, stem) { return true }
    guard formsCompounds else { return false }
    if own.count >= 5 { return TermWord.contains(word, own[...]) }
    // As the last part of a compound, with a short ending: “Staffeltyp”, “Vertragsarten”.
    return word.count >= own.count + 4 && (0...2).contains { word.dropLast($0).suffix(own.count).elementsEqual(own) }
  }

  private static func contains(_ word: [UInt32], _ part: ArraySlice<UInt32>) -> Bool {
    guard !part.isEmpty, part.count <= word.count else { return false }
    return (0...word.count - part.count).contains { word[$0..<$0 + part.count].elementsEqual(part) }
  }
}
