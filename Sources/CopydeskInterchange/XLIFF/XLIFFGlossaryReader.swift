// SPDX-License-Identifier: Apache-2.0

internal import CopydeskTerminology
internal import CopydeskText
internal import CopydeskXML

/// The namespaces of XLIFF 2 that glossaries need.
enum XLIFFNamespace {
  /// XLIFF 2.0 and 2.1.
  static let document = "urn:oasis:names:tc:xliff:document:2.0"
  static let glossary = "urn:oasis:names:tc:xliff:glossary:2.0"

  /// Whether a namespace is that of an XLIFF 2 document; 2.2 has one of its own.
  static func isDocument(_ namespace: String) -> Bool {
    namespace.hasPrefix("urn:oasis:names:tc:xliff:document:2.")
  }
}

/// Reads the glossary modules of an XLIFF 2 document.
///
/// The module stands in each unit that has terms, so the same entry may come many times; entries with the same term
/// and the same definition, if both have one, become one concept. A document without the module may have TBX inside,
/// which is then read.
struct XLIFFGlossaryReader {
  private var draft = GlossaryDraft()
  private var mistakes: [GlossaryError.Mistake] = []
  private var ids: Set<String> = []
  /// The entries of each term, of which there are several if their definitions differ.
  private var entriesByTerm: [String: [Int]] = [:]
  private let source: LanguageTag
  private let target: LanguageTag?

  private init(source: LanguageTag, target: LanguageTag?) {
    self.source = source
    self.target = target
  }

  static func read(_ input: InputText, options: ImportOptions) throws(GlossaryError) -> ImportedGlossary {
    let root = try XMLParser.root(of: input)
    func failure(_ message: String) -> GlossaryError {
      GlossaryError(path: input.path, mistakes: [.init(place: GlossaryPlace(root.place), message: message)])
    }
    guard root.name.local == "xliff", XLIFFNamespace.isDocument(root.name.namespace) else {
      throw failure(
        "the root element is “\(root.name)” of the namespace “\(root.name.namespace)”; expected “xliff” of the "
          + "namespace “\(XLIFFNamespace.document)”")
    }
    guard let source = root.attribute("srcLang").flatMap({ LanguageTag($0) }) else {
      throw failure("“xliff” needs the attribute “srcLang” with a language tag such as en or es-MX")
    }
    let target = root.attribute("trgLang").flatMap { LanguageTag($0) }
    if let text = root.attribute("trgLang"), target == nil {
      throw failure("“trgLang” cannot be “\(text)”; expected a language tag such as en or es-MX")
    }
    var reader = XLIFFGlossaryReader(source: source, target: target)
    var count = 0
    reader.visit(root, count: &count)
    guard reader.mistakes.isEmpty else {
      throw GlossaryError(path: input.path, mistakes: reader.mistakes.sorted { $0.place < $1.place })
    }
    guard count > 0 else {
      // Terminology services put TBX beside the units instead.
      if let embedded = embeddedTBX(in: root) {
        return try TBXReader.read(embedded, path: input.path, options: options)
      }
      throw failure("the document has no glossary; expected “glossary” of the namespace “\(XLIFFNamespace.glossary)”")
    }
    return reader.draft.imported(
      path: input.path, id: options.glossaryID, languages: [source] + (target.map { [$0] } ?? []))
  }

  private static func embeddedTBX(in element: XMLElement) -> XMLElement? {
    for child in element.elements {
      let isTBX = child.name.local == "martif" || child.name == XMLName("tbx", namespace: TBXNamespace.core)
      if let found = isTBX ? child : embeddedTBX(in: child) { return found }
    }
    return nil
  }

  private mutating func visit(_ element: XMLElement, count: inout Int) {
    for child in element.elements {
      if child.name == XMLName("glossary", namespace: XLIFFNamespace.glossary) {
        count += 1
        readGlossary(child)
      } else {
        visit(child, count: &count)
      }
    }
  }

  private mutating func readGlossary(_ glossary: XMLElement) {
    var ids: [String: XMLPlace] = [:]
    if let text = glossary.strayText {
      mistake("text cannot stand in “glossary” by itself; expected “glossEntry”", at: text)
    }
    for entry in glossary.elements {
      guard entry.name == XMLName("glossEntry", namespace: XLIFFNamespace.glossary) else {
        mistake("“\(entry.name)” cannot stand in “glossary”; expected “glossEntry”", at: entry.place)
        continue
      }
      for element in [entry] + entry.elements.filter({ $0.name.local == "translation" }) {
        guard let id = element.attribute("id") else { continue }
        if let first = ids[id] {
          mistake("the id “\(id)” is taken by the element of line \(first.line) of this glossary", at: element.place)
        } else {
          ids[id] = element.place
        }
      }
      readEntry(entry)
    }
  }

  private mutating func readEntry(_ entry: XMLElement) {
    let parts = entry.elements.filter { $0.name.namespace == XLIFFNamespace.glossary }
    if let text = entry.strayText {
      mistake("text cannot stand in “glossEntry” by itself; expected “term”", at: text)
    }
    guard let first = parts.first, first.name.local == "term" else {
      mistake("“glossEntry” does not start with “term”", at: entry.place)
      return
    }
    let text = first.collapsedText
    guard !text.isEmpty else {
      mistake("“term” is empty; expected the text of a term", at: first.place)
      return
    }
    var translations: [(term: Term, place: GlossaryPlace)] = []
    var definition: XMLElement?
    for part in parts.dropFirst() {
      switch part.name.local {
      case "translation" where definition == nil:
        if let term = translation(part) { translations.append((term, GlossaryPlace(part.place))) }
      case "definition" where definition == nil: definition = part
      default:
        mistake(
          "“\(part.name)” cannot stand here in “glossEntry”; expected one “term”, then each “translation”, then one "
            + "“definition”", at: part.place)
      }
    }
    if parts.count == 1 {
      mistake("“glossEntry” has neither “translation” nor “definition”; expected one of them", at: entry.place)
      return
    }
    let subject = "“\(text)” (\(source.tag))"
    for foreign in entry.elements where foreign.name.namespace != XLIFFNamespace.glossary {
      lose(foreign.name.local, "has no place in a glossary", of: subject, at: foreign.place)
    }
    for element in [entry] + parts where element.attribute("ref") != nil {
      lose("ref", "to a place in the document is left out", of: subject, at: element.place)
    }
    for element in [entry] + parts {
      for attribute in element.attributes where !attribute.name.namespace.isEmpty {
        lose(attribute.name.local, "has no place in a glossary", of: subject, at: element.place)
      }
    }
    add(entry, first, text: text, translations: translations, definition: definition)
  }

  private mutating func translation(_ element: XMLElement) -> Term? {
    let text = element.collapsedText
    guard let target else {
      mistake("the document has a translation and no target language; expected “trgLang” on “xliff”", at: element.place)
      return nil
    }
    guard !text.isEmpty else {
      mistake("“translation” is empty; expected the text of a term", at: element.place)
      return nil
    }
    var term = Term(text, language: target)
    term.source = element.attribute("source")
    return term
  }

  private mutating func add(
    _ entry: XMLElement, _ termElement: XMLElement, text: String, translations: [(term: Term, place: GlossaryPlace)],
    definition: XMLElement?
  ) {
    let definitionText = definition.map(\.collapsedText).flatMap { $0.isEmpty ? nil : $0 }
    let known = entriesByTerm[text, default: []].first { index in
      let other = draft.entries[index].concept.definition
      return other == nil || definitionText == nil || other == definitionText
    }
    let index: Int
    if let known {
      index = known
    } else {
      let id = entry.attribute("id").map(XMLIdentifier.decoded)
      let place = GlossaryPlace(entry.place)
      index =
        id.flatMap { ids.insert($0).inserted ? $0 : nil }.map { draft.entry(id: $0, at: place) }
        ?? draft.newEntry(at: place)
      var term = Term(text, language: source)
      term.source = termElement.attribute("source")
      draft.entries[index].add(term, at: GlossaryPlace(termElement.place))
      entriesByTerm[text, default: []].append(index)
    }
    if let definitionText { draft.entries[index].concept.definition = definitionText }
    if let source = definition?.attribute("source"), !draft.entries[index].concept.sources.contains(source) {
      draft.entries[index].concept.sources.append(source)
    }
    for translation in translations {
      var term = translation.term
      let others = draft.entries[index].concept.terms.filter { $0.language == term.language }
      if others.contains(where: { $0.text == term.text }) { continue }
      if !others.isEmpty { term.status = .admitted }
      draft.entries[index].add(term, at: translation.place)
    }
  }

  private mutating func lose(_ field: String, _ outcome: String, of subject: String, at place: XMLPlace) {
    draft.lose(field, outcome, of: subject, at: GlossaryPlace(place))
  }

  private mutating func mistake(_ message: String, at place: XMLPlace) {
    mistakes.append(.init(place: GlossaryPlace(place), message: message))
  }
}
