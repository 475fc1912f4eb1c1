// SPDX-License-Identifier: Apache-2.0

import Testing

/// Tests of `copydesk glossary`: files in, files and status out.
@Suite struct GlossaryCommandTests {
  static let gangs = """
    glossary: gangs
    languages: [en, es]

    concepts:
      # The big ones
      - id: tren-de-aragua
        kind: organization
        definition: A gang.
        source: AP
        terms:
          en:
            - Tren de Aragua
            - text: Aragua Train
              status: deprecated
              type: variant
          es:
            - Tren de Aragua

    """

  static let overdue = gangs.split(separator: "    source: AP\n").joined(
    separator: "    review-by: 2020-01-01\n    source: AP\n")

  static let exemplified = gangs.split(separator: "          type: variant\n").joined(
    separator: "          examples: [Then ⟦Aragua Train⟧ grew., Then Aragua Train shrank.]\n")

  static let cases: [CommandCase] = [
    CommandCase(
      "test runs the examples of the configured glossaries", ["glossary", "test"],
      files: ["copydesk.yml": "glossaries: [./g/gangs.yml, places]\n", "g/gangs.yml": exemplified], status: 1,
      output: """
        g/gangs.yml:15:49: error: an example of “Aragua Train” is not reported as it is marked (terminology/deprecated-term)
          expected: Then Aragua Train shrank.
          found:    Then ⟦Aragua Train⟧ shrank.

        """, exactError: "examples: 2, failures: 1, rejected terms with an example: 1 of 1\n"),
    CommandCase(
      "test without examples only counts", ["glossary", "test", "gangs.yml"], files: ["gangs.yml": gangs], status: 0,
      output: "", exactError: "examples: 0, failures: 0, rejected terms with an example: 0 of 1\n"),
    CommandCase(
      "test needs a glossary", ["glossary", "test", "--no-config"], status: 2,
      error: ["error: no glossary is named, and the configuration names no glossary file"]),
    CommandCase(
      "test of a file that is no glossary", ["glossary", "test", "g.yml"], files: ["g.yml": "a: b\n"], status: 2,
      error: ["g.yml:1:1: error: "]),
    CommandCase(
      "check says nothing of a good glossary", ["glossary", "check", "gangs.yml"], files: ["gangs.yml": gangs],
      status: 0, output: "", exactError: "errors: 0, warnings: 0, concepts: 1\n"),
    CommandCase(
      "an overdue review is a warning", ["glossary", "check", "gangs.yml"], files: ["gangs.yml": overdue], status: 0,
      output: "gangs.yml:6:5: warning: … [overdue-review]\n"),
    CommandCase(
      "an overdue review fails with --strict", ["glossary", "check", "--strict", "gangs.yml"],
      files: ["gangs.yml": overdue], status: 1),
    CommandCase(
      "a full report says what to do", ["glossary", "check", "--format", "full", "gangs.yml"],
      files: ["gangs.yml": overdue], status: 0,
      output: "gangs.yml:6:5: warning: … [overdue-review]\n  = fix: Look at the concept and set a new “review-by”.\n"),
    CommandCase(
      "machines get an array even of nothing", ["glossary", "check", "--format", "json", "gangs.yml"],
      files: ["gangs.yml": gangs], status: 0, output: "[]\n"),
    CommandCase(
      "the day of the check can be said", ["glossary", "check", "--strict", "--date", "2020-01-01", "gangs.yml"],
      files: ["gangs.yml": overdue], status: 0),
    CommandCase(
      "show looks a term up without regard to capitals", ["glossary", "show", "TREN DE ARAGUA", "gangs.yml"],
      files: ["gangs.yml": gangs], status: 0,
      output: """
        tren-de-aragua (organization)  gangs.yml:6
          A gang.
          en    Tren de Aragua                   preferred
                Aragua Train                     deprecated; variant
          es    Tren de Aragua                   preferred
          source: “AP”

        """),
    CommandCase(
      "show ends with 1 if there is nothing", ["glossary", "show", "choneros", "gangs.yml"],
      files: ["gangs.yml": gangs], status: 1, output: "", exactError: "no glossary here has “choneros”\n"),
    CommandCase(
      "diff ends with 0 if nothing changed", ["glossary", "diff", "gangs.yml", "b.yml"],
      files: ["gangs.yml": gangs, "b.yml": gangs], status: 0, output: ""),
    CommandCase(
      "diff ends with 1 if something changed", ["glossary", "diff", "gangs.yml", "b.yml"],
      files: ["gangs.yml": gangs, "b.yml": overdue], status: 1,
      output: "~ tren-de-aragua (organization)\n  ~ review-by: added 2020-01-01\n"),
    CommandCase(
      "a broken version is an error with its place", ["glossary", "diff", "gangs.yml", "b.yml"],
      files: ["gangs.yml": gangs, "b.yml": "glossary: [x]\n"], status: 2, output: "", error: ["b.yml:1:11: error: "]),
    CommandCase(
      "add without a term and without answers", ["glossary", "add", "gangs.yml"], files: ["gangs.yml": gangs],
      status: 2, error: ["no term was given"]),
    CommandCase(
      "add refuses a term that is there", ["glossary", "add", "gangs.yml", "--term", "en=tren de aragua"],
      files: ["gangs.yml": gangs], status: 2,
      error: ["gangs.yml: error: the concept “tren-de-aragua” already has “tren de aragua” in en\n"]),
    CommandCase(
      "where two glossaries have one term, the desk's own decides",
      ["lint", "-q", "--no-config", "--glossary", "./own.yml", "--select", "terminology/deprecated-term", "a.en.txt"],
      files: [
        "own.yml":
          "glossary: own\nconcepts:\n  - id: kyiv\n    terms: {en: [Kyiv, {text: Kiev, status: deprecated}]}\n",
        "a.en.txt": "They fled to Kiev at night.\n",
      ], status: 1, output: "a.en.txt:1:14: error: … [terminology/deprecated-term]\n"),
    CommandCase(
      "add names what is no term", ["glossary", "add", "gangs.yml", "--term", "Los Lobos"],
      files: ["gangs.yml": gangs], status: 2, error: ["'Los Lobos' is invalid"]),
  ]

  @Test(arguments: cases) func `a glossary command does what it says`(_ item: CommandCase) throws {
    try item.check()
  }

  @Test func `add writes the entry behind the others and keeps comments`() throws {
    let desk = try CommandDesk(files: ["gangs.yml": Self.gangs])
    let result = try desk.run([
      "glossary", "add", "gangs.yml", "--kind", "organization", "--source", "AP", "--definition", "A gang.", "--author",
      "Ana", "--term", "en=Los Choneros", "--forbidden", "en=The Choneros",
    ])
    #expect(result.status == 0, "\(result.error)")
    let text = try desk.read("gangs.yml")
    #expect(text.hasPrefix(Self.gangs))
    let entry = text.dropFirst(Self.gangs.count).split(separator: "\n").filter { !$0.contains("created:") }
    #expect(
      entry.joined(separator: "\n") == """
          - id: los-choneros
            kind: organization
            definition: A gang.
            source: AP
            terms:
              en:
                - text: Los Choneros
                  author: Ana
                - text: The Choneros
                  status: forbidden
                  type: variant
                  author: Ana
        """)
    #expect(try desk.run(["glossary", "format", "--check", "gangs.yml"]).status == 0)
  }

  @Test func `add asks for what it needs`() throws {
    let desk = try CommandDesk(files: [:])
    let answers = "en\nLos Lobos\n\norganization\nA gang of Ecuador.\nAP\nThe Lobos\n\nes\nLos Lobos\n\n\n"
    let result = try desk.run(["glossary", "add", "new.yml"], input: answers)
    #expect(result.status == 0, "\(result.error)")
    let text = try desk.read("new.yml")
    #expect(text.hasPrefix("glossary: new\nlanguages: [en, es]\n"))
    #expect(text.contains("- id: los-lobos\n    kind: organization\n    definition: A gang of Ecuador.\n"))
    #expect(text.contains("- text: The Lobos\n          status: deprecated\n"))
  }

  @Test func `add writes nothing that makes the glossary contradict itself`() throws {
    let desk = try CommandDesk(files: ["gangs.yml": Self.gangs])
    let result = try desk.run([
      "glossary", "add", "gangs.yml", "--force", "--source", "AP", "--term", "en=Train", "--deprecated",
      "en=Tren de Aragua",
    ])
    #expect(result.status == 1)
    #expect(result.error.contains("[contradiction]"))
    #expect(try desk.read("gangs.yml") == Self.gangs)
  }

  @Test func `check --fix mends and keeps comments`() throws {
    let dirty = Self.gangs.split(separator: "- Tren de Aragua\n", maxSplits: 1)
      .joined(separator: "- \"Tren  de Aragua \"\n")
    let desk = try CommandDesk(files: ["gangs.yml": dirty])
    #expect(try desk.run(["glossary", "check", "gangs.yml"]).status == 1)
    #expect(try desk.run(["glossary", "check", "--fix", "gangs.yml"]).status == 0)
    #expect(try desk.read("gangs.yml") == Self.gangs)
  }

  @Test func `two new names for one thing are no clean merge`() throws {
    func renamed(_ name: String) -> String {
      Self.gangs.split(separator: "en:\n        - Tren de Aragua").joined(separator: "en:\n        - \(name)")
    }
    let desk = try CommandDesk(files: [
      "base.yml": Self.gangs, "ours.yml": renamed("Tren del Aragua"), "theirs.yml": renamed("TdA"),
    ])
    let result = try desk.run(["glossary", "merge", "base.yml", "ours.yml", "theirs.yml", "--path", "desk.yml"])
    #expect(result.status == 1)
    #expect(result.error.contains("error: the concept “tren-de-aragua” prefers both"))
    #expect(result.error.hasPrefix("desk.yml:"))
  }

  @Test func `merge writes over our version and names conflicts`() throws {
    let theirs = Self.gangs.split(separator: "A gang.").joined(separator: "A prison gang.")
    let ours = Self.gangs.split(separator: "A gang.").joined(separator: "A criminal group.")
    let desk = try CommandDesk(files: ["base.yml": Self.gangs, "ours.yml": ours, "theirs.yml": theirs])
    let clean = try desk.run(["glossary", "merge", "base.yml", "base.yml", "theirs.yml", "--output", "out.yml"])
    #expect(clean.status == 0)
    #expect(try desk.read("out.yml") == theirs)
    let conflict = try desk.run(["glossary", "merge", "base.yml", "ours.yml", "theirs.yml"])
    #expect(conflict.status == 1)
    #expect(conflict.error.hasPrefix("ours.yml: conflict: tren-de-aragua: definition was “A gang.”"))
    let marked = ours.split(separator: "  # The big ones\n")
      .joined(separator: "  # The big ones\n  # conflict: definition: theirs is “A prison gang.”\n")
    #expect(try desk.read("ours.yml") == marked)
  }

  // MARK: Files

  @Test func `a link stays a link, and permissions stay`() throws {
    let desk = try CommandDesk(
      files: ["real/gangs.yml": "# c\n" + Self.gangs + "\n"], links: ["g.yml": "real/gangs.yml"])
    try desk.restrict("real/gangs.yml", to: 0o640)
    let result = try desk.run(["glossary", "format", "g.yml"])
    #expect(result.error == "g.yml: formatted\n")
    #expect(desk.destination(of: "g.yml") == "real/gangs.yml")
    #expect(try desk.read("real/gangs.yml") == "# c\n" + Self.gangs)
    #expect(try desk.permissions(of: "real/gangs.yml") == 0o640)
    #expect(try desk.names() == ["g.yml", "real"])
  }

  @Test(arguments: ["/dev/null", "made.csv", "loop"]) func `what is no file is written to, not replaced`(
    _ target: String
  ) throws {
    let desk = try CommandDesk(files: ["gangs.yml": Self.gangs], links: ["o.csv": target, "loop": "loop"])
    let result = try desk.run(["glossary", "export", "gangs.yml", "--to", "csv", "-q", "-o", "o.csv"])
    #expect(desk.destination(of: "o.csv") == target)
    #expect(result.status == (target == "loop" ? 2 : 0))
    #expect(result.error == (target == "loop" ? "o.csv: error: too many levels of symbolic links\n" : ""))
    #expect(try desk.names().contains("made.csv") == (target == "made.csv"))
  }

  static let escapes = gangs.split(separator: "A gang.").joined(separator: "\"\\e[31mA\\u202E gang\"")

  @Test(arguments: [
    ["check", "a.yml", "--complete"], ["show", "tren", "a.yml"], ["diff", "a.yml", "b.yml"],
    ["merge", "g.yml", "a.yml", "b.yml", "-o", "o.yml"], ["check", "no\u{1B}[2J\n.yml"],
    ["add", "a.yml", "--id", "\u{1B}"],
    ["import", "a.yml", "--map", "\u{1B}"], ["test", "t.yml"],
  ])
  func `no text of a file commands the terminal`(_ arguments: [String]) throws {
    let examples = Self.gangs.split(separator: "          type: variant\n").joined(
      separator: "          type: variant\n          examples: [\"\\e[31m\\u2066⟦Aragua⟧ Train\"]\n")
    let other = Self.escapes.split(separator: "A\\u202E").joined(separator: "B\\u202E")
    let desk = try CommandDesk(files: ["g.yml": Self.gangs, "a.yml": Self.escapes, "b.yml": other, "t.yml": examples])
    let result = try desk.run(["glossary"] + arguments)
    let shown = result.output + result.error
    #expect(!shown.unicodeScalars.contains { $0 == "\u{1B}" || $0 == "\u{202E}" || $0 == "\u{2066}" })
    if ["show", "diff", "merge", "test"].contains(arguments[0]) { #expect(shown.contains("\\u{1B}[31m")) }
  }
}
