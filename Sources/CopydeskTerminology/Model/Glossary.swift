// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// The terms of a desk, by concept.
///
/// The model follows TBX (ISO 30042): a glossary holds concepts, a concept holds terms in several
/// languages, and each term has an administrative status.
public struct Glossary: Hashable, Sendable {
  /// A short name such as `latin-america-us`.
  public var id: String
  /// The title for people, or `nil`.
  public var title: String?
  /// The licence of the content as an SPDX expression, or `nil`.
  public var license: String?
  /// The languages the glossary covers, the main one first.
  public var languages: [LanguageTag]
  /// The concepts in the order of the file.
  public var concepts: [Concept]

  /// Creates a glossary.
  public init(
    id: String, title: String? = nil, license: String? = nil, languages: [LanguageTag] = [], concepts: [Concept] = []
  ) {
    self.id = id
    self.title = title
    self.license = license
    self.languages = languages
    self.concepts = concepts
  }
}

/// What a concept is about.
public enum ConceptKind: String, CaseIterable, Sendable {
  /// A technical or political term.
  case term
  /// A person.
  case person
  /// An organization: party, authority, company, gang.
  case organization
  /// A place: country, region, city, building.
  case place
  /// A book, film, law or other work.
  case work
  /// An event.
  case event
}

/// One thing with the terms that name it.
public struct Concept: Hashable, Sendable {
  /// An id that stays the same for good, unique in its glossary.
  public var id: String
  /// What the concept is about.
  public var kind: ConceptKind
  /// The subject fields.
  public var domains: [String]
  /// What the concept is, in a sentence, or `nil`.
  public var definition: String?
  /// Where the terms come from.
  public var sources: [String]
  /// What else a translator must know, or `nil`.
  public var note: String?
  /// The days on which the concept exists; empty means always.
  public var validity: [Validity]
  /// The terms, grouped by language in the order of the file.
  public var terms: [Term]

  /// Creates a concept.
  public init(
    id: String, kind: ConceptKind = .term, domains: [String] = [], definition: String? = nil, sources: [String] = [],
    note: String? = nil, validity: [Validity] = [], terms: [Term] = []
  ) {
    self.id = id
    self.kind = kind
    self.domains = domains
    self.definition = definition
    self.sources = sources
    self.note = note
    self.validity = validity
    self.terms = terms
  }
}

/// A span of days, open at a side that names no day.
public struct Validity: Hashable, Sendable {
  /// The first day, or `nil` for since ever.
  public var from: CalendarDate?
  /// The last day, or `nil` for until further notice.
  public var to: CalendarDate?

  /// Creates a span.
  public init(from: CalendarDate? = nil, to: CalendarDate? = nil) {
    self.from = from
    self.to = to
  }

  /// Whether the day lies in the span.
  public func contains(_ day: CalendarDate) -> Bool {
    (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true)
  }

  /// Whether the spans share a day.
  public func overlaps(_ other: Validity) -> Bool {
    let endsBefore = to.flatMap { to in other.from.map { to < $0 } } ?? false
    let startsAfter = other.to.flatMap { to in from.map { to < $0 } } ?? false
    return !endsBefore && !startsAfter
  }

  /// Whether there is a day on which both lists of spans hold; an empty list always holds.
  public static func canMeet(_ left: [Validity], _ right: [Validity]) -> Bool {
    left.isEmpty || right.isEmpty || left.contains { span in right.contains { span.overlaps($0) } }
  }
}
