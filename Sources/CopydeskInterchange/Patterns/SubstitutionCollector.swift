// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskTerminology
import CopydeskText

/// Makes concepts of the rules of other tools: what a rule asks for is preferred, what it finds is deprecated.
struct SubstitutionCollector {
  /// What a rule says beyond its texts.
  struct Details {
    var severity: TermSeverity?
    var message: String?
    var source: String?
    var scopes: [SegmentRole] = []
    var exceptions: [String] = []
    /// Texts that come between those that may replace, such as `|`.
    var separator: Character?
  }

  /// The concepts so far.
  var draft = GlossaryDraft()
  private let language: LanguageTag
  private var entries: [String: Int] = [:]

  init(language: LanguageTag) {
    self.language = language
  }

  /// Adds a rule.
  ///
  /// - Returns: The places of the terms that were added: indices of concept and term.
  @discardableResult
  mutating func add(
    _ rule: Substitution, _ details: Details, at place: GlossaryPlace
  ) -> [(entry: Int, term: Int)] {
    let rule = rule.normalized
    return rule.outcomes.flatMap { add($0, of: rule, details, at: place) }
  }

  private mutating func add(
    _ outcome: Substitution.Outcome, of rule: Substitution, _ details: Details, at place: GlossaryPlace
  ) -> [(entry: Int, term: Int)] {
    switch outcome {
    case .loss(let reason):
      draft.lose("pattern", "is left out: \(reason)", of: rule.pattern, at: place)
      return []
    case .pattern(let pattern, let replacement):
      var term = rejected(pattern, rule, details)
      term.matching = .regex
      return [add(term, replacedBy: replacement, details, at: place)]
    case .texts(let results):
      return results.compactMap { result in
        if GroupReferences.isIn(result.replacement) {
          draft.lose(
            "pattern", "is left out: its replacement needs a group that it does not have", of: rule.pattern, at: place)
          return nil
        }
        let (texts, isAboutCapitals) = found(result, rule, details, at: place)
        guard let first = texts.first else {
          draft.lose("pattern", "is left out: it finds only what it asks for", of: rule.pattern, at: place)
          return nil
        }
        var term = rejected(first, rule, details)
        term.forms = Array(texts.dropFirst())
        term.matching = term.forms.isEmpty ? .exact : .forms
        term.exceptions += result.exceptions
        if isAboutCapitals { term.casePolicy = .exact }
        return add(term, replacedBy: result.replacement, details, at: place)
      }
    }
  }

  /// Adds a concept that only has what is right.
  mutating func addPreferred(_ text: String, at place: GlossaryPlace) {
    _ = entry(for: text, Details(), at: place)
  }

  /// The texts that the rule finds, without the one that it asks for, and whether only capitals set them apart.
  private mutating func found(
    _ result: Substitution.Texts, _ rule: Substitution, _ details: Details, at place: GlossaryPlace
  ) -> (texts: [String], isAboutCapitals: Bool) {
    let wanted = texts(in: result.replacement, details)
    guard rule.ignoresCase else { return (result.texts.filter { !wanted.contains($0) }, false) }
    let folded = wanted.map { CaseMapping.folded($0) }
    let others = result.texts.filter { !folded.contains(CaseMapping.folded($0)) }
    if others.count == result.texts.count { return (others, false) }
    if !others.isEmpty {
      draft.lose("pattern", "no longer finds what it asks for in other capitals", of: rule.pattern, at: place)
      return (others, false)
    }
    return (wanted.count == 1 ? wanted.flatMap { capitalizations(of: $0) } : [], true)
  }

  /// The usual capitals of a text, apart from its own.
  private func capitalizations(of text: String) -> [String] {
    let lower = CaseMapping.lowercased(text, language: language.language)
    let titled = lower.split(separator: " ", omittingEmptySubsequences: false).map { capitalized(String($0)) }
    let upper = CaseMapping.uppercased(text, language: language.language)
    var variants: [String] = []
    for variant in [lower, capitalized(lower), titled.joined(separator: " "), upper]
    where variant != text && !variants.contains(variant) {
      variants.append(variant)
    }
    return variants
  }

  private func capitalized(_ text: String) -> String {
    text.first.map { CaseMapping.uppercased(String($0), language: language.language) + text.dropFirst() } ?? text
  }

  private func rejected(_ text: String, _ rule: Substitution, _ details: Details) -> Term {
    var term = Term(text, language: language, status: .deprecated)
    term.casePolicy = rule.ignoresCase ? .fold : .exact
    term.severity = details.severity
    term.message = details.message
    term.scopes = details.scopes
    term.exceptions = details.exceptions.filter { exception in
      exception.utf8.count > text.utf8.count && CaseMapping.folded(exception).contains(CaseMapping.folded(text))
    }
    return term
  }

  private mutating func add(
    _ term: Term, replacedBy replacement: String, _ details: Details, at place: GlossaryPlace
  ) -> (entry: Int, term: Int) {
    let entry = entry(for: replacement, details, at: place)
    var term = term
    // What only has to go has nothing beside it that would be better.
    if replacement.isEmpty { term.status = .forbidden }
    draft.entries[entry].add(term, at: place)
    return (entry, draft.entries[entry].concept.terms.count - 1)
  }

  /// The texts of a replacement that may have several.
  private func texts(in replacement: String, _ details: Details) -> [String] {
    let texts = details.separator.map { replacement.split(separator: $0).map(String.init) } ?? [replacement]
    return texts.map { TableText.trimmed($0) }.filter { !$0.isEmpty }
  }

  /// The concept whose terms a rule asks for.
  private mutating func entry(for replacement: String, _ details: Details, at place: GlossaryPlace) -> Int {
    if let known = entries[replacement] { return known }
    let index = draft.newEntry(at: place)
    if !replacement.isEmpty { entries[replacement] = index }
    for text in texts(in: replacement, details) {
      let status: TermStatus = draft.entries[index].concept.terms.isEmpty ? .preferred : .admitted
      draft.entries[index].add(Term(text, language: language, status: status), at: place)
    }
    if let source = details.source { draft.entries[index].concept.sources = [source] }
    return index
  }
}
