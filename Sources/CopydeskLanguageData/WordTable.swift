// SPDX-License-Identifier: Apache-2.0

import CLanguageData

/// How frequent the words of a language are.
///
/// A table holds the 64,000 most frequent words of a language under the key of their folded spelling
/// (`TokenKey` of CopydeskText). It is read where it lies in the program: nothing is parsed or copied,
/// and a lookup touches one cache line.
@safe  // The memory is constant and lives as long as the process.
public struct WordTable: @unchecked Sendable {
  /// How frequent a word is: 32 times its Zipf value.
  ///
  /// The Zipf value is the decimal logarithm of the occurrences in a billion words. Function words have
  /// levels of 190 and more, the rarest words of a table about 80.
  public typealias Level = UInt8

  /// The language subtag, such as `en`.
  public let language: String
  /// The script of its words, an ISO 15924 code such as `Latn`.
  public let scriptName: String
  /// The level of the rarest word in the table.
  public let rarest: Level
  /// The number of words.
  public let wordCount: Int

  @usableFromInline let buckets: UnsafeRawPointer
  @usableFromInline let bucketCount: UInt64

  private static let headerSize = 64
  @usableFromInline static var slotsInBucket: Int { 16 }

  /// The tables of all languages that have one, sorted by language.
  public static let all: [WordTable] = (0..<clanguagedata_word_table_count()).map { index in
    unsafe WordTable(clanguagedata_word_table_at(index))
  }

  /// The table of a language subtag, or `nil` if there is none.
  public static func table(for language: String) -> WordTable? {
    all.first { $0.language == language }
  }

  private init(_ file: clanguagedata_file) {
    let bytes = unsafe UnsafeRawPointer(file.bytes)
    let hasMagic = unsafe bytes.loadUnaligned(as: UInt32.self).littleEndian == 0x5457_4443  // "CDWT"
    let version = unsafe bytes.loadUnaligned(fromByteOffset: 4, as: UInt16.self).littleEndian
    let slots = unsafe bytes.loadUnaligned(fromByteOffset: 6, as: UInt8.self)
    let count = unsafe bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self).littleEndian
    let length = unsafe file.length
    precondition(
      hasMagic && version == 1 && slots == WordTable.slotsInBucket
        && length == WordTable.headerSize + Int(count) * WordTable.slotsInBucket * 4,
      "a word table of another layout is embedded")
    language = unsafe String(cString: file.name)
    scriptName = unsafe String(decoding: UnsafeRawBufferPointer(start: bytes + 16, count: 4), as: UTF8.self)
    rarest = unsafe bytes.loadUnaligned(fromByteOffset: 7, as: UInt8.self)
    wordCount = Int(unsafe bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self).littleEndian)
    unsafe buckets = bytes + WordTable.headerSize
    bucketCount = UInt64(count)
  }

  /// The level of the word with a key, or `nil` if the table does not have it.
  ///
  /// The table keeps 24 bits of a key besides its place, so about one unknown word in a million
  /// passes for a known one.
  @inlinable
  public func level(ofKey key: UInt64) -> Level? {
    let check = UInt32(truncatingIfNeeded: key) << 8
    var bucket = ((key >> 32) &* bucketCount) >> 32
    while true {
      let first = Int(bucket) &* (WordTable.slotsInBucket &* 4)
      for slot in 0..<WordTable.slotsInBucket {
        let value = unsafe buckets.load(fromByteOffset: first &+ slot &* 4, as: UInt32.self).littleEndian
        if value == 0 { return nil }
        if value & 0xFFFF_FF00 == check { return Level(truncatingIfNeeded: value) }
      }
      // A full bucket overflows into the next one.
      bucket = bucket &+ 1 == bucketCount ? 0 : bucket &+ 1
    }
  }
}
