// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU

/// Texts in plain Latin letters, so that spellings of one name in different languages can be compared.
enum LatinSpelling {
  /// A text in ASCII letters as far as ICU's transliteration goes.
  static func plain(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    guard var transliterator = try? Transliterator("Any-Latin; Latin-ASCII"),
      let plain = try? transliterator.transliterate(text)
    else { return text }
    return plain
  }
}
