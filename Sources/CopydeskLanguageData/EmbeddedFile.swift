// SPDX-License-Identifier: Apache-2.0

import CLanguageData

/// A data file that is compiled into the program, so that one binary works anywhere.
public struct EmbeddedFile: Sendable {
  /// The path below the data folder, such as `languages/en.yml`.
  public let name: String
  private let index: Int

  /// Every embedded file, sorted by name.
  public static let all: [EmbeddedFile] = (0..<clanguagedata_count()).map { index in
    unsafe EmbeddedFile(name: String(cString: clanguagedata_at(index).name), index: index)
  }

  /// The file of that name, or `nil` if none is embedded.
  public static func named(_ name: String) -> EmbeddedFile? {
    all.first { $0.name == name }
  }

  /// A copy of the file's bytes.
  public var bytes: [UInt8] {
    let file = unsafe clanguagedata_at(index)
    return unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.length))
  }
}
