// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// What can be seen of a block of text without knowing its language.
struct BlockFacts {
  /// Words; text without spaces between words counts a word for every two characters.
  private(set) var words = 0
  /// Code points, or more than `limit` for a long block.
  private(set) var codePoints = 0
  /// Whether the block has at least one letter or digit.
  private(set) var hasLetters = false
  /// Whether the first letter is a capital, has no case, or a digit stands before it.
  private(set) var startsLikeSentence = false
  /// Whether the first visible character is a dash, as before speech.
  private(set) var startsWithDash = false
  /// Whether a quotation mark stands at the start and none at the end, as where speech runs on.
  private(set) var opensQuotation = false
  /// The last character that is no closing quotation mark or bracket.
  private(set) var lastMark: UInt32 = 0
  /// The items between commas (or semicolons, bars, middle dots); empty if a sentence's mark stands between them.
  private(set) var listItemWords: [Int] = []
  /// Whether every word starts with `#`.
  private(set) var isOnlyHashtags = true

  /// Blocks with more bytes are body text whatever else they are.
  static let limit = 600

  /// Reads the facts of a block.
  init(_ bytes: [UInt8], _ ranges: ArraySlice<TextLine>) {
    guard let first = ranges.first, let last = ranges.last else { return }
    let total = Int(last.range.end - first.range.start)
    var isFirstCharacter = true
    var foundFirstLetter = false
    var wide = 0
    var wordsInItem = 0
    var listIsBroken = false
    let span = bytes.span
    lines: for line in ranges {
      var inWord = false
      var index = Int(line.range.start)
      while index < Int(line.range.end) {
        if codePoints > BlockFacts.limit { break lines }
        let (codePoint, length) = UTF8Decoder.codePoint(in: span, at: index)
        index += length
        codePoints += 1
        if TextLines.isSpace(codePoint) {
          inWord = false
          continue
        }
        if isFirstCharacter {
          isFirstCharacter = false
          opensQuotation = BlockFacts.isQuotationMark(codePoint)
          startsWithDash = codePoint == 0x2D || (0x2010...0x2015).contains(codePoint)
        }
        let info = CharacterTable.shared.info(of: codePoint)
        let isDigit = info.kind == .digit
        if info.isLetter || isDigit {
          hasLetters = true
          if !foundFirstLetter {
            foundFirstLetter = true
            startsLikeSentence = info.kind != .lowercase
          }
          if codePoint >= 0xE00, BlockFacts.isSpaceless(info.script) { wide += 1 }
        }
        if !inWord {
          inWord = true
          words += 1
          wordsInItem += 1
          if codePoint != 0x23 { isOnlyHashtags = false }
        }
        switch codePoint {
        case 0x2C, 0x3B, 0x7C, 0xB7, 0x2022, 0x3001, 0xFF0C, 0x060C:
          listItemWords.append(wordsInItem)
          wordsInItem = 0
          // A separator that stands alone is no word of the next item.
          inWord = codePoint == 0x2C || codePoint == 0x3B ? false : inWord
        case 0x21, 0x3F, 0x2026, 0x3002, 0xFF01, 0xFF1F: listIsBroken = true
        case 0x2E: if index >= Int(line.range.end) || TextLines.isSpace(UInt32(bytes[index])) { listIsBroken = true }
        default: break
        }
      }
    }
    listItemWords.append(wordsInItem)
    if listIsBroken { listItemWords = [] }
    words += wide / 2
    if total > BlockFacts.limit * 4 { codePoints = max(codePoints, BlockFacts.limit + 1) }
    lastMark = BlockFacts.lastMark(of: last.range, in: bytes)
    if opensQuotation {
      var lastStart = Int(last.range.end) - 1
      while lastStart > Int(last.range.start), span[lastStart] & 0xC0 == 0x80 { lastStart -= 1 }
      opensQuotation = !BlockFacts.isQuotationMark(UTF8Decoder.codePoint(in: span, at: lastStart).codePoint)
    }
  }

  private static func isQuotationMark(_ codePoint: UInt32) -> Bool {
    switch codePoint {
    case 0x22, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A, 0x300C...0x300F: true
    default: false
    }
  }

  private static func isSpaceless(_ script: UnicodeScript) -> Bool {
    switch script {
    case .han, .hiragana, .katakana, .thai, .lao, .khmer, .myanmar: true
    default: false
    }
  }

  private static func lastMark(of range: TextRange, in bytes: [UInt8]) -> UInt32 {
    let span = bytes.span
    var end = Int(range.end)
    while end > Int(range.start) {
      var start = end - 1
      while start > Int(range.start), span[start] & 0xC0 == 0x80 { start -= 1 }
      let codePoint = UTF8Decoder.codePoint(in: span, at: start).codePoint
      switch codePoint {
      case 0x22, 0x27, 0x29, 0x5D, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A, 0x300D, 0x300F, 0xFF09, 0xA0, 0x20,
        0x202F:
        end = start
      default:
        return codePoint
      }
    }
    return 0
  }

  /// Whether the block ends like a sentence that tells something.
  var endsSentence: Bool {
    switch lastMark {
    case 0x2E, 0x2026, 0x3002, 0xFF0E, 0x06D4, 0x0964: true
    default: false
    }
  }

  /// Whether the block ends with a question or exclamation mark.
  var endsWithCall: Bool {
    switch lastMark {
    case 0x21, 0x3F, 0xFF01, 0xFF1F, 0x061F: true
    default: false
    }
  }

  /// Whether the block goes on elsewhere: it ends with a comma, colon, semicolon or dash.
  var isOpenEnded: Bool {
    switch lastMark {
    case 0x2C, 0x3A, 0x3B, 0x2D, 0x2013, 0x2014, 0xFF0C, 0x3001, 0xFF1A: true
    default: false
    }
  }

  /// Whether the block is running text by its length and end.
  var isBody: Bool { codePoints > 300 || words >= 25 || words >= 8 && (endsSentence || endsWithCall && words >= 16) }

  /// Whether the block is a list of short phrases, as keywords are.
  var isKeywordList: Bool {
    if words >= 2, isOnlyHashtags { return true }
    guard listItemWords.count >= 3, !endsSentence, !endsWithCall, !isOpenEnded else { return false }
    let longest = listItemWords.max() ?? 0
    guard longest <= 4, (listItemWords.dropLast().min() ?? 0) > 0 else { return false }
    return listItemWords.count >= 4 || longest <= 3
  }
}
