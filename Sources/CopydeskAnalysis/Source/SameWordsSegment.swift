// SPDX-License-Identifier: Apache-2.0

internal import CopydeskArticles
internal import CopydeskLanguageData
internal import CopydeskText

/// A segment of the copy whose words are those of the source, though the language of the copy has other ones.
public struct SameWordsSegment: Hashable, Sendable {
  /// The segment of the copy.
  public let target: Int
  /// The segment of the source.
  public let source: Int
}

extension ArticleAnalysis {
  /// The segments that nobody translated.
  ///
  /// Names, numbers and links may be the same in both languages, and so may words that both know: a segment counts
  /// if two words or more, and half of those that are no names, are words of the source's language only.
  public func untranslatedSegments() -> [SameWordsSegment] {
    guard let source, source.language.language != language.language else { return [] }
    let judge = UntranslatedWordJudge(source: source.language, target: language)
    var segments: [SameWordsSegment] = []
    for unit in source.alignment.units {
      for index in unit.target {
        let words = words(tokens[segmentTokens[index]])
        guard words.count >= UntranslatedWordJudge.minimumWords else { continue }
        let keys = words.map(\.key)
        let same = unit.source.first { other in
          source.segmentTokens[other].count >= keys.count
            && self.words(source.tokens[source.segmentTokens[other]]).map(\.key) == keys
        }
        guard let same, judge.isForeign(words) else { continue }
        segments.append(SameWordsSegment(target: index, source: same))
      }
    }
    return segments
  }

  private func words(_ tokens: ArraySlice<Token>) -> [Token] {
    tokens.filter { $0.kind == .word && !$0.traits.contains(.hasDigit) }
  }
}

/// Tells words of the source's language from names and from words that the copy's language has as well.
private struct UntranslatedWordJudge {
  /// The fewest words of the source's language that make a segment untranslated, and the fewest of a segment at all.
  static let minimumWords = 2
  /// The frequency (in 1/32 of a decimal logarithm) from which a word with a capital is no name.
  private static let commonLevel: WordTable.Level = 176
  /// By how much a word must be more frequent in the source's language to be no word of the copy's.
  private static let foreignDifference = 48
  /// The fewest words where nothing is known of the words of a language.
  private static let minimumUnknownWords = 4

  private let sourceWords: WordTable?
  private let targetWords: WordTable?

  init(source: LanguageTag, target: LanguageTag) {
    sourceWords = WordTable.table(for: source.language)
    targetWords = WordTable.table(for: target.language)
  }

  func isForeign(_ words: [Token]) -> Bool {
    let plain = words.filter { word in
      if !word.traits.contains(.capitalized) { return true }
      return sourceWords?.level(ofKey: word.key).map { $0 >= UntranslatedWordJudge.commonLevel } ?? false
    }
    guard let targetWords, let sourceWords else {
      return plain.count >= UntranslatedWordJudge.minimumUnknownWords
    }
    let foreign = plain.count { word in
      guard let own = targetWords.level(ofKey: word.key) else { return true }
      return Int(sourceWords.level(ofKey: word.key) ?? 0) - Int(own) >= UntranslatedWordJudge.foreignDifference
    }
    return foreign >= UntranslatedWordJudge.minimumWords && foreign * 2 >= plain.count
  }
}
