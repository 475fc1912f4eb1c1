// SPDX-License-Identifier: Apache-2.0

/// A window of an article into which one error was put, or the untouched window.
struct InjectedRecord: Decodable {
  struct Place: Decodable {
    var segment: Int
    var span: Range<Int>

    private enum CodingKeys: String, CodingKey { case segment, span }

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      segment = try container.decode(Int.self, forKey: .segment)
      span = try container.decodeSpan(forKey: .span)
    }
  }

  struct InjectedError: Decodable {
    var type: String
    /// What a checker must read to see it: `mono`, `doc`, `bi` or `glossary`.
    var needs: String
    var spans: [Place]
    /// Other places where a flag finds the error too, such as the correct mention of a misspelled name.
    var also: [Place]?
  }

  struct GlossaryEntry: Decodable {
    var preferred: String
    var forbidden: [String]
  }

  /// Absent on an untouched window.
  var id: String?
  /// What an error and its clean twin share.
  var window: String
  var sourceLocale: String
  var targetLocale: String
  var source: [String]
  var target: [String]
  var error: InjectedError?
  var glossary: [GlossaryEntry]?

  private enum CodingKeys: String, CodingKey {
    case id, window, source, target, error, glossary
    case sourceLocale = "source_locale"
    case targetLocale = "target_locale"
  }

  var language: String { baseLanguage(of: targetLocale) }

  var wordCount: Int { target.reduce(0) { $0 + $1.wordCount } }

  /// The record that asks for the findings on the window.
  ///
  /// The glossaries of the data say what to write instead of what, and no source term; the
  /// preferred term stands in for it, which keeps the terms of one concept together.
  var request: StreamRequest {
    let pairs = glossary?.flatMap { entry in
      [StreamRequest.GlossaryPair(source: entry.preferred, target: entry.preferred, status: "preferred")]
        + entry.forbidden.map {
          StreamRequest.GlossaryPair(source: entry.preferred, target: $0, status: "forbidden")
        }
    }
    return StreamRequest(
      id: id ?? window, language: targetLocale, sourceLanguage: sourceLocale, glossary: pairs, segments: target,
      source: source.count == target.count ? source : nil)
  }
}

extension KeyedDecodingContainer {
  /// Decodes a span written as an array of its two ends.
  func decodeSpan(forKey key: Key) throws -> Range<Int> {
    try span(decode([Int].self, forKey: key), forKey: key)
  }

  /// Decodes an array of such spans.
  func decodeSpans(forKey key: Key) throws -> [Range<Int>] {
    try decode([[Int]].self, forKey: key).map { try span($0, forKey: key) }
  }

  private func span(_ ends: [Int], forKey key: Key) throws -> Range<Int> {
    guard ends.count == 2, ends[0] <= ends[1] else {
      throw DecodingError.dataCorruptedError(
        forKey: key, in: self, debugDescription: "expected two rising numbers, found \(ends)")
    }
    return ends[0]..<ends[1]
  }
}
