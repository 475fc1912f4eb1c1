// SPDX-License-Identifier: Apache-2.0

import CopydeskArchive
import CopydeskJSON
import CopydeskLinting
import CopydeskSystem

/// A line of a file of records: an article in segments, mostly with the segments it was translated from.
///
/// ```
/// {"source_locale":"es","target_locale":"en","source":["Llueve.","Hace frío."],"target":["It rains.","It is cold."]}
/// ```
struct AlignedRecord: Sendable {
  /// The extensions of files of records.
  static let extensions = ["jsonl", "ndjson"]

  private let file: InputText
  private let line: Int
  private let range: Range<Int>

  /// Whether a path is that of a file of records.
  static func isFileOfRecords(_ path: String) -> Bool {
    path.lastIndex(of: ".").map { extensions.contains(path[path.index(after: $0)...].lowercased()) } ?? false
  }

  /// Hands out the lines of a file that are not empty; a file that cannot be read is one failure.
  static func forEachLine(of path: String, _ body: (AlignedWork) -> Void) {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileSystem.read(path)
    } catch {
      body(.failure(LintFailure(error, shownPath: path)))
      return
    }
    forEachLine(of: bytes, path: path, body)
  }

  /// Hands out the lines of an input that are not empty.
  static func forEachLine(of input: LintInput, _ body: (AlignedWork) -> Void) {
    guard input.origin == .standardInput else { return forEachLine(of: input.path, body) }
    do throws(SystemError) {
      forEachLine(of: try StandardStream.input.readToEnd(), path: input.path, body)
    } catch {
      body(.failure(LintFailure(error, shownPath: input.path)))
    }
  }

  /// Hands out the lines of bytes that are not empty; bytes that are no text are one failure.
  static func forEachLine(of bytes: [UInt8], path: String, _ body: (AlignedWork) -> Void) {
    let file: InputText
    do throws(InputError) {
      file = try InputText.decoding(path: path, bytes: bytes)
    } catch {
      body(.failure(LintFailure(error)))
      return
    }
    let bytes = file.bytes
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var line = 1
    for index in start...bytes.count where index == bytes.count || bytes[index] == 0x0A {
      if bytes[start..<index].contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) {
        body(.record(AlignedRecord(file: file, line: line, range: start..<index)))
      }
      start = index + 1
      line += 1
    }
  }

  /// The path of the file.
  var path: String { file.path }

  /// What a record says.
  struct Content {
    let language: LanguageTag?
    let sourceLanguage: LanguageTag?
    let date: CalendarDate?
    /// The copy, with offsets into the file.
    let copy: Side
    /// What it was translated from, if the record has it.
    let source: Side?
  }

  /// One language of a record.
  struct Side {
    /// The segments, as an article with offsets into the file.
    let article: Article
    /// For each segment of the article the string it is.
    let numbers: [Int]
    /// The number of strings.
    let count: Int

    /// Which segments belong together: by number if both sides have as many strings, else unknown.
    func alignment(with source: Side) -> SegmentAlignment? {
      count == source.count
        ? SegmentAlignment(sourceNumbers: source.numbers, targetNumbers: numbers) : nil
    }
  }

  /// Reads the record.
  func content() throws(LintFailure) -> Content {
    let object = try parsed()
    let copyName = object["target"] == nil && object["segments"] != nil ? "segments" : "target"
    let copy = try strings(object, copyName)
    let source = object["source"].map(\.isNull) == false ? try strings(object, "source") : nil
    return Content(
      language: try language(object, "language", "target_locale"),
      sourceLanguage: try language(object, "sourceLanguage", "source_locale"),
      date: try date(object), copy: side(copy), source: source.map(side))
  }

  /// The article of the record with its source, paired string by string.
  func copy(_ desk: ArticleDesk) throws(LintFailure) -> AlignedCopy {
    let object = try parsed()
    let source = try strings(object, "source")
    let target = try strings(object, "target")
    guard source.count == target.count else {
      throw failure("“source” has \(source.count) segments and “target” \(target.count); expected as many")
    }
    // A segment that is empty on one side has no counterpart.
    let pairs = zip(source, target).filter { !AlignedRecord.isBlank($0) && !AlignedRecord.isBlank($1) }
    let sourceLanguage = try required(language(object, "sourceLanguage", "source_locale"), "sourceLanguage")
    let targetLanguage = try required(language(object, "language", "target_locale"), "language")
    return AlignedCopy(
      source: try desk.analysis(of: side(pairs.map(\.0)).article, language: sourceLanguage, sourceLanguage: nil),
      target: try desk.analysis(
        of: side(pairs.map(\.1)).article, language: targetLanguage, sourceLanguage: sourceLanguage),
      line: line)
  }

  private static func isBlank(_ node: JSONNode) -> Bool { node.bytes?.allSatisfy { $0 <= 0x20 } ?? true }

  // MARK: Reading

  /// A failure at an offset in the file, or of the whole line.
  func failure(_ message: String, at offset: Int? = nil) -> LintFailure {
    guard let offset else { return LintFailure("\(path):\(line)", message) }
    let column = file.bytes[range.lowerBound..<max(range.lowerBound, offset)].count { $0 & 0xC0 != 0x80 } + 1
    return LintFailure("\(path):\(line):\(column)", message)
  }

  private func parsed() throws(LintFailure) -> JSONNode {
    do throws(JSONError) {
      let object = try JSONParser.parse(Array(file.bytes[range]))
      if object.members != nil { return object }
    } catch {
      throw failure("the line is no JSON: \(error.message)", at: range.lowerBound + error.offset)
    }
    throw failure("the line is no JSON object; expected one with “source” and “target”")
  }

  /// The strings of an array, or a string alone.
  private func strings(_ object: JSONNode, _ name: String) throws(LintFailure) -> [JSONNode] {
    guard let node = object[name] else { throw failure("“\(name)” is missing; expected an array of strings") }
    if node.bytes != nil { return [node] }
    guard let items = node.items else {
      throw failure("“\(name)” is not an array of strings", at: range.lowerBound + node.range.lowerBound)
    }
    for (index, item) in items.enumerated() where item.bytes == nil {
      throw failure("“\(name)[\(index)]” is not a string", at: range.lowerBound + item.range.lowerBound)
    }
    return items
  }

  private func language(_ object: JSONNode, _ name: String, _ alias: String) throws(LintFailure) -> LanguageTag? {
    guard let node = object[name] ?? object[alias], !node.isNull else { return nil }
    let text = node.text ?? ""
    guard let tag = LanguageTag(text) else {
      throw failure(
        "“\(text)” is no language tag; expected one such as “en-US”", at: range.lowerBound + node.range.lowerBound)
    }
    return tag
  }

  private func required(_ language: LanguageTag?, _ name: String) throws(LintFailure) -> LanguageTag {
    guard let language else { throw failure("“\(name)” is missing; expected a language tag such as “en-US”") }
    return language
  }

  private func date(_ object: JSONNode) throws(LintFailure) -> CalendarDate? {
    guard let node = object["date"], !node.isNull else { return nil }
    guard let date = node.text.flatMap({ CalendarDate(iso: $0) }) else {
      throw failure(
        "“date” is no day; expected the form “2025-03-17”", at: range.lowerBound + node.range.lowerBound)
    }
    return date
  }

  /// Strings as an article, with the way from each escape back to the file.
  private func side(_ strings: [JSONNode]) -> Side {
    let line = Array(file.bytes[range])
    var bytes: [UInt8] = []
    var map = OffsetMap()
    var ranges: [TextRange] = []
    for node in strings {
      let start = bytes.count
      for piece in JSONParser.pieces(of: node, in: line) {
        let place = TextRange(range.lowerBound + piece.range.lowerBound, range.lowerBound + piece.range.upperBound)
        if let replacement = piece.replacement {
          bytes.append(contentsOf: replacement)
          map.appendReplaced(proseCount: replacement.count, input: place)
        } else {
          bytes.append(contentsOf: line[piece.range])
          map.appendVerbatim(place)
        }
      }
      ranges.append(TextRange(start, bytes.count))
      bytes.append(0x0A)
      let end = range.lowerBound + node.range.upperBound - 1
      map.appendReplaced(proseCount: 1, input: TextRange(end, end))
    }
    let article = ArticleReader.read(InputText(path: path, bytes: bytes), segments: ranges)
    let numbers = article.segments.map { segment in
      let start = article.offsetMap.inputRange(of: segment.range).start
      return (ranges.firstIndex { start < $0.end } ?? ranges.count - 1)
    }
    return Side(article: article.placed(in: file, through: map), numbers: numbers, count: strings.count)
  }
}
