// SPDX-License-Identifier: Apache-2.0

internal import CopydeskLanguageData
public import CopydeskText
internal import CopydeskYAML

/// An abbreviation or sign of one language that translations carry into another, such as `EE. UU.`.
public struct ForeignNotation: Sendable {
  /// The notation.
  public let text: String
  /// The keys of its tokens.
  public let keys: [UInt64]
  /// The languages that write it.
  public let languages: Set<String>
  /// Whether it is a title before a name.
  public let isTitle: Bool
  /// What other languages write instead.
  public let instead: [String: String]

  /// The notations that a language does not write, by the key of their first token.
  public static func foreign(to language: LanguageTag) -> [UInt64: [ForeignNotation]] {
    Dictionary(grouping: all.filter { !$0.languages.contains(language.language) }) { $0.keys.first ?? 0 }
  }

  private static let all: [ForeignNotation] = {
    guard let file = EmbeddedFile.named("foreign-notations.yml"), let root = try? YAMLParser.parse(file.bytes) else {
      return []
    }
    return (root.items ?? []).compactMap { ForeignNotation($0) }
  }()

  private init?(_ node: YAMLNode) {
    func value(_ key: String) -> YAMLNode? { node.entries?.first { $0.key == key }?.value }
    guard let text = value("text")?.text else { return nil }
    self.text = text
    keys = Tokenizer(language: nil).tokens(in: Array(text.utf8)).map(\.key)
    languages = Set((value("languages")?.items ?? []).compactMap(\.text))
    isTitle = value("title")?.text == "true"
    var instead: [String: String] = [:]
    for entry in value("instead")?.entries ?? [] { instead[entry.key] = entry.value.text }
    self.instead = instead
  }
}
