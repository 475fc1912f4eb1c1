// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskLinting

/// UTF-8 that was read as a one-byte encoding, such as `Ã©` for `é`.
///
/// Characters that can be the bytes of UTF-8 in windows-1252 or windows-1251 are put together again;
/// what results must be likelier than what stands there.
struct Mojibake {
  /// Where the damage ends.
  let end: Int
  /// What was meant.
  let repaired: String

  /// Recognizes damage that starts at an offset, or returns `nil`.
  ///
  /// - Parameters:
  ///   - text: The article's text.
  ///   - start: The offset of a character that is not ASCII.
  ///   - end: The offset where the segment ends.
  init?(in text: Span<UInt8>, at start: Int, before end: Int) {
    for encoding in [OneByteEncoding.windows1252, .windows1251] {
      guard let run = Mojibake.run(in: text, at: start, before: end, encoding: encoding) else { continue }
      self.end = run.end
      var repaired = run.bytes
      // Text damaged twice is repaired twice.
      for _ in 0..<2 {
        guard let inner = Mojibake.run(in: repaired.span, at: 0, before: repaired.count, encoding: encoding),
          inner.end == repaired.count
        else { break }
        repaired = inner.bytes
      }
      self.repaired = String(decoding: repaired, as: UTF8.self)
      return
    }
    // The no-break space of "5Â km" often turns into an ordinary one on the way.
    let (codePoint, length) = UTF8Decoder.codePoint(in: text, at: start)
    guard codePoint == 0xC2, start + length < end, text[start + length] == 0x20,
      let before = Mojibake.characterBefore(start, in: text), Mojibake.isDigitOrLowercase(before)
    else { return nil }
    self.end = start + length
    repaired = ""
  }

  private static func isDigitOrLowercase(_ codePoint: UInt32) -> Bool {
    let category = UnicodeProperties.category(of: codePoint)
    return category.isDecimalDigit || category.isLowercase
  }

  /// Whether damage can start at an offset, by the bytes alone: a glance that correct copy seldom passes.
  ///
  /// - Precondition: The byte there is 0xC3 or 0xD0.
  static func isSuspect(in text: Span<UInt8>, at start: Int, before end: Int) -> Bool {
    guard start + 2 < end else { return false }
    let (second, third) = (text[start + 1], text[start + 2])
    if text[start] == 0xC3 { return third >= 0x80 || second == 0x82 && third == 0x20 }
    // Р, С, В and в are the lead bytes in windows-1251; Russian letters but ё are no bytes that follow one.
    guard second == 0xA0 || second == 0xA1 || second == 0x92 || second == 0xB2, third >= 0x80, start + 3 < end else {
      return false
    }
    let fourth = text[start + 3]
    return !(third == 0xD0 && fourth >= 0x90) && !(third == 0xD1 && fourth < 0x90)
  }

  private struct Run {
    var bytes: [UInt8] = []
    var end: Int
    var characters: [UInt32] = []
    /// The last of the characters that stand for the last repaired one.
    var lastMark: UInt32 = 0
  }

  private static func run(
    in text: Span<UInt8>, at start: Int, before end: Int, encoding: OneByteEncoding
  ) -> Run? {
    var run = Run(end: start)
    while let (bytes, next, lastMark) = character(in: text, at: run.end, before: end, encoding: encoding) {
      run.bytes += bytes
      run.characters.append(UTF8Decoder.codePoint(in: bytes.span, at: 0).codePoint)
      run.end = next
      run.lastMark = lastMark
    }
    guard !run.characters.isEmpty, isPlausible(run, in: text, at: start, before: end, encoding: encoding) else {
      return nil
    }
    return run
  }

  /// The bytes of one UTF-8 character that one-byte characters from an offset on stand for.
  private static func character(
    in text: Span<UInt8>, at start: Int, before end: Int, encoding: OneByteEncoding
  ) -> (bytes: [UInt8], end: Int, lastMark: UInt32)? {
    guard start < end else { return nil }
    let (lead, leadLength) = UTF8Decoder.codePoint(in: text, at: start)
    guard let first = encoding.byte(of: lead) else { return nil }
    let count: Int
    switch first {
    case 0xC2...0xDF: count = 2
    case 0xE0...0xEF: count = 3
    case 0xF0...0xF4: count = 4
    default: return nil
    }
    var bytes = [first]
    var offset = start + leadLength
    var lastMark = lead
    while bytes.count < count {
      guard offset < end else { return nil }
      let (codePoint, length) = UTF8Decoder.codePoint(in: text, at: offset)
      guard let byte = encoding.byte(of: codePoint), (0x80...0xBF).contains(byte) else { return nil }
      bytes.append(byte)
      offset += length
      lastMark = codePoint
    }
    let (decoded, length) = UTF8Decoder.codePoint(in: bytes.span, at: 0)
    guard length == count, decoded != 0xFFFD || bytes == [0xEF, 0xBF, 0xBD] else { return nil }
    return (bytes, offset, lastMark)
  }

  private static func isPlausible(
    _ run: Run, in text: Span<UInt8>, at start: Int, before end: Int, encoding: OneByteEncoding
  ) -> Bool {
    let count = run.characters.count
    let first = run.characters[0]
    if encoding == .windows1251 {
      // Russian and Ukrainian words have such pairs by chance, but not three in a row.
      return count >= 3 || (0x2010...0x22FF).contains(first)
    }
    switch first {
    case 0xA0...0xBF:
      // "ÂGE»" has no letter pair of this kind; behind a capital a closing mark is one.
      return count > 1 || !isUppercase(before: start, in: text) || isLetter(at: run.end, in: text, before: end)
    case 0xC0...0x17F:
      // "«AMANHû, "Å…": a capital before a closing mark, if no other letter says that it is inside a word.
      return count > 1 || !isClosingMark(run.lastMark) || isLowercase(before: start, in: text)
        || isLetter(at: run.end, in: text, before: end)
    case 0x2000...0x22FF, 0xFEFF, 0xFF00...0xFFFD, 0x1F000...: return true
    default:
      if count > 1 { return true }
      // One damaged letter of another script stands among letters of that script.
      let script = UnicodeProperties.script(of: first)
      return script != .latin
        && (scriptBefore(start, in: text) == script || scriptAt(run.end, in: text, before: end) == script)
    }
  }

  /// Quotation marks, dashes, ellipses and spaces, which correct copy has behind a capital too.
  private static func isClosingMark(_ codePoint: UInt32) -> Bool {
    switch codePoint {
    case 0xA0, 0xBB, 0xAB, 0x2013, 0x2014, 0x2018...0x201E, 0x2026, 0x2039, 0x203A, 0x2122, 0xAE: true
    default: false
    }
  }

  private static func characterBefore(_ offset: Int, in text: Span<UInt8>) -> UInt32? {
    guard offset > 0 else { return nil }
    var start = offset - 1
    while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
    return UTF8Decoder.codePoint(in: text, at: start).codePoint
  }

  private static func isUppercase(before offset: Int, in text: Span<UInt8>) -> Bool {
    characterBefore(offset, in: text).map { UnicodeProperties.category(of: $0).isUppercase } ?? false
  }

  private static func isLowercase(before offset: Int, in text: Span<UInt8>) -> Bool {
    characterBefore(offset, in: text).map { UnicodeProperties.category(of: $0).isLowercase } ?? false
  }

  private static func isLetter(at offset: Int, in text: Span<UInt8>, before end: Int) -> Bool {
    offset < end && UnicodeProperties.category(of: UTF8Decoder.codePoint(in: text, at: offset).codePoint).isLetter
  }

  private static func scriptBefore(_ offset: Int, in text: Span<UInt8>) -> UnicodeScript? {
    characterBefore(offset, in: text).map { UnicodeProperties.script(of: $0) }
  }

  private static func scriptAt(_ offset: Int, in text: Span<UInt8>, before end: Int) -> UnicodeScript? {
    guard offset < end else { return nil }
    return UnicodeProperties.script(of: UTF8Decoder.codePoint(in: text, at: offset).codePoint)
  }
}

/// A one-byte encoding that UTF-8 is mistaken for.
enum OneByteEncoding {
  /// Western European.
  case windows1252
  /// Cyrillic.
  case windows1251

  /// The byte that a character beyond ASCII has in the encoding, or `nil` if it has none.
  ///
  /// Bytes that windows-1252 leaves undefined are read as control characters by most programs.
  func byte(of codePoint: UInt32) -> UInt8? {
    switch self {
    case .windows1252:
      if (0x80...0xFF).contains(codePoint) { return UInt8(codePoint) }
      return OneByteEncoding.upper1252[codePoint]
    case .windows1251:
      if (0x410...0x44F).contains(codePoint) { return UInt8(codePoint - 0x410 + 0xC0) }
      return OneByteEncoding.upper1251[codePoint]
    }
  }

  /// Where windows-1252 differs from Latin-1: 0x80 to 0x9F.
  private static let upper1252 = table(
    from: 0x80,
    [
      0x20AC, nil, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, nil, 0x17D, nil,
      nil, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, nil, 0x17E,
      0x178,
    ])

  /// Windows-1251 from 0x80 to 0xBF.
  private static let upper1251 = table(
    from: 0x80,
    [
      0x402, 0x403, 0x201A, 0x453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x409, 0x2039, 0x40A, 0x40C, 0x40B,
      0x40F, 0x452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x98, 0x2122, 0x459, 0x203A, 0x45A, 0x45C,
      0x45B, 0x45F, 0xA0, 0x40E, 0x45E, 0x408, 0xA4, 0x490, 0xA6, 0xA7, 0x401, 0xA9, 0x404, 0xAB, 0xAC, 0xAD, 0xAE,
      0x407, 0xB0, 0xB1, 0x406, 0x456, 0x491, 0xB5, 0xB6, 0xB7, 0x451, 0x2116, 0x454, 0xBB, 0x458, 0x405, 0x455, 0x457,
    ])

  private static func table(from first: UInt8, _ codePoints: [UInt32?]) -> [UInt32: UInt8] {
    var table: [UInt32: UInt8] = [:]
    for (index, codePoint) in codePoints.enumerated() {
      if let codePoint { table[codePoint] = first + UInt8(index) }
    }
    return table
  }
}
