// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports the symbol of a unit that is misspelled or set as the house does not set it.
struct UnitStyle: Rule {
  static let metadata = RuleMetadata(
    id: "numbers/unit-style",
    summary: "Reports the symbol of a unit that is misspelled or set as the house does not set it.",
    rationale: """
      Symbols of units have one spelling in all languages: “km”, never “kms” or “Km”. The space before them differs \
      from house to house, so a translation carries in the one of its source.
      """,
    severity: .suggestion,
    type: .localeViolation,
    examples: [
      Example("It lies 10 ⟦kms⟧ away and weighs 5 ⟦Kgs⟧.", fixed: "It lies 10 km away and weighs 5 kg."),
      Example("At 25 ⟦ºC⟧ it uses 5 ⟦Kwh⟧ and runs 80 ⟦Km⟧/h.", fixed: "At 25 °C it uses 5 kWh and runs 80 km/h."),
      Example("He won the 10km run, drove 10 km home and drank 5 L of water at 25 °C; 10K, 5G, 100m and 4x100m."),
      Example(
        "Der Ort liegt ⟦10km⟧ von hier.", language: "de", fixed: "Der Ort liegt 10\u{A0}km von hier."),
      Example("Der Ort liegt 10 km von hier, der 10-km-Lauf auch; eine 9mm-Pistole, 100m Freistil.", language: "de"),
      Example(
        "Está a ⟦10km⟧ de aquí y pesa 5 ⟦kgs⟧.", language: "es", fixed: "Está a 10\u{A0}km de aquí y pesa 5 kg."),
      Example(
        "Consume 5 ⟦kW/h⟧ y mide 20 ⟦m2⟧ a ⟦-5°C⟧.", language: "es",
        fixed: "Consume 5 kWh y mide 20 m² a -5\u{A0}°C."),
      Example("Subió a 30⟦º C⟧ en la clase de 2º C.", language: "es", fixed: "Subió a 30\u{A0}°C en la clase de 2º C."),
      Example("Está a 10 km de aquí, en el Km 23 de la vía, a 30 °C.", language: "es"),
      Example(
        "Il fait ⟦30°C⟧ et ⟦130km⟧/h.", language: "fr", fixed: "Il fait 30\u{A0}°C et 130\u{A0}km/h."),
      Example("Вес ⟦10кг⟧, длина 5 м.", language: "ru", fixed: "Вес 10\u{A0}кг, длина 5 м."),
      Example("Вес 10 кг, длина 5 м, калибр 9мм.", language: "ru"),
      Example(
        "It lies 10 km north and 5 km south, then ⟦7km⟧ east.",
        fixed: "It lies 10 km north and 5 km south, then 7\u{A0}km east."),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let style = analysis.conventions.numberStyle
    var tight: [Place] = []
    var spaced: [Place] = []
    for number in analysis.numbers {
      switch number.kind {
      case .plain, .year: break
      case .ordinal:
        checkDegrees(number, analysis, &report)
        continue
      default: continue
      }
      let window = TokenWindow(analysis, at: number.range.start)
      let index = number.tokens.upperBound
      guard let place = place(at: index, behind: number, window) else { continue }
      if let rate = energy(at: index, window) {
        if analysis.isNumberCopy(rate.range) {
          report(
            .misspelled(analysis.string(in: rate.range), rate.right), at: rate.range, severity: .warning,
            fixes: [.replacing(rate.range, with: rate.right)])
        }
      } else if let right = UnitStyle.exponents[window.text(index)] {
        let symbol = window.tokens[index].range
        if analysis.isNumberCopy(symbol), !window.isJoined(at: index + 1) {
          report(.misspelled(window.text(index), right), at: symbol, fixes: [.replacing(symbol, with: right)])
        }
      } else if let right = UnitStyle.symbol(for: window.text(index)), !isShouted(index, window),
        isSymbol(index, window)
      {
        let symbol = window.tokens[index].range
        if analysis.isNumberCopy(symbol) {
          report(
            .misspelled(window.text(index), right), at: symbol, severity: .warning,
            fixes: [.replacing(symbol, with: right)])
        }
      } else if place.isSpaceable {
        if place.gap.isEmpty { tight.append(place) } else { spaced.append(place) }
      }
    }
    var spacing = style.unitSpacing
    if spacing == .either {
      // Degrees touch their number in most papers that set off other units.
      tight.removeAll { $0.isDegree }
      spaced.removeAll { $0.isDegree }
      if spaced.count >= 2 * tight.count { spacing = .required }
      if tight.count >= 2 * spaced.count { spacing = .none }
    }
    for place in spacing == .required ? tight : spacing == .none ? spaced : [] {
      guard analysis.isNumberCopy(place.range) else { continue }
      let space = spacing == .none ? "" : style.space.text
      report(
        .spacing(analysis.string(in: place.range), place.number + space + place.symbol), at: place.range,
        severity: style.unitSpacing == .none ? .warning : nil, fixes: [.replacing(place.gap, with: space)])
    }
  }

  /// Reports `30º C`: the sign of ordinals, set apart from its letter.
  private func checkDegrees(_ number: NumberMention, _ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    let window = TokenWindow(analysis, at: number.range.start)
    let sign = number.tokens.upperBound
    // “2º C” is a class at school.
    guard number.isNegative || number.value ?? .zero > ExactDecimal(significand: 6), window.segment.contains(sign + 1),
      window.text(sign) == "º", window.text(sign + 1) == "C" || window.text(sign + 1) == "F",
      !window.isTight(sign + 1), !window.isJoined(at: sign + 2)
    else { return }
    let range = TextRange(start: window.tokens[sign].start, end: window.tokens[sign + 1].end)
    guard analysis.isNumberCopy(range) else { return }
    let right = "°" + window.text(sign + 1)
    let space = analysis.conventions.numberStyle.unitSpacing == .none ? "" : analysis.conventions.numberStyle.space.text
    report(
      .misspelled(analysis.string(in: range), right), at: range, severity: .warning,
      fixes: [.replacing(range, with: space + right)])
  }

  /// Watts “per hour” behind a number, which are meant for watt-hours: `5 kW/h`.
  private func energy(at index: Int, _ window: TokenWindow) -> (range: TextRange, right: String)? {
    guard let right = UnitStyle.watts[window.text(index)], window.isTight(index + 1), window.mark(index + 1) == 0x2F,
      window.isTight(index + 2), window.segment.contains(index + 2), window.text(index + 2) == "h"
    else { return nil }
    return (TextRange(start: window.tokens[index].start, end: window.tokens[index + 2].end), right)
  }

  private struct Place {
    let number: String
    let symbol: String
    let range: TextRange
    let gap: TextRange
    /// Whether the space before the symbol is a matter of the house.
    let isSpaceable: Bool
    let isDegree: Bool
  }

  /// The symbol behind a number.
  private func place(at index: Int, behind number: NumberMention, _ window: TokenWindow) -> Place? {
    var end = index + 1
    if window.mark(index) == 0xB0 {
      // “30°C”: the degree sign and a letter; without the letter it is an angle, and touches the number.
      guard window.isTight(index + 1), let letter = window.word(index + 1), letter.range.count <= 2,
        UnitStyle.scales.contains(letter.key)
      else { return nil }
      end = index + 2
    } else if window.word(index) == nil {
      return nil
    }
    guard window.segment.contains(end - 1), !window.tokens[index].traits.contains(.lineBreakBefore) else { return nil }
    let analysis = window.analysis
    let first = number.tokens.lowerBound - (number.isNegative ? 1 : 0)
    let start = window.tokens[first].start
    let range = TextRange(start: start, end: window.tokens[end - 1].end)
    let symbol = analysis.string(in: TextRange(start: window.tokens[index].start, end: range.end))
    // “4x100m”, “AK-9mm”: what touches the number on its left is a name.
    let isPlain = !window.isTight(first) || window.mark(first - 1) == 0x28
    let isKnown = end > index + 1 || UnitStyle.spaceable.contains(symbol)
    // “137km/h” is a rate, “10km-Lauf” a name.
    let isName = window.isJoined(at: end) && window.mark(end) != 0x2F || isFollowedByName(end, window)
    return Place(
      number: analysis.string(in: TextRange(start: start, end: number.range.end)), symbol: symbol, range: range,
      gap: window.gap(before: index),
      isSpaceable: isKnown && isPlain && !isName, isDegree: end > index + 1)
  }

  /// `10km Classic`, `5km-Lauf`: a name goes on behind it.
  private func isFollowedByName(_ index: Int, _ window: TokenWindow) -> Bool {
    guard let word = window.word(index), word.traits.contains(.capitalized) else { return false }
    return window.analysis.language.language != "de"
  }

  /// Whether the word is used as a symbol: behind a number, and not the start of a name.
  private func isSymbol(_ index: Int, _ window: TokenWindow) -> Bool {
    // “Km 5”, “KM Malta”: in front of a number or a name.
    if window.isNumber(index + 1), !window.isTight(index + 1) { return false }
    return !window.isJoined(at: index + 1) || window.mark(index + 1) == 0x2F
  }

  /// Whether the words around are all capitals too.
  private func isShouted(_ index: Int, _ window: TokenWindow) -> Bool {
    guard window.tokens[index].traits.contains(.allCapitals) else { return false }
    return [index - 2, index + 1].contains { window.word($0)?.traits.contains(.allCapitals) ?? false }
  }

  /// The right spelling of a misspelled symbol.
  private static func symbol(for text: String) -> String? { misspelled[text] }

  private static let misspelled: [String: String] = {
    let lines = """
      km: kms Kms KMS Km KM
      kg: kgs Kgs KGS Kg KG
      cm: cms Cms CMS
      mm: mms Mms MMS
      m: mts Mts MTS mtrs
      g: grs gms
      kW: Kw KW kw
      MW: Mw
      GW: Gw
      kWh: Kwh KWH KWh kwh kWH
      MWh: Mwh MWH
      GWh: Gwh GWH
      MHz: Mhz MHZ mhz
      GHz: Ghz GHZ ghz
      kHz: Khz KHZ khz KHz
      °C: ºC
      °F: ºF
      км: Км КМ
      кг: Кг КГ
      г: гр
      """
    var table: [String: String] = [:]
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: ":")
      for word in parts[1].split(separator: " ") { table[String(word)] = String(parts[0]) }
    }
    return table
  }()

  private static let exponents = ["m2": "m²", "m3": "m³", "km2": "km²", "cm2": "cm²", "cm3": "cm³"]

  private static let watts = [
    "kW": "kWh", "Kw": "kWh", "KW": "kWh", "kw": "kWh", "MW": "MWh", "GW": "GWh", "TW": "TWh",
  ]

  /// Symbols of more than one letter that are nothing else; calibers (`9mm`) keep theirs as they like.
  private static let spaceable = Set(
    "km cm kg kW MW GW kWh MWh GWh TWh Hz kHz MHz GHz ha mph km² m² kB MB GB TB км см кг га кВт МВт ГВт кВтч".split(
      separator: " "
    )
    .map { String($0) })

  private static let scales = Set("c f с".split(separator: " ").map { TokenKey.key(of: $0) })
}

extension FindingMessage {
  fileprivate static func misspelled(_ text: String, _ right: String) -> FindingMessage {
    "“\(text)” is no symbol of a unit; write “\(right)”"
  }
  fileprivate static func spacing(_ text: String, _ written: String) -> FindingMessage {
    "“\(text)” is not how the house sets units; write “\(written)”"
  }
}
