// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// Mends what needs no judgement in glossaries.
public enum GlossaryCleaner {
  /// A glossary without stray white space, invisible characters, repeated terms and forms, and exceptions that
  /// can never apply; all texts in normalization form C.
  ///
  /// What it mends, ``GlossaryLint`` reports as white-space, not-normalized, duplicate-term and idle-exception.
  public static func cleaned(_ glossary: Glossary) -> Glossary {
    var glossary = glossary
    for index in glossary.concepts.indices { glossary.concepts[index] = cleaned(glossary.concepts[index]) }
    return glossary
  }

  private static func cleaned(_ concept: Concept) -> Concept {
    var concept = concept
    var terms: [Term] = []
    for term in concept.terms.map(cleaned) {
      // Terms that differ in anything but their text are left to a person.
      if !terms.contains(term) { terms.append(term) }
    }
    if concept.kind != .place {
      for index in terms.indices { dropIdleExceptions(of: &terms[index]) }
    }
    concept.terms = terms
    return concept
  }

  private static func cleaned(_ term: Term) -> Term {
    var term = term
    if term.matching == .regex { return term }
    term.text = TermText.cleaned(term.text)
    var forms: [String] = []
    for form in term.forms.map(TermText.cleaned) where form != term.text && !forms.contains(form) { forms.append(form) }
    term.forms = forms
    term.exceptions = term.exceptions.map(TermText.cleaned)
    return term
  }

  private static func dropIdleExceptions(of term: inout Term) {
    guard !term.exceptions.isEmpty, term.matching != .regex else { return }
    let names = ([term.text] + term.forms).map { TermWords.keys(of: $0, language: term.language) }
    term.exceptions.removeAll { exception in
      let longer = TermWords.keys(of: exception, language: term.language)
      return !names.contains { $0.count < longer.count && TermWords.contains(longer, $0) }
    }
  }
}
