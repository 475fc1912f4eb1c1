// SPDX-License-Identifier: Apache-2.0

import CopydeskSystem

/// Paths as text: joined, cleaned and shown without asking the file system.
struct FilePath: Hashable {
  /// The path from the root, without `.`, `..` and doubled slashes.
  let absolute: String

  /// The path of the working directory.
  static let workingDirectory = FilePath(cleaning: FileSystem.workingDirectory)

  /// A path as somebody wrote it, counted from a folder.
  init(_ path: String, in folder: FilePath = .workingDirectory) {
    self.init(cleaning: path.hasPrefix("/") ? path : "\(folder.absolute)/\(path)")
  }

  private init(cleaning path: String) {
    var names: [Substring] = []
    for name in path.split(separator: "/") where name != "." {
      if name == ".." { _ = names.popLast() } else { names.append(name) }
    }
    absolute = "/" + names.joined(separator: "/")
  }

  /// The folder that holds the path; the root's is the root.
  var folder: FilePath {
    FilePath(cleaning: absolute.lastIndex(of: "/").map { String(absolute[..<$0]) } ?? "/")
  }

  /// The last name of the path without its extension.
  var stem: String {
    let name = absolute.split(separator: "/").last.map(String.init) ?? ""
    return name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
  }

  /// A name in the folder.
  func appending(_ name: String) -> FilePath { FilePath(cleaning: "\(absolute)/\(name)") }

  /// The path counted from a folder, or `nil` if it does not lie below it.
  func relative(to folder: FilePath) -> String? {
    let prefix = folder.absolute == "/" ? "/" : folder.absolute + "/"
    return absolute.hasPrefix(prefix) ? String(absolute.dropFirst(prefix.count)) : nil
  }

  /// The path as messages show it: counted from the working directory if it lies below.
  var shown: String { relative(to: .workingDirectory) ?? absolute }
}
