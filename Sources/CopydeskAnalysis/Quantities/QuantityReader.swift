// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// Finds the quantities of an article: numbers in digits and in words, with their factors and units.
///
/// One pass: digits and number words start a numeral, factors and parts continue it, a unit closes it.
struct QuantityReader {
  private let text: [UInt8]
  private let tokens: [Token]
  private let lexicon: QuantityLexicon
  private let numbers: [NumberMention]
  private let dates: [DateMention]
  private let times: [TimeMention]
  private let digits: DigitReadings
  private var segment: Range<Int> = 0..<0
  private var numberIndex = 0
  private var dateIndex = 0
  private var timeIndex = 0
  private var quantities: [Quantity] = []

  static func quantities(
    in text: [UInt8], tokens: [Token], segments: [Range<Int>], lexicon: QuantityLexicon, numbers: [NumberMention],
    dates: [DateMention], times: [TimeMention], conventions: NumberConventions
  ) -> [Quantity] {
    if let letters = EastAsianLexicon.lexicon(for: lexicon.language) {
      return EastAsianQuantityReader.quantities(
        in: text, tokens: tokens, segments: segments, lexicon: letters, numbers: numbers, dates: dates, times: times,
        conventions: conventions)
    }
    var reader = QuantityReader(
      text: text, tokens: tokens, lexicon: lexicon, numbers: numbers, dates: dates, times: times,
      conventions: conventions)
    for segment in segments { reader.read(segment) }
    return reader.quantities
  }

  private init(
    text: [UInt8], tokens: [Token], lexicon: QuantityLexicon, numbers: [NumberMention], dates: [DateMention],
    times: [TimeMention], conventions: NumberConventions
  ) {
    self.text = text
    self.tokens = tokens
    self.lexicon = lexicon
    self.numbers = numbers
    self.dates = dates
    self.times = times
    digits = DigitReadings(text: text, conventions: conventions)
  }

  // MARK: Reading

  private mutating func read(_ range: Range<Int>) {
    segment = range
    var index = range.lowerBound
    while index < range.upperBound {
      if let end = readDate(at: index) ?? readTime(at: index) {
        index = end
        continue
      }
      let token = tokens[index]
      switch token.kind {
      case .number:
        index = readDigits(at: index)
      case .word:
        if lexicon.mayStartNumber(token.key), let end = readWords(at: index) ?? readDual(at: index) {
          index = end
        } else if token.traits.contains(.capitalized), let end = readRoman(at: index) {
          index = end
        } else if token.traits.contains(.hasDigit) {
          readCode(at: index)
          index += 1
        } else {
          index += 1
        }
      case .symbol where lexicon.mayStartNumber(token.key):
        index = readWords(at: index) ?? index + 1
      default:
        index += 1
      }
    }
  }

  /// The numbers of a date that starts at a token; returns the index of the token behind it.
  private mutating func readDate(at index: Int) -> Int? {
    while dateIndex < dates.count, dates[dateIndex].tokens.lowerBound < index { dateIndex += 1 }
    guard dateIndex < dates.count, dates[dateIndex].tokens.lowerBound == index else { return nil }
    let date = dates[dateIndex]
    let parts = [date.firstDay, date.day, date.style.contains(.numeric) ? date.month : nil, date.year]
    // A day without its month is a rank in one language and a date in the other: “the 25th”, `25日`.
    let kind = date.month == nil && date.year == nil ? Quantity.Kind.ordinal : .date
    for part in parts.compactMap({ $0 }).sorted(by: { $0.token < $1.token }) {
      quantities.append(
        Quantity(
          range: part.range, tokens: part.token..<part.token + 1, numeralRange: part.range,
          numeralTokens: part.token..<part.token + 1, value: ExactDecimal(significand: Int64(part.value)),
          denominator: 1, otherValue: nil, unit: nil, kind: kind, notation: .digits, isApproximate: false))
    }
    return date.tokens.upperBound
  }

  /// The numbers of a time that starts at a token; returns the index of the token behind it.
  private mutating func readTime(at index: Int) -> Int? {
    while timeIndex < times.count, times[timeIndex].tokens.lowerBound < index { timeIndex += 1 }
    guard timeIndex < times.count, times[timeIndex].tokens.lowerBound == index, times[timeIndex].hasEvidence else {
      return nil
    }
    let mention = times[timeIndex]
    for time in mention.times {
      for value in time.minute == 0 ? [time.hour] : [time.hour, time.minute] {
        quantities.append(
          Quantity(
            range: time.range, tokens: mention.tokens, numeralRange: time.range, numeralTokens: mention.tokens,
            value: ExactDecimal(significand: Int64(value)), denominator: 1, otherValue: nil, unit: nil, kind: .time,
            notation: .digits, isApproximate: false))
      }
    }
    return mention.tokens.upperBound
  }

  private mutating func mention(at index: Int) -> NumberMention? {
    while numberIndex < numbers.count, numbers[numberIndex].tokens.lowerBound < index { numberIndex += 1 }
    guard numberIndex < numbers.count, numbers[numberIndex].tokens.lowerBound == index else { return nil }
    return numbers[numberIndex]
  }

  /// The digits of a word such as `G20` or `A320neo`.
  private mutating func readCode(at index: Int) {
    for piece in digits.pieces(in: tokens[index].range) {
      quantities.append(
        Quantity(
          range: tokens[index].range, tokens: index..<index + 1, numeralRange: piece.range,
          numeralTokens: index..<index + 1, value: piece.value, denominator: 1, otherValue: nil, unit: nil, kind: .code,
          notation: .digits, isApproximate: false))
    }
  }

  private mutating func readDigits(at index: Int) -> Int {
    guard let mention = mention(at: index) else { return index + 1 }
    switch mention.kind {
    case .phone: return readPhone(mention)
    case .code, .version: emit(piecesOf: mention, kind: .code)
    case .time: emit(piecesOf: mention, kind: .time)
    case .score: emit(piecesOf: mention, kind: .score)
    case .date: emit(piecesOf: mention, kind: .date)
    case .plain where mention.shape == .other: emit(piecesOf: mention, kind: .code)
    case .plain, .percent, .currency, .ordinal, .year:
      var numeral = Numeral(chain: NumeralChain(countsByTwenties: false), start: index, end: mention.tokens.upperBound)
      guard let reading = digits.reading(of: mention), numeral.chain.add(digits: reading.value) else {
        return mention.tokens.upperBound
      }
      numeral.notation = .digits
      numeral.otherValue = reading.other
      numeral.kind = mention.kind == .year ? .year : .number
      if mention.kind == .ordinal {
        numeral.kind = .ordinal
        numeral.end += 1
      }
      return finish(numeral)
    }
    return mention.tokens.upperBound
  }

  private mutating func emit(piecesOf mention: NumberMention, kind: Quantity.Kind) {
    for piece in digits.pieces(of: mention) {
      quantities.append(
        Quantity(
          range: piece.range, tokens: mention.tokens, numeralRange: piece.range, numeralTokens: mention.tokens,
          value: piece.value, denominator: 1, otherValue: nil, unit: nil, kind: kind, notation: .digits,
          isApproximate: false))
    }
  }

  /// Joins the parts of a telephone number; returns the index of the token behind it.
  private mutating func readPhone(_ first: NumberMention) -> Int {
    var value = ""
    var last = first
    let start = first.tokens.lowerBound
    var index = start
    while segment.contains(index), index - last.tokens.upperBound <= 2 {
      // Behind a country code every number belongs to it, also one that could be grouped thousands.
      if let next = mention(at: index), next.kind == .phone || next.kind == .plain && mark(start - 1) == 0x2B {
        value += digits.pieces(of: next).map(\.value.description).joined()
        last = next
        index = next.tokens.upperBound
      } else if tokens[index].kind == .punctuation {
        index += 1
      } else {
        break
      }
    }
    let range = TextRange(start: first.range.start, end: last.range.end)
    let tokens = start..<last.tokens.upperBound
    if let number = Int64(value) {
      quantities.append(
        Quantity(
          range: range, tokens: tokens, numeralRange: range, numeralTokens: tokens,
          value: ExactDecimal(significand: number), denominator: 1, otherValue: nil, unit: nil, kind: .phone,
          notation: .digits, isApproximate: false))
    }
    return tokens.upperBound
  }

  private mutating func readWords(at index: Int) -> Int? {
    var numeral = Numeral(
      chain: NumeralChain(countsByTwenties: lexicon.language == "fr"), start: index, end: index)
    numeral.notation = .words
    extend(&numeral)
    guard numeral.end > index else { return nil }
    // “One” alone is an article or a pronoun more often than a number.
    let isOne = numeral.chain.value == ExactDecimal(significand: 1) && numeral.chain.denominator == 1
    if isOne, numeral.kind == .number, numeral.chain.lastScale == nil { return nil }
    return finish(numeral, isExtended: true)
  }

  /// A word for two of a unit; returns the index of the token behind it.
  private mutating func readDual(at index: Int) -> Int? {
    var found: (unit: QuantityUnit, end: Int)?
    forEachSense(at: index) { sense, end in if case .dual(let unit) = sense { found = (unit, end) } }
    guard let found else { return nil }
    let range = TextRange(start: tokens[index].start, end: tokens[found.end - 1].end)
    var value = ExactDecimal(significand: 2)
    var end = found.end
    // `יומיים וחצי`
    forEachSense(at: end) { sense, behind in
      if case .fraction(1, of: 2) = sense, hasConjunction(at: end) {
        value = ExactDecimal(significand: 25, exponent: -1)
        end = behind
      }
    }
    quantities.append(
      Quantity(
        range: TextRange(start: range.start, end: tokens[end - 1].end), tokens: index..<end, numeralRange: range,
        numeralTokens: index..<found.end, value: value, denominator: 1, otherValue: nil, unit: found.unit,
        kind: .number, notation: .words, isApproximate: isApproximate(before: index)))
    return end
  }

  /// Whether the word at an index starts with the “and” that its language writes together with words.
  private func hasConjunction(at index: Int) -> Bool {
    guard segment.contains(index), let prefixes = AttachedPrefixes.prefixes(of: lexicon.language) else { return false }
    let word = text[tokens[index].range.offsets]
    return prefixes.and.contains { word.starts(with: $0.utf8) }
  }

  // MARK: Numerals

  private struct Numeral {
    var chain: NumeralChain
    let start: Int
    var end: Int
    var kind = Quantity.Kind.number
    var notation: Quantity.Notation = []
    var otherValue: ExactDecimal?
  }

  /// Reads factors, parts and further words of a number.
  private func extend(_ numeral: inout Numeral) {
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
  private func beginsGreaterNumber(at index: Int, than scale: Int64?) -> Bool {
    guard let scale else { return false }
    return hasSense(at: index + 1) { if case .scale(let next) = $0 { next >= scale } else { false } }
  }

  /// Adds the factor of an adjective: `16-миллионный`, `6milionový`.
  private func extendByAdjective(_ numeral: inout Numeral, at index: Int) -> Int? {
    guard numeral.notation.contains(.digits), isAttached(index), let scale = adjectiveScale(at: index),
      numeral.chain.apply(scale: scale)
    else { return nil }
    numeral.notation.insert(.scale)
    return index + 1
  }

  /// The factor of an adjective: one that is also a rank (`миллионный`), or one that begins with the word.
  private func adjectiveScale(at index: Int) -> Int64? {
    var scale: Int64?
    forEachSense(at: index) { sense, _ in
      if case .ordinal(let rank) = sense, rank >= 1000 { scale = rank }
    }
    if case .scale(let stem) = stemSense(at: index) { return stem }
    return scale
  }

  /// The factor or unit with which a longer word begins that hangs on digits: `250kilogramový`, `10-процентный`.
  private func stemSense(at index: Int) -> QuantitySense? {
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

  private func behindHyphen(_ index: Int) -> Int { isHyphen(index) && isAttached(index) ? index + 1 : index }

  private func isFraction(_ index: Int) -> Bool {
    hasSense(at: index) { if case .fraction = $0 { true } else { false } }
  }

  private enum Joint {
    case none, hyphen, word
  }

  /// Adds what the word at an index means for the number; returns the index behind it.
  private func extend(_ numeral: inout Numeral, at index: Int, _ joint: Joint) -> Int? {
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
  private func rank(_ sense: QuantitySense, of numeral: Numeral, _ joint: Joint, at index: Int, end: Int) -> Int {
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
  private func leadsToFactor(_ index: Int) -> Bool {
    hasSense(at: index) { sense in
      switch sense {
      case .scale, .fraction: true
      case .cardinal(let value): value == ExactDecimal(significand: 100) || value == ExactDecimal(significand: 1000)
      default: false
      }
    }
  }

  /// The index of the factor behind a part and an article: `half a million`, `half million`.
  private func scaleBehindFraction(_ index: Int) -> Int? {
    func isScale(_ index: Int) -> Bool {
      hasSense(at: index) { if case .scale = $0 { true } else { false } }
    }
    if isScale(index) { return index }
    if hasSense(at: index, { $0 == .article }), isScale(index + 1) { return index + 1 }
    return nil
  }

  private func extendByDigits(_ numeral: inout Numeral, at index: Int) -> Int? {
    guard numeral.notation.contains(.digits), numeral.notation.contains(.scale), tokens[index].range.count <= 3,
      let value = digits.plainValue(of: tokens[index]), numeral.chain.add(digits: value)
    else { return nil }
    return index + 1
  }

  /// Looks for factors and units around a number and notes the quantity; returns the index of the token behind it.
  private mutating func finish(_ begun: Numeral, isExtended: Bool = false) -> Int {
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

  // MARK: Neighbors

  /// Notes a quantity; one that a dash joins to the one before shares its unit with it.
  private mutating func append(_ quantity: Quantity, scale: Int64?) {
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
  private func joinedDigits(_ first: Quantity?, _ second: Quantity) -> Quantity? {
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
  private func joinsRange(_ index: Int) -> Bool {
    isDash(index) || segment.contains(index) && QuantityReader.rangeWords.contains(tokens[index].key)
  }

  /// Words between the two numbers of a range in any supported language.
  private static let rangeWords = DateWords.shared.rangeWords.union(
    "à às na на ate até ile ila".split(separator: " ").map { TokenKey.key(of: $0) })

  private func isCounted(_ kind: Quantity.Kind) -> Bool {
    kind == .number || kind == .year || kind == .ordinal
  }

  /// The currency that ends before a token, with its first token.
  private func currency(before start: Int) -> (currency: Currency, start: Int)? {
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
  private func isSignOrCode(_ range: Range<Int>) -> Bool {
    range.contains { index in
      let token = tokens[index]
      return token.kind != .word || !token.traits.contains(.hasLowercase) || token.traits.contains(.innerCapital)
        || token.range.count <= 2
    }
  }

  /// The unit that starts at a token, or behind a hyphen or a preposition there, with the token behind it.
  private func unit(at index: Int) -> (unit: QuantityUnit?, end: Int)? {
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
  private static let prepositions = Set("de d' di of".split(separator: " ").map { TokenKey.key(of: $0) })

  private func decade(_ numeral: Numeral, _ value: ExactDecimal) -> Int? {
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

  private func century(_ numeral: Numeral, _ value: ExactDecimal) -> Range<Int>? {
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
  private func precedes(_ start: Int, _ sense: QuantitySense) -> Int? {
    let start = isHyphen(start - 1) && isAttached(start) && isAttached(start - 1) ? start - 1 : start
    for first in [start - 1, start - 2, start - 3] where segment.contains(first) {
      var found = false
      forEachSense(at: first) { candidate, end in if candidate == sense, end == start { found = true } }
      if found { return first }
    }
    return nil
  }

  private func isApproximate(before start: Int) -> Bool {
    precedes(start, .about) != nil || mark(start - 1) == 0x7E
  }

  /// Whether a bracket opens before a token, with a word or two between: `(about $3 million`.
  private func isBracketed(_ start: Int) -> Bool {
    for index in stride(from: start - 1, through: start - 3, by: -1) where segment.contains(index) {
      let mark = mark(index)
      if mark == 0x28 || mark == 0x5B { return true }
      if mark != 0, mark != 0x7E, mark != 0x2248 { return false }
    }
    return false
  }

  // MARK: Roman numerals

  /// A Roman numeral beside a word that calls for one.
  private mutating func readRoman(at index: Int) -> Int? {
    guard RomanNumeral.mayStart(with: text[Int(tokens[index].start)]),
      let value = RomanNumeral.value(of: text[tokens[index].range.offsets])
    else { return nil }
    let before = precedes(index, .century)
    let isCentury = before != nil || hasSense(at: index + 1) { $0 == .century }
    guard isCentury || precedes(index, .roman) != nil || hasSense(at: index + 1, { $0 == .roman }) else { return nil }
    let start = before ?? index
    let end = isCentury && before == nil ? index + 2 : index + 1
    quantities.append(
      Quantity(
        range: TextRange(start: tokens[start].start, end: tokens[end - 1].end), tokens: start..<end,
        numeralRange: tokens[index].range, numeralTokens: index..<index + 1,
        value: ExactDecimal(significand: Int64(value)), denominator: 1, otherValue: nil, unit: nil,
        kind: isCentury ? .century : .ordinal, notation: .roman, isApproximate: false))
    return end
  }

  // MARK: Tokens

  private func mark(_ index: Int) -> UInt32 {
    guard segment.contains(index) else { return 0 }
    let kind = tokens[index].kind
    guard kind == .punctuation || kind == .symbol else { return 0 }
    return UTF8Decoder.codePoint(in: text.span, at: Int(tokens[index].start)).codePoint
  }

  private func isAttached(_ index: Int) -> Bool {
    segment.contains(index) && !tokens[index].traits.contains(.spaceBefore)
  }

  private func isHyphen(_ index: Int) -> Bool {
    let mark = mark(index)
    return mark == 0x2D || mark == 0x2010 || mark == 0x2011 || mark == 0x5BE
  }

  private func isDash(_ index: Int) -> Bool {
    let mark = mark(index)
    return mark == 0x2D || mark >= 0x2010 && mark <= 0x2015 || mark == 0x2212 || mark == 0xFF5E || mark == 0x301C
  }

  private func isJoiner(_ index: Int) -> Bool { hasSense(at: index) { $0 == .joiner } }

  /// The index behind an entry's words, if they stand at an index.
  private func match(_ entry: QuantityLexicon.Entry, at index: Int) -> Int? {
    var at = index + 1
    for key in entry.rest {
      // Hyphens and the periods of abbreviations do not count.
      while isAttached(at), isHyphen(at) || mark(at) == 0x2E, segment.contains(at + 1) { at += 1 }
      guard segment.contains(at), tokens[at].key == key else { return nil }
      // “A$100” is Australian, “a $100 bill” is not.
      if tokens[at].kind == .symbol, !isAttached(at) { return nil }
      at += 1
    }
    return at
  }

  private func forEachSense(at index: Int, _ body: (QuantitySense, Int) -> Void) {
    guard segment.contains(index), var entry = lexicon.first(of: tokens[index].key) else { return }
    while true {
      let candidate = lexicon.entries[entry]
      if let end = match(candidate, at: index) { body(candidate.sense, end) }
      guard let next = lexicon.next(after: entry) else { return }
      entry = next
    }
  }

  private func hasSense(at index: Int, _ test: (QuantitySense) -> Bool) -> Bool {
    var found = false
    forEachSense(at: index) { sense, _ in if test(sense) { found = true } }
    return found
  }
}
