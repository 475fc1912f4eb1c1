// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText
import Testing

/// Every term of the shipped glossaries, matched against itself.
@Suite struct ShippedTermMatchTests {
  static let languages = ["en", "es", "fr", "de", "pt", "it", "ru", "uk"]

  private func matcher(_ language: String) throws -> TermMatcher {
    let tag = try #require(LanguageTag(language))
    var glossaries = GlossarySet()
    for name in ShippedGlossary.names {
      let isKnown = glossaries.append(shipped: name)
      #expect(isKnown)
    }
    return TermMatcher(glossaries, language: tag)
  }

  @Test(arguments: languages)
  func `every term and form is found whole in its own text`(_ language: String) throws {
    let matcher = try matcher(language)
    #expect(!matcher.isEmpty)
    let tokenizer = Tokenizer(language: language)
    var missed: [String] = []
    for entry in matcher.entries where entry.term.scopes.isEmpty {
      for text in [entry.term.text] + entry.term.forms {
        let bytes = Array(text.utf8)
        let tokens = tokenizer.tokens(in: bytes)
        let found = matcher.matches(in: bytes, tokens: tokens)
        // A mark before the first word is no part of a match.
        let marks = tokens.prefix { $0.kind == .punctuation }
        if found.map(\.range) != [TextRange(Int(marks.last?.end ?? 0), bytes.count)] { missed.append(text) }
      }
    }
    #expect(missed == [])
  }

  @Test(arguments: languages)
  func `an exception keeps its term from being found`(_ language: String) throws {
    let matcher = try matcher(language)
    let tokenizer = Tokenizer(language: language)
    var found: [String] = []
    for (index, entry) in matcher.entries.enumerated() {
      for text in entry.term.exceptions {
        let bytes = Array(text.utf8)
        let matches = matcher.matches(in: bytes, tokens: tokenizer.tokens(in: bytes))
        if matches.contains(where: { $0.entry == index }) { found.append("\(text) (\(entry.term.text))") }
      }
    }
    #expect(found == [])
  }
}
