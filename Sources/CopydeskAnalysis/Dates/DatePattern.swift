// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// A date pattern in CLDR's letters, taken apart: `d 'de' MMMM 'de' y`.
struct DatePattern: Sendable {
  enum Element: Hashable, Sendable {
    /// A field letter and how often it stands.
    case field(Character, Int)
    /// What stands between fields, without quotes.
    case literal(String)
  }

  let elements: [Element]

  init(_ pattern: String) {
    var elements: [Element] = []
    var literal = ""
    var isQuoted = false
    for character in pattern {
      if character == "'" {
        isQuoted.toggle()
      } else if !isQuoted, character.isASCII, character.isLetter {
        if !literal.isEmpty {
          elements.append(.literal(literal))
          literal = ""
        }
        if case .field(character, let count) = elements.last {
          elements[elements.count - 1] = .field(character, count + 1)
        } else {
          elements.append(.field(character, 1))
        }
      } else {
        literal.append(character)
      }
    }
    if !literal.isEmpty { elements.append(.literal(literal)) }
    self.elements = elements
  }

  private func position(of letters: Set<Character>) -> Int? {
    elements.firstIndex { element in
      if case .field(let letter, _) = element { letters.contains(letter) } else { false }
    }
  }

  private var day: Int? { position(of: ["d"]) }
  private var month: Int? { position(of: ["M", "L"]) }
  private var year: Int? { position(of: ["y", "u"]) }

  var order: DateMention.Order {
    guard let day, let month else { return .withoutDay }
    if let year, year < month { return .yearMonthDay }
    return day < month ? .dayMonth : .monthDay
  }

  /// What stands between day and month.
  var dayMonthJoint: DateMention.Joint? {
    guard let day, let month else { return nil }
    return joint(between: min(day, month), and: max(day, month))
  }

  /// What stands before the year.
  var yearJoint: DateMention.Joint? {
    guard let year, let month else { return nil }
    let before = max(month, day ?? 0)
    return before < year ? joint(between: before, and: year) : nil
  }

  /// The word before the year.
  var yearConnector: String? {
    guard let year, year > 0, case .literal(let text) = elements[year - 1] else { return nil }
    let word = text.filter(\.isLetter)
    return word.isEmpty ? nil : word
  }

  private func joint(between first: Int, and second: Int) -> DateMention.Joint {
    var joint = DateMention.Joint()
    for element in elements[first..<second] {
      guard case .literal(let text) = element else { continue }
      let word = text.filter { $0.isLetter || $0 == "'" }
      if !word.isEmpty { joint.connector = TokenKey.key(of: word) }
      if text.contains(".") { joint.period = true }
      if text.contains(",") { joint.comma = true }
    }
    return joint
  }

  /// The pattern without weekday, and without year if there is none to write.
  func rendered(day: String, month: String, year: String?) -> String? {
    guard let first = [self.day, self.month].compactMap({ $0 }).min(),
      let last = (year == nil ? [self.day, self.month] : [self.day, self.month, self.year]).compactMap({ $0 }).max(),
      self.day != nil
    else { return nil }
    var text = ""
    for element in elements[first...last] {
      switch element {
      case .literal(let literal): text += literal
      case .field("d", _): text += day
      case .field("M", _), .field("L", _): text += month
      case .field("y", _), .field("u", _): text += year ?? ""
      case .field: return nil
      }
    }
    return text
  }
}
