// SPDX-License-Identifier: Apache-2.0

import CopydeskLinting

/// Words that a translation model wrote again and again.
struct RepeatedPassage {
  /// The tokens of all repetitions.
  let tokens: Range<Int>
  /// The tokens from the second repetition on.
  let surplus: Range<Int>
  /// How often the words stand there.
  let count: Int

  /// The longest passage that is compared.
  private static let longest = 12

  /// How often a passage of so many words must stand in a row: people repeat short ones too.
  private static func threshold(_ length: Int) -> Int {
    switch length {
    case 1: 5
    case 2: 4
    default: 3
    }
  }

  /// The loops in some tokens, in order and without overlap.
  ///
  /// - Parameters:
  ///   - tokens: The tokens of the article.
  ///   - range: Those of the segment.
  ///   - words: Room for the indices of its words, kept from segment to segment.
  /// - Returns: The loops.
  static func passages(in tokens: [Token], of range: Range<Int>, words: inout [Int]) -> [RepeatedPassage] {
    guard range.count >= 5 else { return [] }
    words.removeAll(keepingCapacity: true)
    for index in range where tokens[index].isWordLike && !tokens[index].traits.contains(.clitic) {
      words.append(index)
    }
    guard words.count >= 5, mayRepeat(words, in: tokens) else { return [] }
    var passages: [RepeatedPassage] = []
    // For each length, how many words in a row equal the word that many places before.
    var equal = [Int](repeating: 0, count: longest + 1)
    var index = 0
    while index < words.count {
      var found: (length: Int, start: Int)?
      for length in 1...min(longest, max(1, index)) where index >= length {
        if tokens[words[index]].key == tokens[words[index - length]].key {
          equal[length] += 1
          if found == nil, equal[length] >= length * (threshold(length) - 1) {
            found = (length, index + 1 - equal[length] - length)
          }
        } else {
          equal[length] = 0
        }
      }
      index += 1
      guard let (length, start) = found else { continue }
      // To the end of the last whole repetition.
      while index < words.count, tokens[words[index]].key == tokens[words[index - length]].key { index += 1 }
      let count = (index - start) / length
      let end = words[start + count * length - 1] + 1
      equal = [Int](repeating: 0, count: longest + 1)
      // Numbers repeat in tables.
      guard words[start..<start + length].contains(where: { tokens[$0].kind == .word }) else { continue }
      passages.append(
        RepeatedPassage(tokens: words[start]..<end, surplus: words[start + length]..<end, count: count))
    }
    return passages
  }

  /// Whether any two neighbors stand there twice, not far apart: a loop has at least four such words in a
  /// row, so every third place tells.
  private static func mayRepeat(_ words: [Int], in tokens: [Token]) -> Bool {
    for index in stride(from: 2, to: words.count, by: 3) {
      let (first, second) = (tokens[words[index - 1]].key, tokens[words[index]].key)
      for length in 1..<min(longest + 1, index) {
        if tokens[words[index - length]].key == second, tokens[words[index - 1 - length]].key == first { return true }
      }
    }
    return false
  }
}
