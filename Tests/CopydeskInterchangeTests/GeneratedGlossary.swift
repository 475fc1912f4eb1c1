// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText

/// Glossaries made at random, the same for the same seed, with every value the model has.
struct GeneratedGlossary {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

  static let pieces = [
    "Rat", "Ümit", "О’Коннор", "a<b", "R&D", "“x”", "日本", "naïve", "]]>", "100 %", "it's", "q", "&amp;", "\u{1F600}",
  ]
  static let languages = ["en", "es", "de-AT", "ru", "zh-Hant"].compactMap { LanguageTag($0) }

  mutating func glossary() -> Glossary {
    var glossary = Glossary(id: "generated", title: maybe { $0.text() }, license: maybe { _ in "CC-BY-4.0" })
    for index in 0...number(5) { glossary.concepts.append(concept(index)) }
    let ids = glossary.concepts.map(\.id)
    for index in glossary.concepts.indices {
      for _ in 0..<number(3) {
        let relation = ConceptRelation(pick(ConceptRelationKind.allCases), pick(ids + ["elsewhere"]))
        let isNew = !glossary.concepts[index].relations.contains(relation)
        if isNew, relation.concept != ids[index] { glossary.concepts[index].relations.append(relation) }
      }
    }
    var used: [LanguageTag] = []
    for language in glossary.concepts.flatMap(\.languages) where !used.contains(language) { used.append(language) }
    glossary.languages = used
    return glossary
  }

  private mutating func concept(_ index: Int) -> Concept {
    var concept = Concept(id: pick(["c\(index)", "\(index)-Zürich x", "_x\(index)", "日本:\(index)"]))
    concept.kind = pick(ConceptKind.allCases)
    concept.state = pick(ConceptState.allCases)
    concept.domains = texts()
    concept.desks = texts()
    concept.definition = maybe { $0.text() }
    concept.owner = maybe { $0.text() }
    concept.reviewBy = maybe { $0.day() }
    concept.sources = texts() + (maybe { _ in ["https://example.org/a?b=1&c=2"] } ?? [])
    concept.note = maybe { $0.lines() }
    concept.validity = maybe { [Validity(from: $0.day())] } ?? []
    concept.externalIDs =
      (maybe { [ExternalID(catalog: "wikidata", id: "Q\($0.number(99))")] } ?? [])
      + (maybe { _ in [ExternalID(catalog: "iso-3166", id: "AT")] } ?? [])
    for language in GeneratedGlossary.languages where number(2) == 0 {
      for _ in 0...number(3) { concept.terms.append(term(language)) }
    }
    if concept.terms.isEmpty { concept.terms = [term(GeneratedGlossary.languages[0])] }
    return concept
  }

  private mutating func term(_ language: LanguageTag) -> Term {
    var term = Term(text(), language: language, status: pick(TermStatus.allCases), type: pick(TermType.allCases))
    term.partOfSpeech = maybe { $0.pick(PartOfSpeech.allCases) }
    term.gender = maybe { $0.pick(GrammaticalGender.allCases) }
    term.number = maybe { $0.pick(GrammaticalNumber.allCases) }
    term.region = maybe { $0.text() }
    term.matching = pick([.stem, .stem, .exact, .forms, .prefix])
    term.casePolicy = pick(TermCase.allCases)
    term.forms = texts()
    term.firstMention = maybe { _ in "{full} ({acronym})" }
    term.validity = maybe { [Validity(to: $0.day())] } ?? []
    term.exceptions = texts()
    term.scopes = maybe { [$0.pick(SegmentRole.allCases)] } ?? []
    term.examples = maybe { [TermExample($0.text(), fixed: $0.text())] } ?? []
    term.contexts = texts()
    term.message = maybe { $0.text() }
    term.note = maybe { $0.lines() }
    term.source = maybe { $0.text() }
    term.severity = maybe { $0.pick(TermSeverity.allCases) }
    term.isNotTranslated = number(3) == 0
    term.author = maybe { $0.text() }
    term.reviewer = maybe { $0.text() }
    term.created = maybe { $0.day() }
    term.modified = maybe { $0.day() }
    return term
  }

  // MARK: Chance

  private mutating func number(_ bound: Int) -> Int {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Int(state >> 33) % bound
  }

  private mutating func pick<Value>(_ values: [Value]) -> Value { values[number(values.count)] }

  private mutating func maybe<Value>(_ make: (inout GeneratedGlossary) -> Value?) -> Value? {
    number(2) == 0 ? make(&self) : nil
  }

  private mutating func text() -> String {
    (0...number(3)).map { _ in pick(GeneratedGlossary.pieces) }.joined(separator: " ") + " \(number(1000))"
  }

  private mutating func lines() -> String { (0...number(2)).map { _ in text() }.joined(separator: "\n") }

  private mutating func texts() -> [String] { (0..<number(3)).map { "\($0) \(text())" } }

  private mutating func day() -> CalendarDate? {
    CalendarDate(year: 1990 + number(40), month: 1 + number(12), day: 1 + number(28))
  }
}
