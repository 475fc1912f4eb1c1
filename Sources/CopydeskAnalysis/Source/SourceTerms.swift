// SPDX-License-Identifier: Apache-2.0

public import CopydeskTerminology
internal import CopydeskText

/// The terms of the glossaries in the language of the source, and what the copy may call the same things.
public struct SourceTerms: Sendable {
  /// Finds the terms in the source.
  public let matcher: TermMatcher
  /// Finds the terms that translations keep as they are, in the copy.
  public let protectedMatcher: TermMatcher
  /// The concepts of the source's matcher by those of the copy's.
  private let sourceConcepts: LazyValue<[Int: Int]>
  /// For each concept of the source's matcher the one of the copy's matcher, or `nil` if the copy has no term for it.
  private let copyConcepts: [Int?]
  /// For each concept of the source's matcher the one of the matcher of protected terms.
  private let protectedConcepts: [Int?]

  /// No terms.
  public static let none = SourceTerms(glossaries: GlossarySet(), source: nil, copy: nil, copyMatcher: TermMatcher())

  /// Compiles the terms of glossaries.
  ///
  /// - Parameters:
  ///   - glossaries: The glossaries.
  ///   - source: The language of the source, or `nil` for no terms.
  ///   - copy: The language of the copy.
  ///   - copyMatcher: The matcher for the copy, made of the same glossaries.
  init(glossaries: GlossarySet, source: LanguageTag?, copy: LanguageTag?, copyMatcher: TermMatcher) {
    guard let source, let copy else {
      matcher = TermMatcher()
      protectedMatcher = TermMatcher()
      copyConcepts = []
      protectedConcepts = []
      sourceConcepts = LazyValue { [:] }
      return
    }
    let matcher = TermMatcher(glossaries, language: source)
    let (protected, concepts) = SourceTerms.protectedTerms(of: matcher, in: copy)
    let protectedMatcher = TermMatcher(glossaries: protected, language: copy)
    self.matcher = matcher
    self.protectedMatcher = protectedMatcher
    let copyConcepts = matcher.counterparts(in: copyMatcher)
    self.copyConcepts = copyConcepts
    sourceConcepts = LazyValue {
      var concepts: [Int: Int] = [:]
      for (index, concept) in copyConcepts.enumerated() {
        if let concept { concepts[concept] = index }
      }
      return concepts
    }
    protectedConcepts = concepts
  }

  /// The concept of the copy's matcher that a match in the source names, or `nil` if the copy has no term for it.
  public func copyConcept(of match: TermMatch) -> Int? { copyConcepts[matcher.entries[match.entry].concept] }

  /// Whether the term of a match may also mean a concept of the copy's matcher, as `Georgia` is a country and a state.
  public func mayMean(_ copyConcept: Int, _ match: TermMatch) -> Bool {
    guard let concept = sourceConcepts.value[copyConcept] else { return false }
    let key = TokenKey.key(of: matcher.entries[match.entry].term.text)
    return matcher.concepts[concept].entries.contains { TokenKey.key(of: matcher.entries[$0].term.text) == key }
  }

  /// The concept of the matcher of protected terms that a match in the source names.
  public func protectedConcept(of match: TermMatch) -> Int? {
    protectedConcepts[matcher.entries[match.entry].concept]
  }

  /// The terms of the source that translations keep, as terms of the copy's language, and for each concept of
  /// the source's matcher its place among theirs.
  private static func protectedTerms(
    of matcher: TermMatcher, in copy: LanguageTag
  ) -> (glossaries: [Glossary], concepts: [Int?]) {
    var glossaries: [Glossary] = []
    var concepts = [Int?](repeating: nil, count: matcher.concepts.count)
    var count = 0
    let entries = matcher.entries
    let protected = entries.indices.filter { entries.isNotTranslated($0) }
    var first = 0
    while first < protected.count {
      let index = entries.concept(of: protected[first])
      let end = protected[first...].firstIndex { entries.concept(of: $0) != index } ?? protected.count
      let terms = protected[first..<end].map { entries[$0].term }
      first = end
      let concept = matcher.concepts[index]
      if glossaries.last?.id != concept.glossary { glossaries.append(Glossary(id: concept.glossary)) }
      glossaries[glossaries.count - 1].concepts.append(
        Concept(
          id: concept.id, kind: concept.kind,
          terms: terms.map { term in
            Term(
              term.text, language: copy, status: term.status, type: term.type, matching: term.matching,
              casePolicy: term.casePolicy, forms: term.forms, isNotTranslated: true)
          }))
      concepts[index] = count
      count += 1
    }
    return (glossaries, concepts)
  }
}
