// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// Checks that each concept of glossaries used together is there once and can be told from the others.
struct IdentityCheck {
  private let documents: [GlossaryDocument]

  init(_ documents: [GlossaryDocument]) {
    self.documents = documents
  }

  /// One concept of one glossary.
  private struct Item {
    let document: Int
    let concept: Int
  }

  private var items: [Item] {
    documents.indices.flatMap { document in
      documents[document].glossary.concepts.indices.map { Item(document: document, concept: $0) }
    }
  }

  func problems() -> [GlossaryProblem] {
    duplicateIDs() + duplicateConcepts() + homographs()
  }

  private func concept(_ item: Item) -> Concept { documents[item.document].glossary.concepts[item.concept] }

  private func place(_ item: Item) -> GlossaryPlace { documents[item.document].conceptPlaces[item.concept] }

  private func location(of item: Item) -> String {
    "“\(concept(item).id)” (\(documents[item.document].path):\(place(item).line))"
  }

  private func problem(
    _ check: GlossaryCheck, _ item: Item, _ message: String, at place: GlossaryPlace? = nil
  ) -> GlossaryProblem {
    GlossaryProblem(
      check: check, path: documents[item.document].path, place: place ?? self.place(item), message: message)
  }

  private func duplicateIDs() -> [GlossaryProblem] {
    var owners: [ExternalID: Item] = [:]
    return items.flatMap { item in
      concept(item).externalIDs.compactMap { id -> GlossaryProblem? in
        guard let owner = owners[id] else {
          owners[id] = item
          return nil
        }
        return problem(
          .duplicateExternalID, item,
          "“\(concept(item).id)” and \(location(of: owner)) are both “\(id.id)” in \(id.catalog)")
      }
    }
  }

  // MARK: Duplicates

  /// Two texts that a concept puts side by side: a translation, or a rejected term with what replaces it.
  private struct Pair: Hashable {
    let left: String
    let right: String
  }

  private func duplicateConcepts() -> [GlossaryProblem] {
    var owners: [Pair: Item] = [:]
    return items.compactMap { item in
      var duplicate: (pair: Pair, owner: Item)?
      for pair in IdentityCheck.pairs(of: concept(item)) {
        if let owner = owners[pair] {
          if duplicate == nil { duplicate = (pair, owner) }
        } else {
          owners[pair] = item
        }
      }
      return duplicate.map { duplicate in
        problem(
          .duplicateConcept, item,
          "the concept “\(concept(item).id)” says the same as \(location(of: duplicate.owner)): "
            + "\(duplicate.pair.left) → \(duplicate.pair.right)")
      }
    }
  }

  private static func pairs(of concept: Concept) -> Set<Pair> {
    guard concept.validity.isEmpty else { return [] }
    var pairs: Set<Pair> = []
    let terms = concept.terms.filter { $0.validity.isEmpty && $0.scopes.isEmpty }
    let preferred = terms.filter { $0.status == .preferred && !$0.type.isShortening }
    if let first = preferred.first {
      for other in preferred.dropFirst() where other.language != first.language {
        pairs.insert(Pair(left: shown(first), right: shown(other)))
      }
    }
    for term in terms where term.status.isRejected {
      guard let replacement = preferred.first(where: { $0.language == term.language }) else { continue }
      pairs.insert(Pair(left: shown(term), right: shown(replacement)))
    }
    return pairs
  }

  private static func shown(_ term: Term) -> String {
    "“\(term.casePolicy == .exact ? term.text : CaseMapping.folded(term.text))” (\(term.language.tag))"
  }

  // MARK: Homographs

  private struct Name: Hashable {
    let language: LanguageTag
    let text: String
  }

  private func homographs() -> [GlossaryProblem] {
    var owners: [Name: (item: Item, term: Term)] = [:]
    return items.flatMap { item -> [GlossaryProblem] in
      let concept = concept(item)
      return concept.terms.indices.compactMap { index -> GlossaryProblem? in
        let term = concept.terms[index]
        guard term.status.isAllowed, !term.type.isShortening else { return nil }
        let name = Name(language: term.language, text: CaseMapping.folded(term.text))
        guard let owner = owners[name] else {
          owners[name] = (item, term)
          return nil
        }
        let other = self.concept(owner.item)
        let isTold =
          concept.definition != nil && other.definition != nil || concept.kind != other.kind
          || term.partOfSpeech != nil && owner.term.partOfSpeech != nil && term.partOfSpeech != owner.term.partOfSpeech
          || !Set(concept.domains).isEmpty && !Set(other.domains).isEmpty
            && Set(concept.domains).isDisjoint(with: other.domains)
        guard !isTold, (owner.item.document, owner.item.concept) != (item.document, item.concept),
          Validity.canMeet(term.validity, owner.term.validity)
        else { return nil }
        return problem(
          .homograph, item,
          "“\(term.text)” (\(term.language.tag)) also names \(location(of: owner.item)), and nothing tells them apart",
          at: documents[item.document].termPlaces[item.concept][index])
      }
    }
  }
}
