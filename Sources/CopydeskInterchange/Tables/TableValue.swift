// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText

/// How values of the model stand in cells.
enum TableValue {
  // MARK: Choices

  /// Yes or no, or `nil` if the text is neither.
  static func flag(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "yes", "true", "1", "x", "y", "✓", "✔": true
    case "no", "false", "0", "n", "-", "": false
    default: nil
    }
  }

  /// The value of a closed list, also under the names that other tools give it.
  static func choice<Choice: RawRepresentable & CaseIterable>(
    _ text: String, aliases: [String: Choice] = [:]
  ) -> Choice? where Choice.RawValue == String {
    let name = text.lowercased().split { " _".contains($0) }.joined(separator: "-")
    return Choice(rawValue: name) ?? aliases[name]
  }

  static let statuses: [String: TermStatus] = [
    "preferredterm-admn-sts": .preferred, "preferredterm": .preferred, "preferred-term": .preferred,
    "approved": .preferred, "standardized": .preferred, "admittedterm-admn-sts": .admitted,
    "admittedterm": .admitted, "admitted-term": .admitted, "allowed": .admitted, "acceptable": .admitted,
    "accepted": .admitted, "alternative": .admitted, "synonym": .admitted,
    "deprecatedterm-admn-sts": .deprecated, "deprecatedterm": .deprecated, "deprecated-term": .deprecated,
    "not-recommended": .deprecated, "notrecommended": .deprecated, "obsolete": .deprecated,
    "supersededterm-admn-sts": .superseded, "supersededterm": .superseded, "superseded-term": .superseded,
    "former": .superseded, "banned": .forbidden, "prohibited": .forbidden, "do-not-use": .forbidden,
    "blacklisted": .forbidden, "new": .proposed, "candidate": .proposed, "draft": .proposed,
    "provisional": .proposed, "unapproved": .proposed,
  ]

  static let kinds: [String: ConceptKind] = [
    "organisation": .organization, "org": .organization, "location": .place, "name": .person, "concept": .term,
  ]

  static let states: [String: ConceptState] = [
    "draft": .proposed, "new": .proposed, "candidate": .proposed, "active": .approved, "obsolete": .deprecated,
  ]

  static let types: [String: TermType] = [
    "fullform": .full, "full-form": .full, "shortform": .short, "short-form": .short, "phrase": .full,
    "initialism": .acronym,
  ]

  static let partsOfSpeech: [String: PartOfSpeech] = [
    "n": .noun, "v": .verb, "adj": .adjective, "adv": .adverb, "propernoun": .properNoun, "name": .properNoun,
  ]

  static let genders: [String: GrammaticalGender] = [
    "m": .masculine, "f": .feminine, "n": .neuter, "masc": .masculine, "fem": .feminine, "neut": .neuter,
  ]

  static let numbers: [String: GrammaticalNumber] = ["sg": .singular, "pl": .plural, "uncountable": .mass]

  static let casePolicies: [String: TermCase] = [
    "yes": .exact, "true": .exact, "1": .exact, "x": .exact, "sensitive": .exact, "casesensitive": .exact,
    "no": .fold, "false": .fold, "0": .fold, "insensitive": .fold, "ignore": .fold, "any": .fold,
  ]

  // MARK: Spans of days

  /// Spans as ISO 8601 writes them: `2024-01-01/2025-06-30`, with `..` for an open end.
  static func cell(of spans: [Validity]) -> String {
    spans.map { "\($0.from.map { "\($0)" } ?? "..")/\($0.to.map { "\($0)" } ?? "..")" }.joined(separator: "|")
  }

  /// The spans of a cell, or `nil` if it holds something else.
  static func spans(_ cell: String) -> [Validity]? {
    var spans: [Validity] = []
    for item in TableText.items(of: cell) {
      let ends = item.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
      guard ends.count == 2, let from = end(ends[0]), let to = end(ends[1]) else { return nil }
      if let from, let to, to < from { return nil }
      spans.append(Validity(from: from, to: to))
    }
    return spans
  }

  private static func end(_ text: String) -> CalendarDate?? {
    if text.isEmpty || text == ".." { return .some(nil) }
    return CalendarDate(iso: text).map { .some($0) }
  }

  // MARK: Names with values

  /// Pairs as `wikidata=Q42`.
  static func cell(of pairs: [(String, String)]) -> String {
    TableText.cell(of: pairs.map { "\($0.0)=\($0.1)" })
  }

  /// The pairs of a cell, or `nil` if an item has no `=`.
  static func pairs(_ cell: String) -> [(String, String)]? {
    var pairs: [(String, String)] = []
    for item in TableText.items(of: cell) {
      let parts = item.split(separator: "=", maxSplits: 1).map { TableText.trimmed(String($0)) }
      guard parts.count == 2 else { return nil }
      pairs.append((parts[0], parts[1]))
    }
    return pairs
  }

  // MARK: Examples

  private static let arrow = " → "

  /// An example as copy, with its correction behind an arrow.
  static func item(of example: TermExample) -> String { example.text + (example.fixed.map { arrow + $0 } ?? "") }

  /// The example of an item.
  static func example(_ item: String) -> TermExample {
    // The last arrow divides: what is fixed seldom has one.
    guard let range = lastArrow(in: item) else { return TermExample(item) }
    return TermExample(String(item[..<range.lowerBound]), fixed: String(item[range.upperBound...]))
  }

  private static func lastArrow(in text: String) -> Range<String.Index>? {
    var end = text.unicodeScalars.endIndex
    let scalars = text.unicodeScalars
    while let index = scalars[..<end].lastIndex(of: "→") {
      if index > scalars.startIndex, scalars.index(after: index) < scalars.endIndex {
        let before = scalars.index(before: index)
        let after = scalars.index(after: index)
        if scalars[before] == " ", scalars[after] == " " { return before..<scalars.index(after: after) }
      }
      end = index
    }
    return nil
  }
}
