// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
import CopydeskSystem
import Synchronization

/// Where a configuration says that sources stand, and the folder its pattern counts from.
struct SourcePlace: Hashable {
  let pattern: SourcePattern
  let folder: FilePath
}

/// Finds the sources of articles where configurations say, and remembers what stands in folders.
final class SourceStore: Sendable {
  private let configurations: ConfigurationStore
  private let folders = Mutex<[FilePath: SourceFolder]>([:])

  init(_ configurations: ConfigurationStore) {
    self.configurations = configurations
  }

  /// The source of an article in the first place that has one, or `nil` if none has.
  ///
  /// - Throws: ``LintFailure`` if a place is a folder that does not exist.
  func source(of article: FilePath, _ places: [SourcePlace]) throws(LintFailure) -> FilePath? {
    for place in places {
      guard let relative = article.relative(to: place.folder) else { continue }
      if place.pattern.isFolder {
        let folder = FilePath(place.pattern.text, in: place.folder)
        // The sources themselves have none.
        if article.relative(to: folder) != nil { return nil }
        if let path = try sources(in: folder, place.pattern).source(of: article.shown) { return FilePath(path) }
        continue
      }
      let path = FilePath(SourceStore.path(for: relative, place.pattern), in: place.folder)
      if path == article { return nil }
      if FileSystem.status(of: path.absolute)?.kind == .regular { return path }
    }
    return nil
  }

  private static func path(for article: String, _ pattern: SourcePattern) -> String {
    let slash = article.lastIndex(of: "/")
    return pattern.path { placeholder in
      switch placeholder {
      case .folder: slash.map { String(article[..<$0]) } ?? "."
      case .name: SourceFolder.stem(article)
      case .ext: article.lastIndex(of: ".").map { String(article[article.index(after: $0)...]) } ?? ""
      }
    }
  }

  private func sources(in folder: FilePath, _ pattern: SourcePattern) throws(LintFailure) -> SourceFolder {
    if let known = folders.withLock({ $0[folder] }) { return known }
    guard FileSystem.status(of: folder.absolute)?.kind == .directory else {
      throw LintFailure(
        pattern.place, "“\(pattern.text)” is no folder; expected the folder of the sources, or a pattern with “{name}”")
    }
    var collector = InputCollector(configurations: configurations, standardInputName: "")
    collector.add(folder.shown)
    if let failure = collector.failures.first { throw failure }
    let sources = SourceFolder(collector.inputs)
    folders.withLock { $0[folder] = sources }
    return sources
  }
}
