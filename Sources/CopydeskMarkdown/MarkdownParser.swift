// SPDX-License-Identifier: Apache-2.0

internal import CMD4C

/// Reads Markdown (CommonMark with GitHub's tables, task lists and strikethrough) through MD4C.
///
/// MD4C hands out text as pointers into the input, so every event with text knows its exact place.
public enum MarkdownParser {
  /// The events of a part of a text, in order; offsets count from the start of the text.
  ///
  /// No text is refused: whatever is no markup is prose.
  public static func events(in bytes: [UInt8], range: Range<Int>) -> [MarkdownEvent] {
    guard !range.isEmpty else { return [] }
    return unsafe bytes.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return [] }
      let start = unsafe UnsafeRawPointer(base + range.lowerBound).assumingMemoryBound(to: CChar.self)
      let collector = unsafe EventCollector(start: start, count: range.count, offset: range.lowerBound)
      var parser = MD_PARSER()
      parser.flags = UInt32(MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS)
      unsafe parser.enter_block = { type, detail, data in
        guard let block = unsafe MarkdownBlock(type, detail) else { return 0 }
        unsafe EventCollector.of(data).events.append(MarkdownEvent(.enter(block)))
        return 0
      }
      unsafe parser.leave_block = { type, detail, data in
        guard let block = unsafe MarkdownBlock(type, detail) else { return 0 }
        unsafe EventCollector.of(data).events.append(MarkdownEvent(.leave(block)))
        return 0
      }
      unsafe parser.enter_span = { type, _, data in
        unsafe EventCollector.of(data).events.append(MarkdownEvent(.enterSpan(MarkdownSpan(type))))
        return 0
      }
      unsafe parser.leave_span = { type, _, data in
        unsafe EventCollector.of(data).events.append(MarkdownEvent(.leaveSpan(MarkdownSpan(type))))
        return 0
      }
      unsafe parser.text = { type, text, size, data in
        unsafe EventCollector.of(data).add(type, text, Int(size))
        return 0
      }
      withExtendedLifetime(collector) {
        _ = unsafe md_parse(start, MD_SIZE(range.count), &parser, Unmanaged.passUnretained(collector).toOpaque())
      }
      return collector.events
    }
  }
}

/// Takes events from MD4C's callbacks.
@safe
private final class EventCollector {
  private let start: UnsafePointer<CChar>
  private let count: Int
  private let offset: Int
  var events: [MarkdownEvent] = []

  init(start: UnsafePointer<CChar>, count: Int, offset: Int) {
    unsafe self.start = start
    self.count = count
    self.offset = offset
  }

  static func of(_ data: UnsafeMutableRawPointer?) -> EventCollector {
    guard let data = unsafe data else { preconditionFailure("MD4C lost its user data") }
    return unsafe Unmanaged<EventCollector>.fromOpaque(data).takeUnretainedValue()
  }

  func add(_ type: MD_TEXTTYPE, _ text: UnsafePointer<CChar>?, _ size: Int) {
    let kind: MarkdownText =
      switch type {
      case MD_TEXT_NULLCHAR: .null
      case MD_TEXT_BR: .hardBreak
      case MD_TEXT_SOFTBR: .softBreak
      case MD_TEXT_ENTITY: .entity
      case MD_TEXT_CODE: .code
      case MD_TEXT_HTML: .html
      default: .normal
      }
    var range: Range<Int>?
    if let text = unsafe text {
      // Line breaks and indentation come as constants from elsewhere: compare addresses, not pointers, for that.
      let distance = unsafe Int(bitPattern: text) - Int(bitPattern: start)
      if distance >= 0, distance + size <= count, kind != .softBreak, kind != .hardBreak {
        range = offset + distance..<offset + distance + size
      }
    }
    events.append(MarkdownEvent(.text(kind), range: range))
  }
}

extension MarkdownBlock {
  fileprivate init?(_ type: MD_BLOCKTYPE, _ detail: UnsafeMutableRawPointer?) {
    switch type {
    case MD_BLOCK_DOC: self = .document
    case MD_BLOCK_QUOTE: self = .quotation
    case MD_BLOCK_UL, MD_BLOCK_OL: self = .list
    case MD_BLOCK_LI: self = .listItem
    case MD_BLOCK_HR: self = .rule
    case MD_BLOCK_H:
      let level = unsafe detail.map { unsafe $0.load(as: MD_BLOCK_H_DETAIL.self).level } ?? 1
      self = .heading(level: Int(level))
    case MD_BLOCK_CODE: self = .code
    case MD_BLOCK_HTML: self = .html
    case MD_BLOCK_P: self = .paragraph
    case MD_BLOCK_TH, MD_BLOCK_TD: self = .tableCell
    default: self = .tablePart
    }
  }
}

extension MarkdownSpan {
  fileprivate init(_ type: MD_SPANTYPE) {
    switch type {
    case MD_SPAN_EM: self = .emphasis
    case MD_SPAN_STRONG: self = .strong
    case MD_SPAN_A: self = .link
    case MD_SPAN_IMG: self = .image
    case MD_SPAN_CODE: self = .code
    default: self = .other
    }
  }
}
