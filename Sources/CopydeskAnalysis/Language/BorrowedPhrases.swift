// SPDX-License-Identifier: Apache-2.0

internal import CopydeskLanguageData
internal import CopydeskText

/// Phrases that news copy in many languages borrows without translating them: *de facto*, *coup d'état*.
struct BorrowedPhrases {
  /// The phrases, read when a foreign word is first met.
  static let shared = BorrowedPhrases(file: "borrowed-phrases.txt")

  /// The number of words in the longest phrase.
  private let longest: Int
  /// Hashes of the phrases: of their words' keys in order.
  private let phrases: Set<UInt64>

  private init(file: String) {
    let lines = EmbeddedFile.named(file)?.bytes.split(separator: 0x0A) ?? []
    // *d'état* is one word in most languages, two where elided words are tokens of their own.
    let tokenizers = [Tokenizer(language: nil), Tokenizer(language: "fr")]
    var longest = 0
    var phrases: Set<UInt64> = []
    for line in lines where line.first != 0x23 {
      for tokenizer in tokenizers {
        let keys = tokenizer.tokens(in: Array(line)).map(\.key)
        longest = max(longest, keys.count)
        phrases.insert(keys.reduce(0, BorrowedPhrases.combined))
      }
    }
    self.longest = longest
    self.phrases = phrases
  }

  /// The number of keys from the start of the list that are a phrase, the longest; 0 if none are.
  func length(atStartOf keys: ArraySlice<UInt64>) -> Int {
    var hash: UInt64 = 0
    var found = 0
    for (count, key) in keys.prefix(longest).enumerated() {
      hash = BorrowedPhrases.combined(hash, key)
      if count > 0, phrases.contains(hash) { found = count + 1 }
    }
    return found
  }

  private static func combined(_ hash: UInt64, _ key: UInt64) -> UInt64 {
    (hash ^ key) &* 0x9e37_79b9_7f4a_7c15
  }
}
