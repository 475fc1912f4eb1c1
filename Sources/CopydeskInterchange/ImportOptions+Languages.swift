// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText

extension GlossaryFormat {
  /// How many languages a file has that does not name them.
  public enum UnnamedLanguages: Sendable {
    /// The file names its languages.
    case none
    /// All terms are in one language.
    case one
    /// A column is in the source language, the next in the target language.
    case pair
  }

  /// How many languages a reader must be told.
  public var unnamedLanguages: UnnamedLanguages {
    switch self {
    case .valeSubstitution, .valeAccept, .valeReject, .prh: .one
    case .omegaT, .deepL: .pair
    default: .none
    }
  }

  /// Whether no file of the format leaves a language open; the headers of a table may.
  public var namesEveryLanguage: Bool {
    switch self {
    case .csv, .tsv, .google, .amazon: false
    default: unnamedLanguages == .none
    }
  }
}

extension ImportOptions {
  /// The language of a list in one language.
  func language(of format: GlossaryFormat, path: String) throws(GlossaryError) -> LanguageTag {
    guard let language = sourceLanguage ?? targetLanguage else {
      throw ImportOptions.missing("its language; name it with --source-language", format, path)
    }
    return language
  }

  /// The languages of a list of pairs.
  func languages(
    of format: GlossaryFormat, path: String
  ) throws(GlossaryError) -> (source: LanguageTag, target: LanguageTag) {
    guard let sourceLanguage, let targetLanguage else {
      throw ImportOptions.missing(
        "its languages; name them with --source-language and --target-language", format, path)
    }
    return (sourceLanguage, targetLanguage)
  }

  private static func missing(_ what: String, _ format: GlossaryFormat, _ path: String) -> GlossaryError {
    GlossaryError(
      path: path,
      mistakes: [
        .init(
          place: GlossaryPlace(line: 1, column: 1),
          message: "a file of the format “\(format.rawValue)” does not name \(what)")
      ])
  }
}
