// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// Two spellings of what looks like one name.
public struct NameVariant: Sendable {
  /// The spelling the article prefers: the more frequent one, or the first on a tie.
  public let preferred: NameWord
  /// The other spelling.
  public let variant: NameWord
  /// How they differ.
  public let difference: NameDifference
}

/// Decides which similar name words are spellings of one name.
struct NameVariantFinder {
  let tokens: [Token]
  /// Whether a word is in the frequency table of the language.
  let isKnownWord: (UInt64) -> Bool
  /// Whether names take case endings in the language.
  let inflectsNames: Bool

  /// The variants among name words, by the place of the variant.
  ///
  /// Different people have similar names, and grammar changes names, so resemblance is not enough:
  /// words the language knows are left alone, so are differences at the end of a word, and so are
  /// surnames that stand behind different given names.
  func variants(among words: [NameWord]) -> [NameVariant] {
    var variants: [NameVariant] = []
    // By initial: a story has a hundred names, and nearly all pairs differ in their first letter.
    var earlier: [UInt32: [Int]] = [:]
    for (index, word) in words.enumerated() {
      let initial = word.spelling.initial
      defer { earlier[initial, default: []].append(index) }
      for other in earlier[initial] ?? [] {
        guard let difference = word.spelling.difference(from: words[other].spelling) else { continue }
        let (preferred, variant) = word.count > words[other].count ? (word, words[other]) : (words[other], word)
        guard isOneName(preferred, variant, difference) else { continue }
        variants.append(NameVariant(preferred: preferred, variant: variant, difference: difference))
      }
    }
    return variants.sorted { $0.variant.mentions[0] < $1.variant.mentions[0] }
  }

  private func isOneName(_ preferred: NameWord, _ variant: NameWord, _ difference: NameDifference) -> Bool {
    let preferredIsKnown = isKnownWord(tokens[preferred.mentions[0]].key)
    let variantIsKnown = isKnownWord(tokens[variant.mentions[0]].key)
    if preferredIsKnown && variantIsKnown && !(preferred.standsInRun && variant.standsInRun) { return false }
    let suffix = preferred.spelling.commonSuffix(with: variant.spelling)
    if haveDifferentGivenNames(preferred, variant) { return false }
    switch difference {
    case .diacritics:
      return !inflectsNames || suffix >= 2
    case .transliteration:
      return !(preferredIsKnown && variantIsKnown) && (!inflectsNames || suffix >= 3)
    case .oneLetter:
      guard !variantIsKnown, variant.count == 1, suffix >= (inflectsNames ? 3 : 2) else { return false }
      // One mention against one says little, unless the language knows only one of the two.
      return preferred.count >= 3 || preferredIsKnown
        || preferred.count == 2 && sharesNeighbor(preferred, variant)
    }
  }

  /// The keys of the capitalized words directly before the mentions.
  private func precedingNames(_ word: NameWord) -> Set<UInt64> {
    var keys: Set<UInt64> = []
    for index in word.mentions where index > 0 {
      let previous = tokens[index - 1]
      if previous.kind == .word, previous.traits.contains(.capitalized),
        !tokens[index].traits.contains(.lineBreakBefore)
      {
        keys.insert(previous.key)
      }
    }
    return keys
  }

  private func haveDifferentGivenNames(_ left: NameWord, _ right: NameWord) -> Bool {
    let (leftNames, rightNames) = (precedingNames(left), precedingNames(right))
    return !leftNames.isEmpty && !rightNames.isEmpty && leftNames.isDisjoint(with: rightNames)
  }

  private func sharesNeighbor(_ left: NameWord, _ right: NameWord) -> Bool {
    func neighbors(_ word: NameWord) -> Set<UInt64> {
      var keys: Set<UInt64> = []
      for index in word.mentions {
        for neighbor in [index - 1, index + 1] where tokens.indices.contains(neighbor) {
          let token = tokens[neighbor]
          if token.kind == .word, token.range.count >= 4 { keys.insert(token.key) }
        }
      }
      return keys
    }
    return !neighbors(left).isDisjoint(with: neighbors(right))
  }
}
