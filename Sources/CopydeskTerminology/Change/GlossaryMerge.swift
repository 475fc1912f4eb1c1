// SPDX-License-Identifier: Apache-2.0

public import CopydeskText

/// Two versions of a glossary brought together, as two people made them of one base.
public struct GlossaryMerge: Hashable, Sendable {
  /// One value that both changed in ways that exclude each other; ours was kept.
  public struct Conflict: Hashable, Sendable, CustomStringConvertible {
    /// The id of the concept, or `nil` for the glossary itself.
    public let concept: String?
    /// What the conflict is about, such as `definition` or `en “TdA” status`.
    public let subject: String
    /// The value in the base, for people.
    public let base: String
    /// Our value, which stands in the result.
    public let ours: String
    /// Their value, which was not taken.
    public let theirs: String

    /// The conflict as a comment in a file that has our value.
    fileprivate var comment: String {
      PrintableText.printable("conflict: \(subject): theirs is \(theirs.isEmpty ? "nothing" : theirs)")
    }

    /// The conflict in one line.
    public var description: String {
      func shown(_ value: String) -> String { value.isEmpty ? "nothing" : value }
      return "\(concept.map { "\($0): " } ?? "")\(subject) was \(shown(base)), is \(shown(ours)) with us"
        + " and \(shown(theirs)) with them"
    }
  }

  /// The result.
  public private(set) var glossary: Glossary
  /// The conflicts in the order of the result.
  public private(set) var conflicts: [Conflict] = []
  /// The concepts of the result that are theirs as a whole.
  public private(set) var takenConcepts: Set<String> = []

  /// Merges two versions.
  ///
  /// Concepts are the same by id, terms by language and text. Values that only one side changed are taken from
  /// that side, items of lists come and go one by one. Concepts keep our order; new ones of theirs follow the
  /// concept they follow with them.
  public init(base: Glossary, ours: Glossary, theirs: Glossary) {
    var head = ours
    glossary = ours
    mergeFields(Glossary.fields, base: base, ours: &head, theirs: theirs, concept: nil, prefix: "")
    glossary = head
    let baseConcepts = GlossaryMerge.byID(base)
    let ourConcepts = GlossaryMerge.byID(ours)
    let theirConcepts = GlossaryMerge.byID(theirs)
    glossary.concepts = ours.concepts.compactMap { concept in
      merged(concept, base: baseConcepts[concept.id], theirs: theirConcepts[concept.id])
    }
    var previous: String?
    for concept in theirs.concepts {
      defer { previous = concept.id }
      guard ourConcepts[concept.id] == nil else { continue }
      if let former = baseConcepts[concept.id] {
        // We removed it; they may have gone on working on it.
        if former == concept { continue }
        conflicts.append(
          Conflict(concept: concept.id, subject: "the concept", base: "there", ours: "removed", theirs: "changed"))
        continue
      }
      let position = previous.flatMap { id in glossary.concepts.firstIndex { $0.id == id } }
      glossary.concepts.insert(concept, at: position.map { $0 + 1 } ?? glossary.concepts.count)
      takenConcepts.insert(concept.id)
    }
  }

  /// Merges two versions as they stand in files.
  ///
  /// - Returns: The merge, and the YAML of its result with the comments that either file has for what is still there,
  ///   and one before each concept of which something of theirs was not taken.
  /// - Throws: ``GlossaryError`` if one of the files is no valid glossary.
  public static func files(
    base: InputText, ours: InputText, theirs: InputText
  ) throws(GlossaryError) -> (merge: GlossaryMerge, text: String) {
    let (base, ours, theirs) = (try GlossaryFileNodes(base), try GlossaryFileNodes(ours), try GlossaryFileNodes(theirs))
    let merge = GlossaryMerge(
      base: base.document.glossary, ours: ours.document.glossary, theirs: theirs.document.glossary)
    let (former, other) = (CommentedGlossary(base), CommentedGlossary(theirs))
    var result = CommentedGlossary(ours, changedTo: merge.glossary)
    result.take(merge.takenConcepts, from: other)
    result.addComments(of: other, unlessIn: former)
    if !merge.takenConcepts.isEmpty { result.addComments(of: CommentedGlossary(ours), unlessIn: former) }
    let conflicts = Dictionary(grouping: merge.conflicts.filter { $0.concept != nil }) { $0.concept ?? "" }
    result.add(conflicts.mapValues { $0.map(\.comment) })
    return (merge, result.text)
  }

  private static func byID(_ glossary: Glossary) -> [String: Concept] {
    Dictionary(glossary.concepts.map { ($0.id, $0) }) { first, _ in first }
  }

  // MARK: Concepts

  private mutating func merged(_ ours: Concept, base: Concept?, theirs: Concept?) -> Concept? {
    guard let theirs else {
      guard let base else { return ours }
      if ours == base { return nil }
      conflicts.append(
        Conflict(concept: ours.id, subject: "the concept", base: "there", ours: "changed", theirs: "removed"))
      return ours
    }
    if ours == theirs { return ours }
    // Without a base both are new; then whatever differs is a conflict.
    if let base, ours == base {
      takenConcepts.insert(theirs.id)
      return theirs
    }
    if let base, theirs == base { return ours }
    var result = ours
    mergeFields(
      Concept.fields, base: base ?? Concept(id: ours.id), ours: &result, theirs: theirs, concept: ours.id, prefix: "")
    result.terms = mergedTerms(ours, base: base, theirs: theirs)
    return result
  }

  private mutating func mergedTerms(_ ours: Concept, base: Concept?, theirs: Concept) -> [Term] {
    let former = Dictionary(TermIdentity.indexed(base?.terms ?? [])) { first, _ in first }
    let other = Dictionary(TermIdentity.indexed(theirs.terms)) { first, _ in first }
    let own = TermIdentity.indexed(ours.terms)
    let ownIdentities = Set(own.map(\.0))
    var terms: [Term] = []
    for (identity, term) in own {
      let name = "\(term.language.tag) “\(term.text)”"
      switch (former[identity], other[identity]) {
      case (let before, let theirs?):
        var result = term
        mergeFields(
          Term.fields, base: before ?? Term(term.text, language: term.language), ours: &result, theirs: theirs,
          concept: ours.id, prefix: name + " ")
        terms.append(result)
      case (let before?, nil):
        if before == term { continue }
        conflicts.append(
          Conflict(concept: ours.id, subject: name, base: "there", ours: "changed", theirs: "removed"))
        terms.append(term)
      case (nil, nil): terms.append(term)
      }
    }
    var previous: Term?
    for (identity, term) in TermIdentity.indexed(theirs.terms) {
      defer { previous = term }
      if ownIdentities.contains(identity) { continue }
      if let before = former[identity] {
        if before == term { continue }
        conflicts.append(
          Conflict(
            concept: ours.id, subject: "\(term.language.tag) “\(term.text)”", base: "there", ours: "removed",
            theirs: "changed"))
        continue
      }
      // A new term stands behind the one it follows with them, or first in its language.
      let follows = previous.flatMap { previous in
        previous.language != term.language
          ? nil : terms.firstIndex { $0.language == previous.language && $0.text == previous.text }
      }
      let start = terms.firstIndex { $0.language == term.language }
      terms.insert(term, at: follows.map { $0 + 1 } ?? start ?? terms.count)
    }
    return terms
  }

  private mutating func mergeFields<Root>(
    _ fields: [ModelField<Root>], base: Root, ours: inout Root, theirs: Root, concept: String?, prefix: String
  ) {
    for field in fields where field.merge(base, &ours, theirs) {
      conflicts.append(
        Conflict(
          concept: concept, subject: prefix + field.name, base: field.text(base), ours: field.text(ours),
          theirs: field.text(theirs)))
    }
  }
}
