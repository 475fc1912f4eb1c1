// SPDX-License-Identifier: Apache-2.0

/// A sentence with the terms its translation must use: WMT 2025 terminology, track 1.
struct TermRecord: Decodable {
  var id: String
  var pair: String
  var source: String
  /// The professional translation, which uses the terms.
  var reference: String
  /// What each term of the source is to be called, in the order of the source terms.
  var terms: [Term]
  /// Translations by systems that did not see the terms, by system.
  var outputs: [String: String]

  /// A term of the glossary.
  struct Term: Hashable {
    var source: String
    var target: String
  }

  /// A field of the record; the names of outputs hold the name of the system.
  private struct Field: CodingKey {
    static let outputPrefix = "hyp:"
    var stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) {
      self.stringValue = stringValue
    }

    init?(intValue: Int) {
      return nil
    }
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Field.self)
    id = try container.decode(String.self, forKey: Field(stringValue: "id"))
    pair = try container.decode(String.self, forKey: Field(stringValue: "pair"))
    source = try container.decode(String.self, forKey: Field(stringValue: "source"))
    reference = try container.decode(String.self, forKey: Field(stringValue: "target"))
    terms = try container.decode([String: String].self, forKey: Field(stringValue: "terms"))
      .map { Term(source: $0.key, target: $0.value) }.sorted { $0.source < $1.source }
    outputs = [:]
    for field in container.allKeys where field.stringValue.hasPrefix(Field.outputPrefix) {
      let system = String(field.stringValue.dropFirst(Field.outputPrefix.count))
      outputs[system] = try container.decode(String.self, forKey: field)
    }
  }

  /// The language of the translations.
  var language: String { pair.split(separator: "-").last.map(String.init) ?? pair }

  /// The reference, and the outputs by the name of their system.
  var translations: [Translation] {
    [Translation(system: nil, text: reference)]
      + outputs.sorted { $0.key < $1.key }.map { Translation(system: $0.key, text: $0.value) }
  }

  /// One translation of the sentence.
  struct Translation {
    /// The system, or `nil` for the reference.
    var system: String?
    var text: String
  }

  /// The record that asks for the findings on a translation.
  func request(for translation: Translation) -> StreamRequest {
    StreamRequest(
      id: "\(id) \(pair) \(translation.system ?? "reference")", language: language,
      sourceLanguage: pair.split(separator: "-").first.map(String.init),
      glossary: terms.map { .init(source: $0.source, target: $0.target, status: "preferred") },
      segments: [translation.text], source: [source])
  }
}
