// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText

/// Writes Vale's substitution rules and vocabularies, for one language.
struct ValeWriter {
  private var source: RuleSource

  init(_ glossary: Glossary, options: ExportOptions) {
    source = RuleSource(glossary, options: options)
  }

  // MARK: A rule

  /// A rule that extends `substitution`.
  consuming func rule() -> ExportedGlossary {
    var swaps: [(pattern: ExportedPattern, wanted: String)] = []
    var taken: Set<ExportedPattern> = []
    let rejected = source.rejectedTerms()
    let level =
      rejected.map { ValeWriter.level(of: $0.term) }.max { ValeWriter.rank($0) < ValeWriter.rank($1) } ?? .error
    for item in rejected {
      if ValeWriter.level(of: item.term) != level {
        source.lose("severity", "becomes \(level.rawValue)", of: item.term)
      }
      if item.term.message != nil { source.lose("message", "is left out", of: item.term) }
      if !item.term.examples.isEmpty { source.lose("examples", "are left out", of: item.term) }
      let wanted = item.wanted.filter { !$0.contains("|") }
      if wanted.count < item.wanted.count {
        source.lose("term", "is replaced by a text with a bar and left out", of: item.term)
      }
      guard !wanted.isEmpty else { continue }
      for pattern in source.patterns(of: item.term, in: .regexp2) {
        guard taken.insert(pattern).inserted else {
          source.lose("term", "is in the rule already and left out", of: item.term)
          continue
        }
        swaps.append((pattern, wanted.joined(separator: "|")))
      }
    }
    let ignoresCase = !swaps.isEmpty && swaps.allSatisfy { $0.pattern.ignoresCase }
    var text = """
      extends: substitution
      message: "Use '%s' instead of '%s'."
      level: \(level.rawValue)
      ignorecase: \(ignoresCase)
      action:
        name: replace
      swap:

      """
    if swaps.isEmpty { text = text.replacing("swap:\n", with: "swap: {}\n") }
    for swap in swaps {
      let key = swap.pattern.ignoresCase && !ignoresCase ? "(?i)" + swap.pattern.pattern : swap.pattern.pattern
      text += "  \(RuleScalar.text(key)): \(RuleScalar.text(swap.wanted))\n"
    }
    return ExportedGlossary(bytes: Array(text.utf8), losses: source.losses)
  }

  /// Terms that must not be used are errors unless they say otherwise.
  private static func level(of term: Term) -> TermSeverity { term.severity ?? .error }

  private static func rank(_ severity: TermSeverity) -> Int {
    TermSeverity.allCases.firstIndex(of: severity) ?? 0
  }

  // MARK: Vocabularies

  /// The accepted words, or the rejected ones: a pattern on each line.
  consuming func vocabulary(accepts: Bool) -> ExportedGlossary {
    var lines: [String] = []
    var taken: Set<String> = []
    source.noteConcepts()
    for concept in source.concepts {
      for term in source.terms(of: concept) {
        guard accepts ? term.status.isAllowed : term.status.isRejected else {
          source.lose("term", "is \(term.status.rawValue) and left out", of: term)
          continue
        }
        for pattern in source.patterns(of: term, in: .regexp2) {
          let line = (pattern.ignoresCase ? "(?i)" : "") + pattern.pattern
          if line.utf8.contains(0x0A) {
            source.lose("term", "has more than one line and is left out", of: term)
          } else if taken.insert(line).inserted {
            lines.append(line)
          }
        }
      }
    }
    return ExportedGlossary(bytes: Array(lines.map { $0 + "\n" }.joined().utf8), losses: source.losses)
  }
}
