// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskText
import Synchronization

/// The number, currency and unit words of one language, harvested from CLDR by letting ICU format.
struct QuantityHarvest {
  /// A kind with its value: the first two fields of a line.
  struct Sense: Hashable, Comparable {
    let kind: String
    let value: String

    static func < (left: Sense, right: Sense) -> Bool {
      let places = (kinds.firstIndex(of: left.kind) ?? 0, kinds.firstIndex(of: right.kind) ?? 0)
      if places.0 != places.1 { return places.0 < places.1 }
      if let (a, b) = numbers(left, right), a != b { return a < b }
      return left.value < right.value
    }

    private static func numbers(_ left: Sense, _ right: Sense) -> (Int64, Int64)? {
      Int64(left.value).flatMap { a in Int64(right.value).map { (a, $0) } }
    }

    private static let kinds = [
      "cardinal", "joined-cardinal", "ordinal", "scale", "percent", "currency", "unit",
    ]
  }

  let language: String
  private(set) var senses: [Sense: Set<String>] = [:]

  init(language: String) throws {
    self.language = language
    for locale in [language] + (QuantityHarvest.regions[language] ?? []) {
      if !QuantityHarvest.ideographic.contains(language) { try harvestSpelling(locale) }
      try harvestScales(locale)
      try harvestPercent(locale)
      try harvestCurrencies(locale)
      try harvestUnits(locale)
    }
    settleConflicts()
  }

  mutating func insert(_ kind: String, _ value: String, _ form: String) {
    if !form.isEmpty { senses[Sense(kind: kind, value: value), default: []].insert(form) }
  }

  mutating func replace(_ sense: Sense, with forms: Set<String>) {
    senses[sense] = forms
  }

  /// Whether a form stands in the file, in capitals or not.
  func has(_ kind: String, _ value: String, _ form: String) -> Bool {
    senses[Sense(kind: kind, value: value)]?.contains { $0.lowercased() == form.lowercased() } == true
  }

  /// Whether a form has a meaning of the kind and no other.
  func isOnly(_ kind: String, _ form: String) -> Bool {
    let kinds = senses.compactMap { sense, forms in forms.contains(form) ? sense.kind : nil }
    return !kinds.isEmpty && kinds.allSatisfy { $0 == kind }
  }

  /// The harvest of a language, made once.
  static func harvest(of language: String) throws -> QuantityHarvest {
    try known.withLock { known in
      if let harvest = known[language] { return harvest }
      let harvest = try QuantityHarvest(language: language)
      known[language] = harvest
      return harvest
    }
  }

  private static let known = Mutex<[String: QuantityHarvest]>([:])

  static func isAmbiguous(_ form: String, _ language: String) -> Bool {
    ambiguous[""]?.contains(form) == true || ambiguous[language]?.contains(form) == true
  }

  /// Drops forms that name two things of a kind, and those that differ from another in case alone.
  private mutating func settleConflicts() {
    var owners: [String: Set<Sense>] = [:]
    for (sense, forms) in senses where ["currency", "unit"].contains(sense.kind) {
      for form in forms { owners["\(sense.kind)|\(form.lowercased())", default: []].insert(sense) }
    }
    for (sense, forms) in senses {
      var seen: Set<String> = []
      let kept = forms.sorted().filter { form in
        let owners = owners["\(sense.kind)|\(form.lowercased())"] ?? []
        return owners.count < 2 && seen.insert(form.lowercased()).inserted
      }
      senses[sense] = Set(kept)
    }
  }

  /// The lines of the language's file.
  var lines: [String] {
    senses.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { sense, forms in
      let escaped = forms.sorted().map {
        $0.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "\\/")
      }
      return "\(sense.kind)|\(sense.value)|\(escaped.joined(separator: "/"))"
    }
  }

  /// Regions that spell numbers or name money and units in ways of their own.
  static let regions = [
    "en": ["en-GB", "en-AU", "en-CA"],
    "es": ["es-419", "es-AR", "es-MX"],
    "fr": ["fr-BE", "fr-CA", "fr-CH"],
    "de": ["de-AT", "de-CH"],
    "pt": ["pt-PT"],
    "ar": ["ar-EG"],
    "zh": ["zh-Hant", "zh-Hant-HK"],
  ]

  /// Languages whose numerals are read a character at a time.
  static let ideographic: Set = ["zh", "ja", "ko"]

  static let currencies = [
    "AED", "AFN", "AMD", "AOA", "ARS", "AUD", "AZN", "BDT", "BGN", "BHD", "BOB", "BRL", "BYN", "CAD", "CDF", "CHF",
    "CLP", "CNY", "COP", "CRC", "CUP", "CZK", "DKK", "DOP", "DZD", "EGP", "ETB", "EUR", "GBP", "GEL", "GTQ", "HKD",
    "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JOD", "JPY", "KES", "KRW", "KWD", "KZT", "LBP",
    "MAD", "MDL", "MXN", "MYR", "NGN", "NIO", "NOK", "NZD", "PAB", "PEN", "PHP", "PKR", "PLN", "PYG", "QAR", "RON",
    "RSD", "RUB", "SAR", "SEK", "SGD", "SYP", "THB", "TRY", "TWD", "UAH", "USD", "UYU", "UZS", "VES", "VND", "XAF",
    "XOF", "ZAR",
  ]

  /// CLDR's units by what they measure.
  static let units: [(type: String, units: [String])] = [
    (
      "length",
      ["kilometer", "meter", "centimeter", "millimeter", "mile", "yard", "foot", "inch", "nautical-mile"]
    ),
    ("area", ["square-kilometer", "square-meter", "square-mile", "square-foot", "hectare", "acre"]),
    (
      "mass", ["kilogram", "gram", "milligram", "microgram", "tonne", "ton", "pound", "ounce", "stone"]
    ),
    ("volume", ["liter", "milliliter", "cubic-meter", "gallon", "barrel"]),
    ("temperature", ["celsius", "fahrenheit", "kelvin"]),
    ("angle", ["degree"]),
    ("speed", ["kilometer-per-hour", "meter-per-second", "mile-per-hour", "knot"]),
    ("duration", ["second", "minute", "hour", "day", "week", "month", "year"]),
    ("power", ["watt", "kilowatt", "megawatt", "gigawatt"]),
    ("energy", ["kilowatt-hour", "megawatt-hour", "terawatt-hour"]),
    ("digital", ["byte", "kilobyte", "megabyte", "gigabyte", "terabyte"]),
    ("frequency", ["hertz", "megahertz", "gigahertz"]),
    ("electric", ["volt"]),
    ("pressure", ["hectopascal"]),
  ]

  /// Short forms that are no use in copy, because they are common words or other abbreviations behind numbers: a
  /// preposition, a pronoun, an auxiliary verb, the abbreviation of “year” or “million”.
  private static let ambiguous: [String: Set<String>] = [
    "": ["in", "F CFA", "FCFA", "K", "B", "M", "MM", "mi", "o", "st"],
    "ar": ["ستون"],
    "cs": ["V"],
    "de": ["Bio", "Mon", "Sek", "Wo"],
    "en": ["tn"],
    "es": ["ha"],
    "fr": ["mille", "po"],
    "he": ["טרה-בייט", "קשר"],
    "hi": ["पौंड का बट्टा"],
    "it": ["ha", "lì", "sett"],
    "pl": ["W", "sek"],
    "pt": ["nó", "nós"],
    "ru": ["Б", "В", "К", "г", "семью"],
    "tr": ["dk", "fit", "ons", "sa"],
    "uk": ["Б", "В", "К", "р"],
    "zh": ["节", "節"],
  ]

  /// Numbers that between them have every plural category of every language.
  static let samples = ["0", "1", "2", "3", "5", "6", "11", "21", "100", "1000000", "1.5"]
}
