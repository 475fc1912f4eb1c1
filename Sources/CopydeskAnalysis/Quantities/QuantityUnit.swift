// SPDX-License-Identifier: Apache-2.0

/// What a quantity counts, beyond the noun behind it.
public enum QuantityUnit: Hashable, Sendable {
  /// Hundredths of a whole.
  case percent
  /// Points between two percentages.
  case percentagePoint
  /// Thousandths of a whole.
  case perMille
  /// Money.
  case currency(Currency)
  /// A unit of measure.
  case measure(MeasureUnit)
}

/// A currency, or a name that several currencies share.
public struct Currency: Hashable, Sendable {
  /// The ISO 4217 code, or the shared name such as `$` or `-PESO`.
  public let code: String

  /// Creates a currency by its code or shared name.
  public init(_ code: String) {
    self.code = code
  }

  /// Whether several countries call their money so.
  public var isShared: Bool { Currency.families[code] != nil }

  /// The currencies of a shared name, or this one.
  public var members: Set<String> { Currency.families[code] ?? [code] }

  /// Whether both can be the same money.
  public func mayBe(_ other: Currency) -> Bool {
    self == other || (isShared || other.isShared) && !members.isDisjoint(with: other.members)
  }

  /// The currencies in use that share a name (ISO 4217, list one of 2024).
  private static let families: [String: Set<String>] = [
    "$": [
      "USD", "CAD", "AUD", "NZD", "HKD", "SGD", "TWD", "MXN", "ARS", "CLP", "COP", "UYU", "DOP", "BBD", "BZD",
      "BSD", "BMD", "FJD", "GYD", "JMD", "KYD", "LRD", "NAD", "SRD", "TTD", "XCD", "SBD", "BND", "CUP",
    ],
    "-PESO": ["MXN", "ARS", "CLP", "COP", "CUP", "DOP", "PHP", "UYU"],
    "-POUND": ["GBP", "EGP", "LBP", "SYP", "SDG", "SSP", "GIP", "FKP", "SHP"],
    "-FRANC": ["CHF", "XOF", "XAF", "XPF", "CDF", "RWF", "BIF", "DJF", "GNF", "KMF"],
    "-CROWN": ["SEK", "NOK", "DKK", "ISK", "CZK"],
    "-RUPEE": ["INR", "PKR", "LKR", "NPR", "MUR", "SCR"],
    "-DINAR": ["KWD", "IQD", "JOD", "BHD", "DZD", "LYD", "TND", "RSD"],
    "-DIRHAM": ["AED", "MAD"],
    "-RIYAL": ["SAR", "QAR", "OMR", "YER", "IRR"],
    "-LIRA": ["TRY", "ITL"],
    "-SHILLING": ["KES", "UGX", "TZS", "SOS"],
    "-RUBLE": ["RUB", "BYN"],
    "-YEN": ["JPY", "CNY"],
    "-YUAN": ["CNY", "TWD", "HKD", "MOP"],
  ]
}

/// A unit of measure by its name in CLDR, with what it measures.
public enum MeasureUnit: String, CaseIterable, Hashable, Sendable {
  case kilometer, meter, centimeter, millimeter, mile, yard, foot, inch
  case nauticalMile = "nautical-mile"
  case squareKilometer = "square-kilometer"
  case squareMeter = "square-meter"
  case squareMile = "square-mile"
  case squareFoot = "square-foot"
  case hectare, acre
  case kilogram, gram, milligram, microgram, tonne, ton, pound, ounce, stone
  case liter, milliliter
  case cubicMeter = "cubic-meter"
  case gallon, barrel
  case celsius, fahrenheit, kelvin, degree
  case kilometerPerHour = "kilometer-per-hour"
  case meterPerSecond = "meter-per-second"
  case milePerHour = "mile-per-hour"
  case knot
  case second, minute, hour, day, week, month, year
  case watt, kilowatt, megawatt, gigawatt
  case kilowattHour = "kilowatt-hour"
  case megawattHour = "megawatt-hour"
  case terawattHour = "terawatt-hour"
  case byte, kilobyte, megabyte, gigabyte, terabyte
  case hertz, megahertz, gigahertz
  case volt, hectopascal

  /// What a unit measures.
  public enum Dimension: UInt8, Sendable {
    /// A distance, in meters.
    case length
    /// A surface, in square meters.
    case area
    /// A weight, in kilograms.
    case mass
    /// A volume, in cubic meters.
    case volume
    /// A temperature, in kelvins.
    case temperature
    /// A speed, in meters a second.
    case speed
    /// A time, in seconds; months and years are of mean length.
    case duration
    /// Power in watts, energy in joules, data in bytes, frequency in hertz, tension in volts, pressure in pascals.
    case power, energy, data, frequency, tension, pressure
    /// An angle, or a temperature whose scale the copy leaves out.
    case degree
  }

  /// What the unit measures, its size in the dimension's base unit, and where its scale starts.
  ///
  /// The sizes are those of the international agreements (yard and pound of 1959) and of SP 811 of NIST.
  private var definition: (dimension: Dimension, size: Double, offset: Double) {
    switch self {
    case .kilometer: (.length, 1000, 0)
    case .meter: (.length, 1, 0)
    case .centimeter: (.length, 0.01, 0)
    case .millimeter: (.length, 0.001, 0)
    case .mile: (.length, 1609.344, 0)
    case .yard: (.length, 0.9144, 0)
    case .foot: (.length, 0.3048, 0)
    case .inch: (.length, 0.0254, 0)
    case .nauticalMile: (.length, 1852, 0)
    case .squareKilometer: (.area, 1e6, 0)
    case .squareMeter: (.area, 1, 0)
    case .squareMile: (.area, 2_589_988.110336, 0)
    case .squareFoot: (.area, 0.09290304, 0)
    case .hectare: (.area, 10_000, 0)
    case .acre: (.area, 4046.8564224, 0)
    case .kilogram: (.mass, 1, 0)
    case .gram: (.mass, 0.001, 0)
    case .milligram: (.mass, 1e-6, 0)
    case .microgram: (.mass, 1e-9, 0)
    case .tonne: (.mass, 1000, 0)
    case .ton: (.mass, 907.18474, 0)
    case .pound: (.mass, 0.45359237, 0)
    case .ounce: (.mass, 0.028349523125, 0)
    case .stone: (.mass, 6.35029318, 0)
    case .liter: (.volume, 0.001, 0)
    case .milliliter: (.volume, 1e-6, 0)
    case .cubicMeter: (.volume, 1, 0)
    case .gallon: (.volume, 0.003785411784, 0)
    case .barrel: (.volume, 0.158987294928, 0)
    case .celsius: (.temperature, 1, 273.15)
    case .fahrenheit: (.temperature, 5.0 / 9, 255.3722222222222)
    case .kelvin: (.temperature, 1, 0)
    case .degree: (.degree, 1, 0)
    case .kilometerPerHour: (.speed, 1 / 3.6, 0)
    case .meterPerSecond: (.speed, 1, 0)
    case .milePerHour: (.speed, 0.44704, 0)
    case .knot: (.speed, 1852.0 / 3600, 0)
    case .second: (.duration, 1, 0)
    case .minute: (.duration, 60, 0)
    case .hour: (.duration, 3600, 0)
    case .day: (.duration, 86_400, 0)
    case .week: (.duration, 604_800, 0)
    case .month: (.duration, 2_629_746, 0)
    case .year: (.duration, 31_556_952, 0)
    case .watt: (.power, 1, 0)
    case .kilowatt: (.power, 1000, 0)
    case .megawatt: (.power, 1e6, 0)
    case .gigawatt: (.power, 1e9, 0)
    case .kilowattHour: (.energy, 3.6e6, 0)
    case .megawattHour: (.energy, 3.6e9, 0)
    case .terawattHour: (.energy, 3.6e15, 0)
    case .byte: (.data, 1, 0)
    case .kilobyte: (.data, 1e3, 0)
    case .megabyte: (.data, 1e6, 0)
    case .gigabyte: (.data, 1e9, 0)
    case .terabyte: (.data, 1e12, 0)
    case .hertz: (.frequency, 1, 0)
    case .megahertz: (.frequency, 1e6, 0)
    case .gigahertz: (.frequency, 1e9, 0)
    case .volt: (.tension, 1, 0)
    case .hectopascal: (.pressure, 100, 0)
    }
  }

  /// What the unit measures.
  public var dimension: Dimension { definition.dimension }

  /// Whether languages have words for an amount that leave out the number: 24 hours are a day, 10 centimeters a
  /// decimeter.
  func hasWord(for amount: ExactDecimal) -> Bool {
    let amounts: [Int64] =
      switch self {
      case .second: [60]
      case .minute: [30, 60, 90, 120]
      case .hour: [12, 24, 48]
      case .day: [7, 14, 15, 30]
      case .week: [52]
      case .month: [12, 18, 24]
      case .year: [10, 100]
      case .centimeter: [10, 100]
      case .meter, .gram, .kilogram: [1000]
      default: []
      }
    return amounts.contains { ExactDecimal(significand: $0) == amount }
  }

  /// The units that a word can mean: plain degrees are those of either scale.
  static func readings(of unit: MeasureUnit) -> [MeasureUnit] {
    unit == .degree ? [.celsius, .fahrenheit] : [unit]
  }

  /// An amount of this unit in another of the same dimension, or `nil` if they measure different things.
  public func convert(_ amount: Double, to other: MeasureUnit) -> Double? {
    let (from, to) = (definition, other.definition)
    guard from.dimension == to.dimension else { return nil }
    return (amount * from.size + from.offset - to.offset) / to.size
  }
}
