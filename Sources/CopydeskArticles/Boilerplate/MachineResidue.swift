// SPDX-License-Identifier: Apache-2.0

package import CopydeskLanguageData
public import CopydeskText

/// Sentences that a translation program or chat model wrote about its own work.
public enum MachineResidue {
  /// Measures the phrase at the start of a sentence.
  ///
  /// Marks between words do not count. The longest phrase wins.
  ///
  /// - Parameter tokens: The tokens of a sentence from its first word on.
  /// - Returns: The number of tokens of the phrase, or `nil` if the sentence starts with none.
  public static func length(of tokens: ArraySlice<Token>) -> Int? {
    guard let first = tokens.first, isStart(first) else { return nil }
    var key = PhraseKey()
    var words = 0
    var length: Int?
    for (index, token) in tokens.enumerated() {
      guard isWord(token) else { continue }
      words += 1
      if words > longestPhrase { break }
      key.add(token.key)
      if PhraseTable.shared.classes(ofKey: key.value).contains(.machineResidue) { length = index + 1 }
    }
    return length
  }

  /// Whether a phrase can start with the token.
  private static func isStart(_ token: Token) -> Bool {
    PhraseTable.shared.classes(ofKey: PhraseKey(CollectionOfOne(token.key)).value).contains(.machineResidueStart)
  }

  private static func isWord(_ token: Token) -> Bool { token.kind != .punctuation && token.kind != .symbol }

  private static let longestPhrase = 14

  /// What a phrase of the phrase files puts into the table: itself and its first word.
  package static func entries(ofPhrase phrase: String, language: String) -> [(key: UInt64, classes: PhraseClasses)] {
    let tokens = Tokenizer(language: language).tokens(in: Array(phrase.utf8)).filter(isWord)
    guard let first = tokens.first else { return [] }
    return [
      (PhraseKey(tokens.map(\.key)).value, .machineResidue),
      (PhraseKey(CollectionOfOne(first.key)).value, .machineResidueStart),
    ]
  }
}
