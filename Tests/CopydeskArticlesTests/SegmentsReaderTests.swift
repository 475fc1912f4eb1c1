// SPDX-License-Identifier: Apache-2.0

import CopydeskArticles
import CopydeskText
import Testing

@Suite struct SegmentsReaderTests {
  private func read(_ segments: [String], roles: [SegmentRole?] = []) -> Article {
    var bytes: [UInt8] = []
    var ranges: [TextRange] = []
    for segment in segments {
      ranges.append(TextRange(bytes.count, bytes.count + segment.utf8.count))
      bytes += Array(segment.utf8) + [0x0A]
    }
    let article = ArticleReader.read(InputText(path: "record 7", bytes: bytes), segments: ranges, roles: roles)
    #expect(article.positionProblems == [])
    return article
  }

  @Test func `a segment is one unit, with its line breaks and without the white space around it`() {
    let article = read(["Café 🇻🇪 opens", "", "  The cafe\u{301} in Cúcuta opened.  ", "Line one\nline two", "\n"])
    let texts = article.segments.map { article.string(in: $0.range) }
    #expect(texts == ["Café 🇻🇪 opens", "The café in Cúcuta opened.", "Line one\nline two"])
    let places = article.segments.map { article.input.string(in: article.offsetMap.inputRange(of: $0.range)) }
    #expect(places == texts)
  }

  @Test func `given roles win over inferred ones`() {
    let article = read(
      ["Port reopens", "Ships return", "The longest strike in the history of the port has ended."],
      roles: [nil, .caption])
    #expect(article.segments.map(\.role) == [.headline, .caption, .paragraph])
  }

  @Test func `a short last segment of a part is no residue`() {
    let body =
      "The longest strike in the history of the port ended on Sunday night, when both sides signed an agreement."
    #expect(read(["Port", body, body, body, "What is next?"]).segments.last?.role != .boilerplate)
  }

  @Test func `a segment without text keeps its place`() {
    let article = read(["", "Café", "  ", "", "It rains."])
    let places = (0...2).map { index in
      article.blankSegments(before: index).map { article.offsetMap.inputRange(of: $0) }
    }
    #expect(places == [[TextRange(0, 0)], [TextRange(7, 7), TextRange(10, 10)], []])
  }

  @Test func `no segments make an empty article`() {
    let article = read([])
    #expect(article.segments.isEmpty && article.text.isEmpty)
  }
}
