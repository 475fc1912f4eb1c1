// SPDX-License-Identifier: Apache-2.0

import CopydeskArchive
import CopydeskLinting

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
  static func stem(_ path: String) -> String {
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
