// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// Follows the words of a text through the trees of compiled glossaries.
struct GlossaryCursor {
  /// A node at which patterns end.
  struct Stop {
    /// The index of the block.
    let part: Int
    /// The index of the node's first pattern.
    let pattern: UInt32
    /// The token the way ends before.
    let end: Int
  }

  let parts: [CompiledGlossary]
  private var keys: [[UInt64]] = []

  init(parts: [CompiledGlossary]) {
    self.parts = parts
  }

  /// Collects the stops on the ways that begin at a token.
  func findStops(from start: Int, limit: Int, tokens: [Token], text: [UInt8], into stops: inout [Stop]) {
    stops.removeAll(keepingCapacity: true)
    let first = GlossaryPath.root.appending(tokens[start].key)
    for part in parts.indices where parts[part].mayBegin(first) {
      var path = first
      var end = start + 1
      while let pattern = parts[part].node(at: path) {
        if pattern != CompiledGlossary.noPattern { stops.append(Stop(part: part, pattern: pattern, end: end)) }
        var next = end
        // A hyphen joins words like a space does, also one that hangs as in “Süd- und Ostsee”.
        if next + 1 < limit, GlossaryWords.isHyphen(tokens[next], in: text),
          tokens[next].traits.isDisjoint(with: .spaceBefore)
        {
          next += 1
        }
        guard next < limit else { break }
        path = path.appending(tokens[next].key)
        end = next + 1
      }
    }
  }

  /// Collects the stops of a hashtag: its own, and those of words that make it up.
  mutating func findHashtags(_ token: Token, text: [UInt8], into stops: inout [Stop]) {
    stops.removeAll(keepingCapacity: true)
    let whole = GlossaryPath.hashtagRoot.appending(token.key)
    for part in parts.indices {
      if let pattern = parts[part].node(at: whole), pattern != CompiledGlossary.noPattern {
        stops.append(Stop(part: part, pattern: pattern, end: 0))
      }
    }
    readKeys(of: token, text: text)
    for part in parts.indices { follow(.root, at: 0, part: part, into: &stops) }
  }

  /// A longer hashtag is no name, and would take long to take apart.
  private static let longestHashtag = 64

  /// For each letter of a hashtag the keys of the words that begin there, the shortest first.
  private mutating func readKeys(of token: Token, text: [UInt8]) {
    keys.removeAll(keepingCapacity: true)
    let table = CharacterTable.shared
    var letters: [UInt32] = []
    var offset = Int(token.start) + 1
    while offset < Int(token.end) {
      let (codePoint, length) = UTF8Decoder.codePoint(in: text.span, at: offset)
      offset += length
      letters.append(table.info(of: codePoint).folded)
    }
    if letters.count > GlossaryCursor.longestHashtag { return }
    for start in letters.indices {
      var key = TokenKey()
      keys.append(
        letters[start...].map { letter in
          key.add(codePoint: letter)
          return key.value
        })
    }
  }

  private func follow(_ path: GlossaryPath, at start: Int, part: Int, into stops: inout [Stop]) {
    guard start < keys.count else { return }
    for (length, key) in keys[start].enumerated() {
      let next = path.appending(key)
      if start == 0, !parts[part].mayBegin(next) { continue }
      guard let pattern = parts[part].node(at: next) else { continue }
      let end = start + length + 1
      if end < keys.count {
        follow(next, at: end, part: part, into: &stops)
      } else if pattern != CompiledGlossary.noPattern {
        stops.append(Stop(part: part, pattern: pattern, end: 0))
      }
    }
  }
}
