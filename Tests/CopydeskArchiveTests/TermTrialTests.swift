// SPDX-License-Identifier: Apache-2.0

import CopydeskArchive
import CopydeskTerminology
import CopydeskText
import Testing

@Suite struct TermTrialTests {
  @Test func `a hit has its place, its sentence and how it matched`() throws {
    let trial = TermTrial("ghost ship")
    let hits = try trial.hits(in: analysis("Fog fell.\n\nIt was late. A Ghost-ship came near. Nobody slept.\n")).hits
    let hit = try #require(hits.first)
    #expect(hits.count == 1)
    #expect(hit.sample.place.description == "story.txt:3:16")
    #expect(hit.sample.before == "A ")
    #expect(hit.sample.text == "Ghost-ship")
    #expect(hit.sample.after == " came near.")
    #expect(hit.manner == .spelling)
    #expect(hit.excuse == nil)
  }

  @Test(arguments: [
    ("A ghost ship.", TermTrial.Manner.exact), ("A Ghost Ship.", .capitals), ("A ghost-ship.", .spelling),
    ("See #GhostShip.", .hashtag), ("Two ghost ships.", .inflection),
  ])
  func `the manner tells how the copy differs`(copy: String, manner: TermTrial.Manner) throws {
    let hits = try TermTrial("ghost ship").hits(in: analysis(copy + "\n")).hits
    #expect(hits.map(\.manner) == [manner])
  }

  @Test func `quotations excuse a hit`() throws {
    let hits = try TermTrial("ghost ship").hits(in: analysis("“A ghost ship sank,” he said of a ghost ship.\n")).hits
    #expect(hits.map(\.excuse) == [.quotation, nil])
  }

  @Test func `a longer preferred term excuses a hit`() throws {
    let trial = TermTrial("ship", preferred: "ghost ship")
    let hits = try trial.hits(in: analysis("The ghost ship met a ship.\n")).hits
    #expect(hits.map(\.excuse) == [.insideTerm("ghost ship"), nil])
  }

  @Test func `a longer term of the desk's glossary excuses a hit`() throws {
    let glossary = try glossary("glossary: desk\nconcepts: [{id: ship, terms: {en: [ship of the line]}}]\n")
    let hits = try TermTrial("ship").hits(in: analysis("A ship of the line.\n", glossaries: [glossary])).hits
    #expect(hits.map(\.excuse) == [.insideTerm("ship of the line")])
  }

  @Test func `the case policy decides which capitals count`() throws {
    let copy = try analysis("The Mole saw a mole.\n")
    #expect(TermTrial("Mole", casePolicy: .exact).hits(in: copy).hits.map(\.sample.text) == ["Mole"])
    #expect(TermTrial("Mole", casePolicy: .fold).hits(in: copy).hits.map(\.sample.text) == ["Mole", "mole"])
  }

  @Test func `a long sentence is shortened around the hit`() throws {
    let filler = Array(repeating: "word", count: 60).joined(separator: " ")
    let hit = try #require(try TermTrial("ghost").hits(in: analysis("\(filler) ghost \(filler).\n")).hits.first)
    #expect(hit.sample.before.hasPrefix("…word "))
    #expect(hit.sample.after.hasSuffix(" word…"))
    #expect(hit.sample.sentence.utf8.count < 340)
  }

  @Test func `statistics keep the first hits of either kind and count all`() throws {
    let trial = TermTrial("ghost")
    var statistics = TrialStatistics(sampleLimit: 1)
    statistics.add(trial.hits(in: try analysis("A ghost. “A ghost,” he said. A Ghost.\n", path: "a.txt")))
    statistics.add(trial.hits(in: try analysis("No spirit. “A ghost,” he said.\n", path: "b.txt")))
    #expect(statistics.articleCount == 2)
    #expect(statistics.reportedCount == 2)
    #expect(statistics.reportedArticleCount == 1)
    #expect(statistics.excusedCount == 2)
    #expect(statistics.reported.map(\.sample.place.column) == [3])
    #expect(statistics.excused.map(\.sample.place.path) == ["a.txt"])
    #expect(statistics.mannerCounts == [.exact: 3, .capitals: 1])
  }
}
