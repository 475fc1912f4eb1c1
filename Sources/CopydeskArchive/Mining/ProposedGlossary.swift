// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
public import CopydeskTerminology
internal import CopydeskText

extension MiningResult {
  /// The proposals as a glossary, which no rule takes notice of until somebody approves its concepts.
  ///
  /// The commonest word of a language is preferred, its other renderings are proposed.
  public func glossary(id: String) -> Glossary {
    var languages: [LanguageTag] = []
    var ids: Set<String> = []
    let concepts = self.concepts.map { concept in
      for term in concept.terms where !languages.contains(term.language) { languages.append(term.language) }
      return Concept(
        id: MiningResult.identifier(of: concept, besides: &ids), kind: concept.kind, state: .proposed,
        note: MiningResult.note(on: concept), terms: MiningResult.terms(of: concept))
    }
    return Glossary(id: id, languages: languages, concepts: concepts)
  }

  private static func terms(of concept: MinedConcept) -> [Term] {
    var named: Set<LanguageTag> = []
    return concept.terms.map { term in
      let isFirst = named.insert(term.language).inserted
      return Term(
        term.text, language: term.language,
        status: isFirst ? .preferred : term.type.isShortening ? .admitted : .proposed, type: term.type,
        partOfSpeech: term.isName ? .properNoun : nil, forms: term.forms, contexts: term.samples.map(\.sentence))
    }
  }

  /// What the numbers are, such as `en: 12 in 4 articles`.
  private static func note(on concept: MinedConcept) -> String {
    let parts = concept.terms.map { term in
      let articles = term.articleCount.map { " in \($0) \($0 == 1 ? "article" : "articles")" } ?? ""
      return "\(term.text) (\(term.language)): \(term.count)\(articles)"
    }
    return "Mined: " + parts.joined(separator: "; ")
  }

  /// An id made of the words of a concept, unlike those that are taken.
  private static func identifier(of concept: MinedConcept, besides taken: inout Set<String>) -> String {
    let texts = concept.terms.map(\.text)
    let text = texts.first(where: { text in text.utf8.allSatisfy { $0 < 0x80 } }) ?? texts.first ?? ""
    let base = slug(text)
    var id = base
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(base)-\(number)"
      number += 1
    }
    return id
  }

  /// A text in lowercase Latin letters and digits with hyphens between its words.
  static func slug(_ text: String) -> String {
    let latin = LatinSpelling.plain(text)
    var bytes: [UInt8] = []
    for byte in latin.utf8 {
      switch byte {
      case 0x61...0x7A, 0x30...0x39: bytes.append(byte)
      case 0x41...0x5A: bytes.append(byte + 0x20)
      case 0x27: continue
      default: if let last = bytes.last, last != 0x2D { bytes.append(0x2D) }
      }
    }
    while bytes.last == 0x2D { bytes.removeLast() }
    return bytes.isEmpty ? "concept" : String(decoding: bytes, as: UTF8.self)
  }
}
