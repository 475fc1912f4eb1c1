// SPDX-License-Identifier: Apache-2.0

/// Copy in which `⟦` and `⟧` enclose what must be reported.
enum MarkedText {
  /// Whether each mark that opens is closed before the next one opens.
  static func isBalanced(_ text: String) -> Bool {
    var isOpen = false
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦":
        if isOpen { return false }
        isOpen = true
      case "⟧":
        if !isOpen { return false }
        isOpen = false
      default: continue
      }
    }
    return !isOpen
  }
}
