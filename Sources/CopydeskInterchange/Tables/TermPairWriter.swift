// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskTerminology
import CopydeskText

/// Writes lists of terms with their translations.
struct TermPairWriter {
  private let glossary: Glossary
  private let source: LanguageTag?
  private let target: LanguageTag?
  private var losses = LossReport()

  /// Creates a writer for a direction; without one it is from the glossary's first language to its second.
  init(_ glossary: Glossary, options: ExportOptions) {
    self.glossary = glossary
    let languages = ExportLanguages.of(glossary)
    let first = options.sourceLanguage ?? languages.first { $0 != options.targetLanguage }
    source = first
    target = options.targetLanguage ?? languages.first { $0.language != first?.language }
  }

  // MARK: OmegaT

  /// A line for each allowed term with each of its allowed translations.
  consuming func omegaT() -> ExportedGlossary {
    var writer = PlainTabs()
    for concept in glossary.concepts {
      noteConcept(concept, keepsNote: true)
      let (sources, targets) = usable(concept)
      for source in sources {
        for target in targets {
          let note = [concept.note, concept.definition, target.note].compactMap { $0 }.joined(separator: "; ")
          if source.text.utf8.first == UInt8(ascii: "#") {
            lose("term", "would be a comment and is left out", of: source)
            continue
          }
          for term in [source, target] where PlainTabs.isChanged(term.text) {
            lose("term", "gets spaces for tabs and line ends", of: term)
          }
          writer.line([source.text, target.text] + (note.isEmpty ? [] : [note]))
        }
      }
    }
    return ExportedGlossary(bytes: writer.bytes, losses: losses)
  }

  // MARK: DeepL

  /// The longest text on either side, in UTF-8.
  private static let deepLTextLimit = 1024
  /// The largest file.
  private static let deepLFileLimit = 10 << 20

  /// A line for each allowed term with the translation to use; what DeepL refuses is left out.
  consuming func deepL() -> ExportedGlossary {
    var writer = TableWriter(separator: TableDialect.comma)
    var taken: Set<String> = []
    for concept in glossary.concepts {
      noteConcept(concept, keepsNote: false)
      let (sources, targets) = usable(concept)
      guard let translation = targets.first else { continue }
      for other in targets.dropFirst() { lose("term", "is left out for want of a second translation", of: other) }
      for source in sources {
        if let problem = [source, translation].lazy.compactMap({ TermPairWriter.deepLProblem($0.text) }).first {
          lose("term", problem, of: source)
        } else if !taken.insert(source.text).inserted {
          lose("term", "has a translation already and is left out", of: source)
        } else {
          var line = TableWriter(separator: TableDialect.comma)
          line.row([source.text, translation.text])
          if writer.bytes.count + line.bytes.count > TermPairWriter.deepLFileLimit {
            lose("term", "is left out, since the file has 10 MiB without it", of: source)
          } else {
            writer.row([source.text, translation.text])
          }
        }
      }
    }
    return ExportedGlossary(bytes: writer.bytes, losses: losses)
  }

  /// Why DeepL refuses a text, or `nil` if it does not.
  private static func deepLProblem(_ text: String) -> String? {
    if text.utf8.count > deepLTextLimit { return "is longer than \(deepLTextLimit) bytes and left out" }
    if TableText.trimmed(text) != text || text.isEmpty { return "has white space at an end and is left out" }
    let hasControl = text.unicodeScalars.contains { scalar in
      scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.value == 0x2028 || scalar.value == 0x2029
    }
    return hasControl ? "has a control character or line end and is left out" : nil
  }

  // MARK: Losses

  /// The allowed terms of both sides, the preferred first; the others are noted as lost.
  private mutating func usable(_ concept: Concept) -> (sources: [Term], targets: [Term]) {
    guard concept.state == .approved else {
      losses.note(.init(field: "concept", outcome: "is not approved and left out", subject: concept.id))
      return ([], [])
    }
    var sides: (sources: [Term], targets: [Term]) = ([], [])
    for term in concept.terms {
      let isSource = ExportLanguages.covers(source, term.language)
      let isTarget = !isSource && ExportLanguages.covers(target, term.language)
      if !isSource, !isTarget {
        lose("term", "is in another language and left out", of: term)
      } else if term.matching == .regex {
        lose("term", "is a regular expression and left out", of: term)
      } else if !term.status.isAllowed {
        lose("term", "is \(term.status.rawValue) and left out", of: term)
      } else if isSource {
        sides.sources.append(term)
      } else {
        sides.targets.append(term)
      }
    }
    let preferredFirst = { (left: Term, right: Term) in
      left.status == .preferred && right.status != .preferred
    }
    sides.sources = sides.sources.stablySorted(by: preferredFirst)
    sides.targets = sides.targets.stablySorted(by: preferredFirst)
    if sides.sources.isEmpty != sides.targets.isEmpty {
      let side = sides.sources.isEmpty ? source : target
      losses.note(
        .init(
          field: "concept", outcome: "has no term in \(side?.tag ?? "a second language") and is left out",
          subject: concept.id))
      return ([], [])
    }
    return sides
  }

  private mutating func noteConcept(_ concept: Concept, keepsNote: Bool) {
    ExportLanguages.noteDetails(of: concept, keepsNote: keepsNote, in: &losses)
  }

  private mutating func lose(_ field: String, _ outcome: String, of term: Term) {
    losses.note(.init(field: field, outcome: outcome, subject: "“\(term.text)” (\(term.language.tag))"))
  }
}

/// Lines of cells between tabs, without any quoting.
private struct PlainTabs {
  private(set) var bytes: [UInt8] = []

  mutating func line(_ cells: [String]) {
    for (index, cell) in cells.enumerated() {
      if index > 0 { bytes.append(TableDialect.tab) }
      bytes.append(contentsOf: cell.utf8.map { $0 < 0x20 ? 0x20 : $0 })
    }
    bytes.append(0x0A)
  }

  static func isChanged(_ text: String) -> Bool { text.utf8.contains { $0 < 0x20 } }
}

extension Array {
  /// The elements in an order in which those that are equal keep theirs.
  func stablySorted(by isBefore: (Element, Element) -> Bool) -> [Element] {
    enumerated().sorted { left, right in
      if isBefore(left.element, right.element) { return true }
      if isBefore(right.element, left.element) { return false }
      return left.offset < right.offset
    }.map(\.element)
  }
}
