// SPDX-License-Identifier: Apache-2.0

import Testing

/// Tests of the built program: arguments and files in, output and status out.
@Suite struct CommandTests {
  static let clean = "He said it once.\n"
  static let doubled = "He said the the thing.\n"
  static let doubledLine = "a.en.txt:1:9: error: … [typography/doubled-word]\n"

  static let prison = """
    glossary: prisons
    concepts:
      - id: cecot
        terms:
          en: [mega-prison]
          es: [megacárcel]

    """

  static let lintCases: [CommandCase] = [
    CommandCase("clean copy ends with 0", ["lint", "a.en.txt"], files: ["a.en.txt": clean], status: 0, output: ""),
    CommandCase(
      "an error ends with 1", ["lint", "a.en.txt"], files: ["a.en.txt": doubled], status: 1, output: doubledLine,
      error: ["1 error, 0 warnings and 0 suggestions in 1 article (5 words); 1 with a safe fix; "]),
    CommandCase(
      "quiet leaves the summary out", ["lint", "-q", "a.en.txt"], files: ["a.en.txt": doubled], status: 1,
      output: doubledLine, exactError: ""),
    CommandCase(
      "--exit-zero ends with 0", ["lint", "--exit-zero", "-q", "a.en.txt"], files: ["a.en.txt": doubled], status: 0,
      output: doubledLine),
    CommandCase(
      "a warning is no failure", ["lint", "-q", "--severity", "typography=warning", "a.en.txt"],
      files: ["a.en.txt": doubled], status: 0,
      output: "a.en.txt:1:9: warning: … [typography/doubled-word]\n"),
    CommandCase(
      "--fail-on lowers the level",
      ["lint", "-q", "--severity", "typography=warning", "--fail-on", "warning", "a.en.txt"],
      files: ["a.en.txt": doubled], status: 1),
    CommandCase(
      "the working directory is the default", ["lint", "-q"],
      files: ["a.en.txt": doubled, "b/c.en.md": doubled, "b/d.csv": doubled, ".hidden.en.txt": doubled], status: 1,
      output: doubledLine + "b/c.en.md:1:9: error: … [typography/doubled-word]\n"),
    CommandCase(
      "the source calls for a term", ["lint", "-q", "--glossary", "./g.yml", "--source", "a.es.txt", "a.en.txt"],
      files: ["a.en.txt": "It is a jail.\n", "a.es.txt": "Es una megacárcel.\n", "g.yml": prison], status: 0,
      output: "a.en.txt:1:1: warning: … [terminology/missing-term]\n"),
    CommandCase(
      "the full report shows the source",
      ["lint", "-q", "--format", "full", "--glossary", "./g.yml", "--source", "b/a.md", "a.en.txt"],
      files: [
        "a.en.txt": "# A jail\n\nIt is a jail.\n",
        "b/a.md": "---\nlanguage: es\n---\n\n# Una cárcel\n\nEs una megacárcel.\n", "g.yml": prison,
      ], status: 0,
      output: """
        a.en.txt:3:1: warning: … [terminology/missing-term]
          |
        3 | It is a jail.
          | ^^^^^^^^^^^^^
          : b/a.md:7:8
        7 | Es una megacárcel.
          |        ---------- the source has “megacárcel”


        """),
    CommandCase(
      "a source goes with one article", ["lint", "--source", "a.es.txt", "a.en.txt", "b.en.txt"],
      files: ["a.en.txt": clean, "b.en.txt": clean, "a.es.txt": clean], status: 2,
      error: ["error: --source goes with a single article, and the paths mean 2"]),
    CommandCase(
      "a source that is not there", ["lint", "--source", "a.es.txt", "a.en.txt"], files: ["a.en.txt": clean],
      status: 2, error: ["a.es.txt: error: "]),
    CommandCase(
      "a source in no known language", ["lint", "--source", "b.txt", "a.en.txt"],
      files: ["a.en.txt": clean, "b.txt": "Xq.\n"], status: 2,
      error: ["b.txt: error: nothing says or shows the language of the source; set it with --source-language"]),
    CommandCase(
      "the full report ends with the summary", ["lint", "--format", "full", "a.en.txt"], files: ["a.en.txt": doubled],
      status: 1,
      output: """
        a.en.txt:1:9: error: … [typography/doubled-word]
          |
        1 | He said the the thing.
          |         ^^^^^^^
          = fix: He said the[- the-] thing.

        1 error, 0 warnings and 0 suggestions in 1 article (5 words); 1 with a safe fix

        """, exactError: ""),
    CommandCase(
      "standard input has the language of its name", ["lint", "-q", "-", "--stdin-filename", "news/a.en.txt"],
      files: [:], input: doubled, status: 1,
      output: "news/a.en.txt:1:9: error: … [typography/doubled-word]\n"),
    CommandCase(
      "a pattern that the shell left is expanded", ["lint", "-q", "b/*.md"],
      files: ["a.en.md": doubled, "b/c.en.md": clean, "b/d/e.en.md": doubled], status: 0, output: ""),
    CommandCase(
      "a pattern crosses folders with two stars", ["lint", "-q", "**/e.en.md"],
      files: ["a.en.md": doubled, "b/d/e.en.md": doubled], status: 1,
      output: "b/d/e.en.md:1:9: error: … [typography/doubled-word]\n"),
    CommandCase(
      "columns count as asked", ["lint", "-q", "--column-unit", "byte", "a.en.txt"],
      files: ["a.en.txt": "É 🇻🇪 the the end.\n"], status: 1,
      output: "a.en.txt:1:13: error: … [typography/doubled-word]\n"),
    CommandCase(
      "verbose says which language holds and why", ["lint", "-v", "."],
      files: ["a.es.txt": "Uno.\n", "b.md": "One.\n", "copydesk.yml": "language: en-GB\n", "c.en.txt": "One.\n"],
      status: 0,
      error: ["a.es.txt: es (file name)\n", "b.md: en-GB (configuration)\n", "c.en.txt: en-GB (configuration)\n"]),
  ]

  static let languageCases: [CommandCase] = [
    CommandCase(
      "copy that says nothing of its language shows it",
      ["lint", "-v", "--select", "typography/doubled-word", "a.txt"],
      files: [
        "a.txt": "The council of the town said on Monday that the bridge would stay closed until the end of the year.\n"
      ], status: 0, error: ["a.txt: en (detected)\n"]),
    CommandCase(
      "copy that shows no language is not guessed at", ["lint", "a.txt"], files: ["a.txt": "12 34\n"], status: 2,
      error: ["a.txt: error: nothing says or shows the language of the copy; set it with --language, "]),
    CommandCase(
      "the command line goes before the file name",
      ["lint", "-v", "--select", "typography/doubled-word", "--language", "de", "a.en.txt"],
      files: ["a.en.txt": clean], status: 0, error: ["a.en.txt: de (command line)\n"]),
    CommandCase(
      "front matter goes before the file name", ["lint", "-v", "--select", "typography/doubled-word", "a.en.md"],
      files: ["a.en.md": "---\nlanguage: de\n---\n\nEs regnet.\n"], status: 0, error: ["a.en.md: de (front matter)\n"]),
    CommandCase(
      "an override goes before the file name", ["lint", "-v", "--select", "typography/doubled-word", "a.en.txt"],
      files: ["a.en.txt": clean, "copydesk.yml": "overrides: [{files: a.*, language: de}]\n"], status: 0,
      error: ["a.en.txt: de (configuration)\n"]),
    CommandCase(
      "the folder's name counts", ["lint", "-v", "--select", "typography/doubled-word", "content/pt-br/a.txt"],
      files: ["content/pt-br/a.txt": clean],
      status: 0, error: ["content/pt-br/a.txt: pt-BR (file name)\n"]),
  ]

  static let failureCases: [CommandCase] = [
    CommandCase(
      "a path that does not exist", ["lint", "nowhere.txt"], status: 2, output: "",
      error: ["nowhere.txt: error: no such file or directory\n"]),
    CommandCase(
      "one bad path does not stop the others", ["lint", "nowhere.txt", "a.en.txt"], files: ["a.en.txt": doubled],
      status: 2, output: doubledLine),
    CommandCase(
      "a folder without articles", ["lint", "b"], files: ["b/c.csv": "x"], status: 2, output: "",
      error: ["b: error: no article found; articles are .txt, .text, .md and .markdown files\n"]),
    CommandCase(
      "a pattern that matches nothing", ["lint", "b/*.txt"], files: ["b/c.csv": "x"], status: 2,
      error: ["b/*.txt: error: no article found"]),
    CommandCase(
      "a binary file by name", ["lint", "--language", "en", "a.txt", "b.txt"],
      files: ["a.txt": "\u{0}\u{1}\u{2}", "b.txt": clean], status: 2, output: "",
      error: ["a.txt:1:1: error: the file is not text: it has a NUL byte\n", "1 input could not be read"]),
    CommandCase(
      "a binary file in a folder is passed over", ["lint", "-q", "."],
      files: ["a.en.txt": "\u{0}\u{1}\u{2}", "b.en.txt": clean], status: 0, exactError: ""),
    CommandCase(
      "a link that leads nowhere", ["lint", "a.en.txt", "link.txt"], files: ["a.en.txt": clean],
      links: ["link.txt": "nowhere"], status: 2, error: ["link.txt: error: no such file or directory\n"]),
    CommandCase(
      "a link that goes round is followed once", ["lint", "-q", "."], files: ["a.en.txt": doubled],
      links: ["round": "."], status: 1, output: doubledLine),
    CommandCase(
      "a file that is a folder's path", ["lint", "a.en.txt/b"], files: ["a.en.txt": clean], status: 2,
      error: ["a.en.txt/b: error: no such file or directory\n"]),
    CommandCase(
      "a format that cannot be read yet", ["lint", "a.en.html"], files: ["a.en.html": clean], status: 2,
      error: ["a.en.html: error: “.html” files cannot be read yet; expected plain text or Markdown\n"]),
    CommandCase(
      "an unknown option", ["lint", "--langage", "en"], status: 2, output: "",
      error: ["Unknown option '--langage'. Did you mean '--language'?"]),
    CommandCase(
      "an unknown rule", ["lint", "--select", "typografy"], status: 2, output: "",
      exactError: "error: no rule or category is called “typografy”; did you mean “typography”?\n"),
    CommandCase(
      "an unknown house style", ["lint", "--style", "news-en-uss"], status: 2, output: "",
      exactError: "error: unknown house style “news-en-uss”; did you mean “news-en-us”?\n"),
    CommandCase(
      "two reports for standard output", ["lint", "--format", "json", "--format", "full"], status: 2,
      error: ["only one report can go to standard output"]),
    CommandCase(
      "a report in a folder that does not exist", ["lint", "--format", "json=no/report.json", "a.en.txt"],
      files: ["a.en.txt": clean], status: 2, exactError: "no/report.json: error: no such file or directory\n"),
  ]

  static let configurationCases: [CommandCase] = [
    CommandCase(
      "a typo stops the files below it", ["lint", "-q"],
      files: ["a/copydesk.yml": "langauge: en\n", "a/b.en.txt": doubled, "c.en.txt": clean], status: 2, output: "",
      exactError: "a/copydesk.yml:1:1: error: unknown key “langauge”; did you mean “language”?\n"),
    CommandCase(
      "a missing glossary is named where it is asked for", ["lint", "-q"],
      files: ["copydesk.yml": "language: en\nglossaries: [desk.yml]\n", "a.txt": doubled, "b.txt": clean], status: 2,
      output: "", exactError: "copydesk.yml:2:14: error: “desk.yml”: no such file or directory\n"),
    CommandCase(
      "a glossary with a mistake", ["lint", "-q", "--glossary", "./desk.yml", "a.en.txt"],
      files: ["desk.yml": "glossary: desk\nconcept: []\n", "a.en.txt": doubled], status: 2, output: "",
      error: ["desk.yml:2:1: error: "]),
    CommandCase(
      "a missing configuration", ["lint", "-q", "--config", "desk.yml", "a.en.txt"], files: ["a.en.txt": clean],
      status: 2, exactError: "desk.yml: error: no such file or directory\n"),
    CommandCase(
      "a configuration that builds on itself", ["lint", "-q", "a.en.txt"],
      files: ["copydesk.yml": "extends: b.yml\n", "b.yml": "extends: copydesk.yml\n", "a.en.txt": clean], status: 2,
      exactError: "b.yml:1:10: error: “copydesk.yml” builds on itself\n"),
    CommandCase(
      "the nearest configuration wins, and a root stops the search", ["lint", "-q"],
      files: [
        "copydesk.yml": "language: en\nrules: {typography: warning}\n", "a.txt": doubled,
        "b/copydesk.yml": "rules: {typography: suggestion}\n", "b/a.txt": doubled,
        "c/copydesk.yml": "root: true\nlanguage: en\n", "c/a.txt": doubled,
      ], status: 1,
      output: """
        a.txt:1:9: warning: … [typography/doubled-word]
        b/a.txt:1:9: suggestion: … [typography/doubled-word]
        c/a.txt:1:9: error: … [typography/doubled-word]

        """),
    CommandCase(
      "what a configuration builds on is overruled by it", ["lint", "-q", "a.txt"],
      files: [
        "copydesk.yml": "extends: shared/base.yml\nrules: {typography: warning}\n",
        "shared/base.yml": "language: en\nrules: {typography/doubled-word: off}\n", "a.txt": doubled,
      ], status: 0, output: "a.txt:1:9: warning: … [typography/doubled-word]\n"),
    CommandCase(
      "an override holds for its files", ["lint", "-q"],
      files: [
        "copydesk.yml":
          "language: en\noverrides: [{files: b, rules: {typography: off}}, {files: \"*.es.txt\", fail-on: suggestion}]\n",
        "a.txt": doubled, "b/c.txt": doubled,
      ], status: 1, output: "a.txt:1:9: error: … [typography/doubled-word]\n"),
    CommandCase(
      "the command line overrules the configuration",
      ["lint", "-q", "--severity", "typography/doubled-word=error", "a.txt"],
      files: ["copydesk.yml": "language: en\nrules: {all: off}\n", "a.txt": doubled], status: 1),
    CommandCase(
      "--no-config leaves it alone", ["lint", "-q", "--no-config", "a.en.txt"],
      files: ["copydesk.yml": "langauge: en\n", "a.en.txt": doubled], status: 1, output: doubledLine),
    CommandCase(
      "folders leave out what ignore files and the configuration name", ["lint", "-q"],
      files: [
        "copydesk.yml": "exclude: [archive/, \"*.draft.txt\"]\n", ".gitignore": "/build\n*.tmp.txt\n!keep.tmp.txt\n",
        ".ignore": "old\n", "b/.copydeskignore": "c.en.txt\n", "archive/a.en.txt": doubled, "a.draft.txt": doubled,
        "build/a.en.txt": doubled, "b/build/a.en.txt": clean, "a.tmp.txt": doubled, "old/a.en.txt": doubled,
        "b/c.en.txt": doubled, "c.en.txt": clean,
      ], status: 0, output: "", exactError: ""),
    CommandCase(
      "a named file is taken although it is excluded", ["lint", "-q", "a.en.txt"],
      files: ["copydesk.yml": "exclude: [a.en.txt]\n", "a.en.txt": doubled], status: 1, output: doubledLine),
  ]

  static let otherCases: [CommandCase] = [
    CommandCase("the version", ["--version"], status: 0, output: "0.1.0\n"),
    CommandCase(
      "an unknown rule to explain", ["explain", "doubled-word"], status: 2,
      error: ["did you mean “typography/doubled-word”?"]),
    CommandCase(
      "a glossary in canonical form", ["glossary", "format", "--check", "g.yml"],
      files: ["g.yml": "glossary: g\nlanguages: [en]\n\nconcepts: []\n"], status: 0),
    CommandCase(
      "a glossary in another form", ["glossary", "format", "--check", "g.yml"],
      files: ["g.yml": "languages: [en]\nglossary: g\nconcepts: []\n"], status: 1,
      error: ["g.yml: not in canonical form\n"]),
    CommandCase(
      "a file that is no glossary", ["glossary", "check", "g.yml"], files: ["g.yml": "a: b\n"], status: 2,
      error: ["g.yml:1:1: error: "]),
    CommandCase(
      "a broken configuration shows in the doctor's report", ["doctor"], files: ["copydesk.yml": "x: y\n"], status: 2,
      error: ["copydesk.yml:1:1: error: unknown key “x”"]),
    CommandCase(
      "a stream answers every line and ends with 0", ["stream", "--select", "typography/doubled-word"],
      input: "{\"id\":1,\"text\":\"One.\",\"language\":\"en\"}\nno\n", status: 0,
      output: """
        {"id":1,"ok":true,"findings":[]}
        {"id":null,"ok":false,"error":{"code":"invalid-json","message":"expected “null” at byte 1"}}

        """),
  ]

  @Test(arguments: lintCases + languageCases + failureCases + configurationCases + otherCases)
  func `a command does what it says`(_ item: CommandCase) throws {
    try item.check()
  }

  @Test func `reports go to files as asked`() throws {
    let desk = try CommandDesk(files: ["a.en.txt": CommandTests.doubled, "old.json": "old"])
    let result = try desk.run([
      "lint", "-q", "a.en.txt", "--format", "json=old.json", "--format", "jsonl=lines.jsonl", "--format", "concise",
    ])
    #expect(result.status == 1 && result.output == CommandTests.doubledLine)
    #expect(try desk.read("old.json").hasPrefix("{\"version\":1,\"tool\":"))
    #expect(try desk.read("lines.jsonl").hasPrefix("{\"path\":\"a.en.txt\",\"rule\":\"typography/doubled-word\","))
    #expect(try desk.names() == ["a.en.txt", "lines.jsonl", "old.json"])
  }

  @Test func `any number of jobs gives the same bytes`() throws {
    var files: [String: String] = [:]
    for number in 0..<60 { files["\(number).en.txt"] = String(repeating: CommandTests.doubled, count: number % 7) }
    let desk = try CommandDesk(files: files)
    let outputs = try ["1", "2", "7"].map { jobs in
      try desk.run(["lint", "-q", "--format", "json", "--jobs", jobs]).output
    }
    #expect(outputs[0] == outputs[1] && outputs[0] == outputs[2] && outputs[0].utf8.count > 1000)
  }

  @Test func `a closed pipe ends quietly`() throws {
    let line = "{\"text\":\"\(String(repeating: "He said the the thing. ", count: 200))\",\"language\":\"en\"}\n"
    let desk = try CommandDesk(files: ["a.en.txt": CommandTests.doubled])
    let stream = try desk.runIntoClosedPipe(["stream"], input: String(repeating: line, count: 50))
    #expect(stream.status == 0 && stream.error == "")
    let lint = try desk.runIntoClosedPipe(["lint", "a.en.txt"], input: "")
    #expect(lint.status == 1 && lint.error == "")
  }

  @Test func `an interrupt ends with 130`() throws {
    #expect(try CommandDesk(files: [:]).interrupt(["stream"]) == 130)
  }

  @Test func `no environment is needed`() throws {
    let desk = try CommandDesk(files: ["a.en.txt": CommandTests.doubled])
    #expect(try desk.run(["lint", "-q", "a.en.txt"], environment: [:]).output == CommandTests.doubledLine)
  }

  @Test(arguments: [
    (["NO_COLOR": "1"], ["--color", "auto"], false),
    (["FORCE_COLOR": "1"], [], true),
    (["FORCE_COLOR": "0"], [], false),
    (["FORCE_COLOR": "1", "NO_COLOR": "1"], [], false),
    (["NO_COLOR": "1"], ["--color", "always"], true),
    (["FORCE_COLOR": "1"], ["--color", "never"], false),
    ([:], [], false),
  ])
  func `color follows option, environment and terminal`(
    _ environment: [String: String], _ arguments: [String], _ isColored: Bool
  ) throws {
    let desk = try CommandDesk(files: ["a.en.txt": CommandTests.doubled])
    let output = try desk.run(["lint", "-q", "a.en.txt"] + arguments, environment: environment).output
    #expect(output.contains("\u{1B}[") == isColored)
  }
}
