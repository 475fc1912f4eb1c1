// SPDX-License-Identifier: Apache-2.0

import CopydeskICU

/// A pattern of a prh rule: a text, or `/…/` with flags.
struct PrhPattern {
  let text: String
  let isPlainText: Bool
  let ignoresCase: Bool

  init(_ pattern: String) {
    guard pattern.hasPrefix("/"), let end = pattern.lastIndex(of: "/"), end > pattern.startIndex,
      pattern[end...].dropFirst().allSatisfy({ "gimyu".contains($0) })
    else {
      text = pattern
      isPlainText = true
      ignoresCase = false
      return
    }
    text = String(pattern[pattern.index(after: pattern.startIndex)..<end])
    isPlainText = false
    ignoresCase = pattern[end...].contains("i")
  }

  /// The pattern that prh makes of a text without one: Latin letters and digits in either case and width.
  init(variantsOf expected: String) {
    var pattern = ""
    for scalar in expected.unicodeScalars {
      switch scalar.value {
      case 0x30...0x39: pattern += "[\(scalar)\(PrhPattern.wide(scalar))]"
      case 0x41...0x5A, 0x61...0x7A:
        let upper = Unicode.Scalar(scalar.value & ~0x20) ?? scalar
        let lower = Unicode.Scalar(scalar.value | 0x20) ?? scalar
        pattern += "[\(upper)\(lower)\(PrhPattern.wide(upper))\(PrhPattern.wide(lower))]"
      default: pattern += FinitePattern.escaped(String(scalar))
      }
    }
    text = pattern
    isPlainText = false
    ignoresCase = false
  }

  /// Whether a text can be written in another case or width.
  static func hasVariants(_ text: String) -> Bool {
    text.utf8.contains { (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
  }

  private static func wide(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar
  }
}

/// A rule of prh.
struct PrhRule {
  /// What applying a rule gives.
  struct Result {
    /// The text after the replacements.
    let text: String
    /// The text before, with `⟦` and `⟧` around what was replaced.
    let marked: String
    /// What was replaced, as UTF-8 offsets.
    let ranges: [Range<Int>]
  }

  var expected: String
  var patterns: [PrhPattern] = []
  var matchesWords = false
  /// The group that must be empty.
  var emptyGroup: Int?
  var message: String?

  init(expected: String) {
    self.expected = expected
  }

  /// The patterns that are given, or the one that prh makes of the expected text.
  var effectivePatterns: [PrhPattern] {
    if !patterns.isEmpty { return patterns }
    return PrhPattern.hasVariants(expected) ? [PrhPattern(variantsOf: expected)] : []
  }

  /// Applies the rule as prh does.
  func applied(to text: String) throws(RegularExpression.Failure) -> Result {
    let bytes = Array(text.utf8)
    guard !effectivePatterns.isEmpty else { return Result(text: text, marked: text, ranges: []) }
    var options: RegularExpression.Options = .anchorsMatchLines
    if effectivePatterns.contains(where: \.ignoresCase) { options.insert(.ignoresCase) }
    let alternatives = effectivePatterns.map { pattern -> String in
      let icu =
        pattern.isPlainText
        ? FinitePattern.escaped(pattern.text) : ICUPattern.translated(pattern.text, from: .ecmaScript)
      return matchesWords ? ICUPattern.bounded(icu) : icu
    }
    var expression = try RegularExpression("(?:" + alternatives.joined(separator: "|") + ")", options: options)
    var output: [UInt8] = []
    var marked: [UInt8] = []
    var ranges: [Range<Int>] = []
    var end = 0
    for match in try expression.matches(in: bytes) {
      if let emptyGroup, emptyGroup < match.groups.count, match.groups[emptyGroup]?.isEmpty == false { continue }
      let range = match.range
      let found = String(decoding: bytes[range], as: UTF8.self)
      if found == expected || range.isEmpty { continue }
      let replacement = GroupReferences.filled(expected) { number in
        guard number < match.groups.count else { return nil }
        return match.groups[number].map { String(decoding: bytes[$0], as: UTF8.self) } ?? ""
      }
      output += bytes[end..<range.lowerBound] + Array(replacement.utf8)
      marked += bytes[end..<range.lowerBound] + Array("⟦".utf8) + bytes[range] + Array("⟧".utf8)
      ranges.append(range)
      end = range.upperBound
    }
    output += bytes[end...]
    marked += bytes[end...]
    return Result(
      text: String(decoding: output, as: UTF8.self), marked: String(decoding: marked, as: UTF8.self), ranges: ranges)
  }
}
