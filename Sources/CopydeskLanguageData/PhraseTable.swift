// SPDX-License-Identifier: Apache-2.0

import CLanguageData

/// What a phrase of a content management system, a network or a translation program is.
///
/// One phrase can be several things: `Read more` is a line by itself and the start of one.
public struct PhraseClasses: OptionSet, Hashable, Sendable {
  /// The bits.
  public let rawValue: UInt16

  /// Creates a set from its bits.
  public init(rawValue: UInt16) {
    self.rawValue = rawValue
  }

  /// A line that asks for a reaction (`What's Your Reaction?`).
  public static let reactionWidget = PhraseClasses(rawValue: 1 << 0)
  /// A line of buttons for sharing (`Share on Facebook`).
  public static let shareBar = PhraseClasses(rawValue: 1 << 1)
  /// A line that points to other articles (`Related articles`).
  public static let readMore = PhraseClasses(rawValue: 1 << 2)
  /// The start of a line that points to another article (`Read also: …`).
  public static let readMorePrefix = PhraseClasses(rawValue: 1 << 3)
  /// Any other line that belongs to the page and not to the story (`Advertisement`).
  public static let furniture = PhraseClasses(rawValue: 1 << 4)
  /// The start of a line of keywords (`Tags: …`).
  public static let keywordLinePrefix = PhraseClasses(rawValue: 1 << 5)
  /// A line that an embedded post leaves behind (`View this post on Instagram`).
  public static let embed = PhraseClasses(rawValue: 1 << 6)
  /// The start of a line that an embedded post leaves behind (`A post shared by …`).
  public static let embedPrefix = PhraseClasses(rawValue: 1 << 7)
  /// The name of a network or messenger.
  public static let network = PhraseClasses(rawValue: 1 << 8)
  /// The start of a sentence that a translation program or chat model wrote (`Here is the translation`).
  public static let machineResidue = PhraseClasses(rawValue: 1 << 9)
  /// The start of a remark about the translation (`Translator's note: …`).
  public static let translatorNote = PhraseClasses(rawValue: 1 << 10)
  /// The first word of such a sentence or remark.
  public static let machinePhraseStart = PhraseClasses(rawValue: 1 << 11)

  /// Everything that is a line by itself.
  public static let wholeLine: PhraseClasses = [.reactionWidget, .shareBar, .readMore, .furniture, .embed]
}

/// The phrases of all languages under the hash of their words.
///
/// The table is searched where it lies in the program: nothing is parsed or copied.
@safe  // The memory is constant and lives as long as the process.
public struct PhraseTable: @unchecked Sendable {
  /// The table that is compiled into the program.
  public static let shared = PhraseTable()

  /// The bits of an entry that hold its classes; the others hold the hash.
  public static let classBits: UInt64 = 0xFFFF
  /// Magic word, version and number of entries stand before the first entry.
  public static let headerSize = 16

  /// The number of phrases.
  public let count: Int
  private let entries: UnsafeRawPointer
  /// One bit for each value of the highest 16 bits of a hash that a phrase has: most lookups end here.
  private let filter: [UInt64]

  private init() {
    let file = unsafe clanguagedata_phrase_table()
    let bytes = unsafe UnsafeRawPointer(file.bytes)
    let length = unsafe file.length
    let magic = unsafe bytes.loadUnaligned(as: UInt32.self).littleEndian
    let version = unsafe bytes.loadUnaligned(fromByteOffset: 4, as: UInt16.self).littleEndian
    count = Int(unsafe bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self).littleEndian)
    precondition(
      magic == 0x5450_4443 /* CDPT */ && version == 1 && length == PhraseTable.headerSize + count * 8,
      "a phrase table of another layout is embedded")
    unsafe entries = bytes + PhraseTable.headerSize
    var filter = [UInt64](repeating: 0, count: 1024)
    for index in 0..<count {
      let entry = unsafe entries.loadUnaligned(fromByteOffset: index * 8, as: UInt64.self).littleEndian
      filter[Int(entry >> 54)] |= 1 << (entry >> 48 & 63)
    }
    self.filter = filter
  }

  /// What the phrase with a hash is; empty if it is none.
  public func classes(ofKey key: UInt64) -> PhraseClasses {
    guard filter[Int(key >> 54)] >> (key >> 48 & 63) & 1 == 1 else { return [] }
    let wanted = key & ~PhraseTable.classBits
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      let entry = unsafe entries.loadUnaligned(fromByteOffset: middle * 8, as: UInt64.self).littleEndian
      let found = entry & ~PhraseTable.classBits
      if found == wanted { return PhraseClasses(rawValue: UInt16(truncatingIfNeeded: entry)) }
      if found < wanted { low = middle + 1 } else { high = middle }
    }
    return []
  }

  /// The bytes of a table with these phrases.
  ///
  /// Phrases with the same hash become one entry with all their classes.
  public static func encoded(_ phrases: [(key: UInt64, classes: PhraseClasses)]) -> [UInt8] {
    var entries: [UInt64: UInt64] = [:]
    for phrase in phrases {
      entries[phrase.key & ~classBits, default: 0] |= UInt64(phrase.classes.rawValue)
    }
    var bytes: [UInt8] = Array("CDPT".utf8) + [1, 0, 0, 0]
    func append(_ value: UInt64, size: Int) {
      for index in 0..<size { bytes.append(UInt8(truncatingIfNeeded: value >> (8 * index))) }
    }
    append(UInt64(entries.count), size: 4)
    append(0, size: 4)
    for key in entries.keys.sorted() { append(key | (entries[key] ?? 0), size: 8) }
    return bytes
  }
}
