// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports an amount of money whose sign stands where the house does not put it, or is said twice.
struct CurrencyStyle: Rule {
  static let metadata = RuleMetadata(
    id: "numbers/currency-style",
    summary: "Reports an amount of money whose sign stands where the house does not put it, or is said twice.",
    rationale: """
      “5€” in English and “€5” in German are the source’s habit, not the paper’s, and “$5 million dollars” pays twice.
      """,
    severity: .suggestion,
    type: .localeViolation,
    examples: [
      Example(
        "It costs ⟦5€⟧, ⟦€ 6⟧ or ⟦7 million €⟧, says a ⟦5m€⟧ study.",
        fixed: "It costs €5, €6 or €7 million, says a €5m study."),
      Example(
        "He won ⟦$5 million dollars⟧ and ⟦€3 euros⟧.", fixed: "He won $5 million and €3."),
      Example("He paid ⟦5€ euros⟧.", fixed: "He paid €5."),
      Example("He won $5 million, $5 USD, US$5 and A$7, a $5-a-day job, 5 dollars, 5 euros, EUR 5 and a $3 note."),
      Example(
        "Es kostet ⟦€5⟧ oder ⟦6€⟧, rund ⟦€7 Mio.⟧ mehr oder ⟦€7 Mrd.⟧", language: "de",
        fixed: "Es kostet 5\u{A0}€ oder 6\u{A0}€, rund 7 Mio.\u{A0}€ mehr oder 7 Mrd.\u{A0}€."),
      Example("Es kostet 5 € oder 6\u{A0}€, 5 Euro, 5 Mio. €, ein 5-€-Schein, CHF 5.", language: "de"),
      Example(
        "Cuesta ⟦5€⟧ o ⟦$5 dólares⟧.", language: "es", fixed: "Cuesta 5\u{A0}€ o $5."),
      Example("Cuesta 5 € o $5, 5 euros, 5 millones de dólares, 5 M€, US$ 7.", language: "es"),
      Example("Cuesta $500 pesos o US$5.", language: "es-MX"),
      Example("Il coûte ⟦€5⟧ ou ⟦6€⟧.", language: "fr", fixed: "Il coûte 5\u{A0}€ ou 6\u{A0}€."),
      Example("Custa R$ 5, R$5, € 7 ou US$ 8.", language: "pt-BR"),
      Example("Стоит $5 млн, 5 €, €5 и 100 ₽.", language: "ru"),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let style = analysis.conventions.numberStyle
    for quantity in analysis.quantities where quantity.notation.contains(.digits) {
      guard let amount = Amount(quantity, analysis), analysis.isNumberCopy(amount.range) else { continue }
      if let verdict = amount.verdict(style) {
        let text = analysis.string(in: amount.range)
        let message: FindingMessage =
          amount.repetition == nil ? .style(text, verdict.written) : .repeated(text, verdict.written)
        report(
          message, at: amount.range, severity: verdict.severity,
          fixes: [.replacing(amount.range, with: verdict.written)])
      }
    }
  }
}

extension FindingMessage {
  fileprivate static func style(_ text: String, _ written: String) -> FindingMessage {
    "“\(text)” is not how the house sets money; write “\(written)”"
  }
  fileprivate static func repeated(_ text: String, _ written: String) -> FindingMessage {
    "“\(text)” names the currency twice; write “\(written)”"
  }
}

/// A sum with a currency sign before or behind it.
private struct Amount {
  let analysis: ArticleAnalysis
  /// The sign, number and scale, with a currency word that repeats the sign.
  let range: TextRange
  /// The sign, such as `€` or `US$`.
  let sign: TextRange
  let isBefore: Bool
  /// The space between sign and number.
  let gap: TextRange
  /// The number with its scale, in the order to write.
  let number: String
  /// A period to write behind a sum that goes to the end of a sentence, if its own one moves inward.
  private let closing: String
  /// The word that says the sign again.
  let repetition: TextRange?
  /// The code of the currency.
  private let code: String
  /// Whether the sign stands between the number and its scale, or a letter for millions between number and sign.
  private let isInside: Bool

  init?(_ quantity: Quantity, _ analysis: ArticleAnalysis) {
    let window = TokenWindow(analysis, at: quantity.range.start)
    let numeral = quantity.numeralTokens
    self.analysis = analysis
    guard quantity.kind == .number, !quantity.notation.contains(.rangeStart), !quantity.notation.contains(.rangeEnd),
      !window.isTight(quantity.tokens.lowerBound) || window.mark(quantity.tokens.lowerBound - 1) == 0x28
    else { return nil }
    var end = quantity.tokens.upperBound
    var number = analysis.string(in: quantity.numeralRange)
    if case .currency(let currency) = quantity.unit, quantity.notation.contains(.unitBefore) {
      let signTokens = quantity.tokens.lowerBound..<numeral.lowerBound
      guard let last = signTokens.last, window.mark(last) != 0 else { return nil }
      code = currency.code
      sign = analysis.range(of: signTokens)
      isBefore = true
      isInside = false
      gap = window.gap(before: numeral.lowerBound)
      repetition = Amount.word(numeral.upperBound, currency, window)
      end = numeral.upperBound + (repetition == nil ? 0 : 1)
    } else {
      var index = numeral.upperBound
      var isInside = false
      if case .currency = quantity.unit {
        guard window.mark(index) != 0 else { return nil }
      } else {
        // “5m€”: the letter was taken for meters.
        guard window.isTight(index), window.word(index) != nil, window.isTight(index + 1),
          Amount.letters.contains(window.text(index)), window.mark(index + 1) == 0x20AC
        else { return nil }
        number += window.text(index)
        index += 1
        isInside = true
      }
      guard let currency = Amount.currencies[window.mark(index)] else { return nil }
      code = currency
      sign = window.tokens[index].range
      isBefore = false
      gap = window.gap(before: index)
      end = index + 1
      // “5€ million”
      if let scale = window.word(end), !window.isTight(end), Amount.scales.contains(scale.key) {
        number += " " + window.text(end)
        end += 1
        isInside = true
      }
      self.isInside = isInside
      repetition = Amount.word(end, Currency(currency), window)
      if repetition != nil { end += 1 }
    }
    // “€5 Mio.”: the period goes with the abbreviation, and may close the sentence too.
    var closing = ""
    if isBefore, repetition == nil, window.mark(end) == 0x2E, window.isTight(end), let scale = window.word(end - 1),
      Amount.abbreviations.contains(scale.key)
    {
      end += 1
      number += "."
      closing = end == window.segment.upperBound || window.isSentenceStart(end) ? "." : ""
    }
    self.closing = closing
    // “a $5-a-day job”, “5-€-Schein”, “$5/h”
    guard !window.isJoined(at: end) else { return nil }
    self.number = number
    range = TextRange(
      start: min(sign.start, quantity.range.start), end: window.tokens[end - 1].end)
  }

  /// The word at an index, if it repeats a sign as the plain name of the same money and not as a code.
  private static func word(_ index: Int, _ currency: Currency, _ window: TokenWindow) -> TextRange? {
    guard let word = window.word(index), !window.isTight(index),
      !word.traits.contains(.allCapitals), names[currency.code]?.contains(word.key) ?? false
    else { return nil }
    return word.range
  }

  struct Verdict {
    let written: String
    let severity: Severity?
  }

  func verdict(_ style: NumberStyle) -> Verdict? {
    let text = analysis.string(in: sign)
    var position = style.currencyPosition
    // A dollar sign stands in front wherever the dollar is at home; only desks of the euro zone turn it.
    if position == .after, code != "EUR" { position = .either }
    var spacing = style.currencySpacing
    if position == .either, code != "EUR" || style.currencyPosition == .either { spacing = .either }
    // “US$ 5”: a sign of several letters is set off by many.
    if text.unicodeScalars.count > 1, spacing == .none { spacing = .either }
    let mustMove =
      position == .before && !isBefore || position == .after && isBefore
      || isInside && !isBefore && position == .before
    let keepsSpace = spacing == .required || spacing == .either && !gap.isEmpty && !mustMove
    let space = keepsSpace ? (gap.isEmpty ? style.space.text : analysis.string(in: gap)) : ""
    let goesBefore = mustMove ? !isBefore : isBefore
    let isWrongSpace = !mustMove && (spacing == .none && !gap.isEmpty || spacing == .required && gap.isEmpty)
    guard mustMove || isWrongSpace || repetition != nil, !isInside || position == .before else { return nil }
    // “R$5”, “5M€” and “5 $ billion” are set as their desks like.
    let isMissing = !mustMove && repetition == nil && gap.isEmpty
    return Verdict(
      written: goesBefore ? text + space + number : number + space + text + closing,
      severity: isMissing ? nil : .warning)
  }

  private static let abbreviations = keys("mio mrd tsd bio")
  private static let letters: Set<String> = ["m", "M", "bn", "Bn", "k", "K", "mn", "b", "B"]
  private static let scales = NumberWords.scales
  private static let currencies: [UInt32: String] = [
    0x24: "$", 0x20AC: "EUR", 0xA3: "GBP",
  ]

  private static let names: [String: Set<UInt64>] = {
    let dollars = keys(
      "dollar dollars dólar dólares dollari dollaro dolar dolary dolarů доллар доллара долларов долар долари доларів")
    return [
      "$": dollars, "USD": dollars,
      "EUR": keys("euro euros euró eurů eura евро євро"),
      "GBP": keys("pound pounds libra libras livre livres pfund sterline фунт фунта фунтов фунтів"),
    ]
  }()

  private static func keys(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { TokenKey.key(of: $0) })
  }
}
