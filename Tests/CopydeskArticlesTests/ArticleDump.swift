// SPDX-License-Identifier: Apache-2.0

import CopydeskArticles
import CopydeskText
import Testing

extension Article {
  /// One line a segment, as `role: text`; line breaks inside a segment show as `⏎`.
  var dump: String {
    segments.map { segment in
      let text = string(in: segment.range).split(separator: "\n", omittingEmptySubsequences: false)
      return "\(segment.role.rawValue): \(text.joined(separator: "⏎"))"
    }.joined(separator: "\n")
  }

  /// What is wrong with the article's positions; empty if nothing is.
  ///
  /// Verbatim pieces must copy the input, pieces must cover the prose without gaps, segments must be in order with a
  /// line feed behind each, and every range must lead to a range inside the input.
  var positionProblems: [String] {
    var problems: [String] = []
    var end: UInt32 = 0
    for piece in offsetMap.pieces {
      if piece.prose.start != end { problems.append("gap in the prose at \(end)") }
      end = piece.prose.end
      if Int(piece.input.end) > input.bytes.count { problems.append("piece beyond the input: \(piece)") }
      if piece.isVerbatim, text[piece.prose.offsets] != input.bytes[piece.input.offsets] {
        problems.append("piece is not verbatim: \(string(in: piece.prose))")
      }
    }
    if Int(end) != text.count { problems.append("the map covers \(end) of \(text.count) bytes") }
    var cursor: UInt32 = 0
    for segment in segments {
      if segment.range.start < cursor || segment.range.isEmpty { problems.append("segment out of order: \(segment)") }
      cursor = segment.range.end
      if Int(cursor) >= text.count || text[Int(cursor)] != 0x0A { problems.append("no line feed behind \(segment)") }
      let place = offsetMap.inputRange(of: segment.range)
      if place.isEmpty { problems.append("segment leads nowhere: \(string(in: segment.range))") }
    }
    if String(validating: text, as: UTF8.self) == nil { problems.append("the prose is no valid UTF-8") }
    for range in protectedRanges where Int(range.end) > text.count {
      problems.append("protected range beyond the text")
    }
    return problems
  }

  /// The input that the first occurrence of some prose came from.
  func inputText(of prose: String) throws -> String {
    let needle = Array(prose.utf8)
    let start = try #require(text.indices.first { text[$0...].starts(with: needle) }, "no “\(prose)” in the prose")
    return input.string(in: offsetMap.inputRange(of: TextRange(start, start + needle.count)))
  }
}
