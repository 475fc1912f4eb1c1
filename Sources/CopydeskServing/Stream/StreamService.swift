// SPDX-License-Identifier: Apache-2.0

public import CopydeskLinting
import CopydeskJSON
public import CopydeskProject
import CopydeskReporting
import Synchronization

/// Answers records that come as lines of JSON with lines of JSON.
///
/// Every line has exactly one answer, also a line that cannot be read; so a program that drives many
/// copies of the stream can put answers and records together by their order.
public struct StreamService: Sendable {
  /// The longest line that is read, in bytes.
  public static let maximumRecordLength = 64 << 20

  private let linter: Linter
  private let options: DeskOptions
  private let contexts: ContextStore
  private let recordContexts = RecordContexts()

  /// Creates a service.
  ///
  /// - Parameters:
  ///   - catalog: The rules that may run.
  ///   - options: What holds for records that say nothing else, and which rules run.
  ///   - contexts: Where glossaries and styles are kept.
  public init(_ catalog: RuleCatalog, options: DeskOptions, contexts: ContextStore = ContextStore()) {
    self.contexts = contexts
    linter = Linter(catalog, settings: options.rules)
    self.options = options
  }

  /// The answers to lines, each ended by a line feed.
  public func answers(to lines: StreamLines) -> [UInt8] {
    var output: [UInt8] = []
    for line in lines.lines {
      switch line {
      case .complete(let range): output.append(contentsOf: answer(to: Array(lines.bytes[range])))
      case .tooLong: output.append(contentsOf: StreamService.tooLong)
      }
    }
    return output
  }

  /// The answer to a line, ended by a line feed.
  public func answer(to line: [UInt8]) -> [UInt8] {
    var id: ArraySlice<UInt8>?
    var writer = JSONWriter()
    do throws(StreamError) {
      let object = try StreamService.object(line)
      id = object["id"].map { line[$0.range] }
      let record = try StreamRecord(object, line: line)
      writer.beginObject()
      writer.name("id")
      StreamService.write(id, to: &writer)
      writer.name("ok")
      writer.boolean(true)
      writer.name("findings")
      try writeFindings(of: record, to: &writer)
      writer.endObject()
    } catch {
      writer = JSONWriter()
      StreamService.write(error, id: id, to: &writer)
    }
    writer.lineFeed()
    return writer.bytes
  }

  private static func object(_ line: [UInt8]) throws(StreamError) -> JSONNode {
    guard (try? UTF8Span(validating: line.span)) != nil else {
      throw StreamError(.invalidUTF8, "the line is not valid UTF-8")
    }
    do throws(JSONError) {
      let node = try JSONParser.parse(line)
      guard node.members != nil else { throw JSONError("expected an object", at: node.range.lowerBound) }
      return node
    } catch {
      throw StreamError(.invalidJSON, error.description)
    }
  }

  private func writeFindings(of record: StreamRecord, to writer: inout JSONWriter) throws(StreamError) {
    let copy = try StreamService.read(record.copy, path: "<stream>")
    let source = try record.source.map { source throws(StreamError) in
      try StreamService.read(source, path: "<stream source>")
    }
    let article = copy.article
    guard
      let language = record.language ?? article.metadata.language ?? options.language
        ?? LanguageIdentifier.language(of: article)
    else {
      throw StreamError(
        .missingLanguage, "neither “language” nor “target_locale” is given, and the copy does not show its language")
    }
    let context = try context(language: language, record: record, article: article, source: source?.article)
    let findings = linter.lint(
      article, context: context, source: source.map { SourceCopy($0.article, alignment: copy.alignment(with: $0)) })
    writer.beginArray()
    if !findings.isEmpty {
      let places = copy.places
      let sourcePlaces = source.map { SourcePlaces(input: $0.article.input, places: $0.places) }
      let fingerprints = Fingerprint.fingerprints(of: findings, in: article.input)
      for (finding, fingerprint) in zip(findings, fingerprints) {
        StreamService.write(finding, of: article, fingerprint, places: places, source: sourcePlaces, to: &writer)
      }
    }
    writer.endArray()
  }

  private static func write(
    _ finding: Finding, of article: Article, _ fingerprint: String, places: any PlaceSource, source: SourcePlaces?,
    to writer: inout JSONWriter
  ) {
    FindingRecord.write(
      finding, input: article.input, fingerprint: fingerprint, places: places, source: source, to: &writer)
  }

  /// An article of a record with the strings it is made of, if it came in strings.
  private struct ReadCopy {
    let article: Article
    let strings: SegmentedInput?

    /// How places are counted; most records have no finding to count one for.
    var places: any PlaceSource { strings.map { SegmentPlaces($0) } ?? LineTable(article.input.bytes) }

    /// Which segments of a source say what which segments of this copy say: by index if both have as many strings,
    /// else unknown.
    func alignment(with source: ReadCopy) -> SegmentAlignment? {
      if let strings, let sourceStrings = source.strings, strings.count == sourceStrings.count {
        return SegmentAlignment(
          sourceNumbers: sourceStrings.numbers(of: source.article), targetNumbers: strings.numbers(of: article))
      }
      return nil
    }
  }

  private static func read(_ copy: StreamRecord.Copy, path: String) throws(StreamError) -> ReadCopy {
    do throws(ArticleError) {
      switch copy {
      case .text(let bytes, let format):
        return ReadCopy(article: try ArticleReader.read(InputText(path: path, bytes: bytes), as: format), strings: nil)
      case .segments(let segments, let roles):
        let segmented = SegmentedInput(path: path, segments)
        return ReadCopy(article: segmented.article(roles: roles), strings: segmented)
      }
    } catch {
      throw StreamError(.unreadable, error.message)
    }
  }

  private func context(
    language: LanguageTag, record: StreamRecord, article: Article, source: Article?
  ) throws(StreamError) -> AnalysisContext {
    let source =
      record.sourceLanguage ?? article.metadata.sourceLanguage ?? source?.metadata.language ?? options.sourceLanguage
      ?? source.flatMap { LanguageIdentifier.language(of: $0) }
    let key = ContextKey(
      language: language, sourceLanguage: source, style: options.style,
      glossaries: GlossaryReference.defaults + options.glossaries)
    do throws(LintFailure) {
      var context =
        record.terms.isEmpty
        ? try contexts.context(for: key)
        : try recordContexts.context(for: key, termBytes: record.termBytes) { () throws(LintFailure) in
          try contexts.makeContext(for: key, adding: [record.glossary(language: language, sourceLanguage: source)])
        }
      context.date = record.date ?? article.metadata.date ?? options.date
      return context
    } catch {
      throw StreamError(.invalidConfiguration, error.description)
    }
  }

  private static func write(_ error: StreamError, id: ArraySlice<UInt8>?, to writer: inout JSONWriter) {
    writer.beginObject()
    writer.name("id")
    write(id, to: &writer)
    writer.name("ok")
    writer.boolean(false)
    writer.name("error")
    writer.beginObject()
    writer.member("code", error.code.rawValue)
    writer.member("message", error.message)
    writer.endObject()
    writer.endObject()
  }

  /// Writes an id as it came, but for white space that would end the answer's line.
  private static func write(_ id: ArraySlice<UInt8>?, to writer: inout JSONWriter) {
    guard let id else { return writer.null() }
    var escaped: [UInt8] = []
    escaped.reserveCapacity(id.count)
    for byte in id where byte != 0x0A && byte != 0x0D {
      escaped.append(byte)
      switch (escaped.dropLast(2).last, escaped.dropLast().last, byte) {
      case (_, 0xC2, 0x85):
        escaped.removeLast(2)
        escaped.append(contentsOf: "\\u0085".utf8)
      case (0xE2, 0x80, 0xA8), (0xE2, 0x80, 0xA9):
        escaped.removeLast(3)
        escaped.append(contentsOf: (byte == 0xA8 ? "\\u2028" : "\\u2029").utf8)
      default: break
      }
    }
    writer.raw(escaped)
  }

  private static let tooLong: [UInt8] = {
    var writer = JSONWriter()
    let error = StreamError(.recordTooLarge, "the line is longer than \(maximumRecordLength >> 20) MiB")
    write(error, id: nil, to: &writer)
    writer.lineFeed()
    return writer.bytes
  }()
}

/// Keeps the contexts of the last glossaries that came inside records: a batch mostly repeats one.
private final class RecordContexts: Sendable {
  private struct Entry {
    let key: ContextKey
    let termBytes: ArraySlice<UInt8>
    let context: AnalysisContext
  }

  private static let maximumCount = 8
  private let entries = Mutex<[Entry]>([])

  func context(
    for key: ContextKey, termBytes: ArraySlice<UInt8>, make: () throws(LintFailure) -> AnalysisContext
  ) throws(LintFailure) -> AnalysisContext {
    let known = entries.withLock { entries in
      entries.first { $0.key == key && $0.termBytes == termBytes }?.context
    }
    if let known { return known }
    let context = try make()
    entries.withLock { entries in
      if entries.count >= RecordContexts.maximumCount { entries.removeFirst() }
      // A slice would keep the whole record alive.
      entries.append(Entry(key: key, termBytes: ArraySlice(Array(termBytes)), context: context))
    }
    return context
  }
}
