// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// A glossary as one block of bytes that is read many times faster than YAML.
///
/// Shipped glossaries are compiled into the program in this form: reading their YAML would take longer
/// than linting an article. The form is private to one version of Copydesk; it is made by
/// `make images` and never edited.
///
/// Layout: the bytes `CDGL`, a version, then every value in the order of the model. Numbers are
/// unsigned LEB128, texts are UTF-8 behind their length, and a concept's prose and each term
/// stand behind their length, so that a reader passes over what it does not need.
public enum GlossaryImage {
  private static let signature = Array("CDGL".utf8) + [2]

  /// The image of a glossary.
  public static func write(_ glossary: Glossary) -> [UInt8] {
    var writer = ImageWriter()
    writer.bytes = signature
    writer.text(glossary.id)
    writer.optional(glossary.title)
    writer.optional(glossary.license)
    writer.list(glossary.languages) { $0.text($1.tag) }
    // Terms refer to their language by its place in this table.
    let languages = Set(glossary.concepts.flatMap { $0.terms.map(\.language) }).sorted()
    writer.list(languages) { $0.text($1.tag) }
    writer.list(glossary.concepts) { writer, concept in
      writer.text(concept.id)
      writer.text(concept.kind.rawValue)
      writer.text(concept.state.rawValue)
      var prose = ImageWriter()
      prose.list(concept.domains) { $0.text($1) }
      prose.list(concept.desks) { $0.text($1) }
      prose.optional(concept.definition)
      prose.optional(concept.owner)
      prose.optional(concept.reviewBy?.description)
      prose.list(concept.sources) { $0.text($1) }
      prose.optional(concept.note)
      prose.list(concept.relations) { writer, relation in
        writer.text(relation.kind.rawValue)
        writer.text(relation.concept)
      }
      prose.list(concept.externalIDs) { writer, name in
        writer.text(name.catalog)
        writer.text(name.id)
      }
      writer.number(prose.bytes.count)
      writer.bytes.append(contentsOf: prose.bytes)
      writer.list(concept.validity) { $0.validity($1) }
      writer.list(concept.terms) { writer, term in
        writer.number(languages.firstIndex(of: term.language) ?? 0)
        var body = ImageWriter()
        body.term(term)
        writer.number(body.bytes.count)
        writer.bytes.append(contentsOf: body.bytes)
      }
    }
    return writer.bytes
  }

  /// The glossary of an image.
  ///
  /// - Parameter bytes: The image.
  /// - Returns: `nil` if the bytes are no image of this version.
  public static func read(_ bytes: [UInt8]) -> Glossary? {
    read(bytes, withProse: true) { _ in true }
  }

  /// What linting needs of the glossary of an image: the terms of some languages, without the domains,
  /// definitions, sources and notes of concepts.
  ///
  /// - Parameters:
  ///   - bytes: The image.
  ///   - includes: Whether terms of a language are wanted; the others are passed over.
  /// - Returns: `nil` if the bytes are no image of this version.
  public static func readTerms(_ bytes: [UInt8], includes: (LanguageTag) -> Bool) -> Glossary? {
    read(bytes, withProse: false, includes: includes)
  }

  private static func read(_ bytes: [UInt8], withProse: Bool, includes: (LanguageTag) -> Bool) -> Glossary? {
    guard bytes.starts(with: signature) else { return nil }
    var reader = ImageReader(bytes: bytes, offset: signature.count)
    var glossary = Glossary(id: reader.text())
    glossary.title = reader.optional()
    glossary.license = reader.optional()
    glossary.languages = reader.list { LanguageTag($0.text()) }.compactMap(\.self)
    let languages = reader.list { LanguageTag($0.text()) }
    let wanted = languages.map { $0.map(includes) ?? false }
    glossary.concepts = reader.list { reader in
      var concept = Concept(id: reader.text(), kind: ConceptKind(rawValue: reader.text()) ?? .term)
      concept.state = ConceptState(rawValue: reader.text()) ?? .approved
      let terms = reader.number() + reader.offset
      if withProse {
        concept.domains = reader.list { $0.text() }
        concept.desks = reader.list { $0.text() }
        concept.definition = reader.optional()
        concept.owner = reader.optional()
        concept.reviewBy = reader.day()
        concept.sources = reader.list { $0.text() }
        concept.note = reader.optional()
        concept.relations = reader.list { reader in
          ConceptRelation(ConceptRelationKind(rawValue: reader.text()) ?? .related, reader.text())
        }
        concept.externalIDs = reader.list { ExternalID(catalog: $0.text(), id: $0.text()) }
      }
      reader.offset = terms
      concept.validity = reader.list { $0.validity() }
      let found: [Term?] = reader.list { reader in
        let language = reader.number()
        let end = reader.number() + reader.offset
        defer { reader.offset = end }
        guard wanted.indices.contains(language), wanted[language], let tag = languages[language] else { return nil }
        return reader.term(language: tag)
      }
      concept.terms = found.compactMap(\.self)
      return concept
    }
    return reader.isBroken ? nil : glossary
  }
}

private struct ImageWriter {
  var bytes: [UInt8] = []

  mutating func number(_ value: Int) {
    var rest = UInt(value)
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func text(_ value: String) {
    number(value.utf8.count)
    bytes.append(contentsOf: value.utf8)
  }

  /// An absent text is written as length 0, an empty one cannot occur.
  mutating func optional(_ value: String?) { text(value ?? "") }

  mutating func list<Element>(_ values: [Element], _ write: (inout ImageWriter, Element) -> Void) {
    number(values.count)
    for value in values { write(&self, value) }
  }

  mutating func validity(_ value: Validity) {
    optional(value.from?.description)
    optional(value.to?.description)
  }

  mutating func term(_ term: Term) {
    text(term.text)
    text(term.status.rawValue)
    text(term.type.rawValue)
    optional(term.partOfSpeech?.rawValue)
    optional(term.gender?.rawValue)
    optional(term.number?.rawValue)
    optional(term.region)
    text(term.matching.rawValue)
    text(term.casePolicy.rawValue)
    list(term.forms) { $0.text($1) }
    optional(term.firstMention)
    list(term.validity) { $0.validity($1) }
    list(term.exceptions) { $0.text($1) }
    list(term.scopes) { $0.text($1.rawValue) }
    list(term.examples) { writer, example in
      writer.text(example.text)
      writer.optional(example.fixed)
    }
    list(term.contexts) { $0.text($1) }
    optional(term.message)
    optional(term.note)
    optional(term.source)
    optional(term.severity?.rawValue)
    number(term.isNotTranslated ? 1 : 0)
    optional(term.author)
    optional(term.reviewer)
    optional(term.created?.description)
    optional(term.modified?.description)
  }
}

private struct ImageReader {
  let bytes: [UInt8]
  var offset: Int
  /// Whether a length led beyond the end.
  private(set) var isBroken = false

  init(bytes: [UInt8], offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  mutating func number() -> Int {
    var value: UInt = 0
    var shift: UInt = 0
    while offset < bytes.count, shift < 63 {
      let byte = bytes[offset]
      offset += 1
      value |= UInt(byte & 0x7F) << shift
      if byte & 0x80 == 0 { return Int(value) }
      shift += 7
    }
    isBroken = true
    return 0
  }

  mutating func text() -> String {
    let count = number()
    guard count <= bytes.count - offset else {
      isBroken = true
      return ""
    }
    defer { offset += count }
    return String(decoding: bytes[offset..<offset + count], as: UTF8.self)
  }

  mutating func optional() -> String? {
    let value = text()
    return value.isEmpty ? nil : value
  }

  mutating func list<Element>(_ read: (inout ImageReader) -> Element) -> [Element] {
    let count = number()
    // Every element takes a byte or more, so a larger count is no image.
    guard count <= bytes.count - offset, !isBroken else {
      isBroken = true
      return []
    }
    var elements: [Element] = []
    elements.reserveCapacity(count)
    for _ in 0..<count where !isBroken { elements.append(read(&self)) }
    return elements
  }

  mutating func validity() -> Validity {
    Validity(from: day(), to: day())
  }

  mutating func day() -> CalendarDate? { optional().flatMap(CalendarDate.init(iso:)) }

  mutating func term(language: LanguageTag) -> Term {
    var term = Term(text(), language: language)
    term.status = TermStatus(rawValue: text()) ?? .preferred
    term.type = TermType(rawValue: text()) ?? .full
    term.partOfSpeech = optional().flatMap(PartOfSpeech.init(rawValue:))
    term.gender = optional().flatMap(GrammaticalGender.init(rawValue:))
    term.number = optional().flatMap(GrammaticalNumber.init(rawValue:))
    term.region = optional()
    term.matching = TermMatching(rawValue: text()) ?? .stem
    term.casePolicy = TermCase(rawValue: text()) ?? .permissive
    term.forms = list { $0.text() }
    term.firstMention = optional()
    term.validity = list { $0.validity() }
    term.exceptions = list { $0.text() }
    term.scopes = list { SegmentRole(rawValue: $0.text()) }.compactMap(\.self)
    term.examples = list { TermExample($0.text(), fixed: $0.optional()) }
    term.contexts = list { $0.text() }
    term.message = optional()
    term.note = optional()
    term.source = optional()
    term.severity = optional().flatMap(TermSeverity.init(rawValue:))
    term.isNotTranslated = number() == 1
    term.author = optional()
    term.reviewer = optional()
    term.created = day()
    term.modified = day()
    return term
  }
}
