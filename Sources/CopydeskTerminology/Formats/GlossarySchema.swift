// SPDX-License-Identifier: Apache-2.0

internal import CopydeskJSON
internal import CopydeskText

/// The JSON Schema of glossary files, for editors that complete and check YAML.
public enum GlossarySchema {
  /// The schema (draft 2020-12), made from the keys that the reader knows.
  public static var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("$schema", "https://json-schema.org/draft/2020-12/schema")
    writer.member("title", "Copydesk glossary")
    write(GlossaryKey.glossary, into: &writer)
    writer.name("$defs")
    writer.beginObject()
    for (name, keys) in definitions {
      writer.name(name)
      writer.beginObject()
      write(keys, into: &writer)
      writer.endObject()
    }
    writer.endObject()
    writer.endObject()
    return JSONLayout.indented(writer.bytes)
  }

  private static let definitions: [(name: String, keys: [GlossaryKey])] = [
    ("concept", GlossaryKey.concept), ("term", GlossaryKey.term), ("validity", GlossaryKey.validity),
    ("example", GlossaryKey.example), ("relations", GlossaryKey.relation),
  ]

  /// Writes the members of the schema of a mapping.
  private static func write(_ keys: [GlossaryKey], into writer: inout JSONWriter) {
    writer.member("type", "object")
    writer.name("properties")
    writer.beginObject()
    for key in keys {
      writer.name(key.name)
      writer.beginObject()
      writer.member("description", key.meaning)
      write(key.shape, into: &writer)
      writer.endObject()
    }
    writer.endObject()
    let required = keys.filter(\.isRequired)
    if !required.isEmpty {
      writer.name("required")
      writer.beginArray()
      for key in required { writer.string(key.name) }
      writer.endArray()
    }
    writer.name("additionalProperties")
    writer.boolean(false)
  }

  private static func write(_ shape: GlossaryKey.Shape, into writer: inout JSONWriter) {
    switch shape {
    case .text: writeText(into: &writer)
    case .texts: writeList(into: &writer, of: writeText)
    case .oneOrMore: writeEither(into: &writer, writeText) { writeList(into: &$0, of: writeText) }
    case .day:
      writer.member("type", "string")
      writer.member("format", "date")
    case .flag: writer.member("type", "boolean")
    case .choice(let words): write(words, into: &writer)
    case .choices(let words): writeList(into: &writer) { write(words, into: &$0) }
    case .languages: writeList(into: &writer) { $0.member("type", "string") }
    case .validity:
      writeEither(into: &writer, reference("validity")) { writeList(into: &$0, of: reference("validity")) }
    case .relations: reference("relations")(&writer)
    case .externalIDs: writeMap(into: &writer, of: writeScalar)
    case .examples: writeList(into: &writer) { writeEither(into: &$0, writeText, reference("example")) }
    case .terms:
      writeMap(into: &writer) { writer in
        writeList(into: &writer) { writeEither(into: &$0, writeText, reference("term")) }
      }
    case .concepts: writeList(into: &writer, of: reference("concept"))
    }
  }

  private typealias Part = (inout JSONWriter) -> Void

  private static func writeText(into writer: inout JSONWriter) {
    writer.member("type", "string")
    writer.member("minLength", 1)
  }

  /// A text that people may write without quotes though YAML takes it for a number.
  private static func writeScalar(into writer: inout JSONWriter) {
    writer.name("type")
    writer.beginArray()
    writer.string("string")
    writer.string("integer")
    writer.endArray()
  }

  private static func write(_ words: [String], into writer: inout JSONWriter) {
    writer.name("enum")
    writer.beginArray()
    for word in words { writer.string(word) }
    writer.endArray()
  }

  private static func reference(_ name: String) -> Part {
    { writer in writer.member("$ref", "#/$defs/\(name)") }
  }

  private static func writeList(into writer: inout JSONWriter, of item: Part) {
    writer.member("type", "array")
    writer.name("items")
    writer.beginObject()
    item(&writer)
    writer.endObject()
  }

  private static func writeMap(into writer: inout JSONWriter, of value: Part) {
    writer.member("type", "object")
    writer.name("additionalProperties")
    writer.beginObject()
    value(&writer)
    writer.endObject()
  }

  private static func writeEither(into writer: inout JSONWriter, _ first: Part, _ second: Part) {
    writer.name("anyOf")
    writer.beginArray()
    writer.beginObject()
    first(&writer)
    writer.endObject()
    writer.beginObject()
    second(&writer)
    writer.endObject()
    writer.endArray()
  }
}
