// SPDX-License-Identifier: Apache-2.0

internal import CopydeskTerminology
internal import CopydeskText
internal import CopydeskXML

/// Writes a glossary as SKOS in RDF/XML.
///
/// SKOS tells labels to use from labels by which a concept is only found: a term that must not be used becomes a
/// hidden label. Addresses are relative to the place where the file is published.
enum SKOSWriter {
  private static let heldByConcepts: Set<ConceptField> = [
    .state, .domain, .definition, .source, .note, .relations, .externalIDs,
  ]

  static func write(_ glossary: Glossary) -> ExportedGlossary {
    var losses = GlossaryLosses()
    var xml = XMLWriter()
    xml.start(
      "rdf:RDF",
      [
        ("xmlns:rdf", RDFNamespace.rdf), ("xmlns:skos", RDFNamespace.skos), ("xmlns:dct", RDFNamespace.terms),
        ("xmlns:owl", RDFNamespace.owl),
      ])
    xml.start("skos:ConceptScheme", [("rdf:about", "")])
    xml.element("dct:title", text: glossary.title ?? glossary.id)
    if let license = glossary.license { xml.element("dct:license", text: license) }
    xml.end()
    let ids = Set(glossary.concepts.map(\.id))
    for concept in glossary.concepts { write(concept, ids: ids, into: &xml, noting: &losses) }
    xml.end()
    return ExportedGlossary(bytes: xml.finished(), losses: losses.report)
  }

  private static func write(
    _ concept: Concept, ids: Set<String>, into xml: inout XMLWriter, noting losses: inout GlossaryLosses
  ) {
    losses.note(concept, holding: heldByConcepts)
    xml.start("skos:Concept", [("rdf:about", "#" + XMLIdentifier.encoded(concept.id))])
    xml.element("skos:inScheme", [("rdf:resource", "")])
    writeLabels(concept, into: &xml, noting: &losses)
    if let definition = concept.definition {
      losses.note(text: definition, field: "definition", of: concept.id)
      xml.element("skos:definition", text: definition)
    }
    for line in (concept.note ?? "").split(separator: "\n") {
      losses.note(text: String(line), field: "note", of: concept.id)
      xml.element("skos:note", text: String(line))
    }
    for domain in concept.domains { xml.element("dct:subject", text: domain) }
    for source in concept.sources { xml.element("dct:source", text: source) }
    for relation in concept.relations {
      guard ids.contains(relation.concept) else {
        losses.note("relations", "to a concept of another glossary are left out", of: concept.id)
        continue
      }
      let name =
        switch relation.kind {
        case .broader: "skos:broader"
        case .related: "skos:related"
        case .replacedBy: "dct:isReplacedBy"
        }
      xml.element(name, [("rdf:resource", "#" + XMLIdentifier.encoded(relation.concept))])
    }
    for name in concept.externalIDs {
      if let address = CatalogLink.entity(of: name) {
        xml.element("skos:exactMatch", [("rdf:resource", address)])
      } else {
        losses.note("external-ids \(name.catalog)", "has no address and is left out", of: concept.id)
      }
    }
    switch concept.state {
    case .approved: break
    case .proposed:
      losses.note("state proposed", "is written as a note", of: concept.id)
      xml.element("skos:editorialNote", text: TBXWord.note(for: ConceptState.proposed) ?? "")
    case .deprecated:
      xml.element(
        "owl:deprecated", [("rdf:datatype", "http://www.w3.org/2001/XMLSchema#boolean")], text: "true")
    }
    xml.end()
  }

  private static func writeLabels(_ concept: Concept, into xml: inout XMLWriter, noting losses: inout GlossaryLosses) {
    var written: Set<[String]> = []
    var preferred: Set<LanguageTag> = []
    for term in concept.terms {
      let subject = GlossaryLosses.subject(term)
      guard term.matching != .regex else {
        losses.noteExpression(term)
        continue
      }
      guard term.status != .proposed else {
        losses.note("term", "is proposed and left out", of: subject)
        continue
      }
      // SKOS wants the three kinds of labels of a concept to share no text.
      guard written.insert([term.text, term.language.tag]).inserted else {
        losses.note("term", "repeats another of the concept and is left out", of: subject)
        continue
      }
      losses.note(term, holding: [])
      losses.note(text: term.text, field: "text", of: subject)
      var name = "skos:altLabel"
      switch term.status {
      case .preferred:
        if preferred.insert(term.language).inserted {
          name = "skos:prefLabel"
        } else {
          losses.note("status preferred", "after the first of a language is written as altLabel", of: subject)
        }
      case .admitted, .proposed: break
      case .forbidden: name = "skos:hiddenLabel"
      case .deprecated, .superseded:
        losses.note("status \(term.status.rawValue)", "is written as hiddenLabel", of: subject)
        name = "skos:hiddenLabel"
      }
      xml.element(name, [("xml:lang", term.language.tag)], text: term.text)
    }
  }
}
