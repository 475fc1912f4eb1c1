// SPDX-License-Identifier: Apache-2.0

/// A translated article with its source, aligned by segment.
struct DocumentRecord: Decodable {
  var id: String
  var pair: String
  var year: Int
  /// `ref…` for a professional translation, else the name of the machine translation system.
  var system: String
  var sourceLocale: String
  var targetLocale: String
  var source: [String]
  var target: [String]

  private enum CodingKeys: String, CodingKey {
    case id, pair, year, system, source, target
    case sourceLocale = "source_locale"
    case targetLocale = "target_locale"
  }

  /// Whether a professional translated the article.
  var isReference: Bool { system.hasPrefix("ref") }

  /// The language of the columns it is counted in.
  var language: String { baseLanguage(of: targetLocale) }

  var sourceLanguage: String { baseLanguage(of: sourceLocale) }

  /// The record that asks for the findings on the article.
  var request: StreamRequest {
    StreamRequest(
      id: "\(pair) \(year) \(system) \(id)", language: targetLocale, sourceLanguage: sourceLocale, segments: target,
      source: source.count == target.count ? source : nil)
  }

  /// The number of words of the translation.
  var wordCount: Int { target.reduce(0) { $0 + $1.wordCount } }
}
