// SPDX-License-Identifier: Apache-2.0

internal import CopydeskLanguageData
internal import CopydeskText

/// The parts of a term that few terms have; a body says in one number which of them follow.
private struct TermParts: OptionSet {
  let rawValue: Int
  static let partOfSpeech = TermParts(rawValue: 1 << 0)
  static let gender = TermParts(rawValue: 1 << 1)
  static let number = TermParts(rawValue: 1 << 2)
  static let region = TermParts(rawValue: 1 << 3)
  static let firstMention = TermParts(rawValue: 1 << 4)
  static let validity = TermParts(rawValue: 1 << 5)
  static let exceptions = TermParts(rawValue: 1 << 6)
  static let scopes = TermParts(rawValue: 1 << 7)
  static let message = TermParts(rawValue: 1 << 8)
  static let note = TermParts(rawValue: 1 << 9)
  static let severity = TermParts(rawValue: 1 << 10)
}

/// Writes the texts of a compiled glossary.
///
/// Numbers are unsigned LEB128, texts stand behind their length. A form shares the beginning of its
/// term's text and says how much.
struct TermBodyWriter {
  var bytes: [UInt8] = []

  mutating func number(_ value: Int) {
    var rest = UInt(value)
    while rest >= 0x80 {
      bytes.append(UInt8(rest & 0x7F) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  mutating func text(_ value: String) {
    number(value.utf8.count)
    bytes.append(contentsOf: value.utf8)
  }

  /// An absent text is written as an empty one, which cannot occur.
  mutating func optional(_ value: String?) { text(value ?? "") }

  mutating func list<Element>(_ values: [Element], _ write: (inout TermBodyWriter, Element) -> Void) {
    number(values.count)
    for value in values { write(&self, value) }
  }

  mutating func validity(_ value: Validity) {
    optional(value.from?.description)
    optional(value.to?.description)
  }

  private mutating func element<Element: CaseIterable & Equatable>(_ value: Element) {
    number(Array(Element.allCases).firstIndex(of: value) ?? 0)
  }

  mutating func term(_ term: Term) {
    text(term.text)
    let base = Array(term.text.utf8)
    list(term.forms) { writer, form in
      let form = Array(form.utf8)
      let shared = zip(base, form).prefix { $0 == $1 }.count
      writer.number(shared)
      writer.number(form.count - shared)
      writer.bytes.append(contentsOf: form[shared...])
    }
    var parts: TermParts = []
    if term.partOfSpeech != nil { parts.insert(.partOfSpeech) }
    if term.gender != nil { parts.insert(.gender) }
    if term.number != nil { parts.insert(.number) }
    if term.region != nil { parts.insert(.region) }
    if term.firstMention != nil { parts.insert(.firstMention) }
    if !term.validity.isEmpty { parts.insert(.validity) }
    if !term.exceptions.isEmpty { parts.insert(.exceptions) }
    if !term.scopes.isEmpty { parts.insert(.scopes) }
    if term.message != nil { parts.insert(.message) }
    if term.note != nil { parts.insert(.note) }
    if term.severity != nil { parts.insert(.severity) }
    number(parts.rawValue)
    if let value = term.partOfSpeech { element(value) }
    if let value = term.gender { element(value) }
    if let value = term.number { element(value) }
    if let value = term.region { text(value) }
    if let value = term.firstMention { text(value) }
    if !term.validity.isEmpty { list(term.validity) { $0.validity($1) } }
    if !term.exceptions.isEmpty { list(term.exceptions) { $0.text($1) } }
    if !term.scopes.isEmpty { list(term.scopes) { $0.element($1) } }
    if let value = term.message { text(value) }
    if let value = term.note { text(value) }
    if let value = term.severity { element(value) }
  }
}

/// Reads the texts of a compiled glossary.
struct TermBodyReader {
  let bytes: ConstantBytes
  private(set) var offset: Int

  init(bytes: ConstantBytes, offset: Int) {
    self.bytes = bytes
    self.offset = offset
  }

  mutating func number() -> Int {
    var value = 0
    var shift = 0
    while true {
      let byte = Int(bytes[offset])
      offset &+= 1
      value |= (byte & 0x7F) << shift
      if byte & 0x80 == 0 { return value }
      shift += 7
    }
  }

  private mutating func place() -> Range<Int> {
    let count = number()
    defer { offset += count }
    return offset..<offset + count
  }

  /// Passes over what stands behind its length, and says where it stands.
  mutating func block() -> Int { place().lowerBound }

  mutating func text() -> String { bytes.string(place()) }

  mutating func optional() -> String? {
    let value = text()
    return value.isEmpty ? nil : value
  }

  mutating func language() -> LanguageTag? { LanguageTag(text()) }

  mutating func list<Element>(_ read: (inout TermBodyReader) -> Element) -> [Element] {
    (0..<number()).map { _ in read(&self) }
  }

  private mutating func day() -> CalendarDate? { optional().flatMap(CalendarDate.init(iso:)) }

  mutating func validity() -> Validity { Validity(from: day(), to: day()) }

  private mutating func element<Element: CaseIterable>(_: Element.Type) -> Element
  where Element.AllCases == [Element] {
    Element.allCases[number()]
  }

  /// Puts the text of the term (0) or of one of its forms into a buffer.
  mutating func form(_ index: Int, into text: inout [UInt8]) {
    text.removeAll(keepingCapacity: true)
    let base = place()
    guard index > 0 else {
      for offset in base { text.append(bytes[offset]) }
      return
    }
    _ = number()
    for _ in 1..<index {
      _ = number()
      _ = place()
    }
    let shared = number()
    for offset in base.prefix(shared) { text.append(bytes[offset]) }
    for offset in place() { text.append(bytes[offset]) }
  }

  mutating func term(language: LanguageTag, record: CompiledGlossary.TermRecord) -> Term {
    let base = place()
    var term = Term(
      bytes.string(base), language: language, status: record.status, type: record.type, matching: record.matching,
      casePolicy: record.casePolicy, isNotTranslated: record.flags.contains(.isNotTranslated))
    term.forms = list { reader in
      let shared = reader.number()
      let place = reader.place()
      return String(decoding: reader.bytes.bytes(base.prefix(shared)) + reader.bytes.bytes(place), as: UTF8.self)
    }
    let parts = TermParts(rawValue: number())
    if parts.isEmpty { return term }
    if parts.contains(.partOfSpeech) { term.partOfSpeech = element(PartOfSpeech.self) }
    if parts.contains(.gender) { term.gender = element(GrammaticalGender.self) }
    if parts.contains(.number) { term.number = element(GrammaticalNumber.self) }
    if parts.contains(.region) { term.region = text() }
    if parts.contains(.firstMention) { term.firstMention = text() }
    if parts.contains(.validity) { term.validity = list { $0.validity() } }
    if parts.contains(.exceptions) { term.exceptions = list { $0.text() } }
    if parts.contains(.scopes) { term.scopes = list { $0.element(SegmentRole.self) } }
    if parts.contains(.message) { term.message = text() }
    if parts.contains(.note) { term.note = text() }
    if parts.contains(.severity) { term.severity = element(TermSeverity.self) }
    return term
  }
}
