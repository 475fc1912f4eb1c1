// SPDX-License-Identifier: Apache-2.0

import CopydeskICU

/// The letters or marks of a language, read from ICU when the first suspicious one comes along.
///
/// Reading them takes longer than checking a short article, and most articles have nothing suspicious.
final class LazyExemplars {
  private let kind: ExemplarSet.Kind
  private let locale: String
  private var set: ExemplarSet?
  private var isRead = false

  init(_ kind: ExemplarSet.Kind, locale: String) {
    self.kind = kind
    self.locale = locale
  }

  /// Whether the set has the code point; a language that ICU knows nothing of has all.
  func contains(_ codePoint: UInt32) -> Bool {
    if !isRead {
      isRead = true
      set = try? ExemplarSet(kind, locale: locale)
    }
    return set?.contains(codePoint) ?? true
  }
}
