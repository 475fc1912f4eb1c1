// SPDX-License-Identifier: Apache-2.0

import CopydeskAnalysis
import CopydeskArticles
import CopydeskText
import Testing

/// A story in Spanish, paragraph by paragraph, with its translation.
private let spanishStory = [
  ("Incendio en el mercado de Tacuba deja 14 heridos", "Fire at Tacuba market leaves 14 injured"),
  (
    "Un incendio destruyó la madrugada del martes unos 120 puestos del mercado de Tacuba, informaron los bomberos.",
    "A fire destroyed some 120 stalls of the Tacuba market early Tuesday, firefighters reported."
  ),
  (
    "“Nunca había visto llamas tan altas”, dijo Rosalía Mendieta, que vende flores allí desde 1998.",
    "“I had never seen flames that high,” said Rosalía Mendieta, who has sold flowers there since 1998."
  ),
  (
    "Los médicos atendieron a catorce personas, entre ellas dos niños, por quemaduras leves y por inhalación de humo.",
    "Doctors treated fourteen people, among them two children, for slight burns and smoke inhalation."
  ),
  (
    "Las causas no se conocen todavía.",
    "The causes are not yet known."
  ),
  (
    "El alcalde Ignacio Beltrán prometió 3,5 millones de pesos para los comerciantes y una inspección eléctrica en "
      + "los otros nueve mercados de la ciudad antes de que termine el mes.",
    "Mayor Ignacio Beltrán promised 3.5 million pesos for the traders and an inspection of the wiring of the city's "
      + "other nine markets before the end of the month."
  ),
  (
    "¿Quién pagará la reconstrucción? La aseguradora Horizonte no respondió a las preguntas de este diario.",
    "Who will pay for rebuilding? The insurer Horizonte did not answer this newspaper's questions."
  ),
  (
    "El mercado, abierto en 1954, había pasado la última revisión en marzo con reparos menores.",
    "The market, opened in 1954, had passed its last inspection in March with minor objections."
  ),
]

/// The same in Japanese and English, without spaces and with few names.
private let japaneseStory = [
  ("タクバ市場で火災、14人負傷", "Fire at Tacuba market leaves 14 injured"),
  (
    "火曜日の未明、タクバ市場で火災があり、およそ120の店が焼けたと消防が発表した。",
    "A fire destroyed some 120 stalls of the Tacuba market early Tuesday, firefighters reported."
  ),
  (
    "「あんなに高い炎は見たことがない」と、1998年からここで花を売るロサリア・メンディエタさんは話した。",
    "“I had never seen flames that high,” said Rosalía Mendieta, who has sold flowers there since 1998."
  ),
  ("原因はまだ分かっていない。", "The causes are not yet known."),
  (
    "市長のイグナシオ・ベルトラン氏は商人に350万ペソを支給し、月末までに市内の他の9つの市場でも電気設備を点検すると約束した。",
    "Mayor Ignacio Beltrán promised 3.5 million pesos for the traders and an inspection of the wiring of the city's "
      + "other nine markets before the end of the month."
  ),
  (
    "1954年に開設された市場は、3月の検査で軽い指摘を受けただけだった。",
    "The market, opened in 1954, had passed its last inspection in March with minor objections."
  ),
]

private func units(
  _ source: [String], _ target: [String], from sourceLanguage: String = "es"
) throws -> [SegmentAlignment.Unit] {
  try alignment(source, target, from: sourceLanguage).units
}

private func alignment(
  _ source: [String], _ target: [String], from sourceLanguage: String = "es"
) throws -> SegmentAlignment {
  func article(_ paragraphs: [String]) throws -> Article {
    try ArticleReader.read(InputText(path: "story", text: paragraphs.joined(separator: "\n\n") + "\n"), as: .text)
  }
  let context = AnalysisContext(
    language: try #require(LanguageTag("en")), sourceLanguage: LanguageTag(sourceLanguage))
  let analysis = ArticleAnalysis(try article(target), context: context, source: SourceCopy(try article(source)))
  return try #require(analysis.source).alignment
}

private func text(_ units: [SegmentAlignment.Unit]) -> String {
  func numbers(_ range: Range<Int>) -> String { range.map { "\($0)" }.joined(separator: ",") }
  return units.map { "\(numbers($0.source))=\(numbers($0.target))" }.joined(separator: " ")
}

@Suite struct SegmentAlignerTests {
  private let source = spanishStory.map(\.0)
  private let target = spanishStory.map(\.1)

  @Test func `paragraphs of a whole translation are paired, with certainty`() throws {
    let units = try units(source, target)
    #expect(text(units) == "0=0 1=1 2=2 3=3 4=4 5=5 6=6 7=7")
    #expect(!units.contains { !$0.isCertain })
  }

  @Test(arguments: 0..<8)
  func `a paragraph that is missing leaves the others paired`(_ missing: Int) throws {
    var target = target
    target.remove(at: missing)
    let expected = (0..<8).map { "\($0)=\($0 < missing ? "\($0)" : $0 == missing ? "" : "\($0 - 1)")" }
    let links = text(try units(source, target))
    #expect(links == expected.joined(separator: " "))
  }

  @Test(arguments: 0..<8)
  func `a paragraph that is added leaves the others paired`(_ added: Int) throws {
    var source = source
    source.remove(at: added)
    let expected = (0..<8).map { "\($0 < added ? "\($0)" : $0 == added ? "" : "\($0 - 1)")=\($0)" }
    let links = text(try units(source, target))
    #expect(links == expected.joined(separator: " "))
  }

  @Test func `paragraphs that are merged or split stand together`() throws {
    var target = target
    target[2] += " " + target.remove(at: 3)
    let links = text(try units(source, target))
    #expect(links == "0=0 1=1 2,3=2 4=3 5=4 6=5 7=6")
    target = self.target
    target.replaceSubrange(
      6...6, with: ["Who will pay for rebuilding?", "The insurer Horizonte did not answer this newspaper's questions."])
    let split = text(try units(source, target))
    #expect(split == "0=0 1=1 2=2 3=3 4=4 5=5 6=6,7 7=8")
  }

  @Test func `as many paragraphs need not be the same ones`() throws {
    var target = target
    target.remove(at: 1)
    target.append("Editing by Paula Whitcombe and Deborah Quist in the newsroom of the English edition.")
    let links = text(try units(source, target))
    #expect(links == "0=0 1= 2=1 3=2 4=3 5=4 6=5 7=6 =7")
  }

  @Test(arguments: 0..<6)
  func `letters of another script are no obstacle`(_ missing: Int) throws {
    var target = japaneseStory.map(\.1)
    target.remove(at: missing)
    let expected = (0..<6).map { "\($0)=\($0 < missing ? "\($0)" : $0 == missing ? "" : "\($0 - 1)")" }
    let links = text(try units(japaneseStory.map(\.0), target, from: "ja"))
    #expect(links == expected.joined(separator: " "))
  }

  @Test func `half an article is found in the whole one`() throws {
    let links = text(try units(source, Array(target[3...])))
    #expect(links == "0= 1= 2= 3=0 4=1 5=2 6=3 7=4")
  }

  @Test func `what cannot be told apart is uncertain and widened`() throws {
    let source = [
      spanishStory[1].0, "No se sabe quién lo hizo ni por qué.", "Tampoco se sabe cuándo se supo.", spanishStory[7].0,
    ]
    let target = [spanishStory[1].1, "Who did it and why is not known.", spanishStory[7].1]
    let alignment = try alignment(source, target)
    let uncertain = try #require(alignment.units.firstIndex { !$0.isCertain })
    let wide = alignment.surroundings(ofUnit: uncertain)
    #expect(wide.source.count > alignment.units[uncertain].source.count)
    #expect(wide.target == 0..<3)
  }

  @Test func `an empty side is aligned as a whole`() throws {
    let alignment = try alignment(source, [])
    #expect(text(alignment.units) == "0,1,2,3,4,5,6,7=")
  }
}

/// Deterministic random numbers.
private struct Random: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}

@Suite struct LongAlignmentTests {
  /// Paragraphs of words that sound alike in both languages, numbers and names, some missing on either side.
  private static func article(_ count: Int, _ random: inout Random) -> (
    source: [String], target: [String], links: Set<[Int]>
  ) {
    let words = [
      ("presidente", "president"), ("ministerio", "ministry"), ("región", "region"), ("música", "music"), ("la", "the"),
      ("de", "of"), ("casa", "house"), ("grande", "big"), ("animal", "animal"), ("hospital", "hospital"),
    ]
    var (source, target): ([String], [String]) = ([], [])
    var links: Set<[Int]> = []
    for _ in 0..<count {
      let chosen = (0..<Int.random(in: 5...40, using: &random)).map { _ in words[Int.random(in: 0..<10, using: &random)]
      }
      let number = Int.random(in: 10...99_999, using: &random)
      let left = "Así: " + chosen.map(\.0).joined(separator: " ") + " \(number)."
      let right = "Thus: " + chosen.map(\.1).joined(separator: " ") + " \(number)."
      switch Int.random(in: 0..<40, using: &random) {
      case 0: source.append(left)
      case 1: target.append(right)
      default:
        links.insert([source.count, target.count])
        source.append(left)
        target.append(right)
      }
    }
    return (source, target, links)
  }

  @Test func `long articles are aligned along their anchors`() throws {
    var random = Random(state: 7)
    let article = LongAlignmentTests.article(240, &random)
    let alignment = try alignment(article.source, article.target)
    let found = Set(alignment.units.flatMap { unit in unit.source.flatMap { s in unit.target.map { [s, $0] } } })
    #expect(Double(found.intersection(article.links).count) > 0.99 * Double(article.links.count))
    #expect(Double(found.subtracting(article.links).count) < 0.01 * Double(article.links.count))
    #expect(alignment.units.flatMap(\.source) == Array(article.source.indices))
    #expect(alignment.units.flatMap(\.target) == Array(article.target.indices))
  }

  @Test func `a long passage that is missing is stepped over`() throws {
    var random = Random(state: 11)
    let article = LongAlignmentTests.article(260, &random)
    let alignment = try alignment(article.source, Array(article.target[..<80] + article.target[180...]))
    let missing = alignment.units.filter(\.target.isEmpty).flatMap(\.source)
    #expect(missing.count > 90 && missing.count < 120)
  }

  @Test func `long articles without any anchor end up whole`() throws {
    let alignment = try alignment(
      (0..<200).map { "Uno dos \($0 % 7 == 0 ? "tres cuatro" : "")." }, (0..<150).map { _ in "Some other thing here." })
    #expect(alignment.units.flatMap(\.source) == Array(0..<200))
    #expect(alignment.units.flatMap(\.target) == Array(0..<150))
  }
}
