// SPDX-License-Identifier: Apache-2.0

import CICU

/// Finds the boundaries of characters, words or sentences (UAX 29).
///
/// A break iterator owns an ICU handle that only one task may use at a time, so it can be neither
/// copied nor sent: open one per task, and use it for many texts.
@safe
public struct BreakIterator: ~Copyable {
  /// What stands between two boundaries.
  public enum Kind: Int32, Sendable {
    /// User-perceived characters.
    case character = 0
    /// Words and what stands between them.
    case word = 1
    /// Sentences.
    case sentence = 3
  }

  /// A run between two boundaries.
  public struct Run: Hashable, Sendable {
    /// The UTF-8 offset of the run's start.
    public let start: Int
    /// The UTF-8 offset behind the run's end.
    public let end: Int
    /// Whether the run is a word: letters, digits, kana or ideographs.
    public let isWord: Bool
  }

  private let handle: OpaquePointer

  /// Opens an iterator.
  ///
  /// - Throws: ``ICUError`` if ICU has no rules for the kind.
  public init(_ kind: Kind, locale: String) throws(ICUError) {
    var status: Int32 = 0
    guard let handle = unsafe cicu_breaks_open(kind.rawValue, locale, &status) else {
      throw ICUError(status: max(status, 1))
    }
    unsafe self.handle = unsafe handle
  }

  deinit { unsafe cicu_breaks_close(handle) }

  /// The runs between the boundaries of a text, in order and without gaps.
  ///
  /// - Throws: ``ICUError`` if ICU cannot open the text.
  public mutating func runs(in text: [UInt8]) throws(ICUError) -> [Run] {
    var runs: [Run] = []
    var status: Int32 = 0
    unsafe text.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      unsafe cicu_breaks_set_text(handle, base, Int64(buffer.count), &status)
      guard status <= 0 else { return }
      var start = 0
      while true {
        let end = unsafe Int(cicu_breaks_next(handle))
        guard end >= 0 else { break }
        unsafe runs.append(Run(start: start, end: end, isWord: cicu_breaks_is_word(handle)))
        start = end
      }
    }
    try ICUError.check(status)
    return runs
  }
}

@available(*, unavailable)
extension BreakIterator: Sendable {}
