// SPDX-License-Identifier: Apache-2.0

public import CopydeskText
internal import CopydeskYAML

/// Reads glossaries from YAML.
public enum GlossaryReader {
  /// Reads a glossary with the places of its parts.
  ///
  /// - Throws: ``GlossaryError`` with every mistake in the file.
  public static func read(_ input: InputText) throws(GlossaryError) -> GlossaryDocument {
    try nodes(input).document
  }

  /// Reads a glossary and the nodes it was made of, of which there are none in an empty file.
  ///
  /// - Throws: ``GlossaryError`` with every mistake in the file, such as that it is empty.
  static func nodes(_ input: InputText) throws(GlossaryError) -> (document: GlossaryDocument, root: YAMLNode?) {
    var reader = NodeReader()
    let root: YAMLNode?
    do throws(YAMLError) {
      root = try YAMLParser.parse(input.bytes)
    } catch {
      let place = GlossaryPlace(line: error.mark.line, column: error.mark.column)
      throw GlossaryError(path: input.path, mistakes: [.init(place: place, message: error.message)])
    }
    let glossary = reader.glossary(root)
    if !reader.mistakes.isEmpty {
      throw GlossaryError(path: input.path, mistakes: reader.mistakes.sorted { $0.place < $1.place })
    }
    let document = GlossaryDocument(
      path: input.path, glossary: glossary, conceptPlaces: reader.conceptPlaces, termPlaces: reader.termPlaces,
      examplePlaces: reader.examplePlaces)
    return (document, root)
  }
}

/// Turns YAML nodes into a glossary and notes each mistake on the way.
private struct NodeReader {
  var mistakes: [GlossaryError.Mistake] = []
  var conceptPlaces: [GlossaryPlace] = []
  var termPlaces: [[GlossaryPlace]] = []
  var examplePlaces: [[[GlossaryPlace]]] = []
  private var tags: [String: LanguageTag] = [:]
  private var conceptIDs: [String: GlossaryPlace] = [:]

  // MARK: Structure

  mutating func glossary(_ root: YAMLNode?) -> Glossary {
    var glossary = Glossary(id: "")
    guard let root else {
      mistakes.append(
        .init(
          place: GlossaryPlace(line: 1, column: 1),
          message: "the file is empty; expected a mapping with the keys “glossary”, “languages” and “concepts”"))
      return glossary
    }
    guard let entries = mapping(root, of: "a glossary", keys: GlossaryKey.glossary) else {
      return glossary
    }
    for entry in entries {
      switch entry.key {
      case "glossary": glossary.id = text(entry.value, of: "glossary") ?? ""
      case "title": glossary.title = text(entry.value, of: "title")
      case "license": glossary.license = text(entry.value, of: "license")
      case "languages":
        for item in list(entry.value, of: "languages", what: "language tags") {
          if let tag = languageTag(item) { glossary.languages.append(tag) }
        }
      case "concepts":
        for item in list(entry.value, of: "concepts", what: "concepts") {
          if let concept = concept(item) { glossary.concepts.append(concept) }
        }
      default: break
      }
    }
    return glossary
  }

  private mutating func concept(_ node: YAMLNode) -> Concept? {
    guard let entries = mapping(node, of: "a concept", keys: GlossaryKey.concept) else {
      return nil
    }
    var concept = Concept(id: "")
    var places: [GlossaryPlace] = []
    var placesOfExamples: [[GlossaryPlace]] = []
    for entry in entries {
      switch entry.key {
      case "id":
        concept.id = text(entry.value, of: "id") ?? ""
        let place = place(entry.value)
        if let first = conceptIDs.updateValue(place, forKey: concept.id), !concept.id.isEmpty {
          mistake("the id “\(concept.id)” is taken by the concept on line \(first.line)", at: entry.value)
        }
      case "kind": concept.kind = choice(entry.value, of: "kind", default: .term)
      case "state": concept.state = choice(entry.value, of: "state", default: .approved)
      case "domain": concept.domains = oneOrMore(entry.value, of: "domain")
      case "desk": concept.desks = oneOrMore(entry.value, of: "desk")
      case "definition": concept.definition = text(entry.value, of: "definition")
      case "owner": concept.owner = text(entry.value, of: "owner")
      case "review-by": concept.reviewBy = day(entry.value, of: "review-by")
      case "source": concept.sources = oneOrMore(entry.value, of: "source")
      case "note": concept.note = text(entry.value, of: "note")
      case "validity": concept.validity = validity(entry.value)
      case "relations": concept.relations = relations(entry.value)
      case "external-ids": concept.externalIDs = externalIDs(entry.value)
      case "terms":
        guard let languages = entry.value.entries, !languages.isEmpty else {
          mistake("“terms” is no mapping; expected language tags with lists of terms", at: entry.value)
          continue
        }
        for language in languages {
          guard let tag = languageTag(language.key, at: language.keyStart) else { continue }
          for item in list(language.value, of: language.key, what: "terms") {
            var termExamples: [GlossaryPlace] = []
            guard let term = term(item, language: tag, examplePlaces: &termExamples) else { continue }
            concept.terms.append(term)
            places.append(place(item))
            placesOfExamples.append(termExamples)
          }
        }
      default: break
      }
    }
    conceptPlaces.append(place(node))
    termPlaces.append(places)
    examplePlaces.append(placesOfExamples)
    return concept
  }

  private mutating func term(
    _ node: YAMLNode, language: LanguageTag, examplePlaces: inout [GlossaryPlace]
  ) -> Term? {
    if node.text != nil {
      return text(node, of: "term").map { Term($0, language: language) }
    }
    guard let entries = mapping(node, of: "a term", keys: GlossaryKey.term) else { return nil }
    var term = Term("", language: language)
    for entry in entries {
      let value = entry.value
      switch entry.key {
      case "text": term.text = text(value, of: "text") ?? ""
      case "status": term.status = choice(value, of: "status", default: .preferred)
      case "type": term.type = choice(value, of: "type", default: .full)
      case "part-of-speech": term.partOfSpeech = choice(value, of: entry.key)
      case "gender": term.gender = choice(value, of: entry.key)
      case "number": term.number = choice(value, of: entry.key)
      case "region": term.region = text(value, of: entry.key)
      case "match": term.matching = choice(value, of: entry.key, default: .stem)
      case "case": term.casePolicy = choice(value, of: "case", default: .permissive)
      case "forms": term.forms = texts(value, of: "forms")
      case "first-mention": term.firstMention = text(value, of: entry.key)
      case "validity": term.validity = validity(value)
      case "exceptions": term.exceptions = texts(value, of: "exceptions")
      case "scopes":
        term.scopes = list(value, of: "scopes", what: "segment roles").compactMap { item in
          choice(item, of: "scopes")
        }
      case "examples": term.examples = examples(value, places: &examplePlaces)
      case "contexts": term.contexts = oneOrMore(value, of: entry.key)
      case "message": term.message = text(value, of: "message")
      case "note": term.note = text(value, of: "note")
      case "source": term.source = text(value, of: "source")
      case "severity": term.severity = choice(value, of: "severity")
      case "do-not-translate": term.isNotTranslated = flag(value, of: "do-not-translate")
      case "author": term.author = text(value, of: entry.key)
      case "reviewer": term.reviewer = text(value, of: entry.key)
      case "created": term.created = day(value, of: entry.key)
      case "modified": term.modified = day(value, of: entry.key)
      default: break
      }
    }
    return term
  }

  private mutating func relations(_ node: YAMLNode) -> [ConceptRelation] {
    (mapping(node, of: "“relations”", keys: GlossaryKey.relation) ?? []).flatMap { entry in
      guard let kind = ConceptRelationKind(rawValue: entry.key) else { return [ConceptRelation]() }
      return oneOrMore(entry.value, of: entry.key).map { ConceptRelation(kind, $0) }
    }
  }

  private mutating func externalIDs(_ node: YAMLNode) -> [ExternalID] {
    guard let entries = node.entries else {
      mistake("“external-ids” is no mapping; expected catalogs with ids, such as {wikidata: Q42}", at: node)
      return []
    }
    return entries.compactMap { entry in text(entry.value, of: entry.key).map { ExternalID(catalog: entry.key, id: $0) }
    }
  }

  private mutating func examples(_ node: YAMLNode, places: inout [GlossaryPlace]) -> [TermExample] {
    list(node, of: "examples", what: "texts or mappings").compactMap { item in
      guard let example = example(item) else { return nil }
      places.append(place(item))
      return example
    }
  }

  private mutating func example(_ node: YAMLNode) -> TermExample? {
    if node.text != nil { return text(node, of: "examples").map { TermExample($0) } }
    guard let entries = mapping(node, of: "an example", keys: GlossaryKey.example) else { return nil }
    var example = TermExample("")
    for entry in entries {
      switch entry.key {
      case "text": example.text = text(entry.value, of: entry.key) ?? ""
      case "fixed": example.fixed = text(entry.value, of: entry.key)
      default: break
      }
    }
    return example
  }

  private mutating func validity(_ node: YAMLNode) -> [Validity] {
    (node.items ?? [node]).compactMap { span in
      guard let entries = mapping(span, of: "a validity", keys: GlossaryKey.validity) else { return nil }
      var validity = Validity()
      for entry in entries {
        guard let day = day(entry.value, of: entry.key) else { continue }
        if entry.key == "from" { validity.from = day } else { validity.to = day }
      }
      if let from = validity.from, let to = validity.to, to < from {
        mistake("the validity ends on \(to), before it starts on \(from)", at: span)
      }
      return validity
    }
  }

  // MARK: Values

  private mutating func mapping(_ node: YAMLNode, of what: String, keys: [GlossaryKey]) -> [YAMLEntry]? {
    let names = keys.map(\.name)
    guard let entries = node.entries else {
      mistake("expected \(what): a mapping with the keys \(GlossaryWording.list(names))", at: node)
      return nil
    }
    for entry in entries where !names.contains(entry.key) {
      let hint = GlossaryWording.hint(for: entry.key, among: names)
      mistakes.append(
        .init(
          place: GlossaryPlace(line: entry.keyStart.line, column: entry.keyStart.column),
          message: "\(what) has no key “\(entry.key)”; \(hint)"))
    }
    for key in keys where key.isRequired && !entries.contains(where: { $0.key == key.name }) {
      mistake("\(what) needs the key “\(key.name)”", at: node)
    }
    return entries
  }

  private mutating func list(_ node: YAMLNode, of key: String, what: String) -> [YAMLNode] {
    if let items = node.items { return items }
    mistake("“\(key)” is no list; expected a list of \(what)", at: node)
    return []
  }

  private mutating func text(_ node: YAMLNode, of key: String) -> String? {
    guard let text = node.text, !node.isNull, !text.isEmpty else {
      mistake("“\(key)” is no text; expected a text that is not empty", at: node)
      return nil
    }
    return text
  }

  private mutating func texts(_ node: YAMLNode, of key: String) -> [String] {
    list(node, of: key, what: "texts").compactMap { text($0, of: key) }
  }

  /// The texts of a list, or a single text.
  private mutating func oneOrMore(_ node: YAMLNode, of key: String) -> [String] {
    if node.items != nil { return texts(node, of: key) }
    return text(node, of: key).map { [$0] } ?? []
  }

  private mutating func flag(_ node: YAMLNode, of key: String) -> Bool {
    switch node.text {
    case "true": return true
    case "false": return false
    default:
      mistake("“\(key)” is neither true nor false", at: node)
      return false
    }
  }

  private mutating func day(_ node: YAMLNode, of key: String) -> CalendarDate? {
    guard let text = node.text, text.utf8.count == 10, let day = CalendarDate(iso: text) else {
      mistake("“\(key)” is no day; expected a date such as 2025-01-20", at: node)
      return nil
    }
    return day
  }

  private mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: YAMLNode, of key: String
  ) -> Choice? where Choice.RawValue == String {
    if let choice = node.text.flatMap(Choice.init(rawValue:)) { return choice }
    let names = Choice.allCases.map { $0.rawValue }
    let hint = GlossaryWording.hint(for: node.text ?? "", among: names)
    mistake("“\(key)” cannot be “\(node.text ?? "a list or mapping")”; \(hint)", at: node)
    return nil
  }

  private mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ node: YAMLNode, of key: String, default fallback: Choice
  ) -> Choice where Choice.RawValue == String {
    choice(node, of: key) ?? fallback
  }

  private mutating func languageTag(_ node: YAMLNode) -> LanguageTag? {
    languageTag(node.text ?? "", at: node.start)
  }

  private mutating func languageTag(_ text: String, at mark: YAMLMark) -> LanguageTag? {
    if let tag = tags[text] { return tag }
    guard let tag = LanguageTag(text) else {
      mistakes.append(
        .init(
          place: GlossaryPlace(line: mark.line, column: mark.column),
          message: "“\(text)” is no language tag; expected a BCP 47 tag such as en or es-MX"))
      return nil
    }
    if tag.tag != text {
      mistakes.append(
        .init(
          place: GlossaryPlace(line: mark.line, column: mark.column),
          message: "the language tag “\(text)” is not canonical; expected \(tag.tag)"))
    }
    tags[text] = tag
    return tag
  }

  private func place(_ node: YAMLNode) -> GlossaryPlace {
    GlossaryPlace(line: node.start.line, column: node.start.column)
  }

  private mutating func mistake(_ message: String, at node: YAMLNode) {
    mistakes.append(.init(place: place(node), message: message))
  }
}

/// The recurring parts of messages about glossaries.
enum GlossaryWording {
  /// “a, b and c”, each in quotation marks.
  static func list(_ names: [String]) -> String {
    let quoted = names.map { "“\($0)”" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The name that was probably meant, or all that are known.
  static func hint(for name: String, among names: [String]) -> String {
    if let nearest = NearestName.nearest(to: name, in: names) { return "did you mean “\(nearest)”?" }
    return "expected one of \(names.joined(separator: ", "))"
  }
}
