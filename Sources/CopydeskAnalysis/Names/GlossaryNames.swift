// SPDX-License-Identifier: Apache-2.0

public import CopydeskTerminology
public import CopydeskText

/// A person's surname that is almost, but not quite, the one the glossary has behind this given name.
public struct MisspelledGlossaryName: Hashable, Sendable {
  /// The surname's place in the text.
  public let range: TextRange
  /// The surname as the glossary spells it.
  public let surname: String
  /// The full name as the glossary has it.
  public let name: String
}

/// The people of the glossaries by given name.
public struct GlossaryNames: Sendable {
  private struct Person {
    let surnameKey: UInt64
    let spelling: NameSpelling
    let surname: String
    let name: String
  }

  private let lookup: GlossaryLookup
  private let language: LanguageTag?

  /// Nobody.
  public static let none = GlossaryNames()

  private init() {
    lookup = GlossaryLookup(GlossarySet(), kind: .person, language: nil)
    language = nil
  }

  /// The people whose name in the language is a given name and a surname.
  ///
  /// - Parameters:
  ///   - glossaries: The glossaries.
  ///   - language: The language of the copy.
  public init(glossaries: GlossarySet, language: LanguageTag) {
    lookup = GlossaryLookup(glossaries, kind: .person, language: language)
    self.language = language
  }

  private func people(_ key: UInt64, _ language: LanguageTag) -> [Person] {
    let tokenizer = Tokenizer(language: language.language)
    return lookup.names(ofGivenName: key, language: language).compactMap { name in
      let text = Array(name.utf8)
      let words = tokenizer.tokens(in: text)
      guard words.count == 2, words[0].key == key else { return nil }
      return Person(
        surnameKey: words[1].key,
        spelling: NameSpelling(letters: NameSpelling.foldedLetters(of: words[1], in: text)),
        surname: String(decoding: text[words[1].range.offsets], as: UTF8.self), name: name)
    }
  }

  /// The surnames that differ by a letter or by transliteration from that of the only person it can be.
  func misspellings(in tokens: [Token], text: [UInt8]) -> [MisspelledGlossaryName] {
    guard let language, !lookup.isEmpty, tokens.count > 1 else { return [] }
    var found: [MisspelledGlossaryName] = []
    for index in 1..<tokens.count {
      let surname = tokens[index]
      guard surname.kind == .word, surname.traits.contains(.capitalized), surname.traits.contains(.hasLowercase),
        !surname.traits.contains(.lineBreakBefore), tokens[index - 1].kind == .word,
        tokens[index - 1].traits.contains(.capitalized)
      else { continue }
      let candidates = people(tokens[index - 1].key, language)
      if candidates.isEmpty || candidates.contains(where: { $0.surnameKey == surname.key }) { continue }
      let letters = NameSpelling.foldedLetters(of: surname, in: text)
      guard letters.count >= NameSpelling.minimumLetters else { continue }
      let spelling = NameSpelling(letters: letters)
      for person in candidates {
        let difference = person.spelling.difference(from: spelling)
        guard difference == .oneLetter || difference == .transliteration,
          person.spelling.commonSuffix(with: spelling) > 0
        else { continue }
        found.append(MisspelledGlossaryName(range: surname.range, surname: person.surname, name: person.name))
        break
      }
    }
    return found
  }
}
