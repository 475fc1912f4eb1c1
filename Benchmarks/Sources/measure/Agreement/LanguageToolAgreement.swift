// SPDX-License-Identifier: Apache-2.0

import Foundation

extension AgreementSuite {
  /// Examples of LanguageTool's rules on dates, times, numbers, units, percent and money.
  static let languageTool = AgreementSuite(
    name: "languagetool", title: "Examples of LanguageTool", fileName: "lt2018_examples.jsonl"
  ) { file in
    var result = Cases()
    for (index, example) in try JSONLines.records(LanguageToolExample.self, in: file).enumerated() {
      guard let topic = LanguageToolTopic(example) else {
        if LanguageToolTopic.groups.contains(example.group) {
          result.leftOut.append("of rules on words or grammar")
        }
        continue
      }
      guard LanguageToolTopic.languages.contains(baseLanguage(of: example.language)),
        !example.language.contains("-x-")
      else {
        result.leftOut.append("in languages that Copydesk does not read")
        continue
      }
      let span = example.span
      let isBad = example.isBad
      result.cases.append(
        Case(
          topic: topic.rawValue, rule: example.rule,
          request: StreamRequest(
            id: "\(example.rule) \(index + 1)", language: example.language, segments: [example.text]),
          days: topic.days,
          isWrong: isBad
        ) { flag in
          topic.covers(flag, isBad: isBad) && (span.map { $0.hits(flag.span) } ?? true)
        })
    }
    return result
  }
}

/// What an example of LanguageTool is about.
enum LanguageToolTopic: String {
  case weekdays = "weekday and date"
  case days = "days that do not exist"
  case dateRanges = "ranges of days and years"
  case tenses = "tense and date"
  case newYears = "last year's date in January"
  case decades = "decades"
  case dateStyle = "style of dates"
  case times = "times"
  case numbers = "form of numbers"
  case units = "units"
  case percent = "percent"
  case money = "money"

  static let languages: Set = [
    "ar", "cs", "de", "en", "es", "fr", "he", "hi", "it", "ja", "ko", "nl", "pl", "pt", "ru", "tr", "uk", "zh",
  ]

  /// The groups of examples that are looked at.
  static let groups: Set = ["date", "number", "percent_currency", "time", "unit"]

  /// The topic of a date filter.
  private static let filters: [String: LanguageToolTopic] = [
    "DateCheckFilter": .weekdays, "DMYDateCheckFilter": .weekdays, "YMDDateCheckFilter": .weekdays,
    "DateRangeChecker": .dateRanges, "ShortenedYearRangeChecker": .dateRanges, "FutureDateFilter": .tenses,
    "NewYearDateFilter": .newYears, "YMDNewYearDateFilter": .newYears, "DecadeSpellingFilter": .decades,
  ]

  /// The topic of a rule without a filter; rules that are not here are about words.
  private static let rules: [String: LanguageToolTopic] = [
    "UNGUELTIGES_DATUM": .days, "DATE": .days, "INVALID_DATE": .days, "DATA_NIEMOZLIWA": .days,
    "DATE_RANGES": .dateRanges, "DATE_RANGES_2": .dateRanges, "DATA_BEZ_DYWIZU_ZAKRES": .dateRanges,
    "MONTH_REDUNDANCY": .dateStyle, "APOSTROPHE_IN_DATES": .dateStyle, "APOSTROF_DATA": .dateStyle,
    "MISSING_COMMA_BETWEEN_DAY_AND_YEAR": .dateStyle, "MISSING_COMMA_AFTER_WEEKDAY": .dateStyle,
    "KOMMA_DATUM_WOCHENTAG": .dateStyle, "DATA_KROPKA_RZYMSKIE": .dateStyle, "DATA_DYWIZ_RZYMSKIE": .dateStyle,
    "DATA_KROPKA_PO_DNIU": .dateStyle, "YEAR_20001": .dateStyle, "YEAR_NUMBER_FORMAT": .numbers,
    "WIKIPEDIA_12_PM": .times, "HOURS_ABREVIATION": .times, "TIME_FORMAT": .times, "ZAHL_PUNKT_KOMMA": .numbers,
    "PUNKT_NACH_ORDINALZAHL": .numbers, "GENERAL_NUMBER_FORMAT": .numbers, "AVOID_DECIMAL_APOSTROPHE": .numbers,
    "DECIMAL_COMMA": .numbers, "SENT_START_NUM": .numbers, "GROTE_GETALLEN": .numbers, "LICZEBNIKI": .numbers,
    "LICZBY_SLOWNIE_SKROT": .numbers, "ROMAN_NUMBERS_CHECKER": .numbers, "ROMAN_NUMERALS_CHECK": .numbers,
    "AUSGESCHRIEBENE_ZAHLEN": .numbers, "EINHEIT_LEERZEICHEN": .units, "GROSS_KLEIN_EINHEITEN": .units,
    "SCHRAEGSTRICH_EINHEITEN": .units, "ESPACE_UNITES": .units, "UNITES_DE_MESURE": .units, "OR_EENH_GETAL": .units,
    "JEDNOSTKA_LICZBA": .units, "SI_UNITS_CASE": .units, "SI_UNITS_EXPONENT": .units,
    "UNITS_OF_MEASURE_SPACING": .units, "PLURAL_IN_UNITS_OF_MEASURE": .units,
    "SI_UNITS_OF_MEASUREMENT_ADJECTIVES_AME": .units, "SI_UNITS_OF_MEASUREMENT_ADJECTIVES_BRE": .units,
    "SI_UNITS_OF_MEASURMENT_ADJECTIVES_PLURAL": .units, "ESPACE_POURCENT": .percent, "XX-PROZENTIG": .percent,
    "LICZBA_PROC": .percent, "CURRENCY": .money, "CURRENCY_SPACE": .money, "CURRENCY_SPACE_2": .money, "EURO": .money,
    "KEIN_PLURAL_WAEHRUNG": .money, "BISSTRICH_STATT_WAEHRUNG": .money,
  ]

  /// The topic of an example, or `nil` if it is about something else than numbers and dates.
  init?(_ example: LanguageToolExample) {
    guard Self.groups.contains(example.group) else { return nil }
    let topics = (example.filter ?? []).compactMap { Self.filters[$0] }
    guard let topic = topics.first ?? Self.rules[example.rule] else { return nil }
    self = topic
  }

  /// The days on which the examples are read.
  ///
  /// Their rules take it to be the first day of 2014, and a date without a year for one of that year. Copydesk takes
  /// such a date for the nearest one, and far from the day of publication lets the years before and behind pass. So
  /// these examples are read in every other month: no day of the year is then far from some publication.
  var days: [String] {
    switch self {
    case .weekdays, .days: ["01", "03", "05", "07", "09", "11"].map { "2014-\($0)-15" }
    default: ["2014-01-01"]
    }
  }

  /// Whether a finding is about this.
  func covers(_ flag: SpanFlag, isBad: Bool) -> Bool {
    switch self {
    case .weekdays, .days:
      isBad ? flag.rule.hasPrefix("dates/") : ["dates/wrong-weekday", "dates/impossible-date"].contains(flag.rule)
    default: QuantityRules.contains(flag.rule)
    }
  }
}
