// SPDX-License-Identifier: Apache-2.0

import CopydeskArchive
import CopydeskJSON
import CopydeskLinting
import CopydeskSystem

/// Articles that stand beside their source.
public enum AlignedInput: Hashable, Sendable {
  /// An article whose source is another file.
  case article(LintInput)
  /// A file of JSON records, one a line, each with `source` and `target` as arrays of segments.
  case records(String)
}

/// Finds the source of an article by its name.
///
/// The names are compared without extension and language: `story.en.md` comes from `story.es.md` or `story.txt`. Of several
/// the one in the folder of the same name is taken.
public struct SourceFolder: Sendable {
  private let sources: [String: [String]]

  /// Collects the articles of a folder.
  public init(_ inputs: [LintInput]) {
    sources = Dictionary(grouping: inputs.map(\.path), by: { SourceFolder.stem($0) })
  }

  /// The path of an article's source, or `nil` if there is none or none is nearer than another.
  public func source(of path: String) -> String? {
    let found = (sources[SourceFolder.stem(path)] ?? []).filter { FilePath($0) != FilePath(path) }
    guard found.count > 1 else { return found.first }
    let folders = SourceFolder.folders(path)
    let ranked = found.map { source in
      (path: source, shared: zip(SourceFolder.folders(source), folders).prefix { $0 == $1 }.count)
    }.sorted { ($1.shared, $0.path) < ($0.shared, $1.path) }
    return ranked[0].shared > ranked[1].shared ? ranked[0].path : nil
  }

  /// The folders of a path from the nearest up, without those named after a language.
  private static func folders(_ path: String) -> [Substring] {
    path.split(separator: "/").dropLast().reversed().filter { LanguageDecision.language(inPath: "\($0)/x") == nil }
  }

  /// The name of a file without extension and language.
  private static func stem(_ path: String) -> String {
    var parts = (path.split(separator: "/").last ?? "").split(separator: ".", omittingEmptySubsequences: false)
    if parts.count > 1 { parts.removeLast() }
    if parts.count > 1, LanguageDecision.language(inPath: "x.\(parts[parts.count - 1]).txt") != nil {
      parts.removeLast()
    }
    return parts.joined(separator: ".")
  }
}

/// A piece of work of a walk over articles with sources.
enum AlignedWork: Sendable {
  case article(LintInput)
  case record(AlignedRecord)
  case failure(LintFailure)

  /// The article with its source, or `nil` for a file that is no text.
  func copy(_ desk: ArticleDesk) throws(LintFailure) -> AlignedCopy? {
    switch self {
    case .failure(let failure): throw failure
    case .record(let record): return try record.copy(desk)
    case .article(let input):
      guard let path = input.source else {
        throw LintFailure(input.path, "no source of this name; expected the same name in the folder of sources")
      }
      guard let analyzed = try desk.analyze(input), let language = analyzed.sourceLanguage?.language,
        let source = try ArticleLoader.load(LintInput(path: path, origin: .named))
      else { return nil }
      return AlignedCopy(
        source: try desk.analysis(of: source, language: language, sourceLanguage: nil), target: analyzed.analysis)
    }
  }
}

/// A line of a file of records.
struct AlignedRecord: Sendable {
  private let path: String
  private let line: Int
  private let bytes: [UInt8]

  /// Hands out the lines of a file that are not empty; a file that cannot be read is one failure.
  static func forEachLine(of path: String, _ body: (AlignedWork) -> Void) {
    let bytes: [UInt8]
    do throws(SystemError) {
      bytes = try FileSystem.read(path)
    } catch {
      body(.failure(LintFailure(error, shownPath: path)))
      return
    }
    var start = 0
    var line = 1
    for index in 0...bytes.count where index == bytes.count || bytes[index] == 0x0A {
      if bytes[start..<index].contains(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) {
        body(.record(AlignedRecord(path: path, line: line, bytes: Array(bytes[start..<index]))))
      }
      start = index + 1
      line += 1
    }
  }

  /// The article of the record with its source.
  func copy(_ desk: ArticleDesk) throws(LintFailure) -> AlignedCopy {
    let object = try parsed()
    let source = try segments(object, "source")
    let target = try segments(object, "target")
    guard source.count == target.count else {
      throw failure("“source” has \(source.count) segments and “target” \(target.count); expected as many")
    }
    // A segment that is empty on one side has no counterpart.
    let pairs = zip(source, target).filter { !AlignedRecord.isBlank($0) && !AlignedRecord.isBlank($1) }
    let sourceLanguage = try language(object, "sourceLanguage", "source_locale")
    let targetLanguage = try language(object, "language", "target_locale")
    return AlignedCopy(
      source: try desk.analysis(of: article(pairs.map(\.0)), language: sourceLanguage, sourceLanguage: nil),
      target: try desk.analysis(of: article(pairs.map(\.1)), language: targetLanguage, sourceLanguage: sourceLanguage),
      line: line)
  }

  private static func isBlank(_ segment: [UInt8]) -> Bool { segment.allSatisfy { $0 <= 0x20 } }

  private func failure(_ message: String) -> LintFailure { LintFailure("\(path):\(line)", message) }

  private func parsed() throws(LintFailure) -> JSONNode {
    guard String(validating: bytes, as: UTF8.self) != nil else { throw failure("the line is not UTF-8") }
    do throws(JSONError) {
      return try JSONParser.parse(bytes)
    } catch {
      throw failure("the line is no JSON: \(error)")
    }
  }

  private func segments(_ object: JSONNode, _ name: String) throws(LintFailure) -> [[UInt8]] {
    guard let items = object[name]?.items else { throw failure("“\(name)” is not an array of strings") }
    var segments: [[UInt8]] = []
    for item in items {
      guard let bytes = item.bytes else { throw failure("“\(name)” is not an array of strings") }
      segments.append(bytes)
    }
    return segments
  }

  private func language(_ object: JSONNode, _ name: String, _ alias: String) throws(LintFailure) -> LanguageTag {
    guard let text = (object[name] ?? object[alias])?.text else {
      throw failure("“\(name)” is missing; expected a language tag such as “en-US”")
    }
    guard let tag = LanguageTag(text) else {
      throw failure("“\(text)” is no language tag; expected one such as “en-US”")
    }
    return tag
  }

  private func article(_ segments: [[UInt8]]) -> Article {
    var bytes: [UInt8] = []
    var ranges: [TextRange] = []
    for segment in segments {
      let start = bytes.count
      bytes.append(contentsOf: segment)
      ranges.append(TextRange(start, bytes.count))
      bytes.append(0x0A)
    }
    return ArticleReader.read(InputText(path: path, bytes: bytes), segments: ranges)
  }
}
