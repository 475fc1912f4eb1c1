// SPDX-License-Identifier: Apache-2.0

internal import CopydeskTerminology
internal import CopydeskText
internal import CopydeskXML

/// What formats hold of a concept besides its terms, under the names that glossary files use.
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
}

/// What formats hold of a term besides its text and status, under the names that glossary files use.
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
    let held = Set(held.map(\.rawValue))
    for key in concept.saidKeys where !held.contains(key) { note(key, "is left out", of: concept.id) }
  }

  /// Notes what a term says that a format does not hold.
  mutating func note(_ term: Term, holding held: Set<TermField>) {
    // Every writer says itself what becomes of the status.
    let held = Set(held.map(\.rawValue)).union(["status"])
    for key in term.saidKeys where !held.contains(key) { note(key, "is left out", of: GlossaryLosses.subject(term)) }
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
