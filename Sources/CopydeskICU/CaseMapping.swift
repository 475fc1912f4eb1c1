// SPDX-License-Identifier: Apache-2.0

import CICU

/// Full case mappings with the rules of a language (Turkish dotless i, Greek final sigma, German ß).
public enum CaseMapping {
  /// The text in lowercase, or the text itself if ICU cannot map it.
  public static func lowercased(_ text: String, language: String) -> String { map(0, text, language) }

  /// The text in uppercase, or the text itself if ICU cannot map it.
  public static func uppercased(_ text: String, language: String) -> String { map(1, text, language) }

  /// The text with full case folding, for comparison only.
  public static func folded(_ text: String) -> String { map(2, text, "") }

  private static func map(_ mapping: Int32, _ text: String, _ language: String) -> String {
    let input = Array(text.utf8)
    if input.isEmpty { return text }
    do throws(ICUError) {
      let output = unsafe try withUTF8Output(capacity: input.count * 2 + 8) { output, capacity, status in
        unsafe input.withUnsafeBufferPointer { buffer in
          guard let base = buffer.baseAddress else { return 0 }
          return unsafe cicu_map_case(mapping, language, base, Int32(buffer.count), output, capacity, &status)
        }
      }
      return String(decoding: output, as: UTF8.self)
    } catch {
      return text
    }
  }
}
