// SPDX-License-Identifier: Apache-2.0

/// A right translation and the same with one thing changed: DEMETR.
struct PerturbedRecord: Decodable {
  var id: String
  var type: String
  var pair: String
  var source: String
  var clean: String
  var target: String
  /// What was changed, in UTF-16 code units of `target`.
  var spans: [Range<Int>]

  /// The type of a changed number.
  static let changedNumber = "numbers_replaced"

  private enum CodingKeys: String, CodingKey { case id, type, pair, source, clean, target, spans }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    id = try container.decode(String.self, forKey: .id)
    type = try container.decode(String.self, forKey: .type)
    pair = try container.decode(String.self, forKey: .pair)
    source = try container.decode(String.self, forKey: .source)
    clean = try container.decode(String.self, forKey: .clean)
    target = try container.decode(String.self, forKey: .target)
    spans = try container.decodeSpans(forKey: .spans)
  }

  /// The id without what all changed numbers share.
  var name: String { id.split(separator: ":").suffix(2).joined(separator: ":") }

  /// The languages of sources that the data gives another one.
  private static let corrections = ["fr:729": "it", "fr:733": "it"]

  /// The record that asks for the findings on the changed translation.
  var request: StreamRequest { request(for: target, as: id) }

  /// The record that asks for the findings on the right translation.
  var cleanRequest: StreamRequest { request(for: clean, as: "\(id) clean") }

  private func request(for text: String, as id: String) -> StreamRequest {
    let languages = pair.split(separator: "-").map(String.init)
    return StreamRequest(
      id: id, language: languages.last ?? pair, sourceLanguage: Self.corrections[name] ?? languages.first,
      segments: [text], source: [source])
  }
}
