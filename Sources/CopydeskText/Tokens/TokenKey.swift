// SPDX-License-Identifier: Apache-2.0

/// The 64-bit hash by which tokens are compared with word tables and glossaries.
///
/// It is FNV-1a over the UTF-8 bytes of the word after simple case folding, with typographic
/// apostrophes read as `'` and invisible characters left out, followed by a mixing step. Embedded
/// word tables are made with the same definition, so a change here means new tables.
public struct TokenKey: Sendable {
  private var state: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Starts a hash.
  public init() {}

  /// Adds one byte of folded text.
  @inline(__always)
  public mutating func add(_ byte: UInt8) {
    state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// Adds the UTF-8 form of a folded code point.
  @inline(__always)
  public mutating func add(codePoint: UInt32) {
    if codePoint < 0x80 {
      add(UInt8(codePoint))
    } else if codePoint < 0x800 {
      add(UInt8(0xC0 | codePoint >> 6))
      add(UInt8(0x80 | codePoint & 0x3F))
    } else if codePoint < 0x10000 {
      add(UInt8(0xE0 | codePoint >> 12))
      add(UInt8(0x80 | codePoint >> 6 & 0x3F))
      add(UInt8(0x80 | codePoint & 0x3F))
    } else {
      add(UInt8(0xF0 | codePoint >> 18))
      add(UInt8(0x80 | codePoint >> 12 & 0x3F))
      add(UInt8(0x80 | codePoint >> 6 & 0x3F))
      add(UInt8(0x80 | codePoint & 0x3F))
    }
  }

  /// The finished hash.
  @inline(__always)
  public var value: UInt64 {
    var hash = state
    hash ^= hash >> 32
    hash = hash &* 0xd6e8_feb8_6659_fd93
    hash ^= hash >> 32
    return hash
  }

  /// The key of a whole word.
  public static func key(of word: some StringProtocol) -> UInt64 {
    var key = TokenKey()
    let table = CharacterTable.shared
    var decoder = UTF8Decoder(Array(word.utf8))
    while let (codePoint, _) = decoder.next() {
      let info = table.info(of: codePoint)
      if info.kind == .ignorable { continue }
      key.add(codePoint: info.folded)
    }
    return key.value
  }
}
