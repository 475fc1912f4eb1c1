// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskTerminology

/// A pattern for another tool, made of a term.
struct ExportedPattern: Hashable {
  /// The pattern without delimiters, in the tool's syntax.
  let pattern: String
  /// Whether capitals make no difference to it.
  let ignoresCase: Bool
  /// The text that the pattern stands for, or `nil` if the term is a pattern itself.
  let text: String?

  /// The patterns of a term, one for its text and each form.
  ///
  /// - Parameters:
  ///   - term: The term.
  ///   - dialect: The syntax.
  ///   - note: Is told what a pattern cannot say, as a field and a clause.
  /// - Returns: No pattern if the tool does not understand the term's own.
  static func patterns(
    of term: Term, in dialect: ICUPattern.Dialect, note: (_ field: String, _ outcome: String) -> Void
  ) -> [ExportedPattern] {
    let ignoresCase = ignoresCase(term, note)
    if term.matching == .regex {
      guard let pattern = ICUPattern.exported(term.text, to: dialect) else {
        note("match", "is a pattern that the tool does not understand and left out")
        return []
      }
      if !term.exceptions.isEmpty { note("exceptions", "are left out") }
      return [ExportedPattern(pattern: pattern, ignoresCase: ignoresCase, text: nil)]
    }
    if term.matching == .stem { note("match", "is written as forms, without the endings of the language") }
    return ([term.text] + (term.matching == .exact ? [] : term.forms)).map { text in
      let body = FinitePattern.escaped(text) + (term.matching == .prefix ? "\\w*" : "")
      let guards = term.exceptions.compactMap { lookaround(against: $0, around: text) }
      return ExportedPattern(pattern: guards.joined() + body, ignoresCase: ignoresCase, text: text)
    }
  }

  private static func ignoresCase(_ term: Term, _ note: (String, String) -> Void) -> Bool {
    switch term.casePolicy {
    case .exact: return false
    case .fold: return true
    case .permissive:
      let hasCapital = term.text.unicodeScalars.contains { UnicodeProperties.category(of: $0.value).isUppercase }
      if hasCapital { note("case", "is written as exact") }
      return !hasCapital
    }
  }

  /// A condition that the text does not stand in a longer one.
  private static func lookaround(against exception: String, around text: String) -> String? {
    guard let range = range(of: text, in: exception), exception.utf8.count > text.utf8.count else { return nil }
    let before = FinitePattern.escaped(String(exception[..<range.lowerBound]))
    let after = FinitePattern.escaped(String(exception[range.upperBound...]))
    let whole = FinitePattern.escaped(text) + after
    return before.isEmpty ? "(?!\(whole))" : "(?!(?<=\(before))\(whole))"
  }

  private static func range(of part: String, in text: String) -> Range<String.Index>? {
    let (haystack, needle) = (Array(text.utf8), Array(part.utf8))
    guard !needle.isEmpty, haystack.count >= needle.count else { return nil }
    guard
      let start = (0...(haystack.count - needle.count)).first(where: {
        haystack[$0..<($0 + needle.count)].elementsEqual(needle)
      })
    else { return nil }
    let lower = text.utf8.index(text.utf8.startIndex, offsetBy: start)
    return lower..<text.utf8.index(lower, offsetBy: needle.count)
  }
}

extension ICUPattern {
  /// A pattern of ICU for another engine, or `nil` if it needs what only ICU has.
  static func exported(_ pattern: String, to dialect: Dialect) -> String? {
    let bytes = Array(pattern.utf8)
    var isInSet = false
    var index = 0
    while index < bytes.count {
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch bytes[index] {
      case UInt8(ascii: "\\"):
        let common = Set("QERXhHvVNUaejz".utf8)
        if common.contains(next), dialect == .ecmaScript || !Set("aejz".utf8).contains(next) { return nil }
        if dialect == .ecmaScript, Set("AZGx".utf8).contains(next) { return nil }
        index += 1
      case UInt8(ascii: "["):
        if isInSet { return nil }
        isInSet = true
      case UInt8(ascii: "]"): isInSet = false
      case UInt8(ascii: "&"), UInt8(ascii: "-"):
        if isInSet, next == bytes[index] { return nil }
      case UInt8(ascii: "("):
        if !isInSet, next == UInt8(ascii: "?"), index + 2 < bytes.count {
          let kind = bytes[index + 2]
          let isPlain = Set(":=!<".utf8).contains(kind)
          if !isPlain, dialect == .ecmaScript || !Set("imsx>-".utf8).contains(kind) { return nil }
        }
      case UInt8(ascii: "*"), UInt8(ascii: "+"), UInt8(ascii: "?"), UInt8(ascii: "}"):
        // A quantifier with a plus is possessive.
        if !isInSet, next == UInt8(ascii: "+") { return nil }
      default: break
      }
      index += 1
    }
    return dialect == .regexp2 ? withoutBoundaries(pattern) : withoutIdleEscapes(pattern)
  }

  /// The pattern without backslashes that ECMAScript refuses with the flag `u`: those before signs that mean nothing.
  private static func withoutIdleEscapes(_ pattern: String) -> String {
    var output: [UInt8] = []
    let bytes = Array(pattern.utf8)
    let signs = Set("^$\\.*+?()[]{}|/".utf8)
    var isInSet = false
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\\"), index + 1 < bytes.count {
        let next = bytes[index + 1]
        let isSign = next < 0x80 && !isLetterOrDigit(next)
        if !isSign || signs.contains(next) || (isInSet && next == UInt8(ascii: "-")) { output.append(byte) }
        output.append(next)
        index += 2
        continue
      }
      if byte == UInt8(ascii: "[") { isInSet = true }
      if byte == UInt8(ascii: "]") { isInSet = false }
      output.append(byte)
      index += 1
    }
    return String(decoding: output, as: UTF8.self)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  /// The pattern without the boundaries at its ends, which Vale puts there again.
  private static func withoutBoundaries(_ pattern: String) -> String {
    guard pattern.hasPrefix("\\b"), pattern.hasSuffix("\\b"), !pattern.hasSuffix("\\\\b"), pattern.utf8.count > 4 else {
      return pattern
    }
    let inner = String(pattern.dropFirst(2).dropLast(2))
    let shape = PatternShape(inner)
    return shape.hasAlternatives ? pattern : inner
  }
}
