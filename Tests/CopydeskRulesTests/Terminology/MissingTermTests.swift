// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting
import CopydeskRules
import CopydeskTestSupport
import Testing

@testable import CopydeskRules

@Suite struct MissingTermTests {
  /// Marked copy with its source; segments are lines.
  struct Case: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var language = "en"
    var sourceLanguage = "es"
    let source: String
    let copy: String

    init(
      _ description: String, _ source: String, _ copy: String, from sourceLanguage: String = "es",
      to language: String = "en"
    ) {
      testDescription = description
      self.source = source
      self.copy = copy
      self.sourceLanguage = sourceLanguage
      self.language = language
    }
  }

  private static let glossary = """
    glossary: desk
    concepts:
      - id: gang
        kind: organization
        terms:
          es: [Tren de Aragua, {text: TdA, type: acronym}]
          en: [Tren de Aragua, {text: TdA, type: acronym}, {text: Aragua Train, status: deprecated}]
      - id: prison
        terms:
          es: [{text: megacárcel, forms: [megacárceles]}]
          en: [{text: mega-prison, forms: [mega-prisons]}]
      - id: prosecutors
        terms:
          es: [Fiscalía]
          en: [Prosecutor's Office]
      - id: anticorruption
        terms:
          es: [Fiscalía Anticorrupción]
          en: [Anti-Corruption Prosecutor's Office]
      - id: georgia
        kind: place
        terms:
          es: [Georgia]
          en: [Georgia]
          de: [Georgien]
      - id: georgia-us
        kind: place
        terms:
          es: [Georgia]
          en: [Georgia]
          de: [Georgia]
      - id: england
        kind: place
        terms:
          es: [Inglaterra]
          en: [England]
          de: [England]
      - id: austria
        kind: place
        terms:
          es: [Austria]
          en: [Austria]
      - id: australia
        kind: place
        terms:
          es: [Australia]
          en: [Australia]
      - id: president
        kind: person
        terms:
          es: [Nayib Bukele]
          en: [Nayib Bukele]
      - id: former
        terms:
          es: [{text: cosa, status: admitted}]
          en: [{text: stuff, status: forbidden}]
    """

  private static func marked(_ item: Case) throws -> String {
    let copy = try #require(MarkedCopy(item.copy))
    let article = try ArticleReader.read(InputText(path: "copy", text: copy.text), as: .text)
    let source = try ArticleReader.read(InputText(path: "source", text: item.source), as: .text)
    let context = AnalysisContext(
      language: try #require(LanguageTag(item.language)), sourceLanguage: LanguageTag(item.sourceLanguage),
      glossaries: [try GlossaryReader.read(InputText(path: "g.yml", text: glossary)).glossary])
    let alignment = SegmentAlignment(sourceCount: source.segments.count, targetCount: article.segments.count)
    let findings = Linter(rules: [ActiveRule(MissingTerm.self)]).lint(
      article, context: context, source: SourceCopy(source, alignment: alignment))
    return MarkedCopy.mark(copy.text, findings.map { $0.range.offsets })
  }

  @Test(arguments: [
    Case("an acronym counts", "Llegó el Tren de Aragua.", "The TdA arrived."),
    Case("a hashtag counts", "Llegó el Tren de Aragua.", "#TrenDeAragua arrived."),
    Case("a rejected term is another rule's", "Llegó el Tren de Aragua.", "The Aragua Train arrived."),
    Case("a word of the name tells the place", "Llegó el Tren de Aragua.", "The ⟦Railway of Aragua⟧ arrived."),
    Case("nothing of the name leaves the segment", "Llegó el Tren de Aragua.", "⟦The gang arrived.⟧"),
    Case(
      "the one beside it is meant", "Una megacárcel.\n\nEl Tren de Aragua.\n\nOtra megacárcel.",
      "A mega-prison.\n\nThe Tren de Aragua.\n\nAnother mega-prison."),
    Case(
      "a pronoun may follow", "Una megacárcel arde.\n\nLa megacárcel es grande.",
      "A mega-prison burns.\n\nIt is large."),
    Case(
      "a pronoun may not come late", "Una megacárcel arde.\n\nLlueve.\n\nLa megacárcel es grande.",
      "A mega-prison burns.\n\nIt rains.\n\n⟦The jail is large.⟧"),
    Case(
      "a name may be shortened later", "Llegó el Tren de Aragua.\n\nLlueve.\n\nEl Tren de Aragua se fue.",
      "The Tren de Aragua came.\n\nIt rains.\n\nThe Aragua gang left."),
    Case("a surname suffices", "Nayib Bukele llegó.", "Bukele arrived."),
    Case("a slip in the given name does not", "Nayib Bukele llegó.", "⟦Nayyib Bukele⟧ arrived."),
    Case(
      "a term inside a longer one is there", "La Fiscalía calló.", "The Anti-Corruption Prosecutor's Office was silent."
    ),
    Case(
      "a longer term of the source is one term", "La Fiscalía Anticorrupción calló.",
      "The Anti-Corruption Prosecutor's Office was silent."),
    Case("the other meaning of a term counts", "Llovió en Georgia.", "Es regnete in Georgia.", to: "de"),
    Case("the first meaning of a term counts", "Llovió en Georgia.", "Es regnete in Georgien.", to: "de"),
    Case("people and adjectives name a place", "Es de Inglaterra.", "Er ist Engländer.", to: "de"),
    Case("another place does not", "Es de Austria.", "⟦He is from Australia.⟧"),
    Case("a firm keeps its city", "Trabaja en England Rail.", "Er arbeitet bei Inglaterra Rail.", to: "de"),
    Case("a place under its foreign name is another rule's", "Es de Inglaterra.", "Er ist aus Inglaterra.", to: "de"),
    Case("what has no term to use is not asked for", "Una cosa.", "A thing."),
    Case(
      "as a whole only what is nowhere is missing", "Una megacárcel.\n\nEl Tren de Aragua.",
      "A jail.\n\nThe Tren de Aragua.\n\nThe mega-prison."),
    Case(
      "as a whole the place is as far along", "Llueve.\n\nUna megacárcel.",
      "It rains.\n\nIt pours.\n\n⟦A jail.⟧\n\nIt ends."),
    Case("a post in the source is not translated", "@K13: Una megacárcel pic.twitter.com/Qm4vT9zLpA", "It rains."),
  ])
  func `a term is missed where an editor would miss it`(_ item: Case) throws {
    #expect(try MissingTermTests.marked(item) == item.copy)
  }

  @Test func `a desk without the source's language is asked for nothing`() throws {
    let article = try ArticleReader.read(InputText(path: "copy", text: "A jail."), as: .text)
    let source = try ArticleReader.read(InputText(path: "source", text: "Una megacárcel."), as: .text)
    let context = AnalysisContext(
      language: try #require(LanguageTag("en")), sourceLanguage: nil,
      glossaries: [try GlossaryReader.read(InputText(path: "g.yml", text: MissingTermTests.glossary)).glossary])
    let analysis = ArticleAnalysis(
      article, context: context,
      source: SourceCopy(source, alignment: SegmentAlignment(sourceCount: 1, targetCount: 1)))
    #expect(analysis.source == nil)
    #expect(Linter(rules: [ActiveRule(MissingTerm.self)]).lint(analysis) == [])
  }
}
