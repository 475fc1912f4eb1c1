// SPDX-License-Identifier: Apache-2.0

internal import CopydeskTerminology
internal import CopydeskText
internal import CopydeskXML

/// What a concept may say besides its terms, under the names that glossary files use.
enum ConceptField: String, CaseIterable {
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

  /// Whether a concept says anything of the kind.
  func isSaid(by concept: Concept) -> Bool {
    switch self {
    case .kind: concept.kind != .term
    case .state: concept.state != .approved
    case .domain: !concept.domains.isEmpty
    case .desk: !concept.desks.isEmpty
    case .definition: concept.definition != nil
    case .owner: concept.owner != nil
    case .reviewBy: concept.reviewBy != nil
    case .source: !concept.sources.isEmpty
    case .note: concept.note != nil
    case .validity: !concept.validity.isEmpty
    case .relations: !concept.relations.isEmpty
    case .externalIDs: !concept.externalIDs.isEmpty
    }
  }
}

/// What a term may say besides its text and status, under the names that glossary files use.
enum TermField: String, CaseIterable {
  case type
  case partOfSpeech = "part-of-speech"
  case gender
  case number
  case region
  case match
  case caseRule = "case"
  case forms
  case firstMention = "first-mention"
  case validity
  case exceptions
  case scopes
  case examples
  case contexts
  case message
  case note
  case source
  case severity
  case doNotTranslate = "do-not-translate"
  case author
  case reviewer
  case created
  case modified

  /// Whether a term says anything of the kind.
  func isSaid(by term: Term) -> Bool {
    switch self {
    case .type: term.type != .full
    case .partOfSpeech: term.partOfSpeech != nil
    case .gender: term.gender != nil
    case .number: term.number != nil
    case .region: term.region != nil
    case .match: term.matching != .stem
    case .caseRule: term.casePolicy != .permissive
    case .forms: !term.forms.isEmpty
    case .firstMention: term.firstMention != nil
    case .validity: !term.validity.isEmpty
    case .exceptions: !term.exceptions.isEmpty
    case .scopes: !term.scopes.isEmpty
    case .examples: !term.examples.isEmpty
    case .contexts: !term.contexts.isEmpty
    case .message: term.message != nil
    case .note: term.note != nil
    case .source: term.source != nil
    case .severity: term.severity != nil
    case .doNotTranslate: term.isNotTranslated
    case .author: term.author != nil
    case .reviewer: term.reviewer != nil
    case .created: term.created != nil
    case .modified: term.modified != nil
    }
  }
}

/// Collects the losses of a writer.
struct GlossaryLosses {
  private(set) var report = LossReport()

  /// Notes that a value is left out or changed.
  mutating func note(_ field: String, _ outcome: String, of subject: String) {
    report.note(.init(field: field, outcome: outcome, subject: subject))
  }

  /// Notes what a concept says that a format does not hold.
  mutating func note(_ concept: Concept, holding held: Set<ConceptField>) {
    for field in ConceptField.allCases where !held.contains(field) && field.isSaid(by: concept) {
      note(field.rawValue, "is left out", of: concept.id)
    }
  }

  /// Notes what a term says that a format does not hold.
  mutating func note(_ term: Term, holding held: Set<TermField>) {
    for field in TermField.allCases where !held.contains(field) && field.isSaid(by: term) {
      note(field.rawValue, "is left out", of: GlossaryLosses.subject(term))
    }
  }

  /// Notes what becomes of a text in a format whose readers take every run of white space for a space.
  mutating func note(text: String, field: String, of subject: String) {
    if XMLElement.collapsed(text) != text { note(field, "loses line breaks and repeated spaces", of: subject) }
    if !XMLWriter.canWrite(text) { note(field, "loses characters that XML cannot hold", of: subject) }
  }

  /// Notes that a format holds terms and this one is an expression.
  mutating func noteExpression(_ term: Term) {
    note("match: regex", "is no term of running text and is left out", of: GlossaryLosses.subject(term))
  }

  /// How losses name a term.
  static func subject(_ term: Term) -> String { "“\(term.text)” (\(term.language.tag))" }
}
