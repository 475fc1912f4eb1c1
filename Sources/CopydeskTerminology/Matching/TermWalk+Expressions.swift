// SPDX-License-Identifier: Apache-2.0

internal import CopydeskICU
internal import CopydeskText

extension TermWalk {
  /// Adds what regular expressions of the glossary match; of two that overlap the longer stays.
  ///
  /// An expression that ICU gives up on finds nothing: `glossary check` names it.
  func addExpressions(
    _ segments: [(tokens: Range<Int>, role: SegmentRole)], to matches: inout [TermMatch]
  ) {
    var found: [TermMatch] = []
    for entry in index.expressions {
      let term = index.term(entry)
      guard var expression = try? RegularExpression(term.text, options: term.casePolicy == .fold ? .ignoresCase : [])
      else { continue }
      let isOutside = date.isOutside(term.validity)
      for segment in segments where !segment.tokens.isEmpty && segment.role != .code {
        if !term.scopes.isEmpty, !term.scopes.contains(segment.role) { continue }
        let start = Int(tokens[segment.tokens.lowerBound].start)
        let end = Int(tokens[segment.tokens.upperBound - 1].end)
        guard let places = try? expression.matches(in: Array(text[start..<end])) else { break }
        var token = segment.tokens.lowerBound
        for place in places where !place.range.isEmpty {
          let range = TextRange(start + place.range.lowerBound, start + place.range.upperBound)
          while token < segment.tokens.upperBound, tokens[token].end <= range.start { token += 1 }
          var last = token
          while last < segment.tokens.upperBound, tokens[last].start < range.end { last += 1 }
          guard last > token, !isExcepted(entry, token..<last) else { continue }
          found.append(
            TermMatch(range: range, tokens: token..<last, entry: entry, means: .regex, isOutsideValidity: isOutside))
        }
      }
    }
    if found.isEmpty { return }
    for match in found {
      let rivals = matches.indices.filter { matches[$0].tokens.overlaps(match.tokens) }
      guard rivals.allSatisfy({ matches[$0].range.count < match.range.count }) else { continue }
      for rival in rivals.reversed() { matches.remove(at: rival) }
      matches.append(match)
    }
    matches.sort { $0.range.start < $1.range.start }
  }
}
