// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The command line of a run as a reader of its report would repeat it.
enum CommandText {
  /// The command with every absolute path written from the current folder, so that the text names no machine.
  static func text(for arguments: [String], in folder: String = FileManager.default.currentDirectoryPath) -> String {
    let words = arguments.map { word in
      let path = word.hasPrefix("/") ? relative(word, to: folder) : word
      return path.contains(" ") ? "'\(path)'" : path
    }
    return (["swift run -c release --package-path Benchmarks measure"] + words).joined(separator: " ")
  }

  /// A path as seen from a folder; both absolute.
  static func relative(_ path: String, to folder: String) -> String {
    let target = URL(fileURLWithPath: path).standardizedFileURL.pathComponents
    let origin = URL(fileURLWithPath: folder).standardizedFileURL.pathComponents
    let shared = zip(target, origin).prefix { $0 == $1 }.count
    let steps = Array(repeating: "..", count: origin.count - shared) + target.dropFirst(shared)
    return steps.isEmpty ? "." : steps.joined(separator: "/")
  }
}
