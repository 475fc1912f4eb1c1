// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText

/// Reads glossaries from tables with a header row.
enum TableGlossaryReader {
  /// Reads a glossary; each column that means nothing is in the loss report.
  static func read(
    _ input: InputText, _ dialect: TableDialect, options: ImportOptions
  ) throws(GlossaryError) -> ImportedGlossary {
    let table = try TableReader.read(input, dialect)
    let columns = try TableColumns(of: table, options: options)
    var reading = TableReading(table: table)
    reading.read(columns)
    guard reading.mistakes.isEmpty else {
      throw GlossaryError(path: input.path, mistakes: reading.mistakes.sorted { $0.place < $1.place })
    }
    return reading.draft.imported(path: input.path, id: options.glossaryID, languages: columns.terms.map(\.language))
  }
}

/// Turns the rows of a table into concepts and notes each mistake on the way.
private struct TableReading {
  let table: Table
  var draft = GlossaryDraft()
  var mistakes: [GlossaryError.Mistake] = []
  private var languages: [String: LanguageTag] = [:]

  init(table: Table) {
    self.table = table
  }

  mutating func read(_ columns: TableColumns) {
    guard let header = table.rows.first else { return }
    let ids = columns.ofConcept.first { $0.field == .id }?.column
    var current: Int?
    for row in table.rows.dropFirst() {
      checkWidth(of: row, header)
      guard let first = row.cells.first(where: { !$0.isEmpty }) else { continue }
      let id = ids.flatMap { row[$0] }.map { text(of: $0) } ?? ""
      let index: Int
      if !id.isEmpty {
        index = draft.entry(id: id, at: table.place(of: first))
      } else if columns.term != nil, ids != nil, let current {
        // An id that is left out is that of the row above, as merged cells of a spreadsheet come.
        index = current
      } else if columns.term != nil, ids != nil {
        mistake("the first row has no id", at: first)
        continue
      } else {
        index = draft.newEntry(at: table.place(of: first))
      }
      current = index
      readConcept(row, columns, into: index)
      if let term = columns.term {
        readTerm(row, term, columns, into: index)
      } else {
        for column in columns.terms { readTerms(row, column, columns, into: index) }
      }
    }
    noteUnknown(columns, header)
  }

  private mutating func checkWidth(of row: TableRow, _ header: TableRow) {
    guard let cell = row.cells.dropFirst(header.cells.count).first(where: { !$0.isEmpty }) else { return }
    mistake("the row has more cells than the header, which has \(header.cells.count)", at: cell)
  }

  private mutating func noteUnknown(_ columns: TableColumns, _ header: TableRow) {
    for column in columns.unknown {
      let filled = table.rows.dropFirst().filter { !($0[column]?.isEmpty ?? true) }
      guard let first = filled.first, let cell = first[column] else { continue }
      let name = header[column]?.text ?? ""
      draft.lose(
        "the column “\(name)”", "is not known and left out; say what it means with --map",
        of: filled.count == 1 ? "1 row" : "\(filled.count) rows", at: table.place(of: cell))
    }
  }

  // MARK: Concepts

  private mutating func readConcept(_ row: TableRow, _ columns: TableColumns, into index: Int) {
    let hasTermNotes = columns.ofAllTerms.contains { $0.field == .termNote }
    for (field, column) in columns.ofConcept {
      guard let cell = row[column], !cell.isEmpty else { continue }
      let text = text(of: cell)
      var concept = draft.entries[index].concept
      switch field {
      case .kind:
        if let kind: ConceptKind = choice(text, "kind", TableValue.kinds, at: cell) { concept.kind = kind }
      case .state:
        if let state: ConceptState = choice(text, "state", TableValue.states, at: cell) { concept.state = state }
      case .domain: TableReading.add(TableText.items(of: text), to: &concept.domains)
      case .desk: TableReading.add(TableText.items(of: text), to: &concept.desks)
      case .source: TableReading.add(TableText.items(of: text), to: &concept.sources)
      case .definition: set(&concept.definition, text, "definition", of: concept.id, at: cell)
      case .owner: set(&concept.owner, text, "owner", of: concept.id, at: cell)
      case .note:
        if columns.term != nil, !hasTermNotes, concept.note != nil, concept.note != text { continue }
        set(&concept.note, text, "note", of: concept.id, at: cell)
      case .reviewBy: concept.reviewBy = day(text, "review-by", at: cell) ?? concept.reviewBy
      case .validity: concept.validity = spans(text, at: cell) ?? concept.validity
      case .relations: concept.relations = relations(text, at: cell) ?? concept.relations
      case .externalIDs: concept.externalIDs = externalIDs(text, at: cell) ?? concept.externalIDs
      default: continue
      }
      draft.entries[index].concept = concept
    }
  }

  private static func add(_ items: [String], to list: inout [String]) {
    for item in items where !list.contains(item) { list.append(item) }
  }

  private mutating func set(
    _ value: inout String?, _ text: String, _ field: String, of id: String, at cell: TableCell
  ) {
    if let value, value != text {
      draft.lose(field, "differs between the rows of a concept; the first is kept", of: id, at: table.place(of: cell))
    } else {
      value = text
    }
  }

  private mutating func relations(_ text: String, at cell: TableCell) -> [ConceptRelation]? {
    var relations: [ConceptRelation] = []
    for (name, id) in TableValue.pairs(text) ?? [("", "")] {
      guard let kind = ConceptRelationKind(rawValue: name) else {
        let kinds = ConceptRelationKind.allCases.map(\.rawValue).joined(separator: ", ")
        mistake("“\(text)” is no relation; expected “broader=ID”, with one of \(kinds)", at: cell)
        return nil
      }
      relations.append(ConceptRelation(kind, id))
    }
    return relations
  }

  private mutating func externalIDs(_ text: String, at cell: TableCell) -> [ExternalID]? {
    guard let pairs = TableValue.pairs(text) else {
      mistake("“\(text)” is no id of a catalog; expected “wikidata=Q42”", at: cell)
      return nil
    }
    return pairs.map { ExternalID(catalog: $0.0, id: $0.1) }
  }

  // MARK: Terms

  private mutating func readTerm(
    _ row: TableRow, _ columns: (language: Int, text: Int), _ all: TableColumns, into index: Int
  ) {
    let languageCell = row[columns.language]
    guard let textCell = row[columns.text], !textCell.isEmpty else {
      if let languageCell, !languageCell.isEmpty { mistake("the row has a language and no term", at: languageCell) }
      return
    }
    guard let languageCell, !languageCell.isEmpty else {
      mistake("the term “\(textCell.text)” has no language", at: textCell)
      return
    }
    guard let language = language(of: languageCell) else { return }
    var term = Term(text(of: textCell), language: language)
    for (field, column) in all.ofAllTerms {
      guard let cell = row[column], !cell.isEmpty else { continue }
      apply(field, text(of: cell), to: &term, at: cell)
    }
    // Rows whose notes differ speak of the term, whatever the column is called.
    if let (_, column) = all.ofConcept.first(where: { $0.field == .note }), let cell = row[column], !cell.isEmpty,
      term.note == nil, draft.entries[index].concept.note != text(of: cell)
    {
      term.note = text(of: cell)
    }
    draft.entries[index].add(term, at: table.place(of: textCell))
  }

  private mutating func readTerms(
    _ row: TableRow, _ column: TermColumn, _ all: TableColumns, into index: Int
  ) {
    guard let cell = row[column.column], !cell.isEmpty else { return }
    let texts = TableText.items(of: text(of: cell))
    let hasOwnTerms = draft.entries[index].concept.terms.contains { $0.language == column.language }
    for (number, text) in texts.enumerated() {
      // Of several terms in a cell the first is the one to use, unless the column or the cell beside it says more.
      let usual: TermStatus = number == 0 && !hasOwnTerms ? .preferred : .admitted
      var term = Term(text, language: column.language, status: column.status ?? usual)
      for (field, column) in all.ofAllTerms + column.attributes {
        guard let cell = row[column], let value = value(of: cell, number, of: texts.count, field) else { continue }
        apply(field, value, to: &term, at: cell)
      }
      draft.entries[index].add(term, at: table.place(of: cell))
    }
  }

  /// The part of an attribute's cell that speaks of one of several terms.
  private func value(of cell: TableCell, _ number: Int, of count: Int, _ field: TableField) -> String? {
    guard !cell.isEmpty else { return nil }
    let text = text(of: cell)
    switch field {
    case .forms, .exceptions, .scopes, .examples, .contexts: return text
    default:
      let items = TableText.items(of: text)
      return count > 1 && items.count == count ? items[number] : text
    }
  }

  private mutating func apply(_ field: TableField, _ text: String, to term: inout Term, at cell: TableCell) {
    switch field {
    case .status:
      if let status: TermStatus = choice(text, "status", TableValue.statuses, at: cell) { term.status = status }
    case .preferred, .admitted, .deprecated, .superseded, .forbidden, .proposed:
      if let flag = flag(text, field.rawValue, at: cell), flag, let status = TableColumns.status(of: field) {
        term.status = status
      }
    case .type: term.type = choice(text, "type", TableValue.types, at: cell) ?? term.type
    case .partOfSpeech: term.partOfSpeech = choice(text, field.rawValue, TableValue.partsOfSpeech, at: cell)
    case .gender: term.gender = choice(text, field.rawValue, TableValue.genders, at: cell)
    case .number: term.number = choice(text, field.rawValue, TableValue.numbers, at: cell)
    case .region: term.region = text
    case .match: term.matching = choice(text, field.rawValue, at: cell) ?? term.matching
    case .casePolicy: term.casePolicy = choice(text, "case", TableValue.casePolicies, at: cell) ?? term.casePolicy
    case .forms: term.forms = TableText.items(of: text)
    case .firstMention: term.firstMention = text
    case .termValidity: term.validity = spans(text, at: cell) ?? term.validity
    case .exceptions: term.exceptions = TableText.items(of: text)
    case .scopes:
      for item in TableText.items(of: text) {
        if let role: SegmentRole = choice(item, "scopes", at: cell) { term.scopes.append(role) }
      }
    case .examples: term.examples = TableText.items(of: text).map { TableValue.example($0) }
    case .contexts: term.contexts = TableText.items(of: text)
    case .message: term.message = text
    case .termNote: term.note = text
    case .termSource: term.source = text
    case .severity: term.severity = choice(text, field.rawValue, at: cell)
    case .doNotTranslate: term.isNotTranslated = flag(text, field.rawValue, at: cell) ?? false
    case .author: term.author = text
    case .reviewer: term.reviewer = text
    case .created: term.created = dayOfRecord(text, "created", of: term, at: cell)
    case .modified: term.modified = dayOfRecord(text, "modified", of: term, at: cell)
    default: break
    }
  }

  // MARK: Values

  private func text(of cell: TableCell) -> String { TableText.unescapedFormula(cell.text) }

  private mutating func mistake(_ message: String, at cell: TableCell) {
    mistakes.append(.init(place: table.place(of: cell), message: message))
  }

  private mutating func choice<Choice: RawRepresentable & CaseIterable>(
    _ text: String, _ field: String, _ aliases: [String: Choice] = [:], at cell: TableCell
  ) -> Choice? where Choice.RawValue == String {
    if let choice: Choice = TableValue.choice(text, aliases: aliases) { return choice }
    let names = Choice.allCases.map { $0.rawValue }
    let hint =
      NearestName.nearest(to: text.lowercased(), in: names).map { "did you mean “\($0)”?" }
      ?? "expected one of \(names.joined(separator: ", "))"
    mistake("“\(field)” cannot be “\(text)”; \(hint)", at: cell)
    return nil
  }

  private mutating func flag(_ text: String, _ field: String, at cell: TableCell) -> Bool? {
    if let flag = TableValue.flag(text) { return flag }
    mistake("“\(field)” is “\(text)”; expected yes or no", at: cell)
    return nil
  }

  private mutating func day(_ text: String, _ field: String, at cell: TableCell) -> CalendarDate? {
    if let day = CalendarDate(iso: text) { return day }
    mistake("“\(field)” is no day; expected a date such as 2025-01-20", at: cell)
    return nil
  }

  /// A day on which something was recorded; one that cannot be read decides nothing and is no mistake.
  private mutating func dayOfRecord(
    _ text: String, _ field: String, of term: Term, at cell: TableCell
  ) -> CalendarDate? {
    if let day = CalendarDate(iso: text) { return day }
    draft.lose(
      field, "is no date such as 2025-01-20 and left out", of: "“\(term.text)” (\(term.language.tag))",
      at: table.place(of: cell))
    return nil
  }

  private mutating func spans(_ text: String, at cell: TableCell) -> [Validity]? {
    if let spans = TableValue.spans(text) { return spans }
    mistake("“\(text)” is no span of days; expected one such as 2024-01-01/2025-06-30 or 2024-01-01/..", at: cell)
    return nil
  }

  private mutating func language(of cell: TableCell) -> LanguageTag? {
    if let tag = languages[cell.text] { return tag }
    let header = TableHeader(cell.text)
    let named = header?.field == .term ? header?.language : nil
    guard let tag = named ?? LanguageTag(cell.text) else {
      mistake("“\(cell.text)” is no language; expected a BCP 47 tag such as en or es-MX", at: cell)
      return nil
    }
    languages[cell.text] = tag
    return tag
  }
}
