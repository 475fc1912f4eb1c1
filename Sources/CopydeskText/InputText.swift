// SPDX-License-Identifier: Apache-2.0

/// The text of one input, as UTF-8, with the path it came from.
///
/// Positions in findings are byte offsets into `bytes`. For an input in another encoding these are
/// the bytes after decoding; a byte order mark stays in the text and counts.
public struct InputText: Sendable {
  /// The path as the user gave it, or a name such as `<stdin>`.
  public let path: String
  /// The text; valid UTF-8.
  public let bytes: [UInt8]
  /// The IANA name of the encoding the bytes were decoded from; `UTF-8` if none was needed.
  public let encoding: String

  /// Creates an input from bytes that are valid UTF-8.
  public init(path: String, bytes: [UInt8], encoding: String = "UTF-8") {
    self.path = path
    self.bytes = bytes
    self.encoding = encoding
  }

  /// Creates an input from a string.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The text of a range.
  public func string(in range: TextRange) -> String {
    String(decoding: bytes[range.offsets], as: UTF8.self)
  }
}
