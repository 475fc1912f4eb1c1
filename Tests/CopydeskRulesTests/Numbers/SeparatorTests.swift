// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
import CopydeskRules
import CopydeskTestSupport
import Testing

/// What the signs in a number mean beside the words around it.
@Suite struct SeparatorTests {
  /// Marked copy in a language.
  struct Case: CustomTestStringConvertible, Sendable {
    let language: String
    let copy: String
    var testDescription: String { "\(language): \(copy)" }
  }

  private func marked(_ item: Case) throws -> String {
    let rule = try #require(BuiltInRules.all.first { $0.metadata.id == "numbers/separator" })
    let copy = try #require(MarkedCopy(item.copy))
    let article = try ArticleReader.read(InputText(path: "story.txt", text: copy.text), as: .text)
    let context = AnalysisContext(language: try #require(LanguageTag(item.language)))
    let findings = Linter(rules: [ActiveRule(rule)]).lint(article, context: context)
    return MarkedCopy.mark(copy.text, findings.map { $0.range.offsets })
  }

  @Test(arguments: [
    Case(language: "en", copy: "More than ⟦330.000⟧ came, and ⟦1.100⟧ people died."),
    Case(language: "en", copy: "He earned ⟦75.000⟧ rupees (⟦6,2⟧ euros) a day, ⟦1,4⟧ times more."),
    Case(language: "en", copy: "They lost by ⟦16,5⟧ to ⟦10,5⟧ points."),
    Case(language: "en", copy: "With ⟦30 000⟧ students and ⟦37\u{A0}000⟧ teachers."),
    Case(language: "de", copy: "Es kamen ⟦3,000⟧ Menschen und ⟦110,000⟧ Besitzer mit ⟦25.5⟧ Karrierepunkten."),
    Case(language: "es", copy: "La subida fue del ⟦3.5⟧ %, hasta los $⟦350,000⟧."),
    Case(language: "fr", copy: "Entre ⟦7.5⟧ et 15 cm de pluie sur ⟦1,600⟧ hectares."),
    Case(language: "ru", copy: "Осадков до ⟦2.5⟧–5 см, цена ⟦15,566⟧ рублей."),
    Case(language: "uk", copy: "Від ⟦5.08⟧ до 10,16 см, кредит ⟦126.5⟧ млн."),
    Case(language: "cs", copy: "Cena ⟦2.2⟧ miliardy eur, ⟦175,000⟧ vojáků."),
    Case(language: "pt-PT", copy: "Custou ⟦15,000⟧ dólares ou 15.000 ou 15 000 dólares."),
    Case(language: "it", copy: "Una nave di ⟦7,000⟧ tonnellate e il ⟦3.5⟧% in più."),
    Case(language: "nl", copy: "Een groei van ⟦3.5⟧ procent."),
    Case(language: "pl", copy: "Wzrost o ⟦3.5⟧ procent, ⟦12,500⟧ osób."),
    Case(language: "es-MX", copy: "Son ⟦5,5⟧ millones y ⟦15.000⟧ personas."),
    Case(language: "de-AT", copy: "Es waren 15.000 und 15 000 Leute, nicht ⟦15,000⟧ Leute."),
  ])
  func `signs of another locale are found`(_ item: Case) throws {
    #expect(try marked(item) == item.copy)
  }

  @Test(arguments: [
    Case(language: "en", copy: "He ran it in 9.580 seconds, jumped 8.955 meters and scored 14.966."),
    Case(language: "en", copy: "A 1.618 ratio, 4.000 points, 1.234 billion people, $3.459 a gallon."),
    Case(language: "en", copy: "Section 3.115 of version 10.2 on channel 12.345 at 51.507, -0.127."),
    Case(language: "en", copy: "Rooms 3,4 and 5 opened in 2019,45 days late; Matthew 5,3 says so."),
    Case(language: "en", copy: "See 192.168.10.1, https://example.com/1.234,5 and ISBN 978-3-16-148410-0."),
    Case(language: "de", copy: "Um 12.30 Uhr, von 10.30 bis 12.30, am 17.3. auf Seite 3.1, Windows 3.1, § 3.2."),
    Case(language: "de", copy: "Der Liter kostet 1,599 Euro, er lief 9,580 Sekunden, Ziffer 3.2 gilt."),
    Case(language: "es", copy: "A las 12.30 horas, el artículo 3.2 de la Ley 1.234 y la versión 2.0 del texto."),
    Case(language: "fr", copy: "L’article 3.2 du traité, Windows 3.1 et le 3,5 %."),
    Case(language: "ru", copy: "В 12.30 по статье 20.3 КоАП, пункт 3.5 договора, версия 2.0 вышла 17.03."),
    Case(language: "uk", copy: "О 12.30 за статтею 20.3, версія 2.0 вийшла 17.03."),
    Case(language: "cs", copy: "Ve 12.30 podle článku 3.2 vyšla verze 2.0."),
    Case(language: "de-CH", copy: "Es kostet 1’234.50 Franken oder 3,5 Prozent."),
    Case(language: "fr-CH", copy: "Il coûte 1’234.50 francs ou 3,5 %."),
    Case(language: "en-ZA", copy: "It costs R1 234,50 or R1,234.50."),
    Case(language: "en-IN", copy: "It costs 1,23,45,678 rupees."),
    Case(language: "zh-Hans", copy: "共有1.265亿美元。"),
    Case(language: "ar", copy: "بلغت 3.1 مليارات و٣٫٥ مليون."),
  ])
  func `times, references and measurements are let pass`(_ item: Case) throws {
    #expect(try marked(item) == item.copy)
  }

  @Test func `one number among counted thousands is a thousand too`() throws {
    let copy = "The toll rose from 4,862 to ⟦6.678⟧."
    #expect(try marked(Case(language: "en", copy: copy)) == copy)
    let scores = "Before 15,000 people she rose from 14.862 to 14.966."
    #expect(try marked(Case(language: "en", copy: scores)) == scores)
  }

  @Test func `where both signs are usual the article decides`() throws {
    let copy = "Hay 1.500 casas, 2.300 pisos y ⟦3,200⟧ locales."
    #expect(try marked(Case(language: "es-419", copy: copy)) == copy)
    #expect(try marked(Case(language: "es-419", copy: "Hay 3,200 locales.")) == "Hay 3,200 locales.")
  }
}
