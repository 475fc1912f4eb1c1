// SPDX-License-Identifier: Apache-2.0

import CopydeskArticles
import CopydeskText
import Testing

@Suite struct PlainTextReaderTests {
  private func read(_ text: String) throws -> Article {
    let article = try ArticleReader.read(InputText(path: "story.txt", text: text), as: .text)
    #expect(article.positionProblems == [])
    return article
  }

  @Test func `an export with one line a paragraph gives every part its role`() throws {
    let article = try read(
      """
      Port Workers Return to the Docks After Nine Days
      ports, strikes, Valparaíso, wages, exports

      The longest strike in the history of the port ended on Sunday night, when both sides signed an agreement.
      “We did not win everything,” said the head of the union. The first ships were unloaded before dawn.
      A Long Night of Talks
      Negotiators met in a hotel near the harbor and left it only after nineteen hours of talks and two walkouts.
      What happens to the fruit?
      Growers say that a third of the cherries is lost. The government has promised to make up for some of it.
      Today the cranes move again in #Valparaíso. Thank you to everyone who helped,… pic.twitter.com/ab12CD — \
      Puerto Hoy (@PuertoHoy) May 4, 2025
      What's Your Reaction?



      """)
    #expect(
      article.dump == """
        headline: Port Workers Return to the Docks After Nine Days
        keyword-line: ports, strikes, Valparaíso, wages, exports
        paragraph: The longest strike in the history of the port ended on Sunday night, when both sides signed an \
        agreement.
        paragraph: “We did not win everything,” said the head of the union. The first ships were unloaded before dawn.
        heading: A Long Night of Talks
        paragraph: Negotiators met in a hotel near the harbor and left it only after nineteen hours of talks and \
        two walkouts.
        heading: What happens to the fruit?
        paragraph: Growers say that a third of the cherries is lost. The government has promised to make up for \
        some of it.
        embed: Today the cranes move again in #Valparaíso. Thank you to everyone who helped,… \
        pic.twitter.com/ab12CD — Puerto Hoy (@PuertoHoy) May 4, 2025
        boilerplate: What's Your Reaction?
        """)
  }

  @Test func `wrapped lines are joined, and lead back to where they stand`() throws {
    let article = try read(
      """
      Порт снова работает

      Самая долгая забастовка в истории порта закончилась
      в воскресенье ночью, когда стороны подписали
      соглашение. Первые суда разгрузили ещё до рассвета.

      Что будет с фруктами

      Садоводы говорят, что треть черешни потеряна, а
      правительство обещало возместить часть убытков.
      """)
    #expect(
      article.dump == """
        headline: Порт снова работает
        paragraph: Самая долгая забастовка в истории порта закончилась в воскресенье ночью, когда стороны подписали \
        соглашение. Первые суда разгрузили ещё до рассвета.
        heading: Что будет с фруктами
        paragraph: Садоводы говорят, что треть черешни потеряна, а правительство обещало возместить часть убытков.
        """)
    #expect(try article.inputText(of: "закончилась в воскресенье") == "закончилась\nв воскресенье")
  }

  @Test func `wrapped Chinese is joined without a space`() throws {
    let line = "港口工人在九天后返回码头双方在星期天晚上签署协议港口工人在九天后"
    let article = try read([line, line, line, line, "结束。"].joined(separator: "\n"))
    #expect(article.segments.count == 1)
    #expect(article.string(in: article.segments[0].range) == line + line + line + line + "结束。")
  }

  @Test(arguments: [
    ("Foto: Una grúa en el puerto de Valparaíso", SegmentRole.caption),
    ("(Фото: пресс-служба порта)", .caption),
    ("“Nobody slept,” she said — Ana Ruiz (@anaruiz) 4 de mayo de 2025", .embed),
    ("• The port of San Antonio stays closed until further notice", .listItem),
    ("Lea también: El puerto cierra", .boilerplate),
    ("View this post on Instagram", .embed),
    ("> Nobody who was there will forget it", .quotation),
    ("El puerto reabre", .heading),
    ("¿Qué pasa con la fruta?", .heading),
    ("— ¿Y la fruta?", .paragraph),
    ("“What about the fruit?", .paragraph),
    ("“What about the fruit?”", .heading),
    ("the port reopens", .paragraph),
    ("El puerto reabre.", .paragraph),
    ("Lo que se sabe:", .paragraph),
    ("Contact @PuertoHoy (see below) for the list of ships", .heading),
    ("港口重新开放", .heading),
  ])
  func `a line between paragraphs has the role that its form gives it`(line: String, role: SegmentRole) throws {
    let body =
      "The longest strike in the history of the port ended on Sunday night, when both sides signed an agreement."
    let article = try read(["Port reopens", body, line, body, body].joined(separator: "\n"))
    #expect(article.segments[2].role == role, "\(article.dump)")
  }

  @Test func `items of a list need each other`() throws {
    let body =
      "The longest strike in the history of the port ended on Sunday night, when both sides signed an agreement."
    let list = try read(
      ["Port", body, "1. Wages rise by six percent", "2. Nobody is dismissed", "- one", body].joined(separator: "\n"))
    #expect(
      list.dump.split(separator: "\n").dropFirst(2).prefix(3)
        == ["list-item: Wages rise by six percent", "list-item: Nobody is dismissed", "paragraph: - one"])
    let year = try read(
      ["Port", body, "2. Mai 2025 was the day on which it ended, nine days after it had begun.", body].joined(
        separator: "\n"))
    #expect(year.dump.contains("paragraph: 2. Mai 2025"))
  }

  @Test func `silencing comments are directives and no text`() throws {
    let article = try read(
      """
      <!-- copydesk-disable-next-line names/misspelled-name -- he signs so -->
      Jon Smyth <!-- copydesk-disable typography/dashes, headings --> spoke.
      <!-- copydesk-enable -->
      <!-- an ordinary comment -->
      """)
    #expect(article.directives.map(\.kind) == [.disableNextLine, .disable, .enable])
    #expect(article.directives.map(\.rules) == [["names/misspelled-name"], ["typography/dashes", "headings"], []])
    #expect(article.directives.map(\.reason) == ["he signs so", nil, nil])
    #expect(article.dump == "paragraph: Jon Smyth  spoke.\nparagraph: <!-- an ordinary comment -->")
    let first = try #require(article.directives.first)
    #expect(article.input.string(in: first.inputRange).hasPrefix("<!-- copydesk-disable-next-line"))
  }

  @Test func `a misspelled silencing comment is an error with its place`() {
    let error = #expect(throws: ArticleError.self) { try read("Text.\n\n  <!-- copydesk-dissable names -->\n") }
    #expect(
      error?.description
        == "story.txt:3:3: “copydesk-dissable” silences nothing; "
        + "expected copydesk-disable, copydesk-enable or copydesk-disable-next-line"
    )
  }

  @Test(arguments: [
    "\u{FEFF}Año nuevo en Perú.\r\nSegunda línea.\r\n", "Cafe\u{301} y man\u{303}ana.\rOtra.\r",
    "Flags 🇻🇪🇸🇻 and families 👩\u{200D}👩\u{200D}👧\u{200D}👦 here.\n\tTabbed\tline\t\n", "全角文字と①と🏴󠁧󠁢󠁥󠁮󠁧󠁿。\u{2028}次。",
    "\u{FEFF}", "", "\n\n\n", "\u{A0}\u{3000} \u{2003}\n", "a\u{0}b", "\u{301}starts with a mark",
    "각 각 ệ e\u{323}\u{302} \u{1D160}",
  ])
  func `positions hold in any text`(_ text: String) throws {
    let article = try read(text)
    for segment in article.segments {
      let place = article.offsetMap.inputRange(of: segment.range)
      // Canonical equivalence: the input of a segment is its text before normalization.
      #expect(article.input.string(in: place) == article.string(in: segment.range))
    }
  }

  @Test func `hostile inputs end`() throws {
    let long = try read(String(repeating: "palabra ", count: 130_000))
    #expect(long.segments.count == 1)
    let marks = try read("e" + String(repeating: "\u{301}", count: 20_000))
    #expect(marks.segments.count == 1)
    _ = try read(String(repeating: "- ", count: 50_000) + String(repeating: "<!-- copydesk-", count: 5_000))
    _ = try read(String(repeating: "x\n", count: 50_000))
    _ = try read(String(repeating: "— (@", count: 20_000))
  }
}
