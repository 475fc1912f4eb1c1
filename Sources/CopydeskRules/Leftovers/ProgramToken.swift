// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Something in the copy that only a program reads: a token of a translation model, an unfilled placeholder, a shortcode.
struct ProgramToken {
  /// What it is.
  enum Kind {
    /// `<unk>`, `▁`, `@@`.
    case modelToken
    /// `{name}`, `%s`, `[[…]]`.
    case placeholder
    /// `[caption id=…]`, `[/gallery]`.
    case markup
  }

  /// What it is.
  let kind: Kind
  /// Where it ends.
  let end: Int

  private init(_ kind: Kind, end: Int) {
    self.kind = kind
    self.end = end
  }

  /// Recognizes what starts at an offset, or returns `nil`.
  init?(in text: [UInt8], at start: Int, before end: Int) {
    let scanner = Scanner(text: text, start: start, end: end)
    let found: ProgramToken? =
      switch text[start] {
      case UInt8(ascii: "<"): scanner.angle()
      case UInt8(ascii: "["): scanner.bracket()
      case UInt8(ascii: "{"): scanner.brace()
      case UInt8(ascii: "$"): scanner.dollar()
      case UInt8(ascii: "%"): scanner.percent()
      case UInt8(ascii: "@"): scanner.at()
      case 0xE2: scanner.wordMark()
      default: nil
      }
    guard let found else { return nil }
    self = found
  }

  /// Tokens by which translation and language models mark unknown words, masks and ends.
  private static let modelTokens: Set<String> = [
    "bos", "cls", "endoftext", "eos", "inst", "mask", "pad", "s", "sep", "unk",
  ]

  private struct Scanner {
    let text: [UInt8]
    let start: Int
    let end: Int

    private func byte(_ offset: Int) -> UInt8 { offset < end && offset >= 0 ? text[offset] : 0x20 }

    /// The offset of a byte not too far behind another, on the same line.
    private func find(_ wanted: UInt8, from offset: Int, within limit: Int) -> Int? {
      var position = offset
      while position < end, position - offset <= limit, text[position] != 0x0A {
        if text[position] == wanted { return position }
        position += 1
      }
      return nil
    }

    private func string(_ range: Range<Int>) -> String {
      var bytes: [UInt8] = []
      for offset in range { bytes.append(text[offset]) }
      return String(decoding: bytes, as: UTF8.self)
    }

    private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    /// `<unk>`, `</s>`, `<|endoftext|>`, `<extra_id_0>`; other tags belong to copy in HTML.
    func angle() -> ProgramToken? {
      guard let close = find(UInt8(ascii: ">"), from: start + 1, within: 400) else { return nil }
      var nameStart = start + 1
      if byte(nameStart) == UInt8(ascii: "/") { nameStart += 1 }
      if byte(nameStart) == UInt8(ascii: "|") {
        return byte(close - 1) == UInt8(ascii: "|") ? ProgramToken(.modelToken, end: close + 1) : nil
      }
      var nameEnd = nameStart
      while isLetter(byte(nameEnd)) || isDigit(byte(nameEnd)) || byte(nameEnd) == UInt8(ascii: "_") { nameEnd += 1 }
      let name = string(nameStart..<nameEnd).lowercased()
      let isModelToken = ProgramToken.modelTokens.contains(name) || name.hasPrefix("extra_id_")
      return nameEnd == close && isModelToken ? ProgramToken(.modelToken, end: close + 1) : nil
    }

    /// `[UNK]`, `[[link]]`, `[FIRST_NAME]`, `[insert date]`, `[/caption]`, `[gallery ids="1"]`.
    func bracket() -> ProgramToken? {
      if byte(start + 1) == UInt8(ascii: "[") {
        guard let close = find(UInt8(ascii: "]"), from: start + 2, within: 120), close > start + 2,
          byte(close + 1) == UInt8(ascii: "]")
        else { return nil }
        return ProgramToken(.placeholder, end: close + 2)
      }
      guard let close = find(UInt8(ascii: "]"), from: start + 1, within: 200), close > start + 1 else { return nil }
      let content = string(start + 1..<close)
      let bare = content.hasPrefix("/") ? String(content.dropFirst()) : content
      if bare == bare.uppercased(), ProgramToken.modelTokens.contains(bare.lowercased()) {
        return ProgramToken(.modelToken, end: close + 1)
      }
      let isWord = bare.utf8.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
      if content.hasPrefix("/"), isWord { return ProgramToken(.markup, end: close + 1) }
      if isWord, bare.utf8.contains(UInt8(ascii: "_")) { return ProgramToken(.placeholder, end: close + 1) }
      let lowercased = bare.lowercased()
      if lowercased.hasPrefix("insert ") || lowercased.hasPrefix("your name") {
        return ProgramToken(.placeholder, end: close + 1)
      }
      let first = bare.utf8.prefix { isLetter($0) || $0 == UInt8(ascii: "_") }
      let behind = bare.utf8.dropFirst(first.count)
      let hasAttribute = !first.isEmpty && behind.first == 0x20 && behind.contains(UInt8(ascii: "="))
      return hasAttribute ? ProgramToken(.markup, end: close + 1) : nil
    }

    /// `{name}`, `{0}`, `{{ name }}`, `{% block %}`.
    func brace() -> ProgramToken? {
      let second = byte(start + 1)
      if second == UInt8(ascii: "{") || second == UInt8(ascii: "%") {
        let closing: UInt8 = second == UInt8(ascii: "{") ? UInt8(ascii: "}") : second
        guard let close = find(closing, from: start + 2, within: 120), close > start + 2,
          byte(close + 1) == UInt8(ascii: "}")
        else { return nil }
        return ProgramToken(.placeholder, end: close + 2)
      }
      guard let close = find(UInt8(ascii: "}"), from: start + 1, within: 60), close > start + 1 else { return nil }
      for offset in start + 1..<close {
        let byte = text[offset]
        let isName = isLetter(byte) || isDigit(byte) || byte >= 0x80 || [0x5F, 0x2E, 0x2D, 0x3A].contains(byte)
        if !isName { return nil }
      }
      return ProgramToken(.placeholder, end: close + 1)
    }

    /// `${name}`.
    func dollar() -> ProgramToken? {
      guard byte(start + 1) == UInt8(ascii: "{"),
        let close = find(UInt8(ascii: "}"), from: start + 2, within: 80), close > start + 2
      else { return nil }
      return ProgramToken(.placeholder, end: close + 1)
    }

    /// `%s`, `%1$s`, `%(name)s`, `%{name}`, `%NAME%`; a percentage stands behind a number.
    func percent() -> ProgramToken? {
      var before = start - 1
      if byte(before) == 0x20 || byte(before) == 0xA0 || byte(before) == 0xAF { before -= 1 }
      while before >= 0, byte(before) >= 0x80 { before -= 1 }
      if before >= 0, isDigit(text[before]) || isLetter(byte(start - 1)) { return nil }
      var offset = start + 1
      if byte(offset) == UInt8(ascii: "{") {
        return find(UInt8(ascii: "}"), from: offset, within: 60).map { ProgramToken(.placeholder, end: $0 + 1) }
      }
      if byte(offset) == UInt8(ascii: "(") {
        guard let close = find(UInt8(ascii: ")"), from: offset, within: 60), isConversion(close + 1) else { return nil }
        return ProgramToken(.placeholder, end: close + 2)
      }
      let nameStart = offset
      while (0x41...0x5A).contains(byte(offset)) || byte(offset) == UInt8(ascii: "_") { offset += 1 }
      if offset > nameStart + 1, byte(offset) == UInt8(ascii: "%") {
        return ProgramToken(.placeholder, end: offset + 1)
      }
      offset = nameStart
      if isDigit(byte(offset)), byte(offset + 1) == UInt8(ascii: "$") { offset += 2 }
      return isConversion(offset) ? ProgramToken(.placeholder, end: offset + 1) : nil
    }

    /// `s`, `d` or `@` with no letter, digit or percent sign behind it.
    private func isConversion(_ offset: Int) -> Bool {
      let conversion = byte(offset)
      guard [UInt8(ascii: "s"), UInt8(ascii: "d"), UInt8(ascii: "@")].contains(conversion) else { return false }
      let next = byte(offset + 1)
      return !isLetter(next) && !isDigit(next) && next != UInt8(ascii: "%") && next < 0x80
    }

    /// `@-@`, and `@@` behind a part of a word.
    func at() -> ProgramToken? {
      if byte(start + 1) == UInt8(ascii: "@"), start > 0, isLetter(text[start - 1]) || text[start - 1] >= 0x80 {
        return ProgramToken(.modelToken, end: start + 2)
      }
      if byte(start + 2) == UInt8(ascii: "@"), [0x2D, 0x2E, 0x2C, 0x3A].contains(byte(start + 1)) {
        return ProgramToken(.modelToken, end: start + 3)
      }
      return nil
    }

    /// `▁`, which marks the start of a word in a model's vocabulary; a row of blocks is a chart.
    func wordMark() -> ProgramToken? {
      func isBlock(_ offset: Int) -> Bool {
        byte(offset) == 0xE2 && byte(offset + 1) == 0x96 && (0x81...0x88).contains(byte(offset + 2))
      }
      guard byte(start + 1) == 0x96, byte(start + 2) == 0x81, !isBlock(start + 3), start < 3 || !isBlock(start - 3)
      else { return nil }
      return ProgramToken(.modelToken, end: start + 3)
    }
  }
}
