// SPDX-License-Identifier: Apache-2.0

internal import CopydeskTerminology
internal import CopydeskText
internal import CopydeskXML

/// Writes glossaries as TBX of either edition.
///
/// Files of the third edition are valid against the schemas of their dialect. What a dialect has no category for is
/// left out and reported; only the statuses and states that no edition knows, and terms that are not translated, are
/// written as notes, by which Copydesk recognizes them again.
enum TBXWriter {
  static func write(_ glossary: Glossary, as form: TBXForm) -> ExportedGlossary {
    var output = TBXOutput(form: form, glossary: glossary)
    output.write()
    return ExportedGlossary(bytes: output.xml.finished(), losses: output.losses.report)
  }
}

/// The shape of a TBX file.
enum TBXForm: Hashable {
  /// How data categories are written.
  enum Style: String {
    case attributes = "dca"
    case elements = "dct"
  }

  /// ISO 30042:2019.
  case third(TBXDialect, Style)
  /// ISO 30042:2008 (MARTIF).
  case second

  init?(_ format: GlossaryFormat) {
    switch format {
    case .tbxBasicDCA: self = .third(.basic, .attributes)
    case .tbxBasicDCT: self = .third(.basic, .elements)
    case .tbxMinDCA: self = .third(.min, .attributes)
    case .tbxMinDCT: self = .third(.min, .elements)
    case .tbx2: self = .second
    default: return nil
    }
  }

  var isMin: Bool {
    if case .third(.min, _) = self { true } else { false }
  }

  var isSecond: Bool { self == .second }

  var heldByConcepts: Set<ConceptField> {
    isMin
      ? [.state, .domain, .desk, .note, .source, .externalIDs]
      : [.state, .domain, .desk, .note, .source, .externalIDs, .definition, .relations]
  }

  var heldByTerms: Set<TermField> {
    switch self {
    case .third(.min, _): [.partOfSpeech, .note, .source, .doNotTranslate]
    case .third(.basic, _):
      [
        .type, .partOfSpeech, .gender, .region, .contexts, .note, .source, .doNotTranslate, .author, .reviewer,
        .created, .modified,
      ]
    case .second:
      [
        .type, .partOfSpeech, .gender, .number, .region, .contexts, .note, .source, .doNotTranslate, .author,
        .reviewer, .created, .modified,
      ]
    }
  }
}

/// One file while it is written.
private struct TBXOutput {
  let form: TBXForm
  let glossary: Glossary
  var xml = XMLWriter()
  var losses = GlossaryLosses()
  /// The first term of each concept that is written, by id.
  private var headings: [String: String] = [:]

  init(form: TBXForm, glossary: Glossary) {
    self.form = form
    self.glossary = glossary
    for concept in glossary.concepts {
      headings[concept.id] = concept.terms.first { $0.matching != .regex }?.text
    }
  }

  mutating func write() {
    let language = glossary.languages.first ?? glossary.concepts.first?.languages.first
    let tag = language?.tag ?? "en"
    switch form {
    case .second: xml.start("martif", [("type", "TBX"), ("xml:lang", tag)])
    case .third(let dialect, let style):
      let usesElements = style == .elements
      xml.start(
        "tbx",
        [
          ("type", dialect.rawValue), ("style", style.rawValue), ("xml:lang", tag), ("xmlns", TBXNamespace.core),
          ("xmlns:min", usesElements ? TBXNamespace.min : nil),
          ("xmlns:basic", usesElements && dialect == .basic ? TBXNamespace.basic : nil),
        ])
    }
    writeHeader()
    xml.start("text")
    let concepts = glossary.concepts.filter { concept in
      let isWritten = headings[concept.id] != nil
      if !isWritten { losses.note("concept", "has no term and is left out", of: concept.id) }
      return isWritten
    }
    if !concepts.isEmpty {
      xml.start("body")
      for concept in concepts { write(concept) }
      xml.end()
    }
    xml.end()
    xml.end()
    let used = Set(glossary.concepts.flatMap(\.languages))
    for unused in glossary.languages where !used.contains(unused) {
      losses.note("language \(unused.tag)", "has no term and is left out", of: glossary.id)
    }
  }

  private mutating func writeHeader() {
    xml.start(form.isSecond ? "martifHeader" : "tbxHeader")
    xml.start("fileDesc")
    // The editions differ in the order of the two.
    if form.isSecond { writeTitle() }
    if let license = glossary.license {
      xml.start("publicationStmt")
      xml.element("p", text: TBXHeader.license + license)
      xml.end()
    }
    if !form.isSecond { writeTitle() }
    xml.start("sourceDesc")
    xml.element("p", text: TBXHeader.origin + glossary.id)
    xml.end()
    xml.end()
    if form.isSecond {
      xml.start("encodingDesc")
      xml.element("p", [("type", "XCSURI")], text: "TBXXCSV02.xcs")
      xml.end()
    }
    xml.end()
  }

  private mutating func writeTitle() {
    guard let title = glossary.title else { return }
    xml.start("titleStmt")
    text("title", title, field: "title", of: glossary.id)
    xml.end()
  }

  // MARK: Concepts

  private mutating func write(_ concept: Concept) {
    let id = XMLIdentifier.encoded(concept.id)
    losses.note(concept, holding: form.heldByConcepts)
    xml.start(form.isSecond ? "termEntry" : "conceptEntry", [("id", id)])
    for desk in concept.desks { category("customerSubset", desk, field: "desk", of: concept.id) }
    for domain in concept.domains { category("subjectField", domain, field: "domain", of: concept.id) }
    if !form.isMin, let definition = concept.definition {
      category("definition", definition, field: "definition", of: concept.id)
    }
    for source in concept.sources { write(source: source, of: concept.id) }
    if let note = TBXWord.note(for: concept.state) {
      losses.note("state \(concept.state.rawValue)", "is written as a note", of: concept.id)
      xml.element("note", text: note)
    }
    notes(concept.note, of: concept.id)
    if !form.isMin {
      var targets: Set<String> = []
      for relation in concept.relations {
        write(relation, of: concept.id, isRepeated: !targets.insert(relation.concept).inserted)
      }
    }
    for name in concept.externalIDs {
      if let link = CatalogLink.link(of: name) {
        category(
          "externalCrossReference", "\(name.catalog) \(name.id)", target: link, field: "external-ids", of: concept.id)
      } else {
        losses.note("external-ids \(name.catalog)", "has no address and is left out", of: concept.id)
      }
    }
    for language in concept.languages {
      let terms = concept.terms.filter { $0.language == language }
      for term in terms where term.matching == .regex { losses.noteExpression(term) }
      let written = terms.filter { $0.matching != .regex }
      guard !written.isEmpty else { continue }
      xml.start(form.isSecond ? "langSet" : "langSec", [("xml:lang", language.tag)])
      for term in written { write(term) }
      xml.end()
    }
    xml.end()
  }

  private mutating func write(_ relation: ConceptRelation, of id: String, isRepeated: Bool) {
    guard let heading = headings[relation.concept] else {
      losses.note("relations", "to a concept that is not written are left out", of: id)
      return
    }
    let target = XMLIdentifier.encoded(relation.concept)
    if form.isSecond, relation.kind != .replacedBy {
      let type = relation.kind == .broader ? "broaderConceptGeneric" : "relatedConcept"
      xml.element("descrip", [("type", type), ("target", target)], text: heading)
      return
    }
    if relation.kind != .related {
      losses.note("relations \(relation.kind.rawValue)", "is written as a cross-reference", of: id)
    }
    // One cross-reference says all that the third edition can say of two concepts.
    if isRepeated, !form.isSecond { return }
    category("crossReference", heading, target: target, field: "relations", of: id)
  }

  /// Writes a source; TBX-Min has a place only for addresses.
  private mutating func write(source: String, of subject: String) {
    if !form.isMin {
      category("source", source, field: "source", of: subject)
    } else if isAddress(source) {
      category("externalCrossReference", source, target: source, field: "source", of: subject)
    } else {
      losses.note("source", "is left out", of: subject)
    }
  }

  private func isAddress(_ text: String) -> Bool {
    (text.hasPrefix("https://") || text.hasPrefix("http://")) && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
      // A reader would take it for the name of the concept in that catalog.
      && CatalogLink.name(ofLink: text) == nil
  }

  // MARK: Terms

  private mutating func write(_ term: Term) {
    let subject = GlossaryLosses.subject(term)
    losses.note(term, holding: form.heldByTerms)
    xml.start(form.isSecond ? "tig" : "termSec")
    text("term", term.text, field: "text", of: subject)
    writeTermNotes(term, subject: subject)
    if !form.isMin {
      for context in term.contexts { category("context", context, field: "contexts", of: subject) }
    }
    if form.isSecond, term.isNotTranslated { xml.element("descrip", [("type", "Translation needed")], text: "No") }
    if let source = term.source { write(source: source, of: subject) }
    if !form.isMin {
      write("origination", on: term.created, by: term.author, subject: subject)
      write("modification", on: term.modified, by: term.reviewer, subject: subject)
    }
    if let note = TBXWord.note(for: term.status) {
      losses.note(
        "status \(term.status.rawValue)",
        term.status == .forbidden ? "is written as deprecated with a note" : "is written as a note", of: subject)
      xml.element("note", text: note)
    }
    if !form.isSecond, term.isNotTranslated {
      losses.note("do-not-translate", "is written as a note", of: subject)
      xml.element("note", text: TBXWord.notTranslated)
    }
    notes(term.note, of: subject)
    xml.end()
  }

  private mutating func writeTermNotes(_ term: Term, subject: String) {
    if let status = TBXWord.status(term.status) {
      category("administrativeStatus", status, field: "status", of: subject)
    }
    if let partOfSpeech = term.partOfSpeech {
      let isKnown = partOfSpeech != .properNoun || form.isSecond
      if !isKnown { losses.note("part-of-speech proper-noun", "is written as noun", of: subject) }
      let word = partOfSpeech == .properNoun ? (isKnown ? "properNoun" : "noun") : partOfSpeech.rawValue
      category("partOfSpeech", word, field: "part-of-speech", of: subject)
    }
    guard !form.isMin else { return }
    category("termType", TBXWord.termType(term.type), field: "type", of: subject)
    if term.type == .misspelling || term.type == .hashtag {
      losses.note("type \(term.type.rawValue)", "is written as variant", of: subject)
    }
    if let gender = term.gender {
      let word = form.isSecond && gender == .other ? "otherGender" : gender.rawValue
      category("grammaticalGender", word, field: "gender", of: subject)
    }
    if form.isSecond, let number = term.number {
      xml.element(
        "termNote", [("type", "grammaticalNumber")], text: number == .other ? "otherNumber" : number.rawValue)
    }
    if let region = term.region { category("geographicalUsage", region, field: "region", of: subject) }
  }

  private mutating func write(_ transaction: String, on day: CalendarDate?, by person: String?, subject: String) {
    guard day != nil || person != nil else { return }
    xml.start("transacGrp")
    category("transactionType", transaction, field: transaction, of: subject)
    if let day { xml.element("date", text: day.description) }
    if let person { category("responsibility", person, field: transaction, of: subject) }
    xml.end()
  }

  // MARK: Elements

  private mutating func category(
    _ name: String, _ value: String, target: String? = nil, field: String, of subject: String
  ) {
    losses.note(text: value, field: field, of: subject)
    guard let category = TBXCategory.all[name] else { return }
    if case .third(_, .elements) = form {
      xml.element("\(category.dialect == .min ? "min" : "basic"):\(name)", [("target", target)], text: value)
    } else {
      xml.element(category.element, [("type", name), ("target", target)], text: value)
    }
  }

  private mutating func text(_ name: String, _ value: String, field: String, of subject: String) {
    losses.note(text: value, field: field, of: subject)
    xml.element(name, text: value)
  }

  /// Writes each line of a note as a note of its own, as it is read back.
  private mutating func notes(_ note: String?, of subject: String) {
    guard let note else { return }
    let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.contains("") { losses.note("note", "loses empty lines", of: subject) }
    for line in lines where !line.isEmpty { text("note", String(line), field: "note", of: subject) }
  }
}
