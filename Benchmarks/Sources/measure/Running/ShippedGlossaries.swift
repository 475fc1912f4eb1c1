// SPDX-License-Identifier: Apache-2.0

import Foundation

/// The glossaries that come with Copydesk.
enum ShippedGlossaries {
  /// The names by which `--glossary` and the configuration know the glossaries of a folder, in order.
  static func names(in folder: String) throws -> [String] {
    guard FileManager.default.fileExists(atPath: folder) else { throw MeasureError.missingFile(path: folder) }
    return try FileManager.default.contentsOfDirectory(atPath: folder)
      .filter { $0.hasSuffix(".yml") }
      .map { String($0.dropLast(4)) }
      .sorted()
  }
}
