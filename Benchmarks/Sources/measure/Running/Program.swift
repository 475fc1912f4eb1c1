// SPDX-License-Identifier: Apache-2.0

import Foundation

/// Programs to run, by path or by name.
enum Program {
  /// The program at a path.
  static func named(_ path: String) throws -> URL {
    guard FileManager.default.isExecutableFile(atPath: path) else { throw MeasureError.missingFile(path: path) }
    return URL(fileURLWithPath: path).absoluteURL
  }

  /// The first program of that name on the search path, or nil where there is none.
  static func found(_ name: String) -> URL? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.lazy
      .map { URL(fileURLWithPath: String($0)).appendingPathComponent(name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
