// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText
import Testing

private func input(_ yaml: String, path: String = "a.yml") -> InputText { InputText(path: path, text: yaml) }

private func glossary(_ yaml: String) throws -> Glossary { try GlossaryReader.read(input(yaml)).glossary }

@Suite struct GlossaryChangeTests {
  static let base = """
    glossary: gangs
    languages: [en, es]

    concepts:
      # The big ones
      - id: tren-de-aragua
        kind: organization
        definition: A gang.
        terms:
          en:
            - Tren de Aragua
            - text: Aragua Train # seen in 2025
              status: deprecated
              forms: [Train of Aragua]
          es:
            - Tren de Aragua

      - id: choneros
        terms:
          en:
            - Los Choneros

    """

  private static func changed(_ replacements: (String, String)...) -> String {
    replacements.reduce(base) { text, pair in
      text.split(separator: pair.0, omittingEmptySubsequences: false)
        .joined(separator: pair.1)
    }
  }

  // MARK: Differences

  @Test func `a diff names what came, went and changed, by concept`() throws {
    let new = Self.changed(
      ("A gang.", "A criminal group."), ("status: deprecated", "status: forbidden"),
      ("- id: choneros", "- id: lobos"), ("Los Choneros", "Los Lobos"),
      ("[Train of Aragua]", "[Train of Aragua, Train from Aragua]"),
      ("      es:\n        - Tren de Aragua\n", "      pt:\n        - Trem de Aragua\n"))
    let diff = GlossaryDiff(from: try glossary(Self.base), to: try glossary(new))
    #expect(
      diff.description == """
        ~ tren-de-aragua (organization)
          ~ definition: “A gang.” → “A criminal group.”
          ~ en “Aragua Train” status: deprecated → forbidden
          ~ en “Aragua Train” forms: “Train of Aragua” → “Train of Aragua”, “Train from Aragua”
          + pt “Trem de Aragua” preferred
          - es “Tren de Aragua” preferred

        + lobos (term)
          + en “Los Lobos” preferred

        - choneros (term)
          - en “Los Choneros” preferred

        """)
  }

  @Test func `the order of concepts is no difference`() throws {
    var other = try glossary(Self.base)
    other.concepts.reverse()
    #expect(GlossaryDiff(from: try glossary(Self.base), to: other).isEmpty)
  }

  // MARK: Merging

  private func merge(_ ours: String, _ theirs: String) throws -> (text: String, conflicts: [String]) {
    let (merge, text) = try GlossaryMerge.files(base: input(Self.base), ours: input(ours), theirs: input(theirs))
    return (text, merge.conflicts.map(\.description))
  }

  @Test func `changes of both sides come together with the comments of both`() throws {
    let ours = Self.changed(
      ("definition: A gang.", "definition: A criminal group."), ("[Train of Aragua]", "[Train from Aragua]"))
    let theirs = Self.changed(
      ("kind: organization", "kind: organization\n    domain: crime"),
      ("[Train of Aragua]", "[Train of Aragua, Aragua’s Train]"),
      (
        "        - Los Choneros\n",
        "        - Los Choneros\n\n  # New in Quito\n  - id: lobos\n    terms:\n      en: [Los Lobos]\n"
      ))
    let (text, conflicts) = try merge(ours, theirs)
    #expect(conflicts == [])
    #expect(
      text == """
        glossary: gangs
        languages: [en, es]

        concepts:
          # The big ones
          - id: tren-de-aragua
            kind: organization
            domain: [crime]
            definition: A criminal group.
            terms:
              en:
                - Tren de Aragua
                - text: Aragua Train # seen in 2025
                  status: deprecated
                  forms: [Train from Aragua, Aragua’s Train]
              es:
                - Tren de Aragua

          - id: choneros
            terms:
              en:
                - Los Choneros

          # New in Quito
          - id: lobos
            terms:
              en:
                - Los Lobos

        """)
  }

  @Test func `comments that either side wrote stay where their entry was taken from the other`() throws {
    let ours = Self.changed(
      ("definition: A gang.", "definition: A gang. # ours, at a value"),
      ("  - id: choneros", "  # ours, above\n  - id: choneros"), ("Los Choneros", "Los Choneros # ours, at a term"))
    let theirs = Self.changed(
      ("kind: organization", "# theirs, above\n    kind: organization # theirs, at a value"),
      ("A gang.", "A criminal group."), ("      - id: choneros", "      - id: choneros # theirs"),
      ("Los Choneros\n", "Los Choneros\n    # theirs, at the end\n"))
    let (text, conflicts) = try merge(ours, theirs)
    #expect(conflicts == [])
    let comments = [
      "ours, at a value", "ours, above", "ours, at a term", "theirs, above", "theirs, at a value", "theirs, at the end",
      "The big ones", "seen in 2025",
    ]
    for comment in comments {
      #expect(text.split(separator: "# \(comment)\n", omittingEmptySubsequences: false).count == 2, "\(comment)")
    }
    #expect(text.contains("definition: A criminal group. # ours, at a value\n"))
    #expect(try GlossaryWriter.format(input(text)) == text)
    #expect(try merge(text, text).text == text)
  }

  @Test func `a list that one side changed is taken as it is`() throws {
    let theirs = Self.changed(("languages: [en, es]", "languages: [es, en]"))
    #expect(try merge(Self.base, theirs).text.contains("languages: [es, en]\n"))
    #expect(try merge(theirs, Self.base).text.contains("languages: [es, en]\n"))
  }

  @Test func `what excludes each other is a conflict and ours stays`() throws {
    let ours = Self.changed(("A gang.", "A criminal group."), ("status: deprecated", "status: forbidden"))
    let theirs = Self.changed(("A gang.", "A prison gang."), ("status: deprecated", "status: superseded"))
    let (text, conflicts) = try merge(ours, theirs)
    #expect(
      text
        == ours.split(separator: "  # The big ones\n").joined(
          separator: """
              # The big ones
              # conflict: definition: theirs is “A prison gang.”
              # conflict: en “Aragua Train” status: theirs is superseded

            """))
    #expect(
      conflicts == [
        "tren-de-aragua: definition was “A gang.”, is “A criminal group.” with us and “A prison gang.” with them",
        "tren-de-aragua: en “Aragua Train” status was deprecated, is forbidden with us and superseded with them",
      ])
  }

  @Test func `a concept removed here and changed there is a conflict, one left alone is gone`() throws {
    let removed = Self.changed(("  - id: choneros\n    terms:\n      en:\n        - Los Choneros\n", ""))
    let changed = Self.changed(("Los Choneros", "Choneros"))
    #expect(
      try merge(removed, changed).conflicts == [
        "choneros: the concept was there, is removed with us and changed with them"
      ])
    #expect(
      try merge(changed, removed).conflicts == [
        "choneros: the concept was there, is changed with us and removed with them"
      ])
    let (text, conflicts) = try merge(Self.base, removed)
    #expect(conflicts == [] && !text.contains("choneros"))
  }

  @Test func `a term that is renamed keeps its place, and no comment goes astray`() throws {
    let theirs = Self.changed(
      ("        - Los Choneros\n", "        - Choneros\n        - text: The Choneros\n          status: deprecated\n"))
    let ours = Self.changed(("- id: choneros\n", "- id: choneros # since 1998\n"))
    #expect(
      try merge(ours, theirs).text.hasSuffix(
        """
          - id: choneros # since 1998
            terms:
              en:
                - Choneros
                - text: The Choneros
                  status: deprecated

        """))
  }

  @Test func `merging is the same from both sides when nothing conflicts`() throws {
    let left = Self.changed(("definition: A gang.", "definition: A criminal group."))
    let right = Self.changed(("status: deprecated", "status: forbidden"))
    let base = try glossary(Self.base)
    let one = GlossaryMerge(base: base, ours: try glossary(left), theirs: try glossary(right)).glossary
    let other = GlossaryMerge(base: base, ours: try glossary(right), theirs: try glossary(left)).glossary
    #expect(one == other)
    #expect(GlossaryMerge(base: base, ours: base, theirs: one).glossary == one)
  }

  // MARK: Adding

  @Test func `an entry with a known id comes on top of the concept`() throws {
    var glossary = try glossary(Self.base)
    let spanish = try #require(LanguageTag("es"))
    let entry = Concept(
      id: "choneros", kind: .organization, sources: ["AP"], terms: [Term("Los Choneros", language: spanish)])
    try glossary.add(entry)
    let concept = try #require(glossary.concepts.last)
    #expect(concept.kind == .organization && concept.sources == ["AP"] && concept.terms.count == 2)
    #expect(throws: Glossary.AdditionError.knownTerm(entry.terms[0], concept: "choneros")) { try glossary.add(entry) }
    let other = Concept(id: "other", terms: entry.terms)
    #expect(throws: Glossary.AdditionError.takenTerm(entry.terms[0], concept: "choneros")) { try glossary.add(other) }
    try glossary.add(other, allowingHomographs: true)
    #expect(glossary.concepts.count == 3)
  }

  @Test(arguments: [
    ("Tren de Aragua", "tren-de-aragua"), ("Зеленський", "zelenskij"), ("São Paulo (city)", "sao-paulo-city"),
    ("習近平", "xi-jin-ping"), ("—", "concept"),
  ])
  func `ids are made of basic letters`(_ term: String, _ id: String) {
    #expect(Concept.id(for: term) == id)
  }

  // MARK: Cleaning

  @Test func `cleaning mends white space, normal form and repetitions and keeps comments`() throws {
    let dirty = """
      glossary: a
      concepts:
        # A city
        - id: one
          terms:
            en:
              - text: "Bogota\\u0301 "
                forms: ["Bogotá", "Santa  Fe", "Santa Fe"]
              - text: Twitter
                exceptions: [Birdsong, Twitter Spaces]
              - X
              - X
      """
    let cleaned = GlossaryCleaner.cleaned(try glossary(dirty))
    #expect(
      try GlossaryWriter.rewrite(input(dirty), as: cleaned) == """
        glossary: a

        concepts:
          # A city
          - id: one
            terms:
              en:
                - text: Bogotá
                  forms: [Santa Fe]
                - text: Twitter
                  exceptions: [Twitter Spaces]
                - X

        """)
    #expect(GlossaryCleaner.cleaned(cleaned) == cleaned)
  }
}
