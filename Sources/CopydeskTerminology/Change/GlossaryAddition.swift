// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

extension Glossary {
  /// What keeps an entry from being added to a glossary.
  public enum AdditionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The concept has the term already.
    case knownTerm(Term, concept: String)
    /// Another concept has the term.
    case takenTerm(Term, concept: String)

    /// One clause that says what is in the way.
    public var description: String {
      switch self {
      case .knownTerm(let term, let concept):
        "the concept “\(concept)” already has “\(term.text)” in \(term.language.tag)"
      case .takenTerm(let term, let concept):
        "“\(term.text)” is already a term of the concept “\(concept)” in \(term.language.tag)"
      }
    }
  }

  /// Adds a concept, or adds what an entry says to the concept that has its id.
  ///
  /// - Parameters:
  ///   - entry: The concept. If the glossary has its id, the values it gives replace those of that concept, its
  ///     sources, domains and terms come on top.
  ///   - state: The state of the concept from now on, or `nil` to leave that of a known one.
  ///   - allowingHomographs: Whether terms that other concepts have are welcome.
  /// - Throws: ``AdditionError`` for the first term that is there already; the glossary is then unchanged.
  public mutating func add(
    _ entry: Concept, state: ConceptState? = nil, allowingHomographs: Bool = false
  ) throws(AdditionError) {
    for term in entry.terms {
      let text = CaseMapping.folded(term.text)
      for concept in concepts {
        let isKnown = concept.terms.contains { $0.language == term.language && CaseMapping.folded($0.text) == text }
        guard isKnown else { continue }
        if concept.id == entry.id { throw .knownTerm(term, concept: concept.id) }
        if !allowingHomographs { throw .takenTerm(term, concept: concept.id) }
      }
    }
    for language in entry.languages where !languages.contains(language) { languages.append(language) }
    guard let index = concepts.firstIndex(where: { $0.id == entry.id }) else {
      concepts.append(entry)
      concepts[concepts.count - 1].state = state ?? entry.state
      return
    }
    concepts[index].extend(with: entry)
    if let state { concepts[index].state = state }
  }
}

extension Concept {
  fileprivate mutating func extend(with entry: Concept) {
    if entry.kind != .term { kind = entry.kind }
    domains += entry.domains.filter { !domains.contains($0) }
    definition = entry.definition ?? definition
    owner = entry.owner ?? owner
    reviewBy = entry.reviewBy ?? reviewBy
    sources += entry.sources.filter { !sources.contains($0) }
    note = entry.note ?? note
    for term in entry.terms {
      let end = terms.lastIndex { $0.language == term.language }
      terms.insert(term, at: end.map { $0 + 1 } ?? terms.count)
    }
  }

  /// An id made of a term: its words in basic Latin letters and digits, joined by hyphens.
  ///
  /// - Returns: `concept` for a term without any letter or digit.
  public static func id(for term: String) -> String {
    var plain = term
    do throws(ICUError) {
      var transliterator = try Transliterator("Any-Latin; Latin-ASCII; Lower")
      plain = try transliterator.transliterate(term)
    } catch {
      // Without the transliterator only basic letters are left, which still makes an id.
    }
    // An apostrophe, which also stands for the soft sign of Cyrillic, divides no word.
    let words = plain.utf8.filter { $0 != UInt8(ascii: "'") }.split { byte in
      !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }
    let id = words.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
    return id.isEmpty ? "concept" : id
  }
}
