// SPDX-License-Identifier: Apache-2.0

internal import CopydeskSystem
public import Testing

/// Compares text with files that were looked at and checked in.
public enum Snapshot {
  /// Expects a text to be that of a file beside the test, in the folder `Snapshots`.
  ///
  /// With `COPYDESK_RECORD=1` in the environment the file is written instead; read the difference before you commit it.
  public static func expect(
    _ text: String, named name: String, filePath: String = #filePath, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let folder = String(filePath[..<(filePath.lastIndex(of: "/") ?? filePath.startIndex)]) + "/Snapshots"
    let path = "\(folder)/\(name)"
    if ProcessEnvironment.value(of: "COPYDESK_RECORD") == "1" {
      try FileSystem.makeFolder(folder)
      try FileSystem.write(Array(text.utf8), to: path)
      return
    }
    let bytes = try? FileSystem.read(path)
    let recorded = try #require(
      bytes.map { String(decoding: $0, as: UTF8.self) }, "\(path) is missing; record it with COPYDESK_RECORD=1",
      sourceLocation: sourceLocation)
    #expect(text == recorded, "differs from \(path)", sourceLocation: sourceLocation)
  }
}
