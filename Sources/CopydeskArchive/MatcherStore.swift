// SPDX-License-Identifier: Apache-2.0

public import CopydeskTerminology
public import CopydeskText
internal import Synchronization

/// The matchers of some glossaries, compiled once for each language that articles have.
public final class MatcherStore: Sendable {
  private let glossaries: @Sendable (LanguageTag) -> [Glossary]
  private let matchers = Mutex<[LanguageTag: TermMatcher]>([:])

  /// Creates a store for the concepts of glossaries that are in force.
  public convenience init(glossaries: [Glossary]) {
    let approved = glossaries.map(\.approved)
    self.init { _ in approved }
  }

  /// Creates a store for glossaries that depend on the language of the copy.
  init(glossaries: @escaping @Sendable (LanguageTag) -> [Glossary]) {
    self.glossaries = glossaries
  }

  /// The matcher for copy in a language.
  public func matcher(for language: LanguageTag) -> TermMatcher {
    matchers.withLock { matchers in
      if let known = matchers[language] { return known }
      let matcher = TermMatcher(glossaries: glossaries(language), language: language)
      matchers[language] = matcher
      return matcher
    }
  }
}
