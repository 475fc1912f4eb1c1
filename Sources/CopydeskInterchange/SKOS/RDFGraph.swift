// SPDX-License-Identifier: Apache-2.0

internal import CopydeskTerminology
internal import CopydeskXML

/// The namespaces of linked data that glossaries need.
enum RDFNamespace {
  static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  static let skos = "http://www.w3.org/2004/02/skos/core#"
  static let labels = "http://www.w3.org/2008/05/skos-xl#"
  static let terms = "http://purl.org/dc/terms/"
  static let elements = "http://purl.org/dc/elements/1.1/"
  static let owl = "http://www.w3.org/2002/07/owl#"
}

/// What is said of one resource.
struct RDFStatement {
  enum Value {
    case resource(String)
    case literal(String, language: String?)
  }

  /// The address of the property: its namespace and name.
  let property: String
  let value: Value
  let place: GlossaryPlace
}

/// The statements of an RDF/XML document by their subject.
///
/// RDF/XML has several ways to say the same: types as elements or as statements, values as attributes or as elements,
/// resources by reference or in place. All come out the same here. Containers and reification, which no vocabulary
/// needs, are not resolved.
struct RDFGraph {
  /// The subjects in the order in which the document first describes them.
  private(set) var subjects: [String] = []
  private(set) var statements: [String: [RDFStatement]] = [:]
  private(set) var places: [String: GlossaryPlace] = [:]
  private(set) var mistakes: [GlossaryError.Mistake] = []
  private var blankCount = 0

  /// Reads the statements of a document.
  init(_ root: XMLElement) {
    let base = root.attribute("base", namespace: XMLName.xmlNamespace) ?? ""
    for node in root.elements { _ = readNode(node, base: base, language: root.language) }
  }

  /// The resources that a subject has for a property.
  func resources(of subject: String, _ property: String) -> [String] {
    statements[subject, default: []].compactMap { statement in
      if statement.property == property, case .resource(let address) = statement.value { address } else { nil }
    }
  }

  private mutating func readNode(_ node: XMLElement, base: String, language: String?) -> String {
    let base = node.attribute("base", namespace: XMLName.xmlNamespace) ?? base
    let language = node.language ?? language
    let place = GlossaryPlace(node.place)
    let subject: String
    if let about = node.attribute("about", namespace: RDFNamespace.rdf) {
      subject = RDFGraph.resolved(about, base)
    } else if let id = node.attribute("ID", namespace: RDFNamespace.rdf) {
      subject = RDFGraph.resolved("#" + id, base)
    } else if let id = node.attribute("nodeID", namespace: RDFNamespace.rdf) {
      subject = "_:" + id
    } else {
      blankCount += 1
      // A name that no attribute can give.
      subject = "_: \(blankCount)"
    }
    if statements[subject] == nil {
      subjects.append(subject)
      statements[subject] = []
      places[subject] = place
    }
    if node.name.namespace != RDFNamespace.rdf || node.name.local != "Description" {
      add(subject, RDFNamespace.rdf + "type", .resource(node.name.namespace + node.name.local), at: place)
    }
    for attribute in node.attributes
    where ![RDFNamespace.rdf, XMLName.xmlNamespace, ""].contains(attribute.name.namespace) {
      add(
        subject, attribute.name.namespace + attribute.name.local, .literal(attribute.value, language: language),
        at: place)
    }
    for property in node.elements { readProperty(property, of: subject, base: base, language: language) }
    return subject
  }

  private mutating func readProperty(_ property: XMLElement, of subject: String, base: String, language: String?) {
    let name = property.name.namespace + property.name.local
    let place = GlossaryPlace(property.place)
    let language = property.language ?? language
    if let resource = property.attribute("resource", namespace: RDFNamespace.rdf) {
      add(subject, name, .resource(RDFGraph.resolved(resource, base)), at: place)
    } else if let id = property.attribute("nodeID", namespace: RDFNamespace.rdf) {
      add(subject, name, .resource("_:" + id), at: place)
    } else if property.elements.isEmpty {
      // An empty language is RDF’s way to say that there is none.
      let tag = language.flatMap { $0.isEmpty ? nil : $0 }
      add(subject, name, .literal(property.collapsedText, language: tag), at: place)
    } else {
      if let text = property.strayText {
        mistakes.append(
          .init(
            place: GlossaryPlace(text),
            message: "“\(property.name)” has both text and elements; expected text or a resource"))
      }
      for node in property.elements {
        let resource = readNode(node, base: base, language: language)
        add(subject, name, .resource(resource), at: place)
      }
    }
  }

  private mutating func add(_ subject: String, _ property: String, _ value: RDFStatement.Value, at place: GlossaryPlace)
  {
    statements[subject, default: []].append(RDFStatement(property: property, value: value, place: place))
  }

  private static func resolved(_ address: String, _ base: String) -> String {
    guard address.hasPrefix("#") || address.isEmpty else { return address }
    return (base.split(separator: "#", omittingEmptySubsequences: false).first.map(String.init) ?? "") + address
  }
}
