// SPDX-License-Identifier: Apache-2.0

internal import CopydeskText

/// Numbers that begin a longer word: `šestnáctiletý`, `einprozentig`, `двадцатилетний`.
///
/// Looked for only where a number seems to be missing, since it takes a probe for every letter.
enum NumberCompound {
  /// Languages that join a number to what it counts; in French `septembre` begins with a seven by chance.
  private static let languages: Set<String> = ["cs", "de", "nl", "pl", "ru", "uk"]

  /// The numbers with whose words the words of some segments begin.
  static func values(in side: QuantityComparison.Side, _ segments: Range<Int>) -> Set<ExactDecimal> {
    guard languages.contains(side.lexicon.language) else { return [] }
    var values: Set<ExactDecimal> = []
    for index in SourceAnalysis.tokens(of: segments, in: side.segments) {
      let token = side.tokens[index]
      if token.kind == .word, token.range.count >= 7 { insertValues(of: token, side, into: &values) }
    }
    return values
  }

  private static func insertValues(
    of token: Token, _ side: QuantityComparison.Side, into values: inout Set<ExactDecimal>
  ) {
    var key = TokenKey()
    var letters = 0
    var decoder = UTF8Decoder(side.text, at: Int(token.start))
    while let (codePoint, offset) = decoder.next(), offset < Int(token.end) {
      key.add(codePoint: CharacterTable.shared.info(of: codePoint).folded)
      letters += 1
      guard letters >= 3, var entry = side.lexicon.first(of: key.value) else { continue }
      while true {
        let candidate = side.lexicon.entries[entry]
        if candidate.rest.isEmpty, case .cardinal(let value) = candidate.sense, value > .zero,
          value <= ExactDecimal(significand: 1_000_000)
        {
          values.insert(value)
        }
        guard let next = side.lexicon.next(after: entry) else { break }
        entry = next
      }
    }
  }
}
