// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskText

extension QuantityHarvest {
  mutating func harvestScales(_ locale: String) throws {
    for skeleton in ["compact-long", "compact-short"] {
      let format = try NumberFormat(skeleton: "\(skeleton) latin", locale: locale)
      for power in 3...14 {
        for mantissa in ["1", "2", "3", "5", "6", "11", "21"] {
          let text = try format.string(for: mantissa + String(repeating: "0", count: power))
          guard let (digits, word) = QuantityHarvest.numeralAndWord(text),
            let scale = QuantityHarvest.power(mantissa, power, over: digits), let word = singleWord(word),
            !QuantityHarvest.isAmbiguous(word, language)
          else { continue }
          // Shorter abbreviations mean other things as well; those in use are listed by hand.
          let isIdeograph = QuantityHarvest.ideographic.contains(language) && !word.utf8.allSatisfy { $0 < 0x80 }
          if skeleton == "compact-long" || word.unicodeScalars.count >= 3 || isIdeograph {
            insert("scale", scale, word)
          }
        }
      }
    }
  }

  /// Splits `2 Millionen` into the digits and the word, if one word stands on one side.
  private static func numeralAndWord(_ text: String) -> (digits: String, word: String)? {
    let text = plain(text)
    let digits = text.filter(\.isASCIIDigit)
    let rest = text.split { $0.isASCIIDigit || $0 == " " }
    guard !digits.isEmpty, text.contains(digits), rest.count == 1 else { return nil }
    return (digits, String(rest[0]).withoutLastPeriod)
  }

  /// What `mantissa` × 10^`power` is in units of `digits`, if that is a power of ten above one.
  private static func power(_ mantissa: String, _ power: Int, over digits: String) -> String? {
    guard digits.hasPrefix(mantissa) else { return nil }
    let zeros = digits.dropFirst(mantissa.count)
    guard zeros.allSatisfy({ $0 == "0" }), zeros.count < power else { return nil }
    return "1" + String(repeating: "0", count: power - zeros.count)
  }

  mutating func harvestPercent(_ locale: String) throws {
    insert("percent", "", QuantityHarvest.plain(try LocaleData.symbol(.percent, locale: locale)))
    let format = try NumberFormat(skeleton: "unit/percent unit-width-full-name latin", locale: locale)
    for sample in QuantityHarvest.samples {
      if let form = QuantityHarvest.form(besideNumberIn: try format.string(for: sample)) { insert("percent", "", form) }
    }
  }

  mutating func harvestCurrencies(_ locale: String) throws {
    for currency in QuantityHarvest.currencies {
      insert("currency", currency, currency)
      let symbol = QuantityHarvest.plain(try LocaleData.currencySymbol(currency, locale: locale))
      // What several countries use is no sign of one of them.
      if !["$", "£", "¥", "￥", "kr", "P"].contains(symbol), !QuantityHarvest.isAmbiguous(symbol, language) {
        insert("currency", currency, symbol.withoutLastPeriod)
      }
      for category in LocaleData.PluralCategory.allCases {
        insert(
          currency: currency, named: try LocaleData.currencyName(currency, category: category, locale: locale))
      }
      insert(currency: currency, named: try LocaleData.currencyName(currency, locale: locale))
    }
  }

  private mutating func insert(currency: String, named name: String) {
    let name = QuantityHarvest.plain(name)
    // “Bolivian bolivianos (old)” and the like are not what copy says.
    if !name.contains("("), !name.contains(where: \.isNumber) { insert("currency", currency, name) }
  }

  mutating func harvestUnits(_ locale: String) throws {
    for (type, units) in QuantityHarvest.units {
      // CLDR's “ton” is the American one; outside English the plain word is the metric ton.
      for unit in units where unit != "ton" || language == "en" {
        var forms: Set<String> = []
        for width in [LocaleData.NameWidth.long, .short] {
          for pattern in try LocaleData.unitPatterns(type: type, unit: unit, width: width, locale: locale) {
            if let form = QuantityHarvest.form(besideNumberIn: pattern.replacing("{0}", with: "1")) {
              forms.insert(form)
            }
          }
          // Units that CLDR puts together from others, as “megawatt-hours”, have no patterns.
          let skeleton = "unit/\(unit) \(width == .long ? "unit-width-full-name" : "unit-width-short") latin"
          let format = try NumberFormat(skeleton: skeleton, locale: locale)
          for sample in QuantityHarvest.samples {
            if let form = QuantityHarvest.form(besideNumberIn: try format.string(for: sample)) { forms.insert(form) }
          }
        }
        for form in forms where isUsable(form, type) { insert("unit", unit, form) }
      }
    }
  }

  private func isUsable(_ form: String, _ type: String) -> Bool {
    if QuantityHarvest.isAmbiguous(form, language) { return false }
    guard type == "duration", !QuantityHarvest.ideographic.contains(language) else { return true }
    // Single letters for times are too many things: “a” for years, “d” for days, “m” for months; so are two equal ones.
    return ["h", "ч"].contains(form) || Set(form.unicodeScalars).count > 1
  }

  /// The text on the one side of the number on which there is some.
  static func form(besideNumberIn text: String) -> String? {
    let text = plain(text)
    guard let first = text.firstIndex(where: \.isASCIIDigit), let last = text.lastIndex(where: \.isASCIIDigit) else {
      return nil
    }
    let before = text[..<first].split(separator: " ").joined(separator: " ")
    let after = text[text.index(after: last)...].split(separator: " ").joined(separator: " ")
    guard before.isEmpty != after.isEmpty else { return nil }
    let form = (before.isEmpty ? after : before).withoutLastPeriod
    // A sign or a comma alone is not a name; what ICU puts together with dots is not what copy says.
    if form.hasPrefix("/") || form.contains(". ") || form.contains("⋅") { return nil }
    return form.unicodeScalars.allSatisfy { "-−+,.".unicodeScalars.contains($0) } ? nil : form
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { ("0"..."9").contains(self) }
}

extension String {
  /// Without the period of an abbreviation.
  fileprivate var withoutLastPeriod: String { hasSuffix(".") ? String(dropLast()) : self }
}
