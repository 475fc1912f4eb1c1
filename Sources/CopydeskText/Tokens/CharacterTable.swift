// SPDX-License-Identifier: Apache-2.0

public import CopydeskICU

/// What the tokenizer needs to know of a character.
public struct CharacterInfo: Sendable {
  /// The part a character can play in a token.
  public enum Kind: UInt8, Sendable {
    /// Nothing visible and no part of a word: white space.
    case space
    /// A line feed or carriage return.
    case lineBreak
    /// A letter without case, or a modifier letter.
    case letter
    /// A lowercase letter.
    case lowercase
    /// An uppercase or titlecase letter.
    case uppercase
    /// A combining mark.
    case mark
    /// A decimal digit.
    case digit
    /// `'`, `’` or `ʼ`.
    case apostrophe
    /// An invisible character that may stand inside a word.
    case ignorable
    /// Punctuation.
    case punctuation
    /// Everything else.
    case symbol
  }

  /// The simple case folding, with apostrophes read as `'`.
  public let folded: UInt32
  /// The part the character plays.
  public let kind: Kind
  /// Its script.
  public let script: UnicodeScript

  /// Whether the character is a letter or a mark.
  @inline(__always)
  public var isLetter: Bool { kind.rawValue >= Kind.letter.rawValue && kind.rawValue <= Kind.mark.rawValue }

  fileprivate init(codePoint: UInt32) {
    let category = UnicodeProperties.category(of: codePoint)
    script = UnicodeProperties.script(of: codePoint)
    var folded = UnicodeProperties.folded(codePoint)
    switch codePoint {
    case 0x0A, 0x0D, 0x2028, 0x2029, 0x85: kind = .lineBreak
    case 0x09, 0x0B, 0x0C: kind = .space
    case 0x27, 0x2019, 0x02BC:
      kind = .apostrophe
      folded = 0x27
    default:
      if category.isSeparator {
        kind = .space
      } else if category.isUppercase {
        kind = .uppercase
      } else if category.isLowercase {
        kind = .lowercase
      } else if category.isLetter {
        kind = .letter
      } else if category.isMark {
        // Variation selectors and the combining grapheme joiner show nothing by themselves.
        kind = UnicodeProperties.isDefaultIgnorable(codePoint) ? .ignorable : .mark
      } else if category.isDecimalDigit {
        kind = .digit
      } else if category.isPunctuation {
        kind = .punctuation
      } else if category.isFormat || UnicodeProperties.isDefaultIgnorable(codePoint) {
        kind = .ignorable
      } else {
        kind = .symbol
      }
    }
    self.folded = folded
  }
}

/// Character properties of the common blocks in one array; the rest is asked of ICU.
///
/// Building it takes about 100 µs once per process, reading it is one load. A call into ICU for the
/// four facts takes some 20 ns, which only text in other scripts pays.
public struct CharacterTable: Sendable {
  /// The table.
  public static let shared = CharacterTable()

  /// Latin, Greek, Cyrillic, Armenian and Hebrew.
  private static let lowEnd: UInt32 = 0x600
  /// Latin additions, Greek extensions, general punctuation, currency signs.
  private static let highStart: UInt32 = 0x1E00
  private static let highEnd: UInt32 = 0x2200

  /// The facts of the first code points, for loops that keep the table at hand.
  let low: [CharacterInfo]
  private let high: [CharacterInfo]

  private init() {
    low = (0..<CharacterTable.lowEnd).map { CharacterInfo(codePoint: $0) }
    high = (CharacterTable.highStart..<CharacterTable.highEnd).map { CharacterInfo(codePoint: $0) }
  }

  /// The facts of a code point; `low` is the table's own, held by the loop that asks.
  @inline(__always)
  static func info(of codePoint: UInt32, low: Span<CharacterInfo>) -> CharacterInfo {
    codePoint < lowEnd ? low[Int(codePoint)] : shared.info(of: codePoint)
  }

  /// The facts of a code point.
  public func info(of codePoint: UInt32) -> CharacterInfo {
    if codePoint < CharacterTable.lowEnd { return low[Int(codePoint)] }
    if codePoint >= CharacterTable.highStart, codePoint < CharacterTable.highEnd {
      return high[Int(codePoint - CharacterTable.highStart)]
    }
    return CharacterInfo(codePoint: codePoint)
  }
}
