// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// How the terms of a language are split into the words that are compared.
///
/// In scripts without spaces every character is a word, since a dictionary may cut a term and the text
/// around it in different places.
struct GlossaryWords: Sendable {
  /// What languages differ in.
  enum Style: Int, CaseIterable, Sendable {
    case spaced
    /// With elided articles as words of their own.
    case eliding
    /// Without spaces.
    case spaceless
  }

  /// What the language does.
  let style: Style
  private let tokenizer: Tokenizer

  /// Creates the splitter for a language subtag.
  init(language: String?) {
    switch language {
    case "zh", "yue", "ja", "th", "lo", "km", "my": self.init(.spaceless)
    case "fr", "it", "ca", "oc": self.init(.eliding)
    default: self.init(.spaced)
    }
  }

  /// Creates the splitter of a style.
  init(_ style: Style) {
    self.style = style
    // Runs without spaces stay whole here and are cut into characters below.
    tokenizer = Tokenizer(language: style == .eliding ? "fr" : nil)
  }

  /// The words of a text.
  func tokens(in text: [UInt8]) -> [Token] {
    let tokens = tokenizer.tokens(in: text)
    return style == .spaceless ? GlossaryWords.characters(of: tokens, in: text).tokens : tokens
  }

  /// Puts the words of a text into a buffer.
  func read(_ text: [UInt8], into tokens: inout [Token]) {
    tokens.removeAll(keepingCapacity: true)
    tokenizer.append(tokensIn: text, range: TextRange(0, text.count), to: &tokens)
    if style == .spaceless { tokens = GlossaryWords.characters(of: tokens, in: text).tokens }
  }

  /// The keys of a text's words as a matcher compares them.
  func keys(of text: String) -> [UInt64] {
    let bytes = Array(text.utf8)
    return tokens(in: bytes).filter { !GlossaryWords.isHyphen($0, in: bytes) }.map(\.key)
  }

  /// Splits words of scripts without spaces into characters, and says which token each part comes from.
  static func characters(of tokens: [Token], in text: [UInt8]) -> (tokens: [Token], origins: [Int]) {
    var units: [Token] = []
    var origins: [Int] = []
    for (index, token) in tokens.enumerated() {
      guard token.kind == .word, isSpaceless(token.script) else {
        units.append(token)
        origins.append(index)
        continue
      }
      var offset = token.start
      while offset < token.end {
        let (codePoint, length) = UTF8Decoder.codePoint(in: text.span, at: Int(offset))
        var key = TokenKey()
        key.add(codePoint: CharacterTable.shared.info(of: codePoint).folded)
        units.append(
          Token(
            start: offset, end: offset + UInt32(length), key: key.value, kind: .word, script: token.script,
            traits: [.nonASCII]))
        origins.append(index)
        offset += UInt32(length)
      }
    }
    return (units, origins)
  }

  private static func isSpaceless(_ script: UnicodeScript) -> Bool {
    switch script {
    case .han, .hiragana, .katakana, .thai, .lao, .khmer, .myanmar: true
    default: false
    }
  }

  /// Whether a token is a hyphen of any kind or the dash of a pair, as in `Israel–Hamas`.
  static func isHyphen(_ token: Token, in text: [UInt8]) -> Bool {
    guard token.kind == .punctuation else { return false }
    switch UTF8Decoder.codePoint(in: text.span, at: Int(token.start)).codePoint {
    case 0x2D, 0x2010, 0x2011, 0x2013: return true
    default: return false
    }
  }

  /// Whether a token is a period.
  static func isPeriod(_ token: Token, in text: [UInt8]) -> Bool {
    token.kind == .punctuation && text[Int(token.start)] == 0x2E
  }

  /// Whether a term ends with a period, which a text may leave out.
  static func takesPeriod(_ tokens: [Token], in text: [UInt8]) -> Bool {
    tokens.count > 1 && tokens.last.map { isPeriod($0, in: text) } ?? false
  }

  /// The words of a term that a text must have: marks before the first word, as in `'Ndrangheta`, hyphens and a
  /// final period do not count.
  static func steps(of tokens: [Token], in text: [UInt8]) -> [Token] {
    (takesPeriod(tokens, in: text) ? tokens.dropLast() : tokens[...])
      .drop { $0.kind == .punctuation }
      .filter { !isHyphen($0, in: text) }
  }

  // MARK: Hashtags

  /// The shortest one-word term that is also looked for as a hashtag; below, too many mean something else.
  static let shortestHashtag = 5

  /// Whether some words are also looked for as a hashtag, joined.
  static func canBeHashtag(_ words: [Token]) -> Bool {
    words.count > 1 || (words.first?.range.count ?? 0) >= shortestHashtag
  }

  /// The keys under which a hashtag made of some words must stand in the tree.
  ///
  /// A hashtag that is just the words joined needs none: the matcher finds them one behind the other.
  static func hashtagKeys(of words: [Token], in text: [UInt8]) -> [UInt64] {
    guard canBeHashtag(words) else { return [] }
    let isPlain = words.allSatisfy { word in
      word.isWordLike && word.traits.isDisjoint(with: [.nonASCII, .hasApostrophe, .innerPeriod])
        && (word.kind == .word || text[word.range.offsets].allSatisfy { (0x30...0x39).contains($0) })
    }
    if isPlain { return [] }
    let (exact, plain, isJoin) = joinedKeys(of: words, in: text)
    return (isJoin ? [] : [exact]) + (plain == exact ? [] : [plain])
  }

  /// The keys of the letters and digits of some words in one word, with accents and without, and whether
  /// nothing is left out of them.
  static func joinedKeys(of words: [Token], in text: [UInt8]) -> (exact: UInt64, plain: UInt64, isJoin: Bool) {
    let table = CharacterTable.shared
    var exact = TokenKey()
    var plain = TokenKey()
    var isJoin = true
    for word in words {
      var offset = Int(word.start)
      while offset < Int(word.end) {
        let (codePoint, length) = UTF8Decoder.codePoint(in: text.span, at: offset)
        offset += length
        let info = table.info(of: codePoint)
        if info.isLetter || info.kind == .digit {
          exact.add(codePoint: info.folded)
          plain.add(codePoint: codePoint < 0x80 ? info.folded : UnicodeProperties.baseLetter(of: info.folded))
        } else {
          isJoin = false
        }
      }
    }
    return (exact.value, plain.value, isJoin)
  }
}
