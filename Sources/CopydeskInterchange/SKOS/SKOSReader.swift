// SPDX-License-Identifier: Apache-2.0

internal import CopydeskTerminology
internal import CopydeskText
internal import CopydeskXML

/// Reads a glossary from SKOS in RDF/XML, with plain labels or those of SKOS-XL.
struct SKOSReader {
  private let graph: RDFGraph
  private let defaultLanguage: LanguageTag?
  private var draft = GlossaryDraft()
  private var mistakes: [GlossaryError.Mistake] = []
  private var title: String?
  private var license: String?
  /// The ids of the concepts by their addresses.
  private var ids: [String: String] = [:]

  static func read(_ input: InputText, options: ImportOptions) throws(GlossaryError) -> ImportedGlossary {
    let root = try XMLParser.root(of: input)
    guard root.name == XMLName("RDF", namespace: RDFNamespace.rdf) else {
      throw GlossaryError(
        path: input.path,
        mistakes: [
          .init(
            place: GlossaryPlace(root.place),
            message: "the root element is “\(root.name)”; expected “RDF” of the namespace “\(RDFNamespace.rdf)”")
        ])
    }
    var reader = SKOSReader(graph: RDFGraph(root), defaultLanguage: options.sourceLanguage)
    reader.readAll()
    let mistakes = reader.graph.mistakes + reader.mistakes
    guard mistakes.isEmpty else {
      throw GlossaryError(path: input.path, mistakes: mistakes.sorted { $0.place < $1.place })
    }
    let imported = reader.draft.imported(path: input.path, id: options.glossaryID)
    var glossary = imported.document.glossary
    glossary.title = reader.title
    glossary.license = reader.license
    let document = GlossaryDocument(
      path: input.path, glossary: glossary, conceptPlaces: imported.document.conceptPlaces,
      termPlaces: imported.document.termPlaces)
    return ImportedGlossary(document: document, losses: imported.losses)
  }

  private init(graph: RDFGraph, defaultLanguage: LanguageTag?) {
    self.graph = graph
    self.defaultLanguage = defaultLanguage
  }

  private mutating func readAll() {
    let concepts = graph.subjects.filter { subject in
      graph.resources(of: subject, RDFNamespace.rdf + "type").contains(RDFNamespace.skos + "Concept")
    }
    var taken: Set<String> = []
    for address in concepts {
      let name = address.split { $0 == "#" || $0 == "/" }.last.map(String.init) ?? address
      let id = XMLIdentifier.decoded(name)
      if taken.insert(id).inserted {
        ids[address] = id
      } else {
        mistakes.append(
          .init(
            place: graph.places[address] ?? GlossaryPlace(line: 1, column: 1),
            message: "the id “\(id)” is taken by another concept; expected addresses that differ in their last part"))
      }
    }
    for address in concepts { readConcept(address) }
    for subject in graph.subjects {
      guard graph.resources(of: subject, RDFNamespace.rdf + "type").contains(RDFNamespace.skos + "ConceptScheme")
      else { continue }
      readScheme(subject)
    }
  }

  private mutating func readScheme(_ subject: String) {
    for statement in graph.statements[subject, default: []] {
      guard case .literal(let text, _) = statement.value else { continue }
      switch statement.property {
      case RDFNamespace.terms + "title", RDFNamespace.elements + "title", RDFNamespace.skos + "prefLabel":
        title = title ?? text
      case RDFNamespace.terms + "license": license = text
      default: lose(statement, of: "the scheme")
      }
    }
  }

  private mutating func readConcept(_ address: String) {
    guard let id = ids[address] else { return }
    var reading = ConceptReading(concept: Concept(id: id))
    for statement in graph.statements[address, default: []] {
      let name = statement.property
      switch statement.value {
      case .literal(let text, let language): readLiteral(name, text, language, statement, into: &reading)
      case .resource(let resource): readResource(name, resource, statement, into: &reading)
      }
    }
    let place = graph.places[address] ?? GlossaryPlace(line: 1, column: 1)
    guard !reading.terms.isEmpty else {
      if mistakes.isEmpty { draft.lose("concept", "has no label and is left out", of: id, at: place) }
      return
    }
    if !reading.notes.isEmpty { reading.concept.note = reading.notes.joined(separator: "\n") }
    let index = draft.entry(id: id, at: place)
    draft.entries[index].concept = reading.concept
    for (term, place) in reading.terms { draft.entries[index].add(term, at: place) }
  }

  /// A concept while it is read.
  private struct ConceptReading {
    var concept: Concept
    var terms: [(Term, GlossaryPlace)] = []
    var notes: [String] = []
  }

  private mutating func readLiteral(
    _ property: String, _ text: String, _ language: String?, _ statement: RDFStatement,
    into reading: inout ConceptReading
  ) {
    guard !text.isEmpty else { return }
    switch property {
    case RDFNamespace.skos + "prefLabel": addLabel(text, language, .preferred, statement.place, to: &reading)
    case RDFNamespace.skos + "altLabel": addLabel(text, language, .admitted, statement.place, to: &reading)
    case RDFNamespace.skos + "hiddenLabel": addLabel(text, language, .forbidden, statement.place, to: &reading)
    case RDFNamespace.skos + "definition":
      if reading.concept.definition == nil {
        reading.concept.definition = text
      } else if reading.concept.definition != text {
        reading.notes.append(language.map { "\($0): \(text)" } ?? text)
        draft.lose(
          "definition", "after the first is kept in the concept’s note", of: reading.concept.id, at: statement.place)
      }
    case RDFNamespace.skos + "editorialNote"
    where ConceptState.allCases.contains { TBXWord.note(for: $0) == text }:
      reading.concept.state = ConceptState.allCases.first { TBXWord.note(for: $0) == text } ?? .approved
    case RDFNamespace.skos + "note", RDFNamespace.skos + "scopeNote", RDFNamespace.skos + "editorialNote",
      RDFNamespace.skos + "example":
      reading.notes.append(text)
    case RDFNamespace.terms + "subject", RDFNamespace.elements + "subject": reading.concept.domains.append(text)
    case RDFNamespace.terms + "source", RDFNamespace.elements + "source": reading.concept.sources.append(text)
    case RDFNamespace.owl + "deprecated":
      if TBXValue.flag(text) == true { reading.concept.state = .deprecated }
    default: lose(statement, of: reading.concept.id)
    }
  }

  private mutating func readResource(
    _ property: String, _ resource: String, _ statement: RDFStatement, into reading: inout ConceptReading
  ) {
    let labels = ["prefLabel": TermStatus.preferred, "altLabel": .admitted, "hiddenLabel": .forbidden]
    if property.hasPrefix(RDFNamespace.labels),
      let status = labels[String(property.dropFirst(RDFNamespace.labels.count))]
    {
      for form in graph.statements[resource, default: []]
      where form.property == RDFNamespace.labels + "literalForm" {
        if case .literal(let text, let language) = form.value, !text.isEmpty {
          addLabel(text, language, status, form.place, to: &reading)
        }
      }
      return
    }
    switch property {
    case RDFNamespace.skos + "broader", RDFNamespace.skos + "broadMatch": relate(.broader)
    case RDFNamespace.skos + "related", RDFNamespace.skos + "relatedMatch": relate(.related)
    case RDFNamespace.terms + "isReplacedBy": relate(.replacedBy)
    case RDFNamespace.skos + "exactMatch", RDFNamespace.skos + "closeMatch":
      if let name = CatalogLink.name(ofLink: resource),
        !reading.concept.externalIDs.contains(where: { $0.catalog == name.catalog })
      {
        reading.concept.externalIDs.append(name)
      } else {
        lose(statement, of: reading.concept.id)
      }
    case RDFNamespace.terms + "source", RDFNamespace.elements + "source": reading.concept.sources.append(resource)
    // The other side says it, or the scheme does.
    case RDFNamespace.rdf + "type", RDFNamespace.skos + "narrower", RDFNamespace.skos + "inScheme",
      RDFNamespace.skos + "topConceptOf":
      break
    default: lose(statement, of: reading.concept.id)
    }

    func relate(_ kind: ConceptRelationKind) {
      guard let other = ids[resource], other != reading.concept.id else {
        lose(statement, of: reading.concept.id)
        return
      }
      let relation = ConceptRelation(kind, other)
      if !reading.concept.relations.contains(relation) { reading.concept.relations.append(relation) }
    }
  }

  private mutating func addLabel(
    _ text: String, _ language: String?, _ status: TermStatus, _ place: GlossaryPlace, to reading: inout ConceptReading
  ) {
    guard let tag = language.flatMap({ LanguageTag($0) }) ?? (language == nil ? defaultLanguage : nil) else {
      mistakes.append(
        .init(
          place: place,
          message: language.map { "“\($0)” is no language tag; expected a BCP 47 tag such as en or es-MX" }
            ?? "the label “\(text)” has no “xml:lang”; expected one, or the language of the file by --source-language"))
      return
    }
    let subject = "“\(text)” (\(tag.tag))"
    var status = status
    if reading.terms.contains(where: { $0.0.language == tag && $0.0.text == text }) {
      draft.lose("label", "repeats another of the concept", of: subject, at: place)
      return
    }
    if status == .preferred, reading.terms.contains(where: { $0.0.language == tag && $0.0.status == .preferred }) {
      status = .admitted
      draft.lose("prefLabel", "after the first of a language is read as admitted", of: subject, at: place)
    }
    reading.terms.append((Term(text, language: tag, status: status), place))
  }

  private mutating func lose(_ statement: RDFStatement, of subject: String) {
    let name = statement.property.split { $0 == "#" || $0 == "/" }.last.map(String.init) ?? statement.property
    draft.lose(name, "has no place in a glossary", of: subject, at: statement.place)
  }
}
