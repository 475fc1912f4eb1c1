// SPDX-License-Identifier: Apache-2.0

internal import CopydeskLanguageData
public import CopydeskText

/// The words of names of organizations, places and works, with their counterparts in other languages.
///
/// Names are built from a few hundred words (train, front, house), and these are what translation
/// programs put into the other language when the name should have stayed as it is.
public struct NameLexicon: Sendable {
  /// Some of the languages of the lexicon.
  public struct Languages: OptionSet, Hashable, Sendable {
    /// A bit for each column.
    public let rawValue: UInt16

    /// Creates a set from its bits.
    public init(rawValue: UInt16) {
      self.rawValue = rawValue
    }
  }

  /// One thing that a word can mean.
  public struct Meaning: Hashable, Sendable {
    /// The row of the lexicon.
    public let row: UInt16
    /// The languages in which the word means it.
    public let languages: Languages
  }

  /// The built-in lexicon; reading it takes about half a millisecond, once.
  public static let shared = NameLexicon(
    table: EmbeddedFile.named("lexicons/name-words.tsv").map { $0.bytes } ?? [])

  /// The most letters that may follow a stem.
  private static let longestEnding = 3

  private let columns: [String]
  private var words: [UInt64: [Meaning]] = [:]
  private var stems: [UInt64: [Meaning]] = [:]

  /// Reads a lexicon: lines of cells separated by tabs, the first with language subtags; lines that
  /// start with `#` are comments.
  public init(table: [UInt8]) {
    var columns: [String] = []
    var row: UInt16 = 0
    words.reserveCapacity(table.count / 8)
    stems.reserveCapacity(table.count / 24)
    for line in table.split(separator: 0x0A) where line.first != 0x23 {
      let cells = line.split(separator: 0x09, omittingEmptySubsequences: false)
      if columns.isEmpty {
        columns = cells.map { String(decoding: $0, as: UTF8.self) }
        continue
      }
      for (column, cell) in cells.enumerated() {
        for word in cell.split(separator: 0x2C) {
          let isStem = word.last == 0x2A
          let key = TokenKey.key(of: String(decoding: isStem ? word.dropLast() : word, as: UTF8.self))
          let languages = Languages(rawValue: 1 << UInt16(column))
          if isStem {
            NameLexicon.add(row, languages, to: &stems[key, default: []])
          } else {
            NameLexicon.add(row, languages, to: &words[key, default: []])
          }
        }
      }
      row += 1
    }
    self.columns = columns
  }

  private static func add(_ row: UInt16, _ languages: Languages, to meanings: inout [Meaning]) {
    if let index = meanings.firstIndex(where: { $0.row == row }) {
      meanings[index] = Meaning(row: row, languages: meanings[index].languages.union(languages))
    } else {
      meanings.append(Meaning(row: row, languages: languages))
    }
  }

  /// The bit of a language, or the empty set if the lexicon does not have it.
  public func languages(_ language: LanguageTag) -> Languages {
    columns.firstIndex(of: language.language).map { Languages(rawValue: 1 << UInt16($0)) } ?? []
  }

  /// What a word of a text can mean, in any language; empty for words that are no part of names.
  public func meanings(of token: Token, in text: [UInt8]) -> [Meaning] {
    var found = words[token.key] ?? []
    var prefixes: [UInt64] = []
    var key = TokenKey()
    var offset = Int(token.start)
    while offset < Int(token.end) {
      let (codePoint, length) = UTF8Decoder.codePoint(in: text.span, at: offset)
      offset += length
      key.add(codePoint: CharacterTable.shared.info(of: codePoint).folded)
      prefixes.append(key.value)
    }
    for prefix in prefixes.suffix(NameLexicon.longestEnding + 1) {
      for meaning in stems[prefix] ?? [] { NameLexicon.add(meaning.row, meaning.languages, to: &found) }
    }
    return found
  }
}
