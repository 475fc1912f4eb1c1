// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// The words of a term as the matcher compares them.
enum TermWords {
  /// The keys of a text's tokens; hyphens and final periods do not count.
  static func keys(of text: String, language: LanguageTag) -> [UInt64] {
    let bytes = Array(text.utf8)
    let tokens = Tokenizer(language: language.language).tokens(in: bytes)
    return tokens.filter { !GlossaryWords.isHyphen($0, in: bytes) }.map { $0.key }
  }

  /// Whether a list holds another as a run.
  static func contains(_ list: [UInt64], _ part: [UInt64]) -> Bool {
    guard !part.isEmpty, part.count <= list.count else { return false }
    return (0...list.count - part.count).contains { list[$0..<$0 + part.count].elementsEqual(part) }
  }
}
