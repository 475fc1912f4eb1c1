// SPDX-License-Identifier: Apache-2.0

import CExpat

/// What is read of a document at most, so that no input exhausts time or memory.
public struct XMLLimits: Hashable, Sendable {
  /// The size of the document in bytes.
  public var byteCount = 256 << 20
  /// The number of elements that are inside one another.
  public var depth = 200
  /// The number of attributes of an element.
  public var attributeCount = 256
  /// The size of the value of an attribute in bytes.
  public var attributeByteCount = 1 << 20

  /// The limits that suit every format Copydesk reads.
  public init() {}
}

/// One step through a document.
public enum XMLEvent: Sendable {
  /// The start of an element, which has no children yet.
  case start(XMLElement)
  /// Character data.
  case text(XMLText)
  /// The end of the element that started last and has not ended.
  ///
  /// The offset is that of the byte after the end tag.
  case end(XMLName, endOffset: Int)
}

/// Reads XML documents with their places.
///
/// Nothing outside of the document is ever read: a reference to an external entity is an error, a
/// document type with an address is passed over. Entities that the document declares are expanded as far
/// as Expat's protection against their growth allows.
public enum XMLParser {
  /// Reads a document as a tree.
  ///
  /// - Parameters:
  ///   - bytes: The document in UTF-8, whatever encoding its declaration names.
  ///   - limits: What is read at most.
  /// - Returns: The root element.
  /// - Throws: ``XMLError`` with the place of the first mistake.
  public static func parse(_ bytes: [UInt8], limits: XMLLimits = XMLLimits()) throws(XMLError) -> XMLElement {
    try parse(bytes, limits: limits, handingOver: [], to: nil)
  }

  /// Reads a document as a tree without what its many entries hold, which are handed over one by one.
  ///
  /// So a document takes no more memory than its largest entry and what the caller keeps.
  ///
  /// - Parameters:
  ///   - bytes: The document in UTF-8, whatever encoding its declaration names.
  ///   - limits: What is read at most.
  ///   - entries: The local names of the elements that are handed over; in the tree they have no children.
  ///   - handle: What is done with each of them when it has ended; `nil` passes over what they hold.
  /// - Returns: The root element.
  /// - Throws: ``XMLError`` with the place of the first mistake; the entries before it have been handed over.
  public static func parse(
    _ bytes: [UInt8], limits: XMLLimits = XMLLimits(), handingOver entries: Set<String>,
    to handle: ((XMLElement) -> Void)?
  ) throws(XMLError) -> XMLElement {
    var open: [XMLElement] = []
    var root: XMLElement?
    // The number of open elements that are inside of an entry nobody looks into, with the entry itself.
    var skipped = 0
    try visit(bytes, limits: limits) { event in
      switch event {
      case .start(let element):
        if skipped == 0 { open.append(element) }
        if skipped > 0 || handle == nil && entries.contains(element.name.local) { skipped += 1 }
      case .text(let text):
        if skipped == 0, !open.isEmpty { open[open.count - 1].children.append(.text(text)) }
      case .end(_, let endOffset):
        if skipped > 0 { skipped -= 1 }
        guard skipped == 0, var element = open.popLast() else { return }
        element.endOffset = endOffset
        if let handle, entries.contains(element.name.local) {
          handle(element)
          element.children = []
        }
        if open.isEmpty { root = element } else { open[open.count - 1].children.append(.element(element)) }
      }
    }
    // A document without an element is an error of `visit`.
    guard let root else { throw XMLError("the document has no element", at: XMLPlace(line: 1, column: 1, offset: 0)) }
    return root
  }

  /// Reads a document from its start to its end, event by event.
  ///
  /// - Parameters:
  ///   - bytes: The document in UTF-8, whatever encoding its declaration names.
  ///   - limits: What is read at most.
  ///   - handle: What is done with each event.
  /// - Throws: ``XMLError`` with the place of the first mistake; the events before it have been handled.
  public static func visit(
    _ bytes: [UInt8], limits: XMLLimits = XMLLimits(), _ handle: (XMLEvent) -> Void
  ) throws(XMLError) {
    let start = XMLPlace(line: 1, column: 1, offset: 0)
    guard bytes.count <= min(limits.byteCount, Int(Int32.max)) else {
      throw XMLError(
        "the document has \(bytes.count) bytes; at most \(limits.byteCount) are read as one document", at: start)
    }
    let markCount = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes.count > markCount else {
      throw XMLError("the document is empty; expected an XML element", at: start)
    }
    var error: XMLError?
    unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress,
        let parser = unsafe cexpat_open(base + markCount, buffer.count - markCount, Int32(limits.attributeCount))
      else {
        error = XMLError("there is not enough memory to read the document", at: start)
        return
      }
      defer { unsafe cexpat_close(parser) }
      var walk = unsafe XMLWalk(parser: parser, limits: limits, offset: markCount)
      do throws(XMLError) {
        try walk.run(handle)
      } catch let thrown {
        error = thrown
      }
    }
    if let error { throw error }
  }
}

/// One walk through a document.
@safe
private struct XMLWalk {
  /// An element that has started and not ended.
  private struct OpenElement {
    let name: String
    let place: XMLPlace
  }

  private let parser: OpaquePointer
  private let limits: XMLLimits
  /// The bytes before those Expat sees.
  private let offset: Int
  private var batch = unsafe cexpat_batch()
  private var open: [OpenElement] = []
  private var names: [String: XMLName] = [:]

  init(parser: OpaquePointer, limits: XMLLimits, offset: Int) {
    unsafe self.parser = unsafe parser
    self.limits = limits
    self.offset = offset
  }

  mutating func run(_ handle: (XMLEvent) -> Void) throws(XMLError) {
    while true {
      unsafe cexpat_next(parser, &batch)
      try handleBatch(handle)
      let status = unsafe batch.status
      if status == Int32(CEXPAT_DONE.rawValue) { return }
      if status == Int32(CEXPAT_FAILED.rawValue) { throw failure() }
    }
  }

  private mutating func handleBatch(_ handle: (XMLEvent) -> Void) throws(XMLError) {
    let events = unsafe UnsafeBufferPointer(start: batch.events, count: batch.count)
    var index = 0
    while index < events.count {
      let event = unsafe events[index]
      index += 1
      let place = XMLPlace(
        line: Int(event.line) + 1, column: Int(event.column) + 1, offset: Int(event.start_index) + offset)
      let endOffset = place.offset + Int(event.byte_count)
      switch UInt32(event.kind) {
      case CEXPAT_START.rawValue:
        let name = name(of: event)
        var attributes: [XMLAttribute] = []
        while index < events.count, unsafe UInt32(events[index].kind) == CEXPAT_ATTRIBUTE.rawValue {
          let attribute = unsafe events[index]
          index += 1
          let attributeName = self.name(of: attribute)
          guard attribute.value_length <= limits.attributeByteCount else {
            throw XMLError(
              "the attribute “\(attributeName.local)” has \(attribute.value_length) bytes; "
                + "at most \(limits.attributeByteCount) are read", at: place)
          }
          attributes.append(
            XMLAttribute(name: attributeName, value: text(attribute.value_offset, attribute.value_length)))
        }
        open.append(OpenElement(name: name.local, place: place))
        guard open.count <= limits.depth else {
          throw XMLError("the element “\(name.local)” is nested deeper than \(limits.depth) levels", at: place)
        }
        handle(.start(XMLElement(name: name, attributes: attributes, place: place, endOffset: endOffset)))
      case CEXPAT_END.rawValue:
        open.removeLast()
        handle(.end(name(of: event), endOffset: endOffset))
      case CEXPAT_TEXT.rawValue:
        handle(
          .text(
            XMLText(
              text: text(event.value_offset, event.value_length), place: place, byteCount: Int(event.byte_count))))
      default: break
      }
    }
  }

  private func text(_ offset: Int, _ length: Int) -> String {
    guard length > 0, let base = unsafe batch.text else { return "" }
    return unsafe String(decoding: UnsafeBufferPointer(start: base + offset, count: length), as: UTF8.self)
  }

  private mutating func name(of event: cexpat_event) -> XMLName {
    let raw = text(event.name_offset, event.name_length)
    if let name = names[raw] { return name }
    let parts = raw.split(separator: "\u{1F}", maxSplits: 1, omittingEmptySubsequences: false)
    let name =
      parts.count == 2
      ? XMLName(String(parts[1]), namespace: String(parts[0])) : XMLName(raw)
    names[raw] = name
    return name
  }

  private func failure() -> XMLError {
    let place = unsafe XMLPlace(
      line: Int(batch.line) + 1, column: Int(batch.column) + 1, offset: Int(max(0, batch.index)) + offset)
    let subject = unsafe batch.subject.map { unsafe String(cString: $0) } ?? ""
    switch unsafe UInt32(batch.refusal) {
    case CEXPAT_EXTERNAL_ENTITY.rawValue:
      return XMLError("the entity refers to “\(subject)”; nothing outside of the document is read", at: place)
    case CEXPAT_UNDECLARED_ENTITY.rawValue:
      return XMLError("the document does not declare the entity “&\(subject);”; write the character itself", at: place)
    case CEXPAT_TOO_MANY_ENTITIES.rawValue:
      return XMLError("the document declares more than 256 entities", at: place)
    case CEXPAT_TOO_MANY_ATTRIBUTES.rawValue:
      return XMLError("the element has more than \(limits.attributeCount) attributes", at: place)
    case CEXPAT_OUT_OF_MEMORY.rawValue:
      return XMLError("there is not enough memory to read the document", at: place)
    default: break
    }
    let code = unsafe batch.code
    if let last = open.last {
      if code == cexpat_tag_mismatch {
        return XMLError(
          "this end tag does not belong to the element “\(last.name)” of line \(last.place.line); "
            + "expected </\(last.name)>", at: place)
      }
      if code == cexpat_no_elements || code == cexpat_unclosed_token {
        return XMLError(
          "the document ends inside of the element “\(last.name)” of line \(last.place.line); "
            + "expected </\(last.name)>", at: place)
      }
    }
    if code == cexpat_no_elements { return XMLError("the document has no element", at: place) }
    if code == cexpat_amplification_limit {
      return XMLError("the entities of the document expand to many times its size", at: place)
    }
    let words = unsafe batch.message.map { unsafe String(cString: $0) } ?? "unreadable"
    return XMLError("the document is no well-formed XML: \(words)", at: place)
  }
}
