// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// What a token shares with the token that translates it, if the translation keeps its digits or its sound.
struct AnchorKey: Hashable {
  /// How much it says that both sides have a key.
  enum Strength: UInt8 {
    /// The first sounds of a word, which many words share.
    case sound
    /// A short number, or the sounds of a short name.
    case weak
    /// The sounds of a name.
    case name
    /// A number of two digits or more.
    case number
    /// A link, a handle, a hashtag, a code such as `F-16`.
    case literal

    /// The most that such a key may count, in nats: a key can be rarer than its meaning.
    var limit: Double {
      switch self {
      case .sound: 0.9
      case .weak: 1.2
      case .name: 1.6
      case .number: 3.2
      case .literal: 4.5
      }
    }
  }

  let value: UInt64
  let strength: Strength

  init(value: UInt64, strength: Strength) {
    self.value = value
    self.strength = strength
  }

  /// The key of a number: its digits without the zeros at the end, so that `2.500 millones` and `2,5 Mrd.` are one.
  init(_ number: ExactDecimal) {
    var digits = number.significand.magnitude
    while digits != 0, digits % 10 == 0 { digits /= 10 }
    self.init(digits: String(digits).utf8.map { $0 - UInt8(ascii: "0") }, isShort: digits < 10)
  }

  /// The key of a number's digits.
  init(digits: some Sequence<UInt8>, isShort: Bool) {
    var key = TokenKey()
    key.add(UInt8(ascii: "#"))
    for digit in digits { key.add(digit) }
    self.init(value: key.value, strength: isShort ? .weak : .number)
  }

  /// The key of a month.
  init(month: Int) {
    self.init(value: TokenKey.key(of: "month \(month)"), strength: .weak)
  }

  /// The key of a day of the week.
  init(weekday: Int) {
    self.init(value: TokenKey.key(of: "weekday \(weekday)"), strength: .name)
  }
}

/// Reads the anchor keys of tokens.
struct AnchorKeyReader: ~Copyable {
  /// The number of sounds of a long key; a short one leaves room for a case ending.
  private static let longKey = 4
  private static let shortKey = 3

  /// Whether sounds that Japanese cannot tell apart are one.
  private let isSyllabic: Bool
  private var latinLetters: [UInt64: [UInt32]] = [:]
  private var transliterator: Transliterator?

  init(isSyllabic: Bool) {
    self.isSyllabic = isSyllabic
  }

  /// Appends the keys of a token.
  mutating func append(_ token: Token, in text: [UInt8], to keys: inout [AnchorKey]) {
    switch token.kind {
    case .number: appendNumber(token, in: text, to: &keys)
    case .link, .email, .handle, .hashtag: keys.append(AnchorKey(value: token.key, strength: .literal))
    case .word: appendWord(token, in: text, to: &keys)
    case .punctuation, .symbol: break
    }
  }

  /// Digits by value: signs between them and the zeros at the end go, so that `2.500`, `2,500` and `2.5` are one.
  private func appendNumber(_ token: Token, in text: [UInt8], to keys: inout [AnchorKey]) {
    var digits: [UInt8] = []
    var offset = Int(token.start)
    while offset < Int(token.end) {
      let (codePoint, length) = UTF8Decoder.codePoint(in: text.span, at: offset)
      offset += length
      if let digit = UnicodeProperties.digitValue(of: codePoint) { digits.append(UInt8(digit)) }
    }
    if digits.isEmpty { return }
    let significant = digits.drop { $0 == 0 }.reversed().drop { $0 == 0 }.reversed()
    keys.append(AnchorKey(digits: significant, isShort: significant.count < 2))
  }

  private mutating func appendWord(_ token: Token, in text: [UInt8], to keys: inout [AnchorKey]) {
    if token.traits.contains(.hasDigit) {
      keys.append(AnchorKey(value: token.key, strength: .literal))
      return
    }
    switch token.script {
    case .han, .hiragana:
      // Chinese and Japanese share words, not sounds.
      if token.script == .han, token.range.count >= 6 { keys.append(AnchorKey(value: token.key, strength: .name)) }
      return
    default: break
    }
    let isName = token.traits.contains(.capitalized) || token.script == .katakana
    // A word of three letters says something only as an abbreviation.
    guard token.range.count >= 4 || token.traits.contains(.allCapitals) else { return }
    let sounds = sounds(of: letters(of: token, in: text))
    if sounds.count < AnchorKeyReader.shortKey {
      if isName, sounds.count == 2 {
        keys.append(AnchorKey(value: AnchorKeyReader.key(sounds[...]), strength: .weak))
      }
      return
    }
    keys.append(
      AnchorKey(
        value: AnchorKeyReader.key(sounds.prefix(AnchorKeyReader.shortKey)), strength: isName ? .weak : .sound))
    if sounds.count >= AnchorKeyReader.longKey {
      keys.append(
        AnchorKey(
          value: AnchorKeyReader.key(sounds.prefix(AnchorKeyReader.longKey)), strength: isName ? .name : .sound))
    }
  }

  private static func key(_ sounds: ArraySlice<UInt8>) -> UInt64 {
    var key = TokenKey()
    key.add(UInt8(ascii: "~"))
    for sound in sounds { key.add(sound) }
    key.add(UInt8(sounds.count))
    return key.value
  }

  /// The letters of a word in Latin script without marks, but for those that tell a sound.
  private mutating func letters(of token: Token, in text: [UInt8]) -> [UInt32] {
    let letters = NameSpelling.foldedLetters(of: token, in: text)
    if token.script == .latin { return letters }
    if let known = latinLetters[token.key] { return known }
    var latin = ""
    if transliterator == nil { transliterator = try? Transliterator("Any-Latin; NFC; Lower") }
    let word = String(decoding: text[token.range.offsets], as: UTF8.self)
    if let text = try? transliterator?.transliterate(word) { latin = text }
    let found = latin.unicodeScalars.map(\.value)
    latinLetters[token.key] = found
    return found
  }

  /// The consonants of a word, those alike that transliterations and cognates confuse; vowels, h and j are none.
  private func sounds(of letters: [UInt32]) -> [UInt8] {
    var sounds: [UInt8] = []
    var index = 0
    func letter(_ place: Int) -> UInt32 { place < letters.count ? AnchorKeyReader.baseLetter(letters[place]) : 0 }
    while index < letters.count, sounds.count < AnchorKeyReader.longKey {
      var sound: Unicode.Scalar?
      switch (Unicode.Scalar(letter(index)) ?? " ", Unicode.Scalar(letter(index + 1)) ?? " ") {
      case ("c", "h"), ("s", "h"):
        sound = "s"
        index += 1
      case ("s", "c") where letter(index + 2) == 0x68:
        sound = "s"
        index += 2
      case ("p", "h"):
        sound = "f"
        index += 1
      // The first sound of Jackson in Cyrillic, which Latin letters write as the j that is no sound here.
      case ("d", "z"): index += 1
      case ("c", "k"):
        sound = "k"
        index += 1
      case ("c", "e"), ("c", "i"), ("c", "y"): sound = "s"
      // With a mark below or above it.
      case ("c", _) where letters[index] != 0x63: sound = "s"
      case ("c", _), ("q", _), ("x", _), ("k", _): sound = "k"
      case ("z", _), ("s", _), ("ß", _): sound = "s"
      case ("w", _), ("v", _): sound = "v"
      case (let other, _):
        if "bdfglmnprt".unicodeScalars.contains(other) { sound = other }
      }
      if isSyllabic {
        switch sound {
        case "l": sound = "r"
        case "m": sound = "n"
        case "v": sound = "b"
        default: break
        }
      }
      if let sound {
        let byte = UInt8(truncatingIfNeeded: sound.value)
        if sounds.last != byte || index > 0 && AnchorKeyReader.isVowel(letter(index - 1)) { sounds.append(byte) }
      }
      index += 1
    }
    return sounds
  }

  private static func isVowel(_ letter: UInt32) -> Bool {
    switch Unicode.Scalar(letter) ?? " " {
    case "a", "e", "i", "o", "u", "y": true
    default: false
    }
  }

  private static func baseLetter(_ letter: UInt32) -> UInt32 {
    letter < 0x80 || letter == 0xDF ? letter : UnicodeProperties.baseLetter(of: letter)
  }
}
