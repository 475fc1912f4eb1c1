// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

extension QuantityReader {
  struct Numeral {
    var chain: NumeralChain
    let start: Int
    var end: Int
    var kind = Quantity.Kind.number
    var notation: Quantity.Notation = []
    var otherValue: ExactDecimal?
  }

  /// Reads factors, parts and further words of a number.
  func extend(_ numeral: inout Numeral) {
    while numeral.kind != .ordinal, numeral.chain.denominator == 1, segment.contains(numeral.end) {
      var index = numeral.end
      var joint = Joint.none
      if index > numeral.start {
        guard !tokens[index].traits.contains(.lineBreakBefore) else { return }
        if isHyphen(index), isAttached(index), isAttached(index + 1) {
          joint = .hyphen
          index += 1
        }
        if isJoiner(index) {
          // “two and a half”, “nine-and-a-half”, “vingt-et-un”.
          joint = .word
          index = behindHyphen(index + 1)
          if hasSense(at: index, { $0 == .article }), isFraction(behindHyphen(index + 1)) {
            index = behindHyphen(index + 1)
          }
        } else if joint == .none, hasConjunction(at: index), isFraction(index) {
          // Arabic `ونصف`, Hebrew `וחצי`.
          joint = .word
        }
      }
      guard segment.contains(index), joint != .word || !beginsGreaterNumber(at: index, than: numeral.chain.lastScale)
      else { return }
      guard let end = extend(&numeral, at: index, joint) ?? extendByAdjective(&numeral, at: index) else { return }
      numeral.end = end
    }
  }

  /// Whether what follows an “and” is a number with a factor as great as the last: `medio millón y un billón`.
  func beginsGreaterNumber(at index: Int, than scale: Int64?) -> Bool {
    guard let scale else { return false }
    return hasSense(at: index + 1) { if case .scale(let next) = $0 { next >= scale } else { false } }
  }

  /// Adds the factor of an adjective: `16-миллионный`, `6milionový`.
  func extendByAdjective(_ numeral: inout Numeral, at index: Int) -> Int? {
    guard numeral.notation.contains(.digits), isAttached(index), let scale = adjectiveScale(at: index),
      numeral.chain.apply(scale: scale)
    else { return nil }
    numeral.notation.insert(.scale)
    return index + 1
  }

  /// The factor of an adjective: one that is also a rank (`миллионный`), or one that begins with the word.
  func adjectiveScale(at index: Int) -> Int64? {
    var scale: Int64?
    forEachSense(at: index) { sense, _ in
      if case .ordinal(let rank) = sense, rank >= 1000 { scale = rank }
    }
    if case .scale(let stem) = stemSense(at: index) { return stem }
    return scale
  }

  /// The factor or unit with which a longer word begins that hangs on digits: `250kilogramový`, `10-процентный`.
  func stemSense(at index: Int) -> QuantitySense? {
    guard segment.contains(index), tokens[index].kind == .word, isAttached(index), !hasSense(at: index, { _ in true })
    else { return nil }
    var key = TokenKey()
    var letters = 0
    var best: QuantitySense?
    var decoder = UTF8Decoder(text, at: Int(tokens[index].start))
    while let (codePoint, offset) = decoder.next(), offset < Int(tokens[index].end) {
      key.add(codePoint: CharacterTable.shared.info(of: codePoint).folded)
      letters += 1
      guard letters >= 3, var entry = lexicon.first(of: key.value) else { continue }
      while true {
        let candidate = lexicon.entries[entry]
        if candidate.rest.isEmpty {
          // The code of a currency begins many a word.
          switch candidate.sense {
          case .unit(.currency): break
          case .scale, .unit: best = candidate.sense
          default: break
          }
        }
        guard let next = lexicon.next(after: entry) else { break }
        entry = next
      }
    }
    return best
  }

  func behindHyphen(_ index: Int) -> Int { isHyphen(index) && isAttached(index) ? index + 1 : index }

  func isFraction(_ index: Int) -> Bool {
    hasSense(at: index) { if case .fraction = $0 { true } else { false } }
  }

  enum Joint {
    case none, hyphen, word
  }

  /// Adds what the word at an index means for the number; returns the index behind it.
  func extend(_ numeral: inout Numeral, at index: Int, _ joint: Joint) -> Int? {
    if tokens[index].kind == .number { return joint == .none ? extendByDigits(&numeral, at: index) : nil }
    guard var entry = lexicon.first(of: tokens[index].key) else { return nil }
    let isStart = numeral.chain.isEmpty
    var best: (rank: Int, end: Int, sense: QuantitySense)?
    var hasUnit = false
    while true {
      let candidate = lexicon.entries[entry]
      if let end = match(candidate, at: index) {
        if case .unit = candidate.sense { hasUnit = true }
        let rank = self.rank(candidate.sense, of: numeral, joint, at: index, end: end)
        if rank > 0, rank + (end - index) * 10 > best.map({ $0.rank + ($0.end - index) * 10 }) ?? 0 {
          best = (rank, end, candidate.sense)
        }
      }
      guard let next = lexicon.next(after: entry) else { break }
      entry = next
    }
    guard let best else { return nil }
    switch best.sense {
    case .cardinal(let value):
      return numeral.chain.add(cardinal: value, isJoined: joint == .word) ? best.end : nil
    case .joinedCardinal(let value):
      return numeral.chain.add(cardinal: value, isJoined: true) ? best.end : nil
    case .ordinal(let value):
      guard numeral.chain.add(cardinal: ExactDecimal(significand: value), isJoined: joint == .word) else { return nil }
      numeral.kind = .ordinal
      return best.end
    case .scale(let scale):
      // “5m” is five meters or five million; money decides.
      if hasUnit, numeral.notation.contains(.digits), currency(before: numeral.start) == nil {
        numeral.otherValue = numeral.chain.value?.multiplied(by: scale)
        return nil
      }
      guard numeral.chain.apply(scale: scale) else { return nil }
      numeral.notation.insert(scale < 100 ? .collective : .scale)
      numeral.otherValue = numeral.otherValue?.multiplied(by: scale)
      return best.end
    case .article:
      guard numeral.chain.add(cardinal: ExactDecimal(significand: 1), isJoined: false) else { return nil }
      numeral.notation.insert(.article)
      return best.end
    case .fraction(let count, let parts):
      let isAddition = joint == .word || tokens[index].kind == .symbol && !isStart
      let isRead =
        isAddition
        ? numeral.chain.add(fraction: count, of: parts) : numeral.chain.divide(fraction: count, of: parts)
      guard isRead else { return nil }
      if !isAddition { numeral.kind = .fraction }
      return scaleBehindFraction(best.end) ?? best.end
    default: return nil
    }
  }

  /// How well a sense continues a number; 0 if it does not.
  func rank(_ sense: QuantitySense, of numeral: Numeral, _ joint: Joint, at index: Int, end: Int) -> Int {
    let isStart = numeral.chain.isEmpty
    let hasDigits = numeral.notation.contains(.digits)
    switch sense {
    case .cardinal(let value):
      if isStart || !hasDigits { return joint == .hyphen && isStart ? 0 : 4 }
      return joint == .none && value >= ExactDecimal(significand: 1000) ? 3 : 0
    case .joinedCardinal: return isStart || hasDigits ? 0 : 4
    case .ordinal: return hasDigits || numeral.notation.contains(.scale) ? 0 : 3
    case .scale: return isStart || joint == .word ? 0 : 5
    case .article: return isStart && leadsToFactor(end) ? 6 : 0
    case .fraction:
      if isStart { return tokens[index].kind == .symbol || scaleBehindFraction(end) != nil ? 5 : 1 }
      if joint == .word { return 5 }
      if tokens[index].kind == .symbol { return hasDigits ? 5 : 0 }
      return hasDigits ? 0 : 4
    default: return 0
    }
  }

  /// Whether a factor or a part follows: `a million`, `a third`.
  func leadsToFactor(_ index: Int) -> Bool {
    hasSense(at: index) { sense in
      switch sense {
      case .scale, .fraction: true
      case .cardinal(let value): value == ExactDecimal(significand: 100) || value == ExactDecimal(significand: 1000)
      default: false
      }
    }
  }

  /// The index of the factor behind a part and an article: `half a million`, `half million`.
  func scaleBehindFraction(_ index: Int) -> Int? {
    func isScale(_ index: Int) -> Bool {
      hasSense(at: index) { if case .scale = $0 { true } else { false } }
    }
    if isScale(index) { return index }
    if hasSense(at: index, { $0 == .article }), isScale(index + 1) { return index + 1 }
    return nil
  }

  func extendByDigits(_ numeral: inout Numeral, at index: Int) -> Int? {
    guard numeral.notation.contains(.digits), numeral.notation.contains(.scale), tokens[index].range.count <= 3,
      let value = digits.plainValue(of: tokens[index]), numeral.chain.add(digits: value)
    else { return nil }
    return index + 1
  }

  /// Looks for factors and units around a number and notes the quantity; returns the index of the token behind it.
  mutating func finish(_ begun: Numeral, isExtended: Bool = false) -> Int {
    var numeral = begun
    if !isExtended, numeral.kind != .ordinal {
      let kind = numeral.kind
      extend(&numeral)
      if numeral.notation.contains(.scale), kind == .year { numeral.kind = .number }
    }
    guard let value = numeral.chain.value else { return numeral.end }
    let numeralTokens = numeral.start..<numeral.end
    var start = numeral.start
    var end = numeral.end
    var unit: QuantityUnit?
    var kind = numeral.kind
    if let decade = decade(numeral, value) {
      kind = .decade
      end = decade
    } else if let century = century(numeral, value) {
      kind = .century
      (start, end) = (min(start, century.lowerBound), max(end, century.upperBound))
    } else {
      if let percent = precedes(start, .percentBefore) {
        (unit, start) = (.percent, percent)
        numeral.notation.insert(.unitBefore)
      } else if let money = currency(before: start) {
        unit = .currency(money.currency)
        start = money.start
        numeral.notation.insert(.unitBefore)
        // “US$ 5 million dollars” says it twice.
        if let behind = self.unit(at: end), case .currency = behind.unit { end = behind.end }
      } else if let behind = self.unit(at: end) {
        unit = behind.unit
        end = behind.end
      }
      if unit != nil, kind == .year { kind = .number }
    }
    var quantity = Quantity(
      range: TextRange(start: tokens[start].start, end: tokens[end - 1].end), tokens: start..<end,
      numeralRange: TextRange(
        start: tokens[numeralTokens.lowerBound].start, end: tokens[numeralTokens.upperBound - 1].end),
      numeralTokens: numeralTokens, value: value, denominator: numeral.chain.denominator,
      otherValue: numeral.otherValue, unit: unit, kind: kind, notation: numeral.notation,
      isApproximate: isApproximate(before: start))
    quantity.isBracketed = isBracketed(start)
    append(quantity, scale: numeral.chain.lastScale)
    return end
  }
}
