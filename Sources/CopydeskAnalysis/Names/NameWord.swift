// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
public import CopydeskText

/// A capitalized word that an article uses like a name, with all its mentions.
public struct NameWord: Sendable {
  /// The tokens that mention it, in text order; never empty.
  public let mentions: [Int]
  /// The spelling.
  public let spelling: NameSpelling
  /// Whether a mention stands beside another capitalized word, as parts of a name do.
  public let standsInRun: Bool

  /// The number of mentions.
  public var count: Int { mentions.count }
}

/// How two spellings of a name differ.
public enum NameDifference: Hashable, Sendable {
  /// Only in diacritics, as `Henríquez` and `Henriquez`.
  case diacritics
  /// Only in how another script was spelled in Latin letters, as `Zelensky` and `Zelenskyy`.
  case transliteration
  /// By one letter that is missing, added, changed or swapped with its neighbor.
  case oneLetter
}

/// A spelling of a name, prepared for comparison with many others.
public struct NameSpelling: Hashable, Sendable {
  /// The letters after case folding, as code points.
  public let letters: [UInt32]
  /// The letters without their diacritics.
  public let plain: [UInt32]
  /// What spellings of one foreign name in Latin letters share; empty for other scripts.
  private let sound: [UInt8]

  /// Prepares a spelling.
  public init(letters: [UInt32]) {
    self.letters = letters
    plain = letters.map(NameSpelling.baseLetter)
    sound = NameSpelling.soundKey(plain)
  }

  /// What the spellings of one name have in common, so that only those need be compared.
  var initial: UInt32 { sound.first.map(UInt32.init) ?? plain.first ?? 0 }

  /// The fewest letters of a name that is compared with others: shorter ones resemble too many words.
  public static let minimumLetters = 5

  /// The name words of an article in the order of their first mention.
  ///
  /// `isEvidence` tells whether a capital on the token at an index says that it is a name: it says nothing
  /// at the start of a sentence or in a headline in title case.
  public static func nameWords(
    tokens: [Token], text: [UInt8], isEvidence: (Int) -> Bool
  ) -> [NameWord] {
    struct Collected {
      var mentions: [Int] = []
      var hasEvidence = false
      var standsInRun = false
    }
    var order: [UInt64] = []
    var collected: [UInt64: Collected] = [:]
    for index in tokens.indices {
      let token = tokens[index]
      guard token.kind == .word, token.traits.contains(.capitalized), token.traits.contains(.hasLowercase),
        token.range.count >= minimumLetters,
        token.traits.isDisjoint(with: [.clitic, .hasDigit, .mixedScript, .innerPeriod])
      else { continue }
      if collected[token.key] == nil { order.append(token.key) }
      let inRun = isNamePart(tokens, index - 1, before: index) || isNamePart(tokens, index + 1, after: index)
      let evidence = isEvidence(index)
      collected[token.key, default: Collected()].mentions.append(index)
      if inRun { collected[token.key]?.standsInRun = true }
      if evidence { collected[token.key]?.hasEvidence = true }
    }
    return order.compactMap { key in
      guard let word = collected[key], word.hasEvidence, let first = word.mentions.first else { return nil }
      let letters = foldedLetters(of: tokens[first], in: text)
      guard letters.count >= minimumLetters else { return nil }
      return NameWord(
        mentions: word.mentions, spelling: NameSpelling(letters: letters), standsInRun: word.standsInRun)
    }
  }

  private static func isNamePart(_ tokens: [Token], _ neighbor: Int, before index: Int) -> Bool {
    neighbor >= 0 && isCapitalizedWord(tokens[neighbor]) && !tokens[index].traits.contains(.lineBreakBefore)
  }

  private static func isNamePart(_ tokens: [Token], _ neighbor: Int, after index: Int) -> Bool {
    neighbor < tokens.count && isCapitalizedWord(tokens[neighbor])
      && !tokens[neighbor].traits.contains(.lineBreakBefore)
  }

  private static func isCapitalizedWord(_ token: Token) -> Bool {
    token.kind == .word && token.traits.contains(.capitalized)
  }

  /// The letters of a token after case folding, without apostrophes and invisible characters.
  public static func foldedLetters(of token: Token, in text: [UInt8]) -> [UInt32] {
    var letters: [UInt32] = []
    let table = CharacterTable.shared
    var offset = Int(token.start)
    while offset < Int(token.end) {
      let (codePoint, length) = UTF8Decoder.codePoint(in: text.span, at: offset)
      let info = table.info(of: codePoint)
      if info.isLetter { letters.append(info.folded) }
      offset += length
    }
    return letters
  }

  /// How another spelling differs, or `nil` if it is the same or too far away.
  public func difference(from other: NameSpelling) -> NameDifference? {
    guard abs(letters.count - other.letters.count) <= 2, letters != other.letters else { return nil }
    if plain == other.plain { return .diacritics }
    if !sound.isEmpty, sound == other.sound { return .transliteration }
    return plain.first == other.plain.first && NameSpelling.isOneEdit(letters, other.letters) ? .oneLetter : nil
  }

  /// The number of letters behind the last difference of two spellings.
  public func commonSuffix(with other: NameSpelling) -> Int {
    NameSpelling.commonSuffix(letters, other.letters)
  }

  private static func commonSuffix(_ left: [UInt32], _ right: [UInt32]) -> Int {
    var count = 0
    while count < left.count, count < right.count, left[left.count - 1 - count] == right[right.count - 1 - count] {
      count += 1
    }
    return count
  }

  private static func baseLetter(_ letter: UInt32) -> UInt32 {
    if letter < 0x80 { return letter }
    switch letter {
    // Letters with a stroke or hook have no canonical decomposition.
    case 0x142: return 0x6C
    case 0x131: return 0x69
    case 0x111: return 0x64
    case 0xF8: return 0x6F
    default: return UnicodeProperties.baseLetter(of: letter)
    }
  }

  /// A key that spellings of one foreign name in Latin letters share.
  ///
  /// It follows the points where the common romanizations of Cyrillic, Arabic and Greek names differ:
  /// y, j and i; w and v; kh and h; ck, c, q and k; ph and f; ou, oo and u; double and single letters.
  private static func soundKey(_ letters: [UInt32]) -> [UInt8] {
    guard letters.allSatisfy({ $0 < 0x80 }) else { return [] }
    var key: [UInt8] = []
    var index = 0
    func next(_ letter: UnicodeScalar) -> Bool { index + 1 < letters.count && letters[index + 1] == letter.value }
    while index < letters.count {
      var sound = UInt8(letters[index])
      switch sound {
      case UInt8(ascii: "y"), UInt8(ascii: "j"): sound = UInt8(ascii: "i")
      case UInt8(ascii: "w"): sound = UInt8(ascii: "v")
      case UInt8(ascii: "q"): sound = UInt8(ascii: "k")
      case UInt8(ascii: "c"):
        if next("k") { index += 1 }
        if next("h") { break }
        sound = UInt8(ascii: "k")
      case UInt8(ascii: "k") where next("h"):
        index += 1
        sound = UInt8(ascii: "h")
      case UInt8(ascii: "p") where next("h"):
        index += 1
        sound = UInt8(ascii: "f")
      case UInt8(ascii: "o") where next("u") || next("o"):
        index += 1
        sound = UInt8(ascii: "u")
      default: break
      }
      if key.last != sound { key.append(sound) }
      index += 1
    }
    return key
  }

  /// Whether one insertion, deletion, substitution or swap of neighbors turns one into the other.
  private static func isOneEdit(_ left: [UInt32], _ right: [UInt32]) -> Bool {
    var prefix = 0
    while prefix < left.count, prefix < right.count, left[prefix] == right[prefix] { prefix += 1 }
    let suffix = min(commonSuffix(left, right), min(left.count, right.count) - prefix)
    let restLeft = left.count - prefix - suffix
    let restRight = right.count - prefix - suffix
    if max(restLeft, restRight) <= 1 { return true }
    return restLeft == 2 && restRight == 2 && left[prefix] == right[prefix + 1] && left[prefix + 1] == right[prefix]
  }
}
