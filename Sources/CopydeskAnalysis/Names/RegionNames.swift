// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskLanguageData
public import CopydeskTerminology
public import CopydeskText

/// CLDR's names of countries and territories, as a glossary.
///
/// Asking ICU for all of them in several languages takes milliseconds, so the names in the languages that
/// news is most often translated between are compiled into the program.
public enum RegionNames {
  /// The id of the glossary.
  public static let id = "cldr-regions"

  /// The languages whose names are compiled into the program.
  public static let compiledLanguages = [
    "cs", "de", "de-AT", "de-CH", "en", "en-AU", "en-GB", "es", "es-419", "es-MX", "es-US", "fr", "fr-CA", "it", "nl",
    "pl", "pt", "pt-PT", "ru", "uk",
  ].compactMap { LanguageTag($0) }

  /// Countries whose version of a language has the names of the language itself.
  public static let plainRegions = [
    "cs-CZ", "de-DE", "en-US", "es-ES", "fr-FR", "it-IT", "nl-NL", "pl-PL", "pt-BR", "ru-RU", "uk-UA",
  ]

  /// The names compiled into the program, or `nil` if they are of another version.
  private static let compiled = CompiledGlossary(.regions, isTrusted: true)

  /// The language under which the names in a language are compiled into the program, or `nil` if they are not.
  static func compiledLanguage(of tag: LanguageTag) -> LanguageTag? {
    if compiledLanguages.contains(tag) { return tag }
    guard plainRegions.contains(tag.tag) else { return nil }
    return compiledLanguages.first { $0.tag == tag.language }
  }

  /// The names in some languages, and under which of its languages each is found.
  static func names(in languages: [LanguageTag]) -> (names: CompiledGlossary, languages: [LanguageTag]) {
    let known = languages.compactMap { compiledLanguage(of: $0) }
    if known.count == languages.count, let compiled { return (compiled, known) }
    return (CompiledGlossary([glossary(in: languages)]), languages)
  }

  /// The names as ICU has them; of two in one (`Myanmar (Burma)`) the first is preferred.
  public static func glossary(in languages: [LanguageTag]) -> Glossary {
    var glossary = Glossary(id: id, languages: languages)
    for region in LocaleData.regionCodes {
      var concept = Concept(id: region, kind: .place)
      for language in languages {
        guard let name = try? LocaleData.regionName(region, in: language.tag) else { continue }
        for part in alternatives(name) { concept.terms.append(Term(part, language: language)) }
      }
      glossary.concepts.append(concept)
    }
    return glossary
  }

  private static func alternatives(_ name: String) -> [String] {
    guard name.utf8.contains(UInt8(ascii: "(")) else { return [name] }
    let parts = name.utf8.split(separator: UInt8(ascii: "(")).map { part in
      let inner = part.prefix { $0 != UInt8(ascii: ")") }.drop { $0 == UInt8(ascii: " ") }
      let end = inner.lastIndex { $0 != UInt8(ascii: " ") }.map { inner.index(after: $0) } ?? inner.startIndex
      return String(Substring(inner[..<end]))
    }
    return parts.isEmpty ? [name] : parts
  }
}
