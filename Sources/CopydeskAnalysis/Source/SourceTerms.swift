// SPDX-License-Identifier: Apache-2.0

public import CopydeskTerminology
internal import CopydeskText

/// The terms of the glossaries in the language of the source, and what the copy may call the same things.
public struct SourceTerms: Sendable {
  /// Finds the terms in the source.
  public let matcher: TermMatcher
  /// Finds the terms that translations keep as they are, in the copy.
  public let protectedMatcher: TermMatcher
  /// The copy's concepts by the words of a source term, for terms that several concepts share.
  private let conceptsOfWords: LazyValue<[UInt64: [Int]]>
  /// For each concept of the source's matcher the one of the copy's matcher, or `nil` if the copy has no term for it.
  private let copyConcepts: [Int?]
  /// For each concept of the source's matcher the one of the matcher of protected terms.
  private let protectedConcepts: [Int?]

  /// No terms.
  public static let none = SourceTerms(glossaries: [], source: nil, copy: nil, copyMatcher: TermMatcher())

  /// Compiles the terms of glossaries.
  ///
  /// - Parameters:
  ///   - glossaries: The glossaries.
  ///   - source: The language of the source, or `nil` for no terms.
  ///   - copy: The language of the copy.
  ///   - copyMatcher: The matcher for the copy, made of the same glossaries.
  init(glossaries: [Glossary], source: LanguageTag?, copy: LanguageTag?, copyMatcher: TermMatcher) {
    guard let source, let copy else {
      matcher = TermMatcher()
      protectedMatcher = TermMatcher()
      copyConcepts = []
      protectedConcepts = []
      conceptsOfWords = LazyValue { [:] }
      return
    }
    let matcher = TermMatcher(glossaries: glossaries, language: source)
    let protectedMatcher = TermMatcher(
      glossaries: SourceTerms.protectedTerms(of: matcher, in: copy), language: copy)
    self.matcher = matcher
    self.protectedMatcher = protectedMatcher
    let copyConcepts = SourceTerms.counterparts(of: matcher.concepts, in: copyMatcher.concepts)
    self.copyConcepts = copyConcepts
    conceptsOfWords = LazyValue {
      var concepts: [UInt64: [Int]] = [:]
      for entry in matcher.entries {
        guard let concept = copyConcepts[entry.concept] else { continue }
        concepts[TokenKey.key(of: entry.term.text), default: []].append(concept)
      }
      return concepts
    }
    protectedConcepts = SourceTerms.counterparts(of: matcher.concepts, in: protectedMatcher.concepts)
  }

  /// The concept of the copy's matcher that a match in the source names, or `nil` if the copy has no term for it.
  public func copyConcept(of match: TermMatch) -> Int? { copyConcepts[matcher.entries[match.entry].concept] }

  /// The concepts of the copy's matcher that the term of a match may mean, as `Georgia` is a country and a state.
  public func homonyms(of match: TermMatch) -> [Int] {
    conceptsOfWords.value[TokenKey.key(of: matcher.entries[match.entry].term.text)] ?? []
  }

  /// The concept of the matcher of protected terms that a match in the source names.
  public func protectedConcept(of match: TermMatch) -> Int? {
    protectedConcepts[matcher.entries[match.entry].concept]
  }

  /// The terms of the source that translations keep, as terms of the copy's language.
  private static func protectedTerms(of matcher: TermMatcher, in copy: LanguageTag) -> [Glossary] {
    var glossaries: [Glossary] = []
    for concept in matcher.concepts {
      let terms = concept.entries.map { matcher.entries[$0].term }.filter(\.isNotTranslated)
      if terms.isEmpty { continue }
      if glossaries.last?.id != concept.glossary { glossaries.append(Glossary(id: concept.glossary)) }
      glossaries[glossaries.count - 1].concepts.append(
        Concept(
          id: concept.id, kind: concept.kind,
          terms: terms.map { term in
            Term(
              term.text, language: copy, status: term.status, type: term.type, matching: term.matching,
              casePolicy: term.casePolicy, forms: term.forms, isNotTranslated: true)
          }))
    }
    return glossaries
  }

  private struct ConceptKey: Hashable {
    let glossary: String
    let concept: String
  }

  private static func counterparts(of concepts: [TermConcept], in others: [TermConcept]) -> [Int?] {
    var indices: [ConceptKey: Int] = [:]
    indices.reserveCapacity(others.count)
    for (index, concept) in others.enumerated() {
      indices[ConceptKey(glossary: concept.glossary, concept: concept.id)] = index
    }
    return concepts.map { indices[ConceptKey(glossary: $0.glossary, concept: $0.id)] }
  }
}
