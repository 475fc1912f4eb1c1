// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

/// Concepts as a person looks them up.
public enum GlossaryCard {
  /// The indices of the concepts that a word means.
  ///
  /// These are the concepts with that id or exactly that term, else those with a term or id of which words begin
  /// with it. Case and accents do not count.
  public static func concepts(matching query: String, in glossary: Glossary) -> [Int] {
    let wanted = plain(query)
    guard !wanted.isEmpty else { return [] }
    let texts = glossary.concepts.map { concept in
      [plain(concept.id)] + concept.terms.flatMap { [$0.text] + $0.forms }.map(plain)
    }
    let exact = texts.indices.filter { texts[$0].contains(wanted) }
    if !exact.isEmpty { return exact }
    return texts.indices.filter { index in
      texts[index].contains { text in
        text.hasPrefix(wanted) || text.contains(" " + wanted) || text.contains("-" + wanted)
      }
    }
  }

  private static func plain(_ text: String) -> String {
    var result = ""
    for scalar in CaseMapping.folded(text).unicodeScalars {
      let base = UnicodeProperties.baseLetter(of: scalar.value)
      if let letter = Unicode.Scalar(base), !UnicodeProperties.category(of: base).isMark {
        result.unicodeScalars.append(letter)
      }
    }
    return result
  }

  /// Everything about a concept, for people.
  ///
  /// - Parameters:
  ///   - concept: The concept.
  ///   - place: Where it stands, such as `terms.yml:12`.
  /// - Returns: Some lines, the last one ended.
  public static func text(of concept: Concept, at place: String) -> String {
    let state = concept.state == .approved ? "" : ", \(concept.state.rawValue)"
    var lines = ["\(concept.id) (\(concept.kind.rawValue)\(state))  \(place)"]
    if let definition = concept.definition { lines.append("  \(definition)") }
    for language in concept.languages {
      for (index, term) in concept.terms.filter({ $0.language == language }).enumerated() {
        let tag = index == 0 ? language.tag : ""
        lines.append("  \(padded(tag, 6))\(padded(term.text, 33))\(details(of: term))")
        for line in notes(of: term) { lines.append("          \(line)") }
      }
    }
    for field in Concept.fields where !["kind", "state", "definition"].contains(field.name) {
      let value = field.text(concept)
      if !value.isEmpty { lines.append("  \(field.name): \(value)") }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private static let inline: Set<String> = ["status", "type", "match", "case", "forms"]

  private static func details(of term: Term) -> String {
    let plain = Term(term.text, language: term.language)
    let shown = Term.fields.filter { ["type", "match", "case"].contains($0.name) && !$0.isEqual(term, plain) }
    var parts = [term.status.rawValue] + shown.map { $0.name == "type" ? $0.text(term) : "\($0.name) \($0.text(term))" }
    if !term.forms.isEmpty { parts.append("also " + term.forms.joined(separator: ", ")) }
    return parts.joined(separator: "; ")
  }

  /// Who changed the term and when is for the file; a card says what holds.
  private static let history: Set<String> = ["author", "reviewer", "created", "modified"]

  private static func notes(of term: Term) -> [String] {
    Term.fields.filter { !inline.contains($0.name) && !history.contains($0.name) }.compactMap { field in
      let value = field.text(term)
      return value.isEmpty ? nil : "\(field.name): \(value)"
    }
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    let count = text.unicodeScalars.reduce(0) { sum, scalar in
      sum + (UnicodeProperties.category(of: scalar.value).isMark ? 0 : UnicodeProperties.isWide(scalar.value) ? 2 : 1)
    }
    return text + String(repeating: " ", count: max(1, width - count))
  }
}
