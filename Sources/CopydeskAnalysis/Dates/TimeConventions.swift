// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// A way of writing the time of day, in CLDR's letters.
public enum TimeForm: String, CaseIterable, Sendable {
  /// `6:30 p.m.`, `6 p.m.`
  case halfDay = "h:mm a"
  /// `6.30pm`, `6pm`
  case joinedHalfDay = "h.mma"
  /// `18:30`, `18:00`
  case colon = "H:mm"
  /// `18.30`, `18`
  case period = "H.mm"
  /// `18h30`, `18h`
  case hourSign = "H'h'mm"
  /// `18.30 Uhr`, `18 Uhr`
  case germanWord = "H.mm 'Uhr'"
  /// `18.30 uur`, `18 uur`
  case dutchWord = "H.mm 'uur'"

  /// Whether it counts twelve hours twice.
  public var hasHalfDays: Bool { self == .halfDay || self == .joinedHalfDay }
}

/// How a locale writes the time of day.
public struct TimeConventions: Sendable {
  /// The language.
  public let language: LanguageSet
  /// The form, or `nil` for a language whose form is not known.
  public let form: TimeForm?
  /// Whether the form is a choice of the house or region and not only of the language.
  public let isHouseForm: Bool
  /// Whether hour and minute may be joined by a letter: `18h30`.
  public let usesHourSign: Bool
  /// Whether the language has signs for the halves of the day.
  public let usesHalfDays: Bool

  init(tag: LanguageTag, houseStyle: HouseStyle?) {
    let lexicon = TimeLexicon.shared
    let language = LanguageSet(tag.language)
    self.language = language
    form = houseStyle?.timeForm ?? lexicon.forms[tag.language]
    isHouseForm = houseStyle?.timeForm != nil && tag.region != nil
    usesHourSign = !lexicon.hourSignLanguages.isDisjoint(with: language)
    usesHalfDays = lexicon.entries.contains {
      ($0.role == .am || $0.role == .pm) && !$0.languages.isDisjoint(with: language)
    }
  }

  /// A time in the locale's form, or `nil` if the form is not known.
  ///
  /// - Parameters:
  ///   - minutes: Minutes since midnight, 0..<1440.
  ///   - showsMinutes: Whether to write the minutes of a full hour.
  /// - Returns: The text without zone, such as `6:30 p.m.`.
  public func string(minutes: Int, showsMinutes: Bool = false) -> String? {
    guard let form else { return nil }
    let (hour, minute) = (minutes / 60, minutes % 60)
    let isFull = minute == 0 && !showsMinutes
    let digits = minute < 10 ? "0\(minute)" : String(minute)
    let twelve = hour % 12 == 0 ? 12 : hour % 12
    switch form {
    case .halfDay:
      return "\(twelve)\(isFull ? "" : ":" + digits) \(hour < 12 ? "a.m." : "p.m.")"
    case .joinedHalfDay:
      return "\(twelve)\(isFull ? "" : "." + digits)\(hour < 12 ? "am" : "pm")"
    case .colon: return "\(hour):\(digits)"
    case .period: return "\(hour)\(isFull ? "" : "." + digits)"
    case .hourSign: return "\(hour)h\(isFull ? "" : digits)"
    case .germanWord: return "\(hour)\(isFull ? "" : "." + digits) Uhr"
    case .dutchWord: return "\(hour)\(isFull ? "" : "." + digits) uur"
    }
  }
}
