// SPDX-License-Identifier: Apache-2.0

import CopydeskLanguageData
import CopydeskLinting
import CopydeskSystem

/// A folder with large glossaries as they were compiled the last time.
///
/// A file is found by what it was made of, so it never has to be brought up to date; one that is damaged or
/// of another version counts as missing, and a folder that cannot be written to stays as it is.
public struct GlossaryCache: Sendable {
  /// Smaller files are compiled faster than a file can be looked for.
  static let smallestInput = 256 << 10
  /// The size beyond which the oldest files go.
  static let capacity = 256 << 20

  private let folder: String

  /// Uses a folder, which is made when it is needed.
  public init(folder: String) {
    self.folder = folder
  }

  /// The user's cache, or `nil` if the environment names no place for one.
  public static var user: GlossaryCache? {
    for (name, path) in [("XDG_CACHE_HOME", ""), ("HOME", "/.cache")] {
      // The specification of the variables says to ignore relative paths.
      if let base = ProcessEnvironment.value(of: name), base.hasPrefix("/") {
        return GlossaryCache(folder: "\(base)\(path)/copydesk")
      }
    }
    return nil
  }

  /// What a compiled glossary is made of: the bytes of a file and all that decides how they are read.
  func name(of bytes: [UInt8], reading: [String]) -> String {
    let content = ConstantBytes(bytes)
    let parts = ConstantBytes(Array(([ToolVersion.current] + reading).joined(separator: "\n").utf8))
    let sums = [content.checksum(from: 0), content.checksum(from: min(1, bytes.count)), parts.checksum(from: 0)]
    return sums.map { String($0, radix: 16) }.joined(separator: "-") + ".glossary"
  }

  /// The compiled glossary of a name, or `nil` if there is none that is whole.
  func glossary(_ name: String) -> CompiledGlossary? {
    guard let bytes = try? FileSystem.read("\(folder)/\(name)") else { return nil }
    return CompiledGlossary(ConstantBytes(bytes))
  }

  /// Keeps a compiled glossary; what cannot be written is compiled again the next time.
  func keep(_ block: ConstantBytes, as name: String) {
    let parent = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? folder
    if !parent.isEmpty, FileSystem.status(of: parent) == nil { try? FileSystem.makeFolder(parent) }
    try? FileSystem.makeFolder(folder)
    try? FileSystem.write(block.bytes(0..<block.count), to: "\(folder)/\(name)")
    removeOldest()
  }

  private func removeOldest() {
    let paths = ((try? FileSystem.names(in: folder)) ?? []).filter { $0.hasSuffix(".glossary") }.map {
      "\(folder)/\($0)"
    }
    var files = paths.compactMap { path in FileSystem.status(of: path).map { (path: path, status: $0) } }
    files.sort { ($0.status.modified, $0.path) < ($1.status.modified, $1.path) }
    var size = files.reduce(0) { $0 + $1.status.byteCount }
    for file in files.dropLast() where size > GlossaryCache.capacity {
      FileSystem.remove(file.path)
      size -= file.status.byteCount
    }
  }
}
