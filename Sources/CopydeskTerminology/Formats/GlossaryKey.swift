// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// A key of glossary files: the one place that says which keys there are, in canonical order, and what they hold.
struct GlossaryKey: Sendable {
  /// What a value may be.
  enum Shape: Sendable {
    /// A text that is not empty.
    case text
    /// Texts in a list.
    case texts
    /// A text, or texts in a list.
    case oneOrMore
    /// A day as 2025-01-20.
    case day
    /// `true` or `false`.
    case flag
    /// One of some words.
    case choice([String])
    /// Some of some words, in a list.
    case choices([String])
    /// BCP 47 language tags in a list.
    case languages
    /// A mapping with `from` and `to`, or several in a list.
    case validity
    /// A mapping of relations to the ids of concepts.
    case relations
    /// A mapping of catalogs to ids.
    case externalIDs
    /// Texts and mappings with `text` and `fixed`, in a list.
    case examples
    /// A mapping of language tags to lists of terms.
    case terms
    /// Concepts in a list.
    case concepts
  }

  let name: String
  let shape: Shape
  /// What the value says, in a sentence.
  let meaning: String
  let isRequired: Bool

  private init(_ name: String, _ shape: Shape, _ meaning: String, isRequired: Bool = false) {
    self.name = name
    self.shape = shape
    self.meaning = meaning
    self.isRequired = isRequired
  }

  private static func words<Choice: RawRepresentable<String> & CaseIterable>(_ type: Choice.Type) -> [String] {
    type.allCases.map(\.rawValue)
  }

  /// The keys of a file.
  static let glossary: [GlossaryKey] = [
    GlossaryKey("glossary", .text, "A short name for the glossary.", isRequired: true),
    GlossaryKey("title", .text, "The title for people."),
    GlossaryKey("license", .text, "The licence of the content as an SPDX expression."),
    GlossaryKey("languages", .languages, "The languages the glossary covers, the main one first."),
    GlossaryKey("concepts", .concepts, "The concepts."),
  ]

  /// The keys of a concept.
  static let concept: [GlossaryKey] = [
    GlossaryKey("id", .text, "An id that stays the same for good, unique in its glossary.", isRequired: true),
    GlossaryKey("kind", .choice(words(ConceptKind.self)), "What the concept is about; term if it is not said."),
    GlossaryKey(
      "state", .choice(words(ConceptState.self)),
      "How far the desk has come with it; approved if it is not said. Rules take notice of approved concepts only."),
    GlossaryKey("domain", .oneOrMore, "The subject fields."),
    GlossaryKey("desk", .oneOrMore, "The desks that use the concept."),
    GlossaryKey("definition", .text, "What the concept is, in a sentence."),
    GlossaryKey("owner", .text, "Who answers for the concept."),
    GlossaryKey("review-by", .day, "The day by which somebody must look at it again."),
    GlossaryKey("source", .oneOrMore, "Where the terms come from: the institution and the kind of document."),
    GlossaryKey("note", .text, "What else a translator must know."),
    GlossaryKey("validity", .validity, "The days on which the concept exists; the last day named still counts."),
    GlossaryKey("relations", .relations, "How the concept stands to others, by their ids."),
    GlossaryKey("external-ids", .externalIDs, "The concept's names in catalogs, such as {wikidata: Q42}."),
    GlossaryKey("terms", .terms, "The terms by language.", isRequired: true),
  ]

  /// The keys of a term.
  static let term: [GlossaryKey] = [
    GlossaryKey("text", .text, "The term as it is written in running text, without an article.", isRequired: true),
    GlossaryKey("status", .choice(words(TermStatus.self)), "What the desk thinks of it; preferred if it is not said."),
    GlossaryKey("type", .choice(words(TermType.self)), "The form it takes; full if it is not said."),
    GlossaryKey("part-of-speech", .choice(words(PartOfSpeech.self)), "The part of speech."),
    GlossaryKey("gender", .choice(words(GrammaticalGender.self)), "The grammatical gender."),
    GlossaryKey("number", .choice(words(GrammaticalNumber.self)), "The grammatical number."),
    GlossaryKey("region", .text, "Where the term is used, as a region code or in words."),
    GlossaryKey(
      "match", .choice(words(TermMatching.self)), "Which texts count as a use of the term; stem if it is not said."),
    GlossaryKey(
      "case", .choice(words(TermCase.self)), "Which capitals a text must have; permissive if it is not said."),
    GlossaryKey("forms", .texts, "Other forms of the same term: plurals, cases, spellings of the same standing."),
    GlossaryKey("first-mention", .text, "How the term must be introduced, with {full} and {acronym}."),
    GlossaryKey("validity", .validity, "The days on which the term is right; the last day named still counts."),
    GlossaryKey("exceptions", .texts, "Longer texts in which the term means something else."),
    GlossaryKey("scopes", .choices(words(SegmentRole.self)), "The parts of an article the term counts in."),
    GlossaryKey("examples", .examples, "Copy by which the term is tested, with ⟦ and ⟧ around what must be reported."),
    GlossaryKey("contexts", .oneOrMore, "Sentences that show the term in use."),
    GlossaryKey("message", .text, "What to tell the editor in place of the usual message."),
    GlossaryKey("note", .text, "What else a translator must know."),
    GlossaryKey("source", .text, "Where the term comes from."),
    GlossaryKey("severity", .choice(words(TermSeverity.self)), "How bad the use of a rejected term is."),
    GlossaryKey("do-not-translate", .flag, "Whether translations keep the term as it is."),
    GlossaryKey("author", .text, "Who entered the term."),
    GlossaryKey("reviewer", .text, "Who looked at it last."),
    GlossaryKey("created", .day, "The day it was entered."),
    GlossaryKey("modified", .day, "The day it was last changed."),
  ]

  /// The keys of a span of days.
  static let validity: [GlossaryKey] = [
    GlossaryKey("from", .day, "The first day."), GlossaryKey("to", .day, "The last day."),
  ]

  /// The keys of an example.
  static let example: [GlossaryKey] = [
    GlossaryKey("text", .text, "The copy.", isRequired: true),
    GlossaryKey("fixed", .text, "The copy after the fix."),
  ]

  /// The keys of relations.
  static let relation: [GlossaryKey] = [
    GlossaryKey(ConceptRelationKind.broader.rawValue, .oneOrMore, "Concepts that are more general."),
    GlossaryKey(ConceptRelationKind.related.rawValue, .oneOrMore, "Concepts that have to do with it."),
    GlossaryKey(ConceptRelationKind.replacedBy.rawValue, .oneOrMore, "The concept that has taken its place."),
  ]
}
