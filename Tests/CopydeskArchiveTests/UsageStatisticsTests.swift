// SPDX-License-Identifier: Apache-2.0

import CopydeskAnalysis
import CopydeskArchive
import CopydeskTerminology
import CopydeskText
import Testing

@Suite struct UsageStatisticsTests {
  static let desk = """
    glossary: desk
    concepts:
      - id: ferry-company
        terms:
          en:
            - Northern Ferries
            - {text: Ferries of the North, status: deprecated}
            - {text: NF, status: admitted, type: acronym}
          de: [Nordfähren]
      - id: harbor-police
        terms:
          en: [harbor police, {text: port police, status: admitted, type: variant}]
      - id: draft
        state: proposed
        terms:
          en: [gangway]
    """

  private func statistics(_ copies: [String], language: String = "en") throws -> UsageStatistics {
    let glossary = try glossary(UsageStatisticsTests.desk)
    let matchers = MatcherStore(glossaries: [glossary])
    var statistics = UsageStatistics(glossaries: [glossary])
    for (index, copy) in copies.enumerated() {
      let analysis = try analysis(copy, language, path: "\(index).txt")
      let matcher = matchers.matcher(for: analysis.language)
      statistics.add(ArticleTermUses(analysis, matcher: matcher), matcher: matcher)
    }
    return statistics
  }

  @Test func `uses count by term and article, and quotations apart`() throws {
    let usage = try statistics([
      "Northern Ferries sails. “Northern Ferries sank,” he said. Northern Ferries waits.\n",
      "Nobody knew Northern Ferries.\n", "Nothing here.\n",
    ])
    let term = try #require(usage.terms.first)
    #expect(term.term.text == "Northern Ferries")
    #expect(term.count.own == 3)
    #expect(term.count.excused == 1)
    #expect(term.articleCount == 2)
    #expect(usage.articleCount == 3)
    #expect(usage.articles.map(\.path) == ["0.txt", "1.txt"])
  }

  @Test func `violations count by article and in a thousand words`() throws {
    let usage = try statistics(["Ferries of the North is late, and so is Ferries of the North.\n"])
    let article = try #require(usage.articles.first)
    #expect(article.violationCount == 2)
    #expect(article.wordCount == 13)
    #expect(Int(article.violationsPerThousandWords.rounded()) == 154)
    #expect(usage.violationCount == 2)
  }

  @Test func `terms without a use are dead or never triggered`() throws {
    let usage = try statistics(["The harbor police came.\n"])
    #expect(usage.deadTerms.map(\.term.text) == ["Northern Ferries", "NF", "port police"])
    #expect(usage.untriggeredTerms.map(\.term.text) == ["Ferries of the North"])
  }

  @Test func `terms of a language that no article has are not dead`() throws {
    let english = try statistics(["Nothing.\n"])
    #expect(!english.terms.contains { $0.term.text == "Nordfähren" })
    let austrian = try statistics(["Die Nordfähren fahren.\n"], language: "de-AT")
    #expect(austrian.terms.map(\.term.text) == ["Nordfähren"])
    #expect(austrian.deadTerms.isEmpty)
  }

  @Test func `a term that leads over the preferred one gives a hint`() throws {
    let usage = try statistics([
      "Ferries of the North met the port police. The port police and Ferries of the North left. NF stayed, NF said.\n"
    ])
    #expect(usage.hints.map(\.kind) == [.rejectedLeads, .admittedLeads])
    #expect(usage.hints.map(\.leading.term.text) == ["Ferries of the North", "port police"])
    #expect(usage.hints.map(\.preferred.term.text) == ["Northern Ferries", "harbor police"])
  }

  @Test func `without a lead there is no hint`() throws {
    let usage = try statistics(["Northern Ferries, once Ferries of the North, hired harbor police and port police.\n"])
    #expect(usage.hints.isEmpty)
  }

  @Test func `proposed concepts take no part`() throws {
    let usage = try statistics(["The gangway fell.\n"])
    #expect(usage.articles.isEmpty)
    #expect(!usage.terms.contains { $0.concept == "draft" })
  }
}
