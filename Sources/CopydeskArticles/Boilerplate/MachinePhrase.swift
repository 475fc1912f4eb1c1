// SPDX-License-Identifier: Apache-2.0

package import CopydeskLanguageData
public import CopydeskText

/// The start of a sentence that a translation program or chat model wrote about its own work.
public struct MachinePhrase: Hashable, Sendable {
  /// What the phrase is.
  public enum Kind: Sendable {
    /// A sentence of the program, as `Here is the translation`.
    case sentence
    /// The label of a remark, as `Translator's note`: only a remark where a colon, a bracket or nothing follows.
    case note
  }

  /// What the phrase is.
  public let kind: Kind
  /// The number of tokens of the phrase.
  public let tokenCount: Int

  /// Recognizes the longest phrase that some tokens start with; marks between words do not count.
  ///
  /// - Parameter tokens: The tokens of a sentence from its first word on.
  public init?(at tokens: ArraySlice<Token>) {
    guard let first = tokens.first, MachinePhrase.isStart(first) else { return nil }
    var key = PhraseKey()
    var words = 0
    var found: (kind: Kind, tokenCount: Int)?
    for (index, token) in tokens.enumerated() where MachinePhrase.isWord(token) {
      words += 1
      if words > MachinePhrase.longest { break }
      key.add(token.key)
      let classes = PhraseTable.shared.classes(ofKey: key.value)
      if classes.contains(.machineResidue) {
        found = (.sentence, index + 1)
      } else if classes.contains(.translatorNote) {
        found = (.note, index + 1)
      }
    }
    guard let found else { return nil }
    (kind, tokenCount) = found
  }

  private static func isStart(_ token: Token) -> Bool {
    PhraseTable.shared.classes(ofKey: PhraseKey(CollectionOfOne(token.key)).value).contains(.machinePhraseStart)
  }

  private static func isWord(_ token: Token) -> Bool { token.kind != .punctuation && token.kind != .symbol }

  private static let longest = 14

  /// What a phrase of the phrase files puts into the table: itself and its first word.
  package static func entries(
    ofPhrase phrase: String, language: String, classes: PhraseClasses
  ) -> [(key: UInt64, classes: PhraseClasses)] {
    let words = Tokenizer(language: language).tokens(in: Array(phrase.utf8)).filter(isWord)
    guard let first = words.first else { return [] }
    return [
      (PhraseKey(words.map(\.key)).value, classes),
      (PhraseKey(CollectionOfOne(first.key)).value, .machinePhraseStart),
    ]
  }
}
