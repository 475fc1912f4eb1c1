// SPDX-License-Identifier: Apache-2.0

import CopydeskICU
import CopydeskText

extension QuantityHarvest {
  /// What ICU can spell in one word of a language that writes long numbers so.
  private static let spelled: [Int64] =
    Array(0...999) + (1...99).filter { $0 > 10 && $0 % 10 != 0 }.map { $0 * 100 }
    // All thousands would double the file; copy has the round ones.
    + (1...999).filter { $0 <= 100 || $0 % 5 == 0 }.map { $0 * 1000 }

  mutating func harvestSpelling(_ locale: String) throws {
    var speller = try NumberSpeller(locale: locale)
    for ruleSet in speller.ruleSets {
      let isOrdinal = ruleSet.hasPrefix("%spellout-ordinal")
      // Calendar days and years have readings of their own, and cheques their own words.
      let isCardinal =
        ruleSet.hasPrefix("%spellout-cardinal") || ruleSet == "%spellout-numbering"
        || ruleSet == "%spellout-numbering-verbose" || ruleSet.hasPrefix("%spellout-construct")
      guard isOrdinal || isCardinal, !ruleSet.hasSuffix("-financial") else { continue }
      let values = isOrdinal ? Array(1...100) + [1000] : QuantityHarvest.spelled
      for (value, text) in zip(values, try speller.strings(for: values, ruleSet: ruleSet)) {
        guard let word = singleWord(text) else {
          if isCardinal, let word = joinedWord(text) { note(joined: word) }
          continue
        }
        if QuantityHarvest.isAmbiguous(word, language) { continue }
        insert(isOrdinal ? "ordinal" : "cardinal", String(value), word)
      }
    }
    dropOrdinalsThatCount()
  }

  /// The form as copy writes it, if it is one word without digits.
  func singleWord(_ text: String) -> String? {
    let word = QuantityHarvest.plain(text)
    let tokens = Tokenizer(language: language).tokens(in: Array(word.utf8))
    guard tokens.count == 1, tokens[0].kind == .word, !tokens[0].traits.contains(.hasDigit) else { return nil }
    return word
  }

  /// The last word of an Arabic or Hebrew number, if it carries the “and”.
  private func joinedWord(_ text: String) -> String? {
    guard let conjunction = ["ar": "و", "he": "ו"][language] else { return nil }
    guard let last = QuantityHarvest.plain(text).split(separator: " ").last, last.hasPrefix(conjunction) else {
      return nil
    }
    return String(last)
  }

  /// Notes a joined word under the values that the word has without its conjunction.
  private mutating func note(joined word: String) {
    let bare = String(word.unicodeScalars.dropFirst())
    for (sense, forms) in senses where sense.kind == "cardinal" && forms.contains(bare) {
      insert("joined-cardinal", sense.value, word)
    }
  }

  /// Drops what counts and does not rank: Hebrew has no ordinals above ten and writes the cardinal.
  private mutating func dropOrdinalsThatCount() {
    for (sense, forms) in senses where sense.kind == "ordinal" {
      let cardinals = senses[Sense(kind: "cardinal", value: sense.value)] ?? []
      replace(sense, with: forms.subtracting(cardinals))
    }
  }

  /// Without soft hyphens and direction marks, with the plain space and apostrophe.
  static func plain(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0xAD, 0x61C, 0x200B...0x200F, 0x2060, 0xFEFF: continue
      case 0xA0, 0x2009, 0x202F: result.append(" ")
      case 0x2019, 0x2BC: result.append("'")
      case 0x5BE: result.append(" ")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.split(separator: " ").joined(separator: " ")
  }
}
