// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText

/// Writes glossaries as tables with a row for each term.
///
/// What is said of a concept stands in the first of its rows, its id in each. Columns that nothing is said
/// in are left out, apart from the ones that make a table.
enum TableGlossaryWriter {
  /// The columns that are always there.
  private static let usual: Set<TableField> = [.id, .kind, .language, .term, .status]

  static func write(_ glossary: Glossary, separator: UInt8) -> ExportedGlossary {
    var losses = LossReport()
    if glossary.title != nil { losses.note(.init(field: "title", outcome: "is left out", subject: glossary.id)) }
    if glossary.license != nil { losses.note(.init(field: "license", outcome: "is left out", subject: glossary.id)) }
    let fields = (TableField.ofConcepts + TableField.ofTerms).filter { field in
      usual.contains(field) || glossary.concepts.contains { isUsed(field, in: $0) }
    }
    var writer = TableWriter(separator: separator)
    writer.row(fields.map(\.rawValue))
    for concept in glossary.concepts {
      if concept.terms.isEmpty {
        writer.row(row(of: concept, nil, isFirst: true, fields, &losses))
      }
      for (index, term) in concept.terms.enumerated() {
        writer.row(row(of: concept, term, isFirst: index == 0, fields, &losses))
      }
    }
    return ExportedGlossary(bytes: writer.bytes, losses: losses)
  }

  private static func isUsed(_ field: TableField, in concept: Concept) -> Bool {
    if field.isOfConcept { return !value(of: field, in: concept).isEmpty && !isDefault(field, of: concept) }
    return concept.terms.contains { !value(of: field, in: $0).isEmpty }
  }

  private static func isDefault(_ field: TableField, of concept: Concept) -> Bool {
    field == .state && concept.state == .approved
  }

  private static func row(
    of concept: Concept, _ term: Term?, isFirst: Bool, _ fields: [TableField], _ losses: inout LossReport
  ) -> [String] {
    fields.map { field in
      let cell: String
      if field.isOfConcept {
        cell = isFirst || field == .id ? value(of: field, in: concept) : ""
      } else {
        cell = term.map { value(of: field, in: $0) } ?? ""
      }
      let subject = field.isOfConcept ? concept.id : term.map { "“\($0.text)” (\($0.language.tag))" } ?? concept.id
      note(field, cell, concept, term, subject, &losses)
      return TableText.escapedFormula(cell)
    }
  }

  /// Notes what a reader of the table will not get back.
  private static func note(
    _ field: TableField, _ cell: String, _ concept: Concept, _ term: Term?, _ subject: String,
    _ losses: inout LossReport
  ) {
    if TableText.trimmed(cell) != cell {
      losses.note(.init(field: field.rawValue, outcome: "loses the white space at its ends", subject: subject))
    }
    if cell.utf8.contains(0x0D) {
      losses.note(.init(field: field.rawValue, outcome: "gets other line ends", subject: subject))
    }
    if lists(of: field, in: concept, term).contains(where: { $0.utf8.contains(0x0A) || TableText.trimmed($0) != $0 }) {
      losses.note(.init(field: field.rawValue, outcome: "loses its line breaks", subject: subject))
    }
    if field == .examples, let term,
      term.examples.contains(where: { TableValue.example(TableValue.item(of: $0)) != $0 })
    {
      losses.note(.init(field: "examples", outcome: "are divided at another arrow", subject: subject))
    }
    if field == .externalIDs, concept.externalIDs.contains(where: { $0.catalog.contains("=") }) {
      losses.note(.init(field: "external-ids", outcome: "are divided at another sign", subject: subject))
    }
  }

  private static func lists(of field: TableField, in concept: Concept, _ term: Term?) -> [String] {
    switch field {
    case .domain: concept.domains
    case .desk: concept.desks
    case .source: concept.sources
    case .forms: term?.forms ?? []
    case .exceptions: term?.exceptions ?? []
    case .examples: term?.examples.map { TableValue.item(of: $0) } ?? []
    case .contexts: term?.contexts ?? []
    default: []
    }
  }

  private static func value(of field: TableField, in concept: Concept) -> String {
    switch field {
    case .id: concept.id
    case .kind: concept.kind.rawValue
    case .state: concept.state.rawValue
    case .domain: TableText.cell(of: concept.domains)
    case .desk: TableText.cell(of: concept.desks)
    case .definition: concept.definition ?? ""
    case .owner: concept.owner ?? ""
    case .reviewBy: concept.reviewBy?.description ?? ""
    case .source: TableText.cell(of: concept.sources)
    case .note: concept.note ?? ""
    case .validity: TableValue.cell(of: concept.validity)
    case .relations: TableValue.cell(of: concept.relations.map { ($0.kind.rawValue, $0.concept) })
    case .externalIDs: TableValue.cell(of: concept.externalIDs.map { ($0.catalog, $0.id) })
    default: ""
    }
  }

  /// The value of a field; defaults that most terms have are empty.
  private static func value(of field: TableField, in term: Term) -> String {
    switch field {
    case .language: term.language.tag
    case .term: term.text
    case .status: term.status.rawValue
    case .type: term.type == .full ? "" : term.type.rawValue
    case .partOfSpeech: term.partOfSpeech?.rawValue ?? ""
    case .gender: term.gender?.rawValue ?? ""
    case .number: term.number?.rawValue ?? ""
    case .region: term.region ?? ""
    case .match: term.matching == .stem ? "" : term.matching.rawValue
    case .casePolicy: term.casePolicy == .permissive ? "" : term.casePolicy.rawValue
    case .forms: TableText.cell(of: term.forms)
    case .firstMention: term.firstMention ?? ""
    case .termValidity: TableValue.cell(of: term.validity)
    case .exceptions: TableText.cell(of: term.exceptions)
    case .scopes: TableText.cell(of: term.scopes.map(\.rawValue))
    case .examples: TableText.cell(of: term.examples.map { TableValue.item(of: $0) })
    case .contexts: TableText.cell(of: term.contexts)
    case .message: term.message ?? ""
    case .termNote: term.note ?? ""
    case .termSource: term.source ?? ""
    case .severity: term.severity?.rawValue ?? ""
    case .doNotTranslate: term.isNotTranslated ? "yes" : ""
    case .author: term.author ?? ""
    case .reviewer: term.reviewer ?? ""
    case .created: term.created?.description ?? ""
    case .modified: term.modified?.description ?? ""
    default: ""
    }
  }
}
