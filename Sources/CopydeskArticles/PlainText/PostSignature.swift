// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// Recognizes a post of a social network that was pasted as text.
enum PostSignature {
  /// Hosts under which a network puts the pictures of its posts.
  private static let pictureHosts = ["pic.twitter.com/", "pic.x.com/"].map { Array($0.utf8) }

  /// Whether text is a post: it has the address of a post's picture, or ends like one, with a dash, the
  /// author, the account in parentheses and perhaps the date: `— K13 News (@K13News) March 17, 2025`.
  static func ends(_ bytes: [UInt8], _ range: TextRange) -> Bool {
    let span = bytes.span
    let end = Int(range.end)
    for index in range.offsets {
      switch span[index] {
      case 0x70 where hasPictureHost(span, index, end): return true
      case 0x40 where index > range.offsets.lowerBound && span[index - 1] == 0x28:
        if isSignature(span, account: index, range) { return true }
      default: continue
      }
    }
    return false
  }

  @inline(__always)
  private static func hasPictureHost(_ span: Span<UInt8>, _ index: Int, _ end: Int) -> Bool {
    guard index + 10 < end, span[index + 1] == 0x69, span[index + 2] == 0x63, span[index + 3] == 0x2E else {
      return false
    }
    return pictureHosts.contains { host in
      index + host.count <= end && host.indices.allSatisfy { span[index + $0] == host[$0] }
    }
  }

  /// Whether an account in parentheses has a dash before it, at most a name away, and at most a date behind it.
  private static func isSignature(_ span: Span<UInt8>, account: Int, _ range: TextRange) -> Bool {
    var index = account + 1
    let end = Int(range.end)
    while index < end, isAccountByte(span[index]) { index += 1 }
    guard index > account + 1, index < end, span[index] == 0x29 else { return false }
    index += 1
    var digits = 0
    var words = 0
    var characters = 0
    var inWord = false
    while index < end {
      let (codePoint, length) = UTF8Decoder.codePoint(in: span, at: index)
      if (0x30...0x39).contains(codePoint) { digits += 1 }
      let isSpace = TextLines.isSpace(codePoint)
      if !isSpace, !inWord { words += 1 }
      inWord = !isSpace
      characters += 1
      index += length
    }
    guard characters <= 40, words <= 6, digits >= 1 || words == 0 else { return false }
    return hasDashBefore(span, account: account, start: Int(range.start))
  }

  private static func hasDashBefore(_ span: Span<UInt8>, account: Int, start: Int) -> Bool {
    var index = account - 1
    let limit = max(start, account - 120)
    while index > limit {
      index -= 1
      while index > limit, span[index] & 0xC0 == 0x80 { index -= 1 }
      let (codePoint, length) = UTF8Decoder.codePoint(in: span, at: index)
      if (0x2012...0x2015).contains(codePoint) { return true }
      let isDoubleHyphen = codePoint == 0x2D && index > start && span[index - 1] == 0x2D
      let isSpacedHyphen =
        codePoint == 0x2D && span[index + length] == 0x20 && (index == start || span[index - 1] == 0x20)
      if isDoubleHyphen || isSpacedHyphen { return true }
    }
    return false
  }

  private static func isAccountByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2E, 0x2D, 0x80...0xFF: true
    default: false
    }
  }
}
