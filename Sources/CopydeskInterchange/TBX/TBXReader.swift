// SPDX-License-Identifier: Apache-2.0

internal import CopydeskTerminology
internal import CopydeskText
internal import CopydeskXML

/// Reads glossaries from TBX of either edition: ISO 30042:2019 in both styles, and MARTIF of 2008.
///
/// Which of them a file is shows by its root element. The values that IATE, Microsoft, TermWeb, Weblate and other
/// tools write in place of the standard's are understood. What the model has no place for goes into the loss report.
enum TBXReader {
  /// The elements that hold a concept in one edition or the other.
  static let entries: Set<String> = ["conceptEntry", "termEntry"]

  static func read(_ input: InputText, options: ImportOptions) throws(GlossaryError) -> ImportedGlossary {
    // Databases have hundreds of thousands of entries, so no more than one of them is kept as a tree. What stands
    // behind the entries is needed to read them; hence the two passes.
    let root = try XMLParser.root(of: input, handingOver: entries, to: nil)
    var file = try file(of: root, path: input.path)
    _ = try XMLParser.root(of: input, handingOver: entries) { file.readConcept($0) }
    return try file.finished(path: input.path, id: options.glossaryID)
  }

  /// Reads a tree that stands inside of another document.
  static func read(
    _ root: XMLElement, path: String, options: ImportOptions
  ) throws(GlossaryError) -> ImportedGlossary {
    var file = try file(of: root, path: path)
    let bodies = root.elements.filter { $0.name.local == "text" }.flatMap(\.elements)
    for entry in bodies.flatMap(\.elements) where entries.contains(entry.name.local) { file.readConcept(entry) }
    return try file.finished(path: path, id: options.glossaryID)
  }

  /// A file of which all but the entries is read.
  private static func file(of root: XMLElement, path: String) throws(GlossaryError) -> TBXFile {
    let edition: TBXFile.Edition
    switch (root.name.namespace, root.name.local) {
    case (TBXNamespace.core, "tbx"):
      edition = .third(TBXDialect(rawValue: root.attribute("type") ?? ""))
    case (_, "martif"): edition = .second
    default:
      let found = root.name.namespace.isEmpty ? "" : " of the namespace “\(root.name.namespace)”"
      throw GlossaryError(
        path: path,
        mistakes: [
          .init(
            place: GlossaryPlace(root.place),
            message: "the root element is “\(root.name)”\(found); expected “tbx” of the namespace "
              + "“\(TBXNamespace.core)” or “martif”")
        ])
    }
    var file = TBXFile(edition: edition)
    file.readFrame(root)
    return file
  }
}

/// Reads one file and notes mistakes and losses on the way.
struct TBXFile {
  enum Edition {
    /// ISO 30042:2019 in a public dialect, or in a private one.
    case third(TBXDialect?)
    /// ISO 30042:2008.
    case second
  }

  let edition: Edition
  var mistakes: [GlossaryError.Mistake] = []
  private var structure = TBXStructure()
  private var draft = GlossaryDraft()
  private var title: String?
  private var license: String?
  private var language: LanguageTag?
  private var tags: [String: LanguageTag] = [:]
  private var conceptIDs: [String: GlossaryPlace] = [:]
  /// The names of people in the back matter, by id.
  private var people: [String: String] = [:]
  private var relations: [(concept: Int, relation: TBXRelation)] = []

  init(edition: Edition) { self.edition = edition }

  // MARK: The file

  /// Reads what stands around the entries.
  mutating func readFrame(_ root: XMLElement) {
    if !isSecond { structure.check(root, except: TBXReader.entries) }
    language = root.language.flatMap { LanguageTag($0) }
    for element in root.elements {
      switch element.name.local {
      case "tbxHeader", "martifHeader": readHeader(element)
      case "text":
        for back in element.elements where back.name.local == "back" { readBack(back) }
      default:
        if isSecond { lose(element.name.local, "is passed over", of: "the file", at: GlossaryPlace(element.place)) }
      }
    }
    if isSecond, !root.elements.contains(where: { $0.name.local == "text" }) {
      mistake("“martif” has no “text” with entries", at: GlossaryPlace(root.place))
    }
  }

  /// The glossary of all that was read.
  consuming func finished(path: String, id: String?) throws(GlossaryError) -> ImportedGlossary {
    resolveRelations()
    mistakes += structure.mistakes
    guard mistakes.isEmpty else {
      throw GlossaryError(path: path, mistakes: mistakes.sorted { $0.place < $1.place })
    }
    return imported(path: path, id: id)
  }

  /// The glossary of what was read.
  ///
  /// The language of the file comes first if there is a term in it.
  private func imported(path: String, id: String?) -> ImportedGlossary {
    let first = language.map { language in
      draft.entries.contains { $0.concept.terms.contains { $0.language == language } } ? [language] : []
    }
    let imported = draft.imported(path: path, id: id, languages: first ?? [])
    var glossary = imported.document.glossary
    glossary.title = title
    glossary.license = license
    let document = GlossaryDocument(
      path: path, glossary: glossary, conceptPlaces: imported.document.conceptPlaces,
      termPlaces: imported.document.termPlaces)
    return ImportedGlossary(document: document, losses: imported.losses)
  }

  var isSecond: Bool {
    if case .second = edition { true } else { false }
  }

  private mutating func readHeader(_ header: XMLElement) {
    for element in header.elements {
      // Which categories a file of the second edition may have says nothing about its terms.
      let kinds = element.elements.map { $0.attribute("type") }
      if element.name.local == "encodingDesc", kinds.allSatisfy({ $0 == "XCSURI" || $0 == "DCSName" }) { continue }
      guard element.name.local == "fileDesc" else {
        lose(element.name.local, "has no place in a glossary", of: "the file", at: GlossaryPlace(element.place))
        continue
      }
      for statement in element.elements {
        for part in statement.elements {
          let text = part.collapsedText
          if statement.name.local == "titleStmt", part.name.local == "title", !text.isEmpty {
            title = text
          } else if text.hasPrefix(TBXHeader.license) {
            license = String(text.dropFirst(TBXHeader.license.count))
          } else if !text.hasPrefix(TBXHeader.origin) {
            lose(statement.name.local, "has no place in a glossary", of: "the file", at: GlossaryPlace(part.place))
          }
        }
      }
    }
  }

  private mutating func readBack(_ back: XMLElement) {
    for object in back.elements.flatMap(\.elements) {
      if let id = object.attribute("id"),
        let name = object.elements.first(where: { ["fn", "name"].contains($0.attribute("type") ?? "") })
      {
        people[id] = name.collapsedText
      }
      lose(object.name.local, "has no place in a glossary", of: "the file", at: GlossaryPlace(object.place))
    }
  }

  // MARK: A concept

  /// Reads an entry.
  mutating func readConcept(_ entry: XMLElement) {
    if !isSecond {
      // The other edition’s name is out of place here, which the frame shows.
      guard entry.name.local == "conceptEntry" else { return }
      structure.check(entry)
    }
    let place = GlossaryPlace(entry.place)
    var draft = TBXConceptDraft()
    // Services that put MARTIF into XLIFF name its entries by `xml:id`.
    let id = entry.attribute("id") ?? entry.attribute("id", namespace: XMLName.xmlNamespace)
    draft.concept.id = id.map(XMLIdentifier.decoded) ?? ""
    draft.subject = draft.concept.id
    for item in TBXItem.items(of: entry, except: ["langSec", "langSet"]) {
      check(item, at: .concept)
      apply(item, to: &draft, language: nil)
    }
    let sections = entry.elements.filter { ["langSec", "langSet"].contains($0.name.local) }
    if isSecond, sections.isEmpty { mistake("“termEntry” has no “langSet” with terms", at: place) }
    for section in sections { readLanguage(section, into: &draft) }
    guard !draft.concept.terms.isEmpty else {
      // Without a term the entry has a mistake already, or it is a placeholder of a translation tool.
      if isSecond { lose("entry", "has no term and is left out", of: draft.subject, at: place) }
      return
    }
    if !draft.concept.id.isEmpty, let first = conceptIDs.updateValue(place, forKey: draft.concept.id) {
      // In the third edition all ids are checked together.
      if isSecond { mistake("the id “\(draft.concept.id)” is taken by the entry of line \(first.line)", at: place) }
      return
    }
    let lines = draft.notes + draft.foreignNotes
    draft.concept.note = lines.isEmpty ? nil : lines.joined(separator: "\n")
    relations += draft.relations.map { (self.draft.entries.count, $0) }
    self.draft.entries.append(
      GlossaryDraft.Entry(
        concept: draft.concept, place: place, termPlaces: draft.places, needsID: draft.concept.id.isEmpty))
  }

  private mutating func readLanguage(_ section: XMLElement, into draft: inout TBXConceptDraft) {
    let place = GlossaryPlace(section.place)
    guard let text = section.language ?? (isSecond ? section.attribute("lang") : nil) else {
      if isSecond {
        mistake("“langSet” needs the attribute “xml:lang” with a language tag such as en or es-MX", at: place)
      }
      return
    }
    guard let tag = tags[text] ?? LanguageTag(text) else {
      mistake("“\(text)” is no language tag; expected a BCP 47 tag such as en or es-MX", at: place)
      return
    }
    tags[text] = tag
    draft.languageHistory = TBXHistory()
    draft.languageIsNotTranslated = draft.isNotTranslated
    for item in TBXItem.items(of: section, except: ["termSec", "tig", "ntig"]) {
      check(item, at: .language)
      apply(item, to: &draft, language: tag)
    }
    let first = draft.concept.terms.count
    var statuses: [TermStatus?] = []
    for term in section.elements where ["termSec", "tig", "ntig"].contains(term.name.local) {
      if let status = readTerm(term, language: tag, into: &draft) { statuses.append(status.value) }
    }
    // A language needs one preferred term; a file that says nothing means its first.
    var hasPreferred = statuses.contains(.preferred)
    for (offset, status) in statuses.enumerated() where status == nil {
      draft.concept.terms[first + offset].status = hasPreferred ? .admitted : .preferred
      hasPreferred = true
    }
  }

  // MARK: Losses and mistakes

  mutating func lose(_ field: String, _ outcome: String, of subject: String, at place: GlossaryPlace) {
    draft.lose(field, outcome, of: subject, at: place)
  }

  mutating func mistake(_ message: String, at place: GlossaryPlace) {
    mistakes.append(.init(place: place, message: message))
  }

  /// The name of a person that a text or a reference gives.
  func person(_ item: TBXItem) -> String? {
    item.value.isEmpty ? item.target.flatMap { people[$0] } : item.value
  }

  private mutating func resolveRelations() {
    var indices: [String: Int] = [:]
    for (index, entry) in draft.entries.enumerated() { indices[entry.concept.id] = index }
    for (index, relation) in relations {
      let id = draft.entries[index].concept.id
      guard let other = indices[relation.target], !relation.target.isEmpty, other != index else {
        lose(relation.category, "points to no other concept of the file", of: id, at: relation.place)
        continue
      }
      switch relation.kind {
      case .to(let kind): link(index, ConceptRelation(kind, relation.target))
      case .narrower:
        if !id.isEmpty { link(other, ConceptRelation(.broader, id)) }
      }
    }
  }

  private mutating func link(_ index: Int, _ relation: ConceptRelation) {
    if !draft.entries[index].concept.relations.contains(relation) {
      draft.entries[index].concept.relations.append(relation)
    }
  }
}

/// The lines of a header by which Copydesk recognizes what it wrote.
enum TBXHeader {
  static let license = "License: "
  static let origin = "Written by Copydesk from the glossary "
}
