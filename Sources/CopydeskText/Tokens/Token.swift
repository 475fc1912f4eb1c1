// SPDX-License-Identifier: Apache-2.0

public import CopydeskICU

/// A word, number, mark or address in a text.
///
/// White space is not a token; ``Traits/spaceBefore`` remembers it.
public struct Token: Hashable, Sendable {
  /// What a token is.
  public enum Kind: UInt8, Sendable {
    /// Letters, possibly with digits, marks and apostrophes between them.
    case word
    /// Digits with signs between them, as `1,234.5` or `12:30`.
    case number
    /// A punctuation mark, one code point each; a run of the same mark is several tokens.
    case punctuation
    /// Any other visible character.
    case symbol
    /// A web address, with or without scheme.
    case link
    /// An e-mail address.
    case email
    /// An account name such as `@K13News`.
    case handle
    /// A topic word such as `#TrendeAragua`.
    case hashtag
  }

  /// Facts about a token that cost nothing to note while reading it.
  public struct Traits: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: UInt16

    /// Creates a set from its bits.
    public init(rawValue: UInt16) {
      self.rawValue = rawValue
    }

    /// White space stands before the token, or it starts the text.
    public static let spaceBefore = Traits(rawValue: 1 << 0)
    /// A line break stands before the token, or it starts the text.
    public static let lineBreakBefore = Traits(rawValue: 1 << 1)
    /// The first letter is a capital.
    public static let capitalized = Traits(rawValue: 1 << 2)
    /// Two or more letters, all of them capitals.
    public static let allCapitals = Traits(rawValue: 1 << 3)
    /// A capital stands behind a lowercase letter, as in `TikTok`.
    public static let innerCapital = Traits(rawValue: 1 << 4)
    /// At least one lowercase letter.
    public static let hasLowercase = Traits(rawValue: 1 << 5)
    /// A word with a digit in it.
    public static let hasDigit = Traits(rawValue: 1 << 6)
    /// Letters of more than one script (Han with kana does not count).
    public static let mixedScript = Traits(rawValue: 1 << 7)
    /// An invisible character stands inside the word.
    public static let hasIgnorable = Traits(rawValue: 1 << 8)
    /// At least one character is not ASCII.
    public static let nonASCII = Traits(rawValue: 1 << 9)
    /// A period stands between two letters, as in `U.S` or `example.com`.
    public static let innerPeriod = Traits(rawValue: 1 << 10)
    /// An apostrophe stands in the word or at its end.
    public static let hasApostrophe = Traits(rawValue: 1 << 11)
    /// The possessive `'s` or another part split off the word before it.
    public static let clitic = Traits(rawValue: 1 << 12)
  }

  /// The offset of the first byte.
  public let start: UInt32
  /// The offset behind the last byte.
  public let end: UInt32
  /// The hash of the folded text (``TokenKey``); equal for spellings that differ only in case,
  /// apostrophe shape or invisible characters.
  public let key: UInt64
  /// What the token is.
  public let kind: Kind
  /// The script of the first letter; common for tokens without letters.
  public let script: UnicodeScript
  /// Facts noted while reading.
  public let traits: Traits

  /// Creates a token.
  public init(start: UInt32, end: UInt32, key: UInt64, kind: Kind, script: UnicodeScript, traits: Traits) {
    self.start = start
    self.end = end
    self.key = key
    self.kind = kind
    self.script = script
    self.traits = traits
  }

  /// The token's place in the text.
  public var range: TextRange { TextRange(start: start, end: end) }

  /// Whether the token is a word or a number.
  public var isWordLike: Bool { kind == .word || kind == .number }
}
