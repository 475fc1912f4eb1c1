// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// A number as Chinese, Japanese and Korean copy writes it: digits, letters, or digits with places and factors.
struct EastAsianNumeral {
  /// The offset of the first byte.
  let start: Int
  /// The offset behind the last letter of the number.
  var end: Int
  /// Where to look for what is counted: behind a word such as `多` that says the number is not exact.
  var behind: Int
  /// The number.
  var sum = EastAsianSum()
  /// Whether any of it is in digits.
  var hasDigits = false
  /// How many digits are written as letters.
  var digitLetters = 0
  /// How many places (ten, hundred, thousand) there are.
  var places = 0
  /// Whether a factor of ten thousand or more is in it.
  var hasFactor = false
  /// Whether it says no number: `数十`, `十几`.
  var isVague = false
  /// Whether it says that the number is not exact: `20多万`.
  var isApproximate = false
  /// Whether it is in words of its language and not in letters for numbers: Korean `스무`.
  var isNative = false
  /// The number of digits before any sign, if it starts with digits.
  var firstDigits = 0

  /// Whether it has no digits.
  var isInLetters: Bool { !hasDigits }
}

/// What a letter means inside a number.
enum EastAsianSign {
  case digit(Int64)
  case place(Int64)
  case factor(Int64)
  /// `数`, `几`: a number that is left open.
  case several
  /// `多`, `余`: and more.
  case more
  case point

  /// The meaning of a Chinese character; the values are those of Unicode's `kPrimaryNumeric`.
  static func han(_ codePoint: UInt32) -> EastAsianSign? {
    switch codePoint {
    case 0x3007, 0x96F6: .digit(0)  // 〇 零
    case 0x4E00: .digit(1)  // 一
    case 0x4E8C, 0x4E24, 0x5169: .digit(2)  // 二 两 兩
    case 0x4E09: .digit(3)  // 三
    case 0x56DB: .digit(4)  // 四
    case 0x4E94: .digit(5)  // 五
    case 0x516D: .digit(6)  // 六
    case 0x4E03: .digit(7)  // 七
    case 0x516B: .digit(8)  // 八
    case 0x4E5D: .digit(9)  // 九
    case 0x5341: .place(10)  // 十
    case 0x767E: .place(100)  // 百
    case 0x5343: .place(1000)  // 千
    case 0x4E07, 0x842C: .factor(10_000)  // 万 萬
    case 0x4EBF, 0x5104: .factor(100_000_000)  // 亿 億
    case 0x5146: .factor(1_000_000_000_000)  // 兆
    case 0x6570, 0x6578, 0x51E0, 0x5E7E, 0x4F55: .several  // 数 數 几 幾 何
    case 0x591A, 0x4F59, 0x9918, 0x4F86, 0x6765: .more  // 多 余 餘 來 来
    case 0x70B9, 0x9EDE: .point  // 点 點
    default: nil
    }
  }

  /// The meaning of a character of documents that must not be altered, which counts only among its like.
  static func formal(_ codePoint: UInt32) -> EastAsianSign? {
    switch codePoint {
    case 0x58F9, 0x58F1: .digit(1)  // 壹 壱
    case 0x8D30, 0x8CB3, 0x5F10: .digit(2)  // 贰 貳 弐
    case 0x53C1, 0x53C3, 0x53C2: .digit(3)  // 叁 參 参
    case 0x8086: .digit(4)  // 肆
    case 0x4F0D: .digit(5)  // 伍
    case 0x9646, 0x9678: .digit(6)  // 陆 陸
    case 0x67D2: .digit(7)  // 柒
    case 0x634C: .digit(8)  // 捌
    case 0x7396: .digit(9)  // 玖
    case 0x62FE: .place(10)  // 拾
    case 0x4F70: .place(100)  // 佰
    case 0x4EDF: .place(1000)  // 仟
    default: nil
    }
  }

  /// The meaning of a syllable of Korean.
  static func hangul(_ codePoint: UInt32) -> EastAsianSign? {
    switch codePoint {
    case 0xC601, 0xACF5: .digit(0)  // 영 공
    case 0xC77C: .digit(1)  // 일
    case 0xC774: .digit(2)  // 이
    case 0xC0BC: .digit(3)  // 삼
    case 0xC0AC: .digit(4)  // 사
    case 0xC624: .digit(5)  // 오
    case 0xC721, 0xB959: .digit(6)  // 육 륙
    case 0xCE60: .digit(7)  // 칠
    case 0xD314: .digit(8)  // 팔
    case 0xAD6C: .digit(9)  // 구
    case 0xC2ED: .place(10)  // 십
    case 0xBC31: .place(100)  // 백
    case 0xCC9C: .place(1000)  // 천
    case 0xB9CC: .factor(10_000)  // 만
    case 0xC5B5: .factor(100_000_000)  // 억
    case 0xC870: .factor(1_000_000_000_000)  // 조
    case 0xC218, 0xBA87: .several  // 수 몇
    case 0xC5EC: .more  // 여
    default: nil
    }
  }
}

extension EastAsianQuantityReader {
  /// The number that starts at an offset.
  func numeral(at start: Int) -> EastAsianNumeral? {
    var numeral = EastAsianNumeral(start: start, end: start, behind: start)
    if lexicon.language == "ko", let end = readNative(&numeral, at: start) {
      numeral.end = end
      numeral.behind = end
      return numeral
    }
    var offset = start
    var isBehindFactor = false
    while offset < limit {
      if let run = digits(at: offset) {
        guard numeral.end == start || isBehindFactor || numeral.places > 0 || numeral.isVague,
          numeral.sum.add(digits: run.value)
        else {
          break
        }
        if offset == start { numeral.firstDigits = run.count }
        numeral.hasDigits = true
        offset = run.end
        numeral.end = offset
        isBehindFactor = false
        continue
      }
      if text[offset] == 0x20, numeral.end > start {
        if isBehindFactor, let end = numberBehindSpace(&numeral, at: offset + 1) {
          offset = end
          numeral.end = end
          isBehindFactor = false
          continue
        }
        // `300 万`, as programs set spaces between scripts.
        if numeral.hasDigits, numeral.end == offset, multiplies(at: offset + 1) || isMoreThanFactor(at: offset + 1) {
          offset += 1
        }
      }
      guard let (sign, length) = sign(at: offset, isInside: numeral.end > start) else { break }
      if numeral.end > start, beginsUnit(at: offset, behind: length) { break }
      guard read(sign, into: &numeral, at: &offset, length: length) else { break }
      if case .factor = sign { isBehindFactor = true } else { isBehindFactor = false }
    }
    guard numeral.end > start else { return nil }
    numeral.behind = max(numeral.behind, numeral.end)
    if numeral.sum.isVague || numeral.sum.hasNeighboringDigits, numeral.isInLetters { numeral.isVague = true }
    return numeral
  }

  /// Adds a letter; returns `false` if it does not belong to the number.
  private func read(
    _ sign: EastAsianSign, into numeral: inout EastAsianNumeral, at offset: inout Int, length: Int
  ) -> Bool {
    var next = offset + length
    switch sign {
    case .digit(let digit):
      guard numeral.sum.add(letter: digit) else { return false }
      numeral.digitLetters += 1
    case .place(let place):
      guard numeral.sum.apply(place: place) else { return false }
      numeral.places += 1
    case .factor(let factor):
      guard numeral.sum.apply(factor: factor) else { return false }
      numeral.hasFactor = true
    case .several:
      if numeral.end == numeral.start {
        // `数十万`; alone it is no number.
        guard multiplies(at: next) || digits(at: next) != nil && !isBehindLetter(offset) else { return false }
      } else {
        // `十几`, `二十数`.
        guard numeral.places > 0 else { return false }
      }
      numeral.isVague = true
    case .more:
      guard numeral.end > numeral.start else { return false }
      guard case .factor? = self.sign(at: next, isInside: true)?.sign else { return false }
      numeral.isApproximate = true
      offset = next
      return true
    case .point:
      guard let decimals = decimals(at: next), numeral.digitLetters > 0, numeral.sum.add(decimals: decimals.value)
      else { return false }
      next = decimals.end
    }
    offset = next
    numeral.end = next
    return true
  }

  /// Whether a Chinese character or katakana touches an offset from the left: `数` counts what it ends, as in `登録者数`.
  private func isBehindLetter(_ offset: Int) -> Bool {
    guard lexicon.language == "ja" else { return true }
    let index = tokenIndex(at: offset)
    guard index >= segment.lowerBound, Int(tokens[index].start) < offset || index > segment.lowerBound else {
      return false
    }
    let token = Int(tokens[index].start) < offset ? tokens[index] : tokens[index - 1]
    return Int(token.end) >= offset && (token.script == .han || token.script == .katakana)
  }

  /// Whether a place or factor stands at an offset inside a number.
  private func multiplies(at offset: Int) -> Bool {
    switch sign(at: offset, isInside: true)?.sign {
    case .place, .factor: true
    default: false
    }
  }

  /// Whether `多万` or the like stands at an offset.
  private func isMoreThanFactor(at offset: Int) -> Bool {
    guard case (.more, let length)? = sign(at: offset, isInside: true),
      case .factor? = sign(at: offset + length, isInside: true)?.sign
    else { return false }
    return true
  }

  /// What a letter at an offset means for a number that has begun or not.
  private func sign(at offset: Int, isInside: Bool) -> (sign: EastAsianSign, length: Int)? {
    guard offset < limit else { return nil }
    let (codePoint, length) = codePoint(at: offset)
    if codePoint < 0x3000 { return nil }
    if let sign = EastAsianSign.han(codePoint) { return (sign, length) }
    if codePoint >= 0xAC00, codePoint <= 0xD7A3 {
      guard lexicon.language == "ko", let sign = EastAsianSign.hangul(codePoint) else { return nil }
      // A syllable inside a word is part of the word.
      guard isInside || mayStartHangul(offset) else { return nil }
      return (sign, length)
    }
    guard let sign = EastAsianSign.formal(codePoint) else { return nil }
    switch sign {
    case .digit:
      guard offset + length < limit else { return nil }
      let next = self.codePoint(at: offset + length).codePoint
      let isMoney = next == 0x5143 || next == 0x5706 || next == 0x5713
      if isInside, isMoney { return (sign, length) }
      if case .place? = EastAsianSign.formal(next) { return (sign, length) }
      return nil
    default: return isInside ? (sign, length) : nil
    }
  }

  /// Whether the letter of a place or factor begins a unit here: `2400兆瓦` are megawatts, `5千米` kilometers.
  private func beginsUnit(at offset: Int, behind length: Int) -> Bool {
    var found = false
    lexicon.forEach(in: text.span, at: offset, before: limit) { sense, end in
      if case .unit = sense, end > offset + length { found = true }
      return found
    }
    return found
  }

  /// Smaller groups may be set apart by a space, as Korean does: `1억 2000만`, `만 5천`.
  private func numberBehindSpace(_ numeral: inout EastAsianNumeral, at offset: Int) -> Int? {
    guard let run = digits(at: offset), let factor = numeral.sum.lastFactor else { return nil }
    // What follows must be a group of this number: `2만 3000`, `1억 2000만`, `5만 3천`.
    var value = run.value
    var probe = run.end
    scaling: while let (sign, length) = sign(at: behindSpace(probe), isInside: true) {
      switch sign {
      case .place(let scale), .factor(let scale):
        guard let product = value.multiplied(by: scale) else { return nil }
        value = product
        probe = behindSpace(probe) + length
      default: break scaling
      }
    }
    guard value < ExactDecimal(significand: factor), value >= ExactDecimal(significand: min(factor / 10, 1000)),
      numeral.sum.add(digits: run.value)
    else { return nil }
    numeral.hasDigits = true
    return run.end
  }

  /// Numbers in words of Korean: tens and ones, of which the last carries the counter.
  private func readNative(_ numeral: inout EastAsianNumeral, at start: Int) -> Int? {
    guard mayStartHangul(start) else { return nil }
    var offset = start
    var total: Int64 = 0
    while let (value, end) = nativeWord(at: offset), total == 0 || total % 10 == 0 && value < 10 {
      total += value
      offset = end
    }
    guard total > 0, numeral.sum.add(digits: ExactDecimal(significand: total)) else { return nil }
    numeral.isNative = true
    return offset
  }

  private func nativeWord(at offset: Int) -> (value: Int64, end: Int)? {
    var found: (value: Int64, end: Int)?
    lexicon.forEach(in: text.span, at: offset, before: limit) { sense, end in
      guard case .cardinal(let value) = sense else { return false }
      found = (value, end)
      return true
    }
    return found
  }

  /// Whether a syllable at an offset can begin a number: it begins a word, or stands behind a prefix.
  func mayStartHangul(_ offset: Int) -> Bool {
    tokens[tokenIndex(at: offset)].start == offset || prefix.rank?.end == offset
  }

  // MARK: Digits

  /// The digits that start at an offset, with the signs between them.
  func digits(at start: Int) -> (value: ExactDecimal, end: Int, count: Int)? {
    guard let first = digit(at: start) else { return nil }
    var value = first.value
    var offset = start + first.length
    var count = 1
    var groupStart = 1
    var exponent = 0
    func isSign(_ codePoint: UInt32, _ ascii: UInt32, _ wide: UInt32) -> Bool {
      codePoint == ascii && first.length == 1 || codePoint == wide && first.length > 1
    }
    while offset < limit {
      if let digit = digit(at: offset) {
        guard count < 18 else { return nil }
        value = value * 10 + digit.value
        count += 1
        offset += digit.length
        if exponent < 0 { exponent -= 1 }
        continue
      }
      let (sign, length) = codePoint(at: offset)
      let isSpace = (sign == 0x20 || sign == 0xA0 || sign == 0x202F) && first.length == 1
      if exponent == 0, isSpace || sign == 0x2C || isSign(sign, 0x2C, 0xFF0C), count <= 3 || count - groupStart == 3,
        digitCount(at: offset + length) == 3
      {
        groupStart = count
        offset += length
        continue
      }
      let isPoint = sign == 0x2E || isSign(sign, 0x2E, 0xFF0E)
      if exponent == 0, isPoint || sign == 0x30FB && isDecimal(digits: start, count, behind: offset + length),
        digitCount(at: offset + length) > 0
      {
        guard count < 18 else { return nil }
        exponent = -1
        let digit = digit(at: offset + length)
        value = value * 10 + (digit?.value ?? 0)
        count += 1
        offset += length + (digit?.length ?? 1)
        continue
      }
      break
    }
    return (ExactDecimal(significand: value, exponent: exponent), offset, count)
  }

  private func digit(at offset: Int) -> (value: Int64, length: Int)? {
    guard offset < limit else { return nil }
    let (codePoint, length) = codePoint(at: offset)
    if codePoint >= 0x30, codePoint <= 0x39 { return (Int64(codePoint - 0x30), 1) }
    guard codePoint >= 0xFF10, codePoint <= 0xFF19 else { return nil }
    return (Int64(codePoint - 0xFF10), length)
  }

  private func digitCount(at start: Int) -> Int {
    var count = 0
    var offset = start
    while let digit = digit(at: offset) {
      count += 1
      offset += digit.length
    }
    return count
  }

  /// Whether a middle dot behind some digits is a point: `1・5倍`, not the day `3・11` nor a telephone number.
  private func isDecimal(digits start: Int, _ count: Int, behind offset: Int) -> Bool {
    guard lexicon.language == "ja" else { return false }
    var end = offset
    while let digit = digit(at: end) { end += digit.length }
    if end < limit, codePoint(at: end).codePoint == 0x30FB { return false }
    if start >= 3, codePoint(at: start - 3).codePoint == 0x30FB { return false }
    if count >= 3 {
      if start >= 3, case .factor? = EastAsianSign.han(codePoint(at: start - 3).codePoint) { return true }
      return digit(at: start)?.value != 0
    }
    guard end > offset, end < limit else { return false }
    if case .factor? = EastAsianSign.han(codePoint(at: end).codePoint) { return true }
    var isCounted = false
    lexicon.forEach(in: text.span, at: end, before: limit) { sense, _ in
      switch sense {
      case .unit, .counter, .tenth: isCounted = true
      default: break
      }
      return isCounted
    }
    return isCounted
  }

  /// Decimals in letters behind a point; `三点五十分` is a time.
  private func decimals(at start: Int) -> (value: ExactDecimal, end: Int)? {
    var value: Int64 = 0
    var count = 0
    var offset = start
    while offset < limit, count < 9 {
      let (codePoint, length) = codePoint(at: offset)
      guard case .digit(let digit)? = EastAsianSign.han(codePoint) else { break }
      value = value * 10 + digit
      count += 1
      offset += length
    }
    guard count > 0 else { return nil }
    if offset < limit {
      let next = codePoint(at: offset).codePoint
      if next == 0x5206 || next == 0x5341 || next == 0x949F { return nil }
    }
    return (ExactDecimal(significand: value, exponent: -count), offset)
  }
}
