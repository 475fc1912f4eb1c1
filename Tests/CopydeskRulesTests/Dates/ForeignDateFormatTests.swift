// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
import CopydeskRules
import CopydeskTestSupport
import Testing

/// How each language writes its dates, and what the others leave in them.
@Suite struct ForeignDateFormatTests {
  /// Marked copy in a language, with the language it was translated from.
  struct Case: CustomTestStringConvertible, Sendable {
    let language: String
    var source: String?
    let copy: String
    var testDescription: String { "\(language): \(copy)" }
  }

  private func marked(_ item: Case) throws -> String {
    let rule = try #require(BuiltInRules.all.first { $0.metadata.id == "dates/foreign-date-format" })
    let copy = try #require(MarkedCopy(item.copy))
    let article = try ArticleReader.read(InputText(path: "story.txt", text: copy.text), as: .text)
    let context = AnalysisContext(
      language: try #require(LanguageTag(item.language)), sourceLanguage: item.source.flatMap { LanguageTag($0) })
    let findings = Linter(rules: [ActiveRule(rule)]).lint(article, context: context)
    return MarkedCopy.mark(copy.text, findings.map { $0.range.offsets })
  }

  @Test(arguments: [
    Case(language: "en", copy: "It was due on ⟦3. August⟧ and on ⟦5 de May⟧, not ⟦june 26⟧."),
    Case(language: "en", source: "ru", copy: "Back in ⟦сентября⟧, on Saturday, ⟦декабря 11⟧."),
    Case(language: "en", source: "es", copy: "On the other hand, in ⟦enero 2007⟧ they left."),
    Case(language: "en-GB", copy: "It was due on ⟦March 17, 2025⟧."),
    Case(language: "de", copy: "Vom ⟦20. bis 22 Dezember⟧ und am ⟦12. Dezember, 2023⟧ in Bonn, im ⟦Mai 5th⟧."),
    Case(language: "es", copy: "Fue el ⟦6 noviembre⟧ de tarde y el ⟦30 de mayo, 2005⟧, el ⟦5 of mayo⟧."),
    Case(language: "pt-BR", copy: "Em ⟦30 maio 2005⟧ e após ⟦6 novembro⟧ saiu."),
    Case(language: "it", copy: "Il ⟦20. luglio⟧ e il ⟦5 de luglio⟧."),
    Case(language: "fr", source: "de", copy: "Né le ⟦12 Dezember 1962⟧, parti en ⟦Juli⟧, fin ⟦Januar⟧."),
    Case(language: "ru", copy: "Это было ⟦января 6⟧ и ⟦17 март 2020⟧ года."),
    Case(language: "uk", source: "en", copy: "Після ⟦6 November⟧ й у ⟦лютого 24⟧, пізніше."),
    Case(language: "cs", source: "en", copy: "V ⟦November⟧ a ⟦prosince 24⟧, ⟦10. února, 2023⟧."),
    Case(language: "nl", copy: "Op ⟦maart 17, 2025⟧ en ⟦17 Maart⟧."),
    Case(language: "pl", copy: "Dnia ⟦17 Marca⟧ i ⟦17. marca⟧."),
    Case(language: "es-ES", copy: "El ⟦03/17/2025⟧, no el 17/03/2025."),
  ])
  func `forms of another language are found`(_ item: Case) throws {
    #expect(try marked(item) == item.copy)
  }

  @Test(arguments: [
    Case(language: "en", copy: "On 5 May, May 5, 5th May, the 5th of May and May 5th, 2025; 17/03/2025 or 3/17/2025."),
    Case(language: "en", source: "es", copy: "Mayo Clinic, Julio Iglesias, Cinco de Mayo and the Estadio 20 de Enero."),
    Case(language: "en", source: "de", copy: "The Bild am Sonntag wrote of Mars 2020 and Theresa May."),
    Case(language: "de", source: "en", copy: "Theresa May, June Carter und die Sunday Times im Mai 2020, am 5. Mai."),
    Case(language: "de", copy: "Im Juli 20 Menschen, im Mai 5 neue Fälle, Straße des 17. Juni, Mai 2020."),
    Case(language: "es", copy: "En julio 11 personas; en mayo, 5; la Avenida 9 de Julio y el 1.º de mayo del 2020."),
    Case(language: "fr", copy: "La place du 8 Mai 1945, le 14 Juillet, le 1er mai et, en mars, 5 personnes."),
    Case(language: "it", copy: "Il 25 Aprile, via 4 Novembre, nel marzo 2020 e l’11 aprile."),
    Case(language: "pt-BR", copy: "A Rua 25 de Março, o 7 de Setembro e, em maio, 5 pessoas."),
    Case(language: "ru", copy: "До мая 30 человек, с начала марта 5 дней, в мае 2020 года, 9 Мая и 9-го мая."),
    Case(language: "uk", copy: "До кінця березня 5 днів, у травні 2020 року, 8 Березня, 5-го травня."),
    Case(language: "cs", copy: "Do konce března 5 dní, v květnu 2020, 5. května a 17. listopad."),
    Case(language: "ja", copy: "2025年3月17日に。"),
  ])
  func `names, counts and the language's own forms are let pass`(_ item: Case) throws {
    #expect(try marked(item) == item.copy)
  }
}
