// SPDX-License-Identifier: Apache-2.0

import Testing

/// Tests of the commands that read an archive for terminologists.
@Suite struct GlossaryArchiveCommandTests {
  static let glossary = """
    glossary: g
    languages: [en]

    concepts:
      - id: gang
        terms:
          en:
            - Night Owls
            - text: Owl Gang
              status: deprecated
            - text: Owl Mob
              status: forbidden

    """
  static let copy = "The Owl Gang left. “The Owl Gang won,” he said. The Night Owls stayed. The Owl Gang lost.\n"

  static let usageCases: [CommandCase] = [
    CommandCase(
      "usage shows terms, articles and hints", ["glossary", "usage", "g.yml", "--in", "a.en.txt"],
      files: ["g.yml": glossary, "a.en.txt": copy], status: 0,
      output: """
        uses  excused  articles  status      language  term        concept
           2        1         1  deprecated  en        Owl Gang    g/gang
           1        0         1  preferred   en        Night Owls  g/gang

        violations  per 1,000 words  words  article
                 2            111.1     18  a.en.txt

        hint: the deprecated “Owl Gang” is used more often than the preferred “Night Owls” (2 to 1); look at g/gang again

        Rejected terms that no article uses: 1
          Owl Mob (en, g/gang)

        terms used: 2 of 3, articles with a term: 1 of 1, words: 18, violations: 2 (111.1 per 1,000 words)

        """),
    CommandCase(
      "usage as JSON", ["glossary", "usage", "g.yml", "--in", "a.en.txt", "--format", "json"],
      files: ["g.yml": glossary, "a.en.txt": "Owl Gang.\n"], status: 0,
      output: #"{"version":1,"terms":["#
        + #"{"glossary":"g","concept":"gang","language":"en","text":"Night Owls","status":"preferred","uses":0,"#
        + #""excused":0,"articles":0},"#
        + #"{"glossary":"g","concept":"gang","language":"en","text":"Owl Gang","status":"deprecated","uses":1,"#
        + #""excused":0,"articles":1},"#
        + #"{"glossary":"g","concept":"gang","language":"en","text":"Owl Mob","status":"forbidden","uses":0,"#
        + #""excused":0,"articles":0}],"#
        + #""articles":[{"path":"a.en.txt","language":"en","words":2,"uses":1,"violations":1,"#
        + #""violationsPer1000Words":500.000}],"#
        + #""hints":[{"kind":"rejected-leads","message":"the deprecated “Owl Gang” is used more often than the "#
        + #"preferred “Night Owls” (1 to 0); look at g/gang again","glossary":"g","concept":"gang","language":"en","#
        + #""leading":"Owl Gang","preferred":"Night Owls"}],"#
        + #""summary":{"articles":1,"articlesWithTerms":1,"words":2,"terms":3,"deadTerms":1,"untriggeredTerms":1,"#
        + #""violations":1}}"# + "\n"),
    CommandCase(
      "an article that cannot be read does not stop the others", ["glossary", "usage", "g.yml", "--in", "."],
      files: ["g.yml": glossary, "a.en.txt": copy, "b.txt": "12 34\n"], status: 2,
      error: ["b.txt: error: nothing says or shows the language of the copy"]),
    CommandCase(
      "a glossary that cannot be read does not stop the others", ["glossary", "usage", "h.yml", "g.yml", "--in", "."],
      files: ["g.yml": glossary, "a.en.txt": copy], status: 2, error: ["h.yml: error: no such file or directory\n"]),
    CommandCase(
      "no glossary at all", ["glossary", "usage", "h.yml", "--in", "."], files: ["a.en.txt": copy], status: 2,
      output: "", error: ["h.yml: error: no such file or directory\n"]),
    CommandCase(
      "a path that does not exist", ["glossary", "usage", "g.yml", "--in", "nowhere"], files: ["g.yml": glossary],
      status: 2, error: ["nowhere: error: no such file or directory\n"]),
  ]

  static let tryCases: [CommandCase] = [
    CommandCase(
      "try shows what would be hit and what not",
      ["glossary", "try", "Owl Gang", "--prefer", "Night Owls", "--in", "a.en.txt"],
      files: ["a.en.txt": copy], status: 0,
      output: """
        a.en.txt:1:5: The ⟦Owl Gang⟧ left. [as written]
        a.en.txt:1:76: The ⟦Owl Gang⟧ lost. [as written]

        Left alone:
        a.en.txt:1:25: “The ⟦Owl Gang⟧ won,” he said. [as written, in a quotation]

        “Owl Gang” would be reported 2 times in 1 of 1 article (18 words) and left alone once; as written: 3

        """),
    CommandCase(
      "try shows as many samples as asked", ["glossary", "try", "Owl Gang", "--samples", "1", "--in", "a.en.txt"],
      files: ["a.en.txt": "The Owl Gang. The Owl Gang.\n"], status: 0,
      output: """
        a.en.txt:1:5: The ⟦Owl Gang⟧. [as written]
        and 1 more

        “Owl Gang” would be reported 2 times in 1 of 1 article (6 words); as written: 2

        """),
    CommandCase(
      "try without a hit", ["glossary", "try", "Owl Mob", "--in", "a.en.txt"], files: ["a.en.txt": copy], status: 0,
      output: "“Owl Mob” would be reported 0 times in 0 of 1 article (18 words)\n"),
    CommandCase(
      "try as JSON", ["glossary", "try", "Owl Gang", "--in", "a.en.txt", "--format", "json"],
      files: ["a.en.txt": "An owl gang. The #OwlGang.\n"], status: 0,
      output: #"{"version":1,"term":"Owl Gang","summary":{"articles":1,"words":4,"reportedArticles":1,"reported":1,"#
        + #""excused":0},"manners":{"exact":0,"capitals":0,"spelling":0,"hashtag":1,"form":0,"inflection":0,"compound":0,"#
        + #""prefix":0,"regex":0},"samples":["#
        + ##"{"path":"a.en.txt","line":1,"column":18,"before":"The ","text":"#OwlGang","after":".","##
        + #""manner":"hashtag","#
        + #""excuse":null}]}"# + "\n"),
    CommandCase(
      "a term without a letter is refused", ["glossary", "try", "…", "--in", "a.en.txt"], files: ["a.en.txt": copy],
      status: 2, error: ["“…” has no letter or digit, so no text can use it"]),
    CommandCase(
      "an unreadable article does not stop the trial", ["glossary", "try", "Owl Gang", "--in", "b.txt", "a.en.txt"],
      files: ["a.en.txt": "The Owl Gang.\n", "b.txt": "12 34\n"], status: 2,
      output: """
        a.en.txt:1:5: The ⟦Owl Gang⟧. [as written]

        “Owl Gang” would be reported once in 1 of 1 article (3 words); as written: 1

        """, error: ["b.txt: error: nothing says or shows the language of the copy"]),
  ]

  @Test(arguments: usageCases + tryCases)
  func `the program ends as expected`(test: CommandCase) throws {
    try test.check()
  }

  @Test func `any number of jobs gives the same bytes`() throws {
    let files = (0..<20).reduce(into: ["g.yml": Self.glossary]) { $0["a/\($1).en.txt"] = Self.copy }
    let desk = try CommandDesk(files: files)
    for command in [["glossary", "usage", "g.yml"], ["glossary", "try", "Owl Gang"]] {
      let one = try desk.run(command + ["--in", "a", "--jobs", "1"])
      let four = try desk.run(command + ["--in", "a", "--jobs", "4"])
      #expect(one.status == 0)
      #expect(one.output == four.output)
    }
  }
}

extension GlossaryArchiveCommandTests {
  static let story = "She left Port Halvard. He left Port Halvard. Nobody stays in Port Halvard.\n"
  static let records = ["Ayer", "Anoche", "Hoy"].map { day in
    #"{"source_locale":"es","target_locale":"en","source":["\#(day) cerró Puerto Halvard."],"#
      + #""target":["Port Halvard closed."]}"# + "\n"
  }

  static let mineCases: [CommandCase] = [
    CommandCase(
      "mine writes a glossary of proposals", ["glossary", "mine", "a.en.txt"], files: ["a.en.txt": story], status: 0,
      output: """
        glossary: mined
        languages: [en]

        concepts:
          - id: port-halvard
            state: proposed
            note: "Mined: Port Halvard (en): 3 in 1 article"
            terms:
              en:
                - text: Port Halvard
                  part-of-speech: proper-noun
                  contexts: [She left Port Halvard.]

        """, exactError: "proposals: 1, articles: 1, words: 13\n"),
    CommandCase(
      "mine pairs of records", ["glossary", "mine", "--pairs", "a.jsonl", "--format", "table"],
      files: ["a.jsonl": records.joined()], status: 0,
      output: """
        score  kind  es                    en                  first seen
         11.2  term  Puerto Halvard (3/3)  Port Halvard (3/3)  a.jsonl:1

        """, exactError: "proposals: 1, articles: 3, words: 12\n"),
    CommandCase(
      "mine finds the source of an article by its name",
      ["glossary", "mine", "en", "--source", "es", "--minimum-count", "2", "--format", "json"],
      files: [
        "en/a.txt": "Port Halvard closed. Nobody left Port Halvard.\n",
        "es/a.txt": "Cerró Puerto Halvard. Nadie salió de Puerto Halvard.\n",
      ], status: 0,
      output: #"{"version":1,"concepts":[{"kind":"term","score":3.544,"terms":["#
        + #"{"language":"es","text":"Puerto Halvard","type":"full","name":true,"count":2,"articles":1,"samples":["#
        + #"{"path":"es/a.txt","line":1,"sentence":"Cerró Puerto Halvard."}]},"#
        + #"{"language":"en","text":"Port Halvard","type":"full","name":true,"count":1,"articles":1,"samples":["#
        + #"{"path":"en/a.txt","line":1,"sentence":"Port Halvard closed."}]}]}],"known":[],"unmatched":[],"#
        + #""summary":{"articles":1,"words":8,"concepts":1,"lostCount":0}}"# + "\n"),
    CommandCase(
      "a record that cannot be read does not stop the others",
      ["glossary", "mine", "--pairs", "a.jsonl", "--format", "table"],
      files: ["a.jsonl": records[0] + "{]\n" + #"{"source":["a"],"target":[]}"# + "\n" + records[1] + records[2]],
      status: 2,
      output: """
        score  kind  es                    en                  first seen
         11.2  term  Puerto Halvard (3/3)  Port Halvard (3/3)  a.jsonl:1

        """,
      exactError: """
        a.jsonl:2:2: error: the line is no JSON: expected a name in quotes
        a.jsonl:3: error: “source” has 1 segments and “target” 0; expected as many
        proposals: 1, articles: 3, words: 12

        """),
    CommandCase(
      "an article without a source is named", ["glossary", "mine", "en", "--source", "es"],
      files: ["en/a.txt": story, "es/b.txt": story], status: 2,
      error: ["en/a.txt: error: no source of this name; expected the same name in the folder of sources\n"]),
    CommandCase(
      "nothing to mine", ["glossary", "mine"], status: 2, error: ["nothing to read; expected articles or --pairs"]),
    CommandCase(
      "standard input cannot be read twice", ["glossary", "mine", "-"], input: story, status: 2,
      error: ["“-” cannot be mined, since mining reads its input twice; expected files"]),
    CommandCase(
      "a file of records that does not exist", ["glossary", "mine", "--pairs", "nowhere.jsonl"], status: 2,
      error: ["nowhere.jsonl: error: no such file or directory\n"]),
  ]

  @Test(arguments: mineCases)
  func `mining ends as expected`(test: CommandCase) throws {
    try test.check()
  }

  @Test func `mining into a file writes nothing else`() throws {
    let desk = try CommandDesk(files: ["a.en.txt": Self.story])
    let result = try desk.run(["glossary", "mine", "a.en.txt", "-o", "mined.yml"])
    #expect(result.status == 0)
    #expect(result.output == "")
    #expect(try desk.run(["glossary", "format", "--check", "mined.yml"]).status == 0)
  }

  @Test func `any number of jobs mines the same bytes`() throws {
    let files = (0..<20).reduce(into: [:]) { $0["a/\($1).en.txt"] = "\(Self.story)\nLake Ostrum \($1) rose.\n" }
    let desk = try CommandDesk(files: files)
    let one = try desk.run(["glossary", "mine", "a", "--jobs", "1"])
    let four = try desk.run(["glossary", "mine", "a", "--jobs", "4"])
    #expect(one.status == 0)
    #expect(one.output == four.output)
  }
}
