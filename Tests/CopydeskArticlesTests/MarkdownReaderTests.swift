// SPDX-License-Identifier: Apache-2.0

import CopydeskArticles
import CopydeskText
import Testing

@Suite struct MarkdownReaderTests {
  private func read(_ text: String) throws -> Article {
    let article = try ArticleReader.read(InputText(path: "story.md", text: text), as: .markdown)
    #expect(article.positionProblems == [])
    return article
  }

  @Test func `an article gives every part its role`() throws {
    let article = try read(
      """
      ---
      title: "Port Workers \\"Return\\""
      description: Nine days without ships.
      language: en-US
      source-language: es
      date: 2025-05-04
      tags: [ports, strikes]
      copydesk: {disable: [typography/dashes, names]}
      ---

      # Port Workers “Return”

      ports, strikes, Valparaíso, wages

      The longest strike ended on *Sunday* night, when both sides signed [an agreement](https://example.org/a_b) at last.
      It had lasted nine days.

      ## A Long Night

      > Nobody slept,
      > not even the guards.

      - Wages rise
      - **Nobody** is dismissed

        Not this year.

      1. First

      ![A crane at dawn](crane.jpg)

      **What about the fruit?**

      | Ship | Tons |
      |------|------|
      | A\\|B | 1,200 |

      ```swift
      let x = 1
      ```

      <figure class="x"><figcaption>The port &amp; the sea</figcaption></figure>

      It’s over. pic.twitter.com/ab12CD — Puerto Hoy (@PuertoHoy) May 4, 2025

      # Another part
      """)
    #expect(
      article.dump == """
        headline: Port Workers "Return"
        standfirst: Nine days without ships.
        headline: Port Workers “Return”
        keyword-line: ports, strikes, Valparaíso, wages
        paragraph: The longest strike ended on Sunday night, when both sides signed an agreement at last. It had \
        lasted nine days.
        heading: A Long Night
        quotation: Nobody slept, not even the guards.
        list-item: Wages rise
        list-item: Nobody is dismissed
        list-item: Not this year.
        list-item: First
        caption: A crane at dawn
        heading: What about the fruit?
        list-item: Ship
        list-item: Tons
        list-item: A|B
        list-item: 1,200
        code: let x = 1⏎
        caption: The port & the sea
        embed: It’s over. pic.twitter.com/ab12CD — Puerto Hoy (@PuertoHoy) May 4, 2025
        heading: Another part
        """)
    #expect(article.metadata.language == LanguageTag("en-US"))
    #expect(article.metadata.sourceLanguage == LanguageTag("es"))
    #expect(article.metadata.date == CalendarDate(iso: "2025-05-04"))
    #expect(article.metadata.disabledRules == ["typography/dashes", "names"])
  }

  /// Markdown, a piece of the prose it must give, and the input that piece must lead to.
  struct Place: CustomTestStringConvertible, Sendable {
    let markdown: String
    let prose: String
    let input: String
    var testDescription: String { markdown }
  }

  @Test(arguments: [
    Place(markdown: "Tom &amp; Jerry", prose: "Tom & Jerry", input: "Tom &amp; Jerry"),
    Place(markdown: "caf&eacute;s are open", prose: "cafés", input: "caf&eacute;s"),
    Place(markdown: "caf&#xE9;s and caf&#233;s", prose: "cafés and", input: "caf&#xE9;s and"),
    Place(markdown: "a &bogus; b", prose: "&bogus;", input: "&bogus;"),
    Place(markdown: "The *Tren de\nAragua* gang", prose: "Tren de Aragua", input: "Tren de\nAragua"),
    Place(markdown: "> The Tren de\n> Aragua gang", prose: "de Aragua", input: "de\n> Aragua"),
    Place(markdown: "> lazy\ncontinuation *here*", prose: "here", input: "here"),
    Place(markdown: "[**The *Aragua* Train**](x) grew", prose: "The Aragua Train", input: "The *Aragua* Train"),
    Place(markdown: "not \\*emphasis\\* at all", prose: "*emphasis*", input: "*emphasis\\*"),
    Place(markdown: "| a\\|b | c |\n|--|--|\n| d | e |", prose: "a|b", input: "a\\|b"),
    Place(
      markdown: "\u{FEFF}# Año nuevo\r\n\r\nEn Cúcuta\r\ny Mérida.", prose: "Cúcuta y Mérida",
      input: "Cúcuta\r\ny Mérida"),
    Place(markdown: "Cafe\u{301} 🇻🇪 **mañ**ana", prose: "mañana", input: "mañ**ana"),
    Place(markdown: "one  \ntwo", prose: "one\ntwo", input: "one  \ntwo"),
    Place(markdown: "one<br>two", prose: "one\ntwo", input: "one<br>two"),
    Place(markdown: "<p>Tom &amp;\n  Jerry</p>", prose: "Tom & Jerry", input: "Tom &amp;\n  Jerry"),
    Place(markdown: "---\ntitle: 'It''s over'\n---\n", prose: "It's over", input: "It''s over"),
    Place(markdown: "---\ntitle: \"A \\u00e9 \\\"b\\\"\"\n---\n", prose: "A é \"b\"", input: "A \\u00e9 \\\"b\\\""),
    Place(markdown: "---\ntitle: Plain ñ text\n---\n", prose: "ñ text", input: "ñ text"),
    Place(
      markdown: "---\ntitle: >\n  Folded\n  text\ndate: 2025-01-01\n---\n", prose: "Folded text",
      input: "Folded\n  text"),
    Place(markdown: "---\r\ntitle: Two\r\n  lines\r\n---\r\n", prose: "Two lines", input: "Two\r\n  lines"),
    Place(markdown: "港口\n重新开放", prose: "港口重新", input: "港口\n重新"),
  ])
  func `prose leads back to the exact input`(_ place: Place) throws {
    #expect(try read(place.markdown).inputText(of: place.prose) == place.input)
  }

  @Test func `code, other languages and what is not to be translated are protected`() throws {
    let article = try read(
      """
      Run `lint now`, say <span lang="es">hola amigo</span> or <b class="notranslate">X <i>Y</i></b> and \
      <em translate=no>Z</em>. <kbd>Q</kbd> <i lang="fr">open end

      Next.
      """)
    let protected = article.protectedRanges.map { article.string(in: $0) }
    #expect(protected == ["lint now", "hola amigo", "X Y", "Z", "Q", "open end"])
    #expect(article.dump.contains("say hola amigo or X Y and Z."))
  }

  @Test func `raw HTML gives its prose and nothing else`() throws {
    let article = try read(
      """
      <div lang="es"><p>Hola <b>mundo</b></p>
      <script>var x = "<p>no</p>";</script>
      <blockquote class="twitter-tweet"><p>Ya llegaron</p></blockquote></div>

      <blockquote><p>Nobody slept.</p></blockquote>
      <!-- a comment -->
      <ul><li>One</li><li>Two</li></ul>
      """)
    #expect(
      article.dump == """
        paragraph: Hola mundo
        embed: Ya llegaron
        quotation: Nobody slept.
        list-item: One
        list-item: Two
        """)
    #expect(article.segments[0].language == LanguageTag("es"))
    #expect(article.segments[2].language == nil)
  }

  @Test func `silencing comments count in raw HTML only`() throws {
    let article = try read(
      """
      <!-- copydesk-disable names -- all of them -->

      Text <!-- copydesk-disable-next-line typography/dashes --> and `<!-- copydesk-enable -->` in code.

          <!-- copydesk-enable -->
      """)
    #expect(article.directives.map(\.kind) == [.disable, .disableNextLine])
    #expect(article.directives.first?.reason == "all of them")
  }

  /// Front matter that is wrong, with the error it must give.
  struct Mistake: CustomTestStringConvertible, Sendable {
    let yaml: String
    let error: String
    var testDescription: String { yaml }
  }

  @Test(arguments: [
    Mistake(yaml: "title: [a", error: "story.md:3:1: "),
    Mistake(yaml: "title: a\ntitle: b", error: "story.md:3:1: the key “title” is given twice"),
    Mistake(
      yaml: "language: Englisch", error: "story.md:2:11: “Englisch” is no language tag; expected one such as en-US"),
    Mistake(yaml: "ñ: 1\ndate: 2025-02-30", error: "story.md:3:7: “2025-02-30” is no day of the calendar"),
    Mistake(
      yaml: "copydesk: {ignore: [x]}", error: "story.md:2:12: “ignore” is no setting of an article; expected disable"),
    Mistake(yaml: "copydesk: names", error: "story.md:2:11: “copydesk” must be a key with settings"),
    Mistake(yaml: "just text", error: "story.md:2:1: front matter must be keys with values"),
    Mistake(yaml: "a: *b", error: "story.md:2:4: "),
  ])
  func `a mistake in front matter is an error with its place`(_ mistake: Mistake) {
    let error = #expect(throws: ArticleError.self) { try read("---\n\(mistake.yaml)\n---\nText.\n") }
    #expect(error?.description.hasPrefix(mistake.error) == true, "\(error?.description ?? "none")")
  }

  @Test func `what only looks like front matter is prose`() throws {
    #expect(try read("---\nNo end to it.\n").dump == "paragraph: No end to it.")
    #expect(try read("Text\n---\ntitle: x\n---\n").dump.contains("heading: Text"))
    #expect(try read("---\n---\nText.\n").dump == "paragraph: Text.")
  }

  @Test(arguments: [
    "", "\u{FEFF}", "\n\n", "<", "<a", "</", "<!--", "<!-- -->", "&", "&#;", "&#x110000;", "[](", "![", "***", "`",
    "```\nx",
    "> > > x\n> y\nz", "- \n  - \n", "| a |\n|-|\n|", "\\", "a\0b", "<div><p>a</div>b", "<x y=\"", "---\n\n---\n---\n",
    "<p>\u{301}</p>", "**a\n\nb**", "![a ![b](c) `d`](e) f",
  ])
  func `broken markup never breaks positions`(_ text: String) throws {
    let article = try read(text)
    let crlf = try read(String(text.flatMap { $0 == "\n" ? "\r\n" : String($0) }))
    #expect(article.segments.map(\.role) == crlf.segments.map(\.role))
  }

  @Test(arguments: [
    String(repeating: "> ", count: 3000) + "x", String(repeating: "[", count: 5000),
    String(repeating: "*a ", count: 5000),
    String(repeating: "<b>", count: 3000), String(repeating: "- ", count: 2000), String(repeating: "![", count: 3000),
    String(repeating: "&amp;", count: 5000), String(repeating: "`", count: 5001),
    "<div>" + String(repeating: "<p>x", count: 3000),
    String(repeating: "word ", count: 200_000), "---\na: " + String(repeating: "[", count: 500) + "\n---\n",
  ])
  func `hostile markup ends`(_ text: String) {
    _ = try? read(text)
  }
}
