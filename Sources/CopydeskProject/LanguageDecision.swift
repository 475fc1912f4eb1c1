// SPDX-License-Identifier: Apache-2.0

import CopydeskLanguageData
import CopydeskLinting

/// Decides in which language an article is.
///
/// What is said about the very article goes before what is said about many: the command line, front
/// matter, an override for the file, the file's name, the configuration, and at last the copy itself.
enum LanguageDecision {
  /// The language of an article, or `nil` if nothing says or shows it.
  static func language(
    of article: Article, path: String, option: LanguageTag?, settings: ResolvedSettings
  ) -> LanguageChoice? {
    if let option { return LanguageChoice(option, from: .commandLine) }
    if let language = article.metadata.language { return LanguageChoice(language, from: .frontMatter) }
    let configured = settings.language.map { LanguageChoice($0, from: .configuration) }
    if let configured, settings.isLanguageOverridden { return configured }
    if let named = language(inPath: path) {
      // “en” in the name and “en-GB” in the configuration are no contradiction, and the region is worth having.
      if let configured, configured.language.language == named.language, named.region == nil { return configured }
      return LanguageChoice(named, from: .fileName)
    }
    return configured ?? LanguageIdentifier.language(of: article).map { LanguageChoice($0, from: .detection) }
  }

  /// The source language of an article, or `nil` if nothing says it, and no source shows it.
  static func sourceLanguage(
    of article: Article, source: Article?, option: LanguageTag?, settings: ResolvedSettings
  ) -> LanguageChoice? {
    if let option { return LanguageChoice(option, from: .commandLine) }
    if let language = article.metadata.sourceLanguage ?? source?.metadata.language {
      return LanguageChoice(language, from: .frontMatter)
    }
    let configured = settings.sourceLanguage.map { LanguageChoice($0, from: .configuration) }
    guard let source else { return configured }
    if let named = language(inPath: source.input.path) {
      if let configured, configured.language.language == named.language, named.region == nil { return configured }
      return LanguageChoice(named, from: .fileName)
    }
    return configured ?? LanguageIdentifier.language(of: source).map { LanguageChoice($0, from: .detection) }
  }

  /// The language in a file's name, as in `train.en.md`, or else in the name of the nearest folder, as in
  /// `content/pt-br/train.md`.
  static func language(inPath path: String) -> LanguageTag? {
    var names = path.split(separator: "/")
    guard let fileName = names.popLast() else { return nil }
    let parts = fileName.split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 2, let language = language(named: parts[parts.count - 2]) { return language }
    for name in names.reversed() {
      if let language = language(named: name) { return language }
    }
    return nil
  }

  /// The language that a name is the tag of.
  ///
  /// Only languages with a data file count: `no`, `is` and `my` are names of folders that are no languages.
  private static func language(named name: Substring) -> LanguageTag? {
    let subtags = name.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "_" }
    guard let first = subtags.first, first.utf8.count == 2 || first.utf8.count == 3, subtags.count <= 3,
      knownLanguages.contains(first.lowercased())
    else { return nil }
    return try? LanguageTag.known(String(name))
  }

  private static let knownLanguages: Set<String> = Set(
    EmbeddedFile.all.map { $0.name }.filter { $0.hasPrefix("languages/") }
      .map { String($0.dropFirst("languages/".count).prefix { $0 != "." }) })
}
