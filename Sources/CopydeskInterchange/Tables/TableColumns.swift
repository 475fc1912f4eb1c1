// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText

/// A column that holds terms of one language, with the columns that say more about them.
struct TermColumn {
  let language: LanguageTag
  let column: Int
  /// The status that the column itself gives, as “forbidden:en” does.
  let status: TermStatus?
  var attributes: [(field: TableField, column: Int)] = []
}

/// What the columns of a glossary table mean.
///
/// A table has a row for each term, with the columns `language` and `term`, or a row for each concept, with
/// columns of terms for each language.
struct TableColumns {
  /// The columns that say something about the concept of a row.
  private(set) var ofConcept: [(field: TableField, column: Int)] = []
  /// The columns that say something about all terms of a row.
  private(set) var ofAllTerms: [(field: TableField, column: Int)] = []
  /// The columns of terms, if a row is a concept.
  private(set) var terms: [TermColumn] = []
  /// The columns of language and text, if a row is a term.
  private(set) var term: (language: Int, text: Int)?
  /// The columns that mean nothing here.
  private(set) var unknown: [Int] = []

  /// Reads the header row.
  ///
  /// - Throws: ``GlossaryError`` if the columns cannot make a glossary.
  init(of table: Table, options: ImportOptions) throws(GlossaryError) {
    guard let headerRow = table.rows.first else {
      throw GlossaryError(
        path: table.path,
        mistakes: [
          .init(
            place: GlossaryPlace(line: 1, column: 1),
            message: "the table is empty; expected a row of headers such as “id”, “term:en” and “term:es”")
        ])
    }
    let headers = try TableColumns.headers(of: headerRow, in: table, mapped: options.columns)
    let fields = headers.compactMap { $0 }.filter { $0.language == nil }.map(\.field)
    if fields.contains(.language), fields.contains(.term) {
      try readTermRows(headers, headerRow, in: table)
    } else {
      try readConceptRows(headers, headerRow, in: table, isPair: fields.contains(.target), options: options)
    }
  }

  /// Whether the first row looks like the header of a glossary table.
  static func isHeader(_ row: TableRow) -> Bool {
    let headers = row.cells.filter { !$0.isEmpty }.map { TableHeader($0.text) }
    let known = headers.compactMap { $0 }
    return known.contains { $0.field.isTermText } && known.count * 2 > headers.count
  }

  // MARK: Headers

  private static func headers(
    of row: TableRow, in table: Table, mapped: [String: String]
  ) throws(GlossaryError) -> [TableHeader?] {
    var meanings: [Int: TableHeader] = [:]
    for (meaning, name) in mapped.sorted(by: { $0.key < $1.key }) {
      let place = GlossaryPlace(line: 1, column: 1)
      guard let header = TableHeader(meaning) else {
        throw GlossaryError(
          path: table.path,
          mistakes: [
            .init(
              place: place,
              message: "“\(meaning)” is no meaning of a column; expected one such as “id”, “term:en” or “status:en”")
          ])
      }
      guard let column = row.cells.firstIndex(where: { $0.text == TableText.trimmed(name) }) else {
        let names = row.cells.map(\.text).filter { !$0.isEmpty }
        let hint =
          NearestName.nearest(to: name, in: names).map { "did you mean “\($0)”?" }
          ?? "it has " + names.prefix(20).map { "“\($0)”" }.joined(separator: ", ")
        throw GlossaryError(
          path: table.path, mistakes: [.init(place: place, message: "the table has no column “\(name)”; \(hint)")])
      }
      meanings[column] = header
    }
    // A header that is mapped by hand keeps its usual meaning only where nothing else claims it.
    let claimed = Set(meanings.values)
    return row.cells.enumerated().map { column, cell in
      if let meaning = meanings[column] { return meaning }
      return TableHeader(cell.text).flatMap { claimed.contains($0) && !$0.field.isTermText ? nil : $0 }
    }
  }

  // MARK: A row for each term

  private mutating func readTermRows(
    _ headers: [TableHeader?], _ row: TableRow, in table: Table
  ) throws(GlossaryError) {
    var seen: [TableField: Int] = [:]
    var language: Int?
    var text: Int?
    for (column, header) in headers.enumerated() {
      guard let header, header.language == nil, ![.target, .preferred, .admitted].contains(header.field) else {
        unknown.append(column)
        continue
      }
      if let first = seen.updateValue(column, forKey: header.field) {
        throw TableColumns.duplicate(column, first, row, in: table)
      }
      switch header.field {
      case .language: language = column
      case .term: text = column
      default:
        if header.field.isOfConcept {
          ofConcept.append((header.field, column))
        } else {
          ofAllTerms.append((header.field, column))
        }
      }
    }
    if let language, let text { term = (language, text) }
  }

  // MARK: A row for each concept

  private mutating func readConceptRows(
    _ headers: [TableHeader?], _ row: TableRow, in table: Table, isPair: Bool, options: ImportOptions
  ) throws(GlossaryError) {
    let counts = headers.reduce(into: [TableHeader: Int]()) { counts, header in
      if let header { counts[header, default: 0] += 1 }
    }
    var seen: [TableField: Int] = [:]
    var pending: [(field: TableField, language: LanguageTag, column: Int)] = []
    for (column, header) in headers.enumerated() {
      guard let header else {
        unknown.append(column)
        continue
      }
      let isSourceTerm = isPair && header == TableHeader(field: .source)
      let isText = (header.field.isTermText || isSourceTerm) && !TableColumns.holdsFlags(column, header, table)
      if isText {
        let usual = header.field == .target ? options.targetLanguage : options.sourceLanguage
        guard let language = header.language ?? usual else {
          let option = header.field == .target ? "--target-language" : "--source-language"
          throw table.error(
            "the column “\(row.cells[column].text)” does not name its language; name it with \(option) "
              + "or with a header such as “term:en”", at: row.cells[column])
        }
        terms.append(TermColumn(language: language, column: column, status: TableColumns.status(of: header.field)))
      } else if let language = header.language {
        if header.field == .definition {
          ofConcept.append((.definition, column))
        } else if header.field.isOfConcept || header.field == .language {
          unknown.append(column)
        } else if let index = terms.lastIndex(where: { $0.language == language }) {
          terms[index].attributes.append((header.field, column))
        } else {
          pending.append((header.field, language, column))
        }
      } else if header.field.isOfConcept {
        if let first = seen.updateValue(column, forKey: header.field) {
          throw TableColumns.duplicate(column, first, row, in: table)
        }
        ofConcept.append((header.field, column))
      } else if counts[header, default: 0] > 1, !terms.isEmpty {
        // The same header behind each language, as memoQ and MultiTerm write it.
        terms[terms.count - 1].attributes.append((header.field, column))
      } else if header.field == .language {
        unknown.append(column)
      } else {
        ofAllTerms.append((header.field, column))
      }
    }
    for attribute in pending {
      if let index = terms.firstIndex(where: { $0.language == attribute.language }) {
        terms[index].attributes.append((attribute.field, attribute.column))
      } else {
        unknown.append(attribute.column)
      }
    }
    if terms.isEmpty {
      let names = row.cells.map(\.text).filter { !$0.isEmpty }.prefix(8).map { "“\($0)”" }.joined(separator: ", ")
      throw table.error(
        "no column holds terms; expected a header such as “term:en” or “English”, or “language” beside “term”; "
          + "found \(names)", at: row.cells[0])
    }
  }

  /// Whether a column such as “forbidden” says yes or no instead of naming terms.
  private static func holdsFlags(_ column: Int, _ header: TableHeader, _ table: Table) -> Bool {
    guard status(of: header.field) != nil else { return false }
    var hasContent = false
    for row in table.rows.dropFirst() {
      guard let cell = row[column], !cell.isEmpty else { continue }
      guard TableValue.flag(cell.text) != nil else { return false }
      hasContent = true
    }
    return hasContent
  }

  /// The status that the name of a column gives to the terms in it.
  static func status(of field: TableField) -> TermStatus? {
    switch field {
    case .preferred: .preferred
    case .admitted: .admitted
    case .deprecated: .deprecated
    case .superseded: .superseded
    case .forbidden: .forbidden
    case .proposed: .proposed
    default: nil
    }
  }

  private static func duplicate(_ column: Int, _ first: Int, _ row: TableRow, in table: Table) -> GlossaryError {
    table.error(
      "the columns “\(row.cells[first].text)” and “\(row.cells[column].text)” mean the same; rename one",
      at: row.cells[column])
  }
}
