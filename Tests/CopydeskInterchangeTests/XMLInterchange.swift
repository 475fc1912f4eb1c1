// SPDX-License-Identifier: Apache-2.0

import CopydeskInterchange
import CopydeskTerminology
import CopydeskText

/// What the tests of XML formats do again and again.
enum XMLInterchange {
  static func read(
    _ text: String, _ format: GlossaryFormat, path: String = "sample", source: String? = nil, target: String? = nil
  ) throws(GlossaryError) -> ImportedGlossary {
    let options = ImportOptions(
      sourceLanguage: source.flatMap { LanguageTag($0) }, targetLanguage: target.flatMap { LanguageTag($0) })
    return try GlossaryInterchange.read(InputText(path: path, text: text), format: format, options: options)
  }

  static func errors(_ text: String, _ format: GlossaryFormat) -> [String] {
    do throws(GlossaryError) {
      _ = try read(text, format)
      return []
    } catch {
      return error.mistakes.map { "\($0.place.line):\($0.place.column): \($0.message)" }
    }
  }

  /// A line for each term: its language, status and text.
  static func lines(_ concept: Concept?) -> [String] {
    (concept?.terms ?? []).map { "\($0.language.tag) \($0.status.rawValue) \($0.text)" }
  }

  /// Two concepts in two languages, with a term of every status.
  static func sample() -> Glossary {
    guard let english = LanguageTag("en"), let spanish = LanguageTag("es"), let german = LanguageTag("de") else {
      return Glossary(id: "none")
    }
    return Glossary(
      id: "desk", title: "Desk", license: "CC0-1.0", languages: [english, spanish],
      concepts: [
        Concept(
          id: "prison-gang", domains: ["crime"], definition: "A gang of <inmates>.", sources: ["style guide"],
          note: "One.\nTwo.", relations: [ConceptRelation(.broader, "gang"), ConceptRelation(.replacedBy, "gang")],
          externalIDs: [ExternalID(catalog: "wikidata", id: "Q7")],
          terms: [
            Term("prison gang", language: english, source: "wire"),
            Term("jail gang", language: english, status: .admitted),
            Term("con crew", language: english, status: .forbidden),
            Term("banda carcelaria", language: spanish),
            Term("pandilla", language: spanish, status: .admitted),
            Term("mara", language: spanish, status: .superseded),
            Term("Gefängnisbande", language: german),
          ]),
        Concept(id: "gang", terms: [Term("gang", language: english), Term("banda", language: spanish)]),
        Concept(
          id: "idea", state: .proposed, terms: [Term("idea", language: english), Term("idea", language: spanish)]),
      ])
  }
}
