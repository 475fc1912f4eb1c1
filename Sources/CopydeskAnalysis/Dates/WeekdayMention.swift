// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// The full name of a weekday, with or without a date.
struct WeekdayMention: Hashable, Sendable {
  /// 0 for Sunday to 6.
  let weekday: Int
  /// The token.
  let token: Int
  /// Its place.
  let range: TextRange

  /// The weekdays in the names that a language writes out; none where a name is two words, as in Hebrew.
  static func mentions(
    in tokens: [Token], lexicon: DateLexicon, conventions: DateConventions
  ) -> [WeekdayMention] {
    guard !conventions.weekdays.contains(where: { $0.utf8.contains(0x20) }) else { return [] }
    let language = conventions.language
    var mentions: [WeekdayMention] = []
    for (index, token) in tokens.enumerated() where token.kind == .word {
      guard lexicon.firstSense(of: token.key) != nil else { continue }
      let senses = lexicon.senses(of: token.key).filter { !$0.languages.isDisjoint(with: language) }
      guard let sense = senses.first, !sense.isMonth, sense.form != .short, senses.count == 1 else { continue }
      mentions.append(WeekdayMention(weekday: sense.value, token: index, range: token.range))
    }
    return mentions
  }
}
