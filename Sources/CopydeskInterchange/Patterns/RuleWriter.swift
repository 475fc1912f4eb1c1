// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText

/// What a rule of another tool says about one rejected term.
struct RejectedTerm {
  let concept: Concept
  let term: Term
  /// What to use instead, the preferred first.
  let wanted: [String]
}

/// Finds the terms of one language that rules can be made of, and notes the others.
struct RuleSource {
  let language: LanguageTag?
  private(set) var losses = LossReport()
  private let glossary: Glossary

  init(_ glossary: Glossary, options: ExportOptions) {
    self.glossary = glossary
    language = options.sourceLanguage ?? options.targetLanguage ?? ExportLanguages.of(glossary).first
  }

  /// The concepts that are in force.
  var concepts: [Concept] { glossary.concepts.filter { $0.state == .approved } }

  /// The terms of a concept in the language.
  func terms(of concept: Concept) -> [Term] {
    concept.terms.filter { ExportLanguages.covers(language, $0.language) }
  }

  /// The rejected terms with what to use instead.
  mutating func rejectedTerms() -> [RejectedTerm] {
    noteConcepts()
    return concepts.flatMap { concept -> [RejectedTerm] in
      let terms = terms(of: concept)
      let wanted = RuleSource.wanted(terms)
      return terms.filter { $0.status.isRejected }.compactMap { term in
        if wanted.isEmpty {
          lose("term", "has nothing to use instead and is left out", of: term)
          return nil
        }
        noteDetails(of: term)
        return RejectedTerm(concept: concept, term: term, wanted: wanted)
      }
    }
  }

  /// The texts that copy may use for the whole name, or for a short one where there is no other.
  private static func wanted(_ terms: [Term]) -> [String] {
    let allowed = terms.filter { $0.status.isAllowed && $0.matching != .regex }
    let whole = allowed.filter { !$0.type.isShortening }
    return (whole.isEmpty ? allowed : whole)
      .stablySorted { $0.status == .preferred && $1.status != .preferred }.map(\.text)
  }

  mutating func noteConcepts() {
    for concept in glossary.concepts where concept.state != .approved {
      losses.note(.init(field: "concept", outcome: "is not approved and left out", subject: concept.id))
    }
    for term in concepts.flatMap(\.terms) where !ExportLanguages.covers(language, term.language) {
      lose("term", "is in another language and left out", of: term)
    }
    for concept in concepts {
      for (field, isThere) in [
        ("definition", concept.definition != nil), ("note", concept.note != nil), ("source", !concept.sources.isEmpty),
        ("domain", !concept.domains.isEmpty), ("validity", !concept.validity.isEmpty),
      ] where isThere {
        losses.note(.init(field: field, outcome: "is left out", subject: concept.id))
      }
    }
  }

  private mutating func noteDetails(of term: Term) {
    if !term.validity.isEmpty { lose("validity", "is left out", of: term) }
    if !term.scopes.isEmpty { lose("scopes", "are left out", of: term) }
    if term.note != nil { lose("note", "is left out", of: term) }
    if term.status != .deprecated { lose("status", "is no longer told from deprecated", of: term) }
  }

  mutating func lose(_ field: String, _ outcome: String, of term: Term) {
    losses.note(.init(field: field, outcome: outcome, subject: "“\(term.text)” (\(term.language.tag))"))
  }

  /// The patterns of a term; what they do not say is noted.
  mutating func patterns(of term: Term, in dialect: ICUPattern.Dialect) -> [ExportedPattern] {
    var notes: [(String, String)] = []
    let patterns = ExportedPattern.patterns(of: term, in: dialect) { notes.append(($0, $1)) }
    for (field, outcome) in notes { lose(field, outcome, of: term) }
    return patterns
  }
}

/// Scalars of YAML files for other tools: plain where nothing speaks against it, else in quotation marks.
enum RuleScalar {
  private static let reserved: Set<String> = ["null", "true", "false", "yes", "no", "on", "off", "y", "n"]

  static func text(_ text: String) -> String {
    let isPlain =
      text.unicodeScalars.first.map { $0.properties.isAlphabetic } ?? false
      && !text.hasSuffix(" ") && !reserved.contains(text.lowercased())
      && text.unicodeScalars.allSatisfy { $0.value >= 0x80 ? $0.properties.isAlphabetic : isPlainASCII($0) }
    if isPlain { return text }
    guard text.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F...0xA0).contains($0.value) }) else {
      return "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
    }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x22: quoted += "\\\""
      case 0x5C: quoted += "\\\\"
      case 0x0A: quoted += "\\n"
      case 0..<0x20, 0x7F...0xA0:
        let digits = String(scalar.value, radix: 16, uppercase: true)
        quoted += "\\x" + String(repeating: "0", count: 2 - digits.utf8.count) + digits
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  private static func isPlainASCII(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", " ", "-", "_", ".", "'", "(", ")", "/": true
    default: false
    }
  }
}
