// SPDX-License-Identifier: Apache-2.0

import Testing

/// Tests of the ways in which the program learns what an article was translated from.
@Suite struct SourceCommandTests {
  private static let source = """
    Un incendio destruyó la madrugada del martes 120 puestos del mercado de Tacuba, informaron los bomberos.

    Los médicos atendieron a catorce personas, entre ellas dos niños, por quemaduras leves.

    ¿Quién pagará la reconstrucción? La aseguradora Horizonte no respondió a las preguntas de este diario.

    El mercado, abierto en 1954, había pasado la última revisión en marzo.

    """

  private static let copy = """
    A fire destroyed 120 stalls of the Tacuba market early Tuesday, firefighters reported.

    Doctors treated fourteen people, among them two children, for slight burns.

    The market, opened in 1954, had passed its last inspection in March.

    """

  private static func found(_ path: String, line: Int = 3) -> String {
    "\(path):\(line):1: warning: … [structure/missing-paragraph]\n"
  }

  static let pairCases: [CommandCase] = [
    CommandCase(
      "a folder of the configuration has sources by name", ["lint", "-q", "en"],
      files: ["copydesk.yml": "sources: es\n", "en/a/fire.txt": copy, "es/a/fire.md": source], status: 0,
      output: found("en/a/fire.txt")),
    CommandCase(
      "a pattern gives the path of a source", ["lint", "-q", "."],
      files: ["copydesk.yml": "sources: '{folder}/{name}.es.{ext}'\n", "a/b.en.txt": copy, "a/b.es.txt": source],
      status: 0, output: found("a/b.en.txt")),
    CommandCase(
      "the first pattern that gives a file holds", ["lint", "-q", "en"],
      files: [
        "copydesk.yml": "overrides:\n  - files: en/**\n    sources: ['es/{name}.md', 'es/{name}.{ext}']\n",
        "en/fire.txt": copy, "es/fire.txt": source,
      ], status: 0, output: found("en/fire.txt")),
    CommandCase(
      "an article without source stands alone", ["lint", "-q", "en"],
      files: ["copydesk.yml": "sources: 'es/{name}.md'\n", "en/fire.txt": copy], status: 0, output: ""),
    CommandCase(
      "front matter names the source", ["lint", "-v", "en"],
      files: ["en/fire.md": "---\nsource: ../es/f.md\n---\n\n" + copy, "es/f.md": source], status: 0,
      output: found("en/fire.md", line: 7), error: ["translated from es (file name), source es/f.md\n"]),
    CommandCase(
      "an agency is no file", ["lint", "-q", "en"], files: ["en/fire.md": "---\nsource: EFE\n---\n\n" + copy],
      status: 0, output: ""),
    CommandCase(
      "a source that front matter names must be there", ["lint", "-q", "en"],
      files: ["en/a.md": "---\nsource: ../es/f.md\n---\n\n" + copy, "en/b.txt": CommandTests.doubled], status: 2,
      output: "en/b.txt:1:9: error: … [typography/doubled-word]\n",
      exactError: """
        en/a.md:2:9: error: the source “../es/f.md” is no file; expected the path of an article, counted from this one

        """),
    CommandCase(
      "mistakes in patterns are named", ["lint", "-q", "a.en.txt"],
      files: ["copydesk.yml": "sources: ['{nam}.md', 'x{', '']\n", "a.en.txt": CommandTests.clean], status: 2,
      exactError: """
        copydesk.yml:1:11: error: unknown placeholder “{nam}”; expected one of “{folder}”, “{name}”, “{ext}”
        copydesk.yml:1:23: error: “x{” has a brace without partner; expected one such as “es/{name}.{ext}”
        copydesk.yml:1:29: error: the pattern is empty; expected one such as “es/{name}.{ext}”

        """),
    CommandCase(
      "a folder of sources must be there", ["lint", "-q", "a.en.txt"],
      files: ["copydesk.yml": "sources: es\n", "a.en.txt": CommandTests.clean], status: 2,
      exactError: """
        copydesk.yml:1:10: error: “es” is no folder; expected the folder of the sources, or a pattern with “{name}”

        """),
    CommandCase(
      "--source takes a folder for many articles", ["lint", "--source", "es", "en"],
      files: ["en/a.txt": copy, "en/b.txt": CommandTests.clean, "es/a.txt": source], status: 0,
      output: found("en/a.txt"), error: ["en/b.txt: warning: no source of this name in es\n"]),
  ]

  private static let records = [
    #"{"source_locale":"es","target_locale":"en","source":["Llueve en todo el país.","Hace mucho frío hoy aquí."],"#
      + #""target":["\u201cIt is is raining.\u201d",""]}"#,
    #"{"source_locale":"es","target_locale":"en","source":["Llueve."],"target":["It rains.",7]}"#,
    #"{"target_locale":"en","target":"It was was cold."}"#,
    #"{"target":["#,
  ].joined(separator: "\n")

  static let recordCases: [CommandCase] = [
    CommandCase(
      "records are articles with their place in the file", ["lint", "-q", "a.jsonl"], files: ["a.jsonl": records],
      status: 2,
      output: """
        a.jsonl:1:129: error: … [typography/doubled-word]
        a.jsonl:1:152: error: … [structure/missing-paragraph]
        a.jsonl:3:36: error: … [typography/doubled-word]

        """,
      exactError: """
        a.jsonl:2:87: error: “target[1]” is not a string
        a.jsonl:4:12: error: the line is no JSON: ends before a value

        """),
    CommandCase(
      "records come through standard input", ["lint", "-q", "--stdin-filename", "a.jsonl", "-"],
      input: #"{"language":"en","segments":["It was was cold."]}"# + "\n", status: 1,
      output: "a.jsonl:1:34: error: … [typography/doubled-word]\n"),
    CommandCase(
      "records in folders are left alone unless a pattern asks for them", ["lint", "-q", "."],
      files: ["a.en.txt": CommandTests.doubled, "b.jsonl": "{"], status: 1, output: CommandTests.doubledLine),
    CommandCase(
      "a pattern asks for records", ["lint", "-q", "*.jsonl"], files: ["b.jsonl": "{"], status: 2,
      error: ["b.jsonl:1:2: error: the line is no JSON"]),
    CommandCase(
      "a record must show its language", ["lint", "-q", "a.jsonl"], files: ["a.jsonl": #"{"target":["Xq."]}"#],
      status: 2,
      exactError: """
        a.jsonl:1: error: nothing says or shows the language of the copy; expected “language” or “target_locale”

        """),
    CommandCase(
      "records bring their sources along", ["lint", "--source", "a.txt", "a.jsonl"],
      files: ["a.jsonl": "{}", "a.txt": "x"], status: 2,
      error: ["a.jsonl: its records have their sources; --source goes with an article"]),
  ]

  @Test(arguments: pairCases)
  func `lint finds the source of an article`(_ item: CommandCase) throws { try item.check() }

  @Test(arguments: recordCases)
  func `lint reads records`(_ item: CommandCase) throws { try item.check() }
}
