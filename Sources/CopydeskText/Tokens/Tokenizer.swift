// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU

/// Splits text into tokens.
///
/// Words follow UAX 29 with three differences that serve matching: the possessive `'s` is a token of
/// its own, an elided article (`l'`, `dell'`) is one in languages that elide, and addresses, handles
/// and hashtags stay whole. Runs of scripts written without spaces are one word, unless the text's
/// language is written so: then ICU's dictionaries split them.
public struct Tokenizer: Sendable {
  /// Whether an apostrophe ends a word, as in French `l'hôpital`.
  private let splitsElision: Bool
  /// The language whose dictionary splits runs without spaces, or `nil` to leave them whole.
  private let dictionaryLanguage: String?

  /// Creates a tokenizer for a language (a BCP 47 language subtag); without one, for any.
  public init(language: String?) {
    splitsElision = ["fr", "it", "ca", "oc"].contains(language)
    let usesDictionary = ["zh", "yue", "ja", "th", "lo", "km", "my"].contains(language)
    dictionaryLanguage = usesDictionary ? language : nil
  }

  /// The tokens of a text or a part of it, in order; offsets count from the start of the text.
  public func tokens(in text: [UInt8], range: TextRange? = nil) -> [Token] {
    let range = range ?? TextRange(0, text.count)
    var tokens: [Token] = []
    tokens.reserveCapacity(range.count / 5 + 8)
    append(tokensIn: text, range: range, to: &tokens)
    return tokens
  }

  /// Appends the tokens of a part of a text.
  public func append(tokensIn text: [UInt8], range: TextRange, to tokens: inout [Token]) {
    var scanner = TokenScanner(offset: Int(range.start), end: Int(range.end), splitsElision: splitsElision)
    let table = CharacterTable.shared
    while scanner.scan(text.span, table.low.span, into: &tokens) {
      guard let language = dictionaryLanguage, let last = tokens.last, last.kind == .word,
        TokenScanner.isSpaceless(last.script)
      else { continue }
      tokens.removeLast()
      appendDictionaryWords(of: last, in: text, language: language, to: &tokens)
    }
  }

  private func appendDictionaryWords(of run: Token, in text: [UInt8], language: String, to tokens: inout [Token]) {
    let bytes = Array(text[run.range.offsets])
    guard var breaks = try? BreakIterator(.word, locale: language), let words = try? breaks.runs(in: bytes) else {
      tokens.append(run)
      return
    }
    for word in words {
      var key = TokenKey()
      for byte in bytes[word.start..<word.end] { key.add(byte) }
      tokens.append(
        Token(
          start: run.start + UInt32(word.start), end: run.start + UInt32(word.end), key: key.value,
          kind: .word, script: run.script, traits: word.start == 0 ? run.traits : [.nonASCII]))
    }
  }
}

/// The state of one pass over a text.
struct TokenScanner {
  private let end: Int
  private let splitsElision: Bool
  private var offset: Int
  private var traits: Token.Traits = [.spaceBefore, .lineBreakBefore]

  init(offset: Int, end: Int, splitsElision: Bool) {
    self.offset = offset
    self.end = end
    self.splitsElision = splitsElision
  }

  static func isSpaceless(_ script: UnicodeScript) -> Bool {
    switch script {
    case .han, .hiragana, .katakana, .thai, .lao, .khmer, .myanmar: true
    default: false
    }
  }

  /// Whether letters of a script that touch digits are another word: they stand for whole words, or are prefixes.
  private static func endsAtDigit(_ script: UnicodeScript) -> Bool {
    switch script {
    case .hangul, .arabic, .hebrew: true
    default: isSpaceless(script)
    }
  }

  /// Reads the next token; returns `false` at the end of the text.
  mutating func scan(_ text: Span<UInt8>, _ table: Span<CharacterInfo>, into tokens: inout [Token]) -> Bool {
    while offset < end {
      let (codePoint, length) = UTF8Decoder.codePoint(in: text, at: offset)
      let info = CharacterTable.info(of: codePoint, low: table)
      switch info.kind {
      case .space:
        traits.insert(.spaceBefore)
        offset += length
      case .lineBreak:
        traits.formUnion([.spaceBefore, .lineBreakBefore])
        offset += length
      case .letter, .lowercase, .uppercase, .mark:
        word(text, table, into: &tokens)
        return true
      case .digit:
        number(text, table, into: &tokens)
        return true
      case .ignorable:
        // Outside of words an invisible character is a symbol, so that a rule can point at it.
        single(.symbol, length: length, codePoint: codePoint, into: &tokens)
        return true
      case .apostrophe, .punctuation, .symbol:
        if codePoint == 0x23 || codePoint == 0x40, tagged(text, table, codePoint, into: &tokens) { return true }
        single(info.kind == .symbol ? .symbol : .punctuation, length: length, codePoint: codePoint, into: &tokens)
        return true
      }
    }
    return false
  }

  private mutating func emit(
    _ kind: Token.Kind, from start: Int, key: UInt64, script: UnicodeScript = .common, extra: Token.Traits = [],
    into tokens: inout [Token]
  ) {
    tokens.append(
      Token(
        start: UInt32(start), end: UInt32(offset), key: key, kind: kind, script: script,
        traits: traits.union(extra)))
    traits = []
  }

  private mutating func single(_ kind: Token.Kind, length: Int, codePoint: UInt32, into tokens: inout [Token]) {
    let start = offset
    offset += length
    var key = TokenKey()
    key.add(codePoint: codePoint)
    emit(kind, from: start, key: key.value, extra: codePoint < 0x80 ? [] : [.nonASCII], into: &tokens)
  }

  /// What stands at an offset, or white space at the end.
  @inline(__always)
  private func info(_ text: Span<UInt8>, _ table: Span<CharacterInfo>, at offset: Int) -> (
    info: CharacterInfo, codePoint: UInt32, length: Int
  ) {
    guard offset < end else { return (table[0x20], 0x20, 0) }
    let (codePoint, length) = UTF8Decoder.codePoint(in: text, at: offset)
    return (CharacterTable.info(of: codePoint, low: table), codePoint, length)
  }

  // MARK: Words

  private mutating func word(_ text: Span<UInt8>, _ table: Span<CharacterInfo>, into tokens: inout [Token]) {
    let start = offset
    var key = TokenKey()
    var extra: Token.Traits = []
    var script = UnicodeScript.common
    var letters = 0
    var capitals = 0
    var lowercaseSeen = false
    // Most words are ASCII letters to the end; this loop is what the speed of everything hangs on.
    var position = offset
    while position < end {
      let lower = text[position] | 0x20
      guard lower >= 0x61, lower <= 0x7A else { break }
      if text[position] == lower {
        lowercaseSeen = true
      } else {
        capitals += 1
        if position == start { extra.insert(.capitalized) }
        if lowercaseSeen { extra.insert(.innerCapital) }
      }
      key.add(lower)
      position += 1
    }
    if position > start {
      script = .latin
      letters = position - start
      offset = position
      if position < end, text[position] == 0x20 {
        if lowercaseSeen { extra.insert(.hasLowercase) }
        if capitals == letters, letters > 1 { extra.insert(.allCapitals) }
        emit(.word, from: start, key: key.value, script: script, extra: extra, into: &tokens)
        return
      }
    }
    scanning: while offset < end {
      let (current, codePoint, length) = info(text, table, at: offset)
      switch current.kind {
      case .letter, .lowercase, .uppercase:
        if script == .common {
          script = current.script
        } else if current.script != script, current.script != .common, current.script != .inherited {
          if TokenScanner.isSpaceless(script) != TokenScanner.isSpaceless(current.script) { break scanning }
          if !TokenScanner.isSpaceless(script) { extra.insert(.mixedScript) }
        }
        letters += 1
        if current.kind == .uppercase {
          capitals += 1
          if letters == 1 { extra.insert(.capitalized) }
          if lowercaseSeen { extra.insert(.innerCapital) }
        } else if current.kind == .lowercase {
          lowercaseSeen = true
        }
        key.add(codePoint: current.folded)
      case .mark:
        key.add(codePoint: current.folded)
      case .digit:
        // `3月17日`, `오후6시`, `و25`: beside letters that stand for whole words digits are a number of their own.
        if TokenScanner.endsAtDigit(script) { break scanning }
        extra.insert(.hasDigit)
        key.add(codePoint: current.folded)
      case .ignorable:
        // Only inside a word: at its end the character is a token of its own.
        guard info(text, table, at: offset + length).info.isLetter else { break scanning }
        extra.insert(.hasIgnorable)
      case .apostrophe:
        let next = info(text, table, at: offset + length)
        if splitsElision, next.info.isLetter || next.info.kind == .digit || next.info.kind == .punctuation {
          // The elided article keeps its apostrophe and ends here.
          key.add(0x27)
          offset += length
          extra.formUnion([.hasApostrophe, codePoint < 0x80 ? [] : .nonASCII])
          break scanning
        }
        guard next.info.isLetter, !isPossessive(text, table, at: offset + length) else { break scanning }
        extra.insert(.hasApostrophe)
        key.add(0x27)
      case .punctuation, .symbol:
        guard codePoint == 0x2E || codePoint == 0xB7, info(text, table, at: offset + length).info.isLetter else {
          break scanning
        }
        if codePoint == 0x2E { extra.insert(.innerPeriod) }
        key.add(codePoint: codePoint)
      default:
        break scanning
      }
      if codePoint >= 0x80 { extra.insert(.nonASCII) }
      offset += length
    }
    if lowercaseSeen { extra.insert(.hasLowercase) }
    if capitals == letters, letters > 1 { extra.insert(.allCapitals) }
    if extra.contains(.innerPeriod) || offset < end && (text[offset] == 0x3A || text[offset] == 0x40) {
      if address(text, table, from: start, extra: extra, into: &tokens) { return }
    }
    emit(.word, from: start, key: key.value, script: script, extra: extra, into: &tokens)
    possessive(text, table, into: &tokens)
  }

  /// Whether a lone `s` stands here, as behind the apostrophe of `Bukele's`.
  private func isPossessive(_ text: Span<UInt8>, _ table: Span<CharacterInfo>, at offset: Int) -> Bool {
    guard offset < end, text[offset] | 0x20 == 0x73 else { return false }
    let next = info(text, table, at: offset + 1).info
    return !next.isLetter && next.kind != .digit
  }

  private mutating func possessive(_ text: Span<UInt8>, _ table: Span<CharacterInfo>, into tokens: inout [Token]) {
    let (current, _, length) = info(text, table, at: offset)
    guard current.kind == .apostrophe, isPossessive(text, table, at: offset + length) else { return }
    let start = offset
    offset += length + 1
    emit(.word, from: start, key: TokenKey.possessive, script: .latin, extra: [.clitic, .hasApostrophe], into: &tokens)
  }

  // MARK: Numbers

  private mutating func number(_ text: Span<UInt8>, _ table: Span<CharacterInfo>, into tokens: inout [Token]) {
    let start = offset
    var key = TokenKey()
    var extra: Token.Traits = []
    while offset < end {
      let (current, codePoint, length) = info(text, table, at: offset)
      if current.kind == .digit {
        key.add(codePoint: codePoint)
      } else {
        // Signs between digits: . , : ' ’ and the spaces that do not break.
        let joins: Bool =
          switch codePoint {
          case 0x2E, 0x2C, 0x3A, 0x27, 0x2019, 0xA0, 0x202F, 0x2009, 0x66B, 0x66C: true
          default: false
          }
        guard joins, info(text, table, at: offset + length).info.kind == .digit else { break }
        key.add(codePoint: codePoint)
      }
      if codePoint >= 0x80 { extra.insert(.nonASCII) }
      offset += length
    }
    emit(.number, from: start, key: key.value, extra: extra, into: &tokens)
  }

  // MARK: Addresses

  /// Reads `#word` or `@account`.
  private mutating func tagged(
    _ text: Span<UInt8>, _ table: Span<CharacterInfo>, _ sign: UInt32, into tokens: inout [Token]
  ) -> Bool {
    guard traits.contains(.spaceBefore) || tokens.last?.kind != .word else { return false }
    let start = offset
    var position = offset + 1
    var key = TokenKey()
    var hasLetter = false
    var script = UnicodeScript.common
    var extra: Token.Traits = []
    while position < end {
      let (current, codePoint, length) = info(text, table, at: position)
      guard current.isLetter || current.kind == .digit || codePoint == 0x5F else { break }
      if current.isLetter {
        if !hasLetter {
          script = current.script
          if current.kind == .uppercase { extra.insert(.capitalized) }
        }
        hasLetter = true
      }
      if codePoint >= 0x80 { extra.insert(.nonASCII) }
      key.add(codePoint: current.folded)
      position += length
    }
    guard hasLetter else { return false }
    offset = position
    emit(sign == 0x23 ? .hashtag : .handle, from: start, key: key.value, script: script, extra: extra, into: &tokens)
    return true
  }

  /// Extends a word that turns out to begin a web or e-mail address.
  private mutating func address(
    _ text: Span<UInt8>, _ table: Span<CharacterInfo>, from start: Int, extra: Token.Traits, into tokens: inout [Token]
  ) -> Bool {
    let wordEnd = offset
    if wordEnd < end, text[wordEnd] == 0x40, info(text, table, at: wordEnd + 1).info.isLetter {
      offset = wordEnd + 1
      while offset < end, TokenScanner.isAddressByte(text[offset]) { offset += 1 }
      trimTrailingMarks(text, table, to: wordEnd + 1)
      emit(.email, from: start, key: 0, extra: extra, into: &tokens)
      return true
    }
    let hasScheme =
      wordEnd + 2 < end && text[wordEnd] == 0x3A && text[wordEnd + 1] == 0x2F && text[wordEnd + 2] == 0x2F
    guard hasScheme || extra.contains(.innerPeriod) && isDomain(text, table, start, wordEnd) else { return false }
    while offset < end, text[offset] > 0x20, text[offset] != 0x7F, !TokenScanner.endsAddress(text[offset]) {
      let (current, _, length) = info(text, table, at: offset)
      // Hosts and paths may have letters of any script; other signs beyond ASCII end the address.
      guard length == 1 || current.isLetter && !TokenScanner.isSpaceless(current.script) else { break }
      offset += length
    }
    trimTrailingMarks(text, table, to: wordEnd)
    emit(.link, from: start, key: 0, extra: extra, into: &tokens)
    return true
  }

  /// Whether a word with periods reads as a host name: it starts with `www.`, a path follows, or the
  /// last label is one of the generic top-level domains.
  private func isDomain(_ text: Span<UInt8>, _ table: Span<CharacterInfo>, _ start: Int, _ end: Int) -> Bool {
    var label = end
    while label > start, text[label - 1] != 0x2E { label -= 1 }
    for index in start..<end where text[index] >= 0x80 {
      var key = TokenKey()
      var offset = label
      while offset < end {
        let (current, _, length) = info(text, table, at: offset)
        key.add(codePoint: current.folded)
        offset += length
      }
      return TokenScanner.genericDomains.contains(key.value)
    }
    if end < self.end, text[end] == 0x2F, self.info(text, table, at: end + 1).info.kind != .space { return true }
    if end - start > 4, text[start] | 0x20 == 0x77, text[start + 1] | 0x20 == 0x77, text[start + 2] | 0x20 == 0x77,
      text[start + 3] == 0x2E
    {
      return true
    }
    var key = TokenKey()
    for index in label..<end { key.add(text[index] | 0x20) }
    return TokenScanner.genericDomains.contains(key.value)
  }

  /// Top-level domains (IANA root zone) that no abbreviation ends with: the generic ones, and those in Cyrillic.
  private static let genericDomains: Set<UInt64> = Set(
    ["com", "org", "net", "gov", "edu", "info", "int", "mil", "рф", "укр", "бел", "срб", "мкд", "бг", "қаз"]
      .map { TokenKey.key(of: $0) })

  private static func isAddressByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
    default: false
    }
  }

  /// Quotation marks, brackets and white space end an address.
  private static func endsAddress(_ byte: UInt8) -> Bool {
    byte == 0x22 || byte == 0x3C || byte == 0x3E || byte == 0x29 || byte == 0x5D
  }

  /// A sentence's punctuation behind an address is not part of it.
  private mutating func trimTrailingMarks(_ text: Span<UInt8>, _ table: Span<CharacterInfo>, to minimum: Int) {
    while offset > minimum {
      switch text[offset - 1] {
      case 0x21, 0x27, 0x2C, 0x2E, 0x3A, 0x3B, 0x3F: offset -= 1
      default: return
      }
    }
  }
}

extension TokenKey {
  /// The key of the possessive `'s`.
  public static let possessive = TokenKey.key(of: "'s")
  /// The key of the hyphen.
  public static let hyphen = TokenKey.key(of: "-")
}
