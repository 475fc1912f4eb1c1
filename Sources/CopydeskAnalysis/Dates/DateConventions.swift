// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// How a locale writes dates in words.
public struct DateConventions: Sendable {
  /// The language.
  public let language: LanguageSet
  /// The accepted orders of day and month.
  public let orders: Set<DateMention.Order>
  /// What may stand between day and month, day first.
  public let dayMonthJoints: Set<DateMention.Joint>
  /// What may stand between month (or day) and year.
  public let yearJoints: Set<DateMention.Joint>
  /// Whether month names have a capital inside a sentence.
  public let capitalizesMonths: Bool
  /// Whether weekday names have a capital inside a sentence.
  public let capitalizesWeekdays: Bool
  /// The order of numbers in a date of digits.
  public let isDayFirst: Bool
  /// Whether a date of digits may be read either way round.
  public let acceptsBothNumericOrders: Bool
  /// Month names as written in a date, from January on.
  public let months: [String]
  /// Month names as written alone, from January on.
  public let monthsAlone: [String]
  /// Weekday names from Sunday on.
  public let weekdays: [String]
  private let pattern: DatePattern
  private let dayFirstPattern: DatePattern?

  init(_ record: CLDRRecord, tag: LanguageTag, houseStyle: HouseStyle?) {
    let language = tag.language
    self.language = LanguageSet(language)
    pattern = DatePattern(record.longDate)
    var orders: Set<DateMention.Order> = [pattern.order]
    var dayMonth: Set<DateMention.Joint> = []
    if pattern.order == .dayMonth, let joint = pattern.dayMonthJoint { dayMonth.insert(joint) }
    var year: Set<DateMention.Joint> = []
    if let joint = pattern.yearJoint { year.insert(joint) }
    let isEnglish = language == "en"
    if isEnglish {
      // British and American orders both stand in English copy unless a house style chooses.
      orders = [.dayMonth, .monthDay]
      dayMonth.formUnion([.space, DateMention.Joint(connector: "of")])
      year.formUnion([.space, DateMention.Joint(comma: true), DateMention.Joint(connector: "of")])
    }
    // Forms that papers print beside CLDR's: “del 2025”, “do 2025”.
    switch language {
    case "es": year.insert(DateMention.Joint(connector: "del"))
    case "pt": year.insert(DateMention.Joint(connector: "do"))
    case "it": year.insert(DateMention.Joint(connector: "del"))
    case "nl": year.insert(DateMention.Joint(connector: "van"))
    case "fr": year.insert(DateMention.Joint(connector: "de"))
    default: break
    }
    // A style decides between the orders only for copy of its own region; `en` alone leaves both.
    if let houseStyle {
      let patterns = houseStyle.dateFormats.map { DatePattern($0) }
      let styled = Set(patterns.map(\.order).filter { $0 != .withoutDay })
      if tag.region != nil, !styled.isEmpty { orders = styled } else { orders.formUnion(styled) }
      dayMonth.formUnion(patterns.filter { $0.order == .dayMonth }.compactMap(\.dayMonthJoint))
      year.formUnion(patterns.filter { $0.order != .withoutDay }.compactMap(\.yearJoint))
    }
    self.orders = orders
    dayMonthJoints = dayMonth
    yearJoints = year
    dayFirstPattern = isEnglish && orders.contains(.dayMonth) ? DatePattern("d MMMM y") : nil
    let numeric = DatePattern(record.numericDate)
    isDayFirst =
      tag.region != nil && houseStyle != nil
      ? houseStyle?.numericDates != .monthFirst : numeric.order != .monthDay
    acceptsBothNumericOrders = isEnglish && tag.region == nil
    let names = DateConventions.names(tag)
    months = names[0]
    monthsAlone = names[1]
    weekdays = names[2]
    capitalizesMonths = DateConventions.isCapitalized(months)
    capitalizesWeekdays = DateConventions.isCapitalized(weekdays)
  }

  private static func isCapitalized(_ names: [String]) -> Bool {
    names.last?.unicodeScalars.first.map { CharacterTable.shared.info(of: $0.value).kind == .uppercase } ?? false
  }

  /// Months in a date, months alone, weekdays.
  private static func names(_ tag: LanguageTag) -> [[String]] {
    let listed = ["months-in-date", "months-alone", "weekdays"].compactMap {
      CLDRRecord.fields(in: CLDRTable.dateNames, behind: "\(tag.language)|\($0)|")
    }
    if listed.count == 3 { return listed }
    let names = try? LocaleData.names([.monthsInDate, .monthsAlone, .weekdaysAlone], locale: tag.tag)
    return names ?? [[], [], []]
  }

  /// A day in the locale's own form.
  ///
  /// - Parameters:
  ///   - day: The day with whatever belongs to it, such as `17` or `17–19`.
  ///   - month: The month, 1...12.
  ///   - year: The year, or `nil` to leave it out.
  ///   - order: The order of the copy; English keeps it.
  /// - Returns: `nil` if the locale's pattern has more than day, month and year.
  public func format(day: String, month: Int, year: Int?, order: DateMention.Order) -> String? {
    guard months.indices.contains(month - 1) else { return nil }
    let pattern = order == .dayMonth ? dayFirstPattern ?? pattern : pattern
    return pattern.rendered(day: day, month: months[month - 1], year: year.map { String($0) })
  }

  /// A month with its year in the locale's own form, or `nil` if the locale writes more than the two.
  public func format(monthAlone name: String, year: Int) -> String? {
    guard pattern.order != .yearMonthDay else { return nil }
    guard let connector = pattern.yearConnector else { return "\(name) \(year)" }
    return "\(name) \(connector) \(year)"
  }
}
