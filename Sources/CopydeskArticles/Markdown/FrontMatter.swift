// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText
internal import CopydeskYAML

/// Reads the YAML between `---` lines at the start of a Markdown article.
struct FrontMatter {
  /// What the front matter says of the article.
  private(set) var metadata = ArticleMetadata()
  /// The headline and standfirst it holds.
  private(set) var drafts: [SegmentDraft] = []
  /// The offset of the text behind it.
  let end: Int

  private static let headlineKeys: Set<String> = ["title", "headline"]
  private static let standfirstKeys: Set<String> = [
    "deck", "dek", "description", "excerpt", "lead", "standfirst", "subheadline", "subtitle", "summary",
  ]
  private static let languageKeys: Set<String> = ["lang", "language", "locale"]
  private static let sourceLanguageKeys: Set<String> = [
    "source-lang", "source-language", "source_lang", "source_language", "sourceLanguage", "translated-from",
    "translated_from", "translatedFrom",
  ]
  private static let sourceKeys: Set<String> = ["source", "translation-of", "translation_of", "translationOf"]
  private static let dateKeys: Set<String> = ["date", "pubDate", "publishDate", "published"]

  /// Reads the front matter at the start of an input; `nil` if there is none.
  ///
  /// - Throws: ``ArticleError`` with the place of the first mistake.
  init?(_ input: InputText) throws(ArticleError) {
    let bytes = input.bytes
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let (content, end) = FrontMatter.fences(in: bytes, from: start) else { return nil }
    self.end = end
    let root: YAMLNode?
    do throws(YAMLError) {
      root = try YAMLParser.parse(Array(bytes[content]))
    } catch {
      throw FrontMatter.error(error.message, error.mark, content, input)
    }
    guard let root, !root.isNull else { return }
    guard let entries = root.entries else {
      throw FrontMatter.error("front matter must be keys with values, as in “title: …”", root.start, content, input)
    }
    for entry in entries { try read(entry, content, input) }
  }

  /// The content between a first line `---` and the next line `---` or `...`, and the offset behind that.
  private static func fences(in bytes: [UInt8], from start: Int) -> (content: Range<Int>, end: Int)? {
    guard let first = line(at: start, in: bytes), isFence(bytes[start..<first.text], 0x2D) else { return nil }
    var offset = first.next
    while let next = line(at: offset, in: bytes) {
      let text = bytes[offset..<next.text]
      if isFence(text, 0x2D) || isFence(text, 0x2E) { return (first.next..<offset, next.next) }
      offset = next.next
    }
    return nil
  }

  /// The end of the line at an offset without and with its line break; `nil` behind the last line.
  private static func line(at offset: Int, in bytes: [UInt8]) -> (text: Int, next: Int)? {
    guard offset < bytes.count else { return nil }
    var index = offset
    while index < bytes.count, bytes[index] != 0x0A, bytes[index] != 0x0D { index += 1 }
    let isCRLF = index + 1 < bytes.count && bytes[index] == 0x0D && bytes[index + 1] == 0x0A
    return (index, min(bytes.count, index + (isCRLF ? 2 : 1)))
  }

  private static func isFence(_ line: ArraySlice<UInt8>, _ byte: UInt8) -> Bool {
    line.count >= 3 && line.prefix(3).allSatisfy { $0 == byte }
      && line.dropFirst(3).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  private static func error(_ message: String, _ mark: YAMLMark, _ content: Range<Int>, _ input: InputText)
    -> ArticleError
  {
    let offset = UInt32(min(content.lowerBound + mark.offset, input.bytes.count))
    return ArticleError(path: input.path, position: ArticleError.Position(offset, in: input.bytes), message: message)
  }

  // MARK: Keys

  private mutating func read(_ entry: YAMLEntry, _ content: Range<Int>, _ input: InputText) throws(ArticleError) {
    let value = entry.value
    if FrontMatter.headlineKeys.contains(entry.key) || FrontMatter.standfirstKeys.contains(entry.key) {
      // Site generators also use these keys for things that are no copy; those are passed over.
      guard let text = value.text, !value.isNull else { return }
      var draft = SegmentDraft(FrontMatter.headlineKeys.contains(entry.key) ? .headline : .standfirst)
      draft.hasPlainText = true
      draft.pieces = YAMLScalarPieces.pieces(of: value, text: text, in: input.bytes, base: content.lowerBound)
      drafts.append(draft)
    } else if FrontMatter.languageKeys.contains(entry.key) {
      metadata.language = try language(entry, content, input) ?? metadata.language
    } else if FrontMatter.sourceLanguageKeys.contains(entry.key) {
      metadata.sourceLanguage = try language(entry, content, input) ?? metadata.sourceLanguage
      metadata.source = metadata.source ?? source(entry, content, input)
    } else if FrontMatter.sourceKeys.contains(entry.key) {
      metadata.source = source(entry, content, input) ?? metadata.source
    } else if FrontMatter.dateKeys.contains(entry.key) {
      if let date = try date(entry, content, input), metadata.date == nil || entry.key == "date" {
        metadata.date = date
      }
    } else if entry.key == "copydesk" {
      try readSettings(value, content, input)
    }
  }

  private func language(
    _ entry: YAMLEntry, _ content: Range<Int>, _ input: InputText
  ) throws(ArticleError) -> LanguageTag? {
    // `translated-from` may name the original's file or address instead.
    guard let text = entry.value.text, !text.isEmpty else { return nil }
    if let tag = LanguageTag(text) { return tag }
    if FrontMatter.sourceLanguageKeys.contains(entry.key), text.contains("/") || text.contains(".") { return nil }
    throw FrontMatter.error(
      "“\(text)” is no language tag; expected one such as en-US", entry.value.start, content, input)
  }

  /// The article that a value names; the name of an agency or an address is none.
  private func source(_ entry: YAMLEntry, _ content: Range<Int>, _ input: InputText) -> ArticleReference? {
    guard let text = entry.value.text, !entry.value.isNull, ArticleFormat(path: text) != nil, !text.contains("://"),
      !text.contains("\n")
    else { return nil }
    let offset = UInt32(min(content.lowerBound + entry.value.start.offset, input.bytes.count))
    return ArticleReference(path: text, position: ArticleError.Position(offset, in: input.bytes))
  }

  private func date(
    _ entry: YAMLEntry, _ content: Range<Int>, _ input: InputText
  ) throws(ArticleError) -> CalendarDate? {
    guard let text = entry.value.text else { return nil }
    if let date = CalendarDate(iso: text) { return date }
    let digits = Array(text.utf8.prefix(10))
    let isShapedLikeDate =
      digits.count == 10
      && digits.enumerated().allSatisfy { offset, byte in
        offset == 4 || offset == 7 ? byte == 0x2D : (0x30...0x39).contains(byte)
      }
    guard isShapedLikeDate else { return nil }
    throw FrontMatter.error(
      "“\(text)” is no day of the calendar; expected a date such as 2025-03-17", entry.value.start, content, input)
  }

  private mutating func readSettings(
    _ node: YAMLNode, _ content: Range<Int>, _ input: InputText
  ) throws(ArticleError) {
    if node.isNull { return }
    guard let entries = node.entries else {
      throw FrontMatter.error(
        "“copydesk” must be a key with settings, as in “disable: [names]”", node.start, content, input)
    }
    for entry in entries {
      guard entry.key == "disable" else {
        throw FrontMatter.error(
          "“\(entry.key)” is no setting of an article; expected disable", entry.keyStart, content, input)
      }
      if let text = entry.value.text {
        if !entry.value.isNull { metadata.disabledRules.append(text) }
        continue
      }
      for item in entry.value.items ?? [] {
        guard let text = item.text else {
          throw FrontMatter.error("expected the name of a rule or category", item.start, content, input)
        }
        metadata.disabledRules.append(text)
      }
      if entry.value.entries != nil {
        throw FrontMatter.error("expected a list of rules or categories", entry.value.start, content, input)
      }
    }
  }
}
