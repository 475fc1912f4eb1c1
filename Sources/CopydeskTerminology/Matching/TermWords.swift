// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// The words of a term as the matcher compares them.
enum TermWords {
  /// The keys of a text's tokens; hyphens and final periods do not count.
  static func keys(of text: String, language: LanguageTag) -> [UInt64] {
    let bytes = Array(text.utf8)
    let tokens = Tokenizer(language: language.language).tokens(in: bytes)
    return tokens.filter { !isHyphen($0, in: bytes) }.map { $0.key }
  }

  /// Whether a list holds another as a run.
  static func contains(_ list: [UInt64], _ part: [UInt64]) -> Bool {
    guard !part.isEmpty, part.count <= list.count else { return false }
    return (0...list.count - part.count).contains { list[$0..<$0 + part.count].elementsEqual(part) }
  }

  /// Whether a token is a hyphen of any kind, or the slash-free dash of a compound.
  static func isHyphen(_ token: Token, in text: [UInt8]) -> Bool {
    guard token.kind == .punctuation else { return false }
    switch UTF8Decoder.codePoint(in: text.span, at: Int(token.start)).codePoint {
    case 0x2D, 0x2010, 0x2011: return true
    default: return false
    }
  }
}
