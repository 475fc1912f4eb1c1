// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// Checks that glossaries used together do not say one thing here and another there.
///
/// Every rejected text leads to the text that replaces it. So the advice of all glossaries is a graph over
/// texts: an edge into an allowed text of its own concept is fine, one into a text that is itself rejected
/// is a contradiction, and a circle means that no fix ever comes to rest.
struct AdviceCheck {
  private let documents: [GlossaryDocument]
  private var uses: [TextKey: [Use]] = [:]
  /// The rejected texts in file order, with what replaces them.
  private var advice: [Advice] = []

  /// What makes two texts the same for matching.
  private struct TextKey: Hashable {
    let language: LanguageTag
    let folded: String

    init(_ text: String, _ language: LanguageTag) {
      self.language = language
      folded = CaseMapping.folded(text)
    }
  }

  /// One place where a glossary gives a text a status.
  private struct Use {
    let document: Int
    let concept: Int
    let term: Term
    let text: String
    let place: GlossaryPlace

    /// Whether one text can use both on one day and in one place.
    func canMeet(_ other: Use) -> Bool {
      let isCaseBound = term.casePolicy == .exact || other.term.casePolicy == .exact
      if isCaseBound, !TermText.areIdentical(text, other.text) { return false }
      if !term.scopes.isEmpty, !other.term.scopes.isEmpty, Set(term.scopes).isDisjoint(with: other.term.scopes) {
        return false
      }
      return Validity.canMeet(term.validity, other.term.validity)
    }

    func isInConcept(of other: Use) -> Bool { document == other.document && concept == other.concept }
  }

  private struct Advice {
    let use: Use
    let key: TextKey
    let replacement: String
  }

  init(_ documents: [GlossaryDocument]) {
    self.documents = documents
    for (document, file) in documents.enumerated() {
      for (number, concept) in file.glossary.concepts.enumerated() where concept.state == .approved {
        for (index, term) in concept.terms.enumerated() where term.matching != .regex {
          for text in [term.text] + term.forms {
            let use = Use(
              document: document, concept: number, term: term, text: text, place: file.termPlaces[number][index])
            uses[TextKey(text, term.language), default: []].append(use)
            guard term.status.isRejected, let replacement = AdviceCheck.replacement(of: term, in: concept) else {
              continue
            }
            advice.append(Advice(use: use, key: TextKey(text, term.language), replacement: replacement))
          }
        }
      }
    }
  }

  private static func replacement(of term: Term, in concept: Concept) -> String? {
    let usable = concept.terms.filter { $0.language == term.language && $0.status.isAllowed && $0.matching != .regex }
    return
      (usable.first { $0.status == .preferred && $0.type.isShortening == term.type.isShortening }
      ?? usable.first { $0.status == .preferred } ?? usable.first)?.text
  }

  func problems() -> [GlossaryProblem] {
    let (circular, keys) = circles()
    return circular + contradictions(leavingOut: keys) + conflicts()
  }

  private func problem(_ check: GlossaryCheck, at use: Use, _ message: String) -> GlossaryProblem {
    GlossaryProblem(check: check, path: documents[use.document].path, place: use.place, message: message)
  }

  /// Where another use is found, for a message.
  private func location(of use: Use) -> String {
    let document = documents[use.document]
    return "the concept “\(document.glossary.concepts[use.concept].id)” (\(document.path):\(use.place.line))"
  }

  // MARK: Circles

  private func circles() -> (problems: [GlossaryProblem], keys: Set<TextKey>) {
    var nodes: [TextKey: Int] = [:]
    var first: [Advice] = []
    for item in advice where nodes[item.key] == nil {
      nodes[item.key] = first.count
      first.append(item)
    }
    var edges = [[Int]](repeating: [], count: first.count)
    for item in advice {
      let target = TextKey(item.replacement, item.use.term.language)
      // A difference of capitals only, as in “internet” for “Internet”, is no circle.
      guard let from = nodes[item.key], let to = nodes[target], from != to, !edges[from].contains(to) else { continue }
      edges[from].append(to)
    }
    var keys: Set<TextKey> = []
    let problems = Cycle.all(in: edges).map { cycle in
      keys.formUnion(cycle.map { first[$0].key })
      let names = (cycle + cycle.prefix(1)).map { "“\(first[$0].use.text)”" }
      return problem(
        .cycle, at: first[cycle[0]].use, "terms are replaced in a circle: \(names.joined(separator: " → "))")
    }
    return (problems, keys)
  }

  // MARK: Contradictions

  private func contradictions(leavingOut circular: Set<TextKey>) -> [GlossaryProblem] {
    var problems: [GlossaryProblem] = []
    for (key, uses) in uses where !circular.contains(key) {
      let allowed = uses.filter(\.term.status.isAllowed)
      for use in uses where use.term.status.isRejected {
        guard let other = allowed.first(where: { !$0.isInConcept(of: use) && $0.canMeet(use) }) else { continue }
        problems.append(
          problem(
            .contradiction, at: use,
            "“\(use.text)” is \(use.term.status.rawValue) here and \(other.term.status.rawValue) in "
              + location(of: other)))
      }
    }
    return problems
  }

  private func conflicts() -> [GlossaryProblem] {
    var first: [TextKey: [Advice]] = [:]
    var problems: [GlossaryProblem] = []
    for item in advice {
      let known = first[item.key, default: []]
      if let other = known.first(where: { other in
        !other.use.isInConcept(of: item.use) && other.use.canMeet(item.use)
          && CaseMapping.folded(other.replacement) != CaseMapping.folded(item.replacement)
      }) {
        problems.append(
          problem(
            .conflictingAdvice, at: item.use,
            "“\(item.use.text)” is replaced by “\(item.replacement)” here and by “\(other.replacement)” in "
              + location(of: other.use)))
      }
      first[item.key, default: []].append(item)
    }
    return problems
  }
}
