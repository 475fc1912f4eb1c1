// SPDX-License-Identifier: Apache-2.0

/// What a column of a glossary table says, under the name that it has in tables that Copydesk writes.
enum TableField: String, CaseIterable {
  // Of concepts.
  case id
  case kind
  case state
  case domain
  case desk
  case definition
  case owner
  case reviewBy = "review-by"
  case source
  case note
  case validity
  case relations
  case externalIDs = "external-ids"
  // Of terms.
  case language
  case term
  case status
  case type
  case partOfSpeech = "part-of-speech"
  case gender
  case number
  case region
  case match
  case casePolicy = "case"
  case forms
  case firstMention = "first-mention"
  case termValidity = "term-validity"
  case exceptions
  case scopes
  case examples
  case contexts
  case message
  case termNote = "term-note"
  case termSource = "term-source"
  case severity
  case doNotTranslate = "do-not-translate"
  case author
  case reviewer
  case created
  case modified
  // Of tables that others write.
  case preferred
  case admitted
  case deprecated
  case superseded
  case forbidden
  case proposed
  case target

  /// The fields of concepts, in the order of columns.
  static let ofConcepts: [TableField] = [
    .id, .kind, .state, .domain, .desk, .definition, .owner, .reviewBy, .source, .note, .validity, .relations,
    .externalIDs,
  ]

  /// The fields of terms, in the order of columns.
  static let ofTerms: [TableField] = [
    .language, .term, .status, .type, .partOfSpeech, .gender, .number, .region, .match, .casePolicy, .forms,
    .firstMention, .termValidity, .exceptions, .scopes, .examples, .contexts, .message, .termNote, .termSource,
    .severity, .doNotTranslate, .author, .reviewer, .created, .modified,
  ]

  /// Whether the column may hold the texts of terms, apart from the one for all terms.
  var isTermText: Bool {
    switch self {
    case .term, .target, .preferred, .admitted, .deprecated, .superseded, .forbidden, .proposed: true
    default: false
    }
  }

  var isOfConcept: Bool { TableField.ofConcepts.contains(self) }

  /// The field of a header, in lowercase with single spaces for `-` and `_`; `nil` if it is none.
  static func named(_ name: String) -> TableField? { byName[name] }

  /// The field of an attribute of one term: `note` beside a language is the note of the term.
  var asAttributeOfTerm: TableField {
    switch self {
    case .note: .termNote
    case .source: .termSource
    case .validity: .termValidity
    default: self
    }
  }

  private static let byName: [String: TableField] = {
    var names: [String: TableField] = [:]
    for field in TableField.allCases {
      names[TableHeader.normalized(field.rawValue)] = field
    }
    for (field, others) in aliases {
      for name in others { names[name] = field }
    }
    return names
  }()

  /// What other tools and desks call their columns.
  private static let aliases: [(TableField, [String])] = [
    (.id, ["concept id", "conceptid", "concept", "entry id", "entryid", "entry", "entry number", "term id"]),
    (.kind, ["concept kind", "concept type", "entity type"]),
    (.state, ["concept state", "concept status", "entry status"]),
    (.domain, ["domains", "subject", "subject field", "subjectfield", "entry subject", "concept domain", "category"]),
    (.desk, ["desks"]),
    (.definition, ["def", "concept definition", "entry definition", "description", "meaning", "explanation"]),
    (.owner, ["responsible", "responsibility"]),
    (.reviewBy, ["review date"]),
    (.source, ["sources", "concept source", "entry source", "reference"]),
    (.note, ["notes", "comment", "comments", "remark", "remarks", "concept note", "entry note"]),
    (.relations, ["relation"]),
    (.language, ["lang", "locale", "language code", "term language", "xml lang"]),
    (.term, ["terms", "text", "term text", "expression", "designation"]),
    (
      .status,
      ["term status", "administrative status", "administrativestatus", "usage status", "usagestatus", "usage"]
    ),
    (.type, ["term type", "termtype"]),
    (.partOfSpeech, ["pos", "partofspeech", "word class"]),
    (.gender, ["grammatical gender", "grammaticalgender"]),
    (.number, ["grammatical number", "grammaticalnumber"]),
    (.region, ["geographical usage", "geographicalusage", "country"]),
    (.match, ["matching", "match type"]),
    (.casePolicy, ["case sensitive", "case sensitivity", "casesensitive"]),
    (.forms, ["form", "inflections", "inflected forms", "linguistic variations"]),
    (.exceptions, ["exception"]),
    (.scopes, ["scope"]),
    (.examples, ["tests"]),
    (.contexts, ["context", "example", "term example", "usage example", "sample sentence"]),
    (.termNote, ["term comment", "usage note"]),
    (.termSource, ["term reference"]),
    (.doNotTranslate, ["dnt", "do not translate", "read only", "non translatable", "untranslatable"]),
    (.author, ["created by", "creator", "term created by", "entry creator"]),
    (.reviewer, ["modified by", "last modified by", "approved by", "entry modifier"]),
    (.created, ["created at", "creation date", "date created", "entry created"]),
    (.modified, ["modified at", "last modified", "last modified at", "updated", "updated at", "entry lastmodified"]),
    (.preferred, ["preferred term", "preferred terms", "use", "use instead"]),
    (.admitted, ["admitted term", "admitted terms", "synonym", "synonyms", "alternative", "alternatives", "allowed"]),
    (.deprecated, ["deprecated term", "deprecated terms", "obsolete", "not recommended"]),
    (.superseded, ["superseded term", "superseded terms", "former"]),
    (
      .forbidden,
      [
        "forbidden term", "forbidden terms", "term forbidden", "is forbidden", "banned", "avoid", "wrong",
        "do not use", "blacklisted",
      ]
    ),
    (.proposed, ["proposed term", "proposed terms", "candidate"]),
    (.target, ["target term", "translation", "tgt", "trg"]),
  ]
}
