// SPDX-License-Identifier: Apache-2.0

import CopydeskJSON
import CopydeskLinting

/// One article as the stream receives it.
struct StreamRecord {
  /// The copy of a record.
  enum Copy {
    /// One text in a format.
    case text([UInt8], ArticleFormat)
    /// Segments with the roles that are known.
    case segments([[UInt8]], roles: [SegmentRole?])
  }

  let language: LanguageTag?
  let sourceLanguage: LanguageTag?
  let date: CalendarDate?
  let copy: Copy
  /// What the copy was translated from, if it is given.
  let source: Copy?
  /// Terms that hold for this record alone.
  let terms: [TermPair]
  /// The bytes that the terms were read from; equal bytes give equal terms.
  let termBytes: ArraySlice<UInt8>

  /// A term of the source language with what the copy may call it.
  struct TermPair {
    let source: String?
    let target: String
    let status: TermStatus
  }

  /// Reads the fields of an object; fields that are not known are left alone.
  init(_ object: JSONNode, line: [UInt8]) throws(StreamError) {
    language = try StreamRecord.language(object, "language", "target_locale")
    sourceLanguage = try StreamRecord.language(object, "sourceLanguage", "source_locale")
    date = try StreamRecord.date(object)
    copy = try StreamRecord.copy(object)
    source = try StreamRecord.source(object, of: copy)
    let glossary = StreamRecord.field(object, "glossary")
    terms = try glossary.map { node throws(StreamError) in try StreamRecord.terms(node) } ?? []
    termBytes = glossary.map { line[$0.range] } ?? []
  }

  private static func terms(_ node: JSONNode) throws(StreamError) -> [TermPair] {
    guard let items = node.items else { throw StreamError(.invalidField, "“glossary” is not an array of objects") }
    var pairs: [TermPair] = []
    for (index, item) in items.enumerated() {
      let name = "glossary[\(index)]"
      guard item.members != nil else { throw StreamError(.invalidField, "“\(name)” is not an object") }
      guard let target = field(item, "target")?.text, !target.isEmpty else {
        throw StreamError(.invalidField, "“\(name).target” is not a string with a term")
      }
      let source = field(item, "source")
      if let source, source.text == nil {
        throw StreamError(.invalidField, "“\(name).source” is not a string")
      }
      var status = TermStatus.preferred
      if let node = field(item, "status") {
        guard let known = node.text.flatMap({ TermStatus(rawValue: $0) }) else {
          let known = TermStatus.allCases.map { "“\($0.rawValue)”" }.joined(separator: ", ")
          throw StreamError(.invalidField, "“\(name).status” is none of \(known)")
        }
        status = known
      }
      pairs.append(TermPair(source: source?.text, target: target, status: status))
    }
    return pairs
  }

  /// The terms as a glossary: one concept for each term of the source language.
  func glossary(language: LanguageTag, sourceLanguage: LanguageTag?) -> Glossary {
    var glossary = Glossary(id: "record")
    var indices: [String: Int] = [:]
    for pair in terms {
      let term = Term(pair.target, language: language, status: pair.status)
      if let source = pair.source, let index = indices[source] {
        glossary.concepts[index].terms.append(term)
        continue
      }
      var concept = Concept(id: "record-\(glossary.concepts.count + 1)")
      if let source = pair.source {
        indices[source] = glossary.concepts.count
        if let sourceLanguage { concept.terms.append(Term(source, language: sourceLanguage)) }
      }
      concept.terms.append(term)
      glossary.concepts.append(concept)
    }
    return glossary
  }

  /// The value of a field, or `nil` if it is missing or `null`.
  private static func field(_ object: JSONNode, _ name: String) -> JSONNode? {
    guard let node = object[name], !node.isNull else { return nil }
    return node
  }

  private static func language(
    _ object: JSONNode, _ name: String, _ alias: String
  ) throws(StreamError) -> LanguageTag? {
    let used = field(object, name) != nil ? name : alias
    guard let node = field(object, used) else { return nil }
    guard let text = node.text else { throw StreamError(.invalidField, "“\(used)” is not a string") }
    guard let tag = LanguageTag(text) else {
      throw StreamError(.invalidLanguage, "“\(used)” is “\(text)”; expected a BCP 47 tag such as “en-US”")
    }
    return tag
  }

  private static func date(_ object: JSONNode) throws(StreamError) -> CalendarDate? {
    guard let node = field(object, "date") else { return nil }
    guard let text = node.text, let date = CalendarDate(iso: text) else {
      throw StreamError(.invalidField, "“date” is not a day in the form “2025-03-17”")
    }
    return date
  }

  private static func copy(_ object: JSONNode) throws(StreamError) -> Copy {
    for name in ["segments", "text", "target"] {
      guard let node = field(object, name) else { continue }
      if name != "text", node.items != nil {
        return .segments(try strings(node, name), roles: try roles(object))
      }
      if name != "segments", let bytes = node.bytes { return .text(bytes, try format(object)) }
      let expected =
        switch name {
        case "text": "a string"
        case "segments": "an array of strings"
        default: "a string or an array of strings"
        }
      throw StreamError(.invalidField, "“\(name)” is not \(expected)")
    }
    throw StreamError(.missingText, "neither “text” nor “segments” nor “target” is given")
  }

  private static func strings(_ node: JSONNode, _ name: String) throws(StreamError) -> [[UInt8]] {
    var strings: [[UInt8]] = []
    for (index, item) in (node.items ?? []).enumerated() {
      guard let bytes = item.bytes else { throw StreamError(.invalidField, "“\(name)[\(index)]” is not a string") }
      strings.append(bytes)
    }
    return strings
  }

  private static func format(_ object: JSONNode) throws(StreamError) -> ArticleFormat {
    guard let node = field(object, "format") else { return .text }
    guard let text = node.text, let format = ArticleFormat(rawValue: text) else {
      let known = ArticleFormat.allCases.map { "“\($0.rawValue)”" }.joined(separator: ", ")
      throw StreamError(.invalidField, "“format” is none of \(known)")
    }
    return format
  }

  private static func roles(_ object: JSONNode) throws(StreamError) -> [SegmentRole?] {
    guard let node = field(object, "roles") else { return [] }
    guard let items = node.items else { throw StreamError(.invalidField, "“roles” is not an array") }
    var roles: [SegmentRole?] = []
    for (index, item) in items.enumerated() {
      if item.isNull {
        roles.append(nil)
        continue
      }
      guard let text = item.text, let role = SegmentRole(rawValue: text) else {
        let known = SegmentRole.allCases.map { "“\($0.rawValue)”" }.joined(separator: ", ")
        throw StreamError(.invalidField, "“roles[\(index)]” is none of \(known)")
      }
      roles.append(role)
    }
    return roles
  }

  /// The source: one text in the copy's format, or segments with the copy's roles if there are as many.
  private static func source(_ object: JSONNode, of copy: Copy) throws(StreamError) -> Copy? {
    guard let node = field(object, "source") else { return nil }
    if let bytes = node.bytes { return .text(bytes, try format(object)) }
    guard node.items != nil else {
      throw StreamError(.invalidField, "“source” is not a string or an array of strings")
    }
    let segments = try strings(node, "source")
    if case .segments(let own, let roles) = copy, own.count == segments.count {
      return .segments(segments, roles: roles)
    }
    return .segments(segments, roles: [])
  }
}
