// SPDX-License-Identifier: Apache-2.0

import CopydeskText
import Testing

@Suite struct TokenizerTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let language: String
    let text: String
    let tokens: [String]
    var testDescription: String { "\(language): \(text)" }
  }

  @Test(arguments: [
    Case(
      language: "en", text: "Bukele’s “iron fist”, he said.",
      tokens: ["Bukele", "’s", "“", "iron", "fist", "”", ",", "he", "said", "."]),
    Case(language: "en", text: "The U.S. won't pay.", tokens: ["The", "U.S", ".", "won't", "pay", "."]),
    Case(language: "fr", text: "L’hôpital d'Aragua", tokens: ["L’", "hôpital", "d'", "Aragua"]),
    Case(language: "en", text: "1,234.5 and 12:30", tokens: ["1,234.5", "and", "12:30"]),
    Case(language: "en", text: "See pic.twitter.com/jrLC, ok", tokens: ["See", "pic.twitter.com/jrLC", ",", "ok"]),
    Case(language: "en", text: "— K13 News (@K13News)", tokens: ["—", "K13", "News", "(", "@K13News", ")"]),
    Case(language: "es", text: "#TrendeAragua llegó", tokens: ["#TrendeAragua", "llegó"]),
    Case(language: "en", text: "mail desk@example.org.", tokens: ["mail", "desk@example.org", "."]),
    Case(language: "en", text: "https://example.org/a?b=c).", tokens: ["https://example.org/a?b=c", ")", "."]),
    Case(
      language: "en", text: "the site стопкоронавирус.рф and https://премия.рф/.",
      tokens: ["the", "site", "стопкоронавирус.рф", "and", "https://премия.рф/", "."]),
    Case(language: "ru", text: "В COVID-19 1 234,5", tokens: ["В", "COVID", "-", "19", "1", "234,5"]),
    Case(language: "en", text: "经济 news", tokens: ["经济", "news"]),
    Case(language: "en", text: "🇻🇪 flag", tokens: ["🇻", "🇪", "flag"]),
  ])
  func `text splits into tokens`(_ item: Case) {
    let bytes = Array(item.text.utf8)
    let tokens = Tokenizer(language: item.language).tokens(in: bytes)
    #expect(tokens.map { String(decoding: bytes[$0.range.offsets], as: UTF8.self) } == item.tokens)
  }

  @Test func `keys ignore case, apostrophe shape and invisible characters`() {
    let keys = ["DON'T", "don’t", "do\u{200B}n't"].map { word in
      Tokenizer(language: "en").tokens(in: Array(word.utf8)).map(\.key)
    }
    #expect(keys[0] == keys[1] && keys[1] == keys[2] && keys[0].count == 1)
  }
}
