// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
import CopydeskRules
import CopydeskTestSupport
import Testing

/// Marked copy that one or all rules about the setting of numbers read.
struct NumberCase: CustomTestStringConvertible, Sendable {
  let rule: String
  let language: String
  let copy: String

  init(_ rule: String, _ language: String, _ copy: String) {
    self.rule = rule
    self.language = language
    self.copy = copy
  }

  /// Copy for all rules of the category.
  init(_ language: String, _ copy: String) {
    self.init("", language, copy)
  }

  var testDescription: String { "\(rule) \(language): \(copy)" }

  /// The copy with what the rules find in it.
  func marked() throws -> String {
    let rules = BuiltInRules.all.filter { type in
      let metadata = type.metadata
      return rule.isEmpty
        ? metadata.category == "numbers" && metadata.isOnByDefault : metadata.id == "numbers/\(rule)"
    }
    let copy = try #require(MarkedCopy(copy))
    let article = try ArticleReader.read(InputText(path: "story.txt", text: copy.text), as: .text)
    let context = AnalysisContext(language: try #require(LanguageTag(language)))
    let findings = Linter(rules: rules.map { ActiveRule($0) }).lint(article, context: context)
    return MarkedCopy.mark(copy.text, findings.map { $0.range.offsets })
  }
}

@Suite struct NumberStyleRuleTests {
  @Test(arguments: [
    NumberCase(
      "en", "They lost 2-1 on Route 66 in a Boeing 747-800, call 9-1-1 or 0800 123 4567, open 24/7, F-16s and MiG-29s."),
    NumberCase(
      "en", "A 50-50 chance, the 10km run, a $5-a-day diet, the 5th Avenue, 9/11, a 4x100m relay, 5G, a 9mm gun, 20/20."
    ),
    NumberCase(
      "en",
      "ISBN 978-3-16-148410-0, ages 18-24, the 1914–18 war, 2019-20, Section 3.2, $1.5bn, 5 to 3, 3-for-4, 6ft 2in."),
    NumberCase(
      "en",
      "Of the 12 seats it won 10; one in five, 9 out of 10, two of the three, the 3,000m steeplechase, 95 mph, 98.6 F."),
    NumberCase(
      "en-GB", "£1.5m, 70mph, 10km away, 5ft 7in (170cm), 12st 4lb (78kg), 30C (86F), 25,000 sq ft, €5m (£4.3m), 3.5pc."
    ),
    NumberCase(
      "en",
      "From 9 to 5, from 2-1 down, between 2-1 and 3-1, between 10- and 15-year-olds, from 100-150 donors, the 10-6 loss."
    ),
    NumberCase(
      "de",
      "Am 3. Oktober kamen 12 000 Menschen, 45 % mehr, 5 Mio. €, 10 km weit, 3:2 in der 90. Minute, Tel. 030 123456."),
    NumberCase(
      "de", "Die 20er Jahre, 1. FC Köln, 2:1-Sieg, 100-Meter-Lauf, die A 100, § 218, 5-Cent-Stück, 50:50, 10115 Berlin."
    ),
    NumberCase(
      "es", "El 45 % o el 45%, 5000 personas y 12.000 más, 30 °C, 10 km, el 1.er puesto, 24/7, el 2-1, 5 millones de €."
    ),
    NumberCase(
      "es", "La N-340, el km 23, el artículo 155, la 3.ª edición, el 11-M, el 1-O, 91 123 45 67, el siglo XXI y los 90."
    ),
    NumberCase("es-MX", "$1,500 pesos, 45%, 1,234.5 km, US$5 millones, 3 de cada 10, el 2º lugar y la Ley 1234."),
    NumberCase(
      "fr",
      "45 % des 12 000 personnes, 5 millions d’euros, 30 °C, la 2e fois, le 1er mai, 18 h 30, 5 €, l’A10, le 49.3."),
    NumberCase(
      "pt-BR", "45% dos 12 mil, R$ 5 milhões, US$ 1,5 bilhão, 10 km, 1º lugar, 3ª edição, 30 °C, BR-101, 7 a 1."),
    NumberCase(
      "it", "Il 45% dei 12.000, 5 milioni di euro, 10 km, il 1º maggio, la 3ª volta, l’A1, il 2-1, 30 gradi, 5 su 10."),
    NumberCase(
      "ru",
      "45% из 12 000 человек, 5 млн рублей, 10 км, 1-й канал, 5-го мая, 90-е годы, 2:1, статья 228, Су-35, $5 млн."),
    NumberCase(
      "uk", "45 % із 12 000 людей, 5 млн гривень, 10 км, 1-й канал, 5-го травня, 90-ті роки, 2:1, стаття 228, Су-35."),
    NumberCase("cs", "45% podíl a 45 % lidí, 12 000 Kč, 10 km, 1. máje, 5. místo, 2:1, 90. léta, D1, 3krát."),
    NumberCase("pl", "45% z 12 000 osób, 5 mln zł, 10 km, 1 maja, 5. miejsce, 2:1, lata 90., droga A4."),
    NumberCase(
      "nl", "45% van de 12.000 mensen, 5 miljoen euro, 10 km, de 1e plaats, de 2de keer, 2-1, de A2, jaren 90."),
    NumberCase("zh", "12000人中有45%，5000万元，10公里，第1名，2比1，30℃，1990年代。"),
    NumberCase("ja", "12000人の45%、5000万円、10km、1位、2対1、30℃、1990年代。"),
    NumberCase("tr", "12.000 kişinin %45’i, 5 milyon lira, 10 km, 1. sıra, 2-1."),
  ])
  func `copy as papers print it is clean`(_ item: NumberCase) throws {
    #expect(try item.marked() == item.copy)
  }

  @Test(arguments: [
    NumberCase("percent-style", "en-GB", "Up ⟦3.5 %⟧ and ⟦4\u{A0}%⟧."),
    NumberCase("percent-style", "fr-CA", "Une hausse de ⟦3,5%⟧."),
    NumberCase("percent-style", "pt-PT", "Subiu ⟦3,5 %⟧."),
    NumberCase("percent-style", "de", "Ein Plus von ⟦5% Prozent⟧."),
    NumberCase("percent-style", "fr", "Une hausse de ⟦5 % pour cent⟧."),
    NumberCase("ordinal-style", "en", "The ⟦1th⟧, ⟦2th⟧, ⟦11st⟧, ⟦12nd⟧, ⟦13rd⟧, ⟦22th⟧ and ⟦31TH⟧ day."),
    NumberCase("ordinal-style", "es", "Quedó en ⟦1st⟧ lugar."),
    NumberCase("ordinal-style", "ru", "Это ⟦20-ого⟧, ⟦5-ая⟧ и ⟦7-ых⟧."),
    NumberCase("ordinal-style", "it", "Arrivò ⟦2nd⟧ in gara."),
    NumberCase("range-style", "en", "Between ⟦5–10⟧ died; between ⟦10%-15%⟧ lost."),
    NumberCase("range-style", "pt-BR", "Entre ⟦5-10⟧ pessoas."),
    NumberCase("range-style", "it", "Tra ⟦5-10⟧ persone."),
    NumberCase("range-style", "es", "Crecerá entre un 3 y un 5 %, entre ⟦3-5⟧ puntos."),
    NumberCase("currency-style", "en-GB", "It costs ⟦5£⟧ or ⟦£ 6⟧."),
    NumberCase("currency-style", "fr", "Il coûte ⟦5€⟧."),
    NumberCase("currency-style", "de", "Es kostet ⟦€ 5⟧."),
    NumberCase("currency-style", "en", "He paid ⟦€5 million euros⟧ and ⟦$3 dollars⟧."),
    NumberCase("unit-style", "es", "A 5 ⟦Km⟧ y 3 ⟦mts⟧, con 5 ⟦ºC⟧."),
    NumberCase("unit-style", "fr", "Il pèse ⟦80kg⟧ à 5 ⟦Km⟧."),
    NumberCase("unit-style", "it", "Pesa 5 ⟦Kg⟧ e dista 3 ⟦Km⟧."),
    NumberCase("unit-style", "pt-BR", "Pesa 5 ⟦kgs⟧."),
    NumberCase("unit-style", "uk", "До міста ⟦10км⟧."),
    NumberCase("disagreeing-number", "en", "The ⟦twenty-one (12)⟧ members met."),
    NumberCase("disagreeing-number", "it", "I ⟦tre (4)⟧ arrestati, ⟦5 su 3⟧ bambini."),
    NumberCase("disagreeing-number", "pt-BR", "Os ⟦três (4)⟧ presos, ⟦5 em cada 3⟧ crianças."),
    NumberCase("inconsistent-grouping", "en", "It has ⟦12500⟧ seats and costs $⟦15000⟧."),
    NumberCase("inconsistent-grouping", "es", "Hay ⟦15000⟧ personas."),
    NumberCase("inconsistent-grouping", "ru", "Там ⟦15000⟧ человек."),
    NumberCase("inconsistent-currency", "fr", "Il coûte 500 yuans, 600 yuans puis ⟦700 renminbi⟧."),
  ])
  func `what no paper prints is found`(_ item: NumberCase) throws {
    #expect(try item.marked() == item.copy)
  }
}

@Suite struct OrdinalStyleTests {
  @Test(arguments: [
    1, 2, 3, 4, 9, 10, 11, 12, 13, 14, 20, 21, 22, 23, 24, 30, 99, 100, 101, 111, 112, 113, 121, 1003, 1011,
  ])
  func `only one of four endings fits a number`(_ value: Int) throws {
    let right = value % 100 / 10 == 1 || value % 10 > 3 || value % 10 == 0 ? "th" : ["st", "nd", "rd"][value % 10 - 1]
    let copy = ["st", "nd", "rd", "th"].map { ending in
      let ordinal = "\(value)\(ending)"
      return ending == right ? "the \(ordinal) day" : "the ⟦\(ordinal)⟧ day"
    }
    let item = NumberCase("ordinal-style", "en", "Here are \(copy.joined(separator: " and ")).")
    #expect(try item.marked() == item.copy)
  }
}
