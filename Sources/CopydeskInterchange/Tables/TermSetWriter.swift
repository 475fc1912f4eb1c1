// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText

/// Writes tables with a column for each language and the preferred terms of a concept in a row, as machine
/// translation services take them.
struct TermSetWriter {
  /// What a service accepts.
  private struct Limits {
    let textByteCount: Int
    let fileByteCount: Int
    let languageCount: Int
    let name: String
  }

  private let glossary: Glossary
  private let languages: [LanguageTag]
  private var losses = LossReport()

  init(_ glossary: Glossary, options: ExportOptions) {
    self.glossary = glossary
    var languages = ExportLanguages.of(glossary)
    if let target = options.targetLanguage {
      let source = options.sourceLanguage ?? languages.first { $0 != target }
      languages = [source, target].compactMap { $0 }
    } else if let source = options.sourceLanguage {
      languages.removeAll { $0 == source }
      languages.insert(source, at: 0)
    }
    self.languages = languages
  }

  /// Google's equivalent term sets, with part of speech and description where there are any.
  consuming func google() -> ExportedGlossary {
    let limits = Limits(textByteCount: 1023, fileByteCount: 10_485_760, languageCount: .max, name: "Google")
    let hasParts = glossary.concepts.contains { TermSetWriter.partOfSpeech(of: $0) != nil }
    let hasDescriptions = glossary.concepts.contains { $0.definition != nil }
    let header = languages.map(\.tag) + (hasParts ? ["pos"] : []) + (hasDescriptions ? ["description"] : [])
    return write(header, limits, keepsDefinition: true) { concept in
      (hasParts ? [TermSetWriter.partOfSpeech(of: concept)?.rawValue ?? ""] : [])
        + (hasDescriptions ? [TermSetWriter.line(concept.definition ?? "")] : [])
    }
  }

  /// Amazon's custom terminology; its first language is the one to translate from.
  consuming func amazon() -> ExportedGlossary {
    let limits = Limits(textByteCount: 200, fileByteCount: 10_485_760, languageCount: 11, name: "Amazon")
    return write(languages.prefix(limits.languageCount).map(\.tag), limits, keepsDefinition: false) { _ in [] }
  }

  private consuming func write(
    _ header: [String], _ limits: Limits, keepsDefinition: Bool, _ more: (Concept) -> [String]
  ) -> ExportedGlossary {
    let languages = Array(languages.prefix(limits.languageCount))
    for language in self.languages.dropFirst(limits.languageCount) {
      losses.note(
        .init(
          field: "language", outcome: "is left out, since \(limits.name) takes \(limits.languageCount)",
          subject: language.tag))
    }
    var writer = TableWriter(separator: TableDialect.comma)
    writer.row(header)
    var taken: Set<String> = []
    for concept in glossary.concepts {
      ExportLanguages.noteDetails(of: concept, keepsNote: false, keepsDefinition: keepsDefinition, in: &losses)
      let cells = terms(of: concept, languages, limits)
      guard cells.count(where: { !$0.isEmpty }) > 1 else {
        losses.note(
          .init(
            field: "concept", outcome: "has no two languages to put beside each other and is left out",
            subject: concept.id))
        continue
      }
      if let first = cells.first, !first.isEmpty, !taken.insert(first).inserted {
        losses.note(
          .init(field: "concept", outcome: "has the first term of another and is left out", subject: concept.id))
        continue
      }
      var row = TableWriter(separator: TableDialect.comma)
      row.row(cells + more(concept))
      guard writer.bytes.count + row.bytes.count <= limits.fileByteCount else {
        losses.note(
          .init(field: "concept", outcome: "is left out, since the file is full without it", subject: concept.id))
        continue
      }
      writer.row(cells + more(concept))
    }
    return ExportedGlossary(bytes: writer.bytes, losses: losses)
  }

  /// The term to use in each language; empty where there is none that fits.
  private mutating func terms(of concept: Concept, _ languages: [LanguageTag], _ limits: Limits) -> [String] {
    guard concept.state == .approved else { return languages.map { _ in "" } }
    var chosen: Set<Int> = []
    let cells = languages.map { language -> String in
      let exact = concept.terms.indices.filter { concept.terms[$0].language == language }
      let usable = exact.filter { concept.terms[$0].status.isAllowed && concept.terms[$0].matching != .regex }
      guard let index = usable.first(where: { concept.terms[$0].status == .preferred }) ?? usable.first else {
        return ""
      }
      chosen.insert(index)
      let text = concept.terms[index].text
      let problem =
        text.utf8.count > limits.textByteCount
        ? "is longer than \(limits.textByteCount) bytes and left out"
        : TermSetWriter.line(text) != text ? "has white space or line ends that do not fit and is left out" : nil
      guard let problem else { return text }
      lose(problem, of: concept.terms[index])
      return ""
    }
    for index in concept.terms.indices where !chosen.contains(index) {
      let term = concept.terms[index]
      lose(
        term.status.isAllowed ? "is not the one to use and left out" : "is \(term.status.rawValue) and left out",
        of: term)
    }
    return cells
  }

  private mutating func lose(_ outcome: String, of term: Term) {
    losses.note(.init(field: "term", outcome: outcome, subject: "“\(term.text)” (\(term.language.tag))"))
  }

  private static func partOfSpeech(of concept: Concept) -> PartOfSpeech? {
    concept.terms.lazy.compactMap { $0.status.isAllowed ? $0.partOfSpeech : nil }.first
  }

  /// The text on one line without white space at its ends.
  private static func line(_ text: String) -> String {
    TableText.trimmed(String(decoding: text.utf8.map { $0 < 0x20 ? 0x20 : $0 }, as: UTF8.self))
  }
}
