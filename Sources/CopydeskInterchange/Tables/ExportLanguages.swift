// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText

/// What writers of lists ask about a glossary.
enum ExportLanguages {
  /// The languages that are declared or used, in order.
  static func of(_ glossary: Glossary) -> [LanguageTag] {
    var languages = glossary.languages
    var known = Set(languages)
    for concept in glossary.concepts {
      for term in concept.terms where known.insert(term.language).inserted { languages.append(term.language) }
    }
    return languages
  }

  /// Whether a term counts in a column of the language: `en` holds `en-GB`, `en-GB` does not hold `en-US`.
  static func covers(_ column: LanguageTag?, _ language: LanguageTag) -> Bool {
    guard let column else { return false }
    return column == language || (column.region == nil && column.language == language.language)
      || (language.region == nil && column.language == language.language)
  }

  /// Notes what a list of pairs never says of a concept.
  static func noteDetails(
    of concept: Concept, keepsNote: Bool, keepsDefinition: Bool = false, in losses: inout LossReport
  ) {
    func lose(_ field: String, _ isThere: Bool) {
      if isThere { losses.note(.init(field: field, outcome: "is left out", subject: concept.id)) }
    }
    lose("definition", concept.definition != nil && !keepsNote && !keepsDefinition)
    lose("note", concept.note != nil && !keepsNote)
    lose("domain", !concept.domains.isEmpty)
    lose("source", !concept.sources.isEmpty)
    lose("validity", !concept.validity.isEmpty || concept.terms.contains { !$0.validity.isEmpty })
    lose("forms", concept.terms.contains { !$0.forms.isEmpty })
    lose("examples", concept.terms.contains { !$0.examples.isEmpty })
    lose("exceptions", concept.terms.contains { !$0.exceptions.isEmpty })
  }
}
