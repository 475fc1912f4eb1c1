// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a dollar sign that readers may take for another country's money.
struct AmbiguousCurrency: Rule {
  static let metadata = RuleMetadata(
    id: "numbers/ambiguous-currency",
    summary: "Reports a dollar sign that readers may take for another country’s money.",
    rationale: """
      In a Mexican source “$500” is 500 pesos, to an American reader it is twenty times as much. Where other dollars or \
      pesos are near, the copy has to say which is meant.
      """,
    severity: .suggestion,
    type: .mistranslation,
    examples: [
      Example("The fine is ⟦$500 pesos⟧.", fixed: "The fine is 500 pesos."),
      Example("The fine is ⟦$500⟧ for tourists.", sourceLanguage: "es-MX"),
      Example("The mine earned 70 million Canadian dollars and paid ⟦$5 million⟧ in tax.", language: "en-GB"),
      Example("MEXICO CITY (EFE) — The fine is ⟦$500⟧ for tourists.", sourceLanguage: "es"),
      Example("MADRID (EFE) — The fine is $500 for tourists in Mexico City.", sourceLanguage: "es"),
      Example("The fine is 500 pesos ($25), or US$30 for tourists.", sourceLanguage: "es-MX"),
      Example("The mine earned 70 million Canadian dollars ($51 million).", language: "en-GB"),
      Example("The fine is $500 for tourists.", sourceLanguage: "es-ES"),
      Example("The fine is $500 for tourists, 600 euros for locals.", language: "en-CA", sourceLanguage: "fr-CA"),
      Example("La multa es de $500 pesos.", language: "es-MX"),
      Example("Die Strafe beträgt ⟦$500⟧.", language: "de", sourceLanguage: "es-AR"),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let quantities = analysis.quantities
    var bare: Quantity?
    var another: Quantity?
    var namesUnitedStates = false
    for (index, quantity) in quantities.enumerated() {
      guard case .currency(let currency) = quantity.unit else { continue }
      switch currency.code {
      case "$":
        guard quantity.notation.contains(.unitBefore), quantity.notation.contains(.digits) else { continue }
        if reportPesos(quantity, analysis, &report) { continue }
        if bare == nil, !isConversion(index, quantities, analysis), analysis.isNumberCopy(quantity.range) {
          bare = quantity
        }
      case "USD": namesUnitedStates = true
      case let code where AmbiguousCurrency.dollars.contains(code) || AmbiguousCurrency.pesos.contains(code):
        if another == nil { another = quantity }
      default: break
      }
    }
    guard let bare, !namesUnitedStates else { return }
    let home = AmbiguousCurrency.home[analysis.language.region ?? ""]
    let isDollar: (Quantity) -> Bool = { quantity in
      if case .currency(let currency) = quantity.unit {
        AmbiguousCurrency.dollars.contains(currency.code)
      } else {
        false
      }
    }
    if let another, isDollar(another), home == nil, !analysis.isAmerican {
      report(
        .beside(analysis.string(in: bare.range), analysis.string(in: another.range)), at: bare.range,
        notes: [Note("another dollar", at: another.range)])
    } else if another == nil, home == nil, let money = moneyOfSource(analysis) {
      report(.source(analysis.string(in: bare.range), money), at: bare.range)
    }
  }

  /// What a dollar sign means where the source comes from: its region, or else the place of its dateline.
  private func moneyOfSource(_ analysis: ArticleAnalysis) -> String? {
    guard let source = analysis.context.sourceLanguage, source.language != analysis.language.language else {
      return nil
    }
    if let region = source.region { return AmbiguousCurrency.home[region] }
    // “BUENOS AIRES (EFE) —”, “Ciudad de México, 3 may -”: the city opens the story, a dash follows the agency.
    for (index, segment) in analysis.segmentTokens.enumerated()
    where analysis.article.segments[index].role == .paragraph && !segment.isEmpty {
      let window = TokenWindow(analysis, at: analysis.tokens[segment.lowerBound].start)
      let opening = segment.lowerBound..<min(segment.upperBound, segment.lowerBound + 14)
      guard opening.contains(where: { window.isDash($0) && !window.isTight($0) }) else { return nil }
      for (words, region) in AmbiguousCurrency.cities
      where window.matches(words, from: segment.lowerBound, to: segment.lowerBound + words.count) {
        return AmbiguousCurrency.home[region]
      }
      return nil
    }
    return nil
  }

  /// `$500 pesos`: outside of Spanish, two currencies at once.
  private func reportPesos(_ quantity: Quantity, _ analysis: ArticleAnalysis, _ report: inout FindingReport) -> Bool {
    guard analysis.language.language != "es" else { return false }
    let window = TokenWindow(analysis, at: quantity.range.start)
    let next = quantity.numeralTokens.upperBound
    guard AmbiguousCurrency.pesoWords.contains(window.key(next)), !window.isTight(next) else { return false }
    let range = TextRange(start: quantity.range.start, end: window.tokens[next].end)
    guard analysis.isNumberCopy(range) else { return false }
    let sign = TextRange(start: quantity.range.start, end: quantity.numeralRange.start)
    report(
      .pesos(
        analysis.string(in: range), analysis.string(in: TextRange(start: quantity.numeralRange.start, end: range.end))),
      at: range, severity: .warning, fixes: [.removing(sign)])
    return true
  }

  /// Whether a sum stands in parentheses or apposition beside the one it converts.
  private func isConversion(_ index: Int, _ quantities: [Quantity], _ analysis: ArticleAnalysis) -> Bool {
    let quantity = quantities[index]
    let window = TokenWindow(analysis, at: quantity.range.start)
    func isMoney(_ other: Int) -> Bool {
      guard quantities.indices.contains(other), case .currency = quantities[other].unit else { return false }
      return true
    }
    let first = quantity.tokens.lowerBound
    for before in [first - 1, first - 2, first - 3] where window.mark(before) == 0x28 {
      return isMoney(index - 1)
    }
    return window.mark(quantity.tokens.upperBound) == 0x28 && isMoney(index + 1)
  }

  private static let dollars: Set<String> = ["CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "BBD", "BSD", "JMD", "TTD"]
  private static let pesos: Set<String> = ["MXN", "ARS", "CLP", "COP", "CUP", "DOP", "UYU", "-PESO"]

  /// What `$` means at home, by region.
  private static let home: [String: String] = [
    "MX": "Mexican pesos", "AR": "Argentine pesos", "CL": "Chilean pesos", "CO": "Colombian pesos",
    "UY": "Uruguayan pesos", "DO": "Dominican pesos", "CU": "Cuban pesos", "CA": "Canadian dollars",
    "AU": "Australian dollars", "NZ": "New Zealand dollars", "HK": "Hong Kong dollars", "SG": "Singapore dollars",
  ]

  /// Places of datelines with the region whose money is meant there.
  private static let cities: [(words: [UInt64], region: String)] = [
    ("mexico city", "MX"), ("ciudad de méxico", "MX"), ("méxico", "MX"), ("monterrey", "MX"), ("guadalajara", "MX"),
    ("tijuana", "MX"), ("buenos aires", "AR"), ("santiago de chile", "CL"), ("bogotá", "CO"), ("bogota", "CO"),
    ("medellín", "CO"), ("montevideo", "UY"), ("santo domingo", "DO"), ("la habana", "CU"), ("havana", "CU"),
    ("ottawa", "CA"), ("toronto", "CA"), ("montreal", "CA"), ("montréal", "CA"), ("vancouver", "CA"),
    ("québec", "CA"), ("sydney", "AU"), ("melbourne", "AU"), ("canberra", "AU"), ("wellington", "NZ"),
    ("auckland", "NZ"), ("hong kong", "HK"), ("singapore", "SG"), ("singapur", "SG"),
  ].map { ($0.0.split(separator: " ").map { TokenKey.key(of: $0) }, $0.1) }

  private static let pesoWords = Set("peso pesos песо pesi".split(separator: " ").map { TokenKey.key(of: $0) })
}

extension ArticleAnalysis {
  /// Whether the copy is for readers to whom a bare dollar is their own.
  fileprivate var isAmerican: Bool {
    language.region == "US" || language.region == nil && language.language == "en"
  }
}

extension FindingMessage {
  fileprivate static func pesos(_ text: String, _ written: String) -> FindingMessage {
    "“\(text)” reads as dollars and as pesos; write “\(written)”"
  }
  fileprivate static func beside(_ text: String, _ other: String) -> FindingMessage {
    "“\(text)” may be other dollars, as in “\(other)”; say which, such as “US$”"
  }
  fileprivate static func source(_ text: String, _ money: String) -> FindingMessage {
    "“\(text)” may be \(money), as in the source’s country; say which money it is"
  }
}
