// SPDX-License-Identifier: Apache-2.0

import CopydeskArticles
import CopydeskText
import Testing

@testable import CopydeskAnalysis

@Suite struct QuantityReaderTests {
  /// Copy with its quantities, each `words = kind value unit`.
  struct Case: CustomTestStringConvertible, Sendable {
    let language: String
    let copy: String
    let quantities: [String]
    var testDescription: String { "\(language): \(copy)" }

    init(_ language: String, _ copy: String, _ quantities: String...) {
      self.language = language
      self.copy = copy
      self.quantities = quantities
    }
  }

  static func quantities(_ copy: String, _ language: String) throws -> [String] {
    let article = try ArticleReader.read(InputText(path: "story.txt", text: copy), as: .text)
    let analysis = ArticleAnalysis(article, context: AnalysisContext(language: try #require(LanguageTag(language))))
    return analysis.quantities.map { "\(analysis.string(in: $0.range)) = \($0.description)" }
  }

  @Test(arguments: [
    Case(
      "en", "It cost $2.5 billion or 2.5 million euros.", "$2.5 billion = number 2500000000 $",
      "2.5 million euros = number 2500000 EUR"),
    Case(
      "en", "Half a million people, two and a half million, two-thirds and 105 others.",
      "Half a million = fraction 500000", "two and a half million = number 2500000", "two-thirds = fraction 2/3",
      "105 = number 105"),
    Case("en", "One hundred and five of twenty-one.", "One hundred and five = number 105", "twenty-one = number 21"),
    Case(
      "en", "The 21st century, the 1990s, a third man and one other.", "21st century = century 21",
      "1990s = decade 1990", "a third = fraction 1/3"),
    Case(
      "en", "From 5 to 6 million fans, 10–15 percent, 2-1.", "5 = number 5 or 5000000 from",
      "6 million = number 6000000 to", "10 = number 10 % from", "15 percent = number 15 % to", "2 = score 2",
      "1 = score 1"),
    Case(
      "en", "A 12-month ban, about 100 km (62 miles), 86 degrees Fahrenheit.", "12-month = number 12 month",
      "100 km = number 100 kilometer about", "62 miles = number 62 mile",
      "86 degrees Fahrenheit = number 86 fahrenheit"),
    Case(
      "en", "On March 17, 2025, at 6:30 p.m.", "17 = date 17", "2025 = date 2025", "6:30 = time 6", "6:30 = time 30"),
    Case("en", "Call +34 912 345 678 about COVID-19.", "34 912 345 678 = phone 34912345678", "19 = code 19"),
    Case("en", "The fine is €5m; it is 5m long.", "€5m = number 5000000 EUR", "5m = number 5 or 5000000 meter"),
    Case("en", "A $100 bill and A$100.", "$100 = number 100 $", "A$100 = number 100 AUD"),
    Case(
      "es", "Dos mil quinientos millones de dólares, mil millones, medio millón y un billón.",
      "Dos mil quinientos millones de dólares = number 2500000000 $", "mil millones = number 1000000000",
      "medio millón = fraction 500000", "un billón = number 1000000000000"),
    Case(
      "es", "Dos millones y medio en el siglo XXI; los años 90; treinta y una personas.",
      "Dos millones y medio = number 2500000", "siglo XXI = century 21", "90 = decade 90",
      "treinta y una = number 31"),
    Case("es", "El 45 % de unas 20 mil personas.", "45 % = number 45 %", "20 mil = number 20000 about"),
    Case(
      "de", "3,5 Mrd. Euro, einundzwanzig Tote, anderthalb Millionen, ein Dutzend.",
      "3,5 Mrd. Euro = number 3500000000 EUR",
      "einundzwanzig = number 21", "anderthalb Millionen = number 1500000", "ein Dutzend = number 12"),
    Case(
      "de", "Im 21. Jahrhundert, in den 90er Jahren, 10-prozentig.", "21. Jahrhundert = century 21",
      "90er Jahren = decade 90", "10-prozentig = number 10 %"),
    Case(
      "fr", "Quatre-vingt-dix-sept blessés, soixante et onze morts, 3,5 % et deux milliards d'euros.",
      "Quatre-vingt-dix-sept = number 97", "soixante et onze = number 71", "3,5 % = number 3.5 %",
      "deux milliards d'euros = number 2000000000 EUR"),
    Case("fr", "Au XVIIe siècle.", "XVIIe siècle = century 17"),
    Case(
      "ru", "Двадцать пять тысяч рублей, 3,5 млн человек, у 16-миллионного населения, XXI век.",
      "Двадцать пять тысяч рублей = number 25000 RUB", "3,5 млн = number 3500000", "16-миллионного = number 16000000",
      "XXI век = century 21"),
    Case(
      "uk", "Двадцять п’ять мільйонів гривень і 10 відсотків.",
      "Двадцять п’ять мільйонів гривень = number 25000000 UAH",
      "10 відсотків = number 10 %"),
    Case(
      "cs", "Dvacet pět korun a 250kilogramový kus.", "Dvacet pět korun = number 25 CZK",
      "250kilogramový = number 250 kilogram"),
    Case(
      "pt", "R$ 1,2 bilhão e vinte e uma pessoas.", "R$ 1,2 bilhão = number 1200000000 BRL", "vinte e uma = number 21"),
    Case(
      "it", "Duemila persone, ventuno feriti e 3 miliardi di euro.", "Duemila = number 2000", "ventuno = number 21",
      "3 miliardi di euro = number 3000000000 EUR"),
    Case("pl", "Dwadzieścia pięć milionów złotych.", "Dwadzieścia pięć milionów złotych = number 25000000 PLN"),
    Case(
      "nl", "Eenentwintig doden en 2,5 miljoen euro.", "Eenentwintig = number 21",
      "2,5 miljoen euro = number 2500000 EUR"),
    Case("tr", "Yirmi beş milyon lira.", "Yirmi beş milyon lira = number 25000000 TRY"),
  ])
  func `quantities have a value, a unit and a place`(_ item: Case) throws {
    #expect(try Self.quantities(item.copy, item.language) == item.quantities)
  }
}
