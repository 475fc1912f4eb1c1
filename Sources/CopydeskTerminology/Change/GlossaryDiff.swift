// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// What tells two versions of a glossary apart, by concept.
public struct GlossaryDiff: Hashable, Sendable {
  /// One value that is different.
  public struct Change: Hashable, Sendable {
    /// The key in glossary files.
    public let field: String
    /// The value before, for people; empty if there was none.
    public let old: String
    /// The value after, for people; empty if there is none.
    public let new: String
  }

  /// What became of a term.
  public enum TermChange: Hashable, Sendable {
    /// It is new.
    case added(Term)
    /// It is gone.
    case removed(Term)
    /// It has other values.
    case changed(Term, [Change])
  }

  /// What became of a concept.
  public enum ConceptChange: Hashable, Sendable {
    /// It is new.
    case added(Concept)
    /// It is gone.
    case removed(Concept)
    /// It has other values or terms.
    case changed(Concept, [Change], [TermChange])

    /// The concept after the change, or the one that is gone.
    public var concept: Concept {
      switch self {
      case .added(let concept), .removed(let concept), .changed(let concept, _, _): concept
      }
    }
  }

  /// What is different about the glossary apart from its concepts.
  public let changes: [Change]
  /// The concepts that are different: in the order of the new version, then those that are gone.
  public let concepts: [ConceptChange]

  /// Whether the versions say the same; the order of concepts does not count.
  public var isEmpty: Bool { changes.isEmpty && concepts.isEmpty }

  /// Compares two versions.
  public init(from old: Glossary, to new: Glossary) {
    changes = GlossaryDiff.changes(Glossary.fields, old, new)
    let oldConcepts = Dictionary(old.concepts.map { ($0.id, $0) }) { first, _ in first }
    let newIDs = Set(new.concepts.map(\.id))
    var concepts: [ConceptChange] = new.concepts.compactMap { concept in
      guard let former = oldConcepts[concept.id] else { return .added(concept) }
      let changes = GlossaryDiff.changes(Concept.fields, former, concept)
      let terms = GlossaryDiff.terms(from: former, to: concept)
      return changes.isEmpty && terms.isEmpty ? nil : .changed(concept, changes, terms)
    }
    concepts += old.concepts.filter { !newIDs.contains($0.id) }.map { .removed($0) }
    self.concepts = concepts
  }

  private static func changes<Root>(_ fields: [ModelField<Root>], _ old: Root, _ new: Root) -> [Change] {
    fields.compactMap { field in
      field.isEqual(old, new) ? nil : Change(field: field.name, old: field.text(old), new: field.text(new))
    }
  }

  private static func terms(from old: Concept, to new: Concept) -> [TermChange] {
    let former = TermIdentity.indexed(old.terms)
    let current = TermIdentity.indexed(new.terms)
    let formerTerms = Dictionary(former) { first, _ in first }
    let identities = Set(current.map(\.0))
    return current.compactMap { identity, term in
      guard let before = formerTerms[identity] else { return .added(term) }
      let changes = changes(Term.fields, before, term)
      return changes.isEmpty ? nil : .changed(term, changes)
    } + former.filter { !identities.contains($0.0) }.map { .removed($0.1) }
  }
}

/// What makes two terms of one concept the same term: language and text, and the count where a text stands
/// several times with different validity.
struct TermIdentity: Hashable {
  let language: LanguageTag
  let text: [UInt8]
  let repetition: Int

  static func indexed(_ terms: [Term]) -> [(TermIdentity, Term)] {
    var counts: [TermIdentity: Int] = [:]
    return terms.map { term in
      let first = TermIdentity(language: term.language, text: Array(term.text.utf8), repetition: 0)
      defer { counts[first, default: 0] += 1 }
      return (TermIdentity(language: first.language, text: first.text, repetition: counts[first] ?? 0), term)
    }
  }
}

extension GlossaryDiff: CustomStringConvertible {
  /// The differences for people: a block for each concept, `+`, `-` and `~` before what is new, gone and changed.
  public var description: String {
    var lines = changes.map { "~ \($0.line)" }
    for change in concepts {
      if !lines.isEmpty { lines.append("") }
      lines += change.lines
    }
    return lines.map { $0 + "\n" }.joined()
  }
}

extension GlossaryDiff.Change {
  fileprivate var line: String {
    switch (old.isEmpty, new.isEmpty) {
    case (true, _): "\(field): added \(new)"
    case (_, true): "\(field): removed \(old)"
    default: "\(field): \(old) → \(new)"
    }
  }
}

extension GlossaryDiff.ConceptChange {
  fileprivate var lines: [String] {
    switch self {
    case .added(let concept):
      ["+ \(concept.id) (\(concept.kind.rawValue))"] + concept.terms.map { "  + \($0.line)" }
    case .removed(let concept):
      ["- \(concept.id) (\(concept.kind.rawValue))"] + concept.terms.map { "  - \($0.line)" }
    case .changed(let concept, let changes, let terms):
      ["~ \(concept.id) (\(concept.kind.rawValue))"] + changes.map { "  ~ \($0.line)" } + terms.flatMap(\.lines)
    }
  }
}

extension GlossaryDiff.TermChange {
  fileprivate var lines: [String] {
    switch self {
    case .added(let term): ["  + \(term.line)"]
    case .removed(let term): ["  - \(term.line)"]
    case .changed(let term, let changes):
      changes.map { "  ~ \(term.language.tag) “\(term.text)” \($0.line)" }
    }
  }
}

extension Term {
  /// The term for people, as `en “TdA” admitted, acronym`.
  fileprivate var line: String {
    let details = [status.rawValue] + (type == .full ? [] : [type.rawValue])
    return "\(language.tag) “\(text)” \(details.joined(separator: ", "))"
  }
}
