// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText
import Testing

/// A term, a copy with its uses marked, and what kind of concept it names.
struct InflectionCase: CustomTestStringConvertible, Sendable {
  let language: String
  let term: String
  let copy: String
  let kind: ConceptKind
  var testDescription: String { "\(language) \(term)" }

  init(_ language: String, _ term: String, _ copy: String, kind: ConceptKind = .term) {
    self.language = language
    self.term = term
    self.copy = copy
    self.kind = kind
  }

  /// In the copy `[…]` is the term itself or a declared form, `<…>` one by its endings, `{…}` a part of a compound.
  static let all: [InflectionCase] = [
    // English
    InflectionCase("en", "mega-prison", "A [mega-prison], two <mega-prisons>, the [mega prison]'s gate."),
    InflectionCase("en", "city", "The [city], the <cities>, a citizen."),
    InflectionCase("en", "university", "A [university], <universities>, the universe, universal."),
    InflectionCase("en", "organization", "An [organization], <organizations>, organized, organic."),
    InflectionCase("en", "NGO", "An [NGO] and two <NGOs>; NGOS."),
    InflectionCase("en", "Gulf Clan", "The [Gulf Clan], the <Gulf Clans>, the [GULF CLAN]'S."),
    InflectionCase("en", "news", "The [news], a new thing."),
    InflectionCase("en", "Clinton", "[Clinton], the <Clintons>.", kind: .person),
    InflectionCase("en", "Paris", "[Paris], Parises.", kind: .place),
    // Spanish, French, Portuguese, Italian
    InflectionCase("es", "megacárcel", "La [megacárcel], las <megacárceles>, la cárcel."),
    InflectionCase("es", "avión", "El [avión], los <aviones>, el avi."),
    InflectionCase("es", "caso", "El [caso], los <casos>, la casa."),
    InflectionCase("es", "{text: cubano, part-of-speech: adjective}", "[cubano], <cubana>, <cubanos>."),
    InflectionCase("es", "{text: nacionalizar, part-of-speech: verb}", "[nacionalizar], para <nacionalizarla>."),
    InflectionCase("fr", "hôpital", "L’[hôpital], les <hôpitaux>, l’hospitalité."),
    InflectionCase("fr", "ONU", "L’[ONU], de l'[ONU]."),
    InflectionCase("pt", "avião", "O [avião], os <aviões>, um aviador."),
    InflectionCase("it", "carcere", "Il [carcere], le <carceri>, dell'[carcere]."),
    InflectionCase("it", "ONU", "L'[ONU], dell’[ONU]."),
    // German, Dutch
    InflectionCase(
      "de", "Klimaabkommen",
      "Das [Klimaabkommen], des <Klimaabkommens>, das {Weltklimaabkommen}, des {Weltklimaabkommens}."),
    InflectionCase(
      "de", "Flüchtling", "Der [Flüchtling], die <Flüchtlinge>, den <Flüchtlingen>, das {Flüchtlingslager}."),
    InflectionCase("de", "Führung", "Die [Führung], die {Parteiführung}, die Entführung, die Unterführung."),
    InflectionCase("de", "Vereinte Nationen", "Die [Vereinte Nationen], der <Vereinten Nationen>."),
    InflectionCase("de", "Müll", "Herr [Müll], Herr Müller, des <Mülls>.", kind: .person),
    InflectionCase("nl", "vluchteling", "Een [vluchteling], <vluchtelingen>, een {vluchtelingenkamp}."),
    InflectionCase("nl", "verdrag", "Het [verdrag], het {klimaatverdrag}."),
    // Russian, Ukrainian, Polish, Czech
    InflectionCase("ru", "Зеленский", "[Зеленский], <Зеленского>, <Зеленскому>, <Зеленским>, Зелень.", kind: .person),
    InflectionCase("ru", "Трамп", "[Трамп], <Трампа>, <Трампом>, о <Трампе>, Трамплин.", kind: .person),
    InflectionCase("ru", "Путин", "[Путин], <Путина>, <Путиным>, Путинка.", kind: .person),
    InflectionCase("ru", "Байден", "[Байден], <Байдена>, <Байденом>.", kind: .person),
    InflectionCase("ru", "Россия", "[Россия], <России>, <Россию>, <Россией>, россиян.", kind: .place),
    InflectionCase(
      "ru", "Европейский союз", "[Европейский союз], <Европейского союза>, в <Европейском союзе>, европейские."),
    InflectionCase("ru", "министерство", "[министерство], <министерства>, министр."),
    InflectionCase("uk", "Зеленський", "[Зеленський], <Зеленського>, <Зеленському>, <Зеленським>.", kind: .person),
    InflectionCase("uk", "Київ", "[Київ], <Києва>, у <Києві>, київський.", kind: .place),
    InflectionCase("uk", "Україна", "[Україна], <України>, в <Україні>, <Україною>, українці.", kind: .place),
    InflectionCase("uk", "Трамп", "[Трамп], <Трампа>, <Трампом>, <Трампові>.", kind: .person),
    InflectionCase("pl", "Trump", "[Trump], <Trumpa>, <Trumpowi>, <Trumpem>, trumpizm.", kind: .person),
    InflectionCase("pl", "Zełenski", "[Zełenski], <Zełenskiego>, <Zełenskiemu>, <Zełenskim>.", kind: .person),
    InflectionCase("pl", "Warszawa", "[Warszawa], <Warszawy>, w <Warszawie>, <Warszawę>.", kind: .place),
    InflectionCase("cs", "Trump", "[Trump], <Trumpa>, <Trumpovi>, <Trumpem>.", kind: .person),
    InflectionCase("cs", "Zelenskyj", "[Zelenskyj], Zelenskyjův.", kind: .person),
    InflectionCase("cs", "Praha", "[Praha], <Prahy>, <Prahou>, <Prahu>.", kind: .place),
  ]
}

@Suite struct InflectionTests {
  private func matcher(_ term: String, _ language: String, _ kind: ConceptKind = .term) throws -> TermMatcher {
    let yaml = """
      glossary: a
      concepts:
        - id: one
          kind: \(kind.rawValue)
          terms:
            \(language):
              - \(term)
      """
    let glossary = try GlossaryReader.read(InputText(path: "a.yml", text: yaml)).glossary
    return TermMatcher(glossaries: [glossary], language: try #require(LanguageTag(language)))
  }

  private func marked(
    _ copy: String, _ matcher: TermMatcher, _ language: String, leniency: TermLeniency = .rejection
  ) -> String {
    let text = Array(copy.utf8)
    let found = matcher.matches(in: text, tokens: Tokenizer(language: language).tokens(in: text), leniency: leniency)
    var bytes: [UInt8] = []
    var last = 0
    for match in found {
      let marks: String =
        switch match.means {
        case .exact, .form: "[]"
        case .inflection: "<>"
        case .compound: "{}"
        case .prefix: "()"
        case .regex: "//"
        case .hashtag: "##"
        }
      bytes += text[last..<Int(match.range.start)]
      bytes.append(Array(marks.utf8)[0])
      bytes += text[match.range.offsets]
      bytes.append(Array(marks.utf8)[1])
      last = Int(match.range.end)
    }
    bytes += text[last...]
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test(arguments: InflectionCase.all)
  func `forms of a term are found, other words are not`(_ item: InflectionCase) throws {
    let copy = String(item.copy.filter { !"[]<>{}".contains($0) })
    #expect(marked(copy, try matcher(item.term, item.language, item.kind), item.language) == item.copy)
  }

  @Test(arguments: [
    ("{text: prison, match: exact, forms: [prisons]}", "A [prison], prisons."),
    ("{text: prison, match: forms, forms: [prisonen]}", "A [prison], prisons, [prisonen]."),
    ("{text: prison, forms: [prisonen]}", "A [prison], <prisons>, [prisonen]."),
    ("{text: terroris, match: prefix}", "A (terrorist), (terrorism), terror."),
    ("{text: far righ, match: prefix}", "The (far righter), the (far-rights); a far cry, right."),
    ("{text: \"[Tt]er{1,2}or\\\\w*\", match: regex}", "A /terrorist/, /teror/; /Terror/."),
    ("{text: \"alien(?= camp)\", match: regex}", "The /alien/ camps, an alien."),
    ("{text: alien, match: regex, exceptions: [alien camp]}", "An alien camp, an /alien/."),
    ("{text: alien, match: regex, case: fold}", "An /ALIEN/."),
  ])
  func `a term says which texts use it`(_ term: String, _ copy: String) throws {
    let plain = String(copy.filter { !"[]<>()/".contains($0) })
    #expect(marked(plain, try matcher(term, "en"), "en") == copy)
  }

  @Test func `of a term and a longer one that is inflected the longer wins`() throws {
    let matcher = try matcher("{text: prison, status: forbidden}\n        - mega-prison", "en")
    #expect(marked("A prison in mega-prisons.", matcher, "en") == "A [prison] in <mega-prisons>.")
  }

  @Test func `a term as it stands comes before another that is inflected`() throws {
    let matcher = try matcher("{text: new, status: forbidden}\n        - news", "en")
    let text = Array("news".utf8)
    let found = matcher.matches(in: text, tokens: Tokenizer(language: "en").tokens(in: text))
    #expect(found.map { matcher.entries[$0.entry].term.text } == ["news"])
  }

  @Test(arguments: [
    ("ru", "Совет Безопасности", "В <совете безопасности>."),
    ("en", "Prime Minister", "The [prime minister], <prime ministers>."),
    ("de", "Abkommen", "Das {Xyzabkommen}."),
  ])
  func `a search for presence forgives more`(_ language: String, _ term: String, _ copy: String) throws {
    let plain = String(copy.filter { !"[]<>{}".contains($0) })
    #expect(marked(plain, try matcher(term, language), language, leniency: .presence) == copy)
    #expect(marked(plain, try matcher(term, language), language) == plain)
  }

  @Test func `an expression that never ends is given up`() throws {
    let matcher = try matcher("{text: \"(a+)+b\", match: regex}", "en")
    let copy = String(repeating: "a", count: 60)
    #expect(marked(copy, matcher, "en") == copy)
  }
}
