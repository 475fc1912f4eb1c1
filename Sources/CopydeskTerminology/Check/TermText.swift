// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU

/// The plain form of texts in glossaries.
enum TermText {
  /// The text in normalization form C, without invisible characters and without white space at its ends, with
  /// single plain spaces in between.
  static func cleaned(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in normalized(text).unicodeScalars {
      let isSpace = isWhiteSpace(scalar)
      if isHidden(scalar) || isSpace && (scalars.isEmpty || scalars.last == " ") { continue }
      scalars.append(isSpace ? " " : scalar)
    }
    if scalars.last == " " { scalars.removeLast() }
    return String(scalars)
  }

  /// The text in normalization form C.
  static func normalized(_ text: String) -> String {
    (try? Normalization.normalized(Array(text.utf8)[...])).map { String(decoding: $0, as: UTF8.self) } ?? text
  }

  /// Whether two texts have the same code points; Swift's own comparison takes all normalization forms for one.
  static func areIdentical(_ left: String, _ right: String) -> Bool { left.utf8.elementsEqual(right.utf8) }

  private static func isWhiteSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || UnicodeProperties.category(of: scalar.value).isSeparator
  }

  /// Whether a character has no ink; joiners shape the letters of some scripts and stay.
  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value == 0x200C || scalar.value == 0x200D { return false }
    return UnicodeProperties.category(of: scalar.value).isFormat || UnicodeProperties.isDefaultIgnorable(scalar.value)
      || (0x7F..<0xA0).contains(scalar.value)
  }
}
