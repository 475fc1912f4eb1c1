// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite struct GlossaryInterchangeCommandTests {
  private static let table =
    "id;kind;en;forbidden:en;es;Farbe\ntren;organization;Tren de Aragua;Aragua Train;Tren de Aragua;rot\n"
  private static let yaml = """
    glossary: terms
    languages: [en, es]

    concepts:
      - id: tren
        kind: organization
        terms:
          en:
            - Tren de Aragua
            - text: Aragua Train
              status: forbidden
          es:
            - Tren de Aragua

    """
  private static let lossLine =
    "lost: the column “Farbe” is not known and left out; say what it means with --map: 1 (first: 1 row, line 2)\n"

  static let cases = [
    CommandCase(
      "a table is imported", ["glossary", "import", "terms.csv"], files: ["terms.csv": table], status: 0, output: yaml,
      exactError: lossLine + "concepts: 1, losses: 1\n"),
    CommandCase(
      "losses can be an error", ["glossary", "import", "terms.csv", "--strict", "-q"], files: ["terms.csv": table],
      status: 1, output: yaml, exactError: ""),
    CommandCase(
      "a column is named by hand",
      ["glossary", "import", "terms.csv", "--map", "note=Farbe", "--id", "colors", "--strict", "-q"],
      files: ["terms.csv": table], status: 0,
      output: yaml.replacing("glossary: terms", with: "glossary: colors").replacing(
        "    kind: organization\n", with: "    kind: organization\n    note: rot\n")),
    CommandCase(
      "all columns are named by hand",
      ["glossary", "import", "t.csv", "--map", "term:uk=Так", "--map", "forbidden:uk=Ні", "-q"],
      files: ["t.csv": "Так,Ні\nКиїв,Кієв\n"], status: 0,
      output: """
        glossary: t
        languages: [uk]

        concepts:
          - id: kiiv
            terms:
              uk:
                - Київ
                - text: Кієв
                  status: forbidden

        """),
    CommandCase(
      "a glossary is not written over", ["glossary", "import", "terms.csv", "-o", "terms.yml"],
      files: ["terms.csv": table, "terms.yml": "mine"], status: 2, output: "",
      exactError: "error: terms.yml exists; write over it with --force, or merge with “glossary merge”\n"),
    CommandCase(
      "a mistake in a table has its place", ["glossary", "import", "terms.csv"],
      files: ["terms.csv": "id,language,term,status\nx,en,Kyiv,god\n"], status: 2, output: "",
      exactError: "terms.csv:2:11: error: “status” cannot be “god”; expected one of preferred, admitted, deprecated, "
        + "superseded, forbidden, proposed\n"),
    CommandCase(
      "languages must be named", ["glossary", "import", "-", "--from", "omegat"], input: "a\tb\n", status: 2,
      output: "",
      exactError: "<stdin>:1:1: error: a file of the format “omegat” does not name its languages; name them with "
        + "--source-language and --target-language\n"),
    CommandCase(
      "a file that says nothing of its format", ["glossary", "import", "terms.bin"], files: ["terms.bin": "x"],
      status: 2, output: "", error: ["terms.bin: error: name and content do not tell the format"]),
    CommandCase(
      "a glossary is exported", ["glossary", "export", "terms.yml", "--to", "omegat"], files: ["terms.yml": yaml],
      status: 0, output: "Tren de Aragua\tTren de Aragua\n",
      exactError: "lost: term is forbidden and left out: 1 (first: “Aragua Train” (en))\nconcepts: 1, losses: 1\n"),
    CommandCase(
      "losses of an export can be an error", ["glossary", "export", "terms.yml", "--to", "deepl", "--strict", "-q"],
      files: ["terms.yml": yaml], status: 1, output: "Tren de Aragua,Tren de Aragua\n"),
    CommandCase(
      "an unknown format", ["glossary", "export", "terms.yml", "--to", "docx"], files: ["terms.yml": yaml], status: 2,
      error: ["docx"]),
    CommandCase(
      "two files that use one id", ["glossary", "import", "a.csv", "b.csv", "-q"],
      files: ["a.csv": "id,en\nx,One\nw,Two\n", "b.csv": "id,en,es\nx,One,\nw,Other,Otra\n"], status: 0,
      output: """
        glossary: a
        languages: [en, es]

        concepts:
          - id: x
            terms:
              en:
                - One

          - id: w
            terms:
              en:
                - Two

          - id: w-2
            terms:
              en:
                - Other
              es:
                - Otra

        """),
  ]

  @Test(arguments: cases) func `import and export do what they say`(_ item: CommandCase) throws {
    try item.check()
  }

  @Test func `tables can start with a mark for Excel`() throws {
    let desk = try CommandDesk(files: ["terms.yml": GlossaryInterchangeCommandTests.yaml])
    _ = try desk.run(["glossary", "export", "terms.yml", "--to", "csv", "--byte-order-mark", "-o", "terms.csv"])
    _ = try desk.run(["glossary", "export", "terms.csv", "--to", "tsv", "-o", "terms.tsv"])
    let table = """
      id,kind,language,term,status
      tren,organization,en,Tren de Aragua,preferred
      tren,,en,Aragua Train,forbidden
      tren,,es,Tren de Aragua,preferred

      """
    #expect(try desk.bytes(of: "terms.csv") == [0xEF, 0xBB, 0xBF] + Array(table.utf8))
    #expect(try desk.read("terms.tsv") == table.replacing(",", with: "\t"))
  }

  @Test func `losses are written as JSON`() throws {
    let desk = try CommandDesk(files: ["terms.csv": GlossaryInterchangeCommandTests.table])
    let result = try desk.run(["glossary", "import", "terms.csv", "--losses", "losses.json", "-o", "terms.yml"])
    #expect(result.status == 0 && result.output == "")
    #expect(try desk.read("terms.yml") == GlossaryInterchangeCommandTests.yaml)
    #expect(
      try desk.read("losses.json") == """
        {"version":1,"losses":[{"field":"the column “Farbe”","outcome":"is not known and left out; say what it means \
        with --map","subject":"1 row","path":"terms.csv","line":2,"column":62}]}

        """)
  }

  @Test(arguments: [
    ("terms.csv", "id,en,deprecated:en\nt,Tren de Aragua,Aragua Train\n"),
    ("terms.tsv", "id\tlanguage\tterm\tstatus\nt\ten\tTren de Aragua\tpreferred\nt\ten\tAragua Train\tdeprecated\n"),
  ])
  func `a table is a glossary like any other`(_ name: String, _ table: String) throws {
    let copy = "Police arrested members of the Aragua Train on Monday.\n"
    let line = "a.en.txt:1:32: error: … [terminology/deprecated-term]\n"
    let desk = try CommandDesk(files: [
      name: table, "a.en.txt": copy, "copydesk.yml": "language: en\nglossaries: [\(name)]\n",
    ])
    #expect(try desk.run(["lint", "-q", "a.en.txt"]).output == line)
    #expect(try desk.run(["lint", "-q", "--no-config", "--glossary", name, "a.en.txt"]).output == line)
    #expect(try desk.run(["glossary", "check", name]).status == 0)
  }
}
