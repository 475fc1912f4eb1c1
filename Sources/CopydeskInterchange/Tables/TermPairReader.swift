// SPDX-License-Identifier: Apache-2.0

import CopydeskTerminology
import CopydeskText

/// Reads lists of terms with their translations, which have no header row.
enum TermPairReader {
  /// OmegaT: source, target and comment between tabs; lines with the same source give alternatives.
  static func readOmegaT(_ input: InputText, options: ImportOptions) throws(GlossaryError) -> ImportedGlossary {
    let languages = try options.languages(of: .omegaT, path: input.path)
    let table = try TableReader.read(input, OmegaTDialect.of(input))
    return try read(table, languages, named: nil, hasComments: true, options)
  }

  /// DeepL: source and target, possibly with the codes of their languages.
  static func readDeepL(_ input: InputText, options: ImportOptions) throws(GlossaryError) -> ImportedGlossary {
    let table = try TableReader.read(input, .detected)
    let namesLanguages = table.rows.allSatisfy { row in
      [2, 3].allSatisfy { column in row[column].flatMap { language($0) } != nil }
    }
    if namesLanguages, let row = table.rows.first, let source = row[2].flatMap({ language($0) }),
      let target = row[3].flatMap({ language($0) })
    {
      return try read(table, (source, target), named: (2, 3), hasComments: false, options)
    }
    let languages = try options.languages(of: .deepL, path: input.path)
    return try read(table, languages, named: nil, hasComments: false, options)
  }

  /// Google: two columns for one direction, or a row of language codes above any number of columns.
  static func readGoogle(_ input: InputText, options: ImportOptions) throws(GlossaryError) -> ImportedGlossary {
    let table = try TableReader.read(input, .detected)
    if let header = table.rows.first, TableColumns.isHeader(header) {
      return try TableGlossaryReader.read(input, .detected, options: options)
    }
    let languages = try options.languages(of: .google, path: input.path)
    return try read(table, languages, named: nil, hasComments: false, options)
  }

  /// The language of a cell that holds nothing but the code of one.
  private static func language(_ cell: TableCell) -> LanguageTag? {
    LanguageTag(cell.text).flatMap { TableHeader.isKnown($0) ? $0 : nil }
  }

  private static func read(
    _ table: Table, _ languages: (source: LanguageTag, target: LanguageTag), named: (Int, Int)?, hasComments: Bool,
    _ options: ImportOptions
  ) throws(GlossaryError) -> ImportedGlossary {
    var draft = GlossaryDraft()
    var mistakes: [GlossaryError.Mistake] = []
    var indices: [TermKey: Int] = [:]
    var translations: Set<Translation> = []
    for row in table.rows {
      guard let source = row[0], let target = row[1], !source.isEmpty, !target.isEmpty else {
        let cell = row.cells.first { !$0.isEmpty } ?? row.cells[0]
        mistakes.append(
          .init(
            place: table.place(of: cell), message: "the line has no pair; expected a term, its translation and no more"
          ))
        continue
      }
      let pair = (
        source: named.flatMap { row[$0.0] }.flatMap { language($0) } ?? languages.source,
        target: named.flatMap { row[$0.1] }.flatMap { language($0) } ?? languages.target
      )
      let place = table.place(of: source)
      let key = TermKey(text: source.text, language: pair.source, other: pair.target)
      let index: Int
      if let known = indices[key] {
        index = known
      } else {
        index = draft.newEntry(at: place)
        indices[key] = index
        draft.entries[index].add(Term(source.text, language: pair.source), at: place)
      }
      let isNew = translations.insert(Translation(entry: index, text: target.text)).inserted
      add(target, pair.target, isNew: isNew, at: table.place(of: target), to: index, of: &draft)
      if hasComments, let comment = row[2], !comment.isEmpty {
        addComment(comment.text, on: target.text, to: &draft.entries[index].concept)
      }
      let used = hasComments ? 3 : named == nil ? 2 : 4
      if let cell = row.cells.dropFirst(used).first(where: { !$0.isEmpty }) {
        draft.lose("column \(used + 1)", "is left out", of: "“\(source.text)”", at: table.place(of: cell))
      }
    }
    guard mistakes.isEmpty else { throw GlossaryError(path: table.path, mistakes: mistakes) }
    return draft.imported(
      path: table.path, id: options.glossaryID, languages: [languages.source, languages.target])
  }

  private struct TermKey: Hashable {
    let text: String
    let language: LanguageTag
    let other: LanguageTag
  }

  private struct Translation: Hashable {
    let entry: Int
    let text: String
  }

  private static func add(
    _ cell: TableCell, _ language: LanguageTag, isNew: Bool, at place: GlossaryPlace, to index: Int,
    of draft: inout GlossaryDraft
  ) {
    if isNew {
      let status: TermStatus = draft.entries[index].concept.terms.count == 1 ? .preferred : .admitted
      draft.entries[index].add(Term(cell.text, language: language, status: status), at: place)
    } else {
      draft.lose("line", "repeats an earlier one", of: "“\(cell.text)” (\(language.tag))", at: place)
    }
  }

  /// Keeps a comment: the first is the concept's note, one that differs is the note of its translation.
  private static func addComment(_ comment: String, on text: String, to concept: inout Concept) {
    if concept.note == nil, concept.terms.count == 2 {
      concept.note = comment
    } else if concept.note != comment,
      let index = concept.terms.indices.dropFirst().first(where: { concept.terms[$0].text == text })
    {
      concept.terms[index].note = comment
    }
  }
}

/// OmegaT reads `.csv` glossaries with commas and all others with tabs.
private enum OmegaTDialect {
  static func of(_ input: InputText) -> TableDialect {
    input.path.lowercased().hasSuffix(".csv")
      ? TableDialect(separator: TableDialect.comma, isQuoted: true, hasComments: true) : .plainTabs
  }
}
