// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// How a locale writes numbers in digits.
public struct NumberConventions: Hashable, Sendable {
  /// The sign to write before decimals.
  public let decimal: NumberSign
  /// The sign to write between groups.
  public let grouping: NumberSign
  /// Every decimal sign that copy may use.
  public let decimalSigns: NumberSignSet
  /// Every grouping sign that copy may use.
  public let groupingSigns: NumberSignSet

  /// How many digits must stand before the last group for it to be set off: with 2, `5000` but `12.000`.
  public let minimumGroupingDigits: Int

  /// Creates conventions; the sign to write is always among those accepted.
  public init(
    decimal: NumberSign, grouping: NumberSign, decimalSigns: NumberSignSet = [], groupingSigns: NumberSignSet = [],
    minimumGroupingDigits: Int = 1
  ) {
    self.minimumGroupingDigits = minimumGroupingDigits
    self.decimal = decimal
    self.grouping = grouping
    self.decimalSigns = decimalSigns.union(NumberSignSet(decimal))
    self.groupingSigns = groupingSigns.union(NumberSignSet(grouping))
  }

  /// Those of the house style, or else of CLDR with the other signs that the locale's newspapers use.
  init(_ record: CLDRRecord, tag: LanguageTag, houseStyle: HouseStyle?) {
    if let houseStyle, let decimal = NumberConventions.sign(houseStyle.decimalSeparator),
      let grouping = houseStyle.groupingSeparators.first.flatMap(NumberConventions.sign)
    {
      let groupings = houseStyle.groupingSeparators.compactMap(NumberConventions.sign).map { NumberSignSet($0) }
      self.init(
        decimal: decimal, grouping: grouping, groupingSigns: groupings.reduce([]) { $0.union($1) },
        minimumGroupingDigits: houseStyle.minimumGroupingDigits)
      return
    }
    // Arabic and Persian copy writes either its own digits and signs or, as most sites do, Western ones with the
    // English signs.
    let isArabic = record.decimal == .arabicDecimal
    let decimal = isArabic ? .period : record.decimal
    let grouping = isArabic ? .comma : record.grouping
    var decimals = NumberSignSet(decimal)
    var groupings = NumberSignSet(grouping)
    if isArabic {
      decimals.insert(NumberSignSet(.arabicDecimal))
      groupings.insert(NumberSignSet(.arabicGrouping))
    }
    if NumberConventions.periodGroupingLocales.contains(tag.language)
      || NumberConventions.periodGroupingLocales.contains(tag.tag)
    {
      groupings.insert(NumberSignSet(.period))
    }
    // A space of any width reads the same; the Bureau of Weights and Measures (resolution 7 of 2003) wants one in
    // every language, and of the languages here only English papers set none.
    if tag.language != "en" || grouping.isSpace { groupings.formUnion(.spaces) }
    if !groupings.isDisjoint(with: .apostrophes) { groupings.formUnion(.apostrophes) }
    if let region = tag.region, NumberConventions.mixedRegions.contains("\(tag.language)-\(region)") {
      decimals.formUnion([NumberSignSet(.period), NumberSignSet(.comma)])
      groupings.formUnion([NumberSignSet(.period), NumberSignSet(.comma)])
      groupings.formUnion(.spaces)
      if region == "CH" || region == "LI" { groupings.formUnion(.apostrophes) }
    }
    self.init(
      decimal: decimal, grouping: grouping, decimalSigns: decimals, groupingSigns: groupings,
      minimumGroupingDigits: NumberConventions.groupingFromFiveDigits.contains(tag.tag) ? 2 : 1)
  }

  /// Locales that leave four digits without a sign (CLDR 42, `minimumGroupingDigits`).
  private static let groupingFromFiveDigits: Set<String> = ["es", "es-ES", "pt-PT", "pl", "pl-PL", "bg", "lv"]

  /// Locales where CLDR groups by a space and papers also by a period.
  private static let periodGroupingLocales: Set<String> = ["pt", "de-AT", "fr-BE", "es-CR"]

  private static func sign(_ text: String) -> NumberSign? {
    text.unicodeScalars.first.flatMap { NumberSign(codePoint: $0.value) }
  }

  /// Locales whose papers write both `1.5` and `1,5`, whatever CLDR chose.
  ///
  /// Swiss papers split by language and by money; South African English follows the law (comma) or London (period);
  /// Latin American Spanish as a whole joins countries of both habits; so does the rest of the list.
  private static let mixedRegions: Set<String> = [
    "de-CH", "de-LI", "fr-CH", "it-CH", "en-CH", "en-ZA", "en-150", "es-419", "es-US", "es-PR", "es-PE", "es-EC",
    "es-VE", "es-BO",
    "es-PY", "es-CU", "es-CR", "en-DE", "en-AT", "en-BE", "en-NL", "en-SE", "en-DK", "en-FI", "en-SI",
  ]

  /// Whether a number of the shape is one that the locale writes.
  public func accept(_ shape: NumberShape) -> Bool {
    switch shape {
    case .whole: true
    case .fraction(let sign): decimalSigns.contains(sign)
    case .threeDigits(let sign): groupingSigns.contains(sign) || decimalSigns.contains(sign)
    case .grouped(let sign): groupingSigns.contains(sign)
    case .groupedFraction(let grouping, let decimal):
      groupingSigns.contains(grouping) && decimalSigns.contains(decimal)
    case .other: false
    }
  }

  /// Which sign of a number is the decimal sign.
  func decimalPosition(in groups: DigitGroups, shape: NumberShape) -> DecimalPosition {
    switch shape {
    case .whole: return .none
    case .fraction: return .last
    case .threeDigits(let sign):
      let groups = groupingSigns.contains(sign)
      let decimals = decimalSigns.contains(sign)
      if groups == decimals { return .unknown }
      return groups ? .none : .unknown
    case .grouped: return .none
    case .groupedFraction: return .last
    case .other: return .unknown
    }
  }

  /// A number in digits with the locale's signs.
  public func format(_ value: ExactDecimal) -> String {
    let text = value.magnitude.description
    let parts = text.split(separator: ".")
    let whole = Array(parts[0].utf8)
    var digits: [UInt8] = value.significand < 0 ? Array("−".utf8) : []
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0, whole.count >= 3 + minimumGroupingDigits {
        digits += Array(grouping.text.utf8)
      }
      digits.append(digit)
    }
    if parts.count > 1 { digits += Array(decimal.text.utf8) + Array(parts[1].utf8) }
    return String(decoding: digits, as: UTF8.self)
  }

  enum DecimalPosition {
    /// All signs group.
    case none
    /// The last sign is the decimal sign.
    case last
    /// The locale does not tell.
    case unknown
  }
}
