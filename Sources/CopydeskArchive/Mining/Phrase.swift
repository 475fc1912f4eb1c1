// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// A run of words that may be a term, where it stands in an article.
struct Phrase {
  /// How the words are written.
  enum Shape: UInt8 {
    /// Every word but the little ones between them has a capital, as names do.
    case name
    /// No word has a capital that says anything.
    case common
    /// Some have, some have not.
    case mixed
  }

  /// The hash of the words.
  let key: UInt64
  /// Its tokens, hyphens included.
  let tokens: Range<Int>
  /// The number of words, little ones included.
  let wordCount: Int
  /// How the words are written.
  let shape: Shape
  /// Whether a word before it opens a noun phrase: an article or a preposition.
  let isOpened: Bool
  /// Whether a little word, a mark or the end of the sentence follows.
  let isClosed: Bool
  /// Whether a title such as “President” stands before it.
  let isTitled: Bool
  /// Whether it begins with a capital that only the start of a sentence explains.
  let isDoubtful: Bool
  /// Whether it is a whole run of capitalized words.
  let isWholeName: Bool
}

/// The hash by which phrases are counted: that of the keys of their words, in order.
struct PhraseKey {
  private var state: UInt64 = 0x9e37_79b9_7f4a_7c15

  /// Adds the key of the next word.
  mutating func add(_ word: UInt64) {
    state = (state ^ word) &* 0xff51_afd7_ed55_8ccd
    state ^= state >> 29
    state = state &* 0xc4ce_b9fe_1a85_ec53
    state ^= state >> 32
  }

  /// The hash of the words added so far.
  var value: UInt64 { state }

  /// The hash of some words.
  static func key(of words: some Sequence<UInt64>) -> UInt64 {
    var key = PhraseKey()
    for word in words { key.add(word) }
    return key.value
  }
}
