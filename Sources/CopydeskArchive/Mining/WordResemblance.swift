// SPDX-License-Identifier: Apache-2.0

internal import CopydeskAnalysis
internal import CopydeskText

/// A term with what is needed to compare it with a term of another language.
struct SpelledTerm {
  /// A word of the term.
  struct Word {
    /// Its letters in plain Latin, with what spellings differ in taken away.
    let letters: [UInt8]
    /// What it can mean as a part of a name.
    let meanings: [NameLexicon.Meaning]
  }

  /// The words of meaning.
  let words: [Word]
  /// The language's bit in the lexicon.
  let language: NameLexicon.Languages

  /// Prepares a term.
  init(_ text: String, language: LanguageTag, facts: LanguageFacts) {
    let bytes = Array(text.utf8)
    words = Tokenizer(language: language.language).tokens(in: bytes).compactMap { token in
      guard token.kind == .word, !token.traits.contains(.clitic), !facts.functionWords.contains(token.key) else {
        return nil
      }
      let word = String(decoding: bytes[token.range.offsets], as: UTF8.self)
      return Word(
        letters: SpelledTerm.letters(of: word),
        meanings: NameLexicon.shared.meanings(of: token, in: bytes))
    }
    self.language = NameLexicon.shared.languages(language)
  }

  /// The letters of a word without what romanizations and related languages differ in: `ph` and `f`, `c` and `k`, `y` and
  /// `i`, doubled letters.
  private static func letters(of word: String) -> [UInt8] {
    var letters: [UInt8] = []
    for byte in LatinSpelling.plain(word).utf8 {
      var letter = byte | 0x20
      guard (0x61...0x7A).contains(letter) || (0x30...0x39).contains(byte) else { continue }
      switch letter {
      case UInt8(ascii: "y"), UInt8(ascii: "j"): letter = UInt8(ascii: "i")
      case UInt8(ascii: "w"): letter = UInt8(ascii: "v")
      case UInt8(ascii: "c"), UInt8(ascii: "q"): letter = UInt8(ascii: "k")
      case UInt8(ascii: "z"): letter = UInt8(ascii: "s")
      case UInt8(ascii: "h"):
        if letters.last == UInt8(ascii: "p") { letters[letters.count - 1] = UInt8(ascii: "f") }
        continue
      default: break
      }
      if letters.last != letter { letters.append(letter) }
    }
    return letters
  }
}

/// How much terms of two languages resemble each other, word by word.
enum WordResemblance {
  /// The share of letters from which words count as one word in two languages.
  private static let cognateShare = 0.66

  /// From 0 for terms that share nothing to 1 for terms of the same words in any order.
  static func of(_ left: SpelledTerm, _ right: SpelledTerm) -> Double {
    guard !left.words.isEmpty, !right.words.isEmpty else { return 0 }
    let scores = left.words.map { word in right.words.map { of(word, $0, left.language, right.language) } }
    let fromLeft = scores.map { $0.max() ?? 0 }.reduce(0, +) / Double(left.words.count)
    let fromRight =
      right.words.indices.map { column in scores.map { $0[column] }.max() ?? 0 }.reduce(0, +)
      / Double(right.words.count)
    return fromLeft + fromRight == 0 ? 0 : 2 * fromLeft * fromRight / (fromLeft + fromRight)
  }

  private static func of(
    _ left: SpelledTerm.Word, _ right: SpelledTerm.Word, _ leftLanguage: NameLexicon.Languages,
    _ rightLanguage: NameLexicon.Languages
  ) -> Double {
    if left.letters == right.letters { return 1 }
    let sharesMeaning = left.meanings.contains { meaning in
      !meaning.languages.isDisjoint(with: leftLanguage)
        && right.meanings.contains { $0.row == meaning.row && !$0.languages.isDisjoint(with: rightLanguage) }
    }
    if sharesMeaning { return 0.95 }
    guard min(left.letters.count, right.letters.count) >= 4 else { return 0 }
    let share = commonShare(left.letters, right.letters)
    return share >= cognateShare ? share : 0
  }

  /// Twice the length of the longest common subsequence over the length of both.
  private static func commonShare(_ left: [UInt8], _ right: [UInt8]) -> Double {
    var row = [Int](repeating: 0, count: right.count + 1)
    for letter in left {
      var diagonal = 0
      for column in right.indices {
        let above = row[column + 1]
        row[column + 1] = letter == right[column] ? diagonal + 1 : max(above, row[column])
        diagonal = above
      }
    }
    return 2 * Double(row[right.count]) / Double(left.count + right.count)
  }
}
