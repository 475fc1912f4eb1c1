// SPDX-License-Identifier: Apache-2.0

/// Text that is safe to show on a terminal.
///
/// Copy and glossaries come from anywhere: what would move the cursor, color the screen, end the line or turn the
/// reading order around is shown by its code point instead.
public enum PrintableText {
  /// A text as it can be shown on one line; a tab becomes four spaces.
  public static func printable(_ text: some Sequence<UInt8>) -> String {
    var result: [UInt8] = []
    append(Array(text), keepingLines: false, to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  /// A text as it can be shown on one line; a tab becomes four spaces.
  public static func printable(_ text: String) -> String { printable(text.utf8) }

  /// A text of several lines as it can be shown; only its line feeds stay what they are.
  public static func lines(_ text: String) -> String {
    var result: [UInt8] = []
    append(Array(text.utf8), keepingLines: true, to: &result)
    return String(decoding: result, as: UTF8.self)
  }

  private static func append(_ text: [UInt8], keepingLines: Bool, to result: inout [UInt8]) {
    var decoder = UTF8Decoder(text)
    while let (codePoint, _) = decoder.next() {
      if codePoint == 0x09 {
        result.append(contentsOf: "    ".utf8)
      } else if isHarmful(codePoint), !(keepingLines && codePoint == 0x0A) {
        result.append(contentsOf: "\\u{\(String(codePoint, radix: 16, uppercase: true))}".utf8)
      } else {
        UTF8Decoder.append(codePoint, to: &result)
      }
    }
  }

  private static func isHarmful(_ codePoint: UInt32) -> Bool {
    switch codePoint {
    case 0..<0x20, 0x7F..<0xA0: true
    // Line and paragraph separators, and the marks that change the direction of text.
    case 0x2028, 0x2029, 0x200E, 0x200F, 0x61C, 0x202A...0x202E, 0x2066...0x2069: true
    // A byte order mark and other invisible marks that a reader of the report has to see to understand it.
    case 0xFEFF, 0x200B, 0x2060, 0xAD: true
    default: false
    }
  }
}
