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
  /// The endings of the text's language, or `nil` to look for words as they are.
  private let inflection: Inflection?
  private let traits: CompiledGlossary.Traits
  private var keys: [[UInt64]] = []
  /// What was last read of the tokens around a start, by the lowest bits of their indices.
  private var words: [Word]

  /// The beginnings of a token that may be looked up.
  private struct Word {
    var index = -1
    var letters = WordLetters()
    /// The keys before each possible ending.
    var bases: [UInt64] = []
  }

  init(parts: [CompiledGlossary], inflection: Inflection? = nil, usesPrefixes: Bool = false) {
    self.parts = parts
    self.inflection = inflection
    var traits = parts.reduce(CompiledGlossary.Traits()) { $0.union($1.traits) }
    if inflection == nil { traits.remove(.hasBases) }
    if !usesPrefixes { traits.remove(.hasPrefixes) }
    self.traits = traits
    words = [Word](repeating: Word(), count: 8)
  }

  /// Forgets the words of another text.
  mutating func reset() {
    for index in words.indices { words[index].index = -1 }
  }

  /// Collects the stops on the ways that begin at a token.
  mutating func findStops(from start: Int, limit: Int, tokens: [Token], text: [UInt8], into stops: inout [Stop]) {
    stops.removeAll(keepingCapacity: true)
    for part in parts.indices {
      follow(.root, at: start, isFirst: true, limit: limit, part: part, tokens, text, &stops)
    }
  }

  private mutating func follow(
    _ path: GlossaryPath, at index: Int, isFirst: Bool, limit: Int, part: Int, _ tokens: [Token], _ text: [UInt8],
    _ stops: inout [Stop]
  ) {
    step(path.appending(tokens[index].key), index, isFirst, limit, part, tokens, text, &stops)
    guard !traits.isDisjoint(with: [.hasBases, .hasPrefixes]), tokens[index].kind == .word else { return }
    let slot = index & 7
    if words[slot].index != index { readWord(index, slot, tokens, text) }
    if traits.contains(.hasBases), parts[part].traits.contains(.hasBases) {
      for position in words[slot].bases.indices {
        step(path.appending(base: words[slot].bases[position]), index, isFirst, limit, part, tokens, text, &stops)
        // Deeper steps may have read other words into the slot.
        if words[slot].index != index { readWord(index, slot, tokens, text) }
      }
    }
    if traits.contains(.hasPrefixes), parts[part].traits.contains(.hasPrefixes) {
      for key in words[slot].letters.keys.dropFirst(Inflection.shortestWord - 1) {
        let next = path.appending(prefix: key)
        if isFirst, !parts[part].mayBegin(next) { continue }
        if let pattern = parts[part].node(at: next), pattern != CompiledGlossary.noPattern {
          stops.append(Stop(part: part, pattern: pattern, end: index + 1))
        }
      }
    }
  }

  @inline(__always)
  private mutating func step(
    _ path: GlossaryPath, _ index: Int, _ isFirst: Bool, _ limit: Int, _ part: Int, _ tokens: [Token],
    _ text: [UInt8], _ stops: inout [Stop]
  ) {
    if isFirst, !parts[part].mayBegin(path) { return }
    guard let pattern = parts[part].node(at: path) else { return }
    if pattern != CompiledGlossary.noPattern { stops.append(Stop(part: part, pattern: pattern, end: index + 1)) }
    var next = index + 1
    // A hyphen joins words like a space does, also one that hangs as in “Süd- und Ostsee”.
    if next + 1 < limit, GlossaryWords.isHyphen(tokens[next], in: text),
      tokens[next].traits.isDisjoint(with: .spaceBefore)
    {
      next += 1
    }
    if next < limit { follow(path, at: next, isFirst: false, limit: limit, part: part, tokens, text, &stops) }
  }

  private mutating func readWord(_ index: Int, _ slot: Int, _ tokens: [Token], _ text: [UInt8]) {
    words[slot].index = index
    words[slot].letters.read(tokens[index], in: text)
    words[slot].bases.removeAll(keepingCapacity: true)
    guard let inflection, words[slot].letters.letters.count >= Inflection.shortestWord else { return }
    let word = words[slot].letters
    var bases: [UInt64] = words[slot].bases
    inflection.forEachBase(of: word.letters) { bases.append(word.keys[$0 - 1]) }
    words[slot].bases = bases
  }

  /// Collects the stops of the parts of a compound: of terms that begin or end it.
  mutating func findParts(of letters: WordLetters, inflection: Inflection, into stops: inout [Stop]) {
    stops.removeAll(keepingCapacity: true)
    let word = letters.letters
    var lengths: [Int] = []
    inflection.forEachBase(of: word) { lengths.append($0) }
    for split in Inflection.shortestWord...max(Inflection.shortestWord, word.count - Inflection.shortestWord) {
      for part in parts.indices {
        let first = GlossaryPath.root.appending(letters.keys[split - 1])
        addPart(first, part, split, &stops)
      }
      var key = TokenKey()
      var next = lengths.count - 1
      for position in split..<word.count {
        key.add(codePoint: word[position])
        while next >= 0, lengths[next] < position + 1 { next -= 1 }
        guard next >= 0, lengths[next] == position + 1, position + 1 - split >= Inflection.shortestWord else {
          continue
        }
        for part in parts.indices { addPart(GlossaryPath.root.appending(base: key.value), part, -split, &stops) }
      }
    }
  }

  /// Notes a part of a compound; the end says where the word is split, below zero if the part is the last.
  private func addPart(_ path: GlossaryPath, _ part: Int, _ end: Int, _ stops: inout [Stop]) {
    guard parts[part].mayBegin(path), let pattern = parts[part].node(at: path), pattern != CompiledGlossary.noPattern
    else { return }
    stops.append(Stop(part: part, pattern: pattern, end: end))
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
