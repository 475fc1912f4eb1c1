// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
import CopydeskTestSupport
import Testing

@testable import CopydeskRules

/// Debris of every kind, and what resembles it.
@Suite struct MachineResidueTests {
  @Test(arguments: [
    // UTF-8 read as windows-1252, once and twice.
    ("es", "El año pasado en Bogot⟦Ã¡⟧."), ("es", "ESPA⟦Ã‘⟧A GANA"), ("fr", "Ã la une, l⟦â€™⟧été"),
    ("pt", "a ⟦Ã©⟧poca"), ("cs", "⟦Å¾⟧ivot"), ("de", "die Stra⟦ÃŸ⟧e"), ("pl", "⟦Å‚⟧adnie"), ("tr", "sar⟦Ä±⟧"),
    ("en", "caf⟦ÃƒÂ©⟧"), ("en", "5⟦Â\u{A0}⟧km, 5⟦Â⟧ km, 20⟦Â°⟧"), ("en", "⟦â‚¬⟧5 and ⟦â„¢⟧"), ("en", "⟦ï»¿⟧The port"),
    ("en", "Great ⟦ðŸ˜€⟧"), ("ru", "⟦ÐŸÑ€Ð¸Ð²ÐµÑ‚⟧, мир"), ("uk", "с⟦Ñ–⟧м",),
    // UTF-8 read as windows-1251.
    ("ru", "⟦РџСЂРёРІРµС‚⟧, мир"), ("ru", "«Мир⟦вЂ™⟧"), ("en", "the caf⟦\u{FFFD}⟧"),
    // Correct copy.
    ("pt", "“AMANHÔ e “IRMÔ, disse"), ("es", "La letra “Ñ” y la Ñ…"), ("is", "Ð–"), ("no", "Å… og Ø– på Å»"),
    ("uk", "Рік і Сіль, Рєпін, Рёскин"), ("de", "SCHÖN“ und SÄ–"), ("fr", "ÇA… À « L’ÂGE »"), ("ru", "В«Правде»"),
  ])
  func `damaged encodings are told from letters with accents`(_ language: String, _ marked: String) throws {
    try expect(marked, language: language)
  }

  @Test(arguments: [
    "a⟦&nbsp;⟧b", "a⟦&amp;nbsp;⟧b", "a⟦&amp;amp;#39;⟧b", "a⟦& nbsp;⟧b", "a ⟦&quot ;⟧b", "⟦&#8217;⟧", "⟦&#x2019;⟧",
    "⟦&rsquo;⟧",
    "⟦&nbsp⟧b", "R⟦&amp;⟧D", "AT&T; R&D; Q&A", "rock & roll; you & me", "https://example.com/?a=1&copy;=2",
  ])
  func `references of HTML are told from ampersands`(_ marked: String) throws {
    try expect(marked, language: "en")
  }

  @Test(arguments: [
    "Dear ⟦{name}⟧", "Dear ⟦{{ user.name }}⟧", "⟦${city}⟧", "⟦%s⟧ said", "⟦%1$s⟧ said", "⟦%(name)s⟧", "⟦%NAME%⟧",
    "⟦[[Madrid]]⟧",
    "⟦[FIRST_NAME]⟧", "⟦[insert date]⟧", "⟦[/caption]⟧", "⟦[gallery ids=\"1,2\"]⟧", "⟦<unk>⟧", "⟦</s>⟧",
    "⟦<|endoftext|>⟧",
    "⟦[UNK]⟧", "trans⟦@@⟧ lation", "a ⟦@-@⟧ b", "⟦▁⟧The",
    "He said [sic] and [the mayor] left", "[…] [...] [VIDEO]", "5% de", "5 %s", "100%d", "cost $5 {1, 2}",
    "▁▂▃▅ rising",
    "x < y > z", "<p>Tagged copy</p>", "name@example.com @mayor",
  ])
  func `signs for programs are told from signs for readers`(_ marked: String) throws {
    try expect(marked, language: "en")
  }

  @Test(arguments: [
    ("es", "⟦Aquí tienes la traducción:⟧ El puerto sigue cerrado."),
    ("es", "¡Claro! ⟦Aquí tienes la traducción:⟧"), ("fr", "⟦Bien sûr, voici la traduction :⟧\n\nLe port reste fermé."),
    ("fr", "Le port reste fermé ⟦(note du traducteur : jeu de mots)⟧."),
    ("de", "⟦Selbstverständlich, hier ist die Übersetzung:⟧"), ("it", "⟦Ecco la traduzione:⟧"),
    ("pt", "⟦Claro, aqui está o texto traduzido:⟧"), ("ru", "⟦Вот перевод текста:⟧"), ("uk", "⟦Ось переклад:⟧"),
    ("en", "⟦I'm sorry, but I can't assist with that.⟧"),
    ("en", "The port stays closed. ⟦Let me know if you'd like me to shorten it!⟧"),
    ("fr", "Voici la maire, qui lit la traduction."), ("de", "Hier ist die Polizei."),
    ("en", "The translator's note was short."),
  ])
  func `sentences of a program are told from sentences of the story`(_ language: String, _ marked: String) throws {
    try expect(marked, language: language)
  }

  @Test func `a token of a model is no tag of Markdown`() throws {
    let copy = "The ⟦<unk>⟧ of *the* port, said <em>he</em>."
    try expect(copy, language: "en", format: .markdown)
  }

  private func expect(_ marked: String, language: String, format: ArticleFormat = .text) throws {
    let copy = try #require(MarkedCopy(marked))
    let article = try ArticleReader.read(InputText(path: "test", text: copy.text), as: format)
    let context = AnalysisContext(language: try #require(LanguageTag(language)))
    let findings = Linter(rules: [ActiveRule(MachineResidue.self)]).lint(article, context: context)
    #expect(MarkedCopy.mark(copy.text, findings.map { $0.range.offsets }) == marked)
  }
}
