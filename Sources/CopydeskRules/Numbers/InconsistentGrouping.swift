// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Reports a number whose thousands are set off in another way than those of the rest of the article.
struct InconsistentGrouping: Rule {
  static let metadata = RuleMetadata(
    id: "numbers/inconsistent-grouping",
    summary: "Reports a number whose thousands are set off in another way than those of the rest of the article.",
    rationale: """
      “5150 people” beside “4,300 people” shows two hands, and “28500 votes” makes the reader count digits. Years, \
      codes and page numbers stay as they are.
      """,
    severity: .suggestion,
    type: .inconsistency,
    examples: [
      Example(
        "The storm left 4,300 people homeless and ⟦5150⟧ people without power.",
        fixed: "The storm left 4,300 people homeless and 5,150 people without power."),
      Example("He won ⟦28500⟧ votes in ⟦3200⟧ towns.", fixed: "He won 28,500 votes in 3,200 towns."),
      Example(
        "In 2024 he won 4,300 votes in Room 5150, on page 3200, at ZIP code 90210, with PIN 5150 for 10115 Berlin."),
      Example(
        "Der Sturm traf 4.300 Menschen und ⟦5150⟧ Häuser, ⟦28500⟧ Euro Schaden.", language: "de",
        fixed: "Der Sturm traf 4.300 Menschen und 5.150 Häuser, 28.500 Euro Schaden."),
      Example("Es sind ⟦40000⟧ Menschen.", language: "de", fixed: "Es sind 40.000 Menschen."),
      Example("Der Sturm traf 4300 Menschen und 12.000 Häuser im Jahr 2024 in 10115 Berlin.", language: "de"),
      Example(
        "La tormenta dejó 5150 desalojados, 3200 heridos y ⟦4.300⟧ casas sin luz.", language: "es",
        fixed: "La tormenta dejó 5150 desalojados, 3200 heridos y 4300 casas sin luz."),
      Example("La tormenta dejó 5150 desalojados, 12.000 casas sin luz y 2024 quejas en 2025.", language: "es"),
      Example(
        "Il y a 5 150 sinistrés et ⟦28500⟧ foyers.", language: "fr",
        fixed: "Il y a 5 150 sinistrés et 28\u{202F}500 foyers."),
      Example("В городе 5150 домов и 12 000 человек, номер 28500.", language: "ru"),
      Example("城市有5150人和28500户。", language: "zh"),
    ])

  func check(_ analysis: ArticleAnalysis, _ report: inout FindingReport) {
    // Copy in these scripts groups by ten thousands and prints digits as they come.
    guard !["zh", "ja", "ko", "th", "hi", "ar", "fa"].contains(analysis.language.language) else { return }
    let conventions = analysis.conventions.numbers
    var grouped: [NumberMention] = []
    var plain: [NumberMention] = []
    for number in analysis.numbers {
      switch number.kind {
      case .plain, .currency, .year: break
      default: continue
      }
      switch number.shape {
      case .threeDigits(let sign), .grouped(let sign):
        if number.groups.count == 2, number.groups.length(at: 0) == 1, conventions.groupingSigns.contains(sign),
          analysis.isNumberCopy(number.range)
        {
          grouped.append(number)
        }
      case .whole:
        guard let value = number.value?.magnitude.wholeValue, value >= 1000, isAmount(number, value, analysis) else {
          continue
        }
        if value >= 10_000 {
          let written = InconsistentGrouping.grouped(value, by: conventions.grouping.text)
          report(
            .long(analysis.string(in: number.range), written), at: number.range, severity: .warning,
            fixes: [.replacing(number.range, with: written)])
        } else {
          plain.append(number)
        }
      default: break
      }
    }
    let house = analysis.conventions.numberStyle.fourDigitGroups
    guard !grouped.isEmpty, !plain.isEmpty else {
      for number in house == .required ? plain : house == .none ? grouped : [] {
        guard let value = number.value?.magnitude.wholeValue else { continue }
        let written =
          house == .none ? String(value) : InconsistentGrouping.grouped(value, by: conventions.grouping.text)
        report(
          .house(analysis.string(in: number.range), written), at: number.range,
          fixes: [.replacing(number.range, with: written)])
      }
      return
    }
    // The locale's habit decides a tie.
    let keepsGroups =
      grouped.count == plain.count
      ? analysis.context.houseStyle?.minimumGroupingDigits ?? 1 == 1 : grouped.count > plain.count
    guard let model = (keepsGroups ? grouped : plain).first else { return }
    for number in keepsGroups ? plain : grouped {
      guard let value = number.value?.magnitude.wholeValue else { continue }
      let written = keepsGroups ? InconsistentGrouping.grouped(value, by: sign(of: model, analysis)) : String(value)
      report(
        .mixed(analysis.string(in: number.range), analysis.string(in: model.range), written), at: number.range,
        severity: .warning,
        notes: [Note("written the other way here", at: model.range)],
        fixes: [.replacing(number.range, with: written)])
    }
  }

  /// Whether digits without groups count or measure something for sure.
  private func isAmount(_ number: NumberMention, _ value: Int64, _ analysis: ArticleAnalysis) -> Bool {
    guard number.range.count < 10, analysis.isNumberCopy(number.range) else { return false }
    let window = TokenWindow(analysis, at: number.range.start)
    let next = number.tokens.upperBound
    let first = number.tokens.lowerBound
    if window.isTight(first), window.mark(first - 1) != 0x28, number.kind != .currency { return false }
    if window.isDesignated(first) || window.isJoined(at: next) || window.isDash(first - 1) && window.isTight(first) {
      return false
    }
    if number.kind == .currency { return true }
    guard let word = window.word(next), !window.isTight(next) else { return false }
    let isUnit = NumberWords.units.contains(word.key) || NumberWords.currencies.contains(word.key)
    if NumberWords.currencies.contains(word.key) { return true }
    // A year can stand before any noun: “the 2024 season”; so can a code before a place.
    if number.kind == .year { return false }
    // “май 20014 г.” is a year with a digit too many.
    if ["ru", "uk"].contains(analysis.language.language), InconsistentGrouping.years.contains(word.key) {
      return false
    }
    guard isUnit || window.isCounted(next), !NumberWords.clockUnits.contains(word.key) else { return false }
    // “10115 Berlin”: in German a postal code and a count look alike.
    let maybePostal = (10_000..<100_000).contains(value) && value % 1000 != 0
    return isUnit || !maybePostal || !word.traits.contains(.capitalized)
  }

  private func sign(of model: NumberMention, _ analysis: ArticleAnalysis) -> String {
    switch model.shape {
    case .threeDigits(let sign), .grouped(let sign): sign.text
    default: analysis.conventions.numbers.grouping.text
    }
  }

  private static let years = Set("г год года году р рік року році".split(separator: " ").map { TokenKey.key(of: $0) })

  /// The digits in groups of three.
  private static func grouped(_ value: Int64, by sign: String) -> String {
    let digits = Array(String(value).utf8)
    var result: [UInt8] = []
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { result.append(contentsOf: sign.utf8) }
      result.append(digit)
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension FindingMessage {
  fileprivate static func long(_ text: String, _ written: String) -> FindingMessage {
    "“\(text)” is hard to read without its groups; write “\(written)”"
  }
  fileprivate static func house(_ text: String, _ written: String) -> FindingMessage {
    "“\(text)” is not how the house groups digits; write “\(written)”"
  }
  fileprivate static func mixed(_ text: String, _ model: String, _ written: String) -> FindingMessage {
    "“\(text)” is not written like “\(model)”; write “\(written)”"
  }
}
