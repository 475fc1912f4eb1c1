// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// Numbers that begin a longer word: `šestnáctiletý`, `einprozentig`, `двадцатилетний`.
///
/// Looked for only where a number seems to be missing, since it takes a probe for every letter.
enum NumberCompound {
  /// Languages that join a number to what it counts; in French `septembre` begins with a seven by chance.
  private static let languages: Set<String> = ["cs", "de", "nl", "pl", "ru", "uk"]

  /// Whether a word of some segments begins with the word for a number.
  static func contains(_ value: ExactDecimal, in side: QuantityComparison.Side, _ segments: Range<Int>) -> Bool {
    guard languages.contains(side.lexicon.language), let whole = value.wholeValue, whole > 0, whole <= 1_000_000
    else { return false }
    return SourceAnalysis.tokens(of: segments, in: side.segments).contains {
      begins(side.tokens[$0], with: value, side)
    }
  }

  private static func begins(
    _ token: Token, with value: ExactDecimal, _ side: QuantityComparison.Side
  ) -> Bool {
    guard token.kind == .word, token.range.count >= 7 else { return false }
    var key = TokenKey()
    var letters = 0
    var decoder = UTF8Decoder(side.text, at: Int(token.start))
    while let (codePoint, offset) = decoder.next(), offset < Int(token.end) {
      key.add(codePoint: CharacterTable.shared.info(of: codePoint).folded)
      letters += 1
      guard letters >= 3, var entry = side.lexicon.first(of: key.value) else { continue }
      while true {
        let candidate = side.lexicon.entries[entry]
        if candidate.rest.isEmpty, candidate.sense == .cardinal(value) { return true }
        guard let next = side.lexicon.next(after: entry) else { break }
        entry = next
      }
    }
    return false
  }
}
