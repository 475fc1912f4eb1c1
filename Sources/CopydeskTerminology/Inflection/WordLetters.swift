// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// The folded letters of a word, and the keys of its beginnings.
struct WordLetters {
  /// The letters, as ``TokenKey`` counts them.
  private(set) var letters: [UInt32] = []
  /// The key of the first letter, of the first two, and so on.
  private(set) var keys: [UInt64] = []

  /// The longest word that is looked at.
  private static let limit = 64

  /// Reads the word of a token; one that is too long leaves nothing.
  mutating func read(_ token: Token, in text: [UInt8]) {
    letters.removeAll(keepingCapacity: true)
    keys.removeAll(keepingCapacity: true)
    let table = CharacterTable.shared
    var key = TokenKey()
    var offset = Int(token.start)
    while offset < Int(token.end) {
      let (codePoint, length) = UTF8Decoder.codePoint(in: text.span, at: offset)
      offset += length
      let info = table.info(of: codePoint)
      if info.kind == .ignorable { continue }
      key.add(codePoint: info.folded)
      letters.append(info.folded)
      keys.append(key.value)
      if letters.count > WordLetters.limit {
        letters.removeAll(keepingCapacity: true)
        keys.removeAll(keepingCapacity: true)
        return
      }
    }
  }

  /// The key of some letters.
  static func key(of letters: some Sequence<UInt32>) -> UInt64 {
    var key = TokenKey()
    for letter in letters { key.add(codePoint: letter) }
    return key.value
  }
}
