// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskLinting

/// Which counts of an article a house writes in words and which in digits.
struct SmallNumbers {
  private let analysis: ArticleAnalysis
  /// Counts below this one are written in words; 0 if the house does not say.
  let limit: Int64

  init(_ analysis: ArticleAnalysis) {
    self.analysis = analysis
    limit = Int64(analysis.conventions.numberStyle.wordsBelow)
  }

  /// The whole value of a quantity that counts the noun behind it, in running copy.
  func count(_ quantity: Quantity) -> Int64? {
    guard quantity.kind == .number, quantity.denominator == 1, quantity.otherValue == nil, quantity.unit == nil,
      !quantity.notation.contains(.rangeStart), !quantity.notation.contains(.rangeEnd),
      let value = quantity.value.wholeValue, value > 1
    else { return nil }
    switch analysis.article.segments[analysis.segmentIndex(at: quantity.range.start)].role {
    case .paragraph, .standfirst: break
    default: return nil
    }
    let window = TokenWindow(analysis, at: quantity.range.start)
    let first = quantity.tokens.lowerBound
    guard !window.isTight(first), !window.isDesignated(first), !window.isDash(first - 1),
      window.isCounted(quantity.tokens.upperBound), !isPaired(quantity, window),
      !NumberWords.clockUnits.contains(window.key(quantity.tokens.upperBound)), !isNamed(first, window),
      !window.tokens[quantity.tokens.upperBound].traits.contains(.innerPeriod)
    else { return nil }
    return analysis.isNumberCopy(quantity.range) ? value : nil
  }

  /// Whether a German noun stands before the number, which it may be the name of: `Kanal 5`.
  private func isNamed(_ index: Int, _ window: TokenWindow) -> Bool {
    guard analysis.language.language == "de", let word = window.word(index - 1) else { return false }
    return word.traits.contains(.capitalized) && !window.isSentenceStart(index - 1)
  }

  /// Whether another number stands so near that both are written alike: `8 of 12`, `between five and 15`.
  private func isPaired(_ quantity: Quantity, _ window: TokenWindow) -> Bool {
    let near = quantity.tokens.lowerBound - 3..<quantity.tokens.upperBound + 4
    for index in near where !quantity.tokens.contains(index) {
      if window.isNumber(index) { return true }
    }
    return false
  }

  /// The words for a count, in languages where those of small numbers have one form.
  func words(for value: Int64) -> String? {
    let language = analysis.language.language
    guard value > 1, value < 21, let ruleSet = SmallNumbers.ruleSets[language] else { return nil }
    do throws(ICUError) {
      var speller = try NumberSpeller(locale: language)
      return try speller.strings(for: CollectionOfOne(value), ruleSet: ruleSet).first
    } catch {
      return nil
    }
  }

  private static let ruleSets = [
    "en": "%spellout-cardinal", "de": "%spellout-cardinal-masculine", "es": "%spellout-cardinal-masculine",
    "fr": "%spellout-cardinal-masculine", "it": "%spellout-cardinal-masculine", "nl": "%spellout-cardinal",
  ]
}
