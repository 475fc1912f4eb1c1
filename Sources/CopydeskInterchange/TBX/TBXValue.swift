// SPDX-License-Identifier: Apache-2.0

internal import CopydeskTerminology

/// What a word of a picklist means in the model.
struct TBXMeaning<Value: Sendable>: Sendable {
  let value: Value
  /// Whether the model says the same; else the word says more or something near to it.
  let isExact: Bool
}

/// The picklists of TBX and of the tools that write it, each value under its letters in lowercase.
///
/// `preferredTerm-admn-sts` of the standard, `preferred` of TermWeb and `Preferred` of IATE are one value; so are
/// `Proper Noun` and `properNoun`.
enum TBXValue {
  /// The letters and digits of a word in lowercase, by which values are compared.
  static func key(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...: bytes.append(byte)
      default: break
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The status that a value of `administrativeStatus`, `normativeAuthorization` or `usageStatus` gives a term.
  static func status(_ text: String) -> TBXMeaning<TermStatus>? {
    var key = key(text)
    for suffix in ["admnsts", "term"] where key.hasSuffix(suffix) { key.removeLast(suffix.utf8.count) }
    return statuses[key]
  }

  static func partOfSpeech(_ text: String) -> TBXMeaning<PartOfSpeech>? { partsOfSpeech[key(text)] }
  static func termType(_ text: String) -> TBXMeaning<TermType>? { termTypes[key(text)] }
  static func gender(_ text: String) -> TBXMeaning<GrammaticalGender>? { genders[key(text)] }
  static func number(_ text: String) -> TBXMeaning<GrammaticalNumber>? { numbers[key(text)] }

  /// What a yes or no says, or `nil` if the text is neither.
  static func flag(_ text: String) -> Bool? {
    switch key(text) {
    case "yes", "true", "1": true
    case "no", "false", "0": false
    default: nil
    }
  }

  private static func table<Value: Sendable>(
    exact: [String: Value], near: [String: Value] = [:]
  ) -> [String: TBXMeaning<Value>] {
    exact.mapValues { TBXMeaning(value: $0, isExact: true) }
      .merging(near.mapValues { TBXMeaning(value: $0, isExact: false) }) { exact, _ in exact }
  }

  private static let statuses: [String: TBXMeaning<TermStatus>] = table(
    exact: [
      "preferred": .preferred, "recommended": .preferred, "admitted": .admitted, "accepted": .admitted,
      "allowed": .admitted, "deprecated": .deprecated, "notrecommended": .deprecated, "superseded": .superseded,
      "obsolete": .superseded, "forbidden": .forbidden, "prohibited": .forbidden, "proposed": .proposed,
      "suggested": .proposed,
    ],
    near: ["standardized": .preferred, "legal": .preferred, "regulated": .preferred])

  private static let partsOfSpeech: [String: TBXMeaning<PartOfSpeech>] = table(
    exact: [
      "noun": .noun, "propernoun": .properNoun, "propername": .properNoun, "verb": .verb, "adjective": .adjective,
      "adverb": .adverb, "other": .other, "n": .noun, "v": .verb, "adj": .adjective, "adv": .adverb,
    ])

  private static let termTypes: [String: TBXMeaning<TermType>] = table(
    exact: [
      "fullform": .full, "full": .full, "acronym": .acronym, "initialism": .acronym, "abbreviation": .abbreviation,
      "shortform": .short, "variant": .variant, "misspelling": .misspelling, "hashtag": .hashtag,
    ],
    near: [
      "phrase": .full, "phraseologicalunit": .full, "setphrase": .full, "collocation": .full, "commonname": .full,
      "internationalism": .full, "internationalscientificterm": .full, "entryterm": .full, "string": .full,
      "formula": .full, "equation": .full, "symbol": .full, "logicalexpression": .full, "partnumber": .full,
      "sku": .full, "abbreviatedform": .abbreviation, "clippedterm": .short, "shortcut": .short, "synonym": .variant,
      "synonymousphrase": .variant, "transliteratedform": .variant, "transcribedform": .variant,
      "orthographicalvariant": .variant,
    ])

  private static let genders: [String: TBXMeaning<GrammaticalGender>] = table(
    exact: [
      "masculine": .masculine, "feminine": .feminine, "neuter": .neuter, "other": .other, "othergender": .other,
      "m": .masculine, "f": .feminine,
    ],
    near: ["common": .other])

  private static let numbers: [String: TBXMeaning<GrammaticalNumber>] = table(
    exact: [
      "singular": .singular, "single": .singular, "dual": .dual, "plural": .plural, "mass": .mass, "massnoun": .mass,
      "other": .other, "othernumber": .other,
    ])
}

/// The words that TBX of either edition has for values of the model.
enum TBXWord {
  /// The administrative status, or `nil` where TBX has none that comes near.
  static func status(_ status: TermStatus) -> String? {
    switch status {
    case .preferred: "preferredTerm-admn-sts"
    case .admitted: "admittedTerm-admn-sts"
    case .deprecated, .forbidden: "deprecatedTerm-admn-sts"
    case .superseded: "supersededTerm-admn-sts"
    case .proposed: nil
    }
  }

  /// The term type; a misspelling and a hashtag are variants.
  static func termType(_ type: TermType) -> String {
    switch type {
    case .full: "fullForm"
    case .acronym: "acronym"
    case .abbreviation: "abbreviation"
    case .short: "shortForm"
    case .variant, .misspelling, .hashtag: "variant"
    }
  }

  /// The note by which Copydesk recognizes a status that TBX does not have.
  static func note(for status: TermStatus) -> String? {
    status == .forbidden || status == .proposed ? "status: \(status.rawValue)" : nil
  }

  /// The note by which Copydesk recognizes how far a desk has come with a concept.
  static func note(for state: ConceptState) -> String? { state == .approved ? nil : "state: \(state.rawValue)" }

  /// The note by which Copydesk recognizes a term that is not translated.
  static let notTranslated = "do-not-translate: true"
}
