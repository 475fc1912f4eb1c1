// SPDX-License-Identifier: Apache-2.0

internal import CopydeskLanguageData
public import CopydeskText

/// The glossaries that are compiled into the program, all in one block.
public enum ShippedGlossary {
  /// The block; opening it reads the names of the glossaries and nothing else.
  ///
  /// One of another version counts as empty, so that the tests that compile it anew can run; they fail
  /// until somebody does.
  static let compiled = CompiledGlossary(.glossaries, isTrusted: true) ?? CompiledGlossary([])

  /// Their names, sorted.
  public static let names: [String] = compiled.glossaries.map(\.id).sorted()

  /// What linting needs of a shipped glossary: the terms of some languages, without the prose of concepts.
  ///
  /// - Parameters:
  ///   - name: The glossary's name, such as `places`.
  ///   - includes: Whether terms of a language are wanted.
  /// - Returns: `nil` if no glossary of that name is shipped.
  public static func terms(of name: String, includes: (LanguageTag) -> Bool) -> Glossary? {
    guard let index = compiled.glossaries.firstIndex(where: { $0.id == name }) else { return nil }
    return compiled.decoded(glossary: index, includes: includes)
  }
}
