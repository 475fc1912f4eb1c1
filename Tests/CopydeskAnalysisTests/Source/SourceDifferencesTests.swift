// SPDX-License-Identifier: Apache-2.0

import CopydeskArticles
import CopydeskText
import Testing

@testable import CopydeskAnalysis

@Suite struct SourceDifferencesTests {
  /// Source and copy, one paragraph a line, with the differences as `kind: source | copy`.
  struct Case: CustomTestStringConvertible, Sendable {
    let source: String
    let copy: String
    let differences: [String]
    var testDescription: String { "\(source) → \(copy)" }

    init(_ source: String, _ copy: String, _ differences: String...) {
      self.source = source
      self.copy = copy
      self.differences = differences
    }
  }

  private static func article(_ text: String) throws -> Article {
    try ArticleReader.read(InputText(path: "story.txt", text: text), as: .text)
  }

  private static func analysis(_ source: String, _ copy: String) throws -> ArticleAnalysis {
    let (from, to) = (try article(source), try article(copy))
    let count = to.segments.count
    let languages = ["en-US", "es"].compactMap { LanguageTag($0) }
    return ArticleAnalysis(
      to,
      context: AnalysisContext(
        language: languages[0], sourceLanguage: languages[1]),
      source: SourceCopy(
        from,
        alignment: SegmentAlignment(sourceNumbers: Array(0..<count), targetNumbers: Array(0..<count))))
  }

  @Test(arguments: [
    Case("Había 238 hombres.", "There were 283 men.", "number: 238 | 283"),
    Case("Había trece hombres.", "There were 13 men."),
    Case("Costó 2.500 millones de dólares.", "It cost $2.5 billion."),
    Case(
      "Costó 2.500 millones de dólares.", "It cost $2.5 million.", "scale: 2.500 millones de dólares | $2.5 million"),
    Case("Costó 500 euros.", "It cost $500.", "currency: 500 euros | $500"),
    Case("Está a 50 kilómetros.", "It is 50 miles away.", "unit: 50 kilómetros | 50 miles"),
    Case("Está a 50 kilómetros.", "It is 31 miles away."),
    Case("Está a 50 kilómetros.", "It is 40 miles away.", "number: 50 kilómetros | 40 miles"),
    Case("Hacía 30 grados.", "It was 86 degrees."),
    Case("Ganó por 2-1.", "They won 1-2.", "order: 2-1 | 1-2"),
    Case("La mitad votó.", "Some 50 percent voted."),
    Case("Murieron 45 personas.", "People died.", "missing: 45 | –"),
    Case("Murieron 5 personas.", "People died."),
    Case("Murieron personas.", "45 people died.", "added: – | 45"),
    Case("Cobró 500 euros.", "She got 500 euros ($540)."),
    Case("Duró un día.", "It lasted 24 hours."),
    Case("Tres semanas y cuatro pruebas.", "Four weeks and four tests.", "number: Tres semanas | Four weeks"),
    Case("Unas 2.487.000 personas.", "About 2.5 million people."),
    Case("Eran 45.\nEran 60.", "They were 60.\nThey were 45."),
    Case("El siglo XXI y los años 90.", "The 21st century and the 1990s."),
  ])
  func `quantities are compared by value`(_ item: Case) throws {
    let analysis = try Self.analysis(item.source, item.copy)
    let source = try #require(analysis.source)
    let found = analysis.sourceDifferences.quantities.map { difference in
      let from = difference.source.map { source.string(in: $0.range) } ?? "–"
      let to = difference.target.map { analysis.string(in: $0.range) } ?? "–"
      return "\(difference.kind): \(from) | \(to)"
    }
    #expect(found == item.differences)
  }

  @Test(arguments: [
    Case("El 17 de marzo.", "On May 17.", "date: 17 de marzo | May 17"),
    Case("El 17 de marzo.", "On March 17, 2025."),
    Case("El 03/04/2025.", "On March 4, 2025.", "swapped: 03/04/2025 | March 4, 2025"),
    Case("Del 9 al 10 de mayo.", "On May 5–10.", "date: 9 al 10 de mayo | May 5–10"),
    Case("El 17 de marzo.", "Last Monday."),
    Case("El lunes.", "On Tuesday.", "weekday: lunes | Tuesday"),
    Case("El lunes y el martes.", "On Tuesday and Monday."),
  ])
  func `dates are compared by value`(_ item: Case) throws {
    let analysis = try Self.analysis(item.source, item.copy)
    let source = try #require(analysis.source)
    let found = analysis.sourceDifferences.dates.map {
      "\($0.kind): \(source.string(in: $0.source)) | \(analysis.string(in: $0.target))"
    }
    #expect(found == item.differences)
  }

  @Test(arguments: [
    Case("A las 20:00.", "At 8 p.m."), Case("A las 20:00.", "At 8 a.m.", "20:00 | 8 a.m."),
    Case("A las 20:00 y a las 21:00.", "At 8 and 9 p.m."), Case("A las 20:00.", "At 2 p.m. ET."),
    Case("A las 20:00.", "At night."),
  ])
  func `times are compared by the clock`(_ item: Case) throws {
    let analysis = try Self.analysis(item.source, item.copy)
    let source = try #require(analysis.source)
    let found = analysis.sourceDifferences.times.map {
      "\(source.string(in: $0.source)) | \(analysis.string(in: $0.target))"
    }
    #expect(found == item.differences)
  }
}
