// SPDX-License-Identifier: Apache-2.0

internal import CopydeskLanguageData
public import CopydeskText

/// The glossaries that are compiled into the program.
public enum ShippedGlossary {
  private static let folder = "glossaries/"
  private static let suffix = ".image"

  /// Their names, sorted.
  public static let names: [String] = EmbeddedFile.all.map(\.name)
    .filter { $0.hasPrefix(folder) }
    .map { String($0.dropFirst(folder.count).dropLast(suffix.count)) }
    .sorted()

  /// What linting needs of a shipped glossary: the terms of some languages, without the prose of concepts.
  ///
  /// - Parameters:
  ///   - name: The glossary's name, such as `places`.
  ///   - includes: Whether terms of a language are wanted.
  /// - Returns: `nil` if no glossary of that name is shipped.
  public static func terms(of name: String, includes: (LanguageTag) -> Bool) -> Glossary? {
    guard let file = EmbeddedFile.named(folder + name + suffix) else { return nil }
    guard let glossary = GlossaryImage.readTerms(file.bytes, includes: includes) else {
      preconditionFailure("the image of the shipped glossary “\(name)” is of another version")
    }
    return glossary
  }
}
