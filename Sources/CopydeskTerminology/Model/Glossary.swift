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

  /// The glossary with the concepts that are in force.
  public var approved: Glossary {
    guard concepts.contains(where: { $0.state != .approved }) else { return self }
    var glossary = self
    glossary.concepts.removeAll { $0.state != .approved }
    return glossary
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

/// How far a desk has come with a concept.
public enum ConceptState: String, CaseIterable, Sendable {
  /// Suggested by somebody or something; rules take no notice until a person approves it.
  case proposed
  /// In force.
  case approved
  /// Kept for the record; rules take no notice any more.
  case deprecated
}

/// How a concept stands to another.
public enum ConceptRelationKind: String, CaseIterable, Sendable {
  /// The other is more general.
  case broader
  /// The other has to do with it.
  case related
  /// The other has taken its place.
  case replacedBy = "replaced-by"
}

/// A link from a concept to another of the same glossary.
public struct ConceptRelation: Hashable, Sendable {
  /// How the concept stands to the other.
  public var kind: ConceptRelationKind
  /// The id of the other concept.
  public var concept: String

  /// Creates a link.
  public init(_ kind: ConceptRelationKind, _ concept: String) {
    self.kind = kind
    self.concept = concept
  }
}

/// The name of a concept in a catalog outside of the glossary, such as `Q1234` in `wikidata`.
public struct ExternalID: Hashable, Sendable {
  /// The catalog, in lowercase with hyphens: `wikidata`, `geonames`, `iso-3166`, `iate`.
  public var catalog: String
  /// The name in the catalog.
  public var id: String

  /// Creates a name.
  public init(catalog: String, id: String) {
    self.catalog = catalog
    self.id = id
  }
}

/// One thing with the terms that name it.
public struct Concept: Hashable, Sendable {
  /// An id that stays the same for good, unique in its glossary.
  public var id: String
  /// What the concept is about.
  public var kind: ConceptKind
  /// How far the desk has come with it.
  public var state: ConceptState
  /// The subject fields.
  public var domains: [String]
  /// The desks that use the concept; empty means all.
  public var desks: [String]
  /// What the concept is, in a sentence, or `nil`.
  public var definition: String?
  /// Who answers for the concept, or `nil`.
  public var owner: String?
  /// The day by which somebody must look at the concept again, or `nil`.
  public var reviewBy: CalendarDate?
  /// Where the terms come from.
  public var sources: [String]
  /// What else a translator must know, or `nil`.
  public var note: String?
  /// The days on which the concept exists; empty means always.
  public var validity: [Validity]
  /// How the concept stands to others.
  public var relations: [ConceptRelation]
  /// The concept's names in catalogs, each catalog once.
  public var externalIDs: [ExternalID]
  /// The terms, grouped by language in the order of the file.
  public var terms: [Term]

  /// Creates a concept.
  public init(
    id: String, kind: ConceptKind = .term, state: ConceptState = .approved, domains: [String] = [],
    desks: [String] = [], definition: String? = nil, owner: String? = nil, reviewBy: CalendarDate? = nil,
    sources: [String] = [], note: String? = nil, validity: [Validity] = [], relations: [ConceptRelation] = [],
    externalIDs: [ExternalID] = [], terms: [Term] = []
  ) {
    self.id = id
    self.kind = kind
    self.state = state
    self.domains = domains
    self.desks = desks
    self.definition = definition
    self.owner = owner
    self.reviewBy = reviewBy
    self.sources = sources
    self.note = note
    self.validity = validity
    self.relations = relations
    self.externalIDs = externalIDs
    self.terms = terms
  }

  /// The languages of the terms, in the order in which they first occur.
  public var languages: [LanguageTag] {
    var languages: [LanguageTag] = []
    for term in terms where languages.last != term.language && !languages.contains(term.language) {
      languages.append(term.language)
    }
    return languages
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
