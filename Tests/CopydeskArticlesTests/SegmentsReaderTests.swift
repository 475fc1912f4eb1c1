// SPDX-License-Identifier: Apache-2.0

import CopydeskArticles
import CopydeskText
import Testing

@Suite struct SegmentsReaderTests {
  @Test func `offsets lead back to the segment and the place in it`() throws {
    let segments = [
      "Café 🇻🇪 opens", "", "  The cafe\u{301} in Cúcuta opened on Friday.  ", "Line one\nline two",
    ]
    let read = try ArticleReader.read(segments: segments, path: "record 7")
    #expect(read.article.positionProblems == [])
    #expect(read.article.segments.count == 3)
    for (index, segment) in zip([0, 2, 3], read.article.segments) {
      let place = read.place(of: read.article.offsetMap.inputRange(of: segment.range))
      #expect(place.segment == index)
      let text = Array(segments[index].utf8)[place.range.offsets]
      #expect(String(decoding: text, as: UTF8.self) == read.article.string(in: segment.range))
    }
  }

  @Test func `given roles win over inferred ones`() throws {
    let read = try ArticleReader.read(
      segments: ["Port reopens", "Ships return", "The longest strike in the history of the port has ended."],
      roles: [nil, .caption], path: "record 7")
    #expect(read.article.segments.map(\.role) == [.headline, .caption, .paragraph])
  }

  @Test func `a short last segment of a part is no residue`() throws {
    let body =
      "The longest strike in the history of the port ended on Sunday night, when both sides signed an agreement."
    let read = try ArticleReader.read(segments: ["Port", body, body, body, "What is next?"], path: "record 7")
    #expect(read.article.segments.last?.role != .boilerplate)
  }

  @Test func `no segments make an empty article`() throws {
    let read = try ArticleReader.read(segments: [], path: "record 7")
    #expect(read.article.segments.isEmpty && read.article.text.isEmpty)
  }
}
