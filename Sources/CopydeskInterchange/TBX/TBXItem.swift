// SPDX-License-Identifier: Apache-2.0

internal import CopydeskTerminology
internal import CopydeskXML

/// One piece of information of an entry, whichever way the file writes it.
///
/// `<termNote type="partOfSpeech">noun</termNote>` and `<min:partOfSpeech>noun</min:partOfSpeech>` are the same item.
struct TBXItem {
  /// The element that carries it, or `nil` for a data category that is an element of its own.
  let element: String?
  /// The data category; `note` and `date` for these elements.
  let category: String
  /// The text, with white space collapsed.
  let value: String
  /// What its attribute `target` points to.
  let target: String?
  let place: GlossaryPlace
  /// The other items of its group, such as the source of a definition.
  var companions: [TBXItem]

  /// The items that stand directly in a section, without its structure such as `langSec`.
  ///
  /// A group becomes one item with companions.
  static func items(of section: XMLElement, except structure: Set<String>) -> [TBXItem] {
    section.elements.compactMap { element in
      isCore(element, like: section) && structure.contains(element.name.local) ? nil : item(element, in: section)
    }
  }

  private static func item(_ element: XMLElement, in section: XMLElement) -> TBXItem? {
    let name = element.name.local
    let place = GlossaryPlace(element.place)
    if isCore(element, like: section) {
      if name.hasSuffix("Grp") {
        var items = element.elements.compactMap { item($0, in: section) }
        guard !items.isEmpty else { return nil }
        var leader = items.removeFirst()
        leader.companions += items
        return leader
      }
      // Weblate takes a description of no kind for a definition.
      let category = element.attribute("type") ?? (name == "descrip" ? "definition" : name)
      return TBXItem(
        element: name, category: category, value: element.collapsedText,
        target: element.attribute("target"), place: place, companions: [])
    }
    return TBXItem(
      element: nil, category: name, value: element.collapsedText, target: element.attribute("target"), place: place,
      companions: [])
  }

  /// Whether an element belongs to the core as its section does, rather than to a module.
  private static func isCore(_ element: XMLElement, like section: XMLElement) -> Bool {
    element.name.namespace == section.name.namespace
  }

  /// Whether it is a note of the core.
  var isNote: Bool { element == "note" }
}
