// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// The words of a short line in the form in which lines of page furniture are compared.
///
/// Case, accents, apostrophes, punctuation and emoji do not count, so that `» LIRE AUSSI :` and
/// `À lire aussi` differ in one word only. A number stands for any number.
struct LineWords {
  /// A word's hash with its place.
  struct Word {
    let key: UInt64
    let start: Int
    let end: Int
  }

  /// The longest line that is compared; lines of a story are longer.
  static let maximumCount = 16
  /// The hash of every number.
  static let number = LineWords.hash(of: [0x30])

  /// The words in order.
  let words: [Word]

  /// Reads a line, or returns `nil` if it has no word or too many.
  init?(_ line: ArraySlice<UInt8>) {
    let table = CharacterTable.shared
    let text = line.span
    var words: [Word] = []
    var key = TokenKey()
    var hasLetter = false
    var hasDigit = false
    var start = 0
    var end = 0
    func close() {
      guard hasLetter || hasDigit else { return }
      let word = Word(
        key: hasLetter ? key.value : LineWords.number, start: line.startIndex + start, end: line.startIndex + end)
      if !hasLetter, let last = words.last, last.key == LineWords.number {
        // "1 204" is one number.
        words[words.count - 1] = Word(key: word.key, start: last.start, end: word.end)
      } else {
        words.append(word)
      }
      key = TokenKey()
      (hasLetter, hasDigit) = (false, false)
    }
    var offset = 0
    while offset < text.count {
      let (codePoint, length) = UTF8Decoder.codePoint(in: text, at: offset)
      if !hasLetter, !hasDigit { start = offset }
      offset += length
      let info = table.info(of: codePoint)
      switch info.kind {
      case .letter, .lowercase, .uppercase:
        key.add(codePoint: LineWords.baseLetter(of: info.folded))
        hasLetter = true
        end = offset
      case .digit:
        key.add(codePoint: codePoint)
        hasDigit = true
        end = offset
      case .mark, .apostrophe, .ignorable:
        break
      case .space, .lineBreak, .punctuation, .symbol:
        close()
        if words.count > LineWords.maximumCount { return nil }
      }
    }
    close()
    guard !words.isEmpty, words.count <= LineWords.maximumCount else { return nil }
    self.words = words
  }

  /// The letter without its diacritics.
  private static func baseLetter(of codePoint: UInt32) -> UInt32 {
    if codePoint < 0x80 { return codePoint }
    return codePoint < baseLetters.count ? baseLetters[Int(codePoint)] : UnicodeProperties.baseLetter(of: codePoint)
  }

  /// Latin, Greek and Cyrillic; asking ICU for each letter takes twenty times as long.
  private static let baseLetters: [UInt32] = (0..<0x530).map { UnicodeProperties.baseLetter(of: $0) }

  private static func hash(of codePoints: [UInt32]) -> UInt64 {
    var key = TokenKey()
    for codePoint in codePoints { key.add(codePoint: codePoint) }
    return key.value
  }
}

/// The hash of a sequence of words.
struct PhraseKey {
  /// Stands for the name of any network inside a phrase.
  static let network: UInt64 = 0x6E65_7477_6F72_6B00

  private(set) var value: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The hash of some words.
  init(_ words: some Sequence<UInt64> = []) {
    for word in words { add(word) }
  }

  mutating func add(_ word: UInt64) {
    value = (value ^ word) &* 0xD6E8_FEB8_6659_FD93
    value ^= value >> 32
  }
}
