// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

extension QuantityReader {
  /// Notes a quantity; one that a dash joins to the one before shares its unit with it.
  mutating func append(_ quantity: Quantity, scale: Int64?) {
    var quantity = quantity
    if let last = quantities.last, last.notation.contains(.digits), quantity.notation.contains(.digits),
      last.tokens.upperBound + 1 == quantity.tokens.lowerBound, joinsRange(last.tokens.upperBound),
      segment.contains(last.tokens.lowerBound), isCounted(last.kind), isCounted(quantity.kind),
      last.unit == nil || isDash(last.tokens.upperBound) && (last.unit == quantity.unit || quantity.unit == nil)
    {
      let index = quantities.count - 1
      let isTight =
        isDash(last.tokens.upperBound) && isAttached(last.tokens.upperBound) && isAttached(quantity.tokens.lowerBound)
      if isTight, quantity.unit == nil, last.unit == nil, quantity.value <= last.value, scale == nil,
        last.value < ExactDecimal(significand: 1000)
      {
        quantities[index].kind = .score
        quantity.kind = .score
      } else {
        quantities[index].notation.insert(.rangeStart)
        quantity.notation.insert(.rangeEnd)
        if last.unit == nil { quantities[index].unit = quantity.unit }
        if let scale, !last.notation.contains(.scale) {
          quantities[index].otherValue = last.value.multiplied(by: scale)
        }
      }
    }
    if let number = joinedDigits(quantities.last, quantity) {
      quantities.removeLast()
      quantity = number
    }
    quantities.append(quantity)
  }

  /// Two bare numbers with a space between, as `116 123`, where the locale does not group by spaces: a telephone number.
  func joinedDigits(_ first: Quantity?, _ second: Quantity) -> Quantity? {
    guard let first, first.notation == .digits, second.notation == .digits, first.unit == nil, second.unit == nil,
      first.tokens.count == 1, second.tokens.count == 1, first.tokens.upperBound == second.tokens.lowerBound,
      first.range.end + 1 == second.range.start, (2...3).contains(first.range.count), second.range.count == 3,
      let head = first.value.multiplied(by: 1000), let value = head.adding(second.value)
    else { return nil }
    let range = TextRange(start: first.range.start, end: second.range.end)
    let tokens = first.tokens.lowerBound..<second.tokens.upperBound
    return Quantity(
      range: range, tokens: tokens, numeralRange: range, numeralTokens: tokens, value: value, denominator: 1,
      otherValue: nil, unit: nil, kind: .phone, notation: .digits, isApproximate: false)
  }

  /// Whether a dash or a word such as “to” stands at an index.
  func joinsRange(_ index: Int) -> Bool {
    isDash(index) || segment.contains(index) && QuantityReader.rangeWords.contains(tokens[index].key)
  }

  /// Words between the two numbers of a range in any supported language.
  static let rangeWords = DateWords.shared.rangeWords.union(
    "à às na на ate até ile ila".split(separator: " ").map { TokenKey.key(of: $0) })

  func isCounted(_ kind: Quantity.Kind) -> Bool {
    kind == .number || kind == .year || kind == .ordinal
  }

  /// The currency that ends before a token, with its first token.
  func currency(before start: Int) -> (currency: Currency, start: Int)? {
    for first in [start - 2, start - 1] where segment.contains(first) {
      var found: Currency?
      forEachSense(at: first) { sense, end in
        if end == start, case .unit(.currency(let currency)) = sense { found = currency }
      }
      if let found, isSignOrCode(first..<start) || found.code == "EUR" { return (found, first) }
    }
    return nil
  }

  /// Whether tokens are how copy abbreviates money: a sign, a code, or two letters such as `Rs`.
  ///
  /// Names of money stand behind their number; before one they are something else, as in “won 3 Oscars”.
  func isSignOrCode(_ range: Range<Int>) -> Bool {
    range.contains { index in
      let token = tokens[index]
      return token.kind != .word || !token.traits.contains(.hasLowercase) || token.traits.contains(.innerCapital)
        || token.range.count <= 2
    }
  }

  /// The unit that starts at a token, or behind a hyphen or a preposition there, with the token behind it.
  func unit(at index: Int) -> (unit: QuantityUnit?, end: Int)? {
    guard segment.contains(index), !tokens[index].traits.contains(.lineBreakBefore) else { return nil }
    var index = index
    // “3,5 Mrd. Euro”
    if mark(index) == 0x2E, isAttached(index), tokens[index - 1].kind == .word, segment.contains(index + 1),
      !tokens[index + 1].traits.contains(.lineBreakBefore)
    {
      index += 1
    }
    if isHyphen(index), isAttached(index), isAttached(index + 1) {
      index += 1
    } else if QuantityReader.prepositions.contains(tokens[index].key) {
      index += 1
    }
    var best: (unit: QuantityUnit?, end: Int)?
    forEachSense(at: index) { sense, end in
      guard case .unit(let unit) = sense else { return }
      if let known = best, known.end > end { return }
      // A word for a weight and for money is left open.
      let isOpen = best.map { $0.end == end && $0.unit != unit } ?? false
      best = (isOpen ? nil : unit, end)
    }
    if best == nil, case .unit(let unit) = stemSense(at: index) { return (unit, index + 1) }
    return best
  }

  /// Words between a factor and what it counts: `millones de euros`, `a third of`.
  static let prepositions = Set("de d' di of".split(separator: " ").map { TokenKey.key(of: $0) })

  func decade(_ numeral: Numeral, _ value: ExactDecimal) -> Int? {
    guard numeral.notation.contains(.digits), !numeral.notation.contains(.scale), let years = value.wholeValue,
      years % 10 == 0, (10...90).contains(years) || (1000...2190).contains(years)
    else { return nil }
    // “1990s”, “90er”, “90-е”: the digits may have been read as an ordinal with its suffix.
    let behind = numeral.kind == .ordinal ? numeral.end - 1 : numeral.end
    let suffix = isHyphen(behind) ? behind + 1 : behind
    if isAttached(suffix) {
      var end: Int?
      forEachSense(at: suffix) { sense, last in if sense == .decade { end = max(end ?? 0, last) } }
      if let end { return end }
    }
    // A suffix of digits, such as Ukrainian “і”, is a word of its own elsewhere.
    guard let word = precedes(numeral.start, .decade), tokens[word].range.count > 2 else { return nil }
    return numeral.end
  }

  func century(_ numeral: Numeral, _ value: ExactDecimal) -> Range<Int>? {
    guard let count = value.wholeValue, (1...30).contains(count), !numeral.notation.contains(.scale) else { return nil }
    if let first = precedes(numeral.start, .century) { return first..<numeral.end }
    var behind = numeral.end
    // “21. Jahrhundert”, “21-й век”, “21st-century”.
    if isAttached(behind), mark(behind) == 0x2E { behind += 1 }
    if isHyphen(behind), isAttached(behind) {
      behind += 1
      if !hasSense(at: behind, { $0 == .century }) { behind += 1 }
    }
    guard hasSense(at: behind, { $0 == .century }) else { return nil }
    return numeral.start..<behind + 1
  }

  /// The first token of a word of that sense that ends before a token, or before a hyphen there as in Hebrew `כ-50`.
  func precedes(_ start: Int, _ sense: QuantitySense) -> Int? {
    let start = isHyphen(start - 1) && isAttached(start) && isAttached(start - 1) ? start - 1 : start
    for first in [start - 1, start - 2, start - 3] where segment.contains(first) {
      var found = false
      forEachSense(at: first) { candidate, end in if candidate == sense, end == start { found = true } }
      if found { return first }
    }
    return nil
  }

  func isApproximate(before start: Int) -> Bool {
    precedes(start, .about) != nil || mark(start - 1) == 0x7E
  }

  /// Whether a bracket opens before a token, with a word or two between: `(about $3 million`.
  func isBracketed(_ start: Int) -> Bool {
    for index in stride(from: start - 1, through: start - 3, by: -1) where segment.contains(index) {
      let mark = mark(index)
      if mark == 0x28 || mark == 0x5B { return true }
      if mark != 0, mark != 0x7E, mark != 0x2248 { return false }
    }
    return false
  }
}
