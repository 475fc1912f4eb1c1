// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a number with the decimal or grouping sign of another locale.
struct Separator: Rule {
  static let metadata = RuleMetadata(
    id: "numbers/separator",
    summary: "Reports a number with the decimal or grouping sign of another locale.",
    rationale: """
      “29.300 artifacts” is twenty-nine to an English reader and twenty-nine thousand to a Spanish one. The figure is \
      right in the source and wrong in print.
      """,
    severity: .error,
    type: .localeViolation,
    examples: [
      Example("Inflation reached ⟦3,5⟧% in March.", fixed: "Inflation reached 3.5% in March."),
      Example("The museum lent ⟦29.300⟧ artifacts.", language: "en", fixed: "The museum lent 29,300 artifacts."),
      Example("He paid £⟦52.000⟧ for the car.", language: "en-GB", fixed: "He paid £52,000 for the car."),
      Example("The deal is worth ⟦1.234.567,89⟧ euros.", fixed: "The deal is worth 1,234,567.89 euros."),
      Example("She ran the 100 meters in 10.583 seconds, and 3.5 million people watched on channel 12.30."),
      Example("Version 2.0.1 came out at 12.30 on 17.3.2025, ISBN 978-3-16-148410-0, from 192.168.10.1."),
      Example(
        "Das Stadion fasst ⟦15,000⟧ Zuschauer und kostete ⟦2.5⟧ Milliarden Euro.", language: "de",
        fixed: "Das Stadion fasst 15.000 Zuschauer und kostete 2,5 Milliarden Euro."),
      Example("Um 12.30 Uhr standen 1,5 Millionen Euro und 15.000 Zuschauer auf Seite 3.1.", language: "de"),
      Example(
        "Evacuaron a ⟦16,000⟧ personas tras caer ⟦7.5⟧ cm de lluvia.", language: "es",
        fixed: "Evacuaron a 16.000 personas tras caer 7,5 cm de lluvia."),
      Example("Evacuaron a 16,000 personas tras caer 7.5 cm de lluvia.", language: "es-MX"),
      Example("Evacuaron a ⟦16.000⟧ personas.", language: "es-MX", fixed: "Evacuaron a 16,000 personas."),
      Example(
        "Le train coûte ⟦15,000⟧ dollars, soit ⟦3.5⟧ % de plus.", language: "fr",
        fixed: "Le train coûte 15\u{202F}000 dollars, soit 3,5 % de plus."),
      Example("Le guide est adjugé à 26.500 euros, soit 33.549 euros payés.", language: "fr"),
      Example("Le train coûte 15 000 dollars, soit 3,5 % de plus, d’après l’article 3.2 du traité.", language: "fr"),
      Example(
        "В городе живут ⟦175,000⟧ человек, из них ⟦3.5⟧ млн приезжих.", language: "ru",
        fixed: "В городе живут 175\u{A0}000 человек, из них 3,5 млн приезжих."),
      Example("В городе живут 175 000 человек; статья 20.3 КоАП, в 12.30.", language: "ru"),
      Example("Рейтинг виріс до ⟦3.5⟧ млн глядачів.", language: "uk", fixed: "Рейтинг виріс до 3,5 млн глядачів."),
      Example("Custou ⟦1,500,000⟧ reais.", language: "pt-BR", fixed: "Custou 1.500.000 reais."),
      Example("È costato ⟦1,500.50⟧ euro.", language: "it", fixed: "È costato 1.500,50 euro."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    var judge: SeparatorJudge?
    for number in analysis.numbers {
      // Nearly every number has no sign at all, or the locale's own.
      switch number.shape {
      case .whole, .other: continue
      default: break
      }
      switch number.kind {
      case .plain, .percent, .currency: break
      default: continue
      }
      if judge == nil { judge = SeparatorJudge(analysis) }
      guard let verdict = judge?.verdict(on: number), analysis.isNewsCopy(number.range) else { continue }
      let text = analysis.string(in: number.range)
      report(
        .foreign(text, replacement: verdict.replacement), at: number.range,
        fixes: [.replacing(number.range, with: verdict.replacement, verdict.isCertain ? .safe : .needsReview)])
    }
  }
}

extension FindingMessage {
  fileprivate static func foreign(_ text: String, replacement: String) -> FindingMessage {
    "“\(text)” has the separators of another locale; write “\(replacement)”"
  }
}

/// Judges numbers of one article.
private struct SeparatorJudge {
  struct Verdict {
    let replacement: String
    let isCertain: Bool
  }

  private let analysis: ArticleAnalysis
  private let tokens: [Token]
  private let conventions: NumberConventions
  /// Whether the article groups other numbers by the locale's sign and has only one that may hold three decimals.
  ///
  /// A report on gymnastics has many of these; one alone among counted thousands is a thousand too.
  private let countsThousands: Bool

  init(_ analysis: ArticleAnalysis) {
    self.analysis = analysis
    tokens = analysis.tokens
    let conventions = SeparatorJudge.settled(
      analysis.conventions.numbers, by: analysis.numbers,
      mayGroupByPeriod: analysis.language.language == "fr"
        && !["es", "pt", "it", "de", "nl"].contains(analysis.context.sourceLanguage?.language ?? ""))
    self.conventions = conventions
    var ambiguous = 0
    var grouped = 0
    for number in analysis.numbers {
      switch number.shape {
      case .threeDigits(let sign):
        if conventions.groupingSigns.contains(sign) { grouped += 1 } else { ambiguous += 1 }
      case .grouped(let sign) where conventions.groupingSigns.contains(sign): grouped += 1
      default: break
      }
    }
    countsThousands = ambiguous == 1 && grouped > 0
  }

  /// Where a locale writes both `1.5` and `1,5`, what most of the article's numbers say.
  private static func settled(
    _ conventions: NumberConventions, by numbers: [NumberMention], mayGroupByPeriod: Bool
  ) -> NumberConventions {
    if mayGroupByPeriod, groupsByPeriod(numbers) {
      return NumberConventions(
        decimal: conventions.decimal, grouping: .period, decimalSigns: conventions.decimalSigns,
        groupingSigns: conventions.groupingSigns)
    }
    guard conventions.decimalSigns.contains(.period), conventions.decimalSigns.contains(.comma) else {
      return conventions
    }
    var decimalPoints = 0
    var decimalCommas = 0
    for number in numbers {
      let decimal: NumberSign? =
        switch number.shape {
        case .fraction(let sign): sign
        case .groupedFraction(_, let sign): sign
        case .grouped(.period), .threeDigits(.period): .comma
        case .grouped(.comma), .threeDigits(.comma): .period
        default: nil
        }
      switch (number.kind, decimal) {
      case (.plain, .period), (.percent, .period), (.currency, .period): decimalPoints += 1
      case (.plain, .comma), (.percent, .comma), (.currency, .comma): decimalCommas += 1
      default: break
      }
    }
    let others = conventions.groupingSigns.subtracting([NumberSignSet(.period), NumberSignSet(.comma)])
    if decimalPoints >= 2 * max(decimalCommas, 1) {
      return NumberConventions(decimal: .period, grouping: .comma, groupingSigns: others)
    }
    if decimalCommas >= 2 * max(decimalPoints, 1) {
      return NumberConventions(decimal: .comma, grouping: .period, groupingSigns: others)
    }
    return conventions
  }

  /// Whether all groups of an article are set off by periods, as French-language agencies send them.
  private static func groupsByPeriod(_ numbers: [NumberMention]) -> Bool {
    var periods = 0
    for number in numbers {
      switch number.shape {
      case .threeDigits(.period), .grouped(.period), .groupedFraction(.period, .comma): periods += 1
      case .threeDigits, .grouped, .groupedFraction: return false
      default: break
      }
    }
    return periods > 1
  }

  func verdict(on number: NumberMention) -> Verdict? {
    switch number.shape {
    case .whole, .other: return nil
    case .fraction(let sign):
      guard !conventions.decimalSigns.contains(sign), isForeignFraction(number, sign) else { return nil }
      return Verdict(replacement: rewritten(number, decimalAt: number.groups.count - 2), isCertain: true)
    case .threeDigits(let sign):
      if conventions.groupingSigns.contains(sign) { return nil }
      guard let isCertain = isForeignGrouping(number, sign) else { return nil }
      return Verdict(replacement: rewritten(number, decimalAt: nil), isCertain: isCertain)
    case .grouped(let sign):
      guard !conventions.groupingSigns.contains(sign), isForeignGroup(number, sign) else { return nil }
      return Verdict(replacement: rewritten(number, decimalAt: nil), isCertain: true)
    case .groupedFraction(let grouping, let decimal):
      if conventions.groupingSigns.contains(grouping), conventions.decimalSigns.contains(decimal) { return nil }
      // A space groups in every language; the decimal sign alone is then to be judged.
      return Verdict(replacement: rewritten(number, decimalAt: number.groups.count - 2), isCertain: true)
    }
  }

  /// The number with the locale's signs.
  private func rewritten(_ number: NumberMention, decimalAt: Int?) -> String {
    var result: [UInt8] = []
    var sign = 0
    var isBetween = false
    let bytes = analysis.article.text
    for token in number.tokens {
      if token > number.tokens.lowerBound {
        result.append(contentsOf: conventions.grouping.text.utf8)
        sign += 1
      }
      var decoder = UTF8Decoder(bytes, at: Int(tokens[token].start))
      while let (codePoint, offset) = decoder.next(), offset < Int(tokens[token].end) {
        if NumberSign(codePoint: codePoint) != nil {
          isBetween = true
        } else {
          if isBetween {
            result.append(contentsOf: (sign == decimalAt ? conventions.decimal : conventions.grouping).text.utf8)
            sign += 1
            isBetween = false
          }
          UTF8Decoder.append(codePoint, to: &result)
        }
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  // MARK: Surroundings

  private func segment(of number: NumberMention) -> Range<Int> {
    analysis.segmentTokens[analysis.segmentIndex(at: number.range.start)]
  }

  private func word(_ index: Int, in segment: Range<Int>) -> Token? {
    guard segment.contains(index), tokens[index].kind == .word else { return nil }
    return tokens[index]
  }

  private func mark(_ index: Int, in segment: Range<Int>) -> UInt32 {
    guard segment.contains(index), tokens[index].kind == .punctuation || tokens[index].kind == .symbol else { return 0 }
    return analysis.codePoint(of: tokens[index])
  }

  /// The word behind a number, over a hyphen: `3.5-inch`.
  private func unit(behind number: NumberMention, in segment: Range<Int>) -> Token? {
    let next = number.tokens.upperBound
    if let word = word(next, in: segment) { return word }
    if mark(next, in: segment) == 0x2D, segment.contains(next + 1), !tokens[next + 1].traits.contains(.spaceBefore) {
      return word(next + 1, in: segment)
    }
    return nil
  }

  /// Whether what stands before the number makes it a designation: `article 3.2`, `Android 4.4`.
  private func isDesignation(_ number: NumberMention, in segment: Range<Int>) -> Bool {
    var before = number.tokens.lowerBound - 1
    if mark(before, in: segment) == 0x2E { before -= 1 }
    guard let word = word(before, in: segment) else {
      // “§ 3.1”, “No. 3.1”, “#3.1”, “/3.1”
      switch mark(number.tokens.lowerBound - 1, in: segment) {
      case 0xA7, 0x23, 0x2116, 0x2F, 0xBA, 0xB0: return true
      default: return false
      }
    }
    if NumberWords.references.contains(word.key) { return true }
    // “As tabelas 5.7 e 5.8”: the second of two.
    if isFunctionWord(word), segment.contains(before - 2), tokens[before - 1].kind == .number,
      let first = self.word(before - 2, in: segment), NumberWords.references.contains(first.key)
    {
      return true
    }
    // In German every noun has a capital, so it tells nothing of a name.
    guard word.traits.contains(.capitalized), analysis.language.language != "de" else {
      return word.traits.contains(.hasDigit) || word.traits.contains(.allCapitals)
    }
    let isSentenceStart = before == segment.lowerBound || analysis.startsSentence(at: before)
    return !isSentenceStart && !word.traits.contains(.clitic)
  }

  private func hasScaleOrUnit(_ number: NumberMention, _ unit: Token?) -> Bool {
    if number.kind == .percent || number.kind == .currency || isPerCent(number) { return true }
    guard let key = unit?.key else { return false }
    return NumberWords.scales.contains(key) || NumberWords.units.contains(key) || NumberWords.percents.contains(key)
      || NumberWords.currencies.contains(key)
  }

  /// `per cent`, `por ciento`, `pour cent`: two words.
  private func isPerCent(_ number: NumberMention) -> Bool {
    let next = number.tokens.upperBound + 1
    guard let word = word(next, in: segment(of: number)), tokens[next - 1].kind == .word else { return false }
    return SeparatorJudge.perCent.contains(word.key)
  }

  private static let frenchArticles = Set(["le", "du", "au"].map { TokenKey.key(of: $0) })
  private static let perCent = Set(["cent", "ciento", "cento"].map { TokenKey.key(of: $0) })

  /// Whether the number is the first of a range whose second has a unit: `entre 7.5 et 15 cm`, `2.5–5 см`.
  private func startsMeasuredRange(_ number: NumberMention, in segment: Range<Int>) -> Bool {
    let next = number.tokens.upperBound
    guard segment.contains(next + 1), tokens[next + 1].kind == .number else { return false }
    let joins =
      word(next, in: segment).map(isFunctionWord)
      ?? (mark(next, in: segment) == 0x2D || mark(next, in: segment) == 0x2013)
    guard joins, segment.contains(next + 2) else { return false }
    let sign = mark(next + 2, in: segment)
    guard let unit = word(next + 2, in: segment) else { return sign == 0x25 || sign == 0xB0 }
    return !NumberWords.clockUnits.contains(unit.key)
      && (NumberWords.units.contains(unit.key) || NumberWords.scales.contains(unit.key)
        || NumberWords.currencies.contains(unit.key) || NumberWords.percents.contains(unit.key))
  }

  private func isFunctionWord(_ token: Token) -> Bool { analysis.languageData.functionWords.contains(token.key) }

  /// Whether the number is one of several that marks join: coordinates, results, lists.
  private func isChained(_ number: NumberMention, in segment: Range<Int>) -> Bool {
    func joins(_ index: Int, _ other: Int) -> Bool {
      guard segment.contains(other), tokens[other].kind == .number else { return false }
      switch mark(index, in: segment) {
      case 0x2F, 0x3A, 0x2B, 0x78, 0xD7, 0x3B: return true
      default: return false
      }
    }
    return joins(number.tokens.lowerBound - 1, number.tokens.lowerBound - 2)
      || joins(number.tokens.upperBound, number.tokens.upperBound + 1)
  }

  // MARK: Verdicts

  /// Whether `3,5` or `3.5` is a decimal number with the wrong sign.
  private func isForeignFraction(_ number: NumberMention, _ sign: NumberSign) -> Bool {
    let segment = segment(of: number)
    let unit = unit(behind: number, in: segment)
    let isMeasure = hasScaleOrUnit(number, unit)
    let whole = number.groups.length(at: 0)
    let fraction = number.groups.length(at: 1)
    if let unit, NumberWords.clockUnits.contains(unit.key), fraction == 2, sign == .period { return false }
    if isChained(number, in: segment) { return false }
    if sign == .comma {
      // `2019,45` and `1,2345` are missing spaces or misplaced signs.
      guard fraction <= 2, whole <= 3 else { return isMeasure && whole <= 3 }
    }
    if isMeasure || startsMeasuredRange(number, in: segment) { return true }
    if isDesignation(number, in: segment) { return false }
    if sign == .period, isClock(number, unit, in: segment) || isDay(number, in: segment) { return false }
    if let unit {
      // A list: “rooms 3,4 and 5”.
      if sign == .comma, isFunctionWord(unit), segment.contains(number.tokens.upperBound + 1),
        tokens[number.tokens.upperBound + 1].kind == .number,
        !analysis.article.text[tokens[number.tokens.upperBound + 1].range.offsets].contains(UInt8(ascii: ","))
      {
        return false
      }
      return true
    }
    // Nothing behind it: only a word before it can make it a quantity.
    guard let before = word(number.tokens.lowerBound - 1, in: segment) else { return false }
    // “Le 49.3”: what has an article in French is an article of the law.
    if sign == .period, analysis.language.language == "fr", SeparatorJudge.frenchArticles.contains(before.key) {
      return false
    }
    return fraction <= 2 && !before.traits.contains(.capitalized)
  }

  /// Whether `12.30` may be a time of day: nothing to count behind it, or a preposition of time before it.
  private func isClock(_ number: NumberMention, _ unit: Token?, in segment: Range<Int>) -> Bool {
    guard number.groups.length(at: 1) == 2, number.groups.length(at: 0) <= 2 else { return false }
    let hasPreposition =
      word(number.tokens.lowerBound - 1, in: segment)
      .map { NumberWords.clockPrepositions.contains($0.key) } ?? false
    if let unit, !isFunctionWord(unit), !hasPreposition { return false }
    let digits = analysis.article.text[number.range.offsets].map { Int($0) - 0x30 }
    guard digits.count == number.groups.length(at: 0) + 3 else { return false }
    let hour = digits.dropLast(3).reduce(0) { $0 * 10 + $1 }
    return hour <= 24 && digits[digits.count - 2] <= 5
  }

  /// Whether `17.3` is a day: a preposition of days before it, or a period behind it that ends no sentence.
  private func isDay(_ number: NumberMention, in segment: Range<Int>) -> Bool {
    let digits = analysis.article.text[number.range.offsets]
    guard number.groups.length(at: 0) <= 2, number.groups.length(at: 1) <= 2,
      let day = Int(String(decoding: digits.prefix { $0 >= 0x30 }, as: UTF8.self)), (1...31).contains(day),
      let month = Int(String(decoding: digits.suffix(number.groups.length(at: 1)), as: UTF8.self)),
      (1...12).contains(month)
    else { return false }
    let next = number.tokens.upperBound
    if mark(next, in: segment) == 0x2E, !tokens[next].traits.contains(.spaceBefore), segment.contains(next + 1) {
      return true
    }
    // “vom 3.5 bis 7.5”: without anything to count these are days.
    return word(number.tokens.lowerBound - 1, in: segment).map { NumberWords.dayPrepositions.contains($0.key) } ?? false
      && unit(behind: number, in: segment).map(isFunctionWord) ?? true
  }

  /// Whether `29.300` (or `29,300`) is a grouped number under the signs of another locale.
  ///
  /// - Returns: Whether its value is certain, or `nil` if it may well be a number with three decimals.
  private func isForeignGrouping(_ number: NumberMention, _ sign: NumberSign) -> Bool? {
    // In a language whose scale words are unknown, as in 1.265 亿, nothing tells three decimals from thousands.
    guard LanguageSet.known.contains(analysis.conventions.dates.language) else { return nil }
    let segment = segment(of: number)
    let unit = unit(behind: number, in: segment)
    let text = analysis.article.text
    let end = Int(number.range.end)
    let isRound = text[end - 1] == 0x30 && text[end - 2] == 0x30 && text[end - 3] == 0x30
    let isHalfRound = text[end - 1] == 0x30 && text[end - 2] == 0x30
    let whole = number.groups.length(at: 0)
    if isChained(number, in: segment) || number.kind == .percent || isPerCent(number) { return nil }
    if let key = unit?.key {
      if NumberWords.percents.contains(key) || NumberWords.preciseUnits.contains(key) { return nil }
      if NumberWords.scales.contains(key) { return isRound ? true : nil }
      if NumberWords.units.contains(key), !NumberWords.currencies.contains(key) {
        // “4.235 kilograms” is a measurement, “4.200 kilograms” would be one without its zeros.
        return isHalfRound ? isRound && whole >= 2 : nil
      }
    }
    let isMoney = number.kind == .currency || unit.map { NumberWords.currencies.contains($0.key) } ?? false
    if isMoney { return isHalfRound ? isRound : whole >= 2 ? false : nil }
    if let unit, !isFunctionWord(unit) {
      if isRound { return true }
      if isDesignation(number, in: segment) { return nil }
      // “a 1.618 ratio”: what has an article is one thing, not a thousand.
      let before = word(number.tokens.lowerBound - 1, in: segment)
      return before.map { analysis.languageData.articles.contains($0.key) } ?? false ? nil : false
    }
    if isDesignation(number, in: segment) { return nil }
    if isRound { return true }
    return isHalfRound || whole == 3 || countsThousands ? false : nil
  }

  /// Whether `1.234.567`, `10 000` or `10'000` groups digits in a way the locale does not.
  private func isForeignGroup(_ number: NumberMention, _ sign: NumberSign) -> Bool {
    let segment = segment(of: number)
    if isDesignation(number, in: segment) || isChained(number, in: segment) { return false }
    if sign == .period || sign == .comma { return number.groups.count <= 4 }
    let unit = unit(behind: number, in: segment)
    return unit != nil || number.kind == .currency || number.kind == .percent
  }
}
