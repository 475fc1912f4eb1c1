// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskTerminology
import CopydeskText

/// Writes rule files for prh, whose specs all hold.
struct PrhWriter {
  private var source: RuleSource

  init(_ glossary: Glossary, options: ExportOptions) {
    source = RuleSource(glossary, options: options)
  }

  /// The rules that reject terms of one language.
  consuming func rules() -> ExportedGlossary {
    var text = "version: 1\n\nrules:\n"
    var isEmpty = true
    let rejected = source.rejectedTerms()
    var index = 0
    while index < rejected.count {
      let concept = rejected[index].concept
      var end = index
      while end < rejected.count, rejected[end].concept.id == concept.id { end += 1 }
      // prh takes patterns with different flags only in different rules.
      for ignoresCase in [false, true] {
        guard let rule = rule(of: rejected[index..<end], ignoresCase: ignoresCase) else { continue }
        text += (isEmpty ? "" : "\n") + rule
        isEmpty = false
      }
      index = end
    }
    if isEmpty { text = "version: 1\n\nrules: []\n" }
    return ExportedGlossary(bytes: Array(text.utf8), losses: source.losses)
  }

  private mutating func rule(of terms: ArraySlice<RejectedTerm>, ignoresCase: Bool) -> String? {
    guard let wanted = terms.first?.wanted.first else { return nil }
    var rule = PrhRule(expected: wanted)
    var spelled: [String] = []
    var examples: [(TermExample, Term)] = []
    for item in terms {
      // Both rounds look at all terms; each notes only what is its own.
      let noted = source
      let patterns = source.patterns(of: item.term, in: .ecmaScript)
      guard patterns.first?.ignoresCase ?? false == ignoresCase else {
        source = noted
        continue
      }
      if item.term.severity != nil { source.lose("severity", "is left out", of: item.term) }
      if item.wanted.count > 1 { source.lose("term", "is replaced by the first of several", of: item.term) }
      if let message = item.term.message {
        if rule.message == nil { rule.message = message } else { source.lose("message", "is left out", of: item.term) }
      }
      for pattern in patterns {
        let spelling = PrhWriter.spelling(of: pattern, language: item.term.language)
        if spelled.contains(spelling) { continue }
        spelled.append(spelling)
        rule.patterns.append(PrhPattern(spelling))
      }
      examples += item.term.examples.map { ($0, item.term) }
    }
    guard !spelled.isEmpty else { return nil }
    var text = "  - expected: \(RuleScalar.text(wanted))\n"
    if spelled.count == 1, let only = spelled.first {
      text += "    pattern: \(RuleScalar.text(only))\n"
    } else {
      text += "    patterns:\n" + spelled.map { "      - \(RuleScalar.text($0))\n" }.joined()
    }
    text += specs(examples, rule)
    if let message = rule.message { text += "    prh: \(RuleScalar.text(message))\n" }
    return text
  }

  private mutating func specs(_ examples: [(TermExample, Term)], _ rule: PrhRule) -> String {
    var text = ""
    for (example, term) in examples {
      let from = String(String.UnicodeScalarView(example.text.unicodeScalars.filter { $0 != "⟦" && $0 != "⟧" }))
      guard let result = try? rule.applied(to: from), result.marked == example.text,
        example.fixed == nil || example.fixed == result.text
      else {
        source.lose("examples", "do not hold for the patterns and are left out", of: term)
        continue
      }
      text += "      - from: \(RuleScalar.text(from))\n        to: \(RuleScalar.text(result.text))\n"
    }
    return text.isEmpty ? "" : "    specs:\n" + text
  }

  /// A pattern as prh reads it: plain text where it may stand anywhere, else with the ends of words.
  private static func spelling(of pattern: ExportedPattern, language: LanguageTag) -> String {
    let flags = pattern.ignoresCase ? "i" : ""
    guard let text = pattern.text else { return "/\(slashed(pattern.pattern))/\(flags)" }
    let isSpaceless = ["ja", "zh", "th", "lo", "km", "my"].contains(language.language)
    let first = text.unicodeScalars.first.map { UnicodeProperties.category(of: $0.value).isLetter } ?? false
    let last = text.unicodeScalars.last.map { UnicodeProperties.category(of: $0.value).isLetter } ?? false
    // `\b` of ECMAScript knows only ASCII, so the ends of words look for letters.
    let before = first && !isSpaceless ? "(?<![\\p{L}\\p{M}\\p{N}])" : ""
    let after = last && !isSpaceless ? "(?![\\p{L}\\p{M}\\p{N}])" : ""
    let isPlain = before.isEmpty && after.isEmpty && flags.isEmpty && pattern.pattern == FinitePattern.escaped(text)
    // prh puts a backslash before each hyphen of a plain text, which its own patterns do not allow.
    if isPlain, !text.hasPrefix("/"), !text.utf8.contains(UInt8(ascii: "-")) { return text }
    return "/\(before)\(slashed(pattern.pattern))\(after)/\(flags)"
  }

  /// The pattern with a backslash before each slash that has none.
  private static func slashed(_ pattern: String) -> String {
    var slashed = String.UnicodeScalarView()
    var isEscaped = false
    for scalar in pattern.unicodeScalars {
      if scalar == "/", !isEscaped { slashed.append("\\") }
      isEscaped = scalar == "\\" && !isEscaped
      slashed.append(scalar)
    }
    return String(slashed)
  }
}
