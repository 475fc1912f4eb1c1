// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskLinting

/// Reports characters that nobody sees and that break search, links and line breaks.
struct InvisibleCharacter: Rule {
  static let metadata = RuleMetadata(
    id: "typography/invisible-character",
    summary: "Reports invisible characters that do no work where they stand, such as a zero-width space.",
    rationale: """
      Copied from chat windows and web pages, they sit inside words unseen. Search does not find the word, a link \
      breaks, and a screen reader stumbles.
      """,
    severity: .error,
    type: .characters,
    examples: [
      Example("Nicolás Ma⟦\u{200B}⟧duro spoke.", fixed: "Nicolás Maduro spoke."),
      Example("Die Bundes⟦\u{AD}⟧regierung schweigt.", language: "de-DE", fixed: "Die Bundesregierung schweigt."),
      Example("The story⟦\u{FEFF}⟧ ends here.", fixed: "The story ends here."),
      Example("El presidente⟦\u{200E}⟧ habló.", language: "es-ES", fixed: "El presidente habló."),
      Example("Do⟦\u{200D}\u{200D}⟧nald", fixed: "Donald"),
      Example("Президент⟦\u{92}⟧ выступил.", language: "ru-RU", fixed: "Президент выступил."),
      Example("The crowd waved 🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F} and 👩\u{200D}🚀❤\u{FE0F}."),
      Example("می\u{200C}خواهم", language: "fa-IR"),
      Example("क्\u{200D}ष", language: "hi-IN"),
      Example("The slogan שלום\u{200E} was painted on the wall."),
      Example("ភាសា\u{200B}ខ្មែរ", language: "km-KH"),
      Example("A tab\tand a no-break\u{A0}space are visible."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let text = analysis.article.text
    let span = text.span
    var index = 0
    while index < span.count {
      guard InvisibleCharacter.mayStart(span[index]) else {
        index += 1
        continue
      }
      let (codePoint, length) = UTF8Decoder.codePoint(in: span, at: index)
      guard let kind = InvisibleKind(codePoint) else {
        index += length
        continue
      }
      let start = index
      index += length
      while index < span.count, UTF8Decoder.codePoint(in: span, at: index).codePoint == codePoint { index += length }
      let range = TextRange(start, index)
      guard !isAtWork(kind, range, in: analysis), !analysis.isProtected(range) else { continue }
      report(.invisible(kind.name, codePoint, in: word(around: range, in: text)), at: range, fixes: [.removing(range)])
    }
  }

  /// Whether a byte may start an invisible character; nearly every byte of prose may not.
  @inline(__always)
  private static func mayStart(_ byte: UInt8) -> Bool {
    if byte >= 0x20, byte < 0xC2 { return byte == 0x7F }
    switch byte {
    case 0x09, 0x0A, 0x0D: return false
    case 0x00..<0x20, 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xEF, 0xF3: return true
    default: return false
    }
  }

  /// Whether the character has an effect that its neighbors need.
  private func isAtWork(_ kind: InvisibleKind, _ range: TextRange, in analysis: ArticleAnalysis) -> Bool {
    switch kind {
    case .joiner, .nonJoiner:
      return neighbors(range, in: analysis).contains { neighbor in
        InvisibleKind.joinsLetters(neighbor) || kind == .joiner && InvisibleKind.isEmoji(neighbor)
      }
    case .breakOpportunity:
      return neighbors(range, in: analysis).contains { InvisibleKind.isSpaceless(UnicodeProperties.script(of: $0)) }
    case .direction: return hasRightToLeftLetters(analysis.segmentIndex(at: range.start), in: analysis)
    case .tag: return true
    case .control, .softHyphen, .byteOrderMark, .wordJoiner, .other: return false
    }
  }

  /// The characters right before and right behind a range.
  private func neighbors(_ range: TextRange, in analysis: ArticleAnalysis) -> [UInt32] {
    let text = analysis.article.text
    let span = text.span
    var found: [UInt32] = []
    if range.start > 0 {
      var before = Int(range.start) - 1
      while before > 0, span[before] & 0xC0 == 0x80 { before -= 1 }
      found.append(UTF8Decoder.codePoint(in: span, at: before).codePoint)
    }
    if Int(range.end) < span.count { found.append(UTF8Decoder.codePoint(in: span, at: Int(range.end)).codePoint) }
    return found
  }

  private func hasRightToLeftLetters(_ segment: Int, in analysis: ArticleAnalysis) -> Bool {
    analysis.tokens[analysis.segmentTokens[segment]].contains { InvisibleKind.isRightToLeft($0.script) }
  }

  /// The word that holds the range, without invisible characters; empty if white space is on both sides.
  private func word(around range: TextRange, in text: [UInt8]) -> String {
    var start = Int(range.start)
    var end = Int(range.end)
    while start > 0, text[start - 1] > 0x20, Int(range.start) - start < 40 { start -= 1 }
    while start < range.start, text[start] & 0xC0 == 0x80 { start += 1 }
    while end < text.count, text[end] > 0x20, end - Int(range.end) < 40 || text[end] & 0xC0 == 0x80 { end += 1 }
    var visible: [UInt8] = []
    var decoder = UTF8Decoder(Array(text[start..<end]))
    while let (codePoint, _) = decoder.next() {
      if InvisibleKind(codePoint) == nil { UTF8Decoder.append(codePoint, to: &visible) }
    }
    return String(decoding: visible, as: UTF8.self)
  }
}

/// What an invisible character is for.
private enum InvisibleKind: Equatable {
  case joiner
  case nonJoiner
  case breakOpportunity
  case direction(String)
  case tag
  case softHyphen
  case byteOrderMark
  case wordJoiner
  case control
  case other

  init?(_ codePoint: UInt32) {
    switch codePoint {
    case 0x09, 0x0A, 0x0D, 0x85: return nil
    case 0x00..<0x20, 0x7F..<0xA0: self = .control
    case 0xAD: self = .softHyphen
    case 0x200B: self = .breakOpportunity
    case 0x200C: self = .nonJoiner
    case 0x200D: self = .joiner
    case 0x200E: self = .direction("left-to-right mark")
    case 0x200F: self = .direction("right-to-left mark")
    case 0x061C: self = .direction("Arabic letter mark")
    case 0x202A...0x202E, 0x2066...0x2069: self = .direction("direction control")
    case 0x2060: self = .wordJoiner
    case 0xFEFF: self = .byteOrderMark
    case 0xE0020...0xE007F: self = .tag
    case 0x034F, 0x180E, 0x2061...0x2064, 0x206A...0x206F, 0xFFF9...0xFFFB, 0xE0001: self = .other
    default: return nil
    }
  }

  var name: String {
    switch self {
    case .joiner: "a zero-width joiner"
    case .nonJoiner: "a zero-width non-joiner"
    case .breakOpportunity: "a zero-width space"
    case .direction(let name): "a \(name)"
    case .tag: "a tag character"
    case .softHyphen: "a soft hyphen"
    case .byteOrderMark: "a byte order mark"
    case .wordJoiner: "a word joiner"
    case .control: "a control character"
    case .other: "an invisible character"
    }
  }

  /// Whether letters of the character's script take another shape next to a joiner.
  static func joinsLetters(_ codePoint: UInt32) -> Bool {
    switch codePoint {
    // Arabic, Syriac, Thaana, N'Ko and Mongolian join; the scripts of India and Southeast Asia form conjuncts.
    case 0x0600...0x07FF, 0x0840...0x08FF, 0x0900...0x109F, 0x1780...0x18AF, 0x1A20...0x1CFF, 0xA800...0xABFF,
      0xFB50...0xFDFF, 0xFE70...0xFEFE, 0x10A00...0x10FFF, 0x11000...0x11FFF:
      true
    default: false
    }
  }

  static func isEmoji(_ codePoint: UInt32) -> Bool {
    switch codePoint {
    case 0xFE0F, 0x2190...0x21FF, 0x2300...0x27BF, 0x2900...0x297F, 0x2B00...0x2BFF, 0x1F000...0x1FAFF: true
    default: false
    }
  }

  static func isSpaceless(_ script: UnicodeScript) -> Bool {
    switch script {
    case .thai, .lao, .khmer, .myanmar, .han, .hiragana, .katakana: true
    default: false
    }
  }

  static func isRightToLeft(_ script: UnicodeScript) -> Bool {
    script == .arabic || script == .hebrew || ["Syrc", "Thaa", "Nkoo", "Adlm", "Rohg"].contains(script.shortName)
  }
}

extension FindingMessage {
  fileprivate static func invisible(_ name: String, _ codePoint: UInt32, in word: String) -> FindingMessage {
    let digits = String(codePoint, radix: 16, uppercase: true)
    let code = "U+" + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    let place = word.isEmpty ? "between words" : "in “\(word)”"
    return "\(name) (\(code)) stands \(place); remove it"
  }
}
