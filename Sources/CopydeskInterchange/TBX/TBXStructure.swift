// SPDX-License-Identifier: Apache-2.0

internal import CopydeskTerminology
internal import CopydeskXML

/// The namespaces of ISO 30042:2019 and its modules.
enum TBXNamespace {
  static let core = "urn:iso:std:iso:30042:ed-2"
  static let min = "http://www.tbxinfo.net/ns/min"
  static let basic = "http://www.tbxinfo.net/ns/basic"
}

/// The core structure of ISO 30042:2019: which elements stand where.
///
/// It says the same as the standard's RELAX NG schema, except that data categories are judged by the reader. A mistake
/// here means that a file is no TBX, whatever its dialect.
struct TBXStructure {
  /// Elements that may stand at one place of another.
  private struct Part {
    let names: Set<String>
    var least = 0
    var most = Int.max
  }

  private static let auxiliary: Set<String> = [
    "admin", "adminGrp", "descrip", "descripGrp", "note", "ref", "transacGrp", "xref",
  ]
  private static let links: Set<String> = ["admin", "adminGrp", "note", "ref", "transacGrp", "xref"]

  /// What elements that hold only elements hold, in order.
  private static let contents: [String: [Part]] = [
    "tbx": [Part(names: ["tbxHeader"], least: 1, most: 1), Part(names: ["text"], least: 1, most: 1)],
    "tbxHeader": [
      Part(names: ["fileDesc"], least: 1, most: 1), Part(names: ["encodingDesc"], most: 1),
      Part(names: ["revisionDesc"], most: 1),
    ],
    "fileDesc": [
      Part(names: ["publicationStmt"], most: 1), Part(names: ["titleStmt"], most: 1),
      Part(names: ["sourceDesc"], least: 1, most: 1),
    ],
    "publicationStmt": [Part(names: ["p"], least: 1)],
    "titleStmt": [Part(names: ["title"], least: 1, most: 1), Part(names: ["note"])],
    "sourceDesc": [Part(names: ["p"], least: 1)],
    "encodingDesc": [Part(names: ["p"], least: 1)],
    "revisionDesc": [Part(names: ["change"], least: 1)],
    "change": [Part(names: ["p"], least: 1)],
    "text": [Part(names: ["body"], most: 1), Part(names: ["back"], most: 1)],
    "body": [Part(names: ["conceptEntry"], least: 1)],
    "conceptEntry": [Part(names: auxiliary), Part(names: ["langSec"], least: 1)],
    "langSec": [Part(names: auxiliary), Part(names: ["termSec"], least: 1)],
    "termSec": [
      Part(names: ["term"], least: 1, most: 1), Part(names: ["termNote", "termNoteGrp"]), Part(names: auxiliary),
    ],
    "adminGrp": [
      Part(names: ["admin"], least: 1, most: 1), Part(names: ["adminNote", "note", "ref", "xref"]),
    ],
    "descripGrp": [
      Part(names: ["descrip"], least: 1, most: 1),
      Part(names: ["admin", "adminGrp", "descripNote", "note", "ref", "transacGrp", "xref"]),
    ],
    "termNoteGrp": [Part(names: ["termNote"], least: 1, most: 1), Part(names: links)],
    "transacGrp": [
      Part(names: ["transac"], least: 1, most: 1),
      Part(names: ["date", "note", "ref", "transacNote", "xref"]),
    ],
    "back": [Part(names: ["refObjectSec"])],
    "refObjectSec": [Part(names: ["refObject"], least: 1)],
    "refObject": [Part(names: ["itemSet", "itemGrp", "item"], least: 1)],
    "itemSet": [Part(names: ["itemGrp", "item"], least: 1)],
    "itemGrp": [Part(names: ["item"], least: 1, most: 1), Part(names: links)],
  ]

  /// The elements that carry a data category by their attribute `type`.
  static let carriers: Set<String> = [
    "admin", "adminNote", "descrip", "descripNote", "ref", "termNote", "transac", "transacNote", "xref",
  ]

  private static let requiredAttributes: [String: [String]] = [
    "conceptEntry": ["id"], "refObjectSec": ["type"], "xref": ["target"], "sc": ["id"],
  ]

  private static let inline: Set<String> = ["ec", "foreign", "hi", "ph", "sc"]

  private(set) var mistakes: [GlossaryError.Mistake] = []
  private var ids: [String: XMLPlace] = [:]

  /// Checks an element and all inside of it, except the elements of these names, which are checked by themselves.
  mutating func check(_ element: XMLElement, except others: Set<String> = []) {
    checkAttributes(element)
    if element.name.namespace != TBXNamespace.core {
      // A data category as an element holds text; its values are judged by the reader.
      for child in element.elements { checkInline(child, in: element) }
    } else if let parts = TBXStructure.contents[element.name.local] {
      check(element, against: parts)
      // What has no place here is not looked into.
      for child in element.elements
      where parts.contains(where: { accepts($0, child) }) && !others.contains(child.name.local) {
        check(child, except: others)
      }
    } else {
      for child in element.elements { checkInline(child, in: element) }
    }
  }

  private mutating func checkInline(_ child: XMLElement, in parent: XMLElement) {
    guard child.name.namespace == TBXNamespace.core, TBXStructure.inline.contains(child.name.local) else {
      mistake("“\(child.name)” cannot stand in “\(parent.name)”; expected text", at: child.place)
      return
    }
    check(child)
  }

  private mutating func check(_ element: XMLElement, against parts: [Part]) {
    let name = element.name.local
    let strayText = element.strayText
    if let text = strayText {
      let expected = parts.flatMap { $0.names.sorted() }
      mistake(
        "text cannot stand in “\(name)” by itself; expected \(TBXStructure.alternatives(expected))", at: text)
    }
    var current = 0
    var counts = [Int](repeating: 0, count: parts.count)
    for child in element.elements {
      guard let fitting = fittingPart(of: child, in: parts, from: current, counts: counts) else {
        misplaced(child, in: element, parts: parts)
        // One mistake for each child that is out of order, not another for its absence.
        if let part = parts.indices.first(where: { accepts(parts[$0], child) }) { counts[part] += 1 }
        continue
      }
      counts[fitting] += 1
      current = fitting
    }
    // Text in place of an element is one mistake, not two.
    for (part, count) in zip(parts, counts) where count < part.least && strayText == nil {
      mistake("“\(name)” has no \(TBXStructure.alternatives(part.names.sorted()))", at: element.place)
    }
  }

  private func fittingPart(of child: XMLElement, in parts: [Part], from start: Int, counts: [Int]) -> Int? {
    (start..<parts.count).first { accepts(parts[$0], child) && counts[$0] < parts[$0].most }
  }

  private func accepts(_ part: Part, _ child: XMLElement) -> Bool {
    if child.name.namespace == TBXNamespace.core { return part.names.contains(child.name.local) }
    // The schema lets an element of a module stand wherever any data category may.
    return !part.names.isDisjoint(with: TBXStructure.carriers)
  }

  private mutating func misplaced(_ child: XMLElement, in element: XMLElement, parts: [Part]) {
    let name = child.name.local
    let parent = element.name.local
    if let part = parts.first(where: { accepts($0, child) }) {
      mistake(
        part.most == 1 && element.elements.filter({ accepts(part, $0) }).count > 1
          ? "“\(parent)” has a second “\(name)”; expected one"
          : "“\(name)” stands too late in “\(parent)”; expected it before “\(predecessor(of: child, in: element))”",
        at: child.place)
    } else {
      let expected = TBXStructure.alternatives(parts.flatMap { $0.names.sorted() })
      mistake("“\(name)” cannot stand in “\(parent)”; expected \(expected)", at: child.place)
    }
  }

  private func predecessor(of child: XMLElement, in element: XMLElement) -> String {
    element.elements.last { $0.place < child.place }?.name.local ?? ""
  }

  private mutating func checkAttributes(_ element: XMLElement) {
    let name = element.name.local
    if let id = element.attribute("id") {
      if let first = ids[id] {
        mistake("the id “\(id)” is taken by the element of line \(first.line)", at: element.place)
      } else {
        ids[id] = element.place
      }
    }
    guard element.name.namespace == TBXNamespace.core else { return }
    for key in TBXStructure.requiredAttributes[name] ?? [] where element.attribute(key) == nil {
      mistake("“\(name)” needs the attribute “\(key)”", at: element.place)
    }
    if name == "langSec", element.language == nil {
      mistake("“langSec” needs the attribute “xml:lang” with a language tag such as en or es-MX", at: element.place)
    }
    if TBXStructure.carriers.contains(name), element.attribute("type")?.isEmpty ?? true {
      mistake("“\(name)” needs the attribute “type” with the name of a data category", at: element.place)
    }
  }

  private mutating func mistake(_ message: String, at place: XMLPlace) {
    mistakes.append(.init(place: GlossaryPlace(place), message: message))
  }

  /// “a”, “b” or “c”.
  static func alternatives(_ names: [String]) -> String {
    var seen: Set<String> = []
    let quoted = names.filter { seen.insert($0).inserted }.map { "“\($0)”" }
    guard let last = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
    return quoted.dropLast().joined(separator: ", ") + " or " + last
  }
}
