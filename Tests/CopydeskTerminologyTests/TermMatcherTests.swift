// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText
import Testing

/// A glossary, a copy with the matches marked, and its language.
struct MatchCase: CustomTestStringConvertible, Sendable {
  let terms: String
  let copy: String
  let language: String
  var testDescription: String { copy }

  init(_ terms: String, _ copy: String, language: String = "en") {
    self.terms = terms
    self.copy = copy
    self.language = language
  }

  static let all: [MatchCase] = [
    MatchCase("[Tren de Aragua]", "The [Tren de Aragua], the gang. [Tren de Aragua]'s men. Aragua."),
    MatchCase(
      "[Tren de Aragua]", "The [Tren de\nAragua] and the [TREN DE ARAGUA] and [Tren De Aragua] not tren de Aragua."),
    MatchCase(
      "[mega-prison]",
      "A [mega-prison], a [mega prison], a [mega\u{2011}prison], a [mega\u{A0}prison]; [Mega-Prisons] no: megaprison."),
    MatchCase("[{text: mega-prison, forms: [mega-prisons]}]", "[Mega-Prisons] and [mega prisons]."),
    MatchCase("[mega prison]", "A [mega-prison]."),
    MatchCase("[People's Party]", "The [People’s Party] and the [People's Party]’s men."),
    MatchCase("[U.S.]", "The [U.S.] announced it. In the [U.S.], in the [U.S]"),
    MatchCase("[EE. UU.]", "Dijo [EE. UU.] y [EE. UU.]; [EE.\u{A0}UU.]", language: "es"),
    MatchCase(
      "[ETA, US, WHO]",
      "[ETA] said la meta is eta. Tell us what [US] wants. WHO IS WHO IN THE WHO?"),
    MatchCase("[Hamas]", "The hamas group and [HAMAS] and [Hamas]."),
    MatchCase("[{text: Brexit, case: exact}]", "BREXIT and [Brexit]."),
    MatchCase("[{text: Foo Bar, case: fold}]", "[foo bar] and [FOO bar]."),
    MatchCase(
      "[Prosecutor's Office, Anti-Corruption Prosecutor's Office]",
      "The [Anti-Corruption Prosecutor’s Office] and the [Prosecutor’s Office]."),
    MatchCase("[Bogota]", "Bogotá and [Bogota]."),
    MatchCase("[Nicolás Maduro]", "[Nicolás Maduro] and Nicolas Maduro."),
    MatchCase(
      "[{text: Twitter, exceptions: [formerly Twitter, Twitter Inc]}]",
      "X (formerly Twitter) and [Twitter]. Twitter Inc. is gone."),
    MatchCase("[{text: Twitter, scopes: [headline]}]", "Twitter in a paragraph."),
    MatchCase("[Tren de Aragua]", "A post: [#TrendeAragua] and [#TrenDeAragua] but #Aragua, #TrendeAragua2."),
    MatchCase("[Clan del Golfo, Junín Group]", "[#JuninGroup] and [#JunínGroup], [#ClanDelGolfo]."),
    MatchCase("[US]", "#us and #US are left alone."),
    MatchCase("[\"#TrendeAragua\"]", "Tren de Aragua and [#TrendeAragua]."),
    MatchCase("[Aragua Train]", "See www.aragua.com and @AraguaTrain, aragua.train@example.com."),
    MatchCase("[New York, York City Council]", "The [New York] City Council."),
    MatchCase("[Israel-Hamas war]", "The [Israel–Hamas war] and the [Israel-Hamas War]; Israel – Hamas war."),
    MatchCase("[Rossiya]", "A. Rossi. Ya."),
    MatchCase("[Burkina Faso]", "Burkina. Faso is not it, [Burkina Faso] is."),
    MatchCase("[OTAN]", "De l’[OTAN], d'[OTAN].", language: "fr"),
    MatchCase("[Евросоюз]", "Это [ЕВРОСОЮЗ] и [Евросоюз].", language: "ru"),
    MatchCase("[特朗普]", "[特朗普]总统说，美国总统[特朗普]将于明天。", language: "zh"),
    MatchCase("[7-Eleven, 9/11]", "After [9/11] a [7-Eleven] opened."),
  ]
}

@Suite struct TermMatcherTests {
  private func glossary(_ terms: String, language: String) throws -> Glossary {
    let yaml = "glossary: a\nconcepts:\n  - id: one\n    terms:\n      \(language): \(terms)\n"
    return try GlossaryReader.read(InputText(path: "a.yml", text: yaml)).glossary
  }

  private func matches(
    _ copy: String, glossaries: [Glossary], language: String, date: ArticleDate = .unknown
  ) throws -> (matches: [TermMatch], matcher: TermMatcher) {
    let matcher = TermMatcher(glossaries: glossaries, language: try #require(LanguageTag(language)))
    let text = Array(copy.utf8)
    let tokens = Tokenizer(language: language).tokens(in: text)
    return (
      matcher.matches(in: text, tokens: tokens, segments: [(tokens.indices, .paragraph)], date: date), matcher
    )
  }

  @Test(arguments: MatchCase.all)
  func `terms match where they are used and nowhere else`(_ item: MatchCase) throws {
    let copy = String(item.copy.filter { $0 != "[" && $0 != "]" })
    let (found, _) = try matches(
      copy, glossaries: [try glossary(item.terms, language: item.language)], language: item.language)
    var bytes: [UInt8] = []
    for (offset, byte) in (Array(copy.utf8) + [0]).enumerated() {
      for match in found where Int(match.range.end) == offset { _ = match; bytes.append(UInt8(ascii: "]")) }
      for match in found where Int(match.range.start) == offset { _ = match; bytes.append(UInt8(ascii: "[")) }
      bytes.append(byte)
    }
    #expect(String(decoding: bytes.dropLast(), as: UTF8.self) == item.copy)
  }

  @Test func `a region's terms count only there, the language's everywhere`() throws {
    let glossaries = [
      try glossary("[carro]", language: "es-MX"), try glossary("[coche]", language: "es"),
      try glossary("[car]", language: "en"),
    ]
    let copy = "coche carro car"
    #expect(try matches(copy, glossaries: glossaries, language: "es-MX").matches.count == 2)
    #expect(try matches(copy, glossaries: glossaries, language: "es").matches.count == 1)
    #expect(try matches(copy, glossaries: glossaries, language: "es-ES").matches.count == 1)
    #expect(try matches(copy, glossaries: glossaries, language: "en").matches.count == 1)
  }

  @Test func `of two terms with one spelling the better fitting wins`() throws {
    let glossary = try glossary("[Brexit, {text: BREXIT, status: forbidden}]", language: "en")
    let (found, matcher) = try matches("Brexit BREXIT", glossaries: [glossary], language: "en")
    #expect(found.map { matcher.entries[$0.entry].term.status } == [.preferred, .forbidden])
  }

  @Test func `a term out of its time is found and flagged`() throws {
    let glossary = try glossary("[{text: Twitter, validity: {to: 2023-07-23}}, {text: X}]", language: "en")
    let after = try #require(CalendarDate(iso: "2023-07-24"))
    let last = try #require(CalendarDate(iso: "2023-07-23"))
    func isOutside(_ date: ArticleDate) throws -> [Bool] {
      try matches("Twitter", glossaries: [glossary], language: "en", date: date).matches.map { $0.isOutsideValidity }
    }
    #expect(try isOutside(.known(after)) == [true])
    #expect(try isOutside(.notBefore(after)) == [true])
    #expect(try isOutside(.known(last)) == [false])
    #expect(try isOutside(.notBefore(last)) == [false])
    #expect(try isOutside(.unknown) == [false])
  }

  @Test func `the replacement is the preferred term of the day and of the same length`() throws {
    let glossary = try glossary(
      """
      [{text: Islamic State, status: preferred}, {text: IS, type: acronym}, {text: Daesh, status: admitted},
            {text: ISIL, type: acronym, status: deprecated}, {text: the caliphate, status: forbidden}]
      """, language: "en")
    let matcher = TermMatcher(glossaries: [glossary], language: try #require(LanguageTag("en")))
    func replacement(_ index: Int) -> String? {
      matcher.preferredEntry(ofConcept: 0, replacing: matcher.entries[index].term)
        .map { matcher.entries[$0].term.text }
    }
    #expect(replacement(3) == "IS")
    #expect(replacement(4) == "Islamic State")
  }

  @Test func `proposed terms take no part`() throws {
    let glossary = try glossary("[{text: Foo, status: proposed}]", language: "en")
    #expect(try matches("Foo", glossaries: [glossary], language: "en").matches.isEmpty)
  }
}
