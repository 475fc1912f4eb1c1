// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText
import Testing

@testable import CopydeskInterchange

@Suite struct TermListTests {
  private func language(_ tag: String) throws -> LanguageTag { try #require(LanguageTag(tag)) }

  private func read(
    _ text: String, _ format: GlossaryFormat, path: String = "list.txt", languages: Bool = true
  ) throws -> ImportedGlossary {
    let options =
      languages
      ? ImportOptions(sourceLanguage: try language("es"), targetLanguage: try language("en")) : ImportOptions()
    return try GlossaryInterchange.read(InputText(path: path, text: text), format: format, options: options)
  }

  /// The terms of each concept, as `es Kiev | en Kyiv | note`.
  private func lines(_ imported: ImportedGlossary) -> [String] {
    imported.document.glossary.concepts.map { concept in
      let terms = concept.terms.map { term in
        let status = term.status == .preferred ? "" : " (\(term.status.rawValue))"
        return "\(term.language.tag) \(term.text)\(status)\(term.note.map { " [\($0)]" } ?? "")"
      }
      return (terms + [concept.note].compactMap { $0 }).joined(separator: " | ")
    }
  }

  @Test func `OmegaT's lines with one source are alternatives`() throws {
    let imported = try read(
      """
      # comment
      tren\ttrain
      tren \t convoy\tlong "one"
      "Kiev"\tKyiv\tcapital
      tren\ttrain
      a\tb\tc\td
      """, .omegaT)
    #expect(
      lines(imported) == [
        "es tren | en train | en convoy (admitted) [long \"one\"]", "es \"Kiev\" | en Kyiv | capital",
        "es a | en b | c",
      ])
    #expect(
      imported.losses.summary == [
        "line repeats an earlier one: 1 (first: “train” (en), line 5)", "column 4 is left out: 1 (first: “a”, line 6)",
      ])
    #expect(imported.document.termPlaces[0].map { "\($0.line):\($0.column)" } == ["2:1", "2:6", "3:8"])
  }

  @Test(arguments: [
    ("tren,train\n\"a, b\",\"c \"\"d\"\"\"\n", ["es tren | en train", "es a, b | en c \"d\""]),
    ("tren\ttrain\n", ["es tren | en train"]),
    ("Zug,train,de,en\ntren,train,es,en-GB\n", ["de Zug | en train", "es tren | en-GB train"]),
  ])
  func `DeepL's lists have two columns or four`(_ text: String, _ expected: [String]) throws {
    #expect(lines(try read(text, .deepL, languages: text.hasPrefix("tren"))) == expected + [])
  }

  @Test func `Google's lists have two columns or a header of languages`() throws {
    #expect(lines(try read("tren,train\n", .google)) == ["es tren | en train"])
    let set = try read("en,es,fr,pos,description\ntrain,tren,,noun,It runs on rails\n", .google, languages: false)
    #expect(lines(set) == ["en train | es tren"])
    #expect(set.document.glossary.concepts[0].definition == "It runs on rails")
    #expect(set.document.glossary.languages.map(\.tag) == ["en", "es", "fr"])
    #expect(set.document.glossary.concepts[0].terms.map(\.partOfSpeech) == [.noun, .noun])
  }

  @Test func `Amazon's tables have a header of languages`() throws {
    let imported = try read("en,fr,es\nAmazon Photos,Amazon Photos,\n", .amazon, languages: false)
    #expect(lines(imported) == ["en Amazon Photos | fr Amazon Photos"])
  }

  @Test(arguments: [
    ("a\n", GlossaryFormat.omegaT, "list.txt:1:1: the line has no pair; expected a term, its translation and no more"),
    (",b\n", .deepL, "list.txt:1:2: the line has no pair; expected a term, its translation and no more"),
  ])
  func `a line without a pair is a mistake`(_ text: String, _ format: GlossaryFormat, _ message: String) {
    do {
      _ = try read(text, format)
      Issue.record("the line is taken")
    } catch {
      #expect("\(error)" == message)
    }
  }

  // MARK: Writing

  private func glossary() throws -> Glossary {
    let (es, en, fr) = (try language("es"), try language("en"), try language("fr"))
    return Glossary(
      id: "g", languages: [es, en, fr],
      concepts: [
        Concept(
          id: "tren", definition: "It runs on rails", note: "see\trail",
          terms: [
            Term("ferrocarril", language: es, status: .admitted), Term("tren", language: es),
            Term("train", language: en, partOfSpeech: .noun), Term("railroad", language: en, status: .admitted),
            Term("choo-choo", language: en, status: .forbidden), Term("train", language: fr),
          ]),
        Concept(id: "hash", terms: [Term("#1", language: es), Term("number \"one\", top", language: en)]),
        Concept(
          id: "long", terms: [Term(String(repeating: "ñ", count: 513), language: es), Term("long", language: en)]),
        Concept(id: "odd", terms: [Term("odd ", language: es), Term("odd\u{85}", language: en)]),
        Concept(id: "again", terms: [Term("tren", language: es), Term("drive", language: en)]),
        Concept(id: "alone", terms: [Term("solo", language: es)]),
        Concept(id: "idea", state: .proposed, terms: [Term("idea", language: es), Term("idea", language: en)]),
        Concept(id: "regex", terms: [Term("a+", language: es, matching: .regex), Term("b", language: en)]),
      ])
  }

  private func write(_ format: GlossaryFormat) throws -> (text: String, losses: [String]) {
    let exported = try #require(GlossaryInterchange.write(try glossary(), format: format))
    let losses = exported.losses.losses.filter { $0.field == "term" || $0.field == "concept" }
    return (
      String(decoding: exported.bytes, as: UTF8.self),
      losses.map { "\($0.subject.replacing(String(repeating: "ñ", count: 513), with: "ñ…")) \($0.outcome)" }
    )
  }

  @Test func `OmegaT gets each pair of allowed terms`() throws {
    let (text, losses) = try write(.omegaT)
    #expect(
      text.replacing(String(repeating: "ñ", count: 513), with: "ñ…") == """
        tren\ttrain\tsee rail; It runs on rails
        tren\trailroad\tsee rail; It runs on rails
        ferrocarril\ttrain\tsee rail; It runs on rails
        ferrocarril\trailroad\tsee rail; It runs on rails
        ñ…\tlong
        odd \todd\u{85}
        tren\tdrive

        """)
    #expect(losses.contains("“#1” (es) would be a comment and is left out"))
    #expect(losses.contains("“choo-choo” (en) is forbidden and left out"))
    #expect(losses.contains("“train” (fr) is in another language and left out"))
    #expect(losses.contains("idea is not approved and left out"))
    #expect(losses.contains("“a+” (es) is a regular expression and left out"))
    #expect(losses.contains("alone has no term in en and is left out"))
  }

  @Test func `DeepL gets nothing that it refuses`() throws {
    let (text, losses) = try write(.deepL)
    #expect(text == "tren,train\nferrocarril,train\n#1,\"number \"\"one\"\", top\"\n")
    #expect(losses.contains("“ñ…” (es) is longer than 1024 bytes and left out"))
    #expect(losses.contains("“odd ” (es) has white space at an end and is left out"))
    #expect(losses.contains("“tren” (es) has a translation already and is left out"))
    #expect(losses.contains("“railroad” (en) is left out for want of a second translation"))
  }

  @Test func `Google gets a row for each concept`() throws {
    let (text, losses) = try write(.google)
    #expect(
      text == """
        es,en,fr,pos,description
        tren,train,train,noun,It runs on rails
        #1,"number ""one"", top",,,

        """)
    #expect(losses.contains("again has the first term of another and is left out"))
    #expect(losses.contains("“ñ…” (es) is longer than 1023 bytes and left out"))
    #expect(losses.contains("“ferrocarril” (es) is not the one to use and left out"))
  }

  @Test func `Amazon gets short terms in the order of directions`() throws {
    let options = ExportOptions(sourceLanguage: try language("en"), targetLanguage: try language("es"))
    let exported = try #require(GlossaryInterchange.write(try glossary(), format: .amazon, options: options))
    #expect(
      String(decoding: exported.bytes, as: UTF8.self) == """
        en,es
        train,tren
        "number ""one"", top",#1
        drive,tren

        """)
  }

  @Test func `a file never grows beyond what DeepL takes`() throws {
    let (es, en) = (try language("es"), try language("en"))
    let filler = String(repeating: "x", count: 1000)
    let concepts = (0..<5500).map { number in
      Concept(id: "\(number)", terms: [Term("\(number)\(filler)", language: es), Term(filler, language: en)])
    }
    let exported = try #require(
      GlossaryInterchange.write(Glossary(id: "g", languages: [es, en], concepts: concepts), format: .deepL))
    #expect(exported.bytes.count <= 10 << 20 && exported.bytes.count > 10 << 20 - 4000)
    #expect(exported.losses.losses.count == 5500 - exported.bytes.count { $0 == 0x0A })
  }
}
