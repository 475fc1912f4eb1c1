// SPDX-License-Identifier: Apache-2.0

import CopydeskAnalysis
import CopydeskArticles
import CopydeskText
import Testing

@Suite struct LanguageIdentifierTests {
  private func language(_ copy: String) throws -> String? {
    LanguageIdentifier.language(of: try ArticleReader.read(InputText(path: "story.txt", text: copy), as: .text))?.tag
  }

  @Test(arguments: [
    ("en", "The bridge was closed on Monday because of the storm, the mayor said."),
    ("es", "El puente se cerró el lunes a causa de la tormenta, dijo el alcalde."),
    ("pt", "A ponte foi fechada na segunda-feira por causa da tempestade, disse o prefeito."),
    ("fr", "Le pont a été fermé lundi à cause de la tempête, a déclaré le maire."),
    ("de", "Die Brücke wurde am Montag wegen des Sturms gesperrt, sagte der Bürgermeister."),
    ("it", "Il ponte è stato chiuso lunedì a causa della tempesta, ha detto il sindaco."),
    ("nl", "De brug werd maandag gesloten vanwege de storm, zei de burgemeester."),
    ("pl", "Most został zamknięty w poniedziałek z powodu burzy, powiedział burmistrz."),
    ("cs", "Most byl v pondělí uzavřen kvůli bouři, řekl starosta."),
    ("ru", "Мост закрыли в понедельник из-за бури, сообщил мэр города."),
    ("uk", "Міст закрили в понеділок через бурю, повідомив мер міста."),
    ("ja", "市長は月曜日に嵐のため橋を閉鎖したと述べた。"),
    ("zh", "市长说，由于暴风雨，大桥周一关闭。"),
    ("el", "Η γέφυρα έκλεισε τη Δευτέρα λόγω της καταιγίδας."),
  ])
  func `copy shows its language`(expected: String, copy: String) throws {
    #expect(try language(copy) == expected)
  }

  @Test(arguments: [
    "Bron stängdes på måndagen på grund av stormen, sade borgmästaren i staden.",
    "Мостът беше затворен в понеделник заради бурята, каза кметът на града.",
    "Most bol v pondelok uzavretý pre búrku, povedal primátor mesta Košice.",
    "El pont es va tancar dilluns a causa de la tempesta, va dir l'alcalde.",
    "12 34 56", "Bukele Trump Rubio",
  ])
  func `a language without a table is not taken for its neighbor`(copy: String) throws {
    #expect(try language(copy) == nil)
  }

  @Test func `a leftover does not change the language of the article`() throws {
    let copy = """
      The bridge was closed on Monday because of the storm, the mayor said, and it will stay closed until June.

      El alcalde no quiso dar más detalles.
      """
    #expect(try language(copy) == "en")
  }
}
