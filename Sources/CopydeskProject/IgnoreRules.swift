// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
import CopydeskSystem

/// What `.gitignore`, `.ignore` and `.copydeskignore` say in one folder.
struct IgnoreRules {
  /// The files that are read, a later one goes before an earlier one.
  static let fileNames = [".gitignore", ".ignore", ".copydeskignore"]

  private struct Line {
    let pattern: GlobPattern
    let isException: Bool
  }

  private let folder: FilePath
  private let lines: [Line]

  /// Whether the files say anything.
  var isEmpty: Bool { lines.isEmpty }

  /// Reads the files of a folder; one that cannot be read says nothing.
  init(of folder: FilePath, names: Set<String>) {
    self.folder = folder
    var lines: [Line] = []
    for name in IgnoreRules.fileNames where names.contains(name) {
      guard let bytes = try? FileSystem.read(folder.appending(name).absolute) else { continue }
      lines += IgnoreRules.lines(String(decoding: bytes, as: UTF8.self))
    }
    self.lines = lines
  }

  private static func lines(_ text: String) -> [Line] {
    text.split(whereSeparator: \.isNewline).compactMap { line in
      var line = line
      // Spaces at the end do not count unless the last is escaped.
      while line.last == " ", line.dropLast().last != "\\" { line = line.dropLast() }
      if line.isEmpty || line.hasPrefix("#") { return nil }
      let isException = line.hasPrefix("!")
      if isException { line = line.dropFirst() }
      if line.isEmpty { return nil }
      return Line(pattern: GlobPattern(String(line)), isException: isException)
    }
  }

  /// What the folder says of a path below it: to leave it out, to keep it, or nothing.
  func isIgnored(_ path: FilePath, isFolder: Bool) -> Bool? {
    guard !lines.isEmpty, let relative = path.relative(to: folder) else { return nil }
    return lines.last { $0.pattern.matches(relative, isFolder: isFolder) }.map { !$0.isException }
  }

  /// What the folders from the farthest to the nearest say of a path: the nearest that says anything decides.
  static func isIgnored(_ path: FilePath, isFolder: Bool, by folders: [IgnoreRules]) -> Bool {
    for rules in folders.reversed() {
      if let answer = rules.isIgnored(path, isFolder: isFolder) { return answer }
    }
    return false
  }

  /// The rules of the folders above a folder, up to the root of the repository it lies in.
  static func above(_ folder: FilePath) -> [IgnoreRules] {
    var chain: [FilePath] = []
    var current = folder
    while true {
      if FileSystem.status(of: current.appending(".git").absolute) != nil {
        return chain.reversed().map { IgnoreRules(of: $0, names: Set(fileNames)) }
      }
      if current.absolute == "/" { return [] }
      current = current.folder
      chain.append(current)
    }
  }
}
