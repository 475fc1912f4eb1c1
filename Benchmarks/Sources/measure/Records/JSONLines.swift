// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The files of evaluation data: one JSON object a line.
enum JSONLines {
  /// The files of a folder whose names satisfy a condition, in the order of their names.
  static func files(in folder: URL, where isWanted: (String) -> Bool) throws -> [URL] {
    guard FileManager.default.fileExists(atPath: folder.path) else {
      throw MeasureError.missingFile(path: folder.relativePath)
    }
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".jsonl") && isWanted($0) }
      .sorted()
      .map { folder.appendingPathComponent($0) }
  }

  /// Decodes every line of a file that is not empty.
  static func records<Record: Decodable>(_ type: Record.Type, in file: URL) throws -> [Record] {
    guard let bytes = FileManager.default.contents(atPath: file.path) else {
      throw MeasureError.missingFile(path: file.relativePath)
    }
    let decoder = JSONDecoder()
    return try bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated().compactMap { index, line in
      guard !line.isEmpty else { return nil }
      do {
        return try decoder.decode(Record.self, from: line)
      } catch {
        throw MeasureError.invalidRecord(path: file.lastPathComponent, line: index + 1, reason: "\(error)")
      }
    }
  }
}
